import type { CellData, FormData, FormItemData, FormResponseData, SheetData, SpreadsheetData } from '../data.ts';
import { mapCells } from '../sheets/grid.ts';
import { serialOf } from '../sheets/serial-date.ts';
import { entered, type Sheets } from '../sheets.ts';
import { isQuestion } from './sections.ts';

/** Where a response stands in the linked spreadsheet. `row` counts from 0. */
export interface ResponseRow {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  columns: number;
}

/** A new first tab for the form's responses, with its header and every response there is, as linking a form makes. */
export function addResponseSheet(sheets: Sheets, form: FormData, spreadsheet: SpreadsheetData): void {
  const taken = new Set(spreadsheet.sheets.map((sheet) => sheet.name.toLowerCase()));
  let number = 1;
  while (taken.has(`form responses ${number}`)) number += 1;
  const sheet = sheets.addSheet(spreadsheet, `Form responses ${number}`, { index: 0 });
  sheet.frozenRows = 1;
  spreadsheet.formId = form.id;
  form.destination = { spreadsheetId: spreadsheet.id, sheetId: sheet.id, columns: ['timestamp'], rowOf: {} };
  updateHeader(sheets, form, spreadsheet);
  for (const response of form.responses) writeResponse(sheets, form, response, spreadsheet);
}

/** Gives new questions a column at the right and renamed ones their new heading; a deleted question's column stays. */
export function updateHeader(sheets: Sheets, form: FormData, spreadsheet: SpreadsheetData): void {
  const { destination } = form;
  const sheet = destination && sheets.sheet(spreadsheet, destination.sheetId);
  if (!destination || !sheet) return;
  const wanted = headings(form);
  for (const column of wanted.keys()) if (!destination.columns.includes(column)) destination.columns.push(column);
  writeRow(sheets, spreadsheet, sheet, 0, destination.columns.length, (old, index) => {
    const heading = wanted.get(destination.columns[index] ?? '');
    return heading === undefined ? old : entered(old, { v: heading });
  });
}

/** Writes the response below the last row that holds anything, or over its own row when it was edited. */
export function writeResponse(sheets: Sheets, form: FormData, response: FormResponseData, spreadsheet: SpreadsheetData): ResponseRow | null {
  const { destination } = form;
  const sheet = destination && sheets.sheet(spreadsheet, destination.sheetId);
  if (!destination || !sheet) return null;
  updateHeader(sheets, form, spreadsheet);
  const row = destination.rowOf[response.id] ?? lastRow(sheet) + 1;
  destination.rowOf[response.id] = row;
  const { columns } = destination;
  writeRow(sheets, spreadsheet, sheet, row, columns.length, (old, index) =>
    entered(old, contentFor(columns[index] ?? '', form, response, spreadsheet.timeZone)),
  );
  return { spreadsheetId: spreadsheet.id, sheetId: sheet.id, row, columns: columns.length };
}

/** The form writes whatever protection there is, and leaves cells to the right of its own alone. */
function writeRow(
  sheets: Sheets,
  spreadsheet: SpreadsheetData,
  sheet: SheetData,
  row: number,
  columns: number,
  next: (old: CellData | null, column: number) => CellData | null,
): void {
  sheet.rowCount = Math.max(sheet.rowCount, row + 1);
  sheet.columnCount = Math.max(sheet.columnCount, columns);
  mapCells(sheet, { startRow: row, endRow: row + 1, startColumn: 0, endColumn: columns }, (old, _, column) => next(old, column));
  sheets.changed(spreadsheet);
}

function lastRow(sheet: SheetData): number {
  return sheet.rows.findLastIndex((row) => row?.some((cell) => cell !== null && (cell.v !== null || cell.f !== undefined)));
}

/** Heading by column: the questions in the form's order; a grid has a column for each row. */
function headings(form: FormData): Map<string, string> {
  const found = new Map([['timestamp', 'Timestamp']]);
  if (form.emailCollection !== 'DO_NOT_COLLECT') found.set('email', 'Email Address');
  for (const item of form.items) {
    if (!isQuestion(item)) continue;
    if (!item.rows) found.set(String(item.id), item.title);
    for (const [index, row] of (item.rows ?? []).entries()) found.set(`${item.id}/${index}`, `${item.title} [${row}]`);
  }
  return found;
}

type Content = Pick<CellData, 'v' | 'numberFormat'>;

function contentFor(column: string, form: FormData, response: FormResponseData, timeZone: string): Content {
  if (column === 'timestamp') return { v: serialOf(response.submittedTime, timeZone), numberFormat: 'dd/MM/yyyy HH:mm:ss' };
  if (column === 'email') return { v: response.respondentEmail || null };
  const [id = '', row] = column.split('/');
  const answer = response.answers[Number(id)];
  const item = form.items.find((each) => each.id === Number(id));
  const value = Array.isArray(answer) && row !== undefined ? answer[Number(row)] : answer;
  if (value === undefined || value === null || value === '') return { v: null };
  return Array.isArray(value) ? { v: value.join(', ') } : literal(item, value);
}

/** Dates, times and numbers become what Sheets calculates with; anything else stays text, a leading `=` too. */
function literal(item: FormItemData | undefined, text: string): Content {
  if (item?.type === 'DATE' && item.includesYear !== false) return { v: serialOf(Date.parse(`${text}T00:00Z`), 'UTC'), numberFormat: 'dd/MM/yyyy' };
  if (item?.type === 'DATETIME' && item.includesYear !== false) {
    return { v: serialOf(Date.parse(`${text.replace(' ', 'T')}Z`), 'UTC'), numberFormat: 'dd/MM/yyyy HH:mm:ss' };
  }
  if (item?.type === 'TIME' || item?.type === 'DURATION') {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
    return { v: ((hours * 60 + minutes) * 60 + seconds) / 86_400, numberFormat: item.type === 'TIME' ? 'HH:mm:ss' : '[h]:mm:ss' };
  }
  return { v: text !== '' && String(Number(text)) === text ? Number(text) : text };
}
