import { instantShowing, offsetAt } from '../time-zone.ts';

/** Between moments (milliseconds since 1970, UTC) and the serial numbers by which a sheet keeps them. */

const DAY = 86_400_000;
/** 30 December 1899, where a sheet's day count begins. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** The serial number by which a sheet in `zone` keeps a moment. */
export function serialOf(time: number, zone: string): number {
  return (time + offsetAt(zone, time) - SHEET_EPOCH) / DAY;
}

/** The moment that a serial number means in `zone`, to the millisecond. */
export function timeOf(serial: number, zone: string): number {
  return instantShowing(zone, Math.round(serial * DAY) + SHEET_EPOCH);
}

/** The serial number of a calendar day; `month` is 1 to 12 and may overflow as in the DATE function. */
export function serialOfDay(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - SHEET_EPOCH) / DAY;
}

/** Year, month (1-12), day, weekday (0 is Sunday) and time of day of a serial number, with no time zone about it. */
export function partsOfSerial(serial: number) {
  const wall = new Date(Math.round(serial * DAY) + SHEET_EPOCH);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}
