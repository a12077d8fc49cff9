import { useState } from 'preact/hooks';
import { FoldedPart } from '../../pages/fold.tsx';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { CaseForm, CasePart } from './case-part.ts';
import { StateTag } from './state-tag.tsx';

/** Cases that belong together; both of them say so. */
export function LinkedCases({ file, address, reload }: CasePart & { address: string }) {
  const [notice, onDone] = useNotice(reload);
  const { linked } = file;
  return (
    <FoldedPart id="linked" title="Linked cases" brief={String(linked.length)}>
      {notice}
      {linked.length === 0 && <p class="govuk-body">It is not linked to another case.</p>}
      <ul class="handrail-lines">
        {linked.map(({ reference, state, types }) => (
          <li key={reference} class="govuk-body">
            <a class="govuk-link" href={`${address}?page=case&reference=${encodeURIComponent(reference)}`}>
              {reference}
            </a>{' '}
            <StateTag state={state} /> {types.join(', ')}
          </li>
        ))}
      </ul>
      {file.closed === null && <LinkForm {...{ file, onDone }} />}
    </FoldedPart>
  );
}

function LinkForm({ file, onDone }: CaseForm) {
  const [to, setTo] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('linking', onDone);
  const link = () =>
    send(to, async (key) => {
      await call('linkCases', { key, reference: file.reference, to });
      setTo('');
      return 'The cases are linked.';
    });
  return (
    <>
      {problem}
      <TextInput id={idOf('to')} label="Reference of the other case" error={errorFor('to')} value={to} onInput={setTo} />
      <Button secondary busy={busy} onPress={link}>
        Link them
      </Button>
    </>
  );
}
