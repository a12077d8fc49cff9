import { useState } from 'preact/hooks';
import { Button, Checkbox, Radios, Select, TextInput } from '../pages/inputs.tsx';
import { call, Refused } from '../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../pages/shell.tsx';
import { useWork } from '../pages/work.ts';
import { sourceWords } from './protocols/sources.ts';
import type { IncidentSettings } from './settings.ts';
import { DIGEST_DAYS, incidentFaultIn, NUMBER_SETTINGS, OTHER_SOURCES } from './settings-words.ts';

startPage(Settings);

function Settings() {
  const [loaded] = useLoaded(() => call('readIncidentSettings', {}));
  return (
    <Page title="How concerns and cases are handled" back={{ text: 'Cases', page: 'cases' }} loaded={loaded}>
      {(settings) => <Form settings={settings} />}
    </Page>
  );
}

function Form({ settings }: { settings: IncidentSettings }) {
  const [chosen, setChosen] = useState(settings);
  // As typed: what is no number yet stays on the page.
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(NUMBER_SETTINGS.map(({ field }) => [field, String(settings[field])])));
  const { busy, error, said, doing } = useWork();
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);
  const choose = (change: Partial<IncidentSettings>) => setChosen({ ...chosen, ...change });
  const from = (field: keyof typeof OTHER_SOURCES) => <Source words={sourceWords(OTHER_SOURCES[field])} />;
  const numbers = Object.fromEntries(NUMBER_SETTINGS.map(({ field }) => [field, numberIn(typed[field] ?? '')])) as Partial<IncidentSettings>;
  const wanted: IncidentSettings = { ...chosen, ...numbers };

  const save = (event: Event) => {
    event.preventDefault();
    void doing('urgentMinutes', async () => {
      const fault = incidentFaultIn(wanted);
      if (fault) throw new Refused(fault.message, fault.field);
      await call('saveIncidentSettings', wanted);
      return 'Saved. It holds from now on; the desks follow within five minutes.';
    });
  };

  return (
    <form noValidate onSubmit={save}>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      {NUMBER_SETTINGS.map(({ field, label, hint, source }) => (
        <TextInput
          key={field}
          id={field}
          label={label}
          hint={
            <>
              {hint} <Source words={sourceWords(source)} />
            </>
          }
          error={errorFor(field)}
          value={typed[field] ?? ''}
          onInput={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <Radios
        id="peopleOnDesk"
        label="How do people stand on the desks and in lists?"
        hint={from('peopleOnDesk')}
        value={chosen.peopleOnDesk}
        options={[
          { value: 'none', text: 'Not at all', hint: 'They are on the page of the case alone.' },
          { value: 'initials', text: 'Initials and class', hint: 'A.K. 3A' },
          { value: 'names', text: 'Names and class', hint: 'Whoever looks over a shoulder can read them.' },
        ]}
        onInput={(value) => choose({ peopleOnDesk: value as IncidentSettings['peopleOnDesk'] })}
      />
      <div class="govuk-checkboxes govuk-form-group">
        <Checkbox
          id="deskViewOnly"
          label="Desks are to look at only"
          hint={<>State, owner and notes are then changed on the page of the case alone, where it is certain who did it. {from('deskViewOnly')}</>}
          checked={chosen.deskViewOnly}
          onChange={(deskViewOnly) => choose({ deskViewOnly })}
        />
        <Checkbox
          id="allowNameless"
          label="Concerns may be raised without a name"
          hint={
            <>Handrail then does not record who it was. Google’s own logs still know which account was used, and the page says so. {from('allowNameless')}</>
          }
          checked={chosen.allowNameless}
          onChange={(allowNameless) => choose({ allowNameless })}
        />
        <Checkbox
          id="dutyToReport"
          label="The duty to report child sexual abuse is in force for us"
          hint={<>Tick it only when you have checked its commencement and whom it binds. Cases then get the task that goes with it. {from('dutyToReport')}</>}
          checked={chosen.dutyToReport}
          onChange={(dutyToReport) => choose({ dutyToReport })}
        />
      </div>
      <Radios
        id="reviewEvery"
        label="How often is the log reviewed?"
        hint={from('reviewEvery')}
        value={chosen.reviewEvery}
        options={[
          { value: 'half term', text: 'Every half term' },
          { value: 'term', text: 'Every term' },
        ]}
        onInput={(value) => choose({ reviewEvery: value as IncidentSettings['reviewEvery'] })}
      />
      <Radios
        id="transferDays"
        label="How are the five days of a transfer counted?"
        hint={from('transferDays')}
        value={chosen.transferDays}
        options={[
          { value: 'school days', text: 'School days', hint: 'Holidays do not count.' },
          { value: 'working days', text: 'Working days', hint: 'Weekends and bank holidays do not count.' },
        ]}
        onInput={(value) => choose({ transferDays: value as IncidentSettings['transferDays'] })}
      />
      <Select
        id="digestDay"
        label="Day of the weekly digest"
        hint={<>When the school is closed on it, the digest goes on the next open day of that week. {from('digestDay')}</>}
        error={errorFor('digestDay')}
        value={String(chosen.digestDay)}
        options={DIGEST_DAYS.map((text, index) => ({ value: String(index + 1), text }))}
        onInput={(value) => choose({ digestDay: Number(value) })}
      />
      <Button busy={busy !== null}>Save</Button>
    </form>
  );
}

function Source({ words }: { words: string }) {
  return <span>Source: {words}.</span>;
}

/** Nothing, and what is no number, is none of the numbers that are taken. */
function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
