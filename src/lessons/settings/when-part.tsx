import { useState } from 'preact/hooks';
import { TextArea, TextInput } from '../../pages/inputs.tsx';
import { FOR_TECHNICIAN, type LessonPart, SettingForm } from './settings-part.tsx';

/** The systems that the school's leaders approved (D3). */
export function SystemsPart({ page, onDone }: LessonPart) {
  const [systems, setSystems] = useState(page.settings.approvedSystems.join('\n'));
  return (
    <SettingForm {...{ page, onDone, wanted: { setting: 'approvedSystems', systems } }} said={`The approved systems are set. ${FOR_TECHNICIAN}`}>
      {(form) => (
        <TextArea
          id={form.idOf('systems')}
          label="Approved systems"
          hint="One on each line, as Calendar names them, such as Google Meet."
          rows={3}
          error={form.errorFor('systems')}
          value={systems}
          onInput={setSystems}
        />
      )}
    </SettingForm>
  );
}

/** At what time of the day, and how often a week (D3). */
export function WhenPart({ page, onDone }: LessonPart) {
  const { hours, mostAWeek } = page.settings;
  const [from, setFrom] = useState(hours?.from ?? '');
  const [to, setTo] = useState(hours?.to ?? '');
  const [most, setMost] = useState(String(mostAWeek));
  return (
    <>
      <SettingForm {...{ page, onDone, wanted: { setting: 'hours', from, to } }} button="Set the hours" said={`The hours are set. ${FOR_TECHNICIAN}`}>
        {(form) => (
          <div class="handrail-beside">
            <TextInput
              id={form.idOf('from')}
              label="Not before"
              hint="Like 08:30, Monday to Friday. Empty: at any time."
              error={form.errorFor('from')}
              value={from}
              onInput={setFrom}
            />
            <TextInput id={form.idOf('to')} label="Over by" hint="Like 16:00." error={form.errorFor('to')} value={to} onInput={setTo} />
          </div>
        )}
      </SettingForm>
      <SettingForm {...{ page, onDone, wanted: { setting: 'mostAWeek', most } }} button="Set the number" said="The number a week is set.">
        {(form) => (
          <TextInput
            id={form.idOf('most')}
            label="Live lessons a week for a class, at most"
            hint="0 for no limit."
            error={form.errorFor('most')}
            value={most}
            onInput={setMost}
          />
        )}
      </SettingForm>
    </>
  );
}

/** When somebody last went through Meet's settings for the whole school. */
export function AuditPart({ page, onDone }: LessonPart) {
  const [on, setOn] = useState('');
  return (
    <>
      <p class="govuk-body">{page.auditedOn === '' ? 'Nobody has recorded it yet.' : `Last on ${page.auditedOn}. It is good for a year.`}</p>
      <p class="govuk-body">In Google’s admin console, under Apps, Google Workspace, Google Meet, the technician goes through these with a senior leader:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>which people may have video calls at all, and whether pupils may start one;</li>
        <li>who may join calls of the school, and which calls outside the school our people may join;</li>
        <li>that host controls are on for new calls;</li>
        <li>who may record, who may have transcripts and notes, and where they are kept;</li>
        <li>whether people may dial in by telephone;</li>
        <li>who may stream, and to whom;</li>
        <li>that reports of abuse from Meet reach somebody.</li>
      </ul>
      <SettingForm {...{ page, onDone, wanted: { setting: 'auditedOn', on } }} button="Record" said="Recorded." afterwards={() => setOn('')}>
        {(form) => (
          <TextInput
            id={form.idOf('on')}
            label="On which day was it gone through?"
            hint={`Like ${page.today}.`}
            error={form.errorFor('on')}
            value={on}
            onInput={setOn}
          />
        )}
      </SettingForm>
    </>
  );
}
