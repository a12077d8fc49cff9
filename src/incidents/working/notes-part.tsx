import { useState } from 'preact/hooks';
import { FoldedPart } from '../../pages/fold.tsx';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { CaseForm, CasePart } from './case-part.ts';
import { SaidList } from './said-list.tsx';

export function Notes({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  return (
    <FoldedPart id="notes" title="Notes" brief={String(file.notes.length)} isOpen>
      {notice}
      {file.closed === null && <AddNote {...{ file, onDone }} />}
      <SaidList all={file.notes} />
    </FoldedPart>
  );
}

function AddNote({ file, onDone }: CaseForm) {
  const [text, setText] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('notes', onDone);
  const add = () =>
    send(text, async (key) => {
      await call('addNote', { key, reference: file.reference, text });
      setText('');
      return 'The note has been added.';
    });
  return (
    <>
      {problem}
      <TextArea
        id={idOf('note')}
        label="Add a note"
        hint="What was done or decided, and why. Notes stay as they are: a later note corrects an earlier one."
        rows={4}
        error={errorFor('note')}
        value={text}
        onInput={setText}
      />
      <Button busy={busy} onPress={add}>
        Add note
      </Button>
    </>
  );
}
