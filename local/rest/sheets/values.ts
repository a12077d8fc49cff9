import type { CellData, SpreadsheetData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { type Box, columnName } from '../../workspace/sheets/a1.ts';
import { displayOf, isMoment } from '../../workspace/sheets/display.ts';
import { cellAt, readCells, withoutContent } from '../../workspace/sheets/grid.ts';
import { type Entered, typed } from '../../workspace/sheets/input.ts';
import { entered } from '../../workspace/sheets.ts';
import type { Caller } from '../api.ts';
import { compact, type Json, onlyKnown } from './json.ts';
import { rangeText, type SheetBox } from './ranges.ts';

/** How values are to be shown: the `…RenderOption` parameters. */
export interface Rendering {
  value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  dimension: 'ROWS' | 'COLUMNS';
}

export function chosen<T extends string>(value: unknown, allowed: readonly T[], field: string, fallback?: T): T {
  if (value === undefined && fallback !== undefined) return fallback;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new ApiError(400, `Invalid value at '${field}', "${String(value)}"`);
  return found;
}

/** Reads the rendering from parameters or a body; `prefix` is `response` for what an update gives back. */
export function renderingOf(from: Json, prefix: '' | 'response' = ''): Rendering {
  const name = (plain: string) => (prefix === '' ? plain : `response${plain.charAt(0).toUpperCase()}${plain.slice(1)}`);
  return {
    value: chosen(from[name('valueRenderOption')], ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'], name('valueRenderOption'), 'FORMATTED_VALUE'),
    dateTime: chosen(from[name('dateTimeRenderOption')], ['SERIAL_NUMBER', 'FORMATTED_STRING'], name('dateTimeRenderOption'), 'SERIAL_NUMBER'),
    dimension: chosen(from['majorDimension'], ['ROWS', 'COLUMNS'], 'majorDimension', 'ROWS'),
  };
}

/** The values of a range; empty rows at the end and empty cells at a row's end are left out (docs/workspace/sheets/api/guides/values.md). */
export function valueRange(where: SheetBox, rendering: Rendering): Json {
  const { sheet, box } = where;
  const clipped = { ...box, endRow: Math.max(box.startRow, Math.min(box.endRow, sheet.rows.length)) };
  const rows = readCells(sheet, clipped, (cell) => rendered(cell, rendering));
  const lines = trimmed(rendering.dimension === 'ROWS' ? rows : columnsOf(rows, box.endColumn - box.startColumn));
  return compact({ range: rangeText(where), majorDimension: rendering.dimension, values: lines.length > 0 ? lines : undefined });
}

function rendered(cell: CellData | null, { value, dateTime }: Rendering): string | number | boolean {
  if (!cell) return '';
  if (value === 'FORMATTED_VALUE') return displayOf(cell);
  if (value === 'FORMULA' && cell.f !== undefined) return cell.f;
  if (cell.e !== undefined) return cell.e;
  return dateTime === 'FORMATTED_STRING' && isMoment(cell) ? displayOf(cell) : (cell.v ?? '');
}

type Lines = (string | number | boolean)[][];

function columnsOf(rows: Lines, width: number): Lines {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}

function trimmed(lines: Lines): Lines {
  const short = lines.map((line) => {
    let length = line.length;
    while (length > 0 && line[length - 1] === '') length -= 1;
    return line.slice(0, length);
  });
  while (short.length > 0 && short[short.length - 1]?.length === 0) short.pop();
  return short;
}

/** A ValueRange's values by rows, whichever way they came. @throws ApiError 400 */
export function rowsOf(body: Json, at: string): unknown[][] {
  onlyKnown(body, ['range', 'majorDimension', 'values'], at);
  const values = body['values'] ?? [];
  if (!Array.isArray(values)) throw new ApiError(400, `Invalid value at '${at}.values'`);
  const lines = values.map((line, index) => {
    if (!Array.isArray(line))
      throw new ApiError(400, `Invalid value at '${at}.values[${index}]' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(line)}`);
    return line as unknown[];
  });
  if (chosen(body['majorDimension'], ['ROWS', 'COLUMNS'], 'majorDimension', 'ROWS') === 'ROWS') return lines;
  const height = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: height }, (_, row) => lines.map((line) => line[row] ?? null));
}

/** docs/workspace/sheets/api/reference/rest/v4/ValueInputOption.md */
export function inputOption(value: unknown): 'RAW' | 'USER_ENTERED' {
  if (value === undefined || value === null) throw new ApiError(400, `'valueInputOption' is required but not specified`);
  return chosen(value, ['RAW', 'USER_ENTERED'], 'value_input_option');
}

export interface Update {
  where: SheetBox;
  rows: unknown[][];
  option: 'RAW' | 'USER_ENTERED';
}

/** Writes values from a range's corner: `null` leaves a cell alone, '' empties it. @returns an UpdateValuesResponse */
export function writeValues(caller: Caller, spreadsheet: SpreadsheetData, { where, rows, option }: Update, echo: Rendering | null): Json {
  const { sheet, box } = where;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const fits = rows.length <= box.endRow - box.startRow && width <= box.endColumn - box.startColumn;
  if (!fits) {
    const what = rows.length > box.endRow - box.startRow ? `row [${box.endRow + 1}]` : `column [${columnName(box.endColumn)}]`;
    throw new ApiError(400, `Requested writing within range [${rangeText(where)}], but tried writing to ${what}`);
  }
  const target: Box = { ...box, endRow: box.startRow + rows.length, endColumn: box.startColumn + width };
  const place = { locale: spreadsheet.locale, now: caller.workspace.clock.now() };
  let cells = 0;
  if (rows.length > 0 && width > 0) {
    caller.workspace.sheets.put(caller.email, spreadsheet, sheet, target, (old, row, column) => {
      const value = rows[row - box.startRow]?.[column - box.startColumn];
      if (value === undefined || value === null) return old;
      cells += 1;
      return entered(old, option === 'RAW' ? { v: literal(value) } : parsed(value, place, old?.numberFormat));
    });
    caller.workspace.sheets.settle(spreadsheet);
  }
  const written = { sheet, box: rows.length > 0 && width > 0 ? target : { ...box, endRow: box.startRow + 1, endColumn: box.startColumn + 1 } };
  return compact({
    spreadsheetId: spreadsheet.id,
    updatedRange: rangeText(written),
    updatedRows: rows.length || undefined,
    updatedColumns: width || undefined,
    updatedCells: cells || undefined,
    updatedData: echo ? valueRange(written, echo) : undefined,
  });
}

function literal(value: unknown): string | number | boolean | null {
  if (value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new ApiError(400, `Invalid values[0][0]: ${JSON.stringify(value)}`);
}

function parsed(value: unknown, place: { locale: string; now: number }, format: string | undefined): Entered {
  const plain = literal(value);
  return typeof plain === 'string' ? typed(plain, place, format) : { v: plain };
}

/** Empties the cells of a range; formats, notes and rules stay. */
export function clearValues(caller: Caller, spreadsheet: SpreadsheetData, { sheet, box }: SheetBox): void {
  caller.workspace.sheets.put(caller.email, spreadsheet, sheet, { ...box, endRow: Math.max(box.startRow, Math.min(box.endRow, sheet.rows.length)) }, (old) =>
    withoutContent(old),
  );
}

/** The block of data around a range's corner that `append` adds to; null when there is none. */
export function tableAt({ sheet, box }: SheetBox): Box | null {
  const filled = (row: number, column: number) => {
    const cell = cellAt(sheet, row, column);
    return cell !== null && (cell.v !== null || cell.f !== undefined);
  };
  const end = Math.min(box.endRow, sheet.rows.length);
  let start: { row: number; column: number } | null = null;
  for (let row = box.startRow; row < end && !start; row += 1) {
    for (let column = box.startColumn; column < box.endColumn && !start; column += 1) if (filled(row, column)) start = { row, column };
  }
  if (!start) return null;
  const table: Box = { startRow: start.row, endRow: start.row + 1, startColumn: start.column, endColumn: start.column + 1 };
  const anyIn = (rows: [number, number], columns: [number, number]) => {
    for (let row = rows[0]; row < rows[1]; row += 1) for (let column = columns[0]; column < columns[1]; column += 1) if (filled(row, column)) return true;
    return false;
  };
  const rowHas = (row: number) => anyIn([row, row + 1], [Math.max(0, table.startColumn - 1), table.endColumn + 1]);
  const columnHas = (column: number) => anyIn([table.startRow, table.endRow], [column, column + 1]);
  // Rows to their end before columns: a look down a whole column is dear.
  for (let before = 0; before !== areaOf(table); ) {
    before = areaOf(table);
    while (table.endRow < sheet.rows.length && rowHas(table.endRow)) table.endRow += 1;
    while (table.startRow > 0 && rowHas(table.startRow - 1)) table.startRow -= 1;
    while (table.endColumn < sheet.columnCount && columnHas(table.endColumn)) table.endColumn += 1;
    while (table.startColumn > 0 && columnHas(table.startColumn - 1)) table.startColumn -= 1;
  }
  return table;
}

function areaOf(box: Box): number {
  return (box.endRow - box.startRow) * (box.endColumn - box.startColumn);
}
