import { ApiError } from '../../../workspace/errors.ts';
import { typed } from '../../../workspace/sheets/input.ts';
import { copyCells, moveCells, occurrences, searchedText, searchPattern, shiftCells, sortCells } from '../../../workspace/sheets/rearrange.ts';
import { entered } from '../../../workspace/sheets.ts';
import { type Json, objectAt, objectsAt, onlyKnown } from '../json.ts';
import { resolveGridRange, sheetById } from '../ranges.ts';
import { chosen } from '../values.ts';
import { scopeOf } from './cells.ts';
import type { Batch, RequestHandler } from './request.ts';

function placeAt(batch: Batch, range: unknown, at: string) {
  return { spreadsheet: batch.spreadsheet, ...resolveGridRange(batch.spreadsheet, objectAt(range, at)) };
}

const sortRange: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range', 'sortSpecs'], 'sortRange');
  const place = placeAt(batch, request['range'], 'range');
  const orders = objectsAt(request['sortSpecs'], 'sortSpecs').map((spec, index) => {
    onlyKnown(spec, ['dimensionIndex', 'sortOrder'], `sortSpecs[${index}]`);
    const column = Number(spec['dimensionIndex'] ?? 0);
    if (column < place.box.startColumn || column >= place.box.endColumn) throw new ApiError(400, `sortSpecs[${index}].dimensionIndex is outside the range.`);
    return { column, ascending: chosen(spec['sortOrder'], ['ASCENDING', 'DESCENDING'], 'sortOrder', 'ASCENDING') === 'ASCENDING' };
  });
  sortCells(batch.caller.workspace.sheets, batch.caller.email, place, orders);
  return {};
};

const findReplace: RequestHandler = (batch, request) => {
  onlyKnown(
    request,
    ['find', 'replacement', 'matchCase', 'matchEntireCell', 'searchByRegex', 'includeFormulas', 'range', 'sheetId', 'allSheets'],
    'findReplace',
  );
  const find = request['find'];
  if (typeof find !== 'string' || find === '') throw new ApiError(400, 'find must be specified.');
  const replacement = String(request['replacement'] ?? '');
  const regular = request['searchByRegex'] === true;
  const search = {
    pattern: searchPattern(find, { matchCase: request['matchCase'] === true, regular }),
    matchEntireCell: request['matchEntireCell'] === true,
    formulas: request['includeFormulas'] === true,
  };
  const count = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  const { caller, spreadsheet } = batch;
  const place = { locale: spreadsheet.locale, now: caller.workspace.clock.now() };
  for (const { sheet, box } of scopeOf(batch, request)) {
    const rows = new Set<number>();
    const end = Math.max(box.startRow, Math.min(box.endRow, sheet.rows.length));
    for (let row = box.startRow; row < end; row += 1) {
      for (let column = box.startColumn; column < Math.min(box.endColumn, sheet.rows[row]?.length ?? 0); column += 1) {
        const cell = sheet.rows[row]?.[column] ?? null;
        if (!cell || (cell.f !== undefined && !search.formulas)) continue;
        const text = searchedText(cell, search);
        const found = occurrences(text, search);
        if (found === 0) continue;
        const next =
          search.matchEntireCell && !regular ? replacement : text.replace(search.pattern, regular ? replacement : replacement.replaceAll('$', '$$$$'));
        const one = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
        caller.workspace.sheets.put(caller.email, spreadsheet, sheet, one, (old) => entered(old, typed(next, place, old?.numberFormat)));
        rows.add(row);
        count.occurrencesChanged += found;
        if (cell.f === undefined) count.valuesChanged += 1;
        else count.formulasChanged += 1;
      }
    }
    count.rowsChanged += rows.size;
    if (rows.size > 0) count.sheetsChanged += 1;
  }
  return { findReplace: Object.fromEntries(Object.entries(count).filter(([, value]) => value > 0)) };
};

const KINDS = {
  PASTE_NORMAL: 'NORMAL',
  PASTE_VALUES: 'VALUES',
  PASTE_FORMAT: 'FORMAT',
  PASTE_NO_BORDERS: 'NO_BORDERS',
  PASTE_FORMULA: 'FORMULA',
  PASTE_DATA_VALIDATION: 'DATA_VALIDATION',
} as const;

const copyPaste: RequestHandler = (batch, request) => {
  onlyKnown(request, ['source', 'destination', 'pasteType', 'pasteOrientation'], 'copyPaste');
  const kind = chosen(request['pasteType'], Object.keys(KINDS) as (keyof typeof KINDS)[], 'pasteType', 'PASTE_NORMAL');
  const orientation = chosen(request['pasteOrientation'], ['NORMAL', 'TRANSPOSE'], 'pasteOrientation', 'NORMAL');
  const [from, to] = [placeAt(batch, request['source'], 'source'), placeAt(batch, request['destination'], 'destination')];
  copyCells(batch.caller.workspace.sheets, batch.caller.email, from, to, KINDS[kind], orientation === 'TRANSPOSE');
  return {};
};

const cutPaste: RequestHandler = (batch, request) => {
  onlyKnown(request, ['source', 'destination', 'pasteType'], 'cutPaste');
  chosen(request['pasteType'], ['PASTE_NORMAL'], 'pasteType', 'PASTE_NORMAL');
  const from = placeAt(batch, request['source'], 'source');
  const corner = objectAt(request['destination'], 'destination');
  onlyKnown(corner, ['sheetId', 'rowIndex', 'columnIndex'], 'destination');
  const [startRow, startColumn] = [Number(corner['rowIndex'] ?? 0), Number(corner['columnIndex'] ?? 0)];
  const to = {
    spreadsheet: batch.spreadsheet,
    sheet: sheetById(batch.spreadsheet, corner['sheetId']),
    box: { startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 },
  };
  moveCells(batch.caller.workspace.sheets, batch.caller.email, from, to);
  return {};
};

function shifting(direction: 'insert' | 'delete', name: string): RequestHandler {
  return (batch, request: Json) => {
    onlyKnown(request, ['range', 'shiftDimension'], name);
    const axis = chosen(request['shiftDimension'], ['ROWS', 'COLUMNS'], 'shiftDimension') === 'ROWS' ? 'row' : 'column';
    shiftCells(batch.caller.workspace.sheets, batch.caller.email, placeAt(batch, request['range'], 'range'), direction, axis);
    return {};
  };
}

export const arrangeRequests: Record<string, RequestHandler> = {
  sortRange,
  findReplace,
  copyPaste,
  cutPaste,
  insertRange: shifting('insert', 'insertRange'),
  deleteRange: shifting('delete', 'deleteRange'),
};
