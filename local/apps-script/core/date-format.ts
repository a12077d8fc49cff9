import { instantOf, isTimeZone, offsetAt, type WallTime, wallTime } from '../../workspace/time-zone.ts';
import { ScriptError } from '../errors.ts';

/**
 * Java's SimpleDateFormat in English, which `Utilities.formatDate` and `Utilities.parseDate` follow
 * (docs/apps-script/reference/utilities/utilities.md).
 */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NUMERIC = 'yYMLuwWDdFHkKhmsS';

type Token = { literal: string } | { letter: string; count: number };

export function formatDate(time: number, zone: string, pattern: string): string {
  checkZone(zone);
  const wall = wallTime(zone, time);
  return tokens(pattern)
    .map((token) => ('literal' in token ? token.literal : field(token.letter, token.count, wall, zone, time)))
    .join('');
}

/** @returns milliseconds since 1970; throws what Java throws when the text does not begin as the pattern says. */
export function parseDate(text: string, zone: string, pattern: string): number {
  checkZone(zone);
  const list = tokens(pattern);
  const read: Partial<WallTime> & { pm?: boolean; offset?: number } = {};
  let at = 0;
  const fail = () => new ScriptError(`Unparseable date: "${text}"`);
  list.forEach((token, index) => {
    if ('literal' in token) {
      if (!text.startsWith(token.literal, at)) throw fail();
      at += token.literal.length;
      return;
    }
    const next = list[index + 1];
    // Digits of neighbouring numbers are told apart by their widths, as in yyyyMMdd.
    const width = next && 'letter' in next && NUMERIC.includes(next.letter) ? token.count : 9;
    const taken = take(token.letter, token.count, text.slice(at), width, read);
    if (taken === 0) throw fail();
    at += taken;
  });
  if (read.pm !== undefined) read.hour = ((read.hour ?? 0) % 12) + (read.pm ? 12 : 0);
  const wall = { year: 1970, month: 1, day: 1, ...read };
  return read.offset === undefined ? instantOf(zone, wall) : instantOf('UTC', wall) - read.offset;
}

function checkZone(zone: string): void {
  if (!isTimeZone(zone)) throw new ScriptError('Invalid argument: timeZone');
}

function tokens(pattern: string): Token[] {
  const found: Token[] = [];
  for (const [text] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (text === "'") throw new ScriptError('Unterminated quote');
    if (text === "''") found.push({ literal: "'" });
    else if (text.startsWith("'")) found.push({ literal: text.slice(1, -1).replace(/''/g, "'") });
    else if (/[A-Za-z]/.test(text)) found.push({ letter: text.charAt(0), count: text.length });
    else found.push({ literal: text });
  }
  return found;
}

function field(letter: string, count: number, wall: WallTime, zone: string, time: number): string {
  const pad = (value: number) => String(value).padStart(count, '0');
  switch (letter) {
    case 'G':
      return wall.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? String(wall.year % 100).padStart(2, '0') : pad(wall.year);
    case 'Y':
      return count === 2 ? String(weekYear(wall) % 100).padStart(2, '0') : pad(weekYear(wall));
    case 'M':
    case 'L':
      return count <= 2 ? pad(wall.month) : named(MONTHS, wall.month - 1, count);
    case 'E':
      return named(DAYS, wall.weekday - 1, count);
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'z':
      return zoneName(zone, time, count >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(offsetAt(zone, time), '');
    case 'X':
      return isoOffset(offsetAt(zone, time), count);
    default:
      return pad(numberFor(letter, wall));
  }
}

function numberFor(letter: string, wall: WallTime): number {
  switch (letter) {
    case 'u':
      return wall.weekday;
    case 'w':
      return weekOfYear(wall);
    case 'W':
      return Math.floor((wall.day - 1 + sundayBased(firstOfMonth(wall))) / 7) + 1;
    case 'D':
      return dayOfYear(wall);
    case 'd':
      return wall.day;
    case 'F':
      return Math.floor((wall.day - 1) / 7) + 1;
    case 'H':
      return wall.hour;
    case 'k':
      return wall.hour || 24;
    case 'K':
      return wall.hour % 12;
    case 'h':
      return wall.hour % 12 || 12;
    case 'm':
      return wall.minute;
    case 's':
      return wall.second;
    case 'S':
      return wall.millisecond;
    default:
      throw new ScriptError(`Illegal pattern character '${letter}'`);
  }
}

function named(names: readonly string[], index: number, count: number): string {
  const name = names[index] ?? '';
  return count >= 4 ? name : name.slice(0, 3);
}

/** 0 for Sunday: Java's weeks begin there in English. */
function sundayBased(weekday: number): number {
  return weekday % 7;
}

function firstOfMonth(wall: WallTime): number {
  return ((((wall.weekday - 1 - (wall.day - 1)) % 7) + 7) % 7) + 1;
}

function dayOfYear(wall: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return Math.round((Date.UTC(wall.year, wall.month - 1, wall.day) - Date.UTC(wall.year, 0, 1)) / 86_400_000) + 1;
}

/** Weeks begin on Sunday and the week of 1 January is the first, as in Java's US calendar. */
function weekOfYear(wall: WallTime): number {
  if (weekYear(wall) > wall.year) return 1;
  const newYear = new Date(Date.UTC(wall.year, 0, 1)).getUTCDay();
  return Math.floor((dayOfYear(wall) - 1 + newYear) / 7) + 1;
}

function weekYear(wall: WallTime): number {
  const saturday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 6 - sundayBased(wall.weekday)));
  return saturday.getUTCFullYear();
}

function zoneName(zone: string, time: number, length: 'short' | 'long'): string {
  for (const locale of ['en-US', 'en-GB']) {
    try {
      const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: length }).formatToParts(time);
      const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
      if (!/[+-]/.test(name)) return name;
    } catch {
      // `GMT+5` is a zone to Java and not to Intl: its offset is its name.
    }
  }
  return `GMT${offsetText(offsetAt(zone, time), ':')}`;
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${colon}${String(minutes % 60).padStart(2, '0')}`;
}

function isoOffset(offset: number, count: number): string {
  if (offset === 0) return 'Z';
  return count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 2 ? '' : ':');
}

/** Reads one field from the start of `text` into `read`; gives how many characters it took, 0 when it is not there. */
function take(letter: string, count: number, text: string, width: number, read: Partial<WallTime> & { pm?: boolean; offset?: number }): number {
  if ((letter === 'M' || letter === 'L') && count >= 3) return takeName(MONTHS, text, (index) => (read.month = index + 1));
  if (letter === 'E') return takeName(DAYS, text, () => undefined);
  if (letter === 'a') {
    const match = /^(am|pm)/i.exec(text);
    if (match) read.pm = match[0].toLowerCase() === 'pm';
    return match?.[0].length ?? 0;
  }
  if (letter === 'z' || letter === 'Z' || letter === 'X') return takeZone(text, read);
  const digits = new RegExp(`^\\d{1,${width}}`).exec(text)?.[0];
  if (digits === undefined) return 0;
  const value = Number(digits);
  if (letter === 'y') read.year = count === 2 && digits.length === 2 ? centuryOf(value) : value;
  else if (letter === 'M' || letter === 'L') read.month = value;
  else if (letter === 'd') read.day = value;
  else if (letter === 'D') Object.assign(read, { month: 1, day: value });
  else if (letter === 'H' || letter === 'K' || letter === 'k' || letter === 'h') read.hour = letter === 'k' ? value % 24 : value;
  else if (letter === 'm') read.minute = value;
  else if (letter === 's') read.second = value;
  else if (letter === 'S') read.millisecond = value;
  else throw new ScriptError(`Illegal pattern character '${letter}'`);
  return digits.length;
}

function takeName(names: readonly string[], text: string, set: (index: number) => void): number {
  const lower = text.toLowerCase();
  for (const [index, name] of names.entries()) {
    for (const form of [name.toLowerCase(), name.slice(0, 3).toLowerCase()]) {
      if (!lower.startsWith(form)) continue;
      set(index);
      return form.length;
    }
  }
  return 0;
}

function takeZone(text: string, read: { offset?: number }): number {
  const match = /^(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})?|^(?:GMT|UTC|Z)/.exec(text);
  if (!match) return 0;
  read.offset = match[1] === undefined ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
  return match[0].length;
}

/** Java places two digits within 80 years before and 20 after now; schools' dates lie well inside that of 2026. */
function centuryOf(value: number): number {
  return value <= 46 ? 2000 + value : 1900 + value;
}
