import type { GridRangeData, SheetData } from '../../../workspace/data.ts';
import { ApiError, NotModelled } from '../../../workspace/errors.ts';
import { addNamedRange as addName } from '../../../workspace/sheets/names.ts';
import { checkConditionalFormat, conditionFrom, filterViewParts, VIEW_FIELDS } from '../filters.ts';
import { compact, type Json, objectAt, objectsAt, onlyKnown } from '../json.ts';
import { UpdateMask } from '../mask.ts';
import { gridRangeData, gridRangeJson, sheetById } from '../ranges.ts';
import { filterViewJson } from '../resource.ts';
import { type Batch, checkSheetProtection, type RequestHandler } from './request.ts';

/** Named ranges, conditional formats, filters, bandings and charts: things that lie over the cells. */

const addNamedRange: RequestHandler = ({ spreadsheet, caller }, request) => {
  onlyKnown(request, ['namedRange'], 'addNamedRange');
  const json = objectAt(request['namedRange'], 'namedRange');
  onlyKnown(json, ['namedRangeId', 'name', 'range'], 'namedRange');
  const range = gridRangeData(spreadsheet, objectAt(json['range'], 'range'));
  const added = addName(spreadsheet, String(json['name'] ?? ''), range, json['namedRangeId'] as string | undefined);
  caller.workspace.sheets.changed(spreadsheet);
  return { addNamedRange: { namedRange: { namedRangeId: added.id, name: added.name, range: gridRangeJson(added.range) } } };
};

const deleteNamedRange: RequestHandler = ({ spreadsheet, caller }, request) => {
  onlyKnown(request, ['namedRangeId'], 'deleteNamedRange');
  const left = spreadsheet.namedRanges.filter((each) => each.id !== request['namedRangeId']);
  if (left.length === spreadsheet.namedRanges.length) throw new ApiError(400, `No named range with id: ${String(request['namedRangeId'])}`);
  spreadsheet.namedRanges = left;
  caller.workspace.sheets.changed(spreadsheet);
  return {};
};

const addConditionalFormatRule: RequestHandler = (batch, request) => {
  onlyKnown(request, ['rule', 'index'], 'addConditionalFormatRule');
  const rule = objectAt(request['rule'], 'rule');
  onlyKnown(rule, ['ranges', 'booleanRule', 'gradientRule'], 'rule');
  if ((rule['booleanRule'] === undefined) === (rule['gradientRule'] === undefined))
    throw new ApiError(400, 'Exactly one of booleanRule or gradientRule must be set.');
  if (rule['booleanRule'] !== undefined) {
    const boolean = objectAt(rule['booleanRule'], 'rule.booleanRule');
    onlyKnown(boolean, ['condition', 'format'], 'rule.booleanRule');
    conditionFrom(boolean['condition'], 'rule.booleanRule.condition');
    checkConditionalFormat(boolean['format']);
  }
  const ranges = objectsAt(rule['ranges'], 'rule.ranges').map((range) => gridRangeData(batch.spreadsheet, range));
  const [first] = ranges;
  if (!first || ranges.some((range) => range.sheetId !== first.sheetId)) throw new ApiError(400, 'Must specify at least one range, all on the same sheet.');
  const sheet = sheetById(batch.spreadsheet, first.sheetId);
  checkSheetProtection(batch, sheet);
  const index = Number(request['index'] ?? 0);
  if (!Number.isInteger(index) || index < 0 || index > sheet.conditionalFormats.length)
    throw new ApiError(400, `No conditional format can be added at index: ${index}. The sheet has ${sheet.conditionalFormats.length}.`);
  sheet.conditionalFormats.splice(index, 0, { ...rule, ranges });
  return {};
};

const deleteConditionalFormatRule: RequestHandler = (batch, request) => {
  onlyKnown(request, ['index', 'sheetId'], 'deleteConditionalFormatRule');
  const sheet = sheetById(batch.spreadsheet, request['sheetId']);
  checkSheetProtection(batch, sheet);
  const index = Number(request['index'] ?? 0);
  const rule = sheet.conditionalFormats[index] as { ranges: GridRangeData[] } | undefined;
  if (!rule) throw new ApiError(400, `No conditional format on sheet: ${sheet.id} at index: ${index}`);
  sheet.conditionalFormats.splice(index, 1);
  return { deleteConditionalFormatRule: { rule: { ...rule, ranges: rule.ranges.map(gridRangeJson) } } };
};

const setBasicFilter: RequestHandler = (batch, request) => {
  onlyKnown(request, ['filter'], 'setBasicFilter');
  const json = objectAt(request['filter'], 'filter');
  onlyKnown(json, ['range', 'criteria'], 'filter');
  const range = gridRangeData(batch.spreadsheet, objectAt(json['range'], 'filter.range'));
  const sheet = sheetById(batch.spreadsheet, range.sheetId);
  checkSheetProtection(batch, sheet);
  sheet.filter = { range, criteria: objectAt(json['criteria'], 'filter.criteria') };
  return {};
};

const clearBasicFilter: RequestHandler = (batch, request) => {
  onlyKnown(request, ['sheetId'], 'clearBasicFilter');
  const sheet = sheetById(batch.spreadsheet, request['sheetId']);
  checkSheetProtection(batch, sheet);
  sheet.filter = null;
  return {};
};

const addFilterView: RequestHandler = (batch, request) => {
  onlyKnown(request, ['filter'], 'addFilterView');
  const json = objectAt(request['filter'], 'filter');
  const { range, title, criteria = {}, sort = [] } = filterViewParts(batch.spreadsheet, json);
  if (range === undefined) throw new ApiError(400, 'A filter view must have a range.');
  const sheet = sheetById(batch.spreadsheet, range.sheetId);
  const id = (json['filterViewId'] as number | undefined) ?? newId(batch);
  if (batch.spreadsheet.sheets.some((each) => each.filterViews.some((other) => other.id === id)))
    throw new ApiError(400, `Filter view id: ${id} already exists.`);
  const view: SheetData['filterViews'][number] = { id, title: title ?? `Filter ${sheet.filterViews.length + 1}`, range, criteria, sort };
  sheet.filterViews.push(view);
  return { addFilterView: { filter: filterViewJson(view) } };
};

function newId({ spreadsheet }: Batch): number {
  return Math.imul(spreadsheet.nextId++, 0x9e3779b1) >>> 1;
}

function viewAt({ spreadsheet }: Batch, id: unknown): { sheet: SheetData; view: SheetData['filterViews'][number] } {
  for (const sheet of spreadsheet.sheets) {
    const view = sheet.filterViews.find((each) => each.id === id);
    if (view) return { sheet, view };
  }
  throw new ApiError(400, `No filter view with id: ${String(id)}`);
}

const updateFilterView: RequestHandler = (batch, request) => {
  onlyKnown(request, ['filter', 'fields'], 'updateFilterView');
  const json = objectAt(request['filter'], 'filter');
  const mask = UpdateMask.read(request['fields']);
  mask.allow(VIEW_FIELDS);
  const { view } = viewAt(batch, json['filterViewId']);
  const { title, range, criteria, sort } = filterViewParts(batch.spreadsheet, json, view.range);
  if (mask.has('title') && title !== undefined) view.title = title;
  if (mask.has('range') && range !== undefined) view.range = range;
  if (mask.has('criteria') || mask.has('filterSpecs')) view.criteria = criteria ?? {};
  if (mask.has('sortSpecs')) view.sort = sort ?? [];
  return {};
};

const deleteFilterView: RequestHandler = (batch, request) => {
  onlyKnown(request, ['filterId'], 'deleteFilterView');
  const { sheet, view } = viewAt(batch, request['filterId']);
  sheet.filterViews = sheet.filterViews.filter((each) => each !== view);
  return {};
};

const addBanding: RequestHandler = (batch, request) => {
  onlyKnown(request, ['bandedRange'], 'addBanding');
  const json = objectAt(request['bandedRange'], 'bandedRange');
  onlyKnown(json, ['bandedRangeId', 'range', 'rowProperties', 'columnProperties'], 'bandedRange');
  const range = gridRangeData(batch.spreadsheet, objectAt(json['range'], 'bandedRange.range'));
  const sheet = sheetById(batch.spreadsheet, range.sheetId);
  checkSheetProtection(batch, sheet);
  const banding = { ...json, bandedRangeId: json['bandedRangeId'] ?? newId(batch), range };
  sheet.bandings.push(banding);
  return { addBanding: { bandedRange: { ...banding, range: gridRangeJson(range) } } };
};

/** Charts are kept and given back as they were sent; nothing draws them here. */
const addChart: RequestHandler = (batch, request) => {
  onlyKnown(request, ['chart'], 'addChart');
  const json = objectAt(request['chart'], 'chart');
  onlyKnown(json, ['chartId', 'spec', 'position', 'border'], 'chart');
  const position = objectAt(json['position'], 'chart.position');
  if (position['newSheet'] === true) throw new NotModelled('charts on sheets of their own');
  const anchor = objectAt(objectAt(position['overlayPosition'], 'overlayPosition')['anchorCell'], 'anchorCell');
  const sheet = sheetById(batch.spreadsheet, anchor['sheetId']);
  checkSheetProtection(batch, sheet);
  const chart: Json = compact({ ...json, chartId: json['chartId'] ?? newId(batch) });
  sheet.charts.push(chart);
  return { addChart: { chart } };
};

export const objectRequests: Record<string, RequestHandler> = {
  addNamedRange,
  deleteNamedRange,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  setBasicFilter,
  clearBasicFilter,
  addFilterView,
  updateFilterView,
  deleteFilterView,
  addBanding,
  addChart,
};
