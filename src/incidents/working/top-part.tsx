import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, Select } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { Warning } from '../../pages/warning.tsx';
import type { OpenState } from '../concern.ts';
import type { CaseFile } from './case-file.ts';
import type { CaseForm, CasePart } from './case-part.ts';
import { type Fact, Facts } from './facts.tsx';
import { SeverityTag, StateTag } from './state-tag.tsx';

const STATE_WORDS: Record<OpenState, string> = { new: 'new', open: 'open: being looked at', waiting: 'waiting for somebody' };

/** Where the case stands, at a glance. */
export function CaseTop({ file, reload }: CasePart) {
  const [notice, onDone] = useNotice(reload);
  const isOpen = file.closed === null;
  const overdue = file.tasks.filter((task) => task.overdue).length;
  const [next] = file.tasks.filter(({ dueWords }) => dueWords !== '');
  const facts: Fact[] = [
    ['Types', `${file.typeTitles.join(', ') || 'not said'}${file.classified || file.types.length === 0 ? '' : ' (as reported)'}`],
    ['Owner', nameOf(file.owner, file) || (isOpen ? 'nobody yet' : '')],
    ['Next due', next ? `${next.dueWords}: ${next.what}` : isOpen ? 'nothing' : ''],
    ['Received', file.isFromMail ? `${file.received}: ${file.origin}` : `${file.received}, from ${file.reporter}`],
    ['In', file.lane],
  ];
  return (
    <>
      <p class="govuk-body handrail-tags">
        <StateTag state={file.state} /> <SeverityTag severity={file.severity} />
        {overdue > 0 && <strong class="govuk-tag govuk-tag--red"> {overdue} overdue</strong>}
        {file.held && <strong class="govuk-tag govuk-tag--grey">on hold: not to be erased</strong>}
      </p>
      {file.danger && isOpen && (
        <Warning>{file.isFromMail ? 'A message of this case points to somebody in danger.' : 'The reporter said that somebody may be in danger now.'}</Warning>
      )}
      {!file.onDesk && isOpen && (
        <p class="govuk-inset-text">This case names somebody who reads the desk. It is on this page only and not on the desk Sheet.</p>
      )}
      {notice}
      <Facts facts={facts} />
      {isOpen && file.owner === '' && <TakeIt {...{ file, onDone }} />}
      {isOpen && (
        <Fold summary="Change the state or the owner">
          <StateForm {...{ file, onDone }} />
          <OwnerForm {...{ file, onDone }} />
        </Fold>
      )}
    </>
  );
}

function nameOf(email: string, { owners }: Pick<CaseFile, 'owners'>): string {
  return owners.find((each) => each.email === email)?.name ?? email;
}

function StateForm({ file, onDone }: CaseForm) {
  const [chosen, setChosen] = useState<OpenState | null>(null);
  const { busy, idOf, errorFor, problem, send } = useSmallForm('set-state', onDone);
  const from = file.state as OpenState;
  const to = chosen ?? from;
  const record = () =>
    send([from, to], async (key) => {
      await call('changeState', { key, reference: file.reference, from, to });
      setChosen(null);
      return `The state is now “${STATE_WORDS[to]}”.`;
    });
  return (
    <>
      {problem}
      <div class="handrail-beside">
        <Select
          id={idOf('state')}
          label="State"
          error={errorFor('state')}
          value={to}
          options={Object.entries(STATE_WORDS).map(([value, text]) => ({ value, text }))}
          onInput={(value) => setChosen(value as OpenState)}
        />
        <Button secondary busy={busy} onPress={record}>
          Set state
        </Button>
      </div>
    </>
  );
}

function TakeIt({ file, onDone }: CaseForm) {
  const { busy, problem, send } = useSmallForm('take-it', onDone);
  const { reference, me } = file;
  const take = () =>
    send(me, async (key) => {
      await call('changeOwner', { key, reference, from: '', to: me });
      return 'It is yours now.';
    });
  return (
    <>
      {problem}
      <Button busy={busy} onPress={take}>
        I take it
      </Button>
    </>
  );
}

function OwnerForm({ file, onDone }: CaseForm) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, idOf, errorFor, problem, send } = useSmallForm('set-owner', onDone);
  const to = chosen ?? file.owner;
  const record = () =>
    send([file.owner, to], async (key) => {
      await call('changeOwner', { key, reference: file.reference, from: file.owner, to });
      setChosen(null);
      return to === '' ? 'Nobody owns it now.' : `${nameOf(to, file)} owns it now.`;
    });
  return (
    <>
      {problem}
      <div class="handrail-beside">
        <Select
          id={idOf('owner')}
          label="Owner"
          error={errorFor('owner')}
          value={to}
          options={[{ value: '', text: 'nobody yet' }, ...file.owners.map(({ email, name }) => ({ value: email, text: name }))]}
          onInput={setChosen}
        />
        <Button secondary busy={busy} onPress={record}>
          Set owner
        </Button>
      </div>
    </>
  );
}
