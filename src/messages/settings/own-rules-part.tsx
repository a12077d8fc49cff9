import { useState } from 'preact/hooks';
import { ChangeForm } from '../../pages/change-form.tsx';
import { Fold } from '../../pages/fold.tsx';
import { Select, TextArea } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { CATEGORIES, type Category } from '../message.ts';
import type { OwnRule } from '../monitoring.ts';
import { CATEGORY_WORDS, SEVERITY_WORDS } from '../words.ts';
import type { MonitoringPart } from './monitoring-part.ts';

/** Words and phrases that matter in this school and nowhere else. */
export function OwnRulesPart({ page, onDone }: MonitoringPart) {
  const [phrases, setPhrases] = useState('');
  const [category, setCategory] = useState<Category>('bullying');
  const [severity, setSeverity] = useState<OwnRule['severity']>(1);
  return (
    <>
      <p class="govuk-body">
        For what only your school knows: the name of an account where pupils are mocked, a local gang, a place. They are found however they are spelt. A word of
        every day flags every day: choose what hardly anybody writes for another reason.
      </p>
      {page.monitoring.own.length === 0 && <p class="govuk-body">There are none yet.</p>}
      <ul class="handrail-lines">
        {page.monitoring.own.map((rule) => (
          <li key={rule.id}>
            <p class="govuk-body govuk-!-margin-bottom-1 handrail-said">
              <strong>{rule.phrases.join(', ')}</strong>: {CATEGORY_WORDS[rule.category]}, {SEVERITY_WORDS[rule.severity]}
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-1 handrail-said">
              {rule.why} ({rule.owner})
            </p>
            {page.mayChange && (
              <Fold
                summary={
                  <>
                    Take it away<span class="govuk-visually-hidden">: {rule.phrases.join(', ')}</span>
                  </>
                }
              >
                <ChangeForm
                  {...{ page, onDone }}
                  id={`remove-${rule.id}`}
                  button="Take it away"
                  said="The rule is gone. What it flagged stays."
                  content={rule.id}
                  change={(change) => call('removeOwnRule', { ...change, id: rule.id })}
                />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      <ChangeForm
        {...{ page, onDone }}
        id="own"
        button="Add the rule"
        said="The rule is added. It holds for messages that come from now on."
        content={[phrases, category, severity]}
        change={async (change) => {
          await call('addOwnRule', { ...change, phrases, category, severity });
          setPhrases('');
        }}
        whyLabel="Why are these looked for?"
      >
        {(form) => (
          <>
            <TextArea
              id={form.idOf('phrases')}
              label="Words or phrases"
              hint="One on each line."
              rows={3}
              error={form.errorFor('phrases')}
              value={phrases}
              onInput={setPhrases}
            />
            <div class="handrail-beside">
              <Select
                id={form.idOf('category')}
                label="What it is about"
                value={category}
                options={CATEGORIES.map((value) => ({ value, text: CATEGORY_WORDS[value] }))}
                onInput={(value) => setCategory(value as Category)}
              />
              <Select
                id={form.idOf('severity')}
                label="Severity"
                value={String(severity)}
                options={([1, 2, 3] as const).map((value) => ({ value: String(value), text: SEVERITY_WORDS[value] }))}
                onInput={(value) => setSeverity(Number(value) as OwnRule['severity'])}
              />
            </div>
          </>
        )}
      </ChangeForm>
    </>
  );
}
