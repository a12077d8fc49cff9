import { useState } from 'preact/hooks';
import { Button, Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { agreeInstead, endSection, isSame, type Place, placesIn, setSection } from './correct-draft.ts';
import { type Draft, type DraftClause, isForParents, typed } from './draft.ts';
import { DraftFacts } from './draft-facts.tsx';
import { Side, warningsBeside } from './draft-side.tsx';
import { Statement, type StatementProps } from './draft-statement.tsx';
import type { Warning } from './import-clauses.ts';

interface Review {
  draft: Draft;
  warnings: readonly Warning[];
  onChange: (draft: Draft) => void;
}

/**
 * A draft to be looked at and corrected: each statement beside the lines of the document it was read from, what to look at beside its line.
 * Without a document there is one column.
 */
export function ReviewDraft({ draft, warnings, onChange }: Review) {
  const [open, setOpen] = useState<Place | null>(null);
  const [past, setPast] = useState<Draft[]>([]);
  const [said, setSaid] = useState('');
  const change = (next: Draft, words: string) => {
    setPast([...past, draft]);
    setSaid(words);
    onChange(next);
  };
  const undo = () => {
    const [last] = past.slice(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    setOpen(null);
    setSaid('The last change was taken back.');
    onChange(last);
  };
  const beside = warningsBeside(draft, warnings);
  const numbers = new Map(placesIn(draft).map((place, index) => [keyOf(place), index + 1]));

  return (
    <div class={draft.above.length + draft.below.length > 0 ? 'handrail-sides' : ''}>
      <p class="govuk-body" role="status">
        {said}
      </p>
      {past.length > 0 && (
        <Button secondary onPress={undo}>
          Take the last change back
        </Button>
      )}
      {draft.above.length > 0 && (
        <div class="handrail-side handrail-side--heads" aria-hidden="true">
          <div class="govuk-heading-s">In your document</div>
          <div class="govuk-heading-s">In the form</div>
        </div>
      )}
      <Side lines={draft.above} warnings={beside.above}>
        <DraftFacts draft={draft} onChange={onChange} />
      </Side>
      {draft.sections.map((section, index) => (
        <section key={index} aria-label={`Section ${index + 1}: ${section.heading}`}>
          <Side lines={[]} warnings={[]}>
            <div class="handrail-section">
              <TextInput
                id={`heading-${index}`}
                label={`Heading of section ${index + 1}`}
                value={section.heading}
                onInput={(heading) => onChange(setSection(draft, index, { heading }))}
              />
              <Select
                id={`asks-${index}`}
                label="People are asked to"
                value={section.asks}
                options={[
                  { value: 'agree', text: 'agree to each of these' },
                  { value: 'acknowledge', text: 'say that they have read these' },
                ]}
                onInput={(asks) => onChange(setSection(draft, index, { asks: asks as typeof section.asks }))}
              />
              {index > 0 && (
                <button type="button" class="handrail-link" onClick={() => change(endSection(draft, index), 'The heading was taken away.')}>
                  No heading here: put these under section {index}
                </button>
              )}
            </div>
          </Side>
          {section.clauses.map((clause, at) => {
            const place = { section: index, clause: at };
            return (
              <Side key={at} lines={clause.source} warnings={beside.of(clause)}>
                <Statement
                  {...{ draft, place, clause, change, onChange }}
                  number={numbers.get(keyOf(place)) ?? 0}
                  isOpen={open !== null && isSame(open, place)}
                  setOpen={setOpen}
                />
              </Side>
            );
          })}
        </section>
      ))}
      <Questions {...{ draft, change, onChange }} beside={beside.of} />
      <Side lines={draft.below} warnings={beside.below}>
        <TextArea
          id="signatureFields"
          label="Filled in at the end"
          hint="One on each line, as the document calls them. The form asks for name, role and signature in any case."
          rows={Math.min(8, draft.signatureFields.length + 1)}
          value={draft.signatureFields.join('\n')}
          onInput={(text) => onChange({ ...draft, signatureFields: text.split('\n') })}
        />
      </Side>
    </div>
  );
}

/** What parents say yes or no to for each child; nothing is preselected there (A8). */
function Questions({
  draft,
  change,
  onChange,
  beside,
}: {
  draft: Draft;
  change: StatementProps['change'];
  onChange: StatementProps['onChange'];
  beside: (clause: DraftClause) => Warning[];
}) {
  if (!isForParents(draft)) return null;
  const set = (index: number, text: string) =>
    onChange({ ...draft, permissions: draft.permissions.map((each, at) => (at === index ? { ...each, text } : each)) });
  return (
    <section aria-label="Yes or no for each child">
      <Side lines={[]} warnings={[]}>
        <div class="handrail-section">
          <h3 class="govuk-heading-s">Yes or no for each child</h3>
          <p class="govuk-body">Parents answer each of these for each of their children. A child has no disadvantage from a no.</p>
        </div>
      </Side>
      {draft.permissions.map((question, index) => (
        <Side key={index} lines={question.source} warnings={beside(question)}>
          <TextArea id={`question-${index}`} label={`Question ${index + 1}`} rows={2} value={question.text} onInput={(text) => set(index, text)} />
          <div class="govuk-button-group">
            <Button secondary onPress={() => change(agreeInstead(draft, index), 'It is a statement of the last section now.')}>
              Make it a statement
            </Button>
            <Button
              secondary
              onPress={() => change({ ...draft, permissions: draft.permissions.filter((_, at) => at !== index) }, 'The question was taken away.')}
            >
              Take away
            </Button>
          </div>
        </Side>
      ))}
      <Side lines={[]} warnings={[]}>
        <Button secondary onPress={() => change({ ...draft, permissions: [...draft.permissions, typed('')] }, 'A question was added.')}>
          Add a question
        </Button>
      </Side>
    </section>
  );
}

function keyOf({ section, clause }: Place): string {
  return `${section}-${clause}`;
}
