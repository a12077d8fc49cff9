import { easterSunday } from '../school/bank-holidays.ts';
import { addDays, type IsoDate, isoDayFrom, schoolYearOf, startOfSchoolYear, ukDate } from '../school/calendar.ts';
import { Refusal } from '../school/refusal.ts';

/** A stretch of days that a report is about. */
export interface Period {
  name: string;
  from: IsoDate;
  /** Its last day. */
  to: IsoDate;
}

/** Nobody needs figures of more than this at once, in days: an accidental 1926 would be a report of nothing. */
const LONGEST = 10 * 366;

/**
 * The three terms of the school year that a day lies in. Together they are the whole year, holidays included, so that no concern falls
 * between two of them: autumn to the end of December, spring to Easter Monday, summer to the end of August.
 */
export function termsOf(day: IsoDate): [autumn: Period, spring: Period, summer: Period] {
  const first = startOfSchoolYear(day);
  const year = schoolYearOf(day);
  const next = Number(first.slice(0, 4)) + 1;
  const easterMonday = addDays(easterSunday(next), 1);
  return [
    { name: `Autumn term ${year}`, from: first, to: `${next - 1}-12-31` },
    { name: `Spring term ${year}`, from: `${next}-01-01`, to: easterMonday },
    { name: `Summer term ${year}`, from: addDays(easterMonday, 1), to: `${next}-08-31` },
  ];
}

export function schoolYear(day: IsoDate): Period {
  const [autumn, , summer] = termsOf(day);
  return { name: `School year ${schoolYearOf(day)}`, from: autumn.from, to: summer.to };
}

/** The two halves of each term, on days near which schools have their break. */
function halvesOf(day: IsoDate): Period[] {
  const breaks = ['10-31', '02-20', '05-31'];
  return termsOf(day).flatMap(({ name, from, to }, index) => {
    const middle = `${to.slice(0, 4)}-${breaks[index]}`;
    return [
      { name: `${name}, first half`, from, to: middle },
      { name: `${name}, second half`, from: addDays(middle, 1), to },
    ];
  });
}

/** Whole terms and school years that have begun, of this and last year, latest first. */
export function wholePeriods(today: IsoDate): Period[] {
  const lastYear = addDays(startOfSchoolYear(today), -1);
  const periods = [today, lastYear].flatMap((day) => [...termsOf(day).reverse(), schoolYear(day)]);
  return periods.filter(({ from }) => from <= today);
}

/** Halves of terms that have begun, of this and last year, latest first. */
export function halfTerms(today: IsoDate): Period[] {
  const lastYear = addDays(startOfSchoolYear(today), -1);
  return [today, lastYear].flatMap((day) => halvesOf(day).reverse()).filter(({ from }) => from <= today);
}

/** The terms that make up a whole period: itself for a term; null for anything else than a term or a school year. */
export function termsIn({ from, to }: Pick<Period, 'from' | 'to'>): Period[] | null {
  const terms = termsOf(from);
  const [autumn, , summer] = terms;
  if (from === autumn.from && to === summer.to) return terms;
  const term = terms.find((each) => each.from === from && each.to === to);
  return term ? [term] : null;
}

/**
 * The period between two days as somebody typed or chose them.
 * @param today nothing is reported of days to come, but a period that has begun may end later
 * @throws Refusal leading to `from` or `to`
 */
export function periodFrom(typed: { from: string; to: string }, today: IsoDate): Period {
  const from = dayFrom(typed.from, 'from');
  const to = dayFrom(typed.to, 'to');
  if (to < from) throw new Refusal('period-backwards', `The last day, ${ukDate(to)}, is before the first, ${ukDate(from)}`, 'to');
  if (from > today) throw new Refusal('period-to-come', `${ukDate(from)} is still to come`, 'from');
  if (addDays(from, LONGEST) < to) throw new Refusal('period-too-long', 'Choose at most ten years at once', 'from');
  const named = [...termsOf(from), schoolYear(from), ...halvesOf(from)].find((each) => each.from === from && each.to === to);
  return { name: named?.name ?? 'Chosen days', from, to };
}

function dayFrom(text: string, field: 'from' | 'to'): IsoDate {
  const day = isoDayFrom(text);
  if (day === null) throw new Refusal('no-such-day', `Enter the ${field === 'from' ? 'first' : 'last'} day like 01/09/2026`, field);
  return day;
}
