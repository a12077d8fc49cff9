import type { SpreadsheetData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { insertLines } from '../../workspace/sheets/lines.ts';
import type { ApiMethod, Caller } from '../api.ts';
import { readParameters } from '../parameters.ts';
import { asApiError, reading, writing } from './access.ts';
import { compact, type Json, objectAt, objectsAt, onlyKnown } from './json.ts';
import { rangeText, resolveRange } from './ranges.ts';
import { SCOPES } from './spreadsheet-methods.ts';
import { chosen, clearValues, inputOption, type Rendering, renderingOf, rowsOf, tableAt, valueRange, writeValues } from './values.ts';

const RENDER = { majorDimension: 'string', valueRenderOption: 'string', dateTimeRenderOption: 'string' } as const;
const WRITE = {
  valueInputOption: 'string',
  includeValuesInResponse: 'boolean',
  responseValueRenderOption: 'string',
  responseDateTimeRenderOption: 'string',
} as const;

/** How written values are to be shown in the answer, or null when they are not. */
function echoOf(from: Json): Rendering | null {
  return from['includeValuesInResponse'] === true ? renderingOf(from, 'response') : null;
}

function batchWrite(caller: Caller, spreadsheet: SpreadsheetData, body: Json): Json {
  const option = inputOption(body['valueInputOption']);
  const echo = echoOf(body);
  const responses = objectsAt(body['data'], 'data').map((data, index) => {
    try {
      const where = resolveRange(spreadsheet, String(data['range'] ?? ''));
      return writeValues(caller, spreadsheet, { where, rows: rowsOf(data, `data[${index}]`), option }, echo);
    } catch (error) {
      throw asApiError(error, `Invalid data[${index}]: `);
    }
  });
  const total = (field: string) => responses.reduce((sum, each) => sum + Number(each[field] ?? 0), 0) || undefined;
  const sheets = new Set(responses.map((each) => String(each['updatedRange']).split('!')[0]));
  return compact({
    spreadsheetId: spreadsheet.id,
    totalUpdatedRows: total('updatedRows'),
    totalUpdatedColumns: total('updatedColumns'),
    totalUpdatedCells: total('updatedCells'),
    totalUpdatedSheets: sheets.size || undefined,
    responses,
  });
}

export const valueMethods: ApiMethod[] = [
  {
    id: 'sheets.spreadsheets.values.get',
    verb: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}/values/{range}',
    scopes: SCOPES.READ,
    call: (caller, { path, query }) =>
      reading(caller, path['spreadsheetId'] ?? '', (spreadsheet) =>
        valueRange(resolveRange(spreadsheet, path['range'] ?? ''), renderingOf(readParameters(query, RENDER))),
      ),
  },
  {
    id: 'sheets.spreadsheets.values.batchGet',
    verb: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}/values:batchGet',
    scopes: SCOPES.READ,
    call: (caller, { path, query }) =>
      reading(caller, path['spreadsheetId'] ?? '', (spreadsheet) => {
        const { ranges = [], ...rendering } = readParameters(query, { ...RENDER, ranges: 'strings' });
        return { spreadsheetId: spreadsheet.id, valueRanges: ranges.map((range) => valueRange(resolveRange(spreadsheet, range), renderingOf(rendering))) };
      }),
  },
  {
    id: 'sheets.spreadsheets.values.update',
    verb: 'PUT',
    path: '/v4/spreadsheets/{spreadsheetId}/values/{range}',
    scopes: SCOPES.WRITE,
    body: true,
    ms: 250,
    call: (caller, { path, query, body }) =>
      writing(caller, path['spreadsheetId'] ?? '', (spreadsheet) => {
        const options = readParameters(query, WRITE);
        const data = objectAt(body, 'data');
        const range = path['range'] ?? '';
        if (data['range'] !== undefined && rangeText(resolveRange(spreadsheet, String(data['range']))) !== rangeText(resolveRange(spreadsheet, range))) {
          throw new ApiError(400, `Requested range (${range}) does not match the value range's (${String(data['range'])}).`);
        }
        const update = { where: resolveRange(spreadsheet, range), rows: rowsOf(data, 'data'), option: inputOption(options.valueInputOption) };
        try {
          return writeValues(caller, spreadsheet, update, echoOf(options));
        } catch (error) {
          throw asApiError(error, 'Invalid data[0]: ');
        }
      }),
  },
  {
    id: 'sheets.spreadsheets.values.append',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}/values/{range}:append',
    scopes: SCOPES.WRITE,
    body: true,
    ms: 250,
    call: (caller, { path, query, body }) =>
      writing(caller, path['spreadsheetId'] ?? '', (spreadsheet) => {
        const options = readParameters(query, { ...WRITE, insertDataOption: 'string' });
        const insert = chosen(options.insertDataOption, ['OVERWRITE', 'INSERT_ROWS'], 'insertDataOption', 'OVERWRITE');
        const data = objectAt(body, 'data');
        const rows = rowsOf(data, 'data');
        const searched = resolveRange(spreadsheet, path['range'] ?? '');
        const table = tableAt(searched);
        const { sheet } = searched;
        const startRow = table ? table.endRow : searched.box.startRow;
        const startColumn = table ? table.startColumn : searched.box.startColumn;
        const width = Math.max(1, ...rows.map((row) => row.length));
        if (insert === 'INSERT_ROWS' && table) insertLines(spreadsheet, sheet, 'row', startRow, rows.length, startRow - 1);
        const missing = { row: startRow + rows.length - sheet.rowCount, column: startColumn + width - sheet.columnCount };
        if (missing.row > 0) insertLines(spreadsheet, sheet, 'row', sheet.rowCount, missing.row);
        if (missing.column > 0) insertLines(spreadsheet, sheet, 'column', sheet.columnCount, missing.column);
        const box = { startRow, endRow: startRow + Math.max(1, rows.length), startColumn, endColumn: startColumn + width };
        const option = inputOption(options.valueInputOption);
        try {
          return compact({
            spreadsheetId: spreadsheet.id,
            tableRange: table ? rangeText({ sheet, box: table }) : undefined,
            updates: writeValues(caller, spreadsheet, { where: { sheet, box }, rows, option }, echoOf(options)),
          });
        } catch (error) {
          throw asApiError(error, 'Invalid data[0]: ');
        }
      }),
  },
  {
    id: 'sheets.spreadsheets.values.batchUpdate',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}/values:batchUpdate',
    scopes: SCOPES.WRITE,
    body: true,
    ms: 300,
    call: (caller, { path, query, body }) => {
      readParameters(query, {});
      const json = objectAt(body, 'request');
      onlyKnown(json, [...Object.keys(WRITE), 'data'], 'request');
      return writing(caller, path['spreadsheetId'] ?? '', (spreadsheet) => batchWrite(caller, spreadsheet, json));
    },
  },
  {
    id: 'sheets.spreadsheets.values.clear',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}/values/{range}:clear',
    scopes: SCOPES.WRITE,
    body: true,
    ms: 250,
    call: (caller, { path, query, body }) => {
      readParameters(query, {});
      onlyKnown(objectAt(body, 'request'), [], 'request');
      return writing(caller, path['spreadsheetId'] ?? '', (spreadsheet) => {
        const where = resolveRange(spreadsheet, path['range'] ?? '');
        clearValues(caller, spreadsheet, where);
        return { spreadsheetId: spreadsheet.id, clearedRange: rangeText(where) };
      });
    },
  },
  {
    id: 'sheets.spreadsheets.values.batchClear',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}/values:batchClear',
    scopes: SCOPES.WRITE,
    body: true,
    ms: 250,
    call: (caller, { path, query, body }) => {
      readParameters(query, {});
      const json = objectAt(body, 'request');
      onlyKnown(json, ['ranges'], 'request');
      return writing(caller, path['spreadsheetId'] ?? '', (spreadsheet) => {
        const places = ((json['ranges'] as string[] | undefined) ?? []).map((range) => resolveRange(spreadsheet, range));
        for (const where of places) clearValues(caller, spreadsheet, where);
        return { spreadsheetId: spreadsheet.id, clearedRanges: places.map(rangeText) };
      });
    },
  },
];
