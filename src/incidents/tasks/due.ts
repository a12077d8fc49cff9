import { addSchoolDays, addWorkingDays, type IsoDate, isSchoolDay, isWorkingDay, type SchoolCalendar, ukDay } from '../../school/calendar.ts';
import { ukClock } from '../../school/uk-time.ts';

/**
 * Moments by which something is due. Clocks that the law sets run from when it was received or lost; everything else from the moment at
 * which the case gave reason for it.
 */

/** The end of work on a day: five in the afternoon in the UK. */
export function endOfWorkOn(day: IsoDate): string {
  const utc = Date.parse(`${day}T17:00:00.000Z`);
  return new Date(2 * utc - ukClock(utc).getTime()).toISOString();
}

/** @example minutesLater('2026-09-07T08:00:00.000Z', 30) // '2026-09-07T08:30:00.000Z' */
export function minutesLater(from: string, minutes: number): string {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString();
}

/** Minutes in which what cannot wait is done: due in the minute it is asked for, it would be late before anybody could have seen it. */
const AT_ONCE_MINUTES = 30;

/** At once, and not late yet: within half an hour. */
export function atOnce(from: string): string {
  return minutesLater(from, AT_ONCE_MINUTES);
}

/** @example hoursLater('2026-09-04T15:00:00.000Z', 72) // '2026-09-07T15:00:00.000Z' */
export function hoursLater(from: string, hours: number): string {
  return minutesLater(from, hours * 60);
}

/** Before the end of work that day; when that is over, or nobody works then, the next working day's. */
export function sameDay(from: string, calendar: Pick<SchoolCalendar, 'nation'>): string {
  const today = ukDay(from);
  return isWorkingDay(today, calendar) && from <= endOfWorkOn(today) ? endOfWorkOn(today) : endOfWorkOn(addWorkingDays(today, 1, calendar));
}

/** While the child is in school that day; else on the next school day. */
export function sameSchoolDay(from: string, calendar: SchoolCalendar): string {
  const today = ukDay(from);
  return isSchoolDay(today, calendar) && from <= endOfWorkOn(today) ? endOfWorkOn(today) : schoolDays(from, 1, calendar);
}

/** @example workingDays('2026-12-24T10:00:00.000Z', 1, { nation: 'england and wales' }) // '2026-12-29T17:00:00.000Z' */
export function workingDays(from: string, amount: number, calendar: Pick<SchoolCalendar, 'nation'>): string {
  return endOfWorkOn(addWorkingDays(ukDay(from), amount, calendar));
}

/** Closures that leave no school day at all are a slip in the settings: working days are counted then, since no concern may fail on it. */
export function schoolDays(from: string, amount: number, calendar: SchoolCalendar): string {
  try {
    return endOfWorkOn(addSchoolDays(ukDay(from), amount, calendar));
  } catch (error) {
    if (error instanceof RangeError) return workingDays(from, amount, calendar);
    throw error;
  }
}
