import { useEffect, useState } from 'preact/hooks';
import { base64Of, FileInput } from '../../pages/file-input.tsx';
import { call, newKey } from '../../pages/server.ts';
import { messageOf } from '../../pages/shell.tsx';
import { ENDINGS_TAKEN, FILE_KINDS, isPicture, LARGEST_FILE, MOST_FILES } from '../file-kinds.ts';
import type { Writing } from './draft.ts';
import { refusesPictures } from './pictures.ts';
import type { FilesWords } from './report-words.tsx';
import type { Uploaded } from './upload-file.ts';

/** Documents and screenshots, each put to the draft as it is chosen. */
export function FilesField({
  words: { label, never, whyNoPictures },
  what,
  files,
  typeHint,
  story,
  error,
  draft,
  onChange,
}: {
  words: FilesWords;
  what: Writing;
  files: readonly Uploaded[];
  typeHint: string;
  story: string;
  error: string | undefined;
  /** Gives the id of the draft that files are put to, kept by then. */
  draft: () => Promise<string>;
  onChange: (files: Uploaded[]) => void;
}) {
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState(0);
  const noPictures = refusesPictures([typeHint], story);

  const remove = async (file: Uploaded) => {
    await call('removeUpload', { what, draft: await draft(), file: file.id });
    onChange(files.filter((each) => each !== file));
  };
  const doing = async (words: string, work: () => Promise<string>) => {
    setBusy(words);
    setProblem('');
    setSaid('');
    try {
      setSaid(await work());
    } catch (failure) {
      setProblem(messageOf(failure));
    } finally {
      setBusy('');
      setChosen((count) => count + 1);
    }
  };
  const add = (file: File | null) => {
    if (!file || busy) return;
    void doing(`Adding ${file.name}…`, async () => {
      const isKnown = FILE_KINDS.some(({ endings }) => endings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`)));
      if (noPictures && isPicture(file.type)) return problemOf(whyNoPictures);
      if (!isKnown) return problemOf(`${file.name} is none of the kinds that can be added: ${KINDS}.`);
      if (file.size > LARGEST_FILE) return problemOf(`${file.name} is larger than ${LARGEST_FILE / 1e6} MB.`);
      const data = await base64Of(file);
      const { value } = await call('uploadFile', { what, draft: await draft(), key: newKey(), name: file.name, data, typeHint, story });
      onChange([...files, value]);
      return `${value.name} has been added.`;
    });
  };
  const problemOf = (words: string): string => {
    setProblem(words);
    return '';
  };

  const pictures = files.filter(({ mimeType }) => isPicture(mimeType));
  const mustGo = noPictures && pictures.length > 0;
  // Chosen or written after a picture was added: it may not stay anywhere.
  useEffect(() => {
    if (!mustGo) return;
    void doing('Deleting pictures…', async () => {
      const id = await draft();
      for (const { id: file } of pictures) await call('removeUpload', { what, draft: id, file });
      onChange(files.filter((file) => !pictures.includes(file)));
      return problemOf(`${pictures.map(({ name }) => name).join(', ')} has been deleted for good. ${whyNoPictures}`);
    });
  }, [mustGo]);

  return (
    <>
      {files.length > 0 && (
        <ul class="handrail-lines" aria-label="Files added">
          {files.map((file) => (
            <li key={file.id}>
              <span class="govuk-body">
                {file.name} <span class="govuk-hint govuk-!-display-inline">{sizeOf(file.bytes)}</span>
              </span>{' '}
              <button
                type="button"
                class="handrail-link govuk-body"
                onClick={() => void doing(`Removing ${file.name}…`, () => remove(file).then(() => `${file.name} has been deleted.`))}
              >
                Remove <span class="govuk-visually-hidden">{file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length < MOST_FILES && (
        <FileInput
          key={chosen}
          id="files"
          label={label}
          hint={noPictures ? whyNoPictures : `Up to ${MOST_FILES} files of ${LARGEST_FILE / 1e6} MB: ${KINDS}. ${never}`}
          accept={noPictures ? WITHOUT_PICTURES : ENDINGS_TAKEN}
          error={problem || error}
          onChoose={add}
        />
      )}
      <p class="govuk-body" role="status">
        {busy || said}
        <span class="govuk-visually-hidden">{problem}</span>
      </p>
    </>
  );
}

const KINDS = FILE_KINDS.map(({ title }) => title).join(', ');
const WITHOUT_PICTURES = FILE_KINDS.filter(({ isPicture }) => !isPicture)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
