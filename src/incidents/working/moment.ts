import { isoDayFrom, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { endOfWorkOn } from '../tasks/due.ts';

/** Clocks of a page and of Google differ by less. Milliseconds. */
const SLACK = 60_000;

/**
 * When something was done, as a page sends it.
 * @param at ISO 8601; '' for now
 * @throws Refusal for no moment, or one that has not come yet
 */
export function momentOf(at: string, now: string, field = 'at'): string {
  if (at === '') return now;
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) throw new Refusal('time-unreadable', 'Enter a date and time, or leave it empty for now', field);
  if (moment > Date.parse(now) + SLACK) throw new Refusal('time-in-future', 'This time is in the future: check the date', field);
  return new Date(moment).toISOString();
}

/**
 * The moment by which something typed with a day should be done: five in the afternoon of that day in the UK.
 * @param day as typed; '' when there is none
 * @throws Refusal for no day, or one that is over
 */
export function endOfWork(day: string, now: string, field = 'due'): string {
  if (day.trim() === '') return '';
  const iso = isoDayFrom(day);
  if (iso === null) throw new Refusal('day-unreadable', 'Enter a day, like 27/3/2027', field);
  if (iso < ukDay(now)) throw new Refusal('day-over', 'This day is over: enter one that is still to come', field);
  return endOfWorkOn(iso);
}
