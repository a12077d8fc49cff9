import type { GridRangeData, SheetData } from '../data.ts';

/** A rectangle of cells: zero-based, ends exclusive. */
export interface Box {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/** What A1 notation says, with the ends it leaves open missing. */
export interface A1Range {
  sheetName?: string;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `A` → `0`, `AA` → `26`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `A1` of one cell. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A1:C3`, or `A1` for a single cell. */
export function boxName(box: Box): string {
  const first = cellName(box.startRow, box.startColumn);
  const last = cellName(box.endRow - 1, box.endColumn - 1);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as it stands before `!`: quoted unless it is a plain word. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

const ENDPOINT = '\\$?([A-Za-z]{1,3})?\\$?(\\d+)?';
const RANGE = new RegExp(`^${ENDPOINT}(?::${ENDPOINT})?$`);

/** Reads `Sheet!A1:B2`, `A1`, `A:B`, `2:3`, `A2:B`, or null when the text is none of them. A bare sheet name is not A1 notation. */
export function parseA1(text: string): A1Range | null {
  const { sheetName, rest } = splitSheet(text.trim());
  const match = RANGE.exec(rest);
  if (!match || rest === '') return null;
  const [, column1, row1, column2, row2] = match;
  const single = !rest.includes(':');
  if (single && (column1 === undefined || row1 === undefined)) return null;
  if (row1 === '0' || row2 === '0') return null;
  const columns = [column1, single ? column1 : column2].map((name) => (name === undefined ? undefined : columnIndex(name)));
  const rows = [row1, single ? row1 : row2].map((row) => (row === undefined ? undefined : Number(row) - 1));
  if (!single && column2 === undefined && row2 === undefined) return null;
  if (columns[0] === undefined && rows[0] === undefined) return null;
  const range: A1Range = { ...span(rows, 'startRow', 'endRow'), ...span(columns, 'startColumn', 'endColumn') };
  return sheetName === undefined ? range : { sheetName, ...range };
}

function span(ends: (number | undefined)[], start: 'startRow' | 'startColumn', end: 'endRow' | 'endColumn'): A1Range {
  const [first, last] = ends;
  if (first === undefined) return last === undefined ? {} : { [end]: last + 1 };
  if (last === undefined) return { [start]: first };
  return { [start]: Math.min(first, last), [end]: Math.max(first, last) + 1 };
}

/** Takes `'My sheet'!rest` apart. */
export function splitSheet(text: string): { sheetName?: string; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheetName: (quoted[1] as string).replaceAll("''", "'"), rest: quoted[2] as string };
  const bang = text.lastIndexOf('!');
  return bang > 0 ? { sheetName: text.slice(0, bang), rest: text.slice(bang + 1) } : { rest: text };
}

/** The rectangle that an open range means on a sheet as large as it is now. */
export function boxOf(range: Omit<GridRangeData, 'sheetId'>, sheet: Pick<SheetData, 'rowCount' | 'columnCount'>): Box {
  return {
    startRow: range.startRow ?? 0,
    endRow: range.endRow ?? sheet.rowCount,
    startColumn: range.startColumn ?? 0,
    endColumn: range.endColumn ?? sheet.columnCount,
  };
}

export function wholeBox(sheet: Pick<SheetData, 'rowCount' | 'columnCount'>): Box {
  return boxOf({}, sheet);
}

export function overlap(a: Box, b: Box): boolean {
  return a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;
}

export function contains(outer: Box, inner: Box): boolean {
  return outer.startRow <= inner.startRow && inner.endRow <= outer.endRow && outer.startColumn <= inner.startColumn && inner.endColumn <= outer.endColumn;
}
