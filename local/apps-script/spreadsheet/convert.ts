import type { CellData, SpreadsheetData } from '../../workspace/data.ts';
import { isMoment } from '../../workspace/sheets/display.ts';
import { dateFormat, type Entered, isFormula, type TypingPlace, typed } from '../../workspace/sheets/input.ts';
import { serialOf, timeOf } from '../../workspace/sheets/serial-date.ts';
import { mismatch } from '../errors.ts';

/** A cell's value as a script gets it: '' when empty, a Date where a date or time is shown, an error as its text. */
export function valueForScript(cell: CellData | null, spreadsheet: SpreadsheetData): string | number | boolean | Date {
  if (!cell) return '';
  if (cell.e !== undefined) return cell.e;
  if (isMoment(cell)) return new Date(timeOf(cell.v, spreadsheet.timeZone));
  return cell.v ?? '';
}

/**
 * A script's value as a cell keeps it. Text is read as if it were typed, save that a leading `=` is a formula whatever the cell's
 * format (docs/apps-script/reference/spreadsheet/range.md, setValue); a Date is a moment in the spreadsheet's time zone.
 * @throws ScriptError for what is no value of a cell
 */
export function valueFromScript(value: unknown, place: TypingPlace & { timeZone: string }, format: string | undefined, method: string): Entered {
  if (value === null || value === undefined) return { v: null };
  if (value instanceof Date) {
    const serial = serialOf(value.getTime(), place.timeZone);
    const day = dateFormat(place.locale);
    return { v: serial, numberFormat: Number.isInteger(serial) ? day : `${day} H:mm:ss`.replace('dd/MM/yyyy H', 'dd/MM/yyyy HH') };
  }
  if (typeof value === 'string') return isFormula(value) ? { v: null, f: value } : typed(value, place, format);
  if (typeof value === 'number' || typeof value === 'boolean') return { v: value };
  throw mismatch(method, [value]);
}

const NAMED: Record<string, string> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  gold: '#ffd700',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  lightblue: '#add8e6',
  lightgreen: '#90ee90',
  lightyellow: '#ffffe0',
  darkgreen: '#006400',
  darkred: '#8b0000',
  darkblue: '#00008b',
  crimson: '#dc143c',
  coral: '#ff7f50',
  tomato: '#ff6347',
  salmon: '#fa8072',
  khaki: '#f0e68c',
  lavender: '#e6e6fa',
  beige: '#f5f5dc',
};

/** A colour in CSS notation as `#rrggbb`; null takes the colour away. @throws ScriptError for what is no colour */
export function colorFromCss(color: unknown, method: string): string | undefined {
  if (color === null || color === undefined || color === '') return undefined;
  const text = String(color).trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  const parts = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
  if (parts)
    return `#${parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  const named = NAMED[text];
  if (named === undefined) throw mismatch(method, [color]);
  return named;
}
