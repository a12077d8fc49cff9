import { describedBy, Group, type InputProps } from './inputs.tsx';

/** Chooses one file. Give it another `key` to empty it. */
export function FileInput(props: InputProps & { accept?: string; onChoose: (file: File | null) => void }) {
  return (
    <Group {...props}>
      <input
        class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
        type="file"
        id={props.id}
        name={props.id}
        accept={props.accept}
        aria-describedby={describedBy(props)}
        onChange={(event) => props.onChoose(event.currentTarget.files?.[0] ?? null)}
      />
    </Group>
  );
}

/** A file's bytes as doors take them. */
export function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    // `data:…;base64,` and then the bytes.
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
