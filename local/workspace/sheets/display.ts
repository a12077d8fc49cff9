import SSF from 'ssf';
import type { CellData } from '../data.ts';
import { NotModelled } from '../errors.ts';

/** What a person sees in a cell: its value by its number format (docs/workspace/sheets/api/guides/formats.md). */
export function displayOf(cell: CellData | null): string {
  if (cell === null) return '';
  if (cell.e !== undefined) return cell.e;
  const { v } = cell;
  if (v === null) return '';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v === 'string') return v;
  return formatNumber(v, formatOf(cell));
}

/** The pattern a cell's number is shown by; undefined is automatic. */
export function formatOf(cell: CellData): string | undefined {
  return isAutomatic(cell.numberFormat) ? cell.resultFormat : cell.numberFormat;
}

/** A number by a pattern of the sheet's own kind; none means "automatic". */
export function formatNumber(value: number, pattern: string | undefined): string {
  if (isAutomatic(pattern) || pattern === '@') return automatic(value);
  try {
    return SSF.format(pattern, value);
  } catch {
    throw new NotModelled(`the number format ${pattern}`);
  }
}

/** Google's names for "no format of its own" are these. */
function isAutomatic(pattern: string | undefined): pattern is undefined | '' | 'General' | '0.###############' {
  return pattern === undefined || pattern === '' || pattern === 'General' || pattern === '0.###############';
}

function automatic(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [digits = '', exponent = ''] = value.toExponential(9).split('e');
    return `${Number(digits)}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  return String(Number(Number(value.toPrecision(15)).toFixed(9)));
}

type NumberKind = 'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'TIME' | 'DATE_TIME' | 'SCIENTIFIC';

const kinds = new Map<string, NumberKind>();

/** What sort of thing a pattern shows, by the names of the API's `NumberFormatType`. */
export function numberKind(pattern: string): NumberKind {
  let kind = kinds.get(pattern);
  if (!kind) {
    kind = kindOf(pattern);
    kinds.set(pattern, kind);
  }
  return kind;
}

function kindOf(pattern: string): NumberKind {
  if (pattern === '@') return 'TEXT';
  // Quoted and escaped letters, and colours in brackets, say nothing about the kind.
  const bare = pattern.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const time = /h|s|am\/pm|\[m/i.test(bare);
  const date = /[yd]/i.test(bare) || (!time && /m/i.test(bare));
  if (date && time) return 'DATE_TIME';
  if (date) return 'DATE';
  if (time) return 'TIME';
  if (bare.includes('%')) return 'PERCENT';
  if (/[£$€¥]/.test(pattern)) return 'CURRENCY';
  return /E[+-]/.test(bare) ? 'SCIENTIFIC' : 'NUMBER';
}

/** Whether a cell's number is a moment to the person who looks at it, and a `Date` to a script. */
export function isMoment(cell: CellData): cell is CellData & { v: number } {
  const pattern = formatOf(cell);
  if (typeof cell.v !== 'number' || pattern === undefined) return false;
  const kind = numberKind(pattern);
  return kind === 'DATE' || kind === 'TIME' || kind === 'DATE_TIME';
}
