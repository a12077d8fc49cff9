import { addDays, type IsoDate } from '../../school/calendar.ts';
import { dayTyped } from '../../school/typed.ts';
import type { OneToOneRow } from '../one-to-one.ts';

/** A long term, in days: whoever goes on after it asks again. */
const LONGEST = 112;
/** Nobody plans a one-to-one further ahead. Days. */
const FURTHEST = 365;

export interface Days {
  from: IsoDate;
  /** The last day. */
  until: IsoDate;
}

/**
 * From which day to which a one-to-one is asked for or approved: from today on, because nobody approves what has been (D3), for a term at most.
 * @param typed days as people type them; refusals lead to `from` and `until`
 * @param within the days that were asked for: whoever approves may shorten them and no more
 * @throws Refusal for days that are none, are over, or are too many
 */
export function daysTyped(typed: { from: string; until: string }, today: IsoDate, within: Days | null = null): Days {
  const first = within ? firstDayLeft(within, today) : today;
  const from = dayTyped(typed.from, 'from', 'the first day', { first, last: within?.until ?? addDays(today, FURTHEST) });
  const furthest = addDays(from, LONGEST - 1);
  const last = within && within.until < furthest ? within.until : furthest;
  return { from, until: dayTyped(typed.until, 'until', 'the last day', { first: from, last }) };
}

/** The first of its days that can still be approved. */
export function firstDayLeft({ from }: Pick<Days, 'from'>, today: IsoDate): IsoDate {
  return isPast({ until: from }, today) ? today : from;
}

/** Whether its last day is over: nobody has decided in time, or what was approved has run out. */
export function isPast({ until }: Pick<Days, 'until'>, today: IsoDate): boolean {
  return until < today;
}

/** Other requests and approvals that still hold, for the same pupil on some of the same days: whoever decides looks at them together. */
export function overlapping(row: OneToOneRow, rows: readonly OneToOneRow[], today: IsoDate): OneToOneRow[] {
  const holds = ({ state, until }: OneToOneRow) => (state === 'asked' || state === 'approved') && !isPast({ until }, today);
  if (!holds(row)) return [];
  return rows.filter((other) => other !== row && holds(other) && other.pupil === row.pupil && other.from <= row.until && row.from <= other.until);
}
