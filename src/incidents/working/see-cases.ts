import { daysBetween, ukDay } from '../../school/calendar.ts';
import type { Person } from '../../school/person.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, isStubFor, mayRead, standsOnDesk } from '../case.ts';
import { LANE_IDS, LANES, type Lane, type Severity, type State } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { readersOf } from '../lanes.ts';
import type { PersonName } from './case-file.ts';
import { findIn, inUrgency, isOverdue, peopleWords } from './case-order.ts';
import { namesFrom } from './see-case.ts';
import { titlesOf } from './timeline.ts';

/** How many cases a page of the list has. */
const A_PAGE = 50;

export interface CaseLine {
  reference: string;
  /** Title of its lane. */
  lane: string;
  laneId: Lane;
  state: State;
  severity: Severity | '';
  /** Titles of its types; as reported until it is classified. */
  types: string[];
  owner: string;
  /** dd/MM/yyyy HH:mm */
  received: string;
  /** By when the next thing should be done, dd/MM/yyyy HH:mm; ''. */
  due: string;
  overdue: boolean;
  /** Days since it was received. */
  age: number;
  /** As the school's setting shows people in lists: not at all, initials and class, or names. */
  people: string;
  /** A reviewer's question waits for an answer. */
  questioned: boolean;
  /** False: it is on pages only, because it names a reader of the desk. */
  onDesk: boolean;
}

/** What is left of a case that was handed to others: that it went, and nothing of it. */
export interface Stub {
  reference: string;
  /** Title of the lane it went to. */
  to: string;
}

/** Every part may be left out. */
export interface CaseFilter {
  /** A reference or a part of one, or the beginnings of somebody's names. */
  text?: string | undefined;
  /** Left out: every open one. */
  state?: State | 'handed over' | '' | undefined;
  severity?: Severity | '' | 'not set' | undefined;
  /** An address; `nobody` for cases without an owner. */
  owner?: string | undefined;
  /** Id of a type. */
  type?: string | undefined;
  overdue?: boolean | undefined;
  /** How many to leave out at the beginning: for the next page. */
  from?: number | undefined;
}

export interface CaseList {
  lines: CaseLine[];
  /** Only when they are asked for with the state `handed over`. */
  stubs: Stub[];
  /** How many fit the filter; `lines` are those of one page. */
  total: number;
  from: number;
  pageSize: number;
  /** Of everything I may read, whatever the filter. */
  counts: Record<'open' | 'new' | 'waiting' | 'overdue' | 'high' | 'nobody' | 'mine' | 'questioned' | 'closed' | 'handedOver', number>;
  /** Owners and types that occur: what the filter may ask for. */
  owners: PersonName[];
  types: { id: string; title: string }[];
  /** Titles of the lanes I read. */
  lanes: string[];
}

/** The cases this person may read: overdue first, then the most serious, then the oldest. */
export function listCases(filter: CaseFilter, visit: Visit, memory: Memory): CaseList {
  const { me, school, records, roll, now } = visit;
  const rows = records.view([caseTable]).rows(caseTable);
  const mine = rows.filter((row) => mayRead(row, me, school));
  const stubs = rows.filter((row) => isStubFor(row, me, school)).map(({ reference, lane }): Stub => ({ reference, to: LANES[lane].title }));
  const found = filter.state === 'handed over' ? [] : findIn(mine, filter, roll, now).sort(inUrgency(now));
  const from = filter.from ?? 0;
  const nameOf = namesFrom(roll);
  const { peopleOnDesk } = incidentSettings(memory);
  return {
    lines: found.slice(from, from + A_PAGE).map((row) => ({
      ...{ reference: row.reference, lane: LANES[row.lane].title, laneId: row.lane, state: row.state, severity: row.severity },
      ...{ types: titlesOf(row.types), owner: row.owner === '' ? '' : nameOf(row.owner), received: ukTime(row.received) },
      ...{ due: ukTime(row.nextDue ?? ''), overdue: isOverdue(row, now), age: Math.max(0, daysBetween(ukDay(row.received), ukDay(now))) },
      ...{ people: peopleWords(row, peopleOnDesk, roll), questioned: row.questioned, onDesk: standsOnDesk(row, school) },
    })),
    stubs: filter.state === 'handed over' ? stubs : [],
    ...{ total: found.length, from, pageSize: A_PAGE },
    counts: countsOf(mine, stubs.length, me, now),
    owners: [...new Set(mine.map(({ owner }) => owner))].filter((owner) => owner !== '').map((email) => ({ email, name: nameOf(email) })),
    types: [...new Set(mine.flatMap(({ types }) => types))].map((id) => ({ id, title: titlesOf([id])[0] ?? id })),
    lanes: LANE_IDS.filter((lane) => readersOf(lane, school).includes(me.email)).map((lane) => LANES[lane].title),
  };
}

function countsOf(mine: readonly CaseRow[], handedOver: number, me: Pick<Person, 'email'>, now: string): CaseList['counts'] {
  const open = mine.filter(({ state }) => state !== 'closed');
  const howMany = (fits: (row: CaseRow) => boolean) => open.filter(fits).length;
  return {
    ...{ open: open.length, closed: mine.length - open.length, handedOver },
    ...{ new: howMany(({ state }) => state === 'new'), waiting: howMany(({ state }) => state === 'waiting'), overdue: howMany((row) => isOverdue(row, now)) },
    ...{ high: howMany(({ severity }) => severity === 'high'), nobody: howMany(({ owner }) => owner === ''), mine: howMany(({ owner }) => owner === me.email) },
    questioned: howMany(({ questioned }) => questioned),
  };
}

export interface FoundCase {
  reference: string;
  state: State;
  types: string[];
  received: string;
}

/** Cases I may read by their references or by whom they name, closed ones too: to link them, for one. The latest first, twenty at most. */
export function findCases({ text }: { text: string }, { me, school, records, roll, now }: Visit): FoundCase[] {
  if (text.trim() === '') return [];
  const rows = records.view([caseTable]).rows(caseTable);
  const mine = rows.filter((row) => mayRead(row, me, school));
  const found = [...findIn(mine, { text }, roll, now), ...findIn(mine, { text, state: 'closed' }, roll, now)];
  found.sort((a, b) => (a.received < b.received ? 1 : -1));
  return found.slice(0, 20).map(({ reference, state, types, received }) => ({ reference, state, types: titlesOf(types), received: ukTime(received) }));
}
