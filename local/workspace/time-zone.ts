/** Wall-clock reading of an instant. `month` 1-12, `weekday` 1 (Monday) to 7 (Sunday). */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
}

/** Names that Java knows and `Intl` does not, or reads differently. */
const JAVA_NAMES: Record<string, string> = {
  PST: 'America/Los_Angeles',
  CST: 'America/Chicago',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  PDT: 'America/Los_Angeles',
  CDT: 'America/Chicago',
  EDT: 'America/New_York',
  Z: 'UTC',
};

const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();
/** Offsets change on quarter hours only, so one is remembered for each. */
const QUARTER = 900_000;
const DAY = 86_400_000;

function formatFor(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: JAVA_NAMES[zone] ?? zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    // Not a zone: remembered as such.
  }
  formats.set(zone, format);
  return format;
}

/** Minutes of `GMT+5`, `UTC-03:30`, `+0100`, or undefined when `zone` is a name. */
function fixedOffset(zone: string): number | undefined {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

export function isTimeZone(zone: string): boolean {
  return fixedOffset(zone) !== undefined || formatFor(zone) !== null;
}

/**
 * How far `zone` is ahead of UTC at `time`, in milliseconds.
 * @throws RangeError when there is no such zone
 */
export function offsetAt(zone: string, time: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed * 60_000;
  const format = formatFor(zone);
  if (!format) throw new RangeError(`Invalid time zone: ${zone}`);
  let known = offsets.get(zone);
  if (!known || known.size > 10_000) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(time / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = shownBy(format, quarter * QUARTER) - quarter * QUARTER;
    known.set(quarter, offset);
  }
  return offset;
}

/** What the wall clock shows, in milliseconds as if it were UTC. */
function shownBy(format: Intl.DateTimeFormat, time: number): number {
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(time)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const seconds = (Number(part['hour']) * 60 + Number(part['minute'])) * 60 + Number(part['second']);
  return utcOf(year, Number(part['month']), Number(part['day'])) + seconds * 1000;
}

/** What a clock in `zone` shows at `time` (milliseconds since 1970). */
export function wallTime(zone: string, time: number): WallTime {
  const local = new Date(time + offsetAt(zone, time));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    weekday: local.getUTCDay() || 7,
  };
}

/** The instant at which a clock in `zone` shows these numbers; they may run over (day 32, hour 25). */
export function instantOf(zone: string, wall: Pick<WallTime, 'year' | 'month' | 'day'> & Partial<WallTime>): number {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = wall;
  return instantShowing(zone, utcOf(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
}

/**
 * The instant at which a clock in `zone` shows `wall` (milliseconds as if it were UTC). In the hour that spring skips it is an
 * hour later by the clock, in the hour that autumn repeats it is the first one.
 */
export function instantShowing(zone: string, wall: number): number {
  const first = wall - offsetAt(zone, wall - DAY);
  if (first + offsetAt(zone, first) === wall) return first;
  const later = wall - offsetAt(zone, wall + DAY);
  return later + offsetAt(zone, later) === wall ? later : first;
}

function utcOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
