/**
 * UK clock time without `Intl`, which Apps Script does not promise. British Summer Time runs from the last Sunday in March to
 * the last Sunday in October, changing at 01:00 UTC (Summer Time Order 2002).
 */

/**
 * A moment as people in the UK read it.
 * @param iso ISO 8601, UTC
 * @returns `dd/MM/yyyy HH:mm`; empty for an empty or unreadable moment
 * @example ukTime('2026-09-07T08:00:00.000Z') // '07/09/2026 09:00'
 */
export function ukTime(iso: string): string {
  const utc = Date.parse(iso);
  if (Number.isNaN(utc)) return '';
  const local = ukClock(utc);
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/**
 * The time of day alone.
 * @returns `HH:mm`; empty for an empty or unreadable moment
 * @example ukTimeOfDay('2026-09-07T08:00:00.000Z') // '09:00'
 */
export function ukTimeOfDay(iso: string): string {
  return ukTime(iso).slice(-5);
}

/**
 * What clocks in the UK show at a moment, as the UTC parts of a date.
 * @param utc milliseconds since 1970
 * @example ukClock(Date.UTC(2026, 8, 7, 8)).getUTCHours() // 9
 */
export function ukClock(utc: number): Date {
  return new Date(utc + (isSummerTime(utc) ? 3_600_000 : 0));
}

/**
 * The moment at which clocks in the UK show an hour of a day.
 * @param day `2026-09-07`
 * @param hour 0, or 2 to 23: at one o’clock the clocks are changed
 * @returns ISO 8601, UTC
 * @example ukMoment('2026-09-07', 17) // '2026-09-07T16:00:00.000Z'
 */
export function ukMoment(day: string, hour: number): string {
  const utc = Date.parse(`${day}T${two(hour)}:00:00.000Z`);
  return new Date(2 * utc - ukClock(utc).getTime()).toISOString();
}

function isSummerTime(utc: number): boolean {
  const year = new Date(utc).getUTCFullYear();
  return utc >= changeIn(year, 2) && utc < changeIn(year, 9);
}

/** 01:00 UTC on the last Sunday of a month (0-based). Both months have 31 days. */
function changeIn(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
