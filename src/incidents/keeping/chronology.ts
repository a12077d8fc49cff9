import { ukDate, ukDay } from '../../school/calendar.ts';
import { initialsOf, wordsOf } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { CaseRow } from '../case.ts';
import { type Involvement, LANES, type Role, type State } from '../concern.ts';
import { outcomeTitle } from '../working/outcomes.ts';
import { ROLE_WORDS } from '../working/role-words.ts';
import { titlesOf } from '../working/timeline.ts';
import { counted, ordinal } from './words.ts';

/** One case of a chronology. */
export interface ChronologyLine {
  reference: string;
  /** When it happened, else when it was received: `dd/MM/yyyy HH:mm`. */
  at: string;
  /** False when nobody has said when it happened. */
  isHappened: boolean;
  role: Role;
  /** Named by a typed name and not chosen from the roll: it may be a namesake. */
  isTyped: boolean;
  types: string[];
  severity: CaseRow['severity'];
  state: State;
  outcome: string;
  lane: string;
  /** `Third time as affected since 07/09/2026`; '' the first time. */
  repeat: string;
}

export interface PersonInCase {
  row: CaseRow;
  role: Role;
  isTyped: boolean;
}

/**
 * Cases of one person as a chronology (B14): sorted by when it happened, else by when it was received; how often they were in that role
 * already stands with each.
 */
export function chronologyOf(cases: readonly PersonInCase[]): ChronologyLine[] {
  const moment = ({ row }: PersonInCase) => row.happened ?? row.received;
  const sorted = [...cases].sort(
    (a, b) => compare(moment(a), moment(b)) || compare(a.row.received, b.row.received) || compare(a.row.reference, b.row.reference),
  );
  return sorted.map((each, index) => {
    const { row, role, isTyped } = each;
    const before = sorted.slice(0, index).filter((other) => other.role === role);
    const [first] = before;
    return {
      ...{ reference: row.reference, at: ukTime(moment(each)), isHappened: row.happened !== null, role, isTyped },
      ...{ types: titlesOf(row.types), severity: row.severity, state: row.state, outcome: outcomeTitle(row.outcome), lane: LANES[row.lane].title },
      repeat: first ? `${ordinal(before.length + 1)} time as ${ROLE_WORDS[role]} since ${ukDate(ukDay(moment(first)))}` : '',
    };
  });
}

/** What repeats, in sentences: how often in which role, and types that came more than once. */
export function repeatsIn(cases: readonly PersonInCase[]): string[] {
  if (cases.length === 0) return [];
  const roles = tally(cases.map(({ role }) => ROLE_WORDS[role])).map(([words, times]) => `${counted(times)} ${words}`);
  const types = tally(cases.flatMap(({ row }) => titlesOf(row.types))).filter(([, times]) => times > 1);
  return [
    `${cases.length === 1 ? 'One case' : `${cases.length} cases`}: ${roles.join(', ')}.`,
    ...types.map(([title, times]) => `${title}: ${counted(times)}.`),
  ];
}

/** A name as it is compared: without accents, capitals, hyphens and apostrophes. */
export function comparable(name: string): string {
  return wordsOf(name).join(' ');
}

/** Whether a case's row may name somebody by this typed name: only then is its history read. */
export function mayNameTyped({ facts, people }: Pick<CaseRow, 'facts' | 'people'>, name: string): boolean {
  const [givenName = '', ...others] = name.trim().split(/\s+/);
  const initials = initialsOf({ givenName, familyName: others[others.length - 1] ?? '', className: '' });
  const isTyped = facts.people.some(({ email }) => email === '');
  return isTyped && people.split(', ').some((each) => comparable(each) === comparable(initials));
}

/** The person under that typed name; nobody whom the name may mean on the roll is listed as them. */
export function typedAs(people: readonly Involvement[], name: string): Involvement | undefined {
  return people.find((person) => person.email === '' && comparable(person.name) === comparable(name));
}

/** Each word with how often it stands there, most often first. */
function tally(words: readonly string[]): [word: string, times: number][] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
