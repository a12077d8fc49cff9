import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Select, TextArea, TextInput } from '../pages/inputs.tsx';
import {
  agreeInstead,
  askAsQuestion,
  beginSection,
  endSection,
  finishClause,
  isSame,
  joinWithAbove,
  moveClause,
  type Place,
  placesIn,
  removeClause,
  setSection,
  typeClause,
} from './correct-draft.ts';
import { type Draft, type DraftClause, type SourceLine, typed } from './draft.ts';
import { DraftFacts } from './draft-facts.tsx';
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

interface StatementProps {
  draft: Draft;
  place: Place;
  clause: DraftClause;
  number: number;
  isOpen: boolean;
  setOpen: (place: Place | null) => void;
  /** With what is said of it; can be taken back. */
  change: (draft: Draft, words: string) => void;
  /** While somebody types. */
  onChange: (draft: Draft) => void;
}

function Statement({ draft, place, clause, number, isOpen, setOpen, change, onChange }: StatementProps) {
  const box = useRef<HTMLDivElement>(null);
  const was = useRef(isOpen);
  // Whoever works with the keyboard stays where they were.
  useEffect(() => {
    if (was.current !== isOpen) box.current?.querySelector<HTMLElement>(isOpen ? 'textarea' : 'button')?.focus();
    was.current = isOpen;
  }, [isOpen]);
  if (!isOpen) {
    return (
      <div ref={box} class="handrail-statement">
        <p class="govuk-body handrail-said">
          {number}. {clause.text}
        </p>
        <button type="button" class="handrail-link" onClick={() => setOpen(place)}>
          Change<span class="govuk-visually-hidden"> statement {number}</span>
        </button>
      </div>
    );
  }
  const move = (by: 1 | -1) => {
    const next = moveClause(draft, place, by);
    const moved = placesIn(next).findIndex((each) => next.sections[each.section]?.clauses[each.clause] === clause);
    setOpen(placesIn(next)[moved] ?? null);
    change(next, `It is statement ${moved + 1} now, in the section “${next.sections[placesIn(next)[moved]?.section ?? 0]?.heading}”.`);
  };
  const done = (next: Draft, words: string) => {
    setOpen(null);
    change(next, words);
  };
  return (
    <div ref={box} class="handrail-statement">
      <TextArea
        id={`statement-${number}`}
        label={`Statement ${number}`}
        hint="An empty line makes two statements of it."
        rows={Math.max(3, Math.ceil(clause.text.length / 60) + 1)}
        value={clause.text}
        onInput={(text) => onChange(typeClause(draft, place, text))}
      />
      <div class="govuk-button-group">
        <Button onPress={() => done(finishClause(draft, place), `Statement ${number} was changed.`)}>Done</Button>
        {number > 1 && (
          <Button secondary onPress={() => done(joinWithAbove(draft, place), `Statements ${number - 1} and ${number} are one now.`)}>
            Join with {number - 1}
          </Button>
        )}
        {number > 1 && (
          <Button secondary onPress={() => move(-1)}>
            Move up
          </Button>
        )}
        <Button secondary onPress={() => move(1)}>
          Move down
        </Button>
        {place.clause > 0 && (
          <Button secondary onPress={() => done(beginSection(draft, place), `A section begins with statement ${number}.`)}>
            Begin a section here
          </Button>
        )}
        {isForParents(draft) && (
          <Button secondary onPress={() => done(askAsQuestion(draft, place), 'It is a yes or no question for each child now.')}>
            Ask as yes or no
          </Button>
        )}
        <Button secondary onPress={() => done(removeClause(draft, place), `Statement ${number} was taken away.`)}>
          Take away
        </Button>
      </div>
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

/** A part of the form on the right, the lines it came from on the left. */
function Side({ lines, warnings, children }: { lines: readonly SourceLine[]; warnings: readonly Warning[]; children: ComponentChildren }) {
  return (
    <div class="handrail-side">
      <div class="handrail-side__source">
        {lines.length > 0 && (
          <ol class="govuk-list handrail-source" aria-label="In the document">
            {lines.map(({ number, text, unused }) => (
              <li key={number} value={number} class={unused ? 'is-unused' : undefined}>
                {text.trim()}
                {unused && <span class="handrail-source__note"> (not used)</span>}
              </li>
            ))}
          </ol>
        )}
        {warnings.map(({ line, message }) => (
          <p class="govuk-body-s handrail-look" key={`${line}-${message}`}>
            <strong>Look at line {line}:</strong> {message}
          </p>
        ))}
      </div>
      <div class="handrail-side__form">{children}</div>
    </div>
  );
}

/** Each warning beside the part whose lines hold its own; above all else when none does. */
function warningsBeside(draft: Draft, warnings: readonly Warning[]) {
  const clauses = [...draft.sections.flatMap((section) => section.clauses), ...draft.permissions];
  const isAt = (lines: readonly SourceLine[]) => (warning: Warning) => lines.some(({ number }) => number === warning.line);
  const below = warnings.filter((warning) => isAt(draft.below)(warning) && !clauses.some(({ source }) => isAt(source)(warning)));
  const placed = (warning: Warning) => below.includes(warning) || clauses.some(({ source }) => isAt(source)(warning));
  return {
    above: warnings.filter((warning) => !placed(warning)),
    below,
    of: ({ source }: DraftClause) => warnings.filter(isAt(source)),
  };
}

function isForParents({ audience, alsoFor }: Draft): boolean {
  return [audience, ...alsoFor].includes('parent');
}

function keyOf({ section, clause }: Place): string {
  return `${section}-${clause}`;
}
