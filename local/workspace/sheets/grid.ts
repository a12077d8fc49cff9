import type { CellData, SheetData } from '../data.ts';
import type { Box } from './a1.ts';

/**
 * Cells as they are stored. Rows and cells are never changed in place: a write puts a new row where the old one was. So keeping
 * the old state of a big sheet (for an all-or-nothing batch) costs no more than a copy of its list of rows.
 */

export function cellAt(sheet: SheetData, row: number, column: number): CellData | null {
  return sheet.rows[row]?.[column] ?? null;
}

/** Replaces the cells of a box by what `next` gives for each; `row` and `column` are the sheet's. */
export function mapCells(sheet: SheetData, box: Box, next: (old: CellData | null, row: number, column: number) => CellData | null): void {
  for (let row = box.startRow; row < box.endRow; row += 1) {
    const old = sheet.rows[row] ?? [];
    const copy = old.slice();
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      const cell = tidy(next(old[column] ?? null, row, column));
      if (cell === null && column >= copy.length) continue;
      while (copy.length < column) copy.push(null);
      copy[column] = cell;
    }
    while (copy.length > 0 && !copy[copy.length - 1]) copy.pop();
    if (copy.length === 0 && row >= sheet.rows.length) continue;
    while (sheet.rows.length < row) sheet.rows.push([]);
    sheet.rows[row] = copy;
  }
}

/** The cells of a box, row by row, as `read` sees them. */
export function readCells<T>(sheet: SheetData, box: Box, read: (cell: CellData | null, row: number, column: number) => T): T[][] {
  const result: T[][] = [];
  for (let row = box.startRow; row < box.endRow; row += 1) {
    const stored = sheet.rows[row];
    const line: T[] = [];
    for (let column = box.startColumn; column < box.endColumn; column += 1) line.push(read(stored?.[column] ?? null, row, column));
    result.push(line);
  }
  return result;
}

/** A cell without empty fields, or null when nothing is left of it. */
function tidy(cell: CellData | null): CellData | null {
  if (cell === null) return null;
  let bare = cell.v === null && cell.f === undefined;
  let kept: CellData | null = null;
  for (const key of Object.keys(cell) as (keyof CellData)[]) {
    if (key === 'v') continue;
    if (cell[key] !== undefined) bare = false;
    else {
      kept ??= { ...cell };
      delete kept[key];
    }
  }
  return bare ? null : (kept ?? cell);
}

/** What a cell looks like without what is in it: format, note and validation stay. */
export function withoutContent(cell: CellData | null): CellData | null {
  if (cell === null) return null;
  const copy = { ...cell };
  empty(copy);
  return copy;
}

const CONTENT = ['f', 'e', 'resultFormat', 'link', 'runs', 'spill'] as const;

/** Takes out of a cell what is in it. */
export function empty(cell: CellData): void {
  cell.v = null;
  for (const part of CONTENT) if (part in cell) cell[part] = undefined;
}

/** What is in a cell, without its looks. */
export function contentOf(cell: CellData | null): Pick<CellData, 'v' | 'f' | 'e'> {
  return cell === null ? { v: null } : { v: cell.v, ...(cell.f === undefined ? {} : { f: cell.f }), ...(cell.e === undefined ? {} : { e: cell.e }) };
}

export function hasContent(cell: CellData | null | undefined): boolean {
  return !!cell && (cell.v !== null || cell.f !== undefined || cell.e !== undefined);
}

/** How many rows down content reaches: 0 for an empty sheet. */
export function lastRow(sheet: SheetData): number {
  for (let row = sheet.rows.length; row > 0; row -= 1) if (sheet.rows[row - 1]?.some(hasContent)) return row;
  return 0;
}

/** How many columns across content reaches: 0 for an empty sheet. */
export function lastColumn(sheet: SheetData): number {
  let last = 0;
  for (const row of sheet.rows) {
    for (let column = row?.length ?? 0; column > last; column -= 1) {
      if (hasContent(row[column - 1])) last = column;
    }
  }
  return last;
}
