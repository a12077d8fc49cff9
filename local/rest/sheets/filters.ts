import type { GridRangeData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { boxOf } from '../../workspace/sheets/a1.ts';
import { type BooleanCondition, CONDITION_TESTS, type FilterCriteria } from '../../workspace/sheets/filtering.ts';
import { compact, type Json, objectAt, objectsAt, onlyKnown } from './json.ts';
import { gridRangeData, sheetById } from './ranges.ts';

type FilterView = SheetData['filterViews'][number];

/** Filters' and conditional formats' conditions that have another number of values than one (docs/…/spreadsheets/other.md, ConditionType). */
const VALUES: Readonly<Record<string, number>> = { NUMBER_BETWEEN: 2, NUMBER_NOT_BETWEEN: 2, BLANK: 0, NOT_BLANK: 0 };
/** Google has these too. */
const UNMODELLED = ['DATE_EQ', 'DATE_BEFORE', 'DATE_AFTER', 'CUSTOM_FORMULA'];

/** A condition of a filter or a conditional format. @throws ApiError 400 for one that neither may have */
export function conditionFrom(value: unknown, at: string): BooleanCondition {
  const json = objectAt(value, at);
  onlyKnown(json, ['type', 'values'], at);
  const type = String(json['type']);
  if (UNMODELLED.includes(type)) throw new NotModelled(`the condition ${type} of filters and conditional formats`);
  if (!(type in CONDITION_TESTS)) throw new ApiError(400, `Invalid value at '${at}.type' (ConditionType), "${type}"`);
  const values = objectsAt(json['values'], `${at}.values`).map((each, index) => {
    onlyKnown(each, ['userEnteredValue', 'relativeDate'], `${at}.values[${index}]`);
    if (each['relativeDate'] !== undefined) throw new ApiError(400, `Relative dates are not supported by conditions of type '${type}'.`);
    return { userEnteredValue: String(each['userEnteredValue'] ?? '') };
  });
  const wanted = VALUES[type] ?? 1;
  if (values.length !== wanted) throw new ApiError(400, `BooleanCondition.type '${type}' must have exactly ${wanted} ConditionValues.`);
  const formula = values.find(({ userEnteredValue }) => /^[=+]/.test(userEnteredValue));
  if (formula) throw new NotModelled('a formula as the value of a condition');
  const stray = type.startsWith('NUMBER')
    ? values.find(({ userEnteredValue }) => userEnteredValue === '' || Number.isNaN(Number(userEnteredValue)))
    : undefined;
  if (stray) throw new ApiError(400, `Invalid ConditionValue.userEnteredValue: ${stray.userEnteredValue}`);
  return { type, ...(values.length > 0 ? { values } : {}) };
}

/** What a conditional format may change of a cell (docs/…/spreadsheets/sheets.md, BooleanRule). @throws ApiError 400 for anything else */
export function checkConditionalFormat(value: unknown): void {
  const format = objectAt(value, 'rule.booleanRule.format');
  onlySupported(format, ['backgroundColor', 'backgroundColorStyle', 'textFormat']);
  onlySupported(objectAt(format['textFormat'], 'textFormat'), ['bold', 'italic', 'strikethrough', 'foregroundColor', 'foregroundColorStyle']);
}

function onlySupported(json: Json, names: readonly string[]): void {
  const stray = Object.keys(json).find((name) => !names.includes(name));
  if (stray !== undefined) throw new ApiError(400, `Conditional formatting does not support ${stray}.`);
}

/** Every field of a filter view. */
export const VIEW_FIELDS = ['filterViewId', 'title', 'range', 'namedRangeId', 'tableId', 'criteria', 'filterSpecs', 'sortSpecs'];

/** What a request says of a filter view; parts that it leaves out are undefined. @throws ApiError 400 */
export function filterViewParts(spreadsheet: SpreadsheetData, json: Json, standing?: GridRangeData): Partial<FilterView> {
  onlyKnown(json, VIEW_FIELDS, 'filter');
  for (const name of ['namedRangeId', 'tableId']) if (json[name] !== undefined) throw new NotModelled(`filter views by ${name}`);
  const range = json['range'] === undefined ? standing : gridRangeData(spreadsheet, objectAt(json['range'], 'filter.range'));
  if (range === undefined) throw new ApiError(400, 'A filter view must have a range.');
  const box = boxOf(range, sheetById(spreadsheet, range.sheetId));
  const inRange = (column: number, at: string): number => {
    if (!Number.isInteger(column) || column < box.startColumn || column >= box.endColumn)
      throw new ApiError(400, `Invalid ${at}: column ${column} is not in the range of the filter.`);
    return column;
  };
  return compact({
    title: json['title'] === undefined ? undefined : String(json['title']),
    range,
    criteria: criteriaFrom(json, inRange),
    sort: json['sortSpecs'] === undefined ? undefined : objectsAt(json['sortSpecs'], 'filter.sortSpecs').map((spec, index) => sortFrom(spec, index, inRange)),
  }) as Partial<FilterView>;
}

type InRange = (column: number, at: string) => number;

/** `filterSpecs` takes precedence over the deprecated `criteria`. */
function criteriaFrom(json: Json, inRange: InRange): Record<number, FilterCriteria> | undefined {
  if (json['filterSpecs'] !== undefined) {
    const specs = objectsAt(json['filterSpecs'], 'filter.filterSpecs').map((spec, index) => {
      const at = `filter.filterSpecs[${index}]`;
      onlyKnown(spec, ['filterCriteria', 'columnIndex', 'dataSourceColumnReference'], at);
      if (spec['dataSourceColumnReference'] !== undefined) throw new NotModelled('filters of data sources');
      return [inRange(Number(spec['columnIndex'] ?? 0), at), filterCriteria(spec['filterCriteria'], `${at}.filterCriteria`)] as const;
    });
    return Object.fromEntries(specs);
  }
  if (json['criteria'] === undefined) return undefined;
  const entries = Object.entries(objectAt(json['criteria'], 'filter.criteria'));
  return Object.fromEntries(entries.map(([column, each]) => [inRange(Number(column), 'filter.criteria'), filterCriteria(each, `filter.criteria[${column}]`)]));
}

function filterCriteria(value: unknown, at: string): FilterCriteria {
  const json = objectAt(value, at);
  const colours = ['visibleBackgroundColor', 'visibleBackgroundColorStyle', 'visibleForegroundColor', 'visibleForegroundColorStyle'];
  onlyKnown(json, ['hiddenValues', 'condition', ...colours], at);
  if (colours.some((name) => json[name] !== undefined)) throw new NotModelled('filters by colour');
  const hidden = json['hiddenValues'];
  if (hidden !== undefined && !(Array.isArray(hidden) && hidden.every((each) => typeof each === 'string')))
    throw new ApiError(400, `Invalid value at '${at}.hiddenValues'`);
  return {
    ...(hidden === undefined ? {} : { hiddenValues: hidden as string[] }),
    ...(json['condition'] === undefined ? {} : { condition: conditionFrom(json['condition'], `${at}.condition`) }),
  };
}

function sortFrom(spec: Json, index: number, inRange: InRange): Json {
  const at = `filter.sortSpecs[${index}]`;
  const others = ['foregroundColor', 'foregroundColorStyle', 'backgroundColor', 'backgroundColorStyle', 'dataSourceColumnReference'];
  onlyKnown(spec, ['dimensionIndex', 'sortOrder', ...others], at);
  if (others.some((name) => spec[name] !== undefined)) throw new NotModelled('sorting by colour or by a data source');
  const order = String(spec['sortOrder']);
  if (order !== 'ASCENDING' && order !== 'DESCENDING') throw new ApiError(400, `Invalid value at '${at}.sortOrder' (SortOrder), "${order}"`);
  return { dimensionIndex: inRange(Number(spec['dimensionIndex'] ?? 0), at), sortOrder: order };
}
