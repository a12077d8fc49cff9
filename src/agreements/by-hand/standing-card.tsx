import { useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { ByHand } from './by-hand.ts';
import type { PersonFile, PersonStanding } from './see-person.ts';

const TOLD: Record<PersonStanding['tells'], string> = {
  themselves: 'Mails to them',
  'class teacher': 'Mails to the class teacher',
  parents: 'Mails to the parents, each with their own link',
  nobody: '',
};

const CHOICES: Record<ByHand, { text: string; hint: string }> = {
  'ask again': { text: 'Ask them to sign again', hint: 'What they signed counts no more, and mails and reminders begin anew.' },
  withdraw: { text: 'Record that it was withdrawn', hint: 'They have taken their agreement back.' },
  close: { text: 'Close it', hint: 'They need not sign, or not any more.' },
  extend: { text: 'Change the last day of access', hint: 'Later or sooner.' },
};

interface CardProps {
  line: PersonStanding;
  id: string;
  file: Pick<PersonFile, 'today' | 'ends'>;
  onDone: (said: string) => Promise<void>;
}

/** Where a person stands with one agreement, and what can be done about it. */
export function StandingCard({ line, id, file, onDone }: CardProps) {
  return (
    <section class="govuk-inset-text" aria-label={line.agreement}>
      <h3 class="govuk-heading-s">
        {line.agreement}: {line.state}
        {line.isOverdue && ', overdue'}
      </h3>
      <dl class="govuk-summary-list">
        {factsOf(line).map(([label, value]) => (
          <div class="govuk-summary-list__row" key={label}>
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value handrail-said">{value}</dd>
          </div>
        ))}
      </dl>
      {line.possible.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Change this by hand</span>
          </summary>
          <div class="govuk-details__text">
            <StandingForm {...{ line, id, file, onDone }} />
          </div>
        </details>
      )}
    </section>
  );
}

function factsOf(line: PersonStanding): [string, string][] {
  const { version, asked, due, signed, approved, approver, told, lastTold, tells, escalated, accessEndsOn, note } = line;
  const all: [string, string][] = [
    ['Version', version === 0 ? '' : String(version)],
    ['Asked', asked],
    ['To be done by', due],
    [TOLD[tells], told === 0 ? 'none since they were asked' : `${told}, the last on ${lastTold}`],
    ['Passed on to', escalated],
    ['Signed', signed],
    ['Approved', approved && `${approved} by ${approver}`],
    ['Last day of access', accessEndsOn],
    ['Note', note],
  ];
  return all.filter(([label, value]) => label !== '' && value !== '');
}

function StandingForm({ line, id, file, onDone }: CardProps) {
  const [what, setWhat] = useState<ByHand | ''>('');
  const [why, setWhy] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm(id, onDone);
  const chosen = { standing: line.standing, from: line.state };
  const record = () =>
    send([what, why, since, until, chosen], async (key) => {
      const done = await recorded(what, { key, ...chosen }, { why, since, until, was: line.accessEnds });
      setWhat('');
      setWhy('');
      return `${line.agreement}: ${done}`;
    });

  return (
    <>
      {problem}
      <Radios
        id={idOf('what')}
        label="What do you want to do?"
        value={what}
        options={line.possible.map((value) => ({ value, ...CHOICES[value] }))}
        onInput={(value) => setWhat(value as ByHand)}
      />
      {what === 'withdraw' && (
        <TextInput id={idOf('since')} label="Since which day" hint={`For example ${file.today}.`} error={errorFor('since')} value={since} onInput={setSince} />
      )}
      {what === 'extend' && (
        <TextInput
          id={idOf('until')}
          label="Last day of access"
          hint={`For example ${file.ends.map(({ day, text }) => `${day} (${text})`).join(', ')}.`}
          error={errorFor('until')}
          value={until}
          onInput={setUntil}
        />
      )}
      {what !== '' && what !== 'extend' && (
        <TextInput
          id={idOf('why')}
          label={what === 'withdraw' ? 'How the school knows' : 'Why'}
          hint="It stays with the record."
          error={errorFor('why')}
          value={why}
          onInput={setWhy}
        />
      )}
      {what !== '' && (
        <Button secondary busy={busy} onPress={record}>
          Record this
        </Button>
      )}
    </>
  );
}

async function recorded(
  what: ByHand | '',
  request: { key: string; standing: string; from: PersonStanding['state'] },
  { why, since, until, was }: { why: string; since: string; until: string; was: string },
): Promise<string> {
  if (what === 'ask again') {
    await call('askAgain', { ...request, why });
    return 'asked again. Mails begin anew.';
  }
  if (what === 'withdraw') {
    await call('withdrawStanding', { ...request, since, why });
    return 'withdrawn.';
  }
  if (what === 'extend') {
    await call('extendAccess', { ...request, was, until });
    return 'the last day of access has been changed.';
  }
  await call('closeStanding', { ...request, why });
  return 'closed.';
}
