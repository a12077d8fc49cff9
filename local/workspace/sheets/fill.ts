import type { CellData } from '../data.ts';
import { NotModelled } from '../errors.ts';
import type { Sheets } from '../sheets.ts';
import type { Box } from './a1.ts';
import { isMoment } from './display.ts';
import { copied } from './formulas/move.ts';
import { hasContent, readCells } from './grid.ts';
import type { Place } from './rearrange.ts';
import { SheetRefusal } from './refusal.ts';

/** `continue` goes on with the pattern of the source's cells, `repeat` copies them over and over. */
export type FillSeries = 'continue' | 'repeat';

/**
 * Fills a box with what continues the cells of `from`, as dragging the corner does
 * (docs/apps-script/reference/spreadsheet/range.md, autoFill).
 * @param to holds `from` and reaches beyond it in one direction
 * @throws SheetRefusal
 */
export function fillCells(sheets: Sheets, email: string, from: Place, to: Box, series: FillSeries): void {
  const { box } = from;
  const beyond = [box.startRow - to.startRow, to.endRow - box.endRow, box.startColumn - to.startColumn, to.endColumn - box.endColumn];
  if (beyond.some((lines) => lines < 0) || beyond.filter((lines) => lines > 0).length > 1) {
    throw new SheetRefusal('invalid', 'AutoFill destination range must include source range and extend it in only one direction.');
  }
  const isDown = to.startColumn === box.startColumn && to.endColumn === box.endColumn;
  const source = readCells(from.sheet, box, (cell) => cell);
  const lines = isDown ? (source[0] ?? []).map((_, column) => source.map((row) => row[column] ?? null)) : source;
  const nexts = lines.map((line) => continuing(line, series));
  sheets.put(email, from.spreadsheet, from.sheet, to, (old, row, column) => {
    const [line, at] = isDown ? [column - box.startColumn, row - box.startRow] : [row - box.startRow, column - box.startColumn];
    const cells = lines[line] ?? [];
    if (at >= 0 && at < cells.length) return old;
    const pattern = ((at % cells.length) + cells.length) % cells.length;
    const cell = cells[pattern] ?? null;
    if (cell?.f !== undefined) return { ...cell, f: isDown ? copied(cell.f, at - pattern, 0) : copied(cell.f, 0, at - pattern) };
    const next = nexts[line]?.(at);
    return next === undefined || !cell ? cell : { ...cell, v: next };
  });
}

/** The value at a place of the line that the cells begin, counted from the first of them; undefined when they only repeat. */
function continuing(cells: readonly (CellData | null)[], series: FillSeries): ((at: number) => string | number) | undefined {
  if (series === 'repeat' || cells.some((cell) => !cell || cell.f !== undefined)) return undefined;
  const values = cells.map((cell) => cell?.v ?? null);
  if (values.every((value) => typeof value === 'number')) {
    const [first] = cells;
    const isDay = first !== null && first !== undefined && isMoment(first);
    return values.length > 1 || isDay ? evenly(values) : undefined;
  }
  const parts = values.map((value) => /^(.*?)(\d+)$/.exec(String(value)));
  const prefix = parts[0]?.[1] ?? '';
  if (parts.some((part) => part?.[1] !== prefix)) return undefined;
  const number = evenly(parts.map((part) => Number(part?.[2])));
  return (at) => `${prefix}${number(at)}`;
}

/** Numbers in even steps; a single one goes up by one. */
function evenly(numbers: readonly number[]): (at: number) => number {
  const [first = 0, second = first + 1] = numbers;
  const step = second - first;
  if (numbers.some((number, index) => Math.abs(number - first - step * index) > 1e-9)) throw new NotModelled('filling on from numbers in uneven steps');
  return (at) => first + step * at;
}

/** How far down a fill beside other data goes: to the end of what stands to the left of the box, or else to its right. */
export function besideData({ sheet, box }: Place): Box {
  const filledTo = (column: number): number => {
    let row = box.startRow;
    while (row < sheet.rowCount && hasContent(sheet.rows[row]?.[column])) row += 1;
    return row;
  };
  const end = [box.startColumn - 1, box.endColumn]
    .filter((column) => column >= 0)
    .map(filledTo)
    .find((row) => row > box.endRow);
  return { ...box, endRow: end ?? box.endRow };
}
