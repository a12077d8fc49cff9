import type { CellScalar } from '../data.ts';
import { serialOfDay } from './serial-date.ts';

/** What a typed text becomes. A number format comes with it when the text asked for one (`50%`, `£3`, `12/03/2026`). */
export interface Entered {
  v: CellScalar;
  f?: string;
  numberFormat?: string;
}

/** What a person types depends on the spreadsheet's locale and, for `12/3` without a year, on today. */
export interface TypingPlace {
  locale: string;
  now: number;
}

/**
 * Reads text the way the grid does when a person types it, and so do `setValue` and `USER_ENTERED`
 * (docs/workspace/sheets/api/reference/rest/v4/ValueInputOption.md).
 * @param format the cell's number format: `@` keeps everything but scripts' formulas as text
 */
export function typed(text: string, place: TypingPlace, format?: string): Entered {
  if (text === '') return { v: null };
  if (text.startsWith("'")) return { v: text.slice(1) };
  if (format === '@') return { v: text };
  if (isFormula(text)) return { v: null, f: text };
  const trimmed = text.trim();
  const plain = scalar(trimmed, place);
  if (plain) return plain;
  // "+44 7700" is a broken formula in the grid too: a sign that begins no number begins a formula.
  if (/^[+-]\s*[^\s+-]/.test(trimmed)) return { v: null, f: `=${trimmed}` };
  return { v: text };
}

/** Whether text is a formula when scripts set it, whatever the cell's format. */
export function isFormula(text: string): boolean {
  return text.length > 1 && text.startsWith('=');
}

/** `TRUE`, a number, a percentage, an amount, a date or a time; null for plain text. */
export function scalar(text: string, place: TypingPlace): Entered | null {
  if (/^(true|false)$/i.test(text)) return { v: text.toLowerCase() === 'true' };
  return numeric(text) ?? moment(text, place);
}

const NUMBER = /^([+-])?\s*([£$€])?\s*([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*(%)?$/i;

function numeric(text: string): Entered | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = NUMBER.exec(bracketed ? (bracketed[1] as string) : text);
  if (!match) return null;
  const [, before, currency, after, digits = '', exponent, percent] = match;
  if (before !== undefined && after !== undefined) return null;
  if (currency !== undefined && (percent !== undefined || exponent !== undefined)) return null;
  const sign = before === '-' || after === '-' || bracketed ? -1 : 1;
  const number = sign * Number(digits.replaceAll(',', '') + (exponent ?? ''));
  if (!Number.isFinite(number)) return null;
  const decimals = /\.\d/.test(digits);
  if (percent) return { v: number / 100, numberFormat: decimals ? '0.00%' : '0%' };
  if (currency) return { v: number, numberFormat: `"${currency}"#,##0${decimals ? '.00' : ''}` };
  if (exponent) return { v: number, numberFormat: '0.00E+00' };
  return digits.includes(',') ? { v: number, numberFormat: decimals ? '#,##0.00' : '#,##0' } : { v: number };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(am|pm)?$/i;

function moment(text: string, place: TypingPlace): Entered | null {
  const alone = timeOfDay(text);
  if (alone) return { v: alone.fraction, numberFormat: alone.format };
  const parts = /^(.*?\d)(?:[T ,]\s*(\d{1,2}:\d{2}.*))?$/i.exec(text);
  if (!parts) return null;
  const day = calendarDay(parts[1] as string, place);
  if (!day) return null;
  if (parts[2] === undefined) return { v: day.serial, numberFormat: day.format };
  const time = timeOfDay(parts[2]);
  return time ? { v: day.serial + time.fraction, numberFormat: `${day.format} ${time.format}` } : null;
}

function timeOfDay(text: string): { fraction: number; format: string } | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, seconds, millis, half] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const fraction = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) + Number(`0.${millis ?? 0}`)) / 86_400;
  const clock = seconds === undefined ? ':mm' : ':mm:ss';
  return { fraction, format: half === undefined ? `HH${clock}` : `h${clock} am/pm` };
}

/** The date format of a locale, in a sheet's pattern letters. */
export function dateFormat(locale: string): string {
  return monthFirst(locale) ? 'M/d/yyyy' : 'dd/MM/yyyy';
}

function monthFirst(locale: string): boolean {
  return locale === 'en_US';
}

function calendarDay(text: string, place: TypingPlace): { serial: number; format: string } | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[2] === '-' ? 'yyyy-MM-dd' : 'yyyy/MM/dd');

  const numbers = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (numbers) {
    // With a point only a full date is one: 1.5 is a number, and was taken as such before.
    if (numbers[2] === '.' && numbers[4] === undefined) return null;
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    const year = yearOf(numbers[4], place);
    return monthFirst(place.locale) ? valid(year, first, second, dateFormat(place.locale)) : valid(year, second, first, dateFormat(place.locale));
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?(?:,?[ -](\d{4}))?$/i.exec(text) ?? swapped(text);
  if (!named) return null;
  const month = monthOf(named[2] as string);
  return month === 0 ? null : valid(yearOf(named[3], place), month, Number(named[1]), named[3] === undefined ? 'd MMM' : 'd MMM yyyy');
}

/** `March 12, 2026` put in the order of `12 March 2026`. */
function swapped(text: string): (string | undefined)[] | null {
  const match = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  return match && [match[0], match[2], match[1], match[3]];
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  return (MONTHS.indexOf(lower) + 1 || full.indexOf(lower) + 1) as number;
}

function yearOf(text: string | undefined, place: TypingPlace): number {
  if (text === undefined) return new Date(place.now).getUTCFullYear();
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function valid(year: number, month: number, day: number, format: string): { serial: number; format: string } | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return { serial: serialOfDay(year, month, day), format };
}
