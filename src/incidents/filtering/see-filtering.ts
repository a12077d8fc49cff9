import { addDays, ukDate, ukDay } from '../../school/calendar.ts';
import { fullName } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type FilterKind, type FilterRow, type FilterState, filterTable } from './filter-change.ts';
import { approvesFilter, seesFilterLog } from './filtering-people.ts';

export interface FilterLine {
  reference: string;
  kind: FilterKind;
  state: FilterState;
  address: string;
  why: string;
  forWhom: string;
  /** dd/MM/yyyy; '' when nothing is opened. */
  until: string;
  /** What happened, oldest first: `07/09/2026 09:00 Sam Okafor asked`. */
  steps: string[];
  notes: readonly string[];
  /** What this person may do with it now. */
  may: ('decide' | 'carry out' | 'restore' | 'withdraw')[];
  /** The time is over and nobody has said that the block is back. */
  isStillOpen: boolean;
}

export interface FilterLog {
  lines: FilterLine[];
  /** False: this person sees only what they asked for themselves. */
  isWhole: boolean;
  /** How many stand in the log and are not shown: the oldest. */
  more: number;
  /** dd/MM/yyyy, for the form. */
  inAWeek: string;
}

/** So many lines a page shows; the log itself has all. */
const MOST_LINES = 200;
const TO_DO: readonly FilterState[] = ['asked', 'approved', 'ended'];

/** The log of changes: what waits for somebody first, then the latest (B12). */
export function seeFiltering(_: Record<string, never>, { me, now, records, roll }: Visit): FilterLog {
  const names = new Map(roll.map((entry) => [entry.email, fullName(entry)]));
  const nameOf = (email: string) => names.get(email) ?? email;
  const isWhole = seesFilterLog(me);
  const rows = records
    .view([filterTable])
    .rows(filterTable)
    .filter((row) => isWhole || row.asker === me.email);
  const waits = (row: FilterRow) => (TO_DO.includes(row.state) ? 0 : 1);
  rows.sort((a, b) => waits(a) - waits(b) || (a.askedAt < b.askedAt ? 1 : -1));
  return {
    isWhole,
    more: Math.max(0, rows.length - MOST_LINES),
    inAWeek: ukDate(addDays(ukDay(now), 7)),
    lines: rows.slice(0, MOST_LINES).map((row) => ({
      ...{ reference: row.reference, kind: row.kind, state: row.state, address: row.address, why: row.why, forWhom: row.forWhom, notes: row.notes },
      until: row.until === null ? '' : ukDate(row.until),
      isStillOpen: row.state === 'ended',
      may: possible(row, me),
      steps: stepsOf(row, nameOf),
    })),
  };
}

function possible(row: FilterRow, me: Visit['me']): FilterLine['may'] {
  const isMine = row.asker === me.email;
  const mayCarryOut = seesFilterLog(me);
  const can: Record<FilterLine['may'][number], boolean> = {
    decide: row.state === 'asked' && approvesFilter(me) && !isMine,
    'carry out': row.state === 'approved' && mayCarryOut,
    restore: row.kind === 'unblock' && (row.state === 'ended' || row.state === 'done') && mayCarryOut,
    withdraw: row.state === 'asked' && isMine,
  };
  return (Object.keys(can) as FilterLine['may']).filter((each) => can[each]);
}

function stepsOf(row: FilterRow, nameOf: (email: string) => string): string[] {
  const step = (at: string | null, what: string) => (at === null ? [] : [`${ukTime(at)} ${what}`]);
  const decided = row.state === 'refused' ? 'refused it' : 'approved it';
  return [
    ...step(row.askedAt, `${nameOf(row.asker)} ${row.kind === 'failure' ? 'reported it' : 'asked for it'}`),
    ...step(row.approver === '' ? null : row.decidedAt, `${nameOf(row.approver)} ${decided}`),
    ...step(row.doneAt, `${nameOf(row.doneBy)} ${row.kind === 'failure' ? 'dealt with it' : 'carried it out'}`),
    ...step(row.endedAt, 'the time was over: the block is to be put back'),
    ...step(row.restoredAt, `${nameOf(row.restoredBy)} saw that the block is back`),
  ];
}
