import ICAL from 'ical.js';
import type { CalendarEventData } from './data.ts';
import { instantOf, wallTime } from './time-zone.ts';

/** No series is followed further than this: "every second for ever" must end somewhere. */
const MOST_OCCURRENCES = 20_000;

/**
 * When a recurring event begins, in order, from its first time up to (not including) `until`; at most `limit` of them.
 * Rules count in wall-clock time of the event's zone, so that a lesson at nine stays at nine when the clocks change
 * (docs/workspace/calendar/api/concepts/events-calendars.md, "Recurring events").
 * @param zone of the calendar, for all-day events and those without a zone of their own
 * @throws RangeError for a line that is no RRULE, EXRULE, RDATE or EXDATE
 */
export function occurrences(event: CalendarEventData, zone: string, until: number, limit = MOST_OCCURRENCES): number[] {
  const own = event.start.timeZone ?? zone;
  const first = momentOf(event.start, zone);
  const begun = new Set<number>([first]);
  const excluded = new Set<number>();
  for (const line of event.recurrence ?? []) {
    const { name, value, zone: lineZone } = partsOf(line, own);
    const target = name.startsWith('EX') ? excluded : begun;
    if (name.endsWith('RULE')) for (const time of ruleTimes(value, first, own, until, limit + excluded.size)) target.add(time);
    else for (const date of value.split(',')) target.add(dateTime(date, lineZone, first, own));
  }
  return [...begun]
    .filter((time) => time < until && !excluded.has(time))
    .sort((a, b) => a - b)
    .slice(0, limit);
}

/** Whether every line is one that can be followed. */
export function isRecurrence(lines: readonly string[]): boolean {
  try {
    for (const line of lines) {
      const { name, value } = partsOf(line, 'UTC');
      if (name.endsWith('RULE')) ICAL.Recur.fromString(value);
      else if (!value.split(',').every((date) => /^\d{8}(T\d{6}Z?)?$/.test(date))) return false;
    }
    return lines.some((line) => !line.startsWith('EX'));
  } catch {
    return false;
  }
}

/** The moment (milliseconds since 1970) a start or end stands for; a whole day begins at the zone's midnight. */
export function momentOf(time: CalendarEventData['start'], zone: string): number {
  if (time.dateTime !== undefined) return Date.parse(time.dateTime);
  const [year = 1970, month = 1, day = 1] = (time.date ?? '').split('-').map(Number);
  return instantOf(zone, { year, month, day });
}

function partsOf(line: string, zone: string): { name: string; value: string; zone: string } {
  const match = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$/.exec(line);
  if (!match) throw new RangeError(`Not a recurrence: ${line}`);
  const [, name = '', options = '', value = ''] = match;
  return { name, value, zone: /;TZID=([^;]+)/.exec(options)?.[1] ?? zone };
}

function ruleTimes(rule: string, first: number, zone: string, until: number, limit: number): number[] {
  // The rule is followed on the wall clock, so its own end has to be on that clock as well.
  const onTheWall = rule.replace(/UNTIL=(\d{8}T\d{6}Z)/, (_, end: string) => `UNTIL=${compact(wallTime(zone, Date.parse(expanded(end))))}`);
  const steps = ICAL.Recur.fromString(onTheWall).iterator(floating(wallTime(zone, first)));
  const times: number[] = [];
  for (let step = steps.next(); step && times.length < Math.min(limit, MOST_OCCURRENCES); step = steps.next()) {
    const time = instantOf(zone, step);
    if (time >= until) break;
    times.push(time);
  }
  return times;
}

/** `20261019T090000Z`, `20261019T090000` in a zone, or `20261019`, which means that day at the series' own time. */
function dateTime(text: string, textZone: string, first: number, zone: string): number {
  if (text.endsWith('Z')) return Date.parse(expanded(text));
  const [year, month, day, hour, minute, second] = (/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`Not a date: ${text}`);
  if (!text.includes('T')) return instantOf(zone, { ...wallTime(zone, first), year, month, day });
  return instantOf(textZone, { year, month, day, hour, minute, second });
}

function expanded(stamp: string): string {
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

type Wall = ReturnType<typeof wallTime>;

function floating({ year, month, day, hour, minute, second }: Wall): ICAL.Time {
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false });
}

function compact({ year, month, day, hour, minute, second }: Wall): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
}
