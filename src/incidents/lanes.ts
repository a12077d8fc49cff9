import { Refusal } from '../school/refusal.ts';
import { belongsToStaff, type Kind } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { type About, addressesNamed, type Involvement, type Lane } from './concern.ts';

/** Where a concern goes and who may read it there. */
export interface Route {
  lane: Lane;
  /** Never empty, and never anybody the concern names. */
  readers: string[];
  /** False when it names a reader of the lane's desk: it then lives on pages only (B5). */
  onDesk: boolean;
}

/** Readers of a lane's desk, before anybody is left out. */
export function readersOf(lane: Lane, school: School): string[] {
  const readers: Record<Lane, string[]> = {
    dsl: [school.dsl, ...school.deputies],
    staff: [school.head],
    'dsl-concern': [school.head],
    head: [school.chair],
    'low-level': [school.head],
    // Rulings: the loss of a device or of data goes to both.
    data: [school.head, school.dataLead],
    // Rulings: the first contact differs; a school without a coordinator has its DSL.
    misuse: [school.coordinator || school.dsl],
  };
  return [...new Set(readers[lane].filter((reader) => reader !== ''))];
}

/** When nobody in a lane may read it, the next one up decides: never the person concerned (rulings: "to the next one up, never to them"). */
const NEXT_UP: Record<Lane, Lane | null> = {
  misuse: 'dsl',
  dsl: 'dsl-concern',
  'dsl-concern': 'head',
  staff: 'head',
  'low-level': 'head',
  data: 'head',
  head: null,
};

/** Who may read what stands in a lane: its readers whom it does not name or, when it names them all, those of the next lane up. */
export function readersLeft(lane: Lane, named: readonly string[], school: School): Route | null {
  for (let next: Lane | null = lane; next !== null; next = NEXT_UP[next]) {
    const desk = readersOf(next, school);
    const readers = desk.filter((reader) => !named.includes(reader));
    if (readers.length > 0) return { lane: next, readers, onDesk: readers.length === desk.length };
  }
  return null;
}

/** Everybody a case of a lane may come to, in the order in which it goes on when nobody opens it (rule 3): DSL, deputies, headteacher, chair. */
export function chainFrom(lane: Lane, school: School): string[] {
  const chain: string[] = [];
  for (let next: Lane | null = lane; next !== null; next = NEXT_UP[next]) chain.push(...readersOf(next, school));
  return [...new Set(chain)];
}

/** Whom everything in a lane is about, also a case that names nobody: they have no part in it at all (B5). */
export function concernedIn(lane: Lane, school: Pick<School, 'head' | 'dsl'>): string[] {
  return lane === 'head' ? [school.head] : lane === 'dsl-concern' ? [school.dsl] : [];
}

/** Finds what the roll says of an address; undefined for somebody who is not on it. */
export type KindOf = (email: string) => Kind | undefined;

/**
 * The lane a concern belongs to (B5): pupil → DSL; staff → headteacher; DSL → headteacher; headteacher → chair of governors.
 * @throws Refusal `lane-unstaffed` when everybody who could receive it is named in it
 */
export function routeFor(about: About, people: readonly Involvement[], school: School, kindOf: KindOf): Route {
  const route = readersLeft(laneFor(about, people, school, kindOf), addressesNamed(people), school);
  if (route) return route;
  throw new Refusal(
    'lane-unstaffed',
    'Nobody in school may receive this concern, because it names everyone who could. Telephone the local authority designated officer (LADO), or 999 if a child is in danger. What you typed is still on this page.',
  );
}

/** The lane by its subject. Whoever is named weighs more than what the reporter chose: a wrong choice never leads downwards. */
export function laneFor(about: About, people: readonly Pick<Involvement, 'email' | 'mayBe' | 'role'>[], school: School, kindOf: KindOf): Lane {
  const alleged = addressesNamed(people.filter((person) => person.role === 'alleged'));
  // A head who is the DSL as well is the one concerned (rulings: "DSL and head one person → chair").
  if (about === 'head' || alleged.includes(school.head) || (about === 'dsl' && school.dsl === school.head)) return 'head';
  if (about === 'dsl' || alleged.includes(school.dsl)) return 'dsl-concern';
  if (about === 'low-level') return 'low-level';
  // Staff harmed by pupils or parents are the head's matter as well (rulings: "staff as victims").
  const affected = addressesNamed(people.filter((person) => person.role === 'affected'));
  const isStaff = (email: string) => belongsToStaff(kindOf(email)) || school.deputies.includes(email) || email === school.chair;
  // Volunteers and contractors work with the children too: an allegation against one is the head's, as against staff (rules 10 and 11).
  const isAdult = (email: string) => isStaff(email) || kindOf(email) === 'visitor' || kindOf(email) === 'volunteer';
  if (about === 'data') return 'data';
  if (about === 'staff' || alleged.some(isAdult) || affected.some(isStaff)) return 'staff';
  // A concern that names a deputy in any role is kept off the DSL desk by `onDesk`.
  return about === 'misuse' ? 'misuse' : 'dsl';
}
