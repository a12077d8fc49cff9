import { addDays, type IsoDate, weekdayOf } from '../../school/days.ts';

/**
 * The Monday of the week that a day lies in.
 * @throws RangeError for a day that is none
 * @example mondayOf('2026-09-13') // '2026-09-07'
 */
export function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
