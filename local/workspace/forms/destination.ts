import type { CellData, FormData, FormItemData, FormResponseData, SheetData, SpreadsheetData } from '../data.ts';
import { wallTime } from '../time-zone.ts';
import { isQuestion } from './sections.ts';

/** Where a response stands in the linked spreadsheet. `row` counts from 0. */
export interface ResponseRow {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  columns: number;
}

const DAY = 86_400_000;

/** A new first tab for the form's responses, with its header and every response there is, as linking a form makes. */
export function addResponseSheet(form: FormData, spreadsheet: SpreadsheetData): void {
  const taken = new Set(spreadsheet.sheets.map((sheet) => sheet.name));
  let number = 1;
  while (taken.has(`Form responses ${number}`)) number += 1;
  const sheet: SheetData = {
    id: spreadsheet.nextSheetId,
    name: `Form responses ${number}`,
    rowCount: 1000,
    columnCount: 26,
    rows: [[]],
    frozenRows: 1,
    frozenColumns: 0,
    columnWidths: {},
    rowHeights: {},
    hidden: false,
    hiddenRows: [],
    hiddenColumns: [],
    tabColor: null,
    merges: [],
    filter: null,
    filterViews: [],
    conditionalFormats: [],
    bandings: [],
    charts: [],
  };
  spreadsheet.nextSheetId += 1;
  spreadsheet.sheets.unshift(sheet);
  spreadsheet.formId = form.id;
  form.destination = { spreadsheetId: spreadsheet.id, sheetId: sheet.id, columns: ['timestamp'], rowOf: {} };
  updateHeader(form, spreadsheet);
  for (const response of form.responses) writeResponse(form, response, spreadsheet);
}

/** Gives new questions a column at the right and renamed ones their new heading; a deleted question's column stays. */
export function updateHeader(form: FormData, spreadsheet: SpreadsheetData): void {
  const { destination } = form;
  const sheet = spreadsheet.sheets.find((each) => each.id === destination?.sheetId);
  if (!destination || !sheet) return;
  const wanted = headings(form);
  for (const column of wanted.keys()) if (!destination.columns.includes(column)) destination.columns.push(column);
  const header = sheet.rows[0] ?? [];
  sheet.rows[0] = header;
  destination.columns.forEach((column, index) => {
    const heading = wanted.get(column);
    if (heading !== undefined) header[index] = { ...header[index], v: heading };
  });
  sheet.columnCount = Math.max(sheet.columnCount, destination.columns.length);
}

/** Writes the response below the last row that holds anything, or over its own row when it was edited. */
export function writeResponse(form: FormData, response: FormResponseData, spreadsheet: SpreadsheetData): ResponseRow | null {
  const { destination } = form;
  const sheet = spreadsheet.sheets.find((each) => each.id === destination?.sheetId);
  if (!destination || !sheet) return null;
  updateHeader(form, spreadsheet);
  const row = destination.rowOf[response.id] ?? lastRow(sheet) + 1;
  destination.rowOf[response.id] = row;
  for (let missing = sheet.rows.length; missing < row; missing += 1) sheet.rows[missing] = [];
  sheet.rows[row] = destination.columns.map((column) => cellFor(column, form, response, spreadsheet.timeZone));
  sheet.rowCount = Math.max(sheet.rowCount, row + 1);
  return { spreadsheetId: spreadsheet.id, sheetId: sheet.id, row, columns: destination.columns.length };
}

function lastRow(sheet: SheetData): number {
  return sheet.rows.findLastIndex((row) => row.some((cell) => cell !== null && (cell.v !== null || cell.f !== undefined)));
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

function cellFor(column: string, form: FormData, response: FormResponseData, timeZone: string): CellData | null {
  if (column === 'timestamp') return { v: serialOf(response.submittedTime, timeZone), numberFormat: 'dd/MM/yyyy HH:mm:ss' };
  if (column === 'email') return response.respondentEmail === '' ? null : { v: response.respondentEmail };
  const [id = '', row] = column.split('/');
  const answer = response.answers[Number(id)];
  const item = form.items.find((each) => each.id === Number(id));
  const value = Array.isArray(answer) && row !== undefined ? answer[Number(row)] : answer;
  if (value === undefined || value === null || value === '') return null;
  return Array.isArray(value) ? { v: value.join(', ') } : literal(item, value);
}

/** Dates, times and numbers become what Sheets calculates with; anything else stays text, a leading `=` too. */
function literal(item: FormItemData | undefined, text: string): CellData {
  const midnight = Date.UTC(1899, 11, 30);
  if (item?.type === 'DATE' && item.includesYear !== false) return { v: (Date.parse(`${text}T00:00Z`) - midnight) / DAY, numberFormat: 'dd/MM/yyyy' };
  if (item?.type === 'DATETIME' && item.includesYear !== false) {
    return { v: (Date.parse(`${text.replace(' ', 'T')}Z`) - midnight) / DAY, numberFormat: 'dd/MM/yyyy HH:mm:ss' };
  }
  if (item?.type === 'TIME' || item?.type === 'DURATION') {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
    return { v: ((hours * 60 + minutes) * 60 + seconds) / 86_400, numberFormat: item.type === 'TIME' ? 'HH:mm:ss' : '[h]:mm:ss' };
  }
  return { v: text !== '' && String(Number(text)) === text ? Number(text) : text };
}

function serialOf(time: number, timeZone: string): number {
  const wall = wallTime(timeZone, time);
  return (Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) - Date.UTC(1899, 11, 30)) / DAY;
}
