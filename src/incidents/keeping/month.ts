import { addDays, type IsoDate, isWorkingDay, type SchoolCalendar } from '../../school/calendar.ts';

/**
 * The end of a time that is counted in calendar months: the same day of the month, its last one where there is none, and the next working
 * day when nobody is at work (ICO, "how long do we have to comply").
 * @example monthsLater('2027-01-31', 1, { nation: 'england and wales' }) // '2027-03-01': the 28th is a Sunday
 */
export function monthsLater(day: IsoDate, months: number, calendar: Pick<SchoolCalendar, 'nation'>): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const end = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  let due = end.toISOString().slice(0, 10);
  while (!isWorkingDay(due, calendar)) due = addDays(due, 1);
  return due;
}
