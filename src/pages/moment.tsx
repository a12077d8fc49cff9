import { type InputProps, TextInput } from './inputs.tsx';

/** A day and time by the clock of the place where the page is open. */
export function MomentInput(props: InputProps & { value: string; onInput: (value: string) => void }) {
  return (
    <div class="handrail-moment">
      <TextInput {...props} type="datetime-local" />
    </div>
  );
}

/** What was entered, as doors take it: ISO 8601, UTC; '' for nothing. */
export function momentOf(entered: string): string {
  return entered === '' ? '' : new Date(entered).toISOString();
}
