import { useState } from 'preact/hooks';
import { Button, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import type { Work } from '../../pages/work.ts';
import { FILE, textOfFile } from './chosen-file.tsx';
import type { ReadAgreement } from './read-agreement.ts';

/** The server's names for where a document comes from, and so the ids of their inputs. */
const TEXT = 'text';
const ADDRESS = 'address';
type Way = typeof TEXT | typeof FILE | typeof ADDRESS;

/** A school's own document: pasted, a file, or a Google Doc. */
export function DocumentInput({ roleAccount, work, onRead }: { roleAccount: string; work: Work; onRead: (found: ReadAgreement[]) => void }) {
  const [way, setWay] = useState<Way>(TEXT);
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [address, setAddress] = useState('');
  const { busy, error, doing } = work;
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const read = (event: Event) => {
    event.preventDefault();
    void doing(way, async () => {
      const { value } =
        way === ADDRESS ? await call('readAgreementDoc', { address }) : await call('readAgreementText', { text: way === FILE ? await fileText() : text });
      onRead(value.found);
      return value.found.length === 1 ? 'One agreement was found.' : `${value.found.length} agreements were found.`;
    });
  };
  const fileText = async () => {
    if (file === null) throw new Refused('Choose a file first', FILE);
    return textOfFile(file);
  };

  return (
    <form noValidate onSubmit={read}>
      <Radios
        id="way"
        label="Where is it?"
        value={way}
        options={[
          { value: TEXT, text: 'I paste its text' },
          { value: FILE, text: 'In a file', hint: 'Word (.docx), plain text, Markdown or HTML' },
          { value: ADDRESS, text: 'In Google Docs' },
        ]}
        onInput={(value) => setWay(value as Way)}
      />
      {way === TEXT && (
        <TextArea
          id={TEXT}
          label="Text of your agreement"
          hint="Copy the agreement, or the whole policy, from your document and paste it here."
          rows={8}
          error={errorFor(TEXT)}
          value={text}
          onInput={setText}
        />
      )}
      {way === FILE && (
        <div class={`govuk-form-group${errorFor(FILE) ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--s" for={FILE}>
            File
          </label>
          {errorFor(FILE) && (
            <p class="govuk-error-message" id={`${FILE}-error`}>
              <span class="govuk-visually-hidden">Error:</span> {errorFor(FILE)}
            </p>
          )}
          <input
            class="govuk-file-upload"
            type="file"
            id={FILE}
            accept=".docx,.txt,.md,.html,.htm"
            aria-describedby={errorFor(FILE) ? `${FILE}-error` : undefined}
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        </div>
      )}
      {way === ADDRESS && (
        <TextInput
          id={ADDRESS}
          label="Address of the document"
          hint={`Share the document with ${roleAccount} first, as a viewer. Then copy its address from the browser.`}
          error={errorFor(ADDRESS)}
          value={address}
          onInput={setAddress}
        />
      )}
      <Button busy={busy === way}>Read it</Button>
    </form>
  );
}
