import { ApiError } from '../../workspace/errors.ts';
import { wholeBox } from '../../workspace/sheets/a1.ts';
import { copySheet } from '../../workspace/sheets/whole-sheets.ts';
import type { ApiMethod } from '../api.ts';
import { readParameters } from '../parameters.ts';
import { asApiError, reading, useQuota, writing } from './access.ts';
import { runBatch } from './batch.ts';
import { compact, objectAt, objectsAt, onlyKnown } from './json.ts';
import { resolveRange } from './ranges.ts';
import { addedSheet } from './requests/sheets.ts';
import { sheetProperties, spreadsheetJson } from './resource.ts';

const READ = ['spreadsheets', 'spreadsheets.readonly', 'drive', 'drive.readonly', 'drive.file'].map((name) => `https://www.googleapis.com/auth/${name}`);
const WRITE = ['spreadsheets', 'drive', 'drive.file'].map((name) => `https://www.googleapis.com/auth/${name}`);
export const SCOPES = { READ, WRITE };

export const spreadsheetMethods: ApiMethod[] = [
  {
    id: 'sheets.spreadsheets.create',
    verb: 'POST',
    path: '/v4/spreadsheets',
    scopes: WRITE,
    body: true,
    ms: 1200,
    call: (caller, request) => {
      readParameters(request.query, {});
      const body = objectAt(request.body, 'spreadsheet');
      onlyKnown(body, ['properties', 'sheets', 'spreadsheetId', 'spreadsheetUrl'], 'spreadsheet');
      const properties = objectAt(body['properties'], 'properties');
      onlyKnown(properties, ['title', 'locale', 'timeZone', 'autoRecalc'], 'properties');
      useQuota(caller, 'Write');
      if (!caller.workspace.quotas.use(caller.email, 'spreadsheets created')) throw new ApiError(429, 'Too many spreadsheets created today.');
      try {
        const spreadsheet = caller.workspace.sheets.create(caller.email, {
          name: (properties['title'] as string | undefined) ?? 'Untitled spreadsheet',
          ...(properties['locale'] === undefined ? {} : { locale: String(properties['locale']) }),
          ...(properties['timeZone'] === undefined ? {} : { timeZone: String(properties['timeZone']) }),
        });
        Object.assign(caller.workspace.drive.get(caller.email, spreadsheet.id), { apps: [caller.app] });
        const wanted = objectsAt(body['sheets'], 'sheets');
        if (wanted.length > 0) {
          spreadsheet.sheets = [];
          spreadsheet.nextSheetId = 0;
          for (const sheet of wanted) {
            onlyKnown(sheet, ['properties'], 'sheets');
            addedSheet({ caller, spreadsheet }, objectAt(sheet['properties'], 'properties'));
          }
        }
        return spreadsheetJson(caller, spreadsheet, null);
      } catch (error) {
        throw asApiError(error);
      }
    },
  },
  {
    id: 'sheets.spreadsheets.get',
    verb: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}',
    scopes: READ,
    call: (caller, request) =>
      reading(caller, request.path['spreadsheetId'] ?? '', (spreadsheet) => {
        const { ranges, includeGridData } = readParameters(request.query, {
          ranges: 'strings',
          includeGridData: 'boolean',
          excludeTablesInBandedRanges: 'unmodelled',
        });
        const { fields } = request.query;
        // A mask decides by itself whether cells come along.
        const withCells = fields === undefined ? includeGridData === true : /\bdata\b|\*/.test(String(fields));
        const grids = ranges?.map((range) => resolveRange(spreadsheet, range)) ?? spreadsheet.sheets.map((sheet) => ({ sheet, box: wholeBox(sheet) }));
        const answer = spreadsheetJson(caller, spreadsheet, withCells ? grids : null);
        if (!ranges) return answer;
        const named = new Set(grids.map((grid) => spreadsheet.sheets.indexOf(grid.sheet)));
        return { ...answer, sheets: (answer['sheets'] as unknown[]).filter((_, index) => named.has(index)) };
      }),
  },
  {
    id: 'sheets.spreadsheets.batchUpdate',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}:batchUpdate',
    scopes: WRITE,
    body: true,
    ms: 300,
    call: (caller, request) => {
      readParameters(request.query, {});
      const body = objectAt(request.body, 'request');
      onlyKnown(body, ['requests', 'includeSpreadsheetInResponse', 'responseRanges', 'responseIncludeGridData'], 'request');
      return writing(caller, request.path['spreadsheetId'] ?? '', (spreadsheet) => {
        const replies = runBatch({ caller, spreadsheet }, body['requests']);
        caller.workspace.sheets.settle(spreadsheet);
        const ranges = (body['responseRanges'] as string[] | undefined)?.map((range) => resolveRange(spreadsheet, range));
        const grids = body['responseIncludeGridData'] === true ? (ranges ?? spreadsheet.sheets.map((sheet) => ({ sheet, box: wholeBox(sheet) }))) : null;
        return compact({
          spreadsheetId: spreadsheet.id,
          replies,
          updatedSpreadsheet: body['includeSpreadsheetInResponse'] === true ? spreadsheetJson(caller, spreadsheet, grids) : undefined,
        });
      });
    },
  },
  {
    id: 'sheets.spreadsheets.sheets.copyTo',
    verb: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}/sheets/{sheetId}:copyTo',
    scopes: WRITE,
    body: true,
    ms: 500,
    call: (caller, request) => {
      readParameters(request.query, {});
      const body = objectAt(request.body, 'request');
      onlyKnown(body, ['destinationSpreadsheetId'], 'request');
      return writing(caller, String(body['destinationSpreadsheetId'] ?? ''), (target) => {
        const { sheets } = caller.workspace;
        const source = sheets.sheet(sheets.open(caller.email, request.path['spreadsheetId'] ?? ''), Number(request.path['sheetId']));
        if (!source) throw new ApiError(404, `Requested entity was not found.`);
        const made = copySheet(sheets, source, target);
        return sheetProperties(target, made);
      });
    },
  },
];
