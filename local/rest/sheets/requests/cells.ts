import type { CellData } from '../../../workspace/data.ts';
import { ApiError, NotModelled } from '../../../workspace/errors.ts';
import { type Box, wholeBox } from '../../../workspace/sheets/a1.ts';
import { copied } from '../../../workspace/sheets/formulas/move.ts';
import { lastRow } from '../../../workspace/sheets/grid.ts';
import { insertLines } from '../../../workspace/sheets/lines.ts';
import { mergeCells, unmergeCells } from '../../../workspace/sheets/merges.ts';
import { checkCellMask, updatedCell } from '../cells.ts';
import { validationFrom } from '../conditions.ts';
import { type Json, objectAt, objectsAt, onlyKnown } from '../json.ts';
import { UpdateMask } from '../mask.ts';
import { resolveGridRange, type SheetBox, sheetById } from '../ranges.ts';
import { borderFrom } from '../styles.ts';
import { chosen } from '../values.ts';
import type { Batch, RequestHandler } from './request.ts';

function cellMask(fields: unknown): UpdateMask {
  const mask = UpdateMask.read(fields);
  checkCellMask(mask);
  return mask;
}

/** RowData as rows of cells. */
function rowData(value: unknown): Json[][] {
  return objectsAt(value, 'rows').map((row, index) => {
    onlyKnown(row, ['values'], `rows[${index}]`);
    return objectsAt(row['values'], `rows[${index}].values`);
  });
}

const updateCells: RequestHandler = (batch, request) => {
  onlyKnown(request, ['rows', 'fields', 'start', 'range'], 'updateCells');
  const mask = cellMask(request['fields']);
  const rows = rowData(request['rows']);
  if ((request['start'] === undefined) === (request['range'] === undefined)) throw new ApiError(400, 'Exactly one of start or range must be set.');
  const width = Math.max(1, ...rows.map((row) => row.length));
  let where: SheetBox;
  if (request['range'] !== undefined) {
    where = resolveGridRange(batch.spreadsheet, objectAt(request['range'], 'range'));
    const { box } = where;
    if (rows.length > box.endRow - box.startRow || width > box.endColumn - box.startColumn) {
      throw new ApiError(400, `Attempting to write outside the range: rows [${rows.length}], columns [${width}].`);
    }
  } else {
    const start = objectAt(request['start'], 'start');
    onlyKnown(start, ['sheetId', 'rowIndex', 'columnIndex'], 'start');
    const row = Number(start['rowIndex'] ?? 0);
    const column = Number(start['columnIndex'] ?? 0);
    const sheet = sheetById(batch.spreadsheet, start['sheetId']);
    if (rows.length === 0) return {};
    where = { sheet, box: { startRow: row, endRow: row + rows.length, startColumn: column, endColumn: column + width } };
    if (where.box.endRow > sheet.rowCount)
      throw new ApiError(400, `Attempting to write row: ${Math.max(row, sheet.rowCount)}, beyond the last row of: ${sheet.rowCount}`);
    if (where.box.endColumn > sheet.columnCount) {
      throw new ApiError(400, `Attempting to write column: ${Math.max(column, sheet.columnCount)}, beyond the last column of: ${sheet.columnCount}`);
    }
  }
  const whole = request['range'] !== undefined;
  write(batch, where, (old, row, column) => {
    const json = rows[row - where.box.startRow]?.[column - where.box.startColumn];
    // With a range, cells that were not sent are cleared in the masked fields; with a start they stay.
    return json === undefined && !whole ? old : updatedCell(old, json ?? {}, mask, placeOf(batch));
  });
  return {};
};

function placeOf({ caller, spreadsheet }: Batch) {
  return { spreadsheet, now: caller.workspace.clock.now() };
}

function write({ caller, spreadsheet }: Batch, { sheet, box }: SheetBox, next: (old: CellData | null, row: number, column: number) => CellData | null): void {
  caller.workspace.sheets.put(caller.email, spreadsheet, sheet, box, next);
}

const repeatCell: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range', 'cell', 'fields'], 'repeatCell');
  const mask = cellMask(request['fields']);
  const where = resolveGridRange(batch.spreadsheet, objectAt(request['range'], 'range'));
  const json = objectAt(request['cell'], 'cell');
  write(batch, where, (old, row, column) => {
    const cell = updatedCell(old, json, mask, placeOf(batch));
    // A formula goes along from cell to cell, as when it is filled down.
    const written = mask.has('userEnteredValue') && cell.f !== undefined;
    return written && cell.f !== undefined ? { ...cell, f: copied(cell.f, row - where.box.startRow, column - where.box.startColumn) } : cell;
  });
  return {};
};

const appendCells: RequestHandler = (batch, request) => {
  onlyKnown(request, ['sheetId', 'rows', 'fields'], 'appendCells');
  const mask = cellMask(request['fields']);
  const rows = rowData(request['rows']);
  const { spreadsheet } = batch;
  const sheet = sheetById(spreadsheet, request['sheetId']);
  if (rows.length === 0) return {};
  const startRow = lastRow(sheet);
  const width = Math.max(1, ...rows.map((row) => row.length));
  if (startRow + rows.length > sheet.rowCount) insertLines(spreadsheet, sheet, 'row', sheet.rowCount, startRow + rows.length - sheet.rowCount);
  if (width > sheet.columnCount) insertLines(spreadsheet, sheet, 'column', sheet.columnCount, width - sheet.columnCount);
  const box: Box = { startRow, endRow: startRow + rows.length, startColumn: 0, endColumn: width };
  write(batch, { sheet, box }, (old, row, column) => {
    const json = rows[row - startRow]?.[column];
    return json === undefined ? old : updatedCell(old, json, mask, placeOf(batch));
  });
  return {};
};

const setDataValidation: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range', 'rule', 'filteredRowsIncluded'], 'setDataValidation');
  const where = resolveGridRange(batch.spreadsheet, objectAt(request['range'], 'range'));
  const validation = validationFrom(request['rule'], batch.spreadsheet, placeOf(batch).now);
  write(batch, where, (old) => ({ ...(old ?? { v: null }), validation }));
  return {};
};

const updateBorders: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range', 'top', 'bottom', 'left', 'right', 'innerHorizontal', 'innerVertical'], 'updateBorders');
  const where = resolveGridRange(batch.spreadsheet, objectAt(request['range'], 'range'));
  const { box } = where;
  write(batch, where, (old, row, column) => {
    const borders = { ...old?.borders };
    const side = (name: 'top' | 'bottom' | 'left' | 'right', field: string) => {
      if (request[field] === undefined) return;
      const border = borderFrom(request[field]);
      if (border) borders[name] = border;
      else delete borders[name];
    };
    side('top', row === box.startRow ? 'top' : 'innerHorizontal');
    side('bottom', row === box.endRow - 1 ? 'bottom' : 'innerHorizontal');
    side('left', column === box.startColumn ? 'left' : 'innerVertical');
    side('right', column === box.endColumn - 1 ? 'right' : 'innerVertical');
    return { ...(old ?? { v: null }), borders: Object.keys(borders).length > 0 ? borders : undefined };
  });
  return {};
};

const MERGE_TYPES = { MERGE_ALL: 'ALL', MERGE_COLUMNS: 'COLUMNS', MERGE_ROWS: 'ROWS' } as const;

const merge: RequestHandler = ({ caller, spreadsheet }, request) => {
  onlyKnown(request, ['range', 'mergeType'], 'mergeCells');
  const { sheet, box } = resolveGridRange(spreadsheet, objectAt(request['range'], 'range'));
  const how = MERGE_TYPES[chosen(request['mergeType'], ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'], 'mergeType', 'MERGE_ALL')];
  mergeCells(caller.workspace.sheets, caller.email, spreadsheet, sheet, box, how);
  return {};
};

const unmerge: RequestHandler = ({ caller, spreadsheet }, request) => {
  onlyKnown(request, ['range'], 'unmergeCells');
  const { sheet, box } = resolveGridRange(spreadsheet, objectAt(request['range'], 'range'));
  caller.workspace.sheets.checkProtection(caller.email, spreadsheet, sheet, box);
  unmergeCells(sheet, box);
  return {};
};

/** The parts of one sheet, of all, or one range: what findReplace looks through. */
export function scopeOf({ spreadsheet }: Batch, request: Json): SheetBox[] {
  const scopes = ['range', 'sheetId', 'allSheets'].filter((name) => request[name] !== undefined);
  if (scopes.length !== 1) throw new ApiError(400, 'Exactly one of range, sheetId or allSheets must be set.');
  if (request['range'] !== undefined) return [resolveGridRange(spreadsheet, objectAt(request['range'], 'range'))];
  if (request['allSheets'] === false) throw new NotModelled('findReplace with allSheets=false');
  const sheets = request['allSheets'] === true ? spreadsheet.sheets : [sheetById(spreadsheet, request['sheetId'])];
  return sheets.map((sheet) => ({ sheet, box: wholeBox(sheet) }));
}

export const cellRequests: Record<string, RequestHandler> = {
  updateCells,
  repeatCell,
  appendCells,
  setDataValidation,
  updateBorders,
  mergeCells: merge,
  unmergeCells: unmerge,
};
