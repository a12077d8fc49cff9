import { canonical, type Json } from './canonical.ts';
import { cellText, typedText } from './cell-text.ts';
import { RecordsError } from './errors.ts';

/** How a kind of value is written into a cell as literal text, and read back. Reading throws when the text is not of that kind. */
interface Kind<T> {
  readonly kind: 'text' | 'date' | 'date and time' | 'number' | 'yes or no' | 'choice' | 'list';
  readonly choices?: readonly string[];
  write(value: T): string;
  read(text: string): T;
}

/** What a person is to see at a glance in a desk: the colour of a cell, by a rule over the value and the time it is shown. */
export type Highlight<T> = (value: T, now: string) => 'late' | 'soon' | null;

/** One column, as far as it can be said without knowing its sheet. */
export interface Field<T> extends Kind<T> {
  readonly isKey: boolean;
  readonly isEditable: boolean;
  readonly isOptional: boolean;
  /** The column's heading, when the property's name in words is not what people should read. */
  readonly heading?: string;
  /** Headings the column had in earlier versions: still read, and put right when the sheet is mended. */
  readonly formerly: readonly string[];
  /** Pixels. */
  readonly pixels?: number;
  highlighted?(value: T, now: string): ReturnType<Highlight<T>>;
  /** The value that tells rows apart: one column a table, its first. */
  key(): Field<T>;
  /** A desk lets people change it. */
  editable(): Field<T>;
  /** May be empty, which reads as null. */
  optional(): Field<T | null>;
  called(heading: string, ...formerly: string[]): Field<T>;
  width(pixels: number): Field<T>;
  highlight(rule: Highlight<T>): Field<T>;
}

type Traits<T> = Pick<Field<T>, 'isKey' | 'isEditable' | 'isOptional' | 'heading' | 'formerly' | 'pixels' | 'highlighted'>;

function field<T>(kind: Kind<T>, traits: Traits<T> = { isKey: false, isEditable: false, isOptional: false, formerly: [] }): Field<T> {
  const but = (change: Partial<Traits<T>>) => field(kind, { ...traits, ...change });
  return {
    ...kind,
    ...traits,
    key: () => but({ isKey: true }),
    editable: () => but({ isEditable: true }),
    optional: () => field(orNull(kind), { ...(traits as Traits<T | null>), isOptional: true }),
    called: (heading, ...formerly) => but({ heading, formerly }),
    width: (pixels) => but({ pixels }),
    highlight: (highlighted) => but({ highlighted }),
  };
}

function orNull<T>(kind: Kind<T>): Kind<T | null> {
  return { ...kind, write: (value) => (value === null ? '' : kind.write(value)), read: (text) => (text === '' ? null : kind.read(text)) };
}

/** Sheets' own limit is 50,000 characters a cell. */
const LONGEST_TEXT = 45_000;

/** Any text that fits a cell, kept exactly as typed: `=1+1` stays text. An optional text cannot tell "" from nothing. */
export function text(): Field<string> {
  return field({
    kind: 'text',
    write: (value) => {
      const cell = cellText(value);
      if (cell.length > LONGEST_TEXT) throw new RecordsError('too long', `This is too long: at most ${LONGEST_TEXT} characters fit here.`);
      return cell;
    },
    read: typedText,
  });
}

/** A calendar day, `2026-09-07`. */
export function date(): Field<string> {
  return field({ kind: 'date', ...checked((value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)), 'a date like 2026-09-07') });
}

/** A moment in UTC, `2026-09-07T08:00:00.000Z`. */
export function dateTime(): Field<string> {
  return field({ kind: 'date and time', ...checked((value) => isMoment(value), 'a date and time like 2026-09-07T08:00:00.000Z') });
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** A finite number. */
export function number(): Field<number> {
  const isNumber = (cell: string) => cell.trim() !== '' && Number.isFinite(Number(cell));
  const { write, read } = checked(isNumber, 'a number');
  return field({ kind: 'number', write: (value) => write(String(value)), read: (cell) => Number(read(cell)) });
}

export function yesOrNo(): Field<boolean> {
  const { read } = checked((cell) => cell === 'yes' || cell === 'no', '"yes" or "no"');
  return field({ kind: 'yes or no', write: (value) => (value ? 'yes' : 'no'), read: (cell) => read(cell) === 'yes' });
}

/** One of a closed list of words. */
export function choice<const T extends readonly [string, ...string[]]>(choices: T): Field<T[number]> {
  const { write, read } = checked((cell) => choices.includes(cell), `one of ${choices.map((each) => `"${each}"`).join(', ')}`);
  return field<T[number]>({ kind: 'choice', choices, write, read: (cell) => read(cell) as T[number] });
}

/** Several texts in one cell, one a line; an empty list is an empty cell. */
export function list(): Field<readonly string[]> {
  const lines = text();
  const escapeLine = (item: string) => cellText(item).replace(/\n/g, '\u241b000a');
  return field({
    kind: 'list',
    write: (items) => {
      if (items.includes('')) throw new RangeError('A list cannot hold an empty text');
      const cell = items.map(escapeLine).join('\n');
      if (cell.length > LONGEST_TEXT) throw new RecordsError('too long', `This list is too long: at most ${LONGEST_TEXT} characters fit here.`);
      return cell;
    },
    read: (cell) => (cell === '' ? [] : cell.split('\n').map(lines.read)),
  });
}

/** Anything that JSON can say, for what no page shows as it stands: small, or the cell overflows. */
export function json<T extends Json>(): Field<T> {
  const { write, read } = text();
  return field({ kind: 'text', write: (value) => write(canonical(value)), read: (cell) => JSON.parse(read(cell)) as T });
}

/** Text that is refused, on the way in and out, unless it passes. */
function checked(passes: (cell: string) => boolean, expected: string): Pick<Kind<string>, 'write' | 'read'> {
  const pass = (cell: string) => {
    if (!passes(cell)) throw new RangeError(`${JSON.stringify(cell.slice(0, 40))} is not ${expected}`);
    return cell;
  };
  return { write: pass, read: pass };
}
