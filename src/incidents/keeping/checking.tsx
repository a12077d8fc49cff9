import { useState } from 'preact/hooks';
import { Button, Checkbox, TextInput } from '../../pages/inputs.tsx';
import type { Finder } from './black-out.ts';
import { addedFinder, type ByHand, type MarkedCase, type MarkedPassage, type MarkedText, markId, stretchesOf } from './redaction.ts';

/** What a person has changed about the marks so far. */
type Changes = Omit<ByHand, 'stamp'>;

/** The state of checking by hand: what was lifted, added and left out. */
export interface Checking {
  changes: Changes;
  /** What was changed gets a PDF of its own. */
  print: string;
  toggleMark(id: string): void;
  toggleLeftOut(id: string): void;
  add(words: string): void;
  takeBack(words: string): void;
}

/** @param leftOut what is left out until a person says otherwise */
export function useChecking(leftOut: string[]): Checking {
  const [changes, setChanges] = useState<Changes>({ lifted: [], added: [], leftOut });
  const toggled = (all: readonly string[], id: string) => (all.includes(id) ? all.filter((each) => each !== id) : [...all, id]);
  return {
    changes,
    print: JSON.stringify(changes),
    toggleMark: (id) => setChanges({ ...changes, lifted: toggled(changes.lifted, id) }),
    toggleLeftOut: (id) => setChanges({ ...changes, leftOut: toggled(changes.leftOut, id) }),
    add: (words) => setChanges({ ...changes, added: [...new Set([...changes.added, words])] }),
    takeBack: (words) => setChanges({ ...changes, added: changes.added.filter((each) => each !== words) }),
  };
}

/** What no program can find: a person reads for it (B21). */
const LOOK_FOR = [
  'nicknames, misspelt names, and names in another script',
  'relations: “her brother”, “the new boy in 3A”, “his mother”',
  'what gives somebody away without a name: a job, a house, an illness, a car',
  'initials that were not written in capitals',
  'files of the case: none is in the PDF, look at each on its own',
];

/** Words to black out besides, and what to look for. */
export function CheckingHelp({ checking }: { checking: Checking }) {
  const [words, setWords] = useState('');
  const add = () => {
    if (words.trim() !== '') checking.add(words.trim());
    setWords('');
  };
  return (
    <>
      <p class="govuk-body">
        Names that Handrail knows are blacked out. Press one to lift it, press again to put it back. Read every line yourself and look for:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {LOOK_FOR.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <TextInput
        id="added"
        label="Black out other words"
        hint="A word or several, as they stand in the text. They go wherever they stand."
        value={words}
        onInput={setWords}
        onEnter={add}
      />
      <Button secondary onPress={add}>
        Black them out
      </Button>
      {checking.changes.added.length > 0 && (
        <ul class="govuk-list" aria-label="Blacked out by hand">
          {checking.changes.added.map((each) => (
            <li key={each}>
              {each}{' '}
              <button type="button" class="handrail-link" onClick={() => checking.takeBack(each)}>
                Take back<span class="govuk-visually-hidden"> {each}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Cases with their texts, marks to press in them. */
export function CasesToCheck({ cases, checking }: { cases: readonly MarkedCase[]; checking: Checking }) {
  const find = addedFinder(checking.changes.added);
  return (
    <>
      {cases.map((each) => (
        <CaseToCheck key={each.reference} each={each} checking={checking} find={find} />
      ))}
    </>
  );
}

function CaseToCheck({ each: { reference, facts, passages }, checking, find }: { each: MarkedCase; checking: Checking; find: Finder }) {
  const isOut = checking.changes.leftOut.includes(reference);
  return (
    <section class="handrail-part" aria-labelledby={`case-${reference}`}>
      <h3 class="govuk-heading-s" id={`case-${reference}`}>
        Case {reference}
      </h3>
      <p class="govuk-body-s">{facts.map(([label, value]) => `${label}: ${value}`).join('. ')}.</p>
      <LeaveOut id={`out-${reference}`} what={`case ${reference}`} isOut={isOut} onChange={() => checking.toggleLeftOut(reference)} />
      {!isOut && (
        <ol class="handrail-timeline">
          {passages.map((passage, index) => (
            <PassageToCheck key={passage.id} number={index + 1} {...{ passage, checking, find }} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PassageToCheck({ passage, number, checking, find }: { passage: MarkedPassage; number: number; checking: Checking; find: Finder }) {
  const { id, at, what, said } = passage;
  const isOut = checking.changes.leftOut.includes(id);
  return (
    <li>
      {!isOut && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1" dir="auto">
            {at}: <Text id={id} part="what" text={what} {...{ checking, find }} />
          </p>
          {said.text && (
            <p class="govuk-body handrail-said" dir="auto">
              <Text id={id} part="said" text={said} {...{ checking, find }} />
            </p>
          )}
        </>
      )}
      <LeaveOut id={`out-${id}`} what={`part ${number}, ${at}`} isOut={isOut} onChange={() => checking.toggleLeftOut(id)} />
    </li>
  );
}

function LeaveOut({ id, what, isOut, onChange }: { id: string; what: string; isOut: boolean; onChange: () => void }) {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <Checkbox id={id} label={`Leave out ${what}`} checked={isOut} onChange={onChange} />
    </div>
  );
}

interface TextProps {
  id: string;
  part: 'what' | 'said';
  text: MarkedText;
  checking: Checking;
  find: Finder;
}

function Text({ id, part, text, checking, find }: TextProps) {
  return (
    <>
      {stretchesOf(text, find(text.text)).map(({ said, mark, isAdded }, index) => {
        if (isAdded)
          return (
            <mark key={index} class="handrail-mark">
              {said}
            </mark>
          );
        return mark ? <MarkButton key={index} said={said} mark={markId(id, part, mark)} checking={checking} /> : said;
      })}
    </>
  );
}

/** Whoever checks must see what is below it. */
function MarkButton({ said, mark, checking }: { said: string; mark: string; checking: Checking }) {
  const isLifted = checking.changes.lifted.includes(mark);
  return (
    <button type="button" class="handrail-mark" aria-pressed={!isLifted} onClick={() => checking.toggleMark(mark)}>
      {said}
    </button>
  );
}
