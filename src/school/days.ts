/** A UK calendar day, `2026-09-07`. Such texts sort as the days do. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/**
 * The day `amount` calendar days later; earlier when it is negative.
 * @throws RangeError for a day that is none
 * @example addDays('2028-02-28', 1) // '2028-02-29'
 */
export function addDays(day: IsoDate, amount: number): IsoDate {
  return isoDay(noonOf(day) + amount * DAY_MS);
}

/**
 * Calendar days from one day to another; negative when the other is earlier.
 * @throws RangeError for a day that is none
 * @example daysBetween('2026-12-31', '2027-01-01') // 1
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (noonOf(to) - noonOf(from)) / DAY_MS;
}

/**
 * @returns 0 for Sunday to 6 for Saturday
 * @throws RangeError for a day that is none
 * @example weekdayOf('2026-09-07') // 1
 */
export function weekdayOf(day: IsoDate): number {
  return new Date(noonOf(day)).getUTCDay();
}

/** @throws RangeError for a day that is none */
export function yearOf(day: IsoDate): number {
  return new Date(noonOf(day)).getUTCFullYear();
}

/**
 * The day that a person typed, or null when there is no such day.
 * @param text `dd/MM/yyyy`, `d/M/yyyy` or `yyyy-MM-dd`
 * @example isoDayFrom('7/9/2026') // '2026-09-07'
 * @example isoDayFrom('29/02/2027') // null
 */
export function isoDayFrom(text: string): IsoDate | null {
  const typed = text.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const iso = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/**
 * A day as people in the UK read it.
 * @returns `dd/MM/yyyy`
 * @throws RangeError for a day that is none
 * @example ukDate('2026-09-07') // '07/09/2026'
 */
export function ukDate(day: IsoDate): string {
  noonOf(day);
  return day.split('-').reverse().join('/');
}

/** The UTC day of a moment, in milliseconds since 1970. */
export function isoDay(utc: number): IsoDate {
  return new Date(utc).toISOString().slice(0, 10);
}

/** Noon, in UTC: no change of the clocks comes near it. */
function noonOf(day: IsoDate): number {
  if (!isDay(day)) throw new RangeError(`${JSON.stringify(day.slice(0, 20))} is not a day like 2026-09-07`);
  return Date.parse(`${day}T12:00:00.000Z`);
}

/** `Date.parse` takes 30 February for 2 March in some engines, so the day is read back. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const utc = Date.parse(`${text}T12:00:00.000Z`);
  return !Number.isNaN(utc) && isoDay(utc) === text;
}
