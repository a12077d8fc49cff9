import type { CellData, SheetData, SpreadsheetData } from '../data.ts';
import type { Sheets } from '../sheets.ts';
import type { Box } from './a1.ts';
import { displayOf } from './display.ts';
import { copied } from './formulas/move.ts';
import { compare, type Scalar } from './formulas/values.ts';
import { contentOf, hasContent, readCells, withoutContent } from './grid.ts';

/** A rectangle on a sheet of a spreadsheet. */
export interface Place {
  spreadsheet: SpreadsheetData;
  sheet: SheetData;
  box: Box;
}

export type PasteKind = 'NORMAL' | 'VALUES' | 'FORMAT' | 'NO_BORDERS' | 'FORMULA' | 'DATA_VALIDATION';

/**
 * Copies cells, repeating them where the target is a multiple of the source's size, as pasting does.
 * @returns the box that was written
 * @throws SheetRefusal
 */
export function copyCells(sheets: Sheets, email: string, from: Place, to: Place, kind: PasteKind, transposed = false): Box {
  const read = readCells(from.sheet, from.box, (cell) => cell);
  const source = transposed ? (read[0] ?? []).map((_, column) => read.map((row) => row[column] ?? null)) : read;
  const height = source.length;
  const width = source[0]?.length ?? 0;
  const rows = to.box.endRow - to.box.startRow;
  const columns = to.box.endColumn - to.box.startColumn;
  const { startRow, startColumn } = to.box;
  const box: Box = {
    startRow,
    endRow: startRow + (rows % height === 0 ? rows : height),
    startColumn,
    endColumn: startColumn + (columns % width === 0 ? columns : width),
  };
  sheets.put(email, to.spreadsheet, to.sheet, box, (old, row, column) => {
    const [atRow, atColumn] = [(row - startRow) % height, (column - startColumn) % width];
    const origin = transposed
      ? { row: from.box.startRow + atColumn, column: from.box.startColumn + atRow }
      : { row: from.box.startRow + atRow, column: from.box.startColumn + atColumn };
    return pasted(old, source[atRow]?.[atColumn] ?? null, kind, row - origin.row, column - origin.column);
  });
  return box;
}

function pasted(old: CellData | null, source: CellData | null, kind: PasteKind, rows: number, columns: number): CellData | null {
  const moved = source?.f === undefined ? source : { ...source, f: copied(source.f, rows, columns) };
  const whole = moved?.spill ? { ...moved, spill: undefined } : moved;
  switch (kind) {
    case 'NORMAL':
      return whole;
    case 'NO_BORDERS':
      return whole || old?.borders ? { ...(whole ?? { v: null }), borders: old?.borders } : null;
    case 'VALUES': {
      const { f: _, ...value } = contentOf(source);
      return { ...withoutContent(old), ...value };
    }
    case 'FORMULA':
      return { ...withoutContent(old), ...contentOf(whole) };
    case 'FORMAT': {
      const { validation: _, note: __, ...looks } = withoutContent(source) ?? { v: null };
      return { ...looks, ...contentOf(old), note: old?.note, validation: old?.validation };
    }
    case 'DATA_VALIDATION':
      return { ...(old ?? { v: null }), validation: source?.validation };
  }
}

/** Moves cells to another place of the same size; what they leave is empty, and formats go along. @throws SheetRefusal */
export function moveCells(sheets: Sheets, email: string, from: Place, to: Place): void {
  const cells = readCells(from.sheet, from.box, (cell) => cell);
  const { startRow, startColumn } = to.box;
  const box = { startRow, endRow: startRow + cells.length, startColumn, endColumn: startColumn + (cells[0]?.length ?? 0) };
  sheets.checkProtection(email, from.spreadsheet, from.sheet, from.box);
  sheets.checkProtection(email, to.spreadsheet, to.sheet, box);
  sheets.put(email, from.spreadsheet, from.sheet, from.box, () => null);
  sheets.put(email, to.spreadsheet, to.sheet, box, (_, row, column) => cells[row - startRow]?.[column - startColumn] ?? null);
}

interface SortOrder {
  /** Of the sheet, zero-based. */
  column: number;
  ascending: boolean;
}

/** Sorts rows of a box as the grid does: empty cells last, numbers before texts, equal rows as they were. @throws SheetRefusal */
export function sortCells(sheets: Sheets, email: string, place: Place, orders: readonly SortOrder[]): void {
  const { sheet, box } = place;
  const rows = readCells(sheet, box, (cell) => cell).map((cells, index) => ({ cells, index }));
  rows.sort((a, b) => {
    for (const { column, ascending } of orders) {
      const at = column - box.startColumn;
      const order = inOrder(a.cells[at] ?? null, b.cells[at] ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.index - b.index;
  });
  orderRows(
    sheets,
    email,
    place,
    rows.map(({ index }) => index),
  );
}

/** Puts the rows of a box in another order, formulas adjusted. @param order which row stands at each place, counted from 0. @throws SheetRefusal */
export function orderRows(sheets: Sheets, email: string, { spreadsheet, sheet, box }: Place, order: readonly number[]): void {
  const rows = readCells(sheet, box, (cell) => cell);
  sheets.put(email, spreadsheet, sheet, box, (_, row, column) => {
    const to = row - box.startRow;
    const from = order[to] ?? to;
    const cell = rows[from]?.[column - box.startColumn] ?? null;
    return cell?.f === undefined ? cell : { ...cell, f: copied(cell.f, to - from, 0) };
  });
}

function inOrder(a: CellData | null, b: CellData | null, ascending: boolean): number {
  const [left, right] = [hasContent(a), hasContent(b)];
  if (!left || !right) return left === right ? 0 : left ? -1 : 1;
  const order = compare(sortable(a), sortable(b));
  return ascending ? order : -order;
}

function sortable(cell: CellData | null): Scalar {
  return cell?.e ?? cell?.v ?? null;
}

/**
 * Makes room at a box (or closes it): cells behind it in the direction move by its size.
 * @throws SheetRefusal
 */
export function shiftCells(sheets: Sheets, email: string, { spreadsheet, sheet, box }: Place, direction: 'insert' | 'delete', axis: 'row' | 'column'): void {
  const affected: Box =
    axis === 'row' ? { ...box, endRow: Math.max(sheet.rowCount, box.endRow) } : { ...box, endColumn: Math.max(sheet.columnCount, box.endColumn) };
  const size = axis === 'row' ? box.endRow - box.startRow : box.endColumn - box.startColumn;
  const by = direction === 'insert' ? -size : size;
  const cells = readCells(sheet, affected, (cell) => cell);
  sheets.put(email, spreadsheet, sheet, affected, (_, row, column) => {
    const [fromRow, fromColumn] = axis === 'row' ? [row + by, column] : [row, column + by];
    return cells[fromRow - affected.startRow]?.[fromColumn - affected.startColumn] ?? null;
  });
}

export interface Search {
  pattern: RegExp;
  matchEntireCell: boolean;
  /** Search formulas' texts instead of what they come to. */
  formulas: boolean;
}

/** A search text as a pattern. `regular` texts are RE2 in Google, JavaScript's here. */
export function searchPattern(text: string, options: { matchCase: boolean; regular: boolean }): RegExp {
  const source = options.regular ? text : text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(source, options.matchCase ? 'gu' : 'giu');
}

/** The text of a cell in which a search looks. */
export function searchedText(cell: CellData | null, search: Search): string {
  return search.formulas && cell?.f !== undefined ? cell.f : displayOf(cell);
}

/** How often a search finds something in a text. */
export function occurrences(text: string, { pattern, matchEntireCell }: Search): number {
  if (text === '') return 0;
  if (matchEntireCell) return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace('g', '')).test(text) ? 1 : 0;
  return text.match(pattern)?.length ?? 0;
}
