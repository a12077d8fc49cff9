import { bankHolidays, isWeekend, type Nation } from './bank-holidays.ts';
import { addDays, type IsoDate, isoDay, yearOf } from './days.ts';
import { ukClock } from './uk-time.ts';

export { addDays, daysBetween, type IsoDate, isoDayFrom, ukDate } from './days.ts';

/** Days on which the school is shut to pupils though others work: holidays, INSET days, a coronation. */
export interface Closure {
  from: IsoDate;
  /** The last such day. */
  to: IsoDate;
  name: string;
}

/** What the settings say of the school's days. */
export interface SchoolCalendar {
  nation: Nation;
  closures: readonly Closure[];
}

/** Nobody's summer is longer: what is further ahead is a slip in the closures. */
const FURTHEST = 400;

/**
 * The day in the UK at a moment.
 * @param iso ISO 8601, UTC
 * @throws RangeError for an unreadable moment
 * @example ukDay('2026-06-30T23:30:00.000Z') // '2026-07-01'
 */
export function ukDay(iso: string): IsoDate {
  return isoDay(clockAt(iso).getTime());
}

/**
 * The hour that clocks in the UK show.
 * @param iso ISO 8601, UTC
 * @returns 0 to 23
 * @throws RangeError for an unreadable moment
 * @example ukHour('2026-09-04T15:00:00.000Z') // 16
 */
export function ukHour(iso: string): number {
  return clockAt(iso).getUTCHours();
}

/**
 * Whether people are at work: neither a weekend nor a bank holiday.
 * @throws RangeError for a day that is none
 * @example isWorkingDay('2026-08-31', { nation: 'england and wales', closures: [] }) // false
 */
export function isWorkingDay(day: IsoDate, { nation }: Pick<SchoolCalendar, 'nation'>): boolean {
  return !isWeekend(day) && !bankHolidays(nation, yearOf(day)).some((holiday) => holiday.day === day);
}

/**
 * Whether the school is open: a working day outside its closures.
 * @throws RangeError for a day that is none
 * @example isSchoolDay('2026-10-26', { nation: 'england and wales', closures: [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }] }) // false
 */
export function isSchoolDay(day: IsoDate, calendar: SchoolCalendar): boolean {
  return isWorkingDay(day, calendar) && !calendar.closures.some(({ from, to }) => from <= day && day <= to);
}

/**
 * The first school day after a day, itself not counted.
 * @throws RangeError when there is none within 400 days: the closures are wrong then
 * @example nextSchoolDay('2026-09-04', { nation: 'england and wales', closures: [] }) // '2026-09-07'
 */
export function nextSchoolDay(day: IsoDate, calendar: SchoolCalendar): IsoDate {
  return addSchoolDays(day, 1, calendar);
}

/**
 * The first school day from a day on: the day itself when the school is open.
 * @throws RangeError when there is none within 400 days: the closures are wrong then
 * @example schoolDayFrom('2026-09-05', { nation: 'england and wales', closures: [] }) // '2026-09-07'
 */
export function schoolDayFrom(day: IsoDate, calendar: SchoolCalendar): IsoDate {
  return nextSchoolDay(addDays(day, -1), calendar);
}

/**
 * The day `amount` working days later; earlier when it is negative. None is the day itself, whatever day it is.
 * @throws RangeError for a day that is none
 * @example addWorkingDays('2026-12-24', 1, { nation: 'england and wales' }) // '2026-12-29'
 */
export function addWorkingDays(day: IsoDate, amount: number, calendar: Pick<SchoolCalendar, 'nation'>): IsoDate {
  return addCounted(day, amount, (each) => isWorkingDay(each, calendar));
}

/**
 * The day `amount` school days later; earlier when it is negative. None is the day itself, whatever day it is.
 * @throws RangeError for a day that is none, or when there is no school day within 400 days: the closures are wrong then
 * @example addSchoolDays('2026-09-04', 3, { nation: 'england and wales', closures: [] }) // '2026-09-09'
 */
export function addSchoolDays(day: IsoDate, amount: number, calendar: SchoolCalendar): IsoDate {
  return addCounted(day, amount, (each) => isSchoolDay(each, calendar));
}

/**
 * The school year that a day lies in; years begin on 1 September.
 * @throws RangeError for a day that is none
 * @example schoolYearOf('2026-09-01') // '2026-27'
 */
export function schoolYearOf(day: IsoDate): string {
  const year = yearOf(startOfSchoolYear(day));
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/**
 * The first day of the school year that a day lies in.
 * @throws RangeError for a day that is none
 * @example startOfSchoolYear('2027-08-31') // '2026-09-01'
 */
export function startOfSchoolYear(day: IsoDate): IsoDate {
  const year = yearOf(day);
  return day < `${year}-09-01` ? `${year - 1}-09-01` : `${year}-09-01`;
}

function addCounted(day: IsoDate, amount: number, counts: (day: IsoDate) => boolean): IsoDate {
  const step = Math.sign(amount);
  let found = day;
  for (let left = Math.abs(amount); left > 0; left -= 1) found = nearest(found, step, counts);
  return found;
}

function nearest(day: IsoDate, step: number, counts: (day: IsoDate) => boolean): IsoDate {
  for (let distance = 1; distance <= FURTHEST; distance += 1) {
    const found = addDays(day, step * distance);
    if (counts(found)) return found;
  }
  throw new RangeError(`There is no school day within ${FURTHEST} days of ${day}: look at the school's closures`);
}

function clockAt(iso: string): Date {
  const utc = Date.parse(iso);
  if (Number.isNaN(utc)) throw new RangeError(`${JSON.stringify(iso.slice(0, 40))} is not a moment like 2026-09-07T08:00:00.000Z`);
  return ukClock(utc);
}
