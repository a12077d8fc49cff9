import { useState } from 'preact/hooks';
import { FoldedPart } from '../../pages/fold.tsx';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import type { Lane } from '../concern.ts';
import type { CaseForm, CasePart } from './case-part.ts';

/** Gives the case to those who read another lane. */
export function HandOverPart({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  if (file.closed !== null) return null;
  return (
    <FoldedPart id="hand-over" title="Hand over" brief={`now in: ${file.lane}`}>
      {notice}
      {file.handOverTo.length === 0 ? <p class="govuk-body">There is nobody else this case could go to.</p> : <HandOverForm {...{ file, onDone }} />}
    </FoldedPart>
  );
}

function HandOverForm({ file, onDone }: CaseForm) {
  const [to, setTo] = useState<Lane | ''>('');
  const [why, setWhy] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('handing-over', onDone);
  const record = () =>
    send([to, why, file.laneId], async (key) => {
      if (to === '') throw new Refused('Choose where it goes', 'to');
      const { value } = await call('handOver', { key, reference: file.reference, to, why, from: file.laneId });
      setTo('');
      setWhy('');
      return `It has been handed over. It is in: ${value.lane}.`;
    });
  return (
    <>
      {problem}
      <Radios
        id={idOf('to')}
        label="Where should it go?"
        error={errorFor('to')}
        value={to}
        options={file.handOverTo.map(({ lane, title, readers, youKeepIt }) => ({
          ...{ value: lane, text: title },
          hint: `Read by ${readers.join(', ')}. ${youKeepIt ? 'You can still open it.' : 'You cannot open it any more: your list will only say that it went.'}`,
        }))}
        onInput={(value) => setTo(value as Lane)}
      />
      <TextInput id={idOf('why')} label="Why" error={errorFor('why')} value={why} onInput={setWhy} />
      <Button busy={busy} onPress={record}>
        Hand it over
      </Button>
    </>
  );
}
