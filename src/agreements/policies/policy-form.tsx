import { useState } from 'preact/hooks';
import { Button, Radios, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { REVIEW_MONTHS } from './policy-dates.ts';
import type { PolicyLine } from './see-policies.ts';

const ON_A_DAY = '0';
const OFTEN = [
  ...REVIEW_MONTHS.map((months) => ({ value: String(months), text: months === 12 ? 'Every year' : `Every ${months / 12} years` })),
  { value: ON_A_DAY, text: 'On a day that I enter' },
];

/** Everything about one policy, new or to be changed. */
export function PolicyForm({
  id,
  title: given,
  line,
  today,
  onDone,
  onCancel,
}: {
  id: string;
  title: string;
  /** Null for one that is new. */
  line: PolicyLine | null;
  today: string;
  onDone: (said: string) => Promise<void>;
  onCancel?: () => void;
}) {
  const [title, setTitle] = useState(given);
  const [version, setVersion] = useState(line?.version ?? '');
  const [approvedOn, setApprovedOn] = useState(line?.approvedOn ?? '');
  const [approvedBy, setApprovedBy] = useState(line?.approvedBy ?? '');
  const [owner, setOwner] = useState(line?.owner ?? { email: '', name: '' });
  const [everyMonths, setEveryMonths] = useState(String(line?.everyMonths ?? REVIEW_MONTHS[0]));
  const [reviewOn, setReviewOn] = useState(line?.everyMonths === 0 ? line.nextReview : '');
  const [address, setAddress] = useState(line?.address ?? '');
  const [notes, setNotes] = useState(line?.notes ?? '');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const request = {
    ...{ id: line?.id ?? '', was: line?.revision ?? 0, title, version, approvedOn, approvedBy, owner: owner.email },
    ...{ everyMonths: Number(everyMonths) as 0 | 12 | 24 | 36, reviewOn: everyMonths === ON_A_DAY ? reviewOn : '', address, notes },
  };
  const save = () =>
    send(request, async (key) => {
      await call('savePolicy', { key, ...request });
      return line ? `${title} has been changed.` : `${title} is on the list.`;
    });

  return (
    <>
      {problem}
      <TextInput id={idOf('title')} label="Name of the policy" error={errorFor('title')} value={title} onInput={setTitle} />
      <TextInput
        id={idOf('approvedOn')}
        label="Last approved on"
        hint={`For example ${today}. Leave it empty if it was never approved.`}
        error={errorFor('approvedOn')}
        value={approvedOn}
        onInput={setApprovedOn}
      />
      <TextInput
        id={idOf('approvedBy')}
        label="Approved by"
        hint="For example: full governing body."
        error={errorFor('approvedBy')}
        value={approvedBy}
        onInput={setApprovedBy}
      />
      <TextInput id={idOf('version')} label="Version" hint="If the school numbers them." error={errorFor('version')} value={version} onInput={setVersion} />
      <Radios
        id={idOf('everyMonths')}
        label="When it is reviewed"
        error={errorFor('everyMonths')}
        value={everyMonths}
        options={OFTEN}
        onInput={setEveryMonths}
      />
      {everyMonths === ON_A_DAY && (
        <TextInput
          id={idOf('reviewOn')}
          label="Next review on"
          hint={`A day like ${today}.`}
          error={errorFor('reviewOn')}
          value={reviewOn}
          onInput={setReviewOn}
        />
      )}
      <Owner id={idOf('owner')} {...{ owner, setOwner }} error={errorFor('owner')} />
      <TextInput
        id={idOf('address')}
        label="Where it is published"
        hint="The address of the page or file, beginning with https://"
        error={errorFor('address')}
        value={address}
        onInput={setAddress}
      />
      <TextArea id={idOf('notes')} label="Notes" rows={3} error={errorFor('notes')} value={notes} onInput={setNotes} />
      <Button busy={busy} onPress={save}>
        {line ? 'Save' : 'Put on the list'}
      </Button>{' '}
      {onCancel && (
        <Button secondary onPress={onCancel}>
          Cancel
        </Button>
      )}
    </>
  );
}

/** Whoever sees to the review and is reminded of it. */
function Owner({
  id,
  owner,
  setOwner,
  error,
}: {
  id: string;
  owner: PolicyLine['owner'];
  setOwner: (owner: PolicyLine['owner']) => void;
  error: string | undefined;
}) {
  return (
    <>
      <PersonPicker
        id={id}
        label="Owner"
        hint="Who sees to the review and is reminded. Type the beginning of a name and choose."
        error={error}
        find={async (text) => (await call('findPeople', { text })).value}
        onPick={setOwner}
      />
      {owner.email !== '' && (
        <p class="govuk-body">
          {owner.name} ({owner.email}){' '}
          <button type="button" class="handrail-link" onClick={() => setOwner({ email: '', name: '' })}>
            Remove<span class="govuk-visually-hidden"> {owner.name} as owner</span>
          </button>
        </p>
      )}
    </>
  );
}
