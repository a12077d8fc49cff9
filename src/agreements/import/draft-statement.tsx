import { useEffect, useRef } from 'preact/hooks';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { askAsQuestion, beginSection, finishClause, joinWithAbove, moveClause, type Place, placesIn, removeClause, typeClause } from './correct-draft.ts';
import { type Draft, type DraftClause, isForParents } from './draft.ts';

export interface StatementProps {
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

/** One statement: to be read, and with everything that can be done to it once "Change" is pressed. */
export function Statement({ draft, place, clause, number, isOpen, setOpen, change, onChange }: StatementProps) {
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
