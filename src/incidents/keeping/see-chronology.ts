import type { RecordedEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import { fullName } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import { peopleIn } from '../working/case-people.ts';
import { type ChronologyLine, chronologyOf, comparable, mayNameTyped, type PersonInCase, repeatsIn, typedAs } from './chronology.ts';

export interface Chronology {
  /** Address on the roll, or a name as it was typed. */
  person: string;
  name: string;
  /** What the roll says of them: `pupil, 3A`; '' for somebody who is not on it. */
  what: string;
  lines: ChronologyLine[];
  repeats: string[];
}

/**
 * A person's cases that this reader may read (B14). For somebody from outside, the cases that name them exactly so.
 * @param person address on the roll, or a typed name
 */
export function seeChronology({ person }: { person: string }, visit: Visit): Chronology {
  const view = visit.records.view([caseTable]);
  const { email, name, what } = whoIs(person, view, visit);
  const cases = casesOf({ email, name }, view, visit);
  return { person, name, what, lines: chronologyOf(cases), repeats: repeatsIn(cases) };
}

/** Whom a page asks about. */
export interface Sought {
  /** '' for somebody who is not on the roll. */
  email: string;
  name: string;
}

/** The cases that name somebody and that this reader may read, in no order. Histories are read for typed names alone: two calls. */
export function casesOf({ email, name }: Sought, view: RecordsView, { me, school, records }: Visit): PersonInCase[] {
  const rows = view.rows(caseTable).filter((row) => mayRead(row, me, school));
  const named = rows.flatMap((row): PersonInCase[] => {
    const found = email === '' ? undefined : row.facts.people.find((each) => each.email === email);
    return found ? [{ row, role: found.role, isTyped: false }] : [];
  });
  const others = name === '' ? [] : rows.filter((row) => !named.some((each) => each.row === row) && mayNameTyped(row, name));
  const histories: Map<string, RecordedEvent[]> = others.length === 0 ? new Map() : records.histories(others.map(({ reference }) => reference));
  const typed = others.flatMap((row: CaseRow): PersonInCase[] => {
    const found = typedAs(peopleIn(histories.get(row.reference) ?? []), name);
    // What may mean an adult on the roll is kept from them, and not laid at their door.
    const isSomebodyElses = found === undefined || (email !== '' && (found.mayBe ?? []).length > 0);
    return isSomebodyElses ? [] : [{ row, role: found.role, isTyped: true }];
  });
  return [...named, ...typed];
}

/** Who an address or a typed name is. */
export function whoIs(person: string, view: RecordsView, { roll, records, me, school }: Visit): Sought & { what: string } {
  const typed = { email: '', name: person.trim(), what: '' };
  if (!person.includes('@')) return typed;
  const email = person.trim().toLowerCase();
  const entry = roll.find((each) => each.email === email);
  if (entry) return { email, name: fullName(entry), what: [entry.kind, entry.className, entry.jobTitle].filter((each) => each !== '').join(', ') };
  // Somebody who has left is known by what was recorded when they were named.
  const row = view.rows(caseTable).find((each) => mayRead(each, me, school) && each.facts.people.some((one) => one.email === email));
  const known = row && peopleIn(records.history(row.reference)).find((each) => each.email === email);
  return { email, name: known?.name ?? email, what: '' };
}

/** Whether two people are the same, by address or by the name that was typed. */
export function isSame(a: Sought, b: Sought): boolean {
  return a.email !== '' || b.email !== '' ? a.email === b.email : comparable(a.name) === comparable(b.name);
}
