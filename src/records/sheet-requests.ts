import { type SheetLayout, sheetIdOf } from './system-tables.ts';

/** One change of a spreadsheet. Several in one call are made together or not at all. */
export type SheetRequest = GoogleAppsScript.Sheets.Schema.Request;
type RowData = GoogleAppsScript.Sheets.Schema.RowData;

/** Only the value: formats and validation stay. */
const VALUE = 'userEnteredValue';

/** Adds rows below the last one that holds anything. */
export function appendRows(sheet: string, rows: readonly (readonly string[])[]): SheetRequest[] {
  return rows.length === 0 ? [] : [{ appendCells: { sheetId: sheetIdOf(sheet), rows: rows.map(literal), fields: VALUE } }];
}

/** Writes over rows that stand one below the other, from the row numbered `number` (the first is 1). */
export function writeRows(sheet: string, number: number, rows: readonly (readonly string[])[], column = 0): SheetRequest {
  return { updateCells: { start: { sheetId: sheetIdOf(sheet), rowIndex: number - 1, columnIndex: column }, rows: rows.map(literal), fields: VALUE } };
}

/** Takes rows away. Their numbers are those before any goes. */
export function removeRows(sheet: string, numbers: readonly number[]): SheetRequest[] {
  return [...numbers]
    .sort((one, other) => other - one)
    .map((number) => ({ deleteDimension: { range: { sheetId: sheetIdOf(sheet), dimension: 'ROWS', startIndex: number - 1, endIndex: number } } }));
}

/** A new sheet with its headings. They are not frozen: Google refuses to delete the last row that is not. */
export function addSheet({ name, headings, rows }: SheetLayout): SheetRequest[] {
  const gridProperties = { rowCount: rows, columnCount: headings.length };
  return [{ addSheet: { properties: { sheetId: sheetIdOf(name), title: name, gridProperties } } }, writeRows(name, 1, [headings])];
}

/** Adds empty columns at the right; none for a number that is not positive. */
export function addColumns(sheet: string, count: number): SheetRequest[] {
  return count > 0 ? [{ appendDimension: { sheetId: sheetIdOf(sheet), dimension: 'COLUMNS', length: count } }] : [];
}

/** Empties a sheet down to its headings. */
export function emptySheet({ name, headings }: SheetLayout): SheetRequest[] {
  return [{ updateCells: { range: { sheetId: sheetIdOf(name) }, fields: VALUE } }, writeRows(name, 1, [headings])];
}

export function nameSheet(sheetId: number, title: string): SheetRequest {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } };
}

export function removeSheet(sheetId: number): SheetRequest {
  return { deleteSheet: { sheetId } };
}

/**
 * Moves the mark that stands at the chain's end. It is a named range whose id holds the sequence number: were the mark no longer
 * at `from`, there would be nothing to delete, and Google refuses all requests of the call together. So two writers can never both
 * go on from the same event, whatever became of their locks, and a call that takes effect late changes nothing.
 */
export function moveMark(from: number, to: number, state: FileState = 'head'): SheetRequest[] {
  return [unsetMark(markId(from, state)), setMark(to, state)];
}

/** Whether a file is in use, or is being written to take the place of one: its mark says so, and nobody writes to a file of the other state. */
export type FileState = 'head' | 'building';

export function unsetMark(namedRangeId: string): SheetRequest {
  return { deleteNamedRange: { namedRangeId } };
}

export function setMark(at: number, state: FileState = 'head'): SheetRequest {
  const range = { sheetId: sheetIdOf('Head'), startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
  return { addNamedRange: { namedRange: { namedRangeId: markId(at, state), name: `${state === 'head' ? 'Head' : 'Building'}_${at}`, range } } };
}

export function markId(sequence: number, state: FileState = 'head'): string {
  return `${state}-${sequence}`;
}

/** Literal text: `=1+1` is four characters, `2026-09-07` no date. An empty text empties its cell. */
function literal(cells: readonly string[]): RowData {
  return { values: cells.map((cell) => (cell === '' ? {} : { userEnteredValue: { stringValue: cell } })) };
}
