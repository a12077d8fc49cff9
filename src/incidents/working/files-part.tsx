import { useState } from 'preact/hooks';
import { base64Of, FileInput } from '../../pages/file-input.tsx';
import { FoldedPart } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';
import { SaveFile } from '../../pages/save-file.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { ShownFile } from './case-file.ts';
import type { CaseForm, CasePart } from './case-part.ts';

/** The case's documents and pictures: fetched from here alone, never by a link that could be passed on. */
export function Files({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { files, reference } = file;
  return (
    <FoldedPart id="files" title="Files" brief={String(files.length)}>
      {notice}
      {files.length === 0 && <p class="govuk-body">There are no files.</p>}
      <ul class="handrail-lines">
        {files.map((each) => (
          <li key={each.id}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{each.name}</h3>
            <p class="govuk-body-s">
              {sizeOf(each.bytes)}. {each.at}, {each.who}
            </p>
            <OpenFile reference={reference} file={each} />
          </li>
        ))}
      </ul>
      {file.closed === null && <AddFile {...{ file, onDone }} />}
    </FoldedPart>
  );
}

/** Fetches a file of the case and offers it. */
export function OpenFile({ reference, file }: { reference: string; file: ShownFile }) {
  return (
    <SaveFile fetch={async () => (await call('readFile', { reference, file: file.id })).value} ready="The file is here.">
      Fetch<span class="govuk-visually-hidden"> {file.name}</span>
    </SaveFile>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function AddFile({ file, onDone }: CaseForm) {
  const [chosen, setChosen] = useState<File | null>(null);
  const [times, setTimes] = useState(0);
  const { busy, idOf, errorFor, problem, send } = useSmallForm('files', onDone);
  const add = () =>
    send([chosen?.name, chosen?.size, chosen?.lastModified], async (key) => {
      if (chosen === null) throw new Refused('Choose a file first', 'file');
      await call('addFile', { key, reference: file.reference, name: chosen.name, data: await base64Of(chosen) });
      setChosen(null);
      setTimes((count) => count + 1);
      return `“${chosen.name}” has been added.`;
    });
  return (
    <>
      {problem}
      <FileInput
        key={times}
        id={idOf('file')}
        label="Add a file"
        hint="Never a picture of a child without clothes, or one that may be: do not copy it, do not keep it, tell the police."
        error={errorFor('file')}
        onChoose={setChosen}
      />
      <Button secondary busy={busy} onPress={add}>
        Add the file
      </Button>
    </>
  );
}
