import type { GridRangeData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { type Box, boxName, boxOf, parseA1, quotedSheet, wholeBox } from '../../workspace/sheets/a1.ts';
import { compact, type Json, onlyKnown } from './json.ts';

export interface SheetBox {
  sheet: SheetData;
  box: Box;
}

/** What A1 notation, a sheet's name or a named range means in a spreadsheet. @throws ApiError 400 in Google's words */
export function resolveRange(spreadsheet: SpreadsheetData, text: string): SheetBox {
  const named = spreadsheet.namedRanges.find((each) => each.name.toLowerCase() === text.toLowerCase());
  if (named) return resolveGridRange(spreadsheet, gridRangeJson(named.range));
  const bare = /^'(.*)'$/s.exec(text)?.[1]?.replaceAll("''", "'") ?? text;
  const whole = spreadsheet.sheets.find((each) => each.name === bare);
  if (whole) return { sheet: whole, box: wholeBox(whole) };
  const range = parseA1(text);
  const sheet = range && (range.sheetName === undefined ? spreadsheet.sheets[0] : spreadsheet.sheets.find((each) => each.name === range.sheetName));
  if (!range || !sheet) throw new ApiError(400, `Unable to parse range: ${text}`);
  const box = boxOf(range, sheet);
  checkLimits(sheet, box, `${quotedSheet(sheet.name)}!${boxName(box)}`);
  return { sheet, box };
}

function checkLimits(sheet: SheetData, box: Box, name: string): void {
  if (box.startRow < sheet.rowCount && box.endRow <= sheet.rowCount && box.startColumn < sheet.columnCount && box.endColumn <= sheet.columnCount) return;
  throw new ApiError(400, `Range (${name}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`);
}

/** `Sheet1!A1:B2` as answers spell it. */
export function rangeText({ sheet, box }: SheetBox): string {
  return `${quotedSheet(sheet.name)}!${boxName(box)}`;
}

/** @throws ApiError 400 when there is no sheet of that id; a missing id is 0, as in any JSON message */
export function sheetById(spreadsheet: SpreadsheetData, sheetId: unknown): SheetData {
  const id = sheetId ?? 0;
  const found = spreadsheet.sheets.find((each) => each.id === id);
  if (!found) throw new ApiError(400, `No grid with id: ${String(id)}`);
  return found;
}

/** A GridRange of the API as it is kept here, checked against the sheet. @throws ApiError 400 */
export function gridRangeData(spreadsheet: SpreadsheetData, range: Json): GridRangeData {
  onlyKnown(range, ['sheetId', 'startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'], 'range');
  const sheet = sheetById(spreadsheet, range['sheetId']);
  const data: GridRangeData = { sheetId: sheet.id };
  const take = (from: string, to: keyof GridRangeData) => {
    const value = range[from];
    if (value === undefined || value === null) return;
    if (!Number.isInteger(value) || (value as number) < 0) throw new ApiError(400, `${from} must be a non-negative integer.`);
    data[to] = value as number;
  };
  take('startRowIndex', 'startRow');
  take('endRowIndex', 'endRow');
  take('startColumnIndex', 'startColumn');
  take('endColumnIndex', 'endColumn');
  const box = boxOf(data, sheet);
  if (box.endRow <= box.startRow || box.endColumn <= box.startColumn) {
    if (box.startRow < sheet.rowCount && box.startColumn < sheet.columnCount) throw new ApiError(400, 'The range must not be empty.');
  }
  const limits = `GridRange (${boxName(box)})`;
  if (box.startRow >= sheet.rowCount || box.endRow > sheet.rowCount || box.startColumn >= sheet.columnCount || box.endColumn > sheet.columnCount) {
    throw new ApiError(400, `${limits} exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`);
  }
  return data;
}

export function resolveGridRange(spreadsheet: SpreadsheetData, range: Json): SheetBox {
  const data = gridRangeData(spreadsheet, range);
  const sheet = sheetById(spreadsheet, data.sheetId);
  return { sheet, box: boxOf(data, sheet) };
}

export function gridRangeJson(range: GridRangeData): Json {
  return compact({
    sheetId: range.sheetId,
    startRowIndex: range.startRow,
    endRowIndex: range.endRow,
    startColumnIndex: range.startColumn,
    endColumnIndex: range.endColumn,
  });
}
