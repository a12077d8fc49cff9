import { useState } from 'preact/hooks';
import { Button, Radios, TextInput } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { type AgreementSettings, faultIn } from './settings.ts';
import { settingsInWords } from './settings-words.ts';

startPage(Settings);

function Settings() {
  const [loaded] = useLoaded(() => call('readAgreementSettings', {}));
  return (
    <Page title="How people are asked and reminded" back={{ text: 'Agreements', page: 'agreements' }} loaded={loaded}>
      {(settings) => <Form settings={settings} />}
    </Page>
  );
}

/** The settings that are numbers, in the order of the page, with what they are called there. */
const NUMBERS: [field: Exclude<keyof AgreementSettings, 'remindAfterDays' | 'pupilsToldBy'>, label: string, hint: string][] = [
  ['dueAfterDays', 'Days to sign', 'From being asked to the day by which it should be done.'],
  ['mostMails', 'Most mails about one agreement', 'The first one included.'],
  ['lineManagerAfterDays', 'Line manager told after', 'Days after being asked.'],
  ['headAfterDays', 'Headteacher told after', 'Days after being asked.'],
  [
    'starterDays',
    'No access without signing after',
    'Days after being asked for the first time. Whoever has still not signed is listed on the page Agreements.',
  ],
  ['guestReminderDays', 'Guests reminded before their access ends', 'Days before.'],
  ['mailsADay', 'Most people who get a mail in a day', 'Google lets the school send 1,500 mails a day for everything.'],
];

function Form({ settings }: { settings: AgreementSettings }) {
  // As typed: what is no number yet stays on the page.
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(NUMBERS.map(([field]) => [field, String(settings[field])])));
  const [reminders, setReminders] = useState(settings.remindAfterDays.join(', '));
  const [pupilsToldBy, setPupilsToldBy] = useState(settings.pupilsToldBy);
  const { busy, error, said, doing } = useWork();
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const number = (field: string) => numberIn(typed[field] ?? '');
  const wanted: AgreementSettings = {
    dueAfterDays: number('dueAfterDays'),
    remindAfterDays: daysIn(reminders),
    lineManagerAfterDays: number('lineManagerAfterDays'),
    headAfterDays: number('headAfterDays'),
    mostMails: number('mostMails'),
    starterDays: number('starterDays'),
    guestReminderDays: number('guestReminderDays'),
    mailsADay: number('mailsADay'),
    pupilsToldBy,
  };
  const fault = faultIn(wanted);
  const save = (event: Event) => {
    event.preventDefault();
    void doing('dueAfterDays', async () => {
      if (fault) throw new Refused(fault.message, fault.field);
      await call('saveAgreementSettings', wanted);
      return 'Saved. It holds for everything that is asked and sent from now on.';
    });
  };

  return (
    <form noValidate onSubmit={save}>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      <TextInput
        id="remindAfterDays"
        label="Reminders after"
        hint="Days after being asked, with commas between them: 3, 7, 14. Leave it empty for none."
        error={errorFor('remindAfterDays')}
        value={reminders}
        onInput={setReminders}
      />
      {NUMBERS.map(([field, label, hint]) => (
        <TextInput
          key={field}
          id={field}
          label={label}
          hint={hint}
          error={errorFor(field)}
          value={typed[field] ?? ''}
          onInput={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <Radios
        id="pupilsToldBy"
        label="How are pupils told?"
        value={pupilsToldBy}
        options={[
          { value: 'class teacher', text: 'Their class teacher tells them', hint: 'One mail for the class.' },
          { value: 'mail', text: 'They get a mail themselves' },
        ]}
        onInput={(value) => setPupilsToldBy(value as AgreementSettings['pupilsToldBy'])}
      />
      {fault === null && (
        <div class="govuk-inset-text">
          <h2 class="govuk-heading-s">So this will happen</h2>
          <ul class="govuk-list">
            {settingsInWords(wanted).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <Button busy={busy !== null}>Save</Button>
    </form>
  );
}

function daysIn(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(numberIn);
}

/** Nothing, and what is no number, is none of the numbers that are taken. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
