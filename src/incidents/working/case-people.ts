import type { RecordedEvent } from '../../records/journal.ts';
import { nameOn, type RollEntry } from '../../school/roll.ts';
import type { CaseRow } from '../case.ts';
import type { Involvement } from '../concern.ts';
import { is } from '../events.ts';
import type { CasePerson } from './case-file.ts';

/** Everybody a case names, as they were last put down. */
export function peopleIn(history: readonly RecordedEvent[]): Involvement[] {
  let people: Involvement[] = [];
  for (const event of history) if (is(event, 'concern raised') || is(event, 'case people changed')) people = event.payload.people;
  return people;
}

/**
 * The same for its page.
 * @param readable every case the visitor may read, this one too
 */
export function casePeople(people: readonly Involvement[], reference: string, readable: readonly CaseRow[], roll: readonly RollEntry[]): CasePerson[] {
  const others = readable.filter((row) => row.reference !== reference);
  return people.map(({ email, name, className, role, kind, year, sex, mayBe = [] }) => ({
    ...{ email, name, className, role, kind, year, sex },
    mayBe: mayBe.map((address) => nameOn(roll, address)),
    // Whom a typed name may mean is a guess: it counts for nobody.
    otherCases: email === '' ? 0 : others.filter(({ facts }) => facts.people.some((each) => each.email === email)).length,
  }));
}
