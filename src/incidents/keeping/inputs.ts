import { type IsoDate, isoDayFrom } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';

/**
 * A day as it was typed.
 * @param limits days it must not be before or after
 * @throws Refusal naming the input
 */
export function dayIn(typed: string, field: string, { from, until }: { from?: IsoDate; until?: IsoDate }): IsoDate {
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('day-unreadable', 'Enter a day, like 27/3/2027', field);
  if (until !== undefined && day > until) throw new Refusal('day-in-future', 'This day has not come yet: check it', field);
  if (from !== undefined && day < from) throw new Refusal('day-over', 'Enter a day that is still to come', field);
  return day;
}

/** @throws Refusal with `asked`, naming the input, when nothing was typed */
export function textIn(typed: string, field: string, asked: string): string {
  const text = typed.trim();
  if (text === '') throw new Refusal(`${field}-missing`, asked, field);
  return text;
}
