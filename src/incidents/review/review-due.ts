import { addDays, daysBetween, type IsoDate, isSchoolDay, type SchoolCalendar, schoolDayFrom } from '../../school/calendar.ts';
import type { IncidentSettings } from '../settings.ts';

/** A closure of so many days is a half-term holiday, of so many the end of a term. */
const HALF_TERM_HOLIDAY = 5;
const HOLIDAY = 10;
/** Where the school has entered no holidays ahead: weeks of a half term and of a term. */
const WEEKS = { 'half term': 7, term: 14 } as const;
/** Nobody reviews again within so many days. */
const SOONEST = 7;

/**
 * The day by which the log is to be reviewed (B15): the last school day before the next holiday that ends a half term or a term.
 * @param last the day of the last review, or on which the log began
 */
export function reviewDue(last: IsoDate, every: IncidentSettings['reviewEvery'], calendar: SchoolCalendar): IsoDate {
  const least = every === 'half term' ? HALF_TERM_HOLIDAY : HOLIDAY;
  const ends = calendar.closures
    .filter(({ from, to }) => daysBetween(from, to) + 1 >= least)
    .map(({ from }) => lastSchoolDayBefore(from, calendar))
    .filter((day) => day >= addDays(last, SOONEST))
    .sort();
  const usual = schoolDayFrom(addDays(last, WEEKS[every] * 7), calendar);
  // Holidays may have been entered for the year after next alone.
  const [first = usual] = ends;
  return first > addDays(usual, WEEKS[every] * 7) ? usual : first;
}

function lastSchoolDayBefore(day: IsoDate, calendar: SchoolCalendar): IsoDate {
  let before = addDays(day, -1);
  while (!isSchoolDay(before, calendar) && daysBetween(before, day) < 60) before = addDays(before, -1);
  return before;
}
