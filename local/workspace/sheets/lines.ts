import type { CellData, GridRangeData, SheetData, SpreadsheetData } from '../data.ts';
import { boxOf } from './a1.ts';
import { type Axis, afterLines, shifted } from './formulas/move.ts';
import { mapCells } from './grid.ts';
import { SheetRefusal } from './refusal.ts';

/** docs/workspace/sheets and "Files you can store in Google Drive": ten million cells a spreadsheet. */
const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;

/** @throws SheetRefusal when a spreadsheet would grow beyond what Google allows */
export function checkSize(spreadsheet: SpreadsheetData, sheet: SheetData | null, rowCount: number, columnCount: number): void {
  const others = spreadsheet.sheets.reduce((sum, each) => (each === sheet ? sum : sum + each.rowCount * each.columnCount), 0);
  if (others + rowCount * columnCount > MOST_CELLS || columnCount > MOST_COLUMNS) {
    throw new SheetRefusal('too large', `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`);
  }
}

/** Puts `count` empty rows or columns in before line `at`; with `inheritFrom`, they take over that line's formats and rules. */
export function insertLines(spreadsheet: SpreadsheetData, sheet: SheetData, axis: Axis, at: number, count: number, inheritFrom?: number): void {
  const rows = axis === 'row';
  checkSize(spreadsheet, sheet, sheet.rowCount + (rows ? count : 0), sheet.columnCount + (rows ? 0 : count));
  const looks = (cell: CellData | null | undefined): CellData | null =>
    cell
      ? { ...cell, v: null, f: undefined, e: undefined, note: undefined, link: undefined, runs: undefined, spill: undefined, resultFormat: undefined }
      : null;
  if (rows) {
    sheet.rowCount += count;
    const model = inheritFrom === undefined ? [] : (sheet.rows[inheritFrom] ?? []).map(looks);
    if (at < sheet.rows.length || model.some(Boolean)) {
      while (sheet.rows.length < at) sheet.rows.push([]);
      sheet.rows = [...sheet.rows.slice(0, at), ...Array.from({ length: count }, () => model), ...sheet.rows.slice(at)];
    }
  } else {
    sheet.columnCount += count;
    sheet.rows = sheet.rows.map((line) => {
      if (!line || (line.length <= at && inheritFrom === undefined)) return line;
      const model = inheritFrom === undefined ? null : looks(line[inheritFrom]);
      const padded = [...line, ...Array<null>(Math.max(0, at - line.length)).fill(null)];
      return [...padded.slice(0, at), ...Array<CellData | null>(count).fill(model), ...padded.slice(at)];
    });
  }
  afterChange(spreadsheet, sheet, axis, at, count);
}

/** @throws SheetRefusal for the last line of a sheet: a sheet has at least one */
export function deleteLines(spreadsheet: SpreadsheetData, sheet: SheetData, axis: Axis, at: number, count: number): void {
  const rows = axis === 'row';
  const total = rows ? sheet.rowCount : sheet.columnCount;
  if (at + count > total) throw new SheetRefusal('bad request', `Those ${rows ? 'rows' : 'columns'} are out of bounds.`);
  if (count >= total) throw new SheetRefusal('bad request', `You can't delete all the ${rows ? 'rows' : 'columns'} on the sheet.`);
  const frozen = rows ? sheet.frozenRows : sheet.frozenColumns;
  const frozenLeft = frozen - Math.max(0, Math.min(frozen, at + count) - Math.min(frozen, at));
  if (frozenLeft >= total - count) throw new SheetRefusal('bad request', `Sorry, it is not possible to delete all non-frozen ${rows ? 'rows' : 'columns'}.`);
  if (rows) {
    sheet.rowCount -= count;
    sheet.frozenRows = frozenLeft;
    sheet.rows = [...sheet.rows.slice(0, at), ...sheet.rows.slice(at + count)];
  } else {
    sheet.columnCount -= count;
    sheet.frozenColumns = frozenLeft;
    sheet.rows = sheet.rows.map((line) => (line && line.length > at ? [...line.slice(0, at), ...line.slice(at + count)] : line));
  }
  afterChange(spreadsheet, sheet, axis, at, -count);
}

/** Everything that points into the sheet moves along: formulas, named ranges, protections, merges, filters, formats, sizes. */
function afterChange(spreadsheet: SpreadsheetData, sheet: SheetData, axis: Axis, at: number, count: number): void {
  for (const each of spreadsheet.sheets) {
    each.rows.forEach((line, row) => {
      if (!line?.some((cell) => cell?.f !== undefined || cell?.validation?.criteria === 'VALUE_IN_RANGE')) return;
      mapCells(each, { startRow: row, endRow: row + 1, startColumn: 0, endColumn: line.length }, (cell) => {
        if (!cell) return cell;
        const next = { ...cell };
        const moved = (formula: string) => afterLines(formula, each.name, sheet.name, axis, at, count);
        if (cell.f !== undefined) next.f = moved(cell.f);
        if (cell.validation?.criteria === 'VALUE_IN_RANGE') next.validation = { ...cell.validation, values: [moved(String(cell.validation.values[0]))] };
        return next;
      });
    });
  }
  const move = (range: GridRangeData): GridRangeData | null => (range.sheetId === sheet.id ? movedRange(range, axis, at, count) : range);
  spreadsheet.namedRanges = spreadsheet.namedRanges.flatMap((each) => withRange(each, move(each.range)));
  spreadsheet.protections = spreadsheet.protections.flatMap((each) =>
    withRange({ ...each, unprotected: each.unprotected.flatMap((part) => move(part) ?? []) }, move(each.range)),
  );
  sheet.merges = sheet.merges.flatMap((each) => move(each) ?? []).filter((each) => spansSeveral(each, sheet));
  if (sheet.filter) sheet.filter = withRange(sheet.filter, move(sheet.filter.range))[0] ?? null;
  sheet.filterViews = sheet.filterViews.flatMap((each) => withRange(each, move(each.range)));
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const own = rule as { ranges: GridRangeData[] };
    const ranges = own.ranges.flatMap((range) => move(range) ?? []);
    return ranges.length > 0 ? [{ ...own, ranges }] : [];
  });
  sheet.bandings = sheet.bandings.flatMap((each) => withRange(each as { range: GridRangeData }, move((each as { range: GridRangeData }).range)));
  if (axis === 'row') {
    sheet.rowHeights = movedSizes(sheet.rowHeights, at, count);
    sheet.hiddenRows = movedList(sheet.hiddenRows, at, count);
  } else {
    sheet.columnWidths = movedSizes(sheet.columnWidths, at, count);
    sheet.hiddenColumns = movedList(sheet.hiddenColumns, at, count);
  }
}

function withRange<T extends { range: GridRangeData }>(owner: T, range: GridRangeData | null): T[] {
  return range ? [{ ...owner, range }] : [];
}

function spansSeveral(range: GridRangeData, sheet: SheetData): boolean {
  const box = boxOf(range, sheet);
  return box.endRow - box.startRow > 1 || box.endColumn - box.startColumn > 1;
}

function movedRange(range: GridRangeData, axis: Axis, at: number, count: number): GridRangeData | null {
  const [startKey, endKey] = axis === 'row' ? (['startRow', 'endRow'] as const) : (['startColumn', 'endColumn'] as const);
  const start = range[startKey];
  const end = range[endKey];
  const next = shifted(start ?? 0, end ?? Number.MAX_SAFE_INTEGER / 2, at, count);
  if (!next) return null;
  return { ...range, ...(start === undefined ? {} : { [startKey]: next[0] }), ...(end === undefined ? {} : { [endKey]: next[1] }) };
}

function movedSizes(sizes: Record<number, number>, at: number, count: number): Record<number, number> {
  return Object.fromEntries(
    Object.entries(sizes).flatMap(([line, size]) => {
      const next = shifted(Number(line), Number(line) + 1, at, count);
      return next ? [[next[0], size]] : [];
    }),
  );
}

function movedList(lines: number[], at: number, count: number): number[] {
  return lines.flatMap((line) => shifted(line, line + 1, at, count)?.[0] ?? []);
}
