import { Refusal } from '../../school/refusal.ts';
import { nameOn } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, mayRead, readersFor } from '../case.ts';
import { addressesNamed, type Involvement, LANES, type Lane } from '../concern.ts';
import { involve, type Named } from '../involve.ts';
import { laneFor, readersLeft } from '../lanes.ts';
import { peopleIn } from './case-people.ts';
import { kindsFrom, lanesAllowed, type Moved, noticesOfMove } from './hand-over.ts';
import { afterwards, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface ChangePeople extends CasePress {
  /** Everybody it names from now on, with their roles: those who stay, those who come. Whoever is left out is named no longer. */
  people: PersonNow[];
  why: string;
  /** `peopleVersion` that the person saw. */
  version: number;
  /** They were told that they lose sight of it, or that somebody gets sight of it, and pressed again. */
  sure: boolean;
}

export interface PersonNow extends Named {
  /** A typed name that was looked into: it means none of the adults it may mean. */
  outsider: boolean;
}

/**
 * Adds people, corrects their roles, removes them. When the case then belongs to another lane it goes there in the same decision (B5).
 * @throws Refusal `not-sure` with what follows, when the one who presses would lose sight of it or somebody named would get sight of it
 */
export function changePeople(request: ChangePeople, visit: Visit): Moved {
  const { reference, why, version, sure } = request;
  const { me, school, roll, records, now } = visit;
  if (why.trim() === '') throw new Refusal('reason-missing', 'Say why the people are changed', 'why');
  // Read before the decision: the version says that nobody has changed them since.
  const already = peopleIn(records.history(reference));

  return workOn<Moved>(request, visit, (row) => {
    if (row.facts.peopleVersion !== version) throw changedMeanwhile('Somebody has changed the people of this case meanwhile.', 'people');
    const people = involve(request.people, roll, school, already).map((person, index) => (request.people[index]?.outsider ? { ...person, mayBe: [] } : person));
    const changed = caseEvent('case people changed', reference, { people, why });
    const to = laneAfter(row, people, visit);
    const moved = to === row.lane ? [] : [caseEvent('case handed over', reference, { from: row.lane, to, why: 'Because of whom it names' })];
    const events = [changed, ...moved];
    const after = afterwards(row, events, now) ?? row;
    if (!sure) checkSight(row, after, visit);
    const answer = { reference, lane: LANES[to].title, stillMine: mayRead(after, me, school) };
    return { events, mails: noticesOfMove(row, after, school), answer };
  });
}

/**
 * Where the case belongs now. A lane that a person chose for it stays, unless whom it names says something else than before, or does not
 * allow it.
 * @throws Refusal `lane-unstaffed` when it would name everybody who could read it
 */
function laneAfter(row: CaseRow, people: readonly Involvement[], { school, roll }: Pick<Visit, 'school' | 'roll'>): Lane {
  const kindOf = kindsFrom([...people, ...row.facts.people], roll);
  const before = laneFor(row.facts.about, row.facts.people, school, kindOf);
  const now = laneFor(row.facts.about, people, school, kindOf);
  const chosen = now === before ? row.lane : now;
  const wanted = lanesAllowed([...people], school, kindOf).includes(chosen) ? chosen : laneFor('pupil', people, school, kindOf);
  const route = readersLeft(wanted, addressesNamed(people), school);
  if (route) return route.lane;
  throw new Refusal(
    'lane-unstaffed',
    'Nobody in school could read this case any more, because it would name everyone who could. Telephone the local authority designated officer (LADO). Nothing was changed.',
    'people',
  );
}

/** Sight of a case is neither lost nor given by a slip: what follows is said first. */
function checkSight(row: CaseRow, after: CaseRow, { me, school, roll }: Visit): void {
  const readers = readersFor(after, school);
  const names = (emails: readonly string[]) => emails.map((email) => nameOn(roll, email)).join(', ');
  const lost = readers.includes(me.email) ? '' : `You will not be able to open this case any more: it will be read by ${names(readers)} alone. `;
  const gained = readers.filter((reader) => row.named.includes(reader));
  const given = gained.length === 0 ? '' : `${names(gained)}, whom it names until now, will be able to read all of it, its history too. `;
  if (lost + given !== '') throw new Refusal('not-sure', `${lost}${given}Press once more if that is right.`, 'people');
}
