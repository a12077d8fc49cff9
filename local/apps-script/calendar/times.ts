import { dayIn, isoIn } from '../../workspace/calendars.ts';
import type { CalendarEventData } from '../../workspace/data.ts';
import { ScriptError } from '../errors.ts';

type Times = Pick<CalendarEventData, 'start' | 'end'>;

/** @throws when the end is before the start */
export function timed(start: Date, end: Date, zone: string): Times {
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) throw new ScriptError('Invalid argument: date');
  if (end < start) throw new ScriptError('Event start date must be before event end date.');
  return { start: { dateTime: isoIn(zone, start.getTime()), timeZone: zone }, end: { dateTime: isoIn(zone, end.getTime()), timeZone: zone } };
}

/** Days as the script's zone names them; `end` is not part of it, and one day is meant when there is none. */
export function wholeDays(start: Date, end: Date | undefined, zone: string): Times {
  if (Number.isNaN(start.getTime()) || Number.isNaN(end?.getTime())) throw new ScriptError('Invalid argument: date');
  const first = dayIn(zone, start.getTime());
  const after = end ? dayIn(zone, end.getTime()) : new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10);
  if (after <= first) throw new ScriptError('Event start date must be before event end date.');
  return { start: { date: first }, end: { date: after } };
}
