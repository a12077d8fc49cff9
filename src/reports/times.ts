/** Times between two moments, as reports tell them. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** By how long something took: each case lies in exactly one, the last for those in which it has not happened. */
export const BANDS = ['Within an hour', 'Within a day', 'Within three days', 'Within a week', 'Later', 'Not yet'] as const;
const BOUNDS = [HOUR, DAY, 3 * DAY, 7 * DAY, Number.POSITIVE_INFINITY];

/** Milliseconds from one moment to a later one; null while it has not come. */
export function between(from: string, to: string | null): number | null {
  return to === null ? null : Math.max(0, Date.parse(to) - Date.parse(from));
}

export function bandOf(milliseconds: number | null): (typeof BANDS)[number] {
  if (milliseconds === null) return 'Not yet';
  return BANDS[BOUNDS.findIndex((bound) => milliseconds <= bound)] ?? 'Later';
}

/** The middle one of several; of an even number the earlier of the two, so that it is a time that there was. Null for none. */
export function median(times: readonly number[]): number | null {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/**
 * A stretch of time in words, rounded down to what matters.
 * @example inWords(5_400_000) // '1 hour'
 */
export function inWords(milliseconds: number): string {
  if (milliseconds < 60_000) return 'less than a minute';
  if (milliseconds < HOUR) return counted(milliseconds / 60_000, 'minute');
  return milliseconds < 2 * DAY ? counted(milliseconds / HOUR, 'hour') : counted(milliseconds / DAY, 'day');
}

function counted(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
