/** Between moments (milliseconds since 1970, UTC) and what a clock on the wall of a time zone shows. */

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;

/** Milliseconds by which the zone's wall clock is ahead of UTC at `time`. Offsets change on quarter hours only, so those are remembered. */
function zoneOffset(time: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(time / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = wallAt(quarter * QUARTER, zone) - quarter * QUARTER;
    if (known.size > 10_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** The moment at which the zone's wall clock shows `wall` (milliseconds as if it were UTC). In a skipped hour, the hour after. */
function fromWall(wall: number, zone: string): number {
  const guess = wall - zoneOffset(wall, zone);
  return wall - zoneOffset(guess, zone);
}

function wallAt(time: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(time)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
  wall.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
  return wall.getTime();
}

const DAY = 86_400_000;
/** 30 December 1899, where a sheet's day count begins. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** The serial number by which a sheet in `zone` keeps a moment. */
export function serialOf(time: number, zone: string): number {
  return (time + zoneOffset(time, zone) - SHEET_EPOCH) / DAY;
}

/** The moment that a serial number means in `zone`, to the millisecond. */
export function timeOf(serial: number, zone: string): number {
  return fromWall(Math.round(serial * DAY) + SHEET_EPOCH, zone);
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
