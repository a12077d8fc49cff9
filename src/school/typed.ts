import { type IsoDate, isoDayFrom, ukDate } from './calendar.ts';
import { Refusal } from './refusal.ts';

/** What was typed, without blanks around it. @throws Refusal leading to the field when nothing was */
export function somethingTyped(typed: string, field: string, message: string): string {
  const words = typed.trim();
  if (words === '') throw new Refusal('missing', message, field);
  return words;
}

/** @throws Refusal leading to the field when it is no day, or outside of the days it may be */
export function dayTyped(typed: string, field: string, what: string, { first, last }: { first?: IsoDate; last?: IsoDate }): IsoDate {
  const day = isoDayFrom(typed);
  const between = [first === undefined ? '' : `not before ${ukDate(first)}`, last === undefined ? '' : `not after ${ukDate(last)}`].filter(
    (part) => part !== '',
  );
  const isWithin = day !== null && (first === undefined || day >= first) && (last === undefined || day <= last);
  if (!isWithin) throw new Refusal('no-such-day', `Enter ${what} as a day like 07/09/2026, ${between.join(' and ')}`, field);
  return day;
}

/** @throws Refusal leading to the field when it is no whole number between the two */
export function numberTyped(typed: string, field: string, what: string, least: number, most: number): number {
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Refusal('no-such-number', `Enter ${what} as a whole number between ${least} and ${most}`, field);
  return number;
}
