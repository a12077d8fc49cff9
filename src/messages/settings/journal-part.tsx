import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ChangeForm } from '../../pages/change-form.tsx';
import { TextArea, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import type { MonitoringPart } from './monitoring-part.ts';

const NOTHING = { dpia: '', decidedBy: '', decidedOn: '', until: '', units: '', told: '' };

/** The decision without which all mail is not read, and until when it holds. */
export function JournalPart({ page, onDone }: MonitoringPart) {
  const [typed, setTyped] = useState(NOTHING);
  const { journal } = page.monitoring;
  return (
    <>
      <p class="govuk-body">
        Looking at all mail of pupils is a large step: it must be necessary, it must be in proportion, and people must know. Complete a data-protection impact
        assessment first; the guide on monitoring has one to fill in. The decision holds for a year at most, then Handrail stops by itself.
      </p>
      {journal && page.decision && (
        <dl class="govuk-summary-list handrail-facts">
          <Fact title="Assessment">{journal.dpia}</Fact>
          <Fact title="Decided">
            {page.decision.decidedOn}, by {journal.decidedBy}
          </Fact>
          <Fact title="Holds until">
            {page.decision.until}
            {page.decision.isOver && ': it is over'}
          </Fact>
          <Fact title="Whose mail">{journal.units}</Fact>
          <Fact title="Told">{journal.told}</Fact>
        </dl>
      )}
      <ChangeForm
        {...{ page, onDone }}
        id="journal"
        button="Record the decision"
        said="The decision is recorded. It switches nothing on: choose “all mail” for that."
        content={typed}
        change={async (change) => {
          await call('decideJournal', { ...change, ...typed });
          setTyped(NOTHING);
        }}
        whyLabel="Why is it necessary, and why is less not enough?"
      >
        {(form) => {
          const input = (field: keyof typeof NOTHING) => ({
            ...{ id: form.idOf(field), error: form.errorFor(field), value: typed[field] },
            onInput: (value: string) => setTyped((current) => ({ ...current, [field]: value })),
          });
          return (
            <>
              <TextInput {...input('dpia')} label="Reference of the assessment" />
              <TextInput
                {...input('decidedBy')}
                label="Who decided?"
                hint="Name and post: the headteacher or governors, with the data protection lead’s advice."
              />
              <div class="handrail-beside">
                <TextInput {...input('decidedOn')} label="On which day?" hint="Like 07/09/2026." />
                <TextInput {...input('until')} label="Last day on which it holds" hint="A year later at most." />
              </div>
              <TextInput {...input('units')} label="Whose mail?" hint="The organisational units, such as Pupils, Years 5 and 6." />
              <TextArea {...input('told')} label="Who was told of it, and how?" rows={2} />
            </>
          );
        }}
      </ChangeForm>
    </>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{title}</dt>
      <dd class="govuk-summary-list__value handrail-said">{children}</dd>
    </div>
  );
}
