import type { SheetData } from '../../../workspace/data.ts';
import { ApiError } from '../../../workspace/errors.ts';
import { checkSize, deleteLines, insertLines } from '../../../workspace/sheets/lines.ts';
import { copySheet, deleteSheet, renameSheet } from '../../../workspace/sheets/whole-sheets.ts';
import { compact, dig, type Json, objectAt, onlyKnown } from '../json.ts';
import { UpdateMask } from '../mask.ts';
import { sheetById } from '../ranges.ts';
import { sheetProperties } from '../resource.ts';
import { colorFrom } from '../styles.ts';
import { type Batch, checkSheetProtection, checkWholeSheet, type RequestHandler } from './request.ts';

const PROPERTIES = [
  'sheetId',
  'title',
  'index',
  'sheetType',
  'gridProperties.rowCount',
  'gridProperties.columnCount',
  'gridProperties.frozenRowCount',
  'gridProperties.frozenColumnCount',
  'gridProperties.hideGridlines',
  'hidden',
  'tabColor',
  'tabColorStyle',
  'rightToLeft',
];

const addSheet: RequestHandler = (batch, request) => {
  onlyKnown(request, ['properties'], 'addSheet');
  return { addSheet: { properties: addedSheet(batch, objectAt(request['properties'], 'properties')) } };
};

/** Adds a sheet with the properties given. @returns its properties as they came to be */
export function addedSheet({ caller, spreadsheet }: Batch, properties: Json): Json {
  checkPropertyNames(properties);
  const grid = objectAt(properties['gridProperties'], 'gridProperties');
  const { sheets } = caller.workspace;
  const id = properties['sheetId'] as number | undefined;
  if (id !== undefined && spreadsheet.sheets.some((each) => each.id === id)) throw new ApiError(400, `Sheet with id ${id} already exists.`);
  const sheet = sheets.addSheet(spreadsheet, (properties['title'] as string | undefined) ?? sheets.freeName(spreadsheet), {
    rows: (grid['rowCount'] as number | undefined) ?? 1000,
    columns: (grid['columnCount'] as number | undefined) ?? 26,
    ...(id === undefined ? {} : { id }),
    ...(properties['index'] === undefined ? {} : { index: properties['index'] as number }),
  });
  sheet.frozenRows = (grid['frozenRowCount'] as number | undefined) ?? 0;
  sheet.frozenColumns = (grid['frozenColumnCount'] as number | undefined) ?? 0;
  sheet.gridlinesHidden = grid['hideGridlines'] === true;
  sheet.hidden = properties['hidden'] === true;
  sheet.rightToLeft = properties['rightToLeft'] === true;
  sheet.tabColor = colorFrom(properties['tabColor'], properties['tabColorStyle']) ?? null;
  return sheetProperties(spreadsheet, sheet);
}

function checkPropertyNames(properties: Json): void {
  onlyKnown(
    properties,
    PROPERTIES.map((name) => name.split('.')[0] as string),
    'properties',
  );
  onlyKnown(
    objectAt(properties['gridProperties'], 'gridProperties'),
    PROPERTIES.flatMap((name) => name.split('.')[1] ?? []),
    'properties.gridProperties',
  );
}

const removeSheet: RequestHandler = (batch, request) => {
  onlyKnown(request, ['sheetId'], 'deleteSheet');
  const { spreadsheet, caller } = batch;
  const sheet = sheetById(spreadsheet, request['sheetId']);
  checkWholeSheet(batch, sheet);
  deleteSheet(caller.workspace.sheets, spreadsheet, sheet);
  return {};
};

const updateSheetProperties: RequestHandler = (batch, request) => {
  onlyKnown(request, ['properties', 'fields'], 'updateSheetProperties');
  const properties = objectAt(request['properties'], 'properties');
  checkPropertyNames(properties);
  const mask = UpdateMask.read(request['fields']);
  mask.allow(PROPERTIES);
  const { spreadsheet, caller } = batch;
  const sheet = sheetById(spreadsheet, properties['sheetId']);
  checkSheetProtection(batch, sheet);
  const value = (path: string) => (mask.has(path) ? { is: dig(properties, path) } : null);
  const title = value('title');
  if (title) rename(batch, sheet, title.is);
  const index = value('index');
  if (index && index.is !== undefined) {
    const others = spreadsheet.sheets.filter((each) => each !== sheet);
    spreadsheet.sheets = [...others.slice(0, Number(index.is)), sheet, ...others.slice(Number(index.is))];
  }
  resize(batch, sheet, value('gridProperties.rowCount')?.is as number | undefined, value('gridProperties.columnCount')?.is as number | undefined);
  const frozenRows = value('gridProperties.frozenRowCount');
  if (frozenRows) sheet.frozenRows = Number(frozenRows.is ?? 0);
  const frozenColumns = value('gridProperties.frozenColumnCount');
  if (frozenColumns) sheet.frozenColumns = Number(frozenColumns.is ?? 0);
  if (sheet.frozenRows >= sheet.rowCount || sheet.frozenColumns >= sheet.columnCount) {
    throw new ApiError(400, `You can't freeze all visible rows or columns on the sheet.`);
  }
  const gridlines = value('gridProperties.hideGridlines');
  if (gridlines) sheet.gridlinesHidden = gridlines.is === true;
  const hidden = value('hidden');
  if (hidden) sheet.hidden = hidden.is === true;
  if (spreadsheet.sheets.every((each) => each.hidden)) throw new ApiError(400, `You can't hide all the sheets in a document.`);
  const rightToLeft = value('rightToLeft');
  if (rightToLeft) sheet.rightToLeft = rightToLeft.is === true;
  if (mask.has('tabColor') || mask.has('tabColorStyle')) sheet.tabColor = colorFrom(properties['tabColor'], properties['tabColorStyle']) ?? null;
  caller.workspace.sheets.changed(spreadsheet);
  return {};
};

function rename({ spreadsheet }: Batch, sheet: SheetData, wanted: unknown): void {
  if (typeof wanted !== 'string' || wanted === '') throw new ApiError(400, 'Sheet name cannot be empty.');
  if (spreadsheet.sheets.some((each) => each !== sheet && each.name.toLowerCase() === wanted.toLowerCase())) {
    throw new ApiError(400, `A sheet with the name "${wanted}" already exists. Please enter another name.`);
  }
  renameSheet(spreadsheet.sheets, sheet, wanted);
}

function resize(batch: Batch, sheet: SheetData, rows = sheet.rowCount, columns = sheet.columnCount): void {
  if (rows < sheet.rowCount || columns < sheet.columnCount) checkWholeSheet(batch, sheet);
  checkSize(batch.spreadsheet, sheet, rows, columns);
  if (rows < sheet.rowCount) deleteLines(batch.spreadsheet, sheet, 'row', rows, sheet.rowCount - rows);
  if (columns < sheet.columnCount) deleteLines(batch.spreadsheet, sheet, 'column', columns, sheet.columnCount - columns);
  if (rows > sheet.rowCount) insertLines(batch.spreadsheet, sheet, 'row', sheet.rowCount, rows - sheet.rowCount);
  if (columns > sheet.columnCount) insertLines(batch.spreadsheet, sheet, 'column', sheet.columnCount, columns - sheet.columnCount);
}

const duplicateSheet: RequestHandler = ({ caller, spreadsheet }, request) => {
  onlyKnown(request, ['sourceSheetId', 'insertSheetIndex', 'newSheetId', 'newSheetName'], 'duplicateSheet');
  const { newSheetId, newSheetName } = request as { newSheetId?: number; newSheetName?: string };
  const made = copySheet(caller.workspace.sheets, sheetById(spreadsheet, request['sourceSheetId']), spreadsheet, {
    index: (request['insertSheetIndex'] as number | undefined) ?? 0,
    ...(newSheetId === undefined ? {} : { id: newSheetId }),
    ...(newSheetName === undefined ? {} : { name: newSheetName }),
  });
  return { duplicateSheet: { properties: sheetProperties(spreadsheet, made) } };
};

const updateSpreadsheetProperties: RequestHandler = ({ caller, spreadsheet }, request) => {
  onlyKnown(request, ['properties', 'fields'], 'updateSpreadsheetProperties');
  const properties = objectAt(request['properties'], 'properties');
  onlyKnown(properties, ['title', 'locale', 'timeZone'], 'properties');
  const mask = UpdateMask.read(request['fields']);
  mask.allow(['title', 'locale', 'timeZone']);
  const file = caller.workspace.drive.find(spreadsheet.id);
  const text = (name: 'title' | 'locale' | 'timeZone') => {
    const value = properties[name];
    if (typeof value !== 'string' || value === '') throw new ApiError(400, `Invalid value for ${name}.`);
    return value;
  };
  if (mask.has('title') && file) file.name = text('title');
  if (mask.has('locale')) spreadsheet.locale = text('locale');
  if (mask.has('timeZone')) spreadsheet.timeZone = text('timeZone');
  return compact({});
};

export const sheetRequests: Record<string, RequestHandler> = {
  addSheet,
  deleteSheet: removeSheet,
  updateSheetProperties,
  duplicateSheet,
  updateSpreadsheetProperties,
};
