import { Checkbox, Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { AUDIENCES, type Audience, SIGNING } from '../audience.ts';
import type { Draft } from './draft.ts';

/** Title, whom it is for, and what stands above the statements. */
export function DraftFacts({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const others = AUDIENCES.filter((audience) => audience !== draft.audience && audience !== 'class');
  return (
    <>
      <TextInput id="title" label="Title" value={draft.title} onInput={(title) => onChange({ ...draft, title })} />
      <Select
        id="audience"
        label="Who signs it"
        value={draft.audience}
        options={AUDIENCES.map((audience) => ({ value: audience, text: SIGNING[audience].name }))}
        onInput={(audience) => onChange({ ...draft, audience: audience as Audience })}
      />
      {draft.audience !== 'class' && (
        <details class="govuk-details" open={draft.alsoFor.length > 0}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Others sign the same text{draft.alsoFor.length > 0 && `: ${namesOf(draft.alsoFor)}`}</span>
          </summary>
          <div class="govuk-details__text">
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend">Who else</legend>
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {others.map((audience) => (
                  <Checkbox
                    key={audience}
                    id={`also-${audience}`}
                    label={SIGNING[audience].name}
                    checked={draft.alsoFor.includes(audience)}
                    onChange={(checked) =>
                      onChange({ ...draft, alsoFor: checked ? [...draft.alsoFor, audience] : draft.alsoFor.filter((each) => each !== audience) })
                    }
                  />
                ))}
              </div>
            </fieldset>
          </div>
        </details>
      )}
      <TextArea
        id="introduction"
        label="Introduction"
        hint="Shown above the statements; may be empty."
        rows={3}
        value={draft.introduction}
        onInput={(introduction) => onChange({ ...draft, introduction })}
      />
    </>
  );
}

function namesOf(audiences: readonly Audience[]): string {
  return audiences.map((audience) => SIGNING[audience].name).join(', ');
}
