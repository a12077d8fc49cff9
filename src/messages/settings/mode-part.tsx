import { useState } from 'preact/hooks';
import { ChangeForm } from '../../pages/change-form.tsx';
import { Radios } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import type { Mode } from '../monitoring.ts';
import { MEASURED } from './measured.ts';
import type { MonitoringPart } from './monitoring-part.ts';

/** How mail reaches the office, and what the difference was when it was measured. */
export function ModePart({ page, onDone }: MonitoringPart) {
  const [mode, setMode] = useState(page.monitoring.mode);
  return (
    <>
      <p class="govuk-body">
        <strong>By words.</strong> {MEASURED.sieve}
      </p>
      <p class="govuk-body">
        <strong>All mail.</strong> {MEASURED.journal} It needs a decision of its own, below.
      </p>
      <p class="govuk-body">
        In every mode people can send a message on, and can write to the safeguarding mailbox. What Google copies is set in its admin console: choosing here
        does not change it. The page “What Google is told about mail” has the texts and the steps.
      </p>
      <ChangeForm
        {...{ page, onDone }}
        id="mode"
        button="Set"
        said="How mail is monitored is set. Now see that Google’s admin console does the same."
        content={mode}
        change={(change) => call('setMode', { ...change, mode })}
      >
        {(form) => (
          <Radios
            id={form.idOf('mode')}
            label="What does Handrail look at?"
            error={form.errorFor('mode')}
            value={mode}
            options={[
              { value: 'off', text: 'Only what people send it', hint: 'Nothing is copied.' },
              { value: 'sieve', text: 'By words', hint: 'Google copies mail that holds certain words.' },
              {
                value: 'journal',
                text: 'All mail of chosen accounts',
                hint: 'Google copies everything; harmless copies are deleted at once, and only counted.',
              },
            ]}
            onInput={(value) => setMode(value as Mode)}
          />
        )}
      </ChangeForm>
    </>
  );
}
