import { useState } from 'preact/hooks';
import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { Button, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { MomentInput, momentOf } from '../../pages/moment.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { ReferralPackForm } from '../sharing/referral-pack.tsx';
import type { CaseForm, CasePart } from './case-part.ts';
import { Facts } from './facts.tsx';
import { OpenFile } from './files-part.tsx';

/** What was given to people outside, and decisions not to give it (rule 12). */
export function Sharing({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const { shares, reference } = file;
  return (
    <FoldedPart id="sharing" title="Information shared" brief={String(shares.length)}>
      {notice}
      {shares.length === 0 && <p class="govuk-body">Nothing has been recorded as shared, or as not shared.</p>}
      <ul class="handrail-lines">
        {shares.map(({ shared, withWhom, what, why, at, who, pack }) => (
          <li key={`${withWhom} ${at}`}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1 handrail-said">
              {shared ? 'Shared with' : 'Not shared with'} {withWhom}
            </h3>
            <Facts
              facts={[
                ['What', what],
                ['Why', why],
                ['When, by whom', `${at}, ${who}`],
              ]}
            />
            {pack && <OpenFile reference={reference} file={pack} />}
          </li>
        ))}
      </ul>
      {/* An agency may ask years after a case was closed. */}
      <Fold summary="Make a referral pack for an agency (PDF)">
        <ReferralPackForm {...{ file, onDone }} />
      </Fold>
      <Fold summary="Record what was shared, or that it was not">
        <ShareForm {...{ file, onDone }} />
      </Fold>
    </FoldedPart>
  );
}

function ShareForm({ file, onDone }: CaseForm) {
  const [shared, setShared] = useState<'' | 'yes' | 'no'>('');
  const [withWhom, setWithWhom] = useState('');
  const [what, setWhat] = useState('');
  const [why, setWhy] = useState('');
  const [at, setAt] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('share', onDone);
  const not = shared === 'no' ? 'not ' : '';
  const record = () =>
    send([shared, withWhom, what, why, at], async (key) => {
      if (shared === '') throw new Refused('Say whether it was shared', 'shared');
      await call('shareInformation', { key, reference: file.reference, shared: shared === 'yes', withWhom, what, why, at: momentOf(at) });
      for (const empty of [setWithWhom, setWhat, setWhy, setAt]) empty('');
      setShared('');
      return `Recorded: ${not}shared with ${withWhom}.`;
    });
  return (
    <>
      {problem}
      <Radios
        id={idOf('shared')}
        label="Was it shared?"
        error={errorFor('shared')}
        value={shared}
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No: we decided not to share it' },
        ]}
        onInput={(value) => setShared(value as typeof shared)}
      />
      <TextInput id={idOf('withWhom')} label="With whom" error={errorFor('withWhom')} value={withWhom} onInput={setWithWhom} />
      <TextArea id={idOf('what')} label={`What was ${not}shared`} rows={2} error={errorFor('what')} value={what} onInput={setWhat} />
      <TextArea id={idOf('why')} label="Why" rows={2} error={errorFor('why')} value={why} onInput={setWhy} />
      <MomentInput id={idOf('at')} label="When" hint="Leave it empty for now." error={errorFor('at')} value={at} onInput={setAt} />
      <Button secondary busy={busy} onPress={record}>
        Record this
      </Button>
    </>
  );
}
