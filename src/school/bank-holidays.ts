import { addDays, type IsoDate, weekdayOf } from './days.ts';

export const NATIONS = ['england and wales', 'scotland', 'northern ireland'] as const;
export type Nation = (typeof NATIONS)[number];

export interface BankHoliday {
  /** The day that is kept: never a Saturday or Sunday. */
  day: IsoDate;
  /** As gov.uk/bank-holidays names it; a substitute day says so. */
  name: string;
}

interface Rule {
  name: string;
  nations?: readonly Nation[];
  day(year: number): IsoDate;
}

const IRELAND: readonly Nation[] = ['northern ireland'];
const SCOTLAND: readonly Nation[] = ['scotland'];
const NOT_SCOTLAND: readonly Nation[] = ['england and wales', 'northern ireland'];

/** In the order of the year: where two fall on one weekend, the earlier takes the earlier substitute. */
const RULES: readonly Rule[] = [
  { name: 'New Year’s Day', day: (year) => `${year}-01-01` },
  { name: '2nd January', nations: SCOTLAND, day: (year) => `${year}-01-02` },
  { name: 'St Patrick’s Day', nations: IRELAND, day: (year) => `${year}-03-17` },
  { name: 'Good Friday', day: (year) => addDays(easterSunday(year), -2) },
  { name: 'Easter Monday', nations: NOT_SCOTLAND, day: (year) => addDays(easterSunday(year), 1) },
  { name: 'Early May bank holiday', day: (year) => mondayFrom(`${year}-05-01`) },
  { name: 'Spring bank holiday', day: (year) => mondayFrom(`${year}-05-25`) },
  { name: 'Battle of the Boyne (Orangemen’s Day)', nations: IRELAND, day: (year) => `${year}-07-12` },
  { name: 'Summer bank holiday', nations: SCOTLAND, day: (year) => mondayFrom(`${year}-08-01`) },
  { name: 'Summer bank holiday', nations: NOT_SCOTLAND, day: (year) => mondayFrom(`${year}-08-25`) },
  { name: 'St Andrew’s Day', nations: SCOTLAND, day: (year) => `${year}-11-30` },
  { name: 'Christmas Day', day: (year) => `${year}-12-25` },
  { name: 'Boxing Day', day: (year) => `${year}-12-26` },
];

const known = new Map<string, readonly BankHoliday[]>();

/**
 * The bank holidays of a year, in its order: those of the Banking and Financial Dealings Act 1971 (section 1 and schedule 1), the
 * common-law ones, and those that have been proclaimed every year under its section 1(3). One that falls on a weekend is kept on the
 * next weekday that is none itself.
 *
 * One-off holidays (a jubilee, a coronation), and years in which one was moved (2020, 2022), are not in here: they are closures that
 * the school enters.
 * @param year four digits
 * @example bankHolidays('england and wales', 2026).at(-1) // { day: '2026-12-28', name: 'Boxing Day (substitute day)' }
 */
export function bankHolidays(nation: Nation, year: number): readonly BankHoliday[] {
  const key = `${nation} ${year}`;
  const found = known.get(key) ?? reckoned(nation, year);
  known.set(key, found);
  return found;
}

function reckoned(nation: Nation, year: number): BankHoliday[] {
  const days = RULES.filter(({ nations }) => nations?.includes(nation) ?? true).map(({ name, day }) => ({ name, day: day(year) }));
  const kept = new Set(days.filter(({ day }) => !isWeekend(day)).map(({ day }) => day));
  const holidays = days.map(({ name, day }): BankHoliday => {
    if (!isWeekend(day)) return { day, name };
    let substitute = day;
    while (isWeekend(substitute) || kept.has(substitute)) substitute = addDays(substitute, 1);
    kept.add(substitute);
    return { day: substitute, name: `${name} (substitute day)` };
  });
  return holidays.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** @throws RangeError for a day that is none */
export function isWeekend(day: IsoDate): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** The day itself when it is a Monday, else the next. */
function mondayFrom(day: IsoDate): IsoDate {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

/** The Gregorian calendar's rule, in the form that Butcher's Ecclesiastical Calendar (1876) gave it: good for every year. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  return addDays(`${year}-03-22`, moon + weekday - 7 * shift);
}
