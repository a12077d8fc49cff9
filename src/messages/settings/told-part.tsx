import { useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import type { ToldOf } from '../monitoring.ts';
import type { MonitoringPart } from './monitoring-part.ts';
import { GROUP_WORDS } from './notices.ts';
import type { GroupTold } from './read-monitoring.ts';

/** Who knows that mail is monitored, since when and how, with a text for each group (C1). */
export function ToldPart(props: MonitoringPart) {
  return (
    <ul class="handrail-lines">
      {props.page.told.map((told) => (
        <li key={told.group}>
          <Told {...props} told={told} />
        </li>
      ))}
    </ul>
  );
}

function Told({ page, onDone, told }: MonitoringPart & { told: GroupTold }) {
  const { group, on, how, of, isEnough, notices, agreements } = told;
  const name = GROUP_WORDS[group];
  const colour = page.modeToday === 'off' ? 'grey' : 'red';
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {name} {!isEnough && <strong class={`govuk-tag govuk-tag--${colour}`}>{on === '' ? 'not told' : 'not told of all mail'}</strong>}
      </h3>
      {on !== '' && (
        <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">
          Told on {on}
          {of === 'journal' ? ' of all mail' : ' of mail with certain words'}: {how}
        </p>
      )}
      {agreements.map(({ title, version, since, asks }) => (
        <p class="govuk-body-s govuk-!-margin-bottom-1" key={title}>
          {title}, version {version}, says so since {since}
          {asks ? '.' : '; nobody has been asked to sign it yet.'}
        </p>
      ))}
      {agreements.length === 0 && <p class="govuk-body-s govuk-!-margin-bottom-1">No agreement in use tells them.</p>}
      <Fold summary={`Text for ${name.toLowerCase()}: mail with certain words`}>
        <p class="handrail-said">{notices.sieve}</p>
      </Fold>
      <Fold summary={`Text for ${name.toLowerCase()}: all mail`}>
        <p class="handrail-said">{notices.journal}</p>
      </Fold>
      {page.mayChange && (
        <Fold summary={`Record that ${name.toLowerCase()} were told`}>
          <ToldForm {...{ page, onDone, told }} />
        </Fold>
      )}
    </>
  );
}

function ToldForm({ page, onDone, told: { group } }: MonitoringPart & { told: GroupTold }) {
  const [on, setOn] = useState('');
  const [how, setHow] = useState('');
  const [of, setOf] = useState<ToldOf>(page.decision === null || page.decision.isOver ? 'sieve' : 'journal');
  const form = useSmallForm(`told-${group}`, onDone);
  const submit = (event: Event) => {
    event.preventDefault();
    form.send([on, how, of], async (key) => {
      await call('recordTold', { key, version: page.version, group, on, how, of });
      setOn('');
      setHow('');
      return `Recorded: ${GROUP_WORDS[group].toLowerCase()} were told.`;
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      {form.problem}
      <TextInput id={form.idOf('on')} label="On which day?" hint="Like 07/09/2026." error={form.errorFor('on')} value={on} onInput={setOn} />
      <TextInput
        id={form.idOf('how')}
        label="How, and by whom?"
        hint="Such as: read out in every class by the class teacher."
        error={form.errorFor('how')}
        value={how}
        onInput={setHow}
      />
      <Radios
        id={form.idOf('of')}
        label="What were they told?"
        error={form.errorFor('of')}
        value={of}
        options={[
          { value: 'sieve', text: 'That mail with certain words is looked at' },
          { value: 'journal', text: 'That all mail of chosen accounts is looked at' },
        ]}
        onInput={(value) => setOf(value as ToldOf)}
      />
      <Button busy={form.busy}>Record</Button>
    </form>
  );
}
