import type { SheetData } from '../../../workspace/data.ts';
import { ApiError } from '../../../workspace/errors.ts';
import { type Box, boxOf } from '../../../workspace/sheets/a1.ts';
import { deleteLines, insertLines } from '../../../workspace/sheets/lines.ts';
import { type Json, objectAt, onlyKnown } from '../json.ts';
import { UpdateMask } from '../mask.ts';
import { sheetById } from '../ranges.ts';
import { chosen } from '../values.ts';
import { type Batch, checkSheetProtection, type RequestHandler } from './request.ts';

interface Lines {
  sheet: SheetData;
  axis: 'row' | 'column';
  start: number;
  end: number;
}

function linesOf({ spreadsheet }: Batch, range: Json): Lines {
  onlyKnown(range, ['sheetId', 'dimension', 'startIndex', 'endIndex'], 'range');
  const sheet = sheetById(spreadsheet, range['sheetId']);
  const axis = chosen(range['dimension'], ['ROWS', 'COLUMNS'], 'range.dimension') === 'ROWS' ? 'row' : 'column';
  const size = axis === 'row' ? sheet.rowCount : sheet.columnCount;
  const start = Number(range['startIndex'] ?? 0);
  const end = Number(range['endIndex'] ?? size);
  if (start < 0 || end <= start) throw new ApiError(400, `range.endIndex[${end}] must be after range.startIndex[${start}]`);
  return { sheet, axis, start, end };
}

function within({ sheet, axis, start, end }: Lines): void {
  const size = axis === 'row' ? sheet.rowCount : sheet.columnCount;
  if (start >= size || end > size) throw new ApiError(400, `Cannot use ${axis} indexes [${start}, ${end}) beyond the sheet's last: ${size}`);
}

function boxAlong({ sheet, axis, start, end }: Lines): Box {
  return boxOf(axis === 'row' ? { startRow: start, endRow: end } : { startColumn: start, endColumn: end }, sheet);
}

const appendDimension: RequestHandler = (batch, request) => {
  onlyKnown(request, ['sheetId', 'dimension', 'length'], 'appendDimension');
  const sheet = sheetById(batch.spreadsheet, request['sheetId']);
  checkSheetProtection(batch, sheet);
  const axis = chosen(request['dimension'], ['ROWS', 'COLUMNS'], 'dimension') === 'ROWS' ? 'row' : 'column';
  const length = Number(request['length'] ?? 0);
  if (!(length > 0)) throw new ApiError(400, 'length must be greater than zero.');
  insertLines(batch.spreadsheet, sheet, axis, axis === 'row' ? sheet.rowCount : sheet.columnCount, length);
  return {};
};

const insertDimension: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range', 'inheritFromBefore'], 'insertDimension');
  const lines = linesOf(batch, objectAt(request['range'], 'range'));
  const { sheet, axis, start, end } = lines;
  checkSheetProtection(batch, sheet);
  if (start > (axis === 'row' ? sheet.rowCount : sheet.columnCount)) throw new ApiError(400, `range.startIndex[${start}] is too large.`);
  const before = request['inheritFromBefore'] === true;
  if (before && start === 0) throw new ApiError(400, 'inheritFromBefore cannot be true if the insertion point is the first row or column.');
  insertLines(batch.spreadsheet, sheet, axis, start, end - start, before ? start - 1 : start);
  return {};
};

const deleteDimension: RequestHandler = (batch, request) => {
  onlyKnown(request, ['range'], 'deleteDimension');
  const lines = linesOf(batch, objectAt(request['range'], 'range'));
  within(lines);
  const { caller, spreadsheet } = batch;
  caller.workspace.sheets.checkProtection(caller.email, spreadsheet, lines.sheet, boxAlong(lines));
  deleteLines(spreadsheet, lines.sheet, lines.axis, lines.start, lines.end - lines.start);
  return {};
};

const updateDimensionProperties: RequestHandler = (batch, request) => {
  onlyKnown(request, ['properties', 'fields', 'range'], 'updateDimensionProperties');
  const lines = linesOf(batch, objectAt(request['range'], 'range'));
  within(lines);
  checkSheetProtection(batch, lines.sheet);
  const properties = objectAt(request['properties'], 'properties');
  onlyKnown(properties, ['pixelSize', 'hiddenByUser'], 'properties');
  const mask = UpdateMask.read(request['fields']);
  mask.allow(['pixelSize', 'hiddenByUser']);
  const { sheet, axis, start, end } = lines;
  const every = Array.from({ length: end - start }, (_, index) => start + index);
  if (mask.has('pixelSize')) {
    const pixels = Number(properties['pixelSize']);
    if (!(pixels > 0)) throw new ApiError(400, 'pixelSize must be greater than zero.');
    const sizes = axis === 'row' ? sheet.rowHeights : sheet.columnWidths;
    for (const line of every) sizes[line] = pixels;
  }
  if (mask.has('hiddenByUser')) hide(sheet, axis, every, properties['hiddenByUser'] === true);
  return {};
};

/** Hides lines of a sheet or shows them again. */
function hide(sheet: SheetData, axis: 'row' | 'column', lines: readonly number[], hidden: boolean): void {
  const key = axis === 'row' ? 'hiddenRows' : 'hiddenColumns';
  const others = sheet[key].filter((line) => !lines.includes(line));
  sheet[key] = hidden ? [...others, ...lines].sort((a, b) => a - b) : others;
}

/** Nothing is drawn here, so widths after it are those a new sheet has. */
const autoResizeDimensions: RequestHandler = (batch, request) => {
  onlyKnown(request, ['dimensions'], 'autoResizeDimensions');
  const lines = linesOf(batch, objectAt(request['dimensions'], 'dimensions'));
  within(lines);
  const sizes = lines.axis === 'row' ? lines.sheet.rowHeights : lines.sheet.columnWidths;
  for (let line = lines.start; line < lines.end; line += 1) delete sizes[line];
  return {};
};

export const lineRequests: Record<string, RequestHandler> = {
  appendDimension,
  insertDimension,
  deleteDimension,
  updateDimensionProperties,
  autoResizeDimensions,
};
