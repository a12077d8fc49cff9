import { addDays, addSchoolDays, type IsoDate, isoDayFrom, type SchoolCalendar, startOfSchoolYear, ukDate } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';

/** Days a guest's access may last before somebody must think about it again (A4). */
export const LONGEST_ACCESS = 365;
const SHORT_STAYS = [0, 7, 28];

/** The last day there may be for access that is given today. */
function latestAccessEnd(today: IsoDate): IsoDate {
  return addDays(today, LONGEST_ACCESS);
}

/**
 * The last day of access that a person typed.
 * @param field the input's name, so that a refusal leads to it
 * @throws Refusal when it is no day, in the past, or more than a year ahead
 */
export function accessEndFrom(typed: string, today: IsoDate, field: string): IsoDate {
  if (typed.trim() === '') throw new Refusal('access-end-missing', 'Enter the last day of access: guests’ access ends by itself', field);
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('access-end-no-day', 'Enter the last day of access as a date, for example 21/07/2027', field);
  if (day < today) throw new Refusal('access-end-past', `The last day of access cannot be in the past: ${ukDate(day)} was before today`, field);
  if (day > latestAccessEnd(today))
    throw new Refusal('access-end-far', `Access can be given for a year at most: until ${ukDate(latestAccessEnd(today))}. It can be extended later.`, field);
  return day;
}

/** A day that is offered, and why. */
export interface SuggestedEnd {
  day: IsoDate;
  /** `in four weeks` */
  text: string;
}

/** Last days of access to choose from: today, a week, four weeks, the school year's last day. All may be given. */
export function suggestedEnds(today: IsoDate, calendar: SchoolCalendar): SuggestedEnd[] {
  const texts = ['today only', 'one week', 'four weeks'];
  const stays = SHORT_STAYS.map((days, index) => ({ day: addDays(today, days), text: texts[index] ?? '' }));
  const lastDay = endOfSchoolYear(today, calendar);
  const isOffered = lastDay <= latestAccessEnd(today) && stays.every(({ day }) => day !== lastDay);
  return isOffered ? [...stays, { day: lastDay, text: 'to the end of the school year' }] : stays;
}

/** The last school day of the school year, or of the next one when this one's is over. */
function endOfSchoolYear(today: IsoDate, calendar: SchoolCalendar): IsoDate {
  const next = startOfSchoolYear(addDays(startOfSchoolYear(today), 366));
  const last = addSchoolDays(next, -1, calendar);
  return last < today ? addSchoolDays(startOfSchoolYear(addDays(next, 366)), -1, calendar) : last;
}
