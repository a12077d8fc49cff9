import { useState } from 'preact/hooks';
import { isHardToRead } from '../../agreements/classes/class-agreement.ts';
import { TextArea } from '../../pages/inputs.tsx';
import { type LessonPart, SettingForm } from './settings-part.tsx';

/** What pupils read where they join (D6). */
export function PupilsPart({ page, onDone }: LessonPart) {
  return (
    <>
      <p class="govuk-body">
        Pupils read this before a lesson. Write for a nine-year-old: short sentences, one a line, words they say themselves. They see a change within a few
        minutes.
      </p>
      <Sentences {...{ page, onDone }} setting="groundRules" label="Ground rules" button="Set the rules" said="The ground rules are set." />
      <Sentences {...{ page, onDone }} setting="askForHelp" label="How to ask for help" button="Set how to ask" said="How to ask for help is set." />
    </>
  );
}

function Sentences({ page, onDone, setting, ...words }: LessonPart & { setting: 'groundRules' | 'askForHelp'; label: string; button: string; said: string }) {
  const [sentences, setSentences] = useState(page.settings[setting].join('\n'));
  const hard = sentences.split('\n').filter(isHardToRead);
  return (
    <SettingForm {...{ page, onDone, wanted: { setting, sentences }, button: words.button, said: words.said }}>
      {(form) => (
        <>
          <TextArea
            id={form.idOf('sentences')}
            label={words.label}
            hint="One sentence or two on each line."
            rows={9}
            error={form.errorFor('sentences')}
            value={sentences}
            onInput={setSentences}
          />
          <div role="status">
            {hard.length > 0 && (
              <>
                <p class="govuk-hint">May be hard to read at nine:</p>
                <ul class="govuk-list govuk-list--bullet">
                  {hard.map((sentence) => (
                    <li class="govuk-hint handrail-said" key={sentence}>
                      {sentence}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </>
      )}
    </SettingForm>
  );
}
