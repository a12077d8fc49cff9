import type { SpreadsheetData, ValidationData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { formatNumber } from '../../workspace/sheets/display.ts';
import { dateFormat, scalar } from '../../workspace/sheets/input.ts';
import { compact, type Json, objectAt, objectsAt, onlyKnown } from './json.ts';

/** The API's condition types and the names by which validation rules are kept. */
const CRITERIA: Record<string, string> = {
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
  NUMBER_GREATER_THAN_EQ: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  NUMBER_LESS: 'NUMBER_LESS_THAN',
  NUMBER_LESS_THAN_EQ: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  NUMBER_EQ: 'NUMBER_EQUAL_TO',
  NUMBER_NOT_EQ: 'NUMBER_NOT_EQUAL_TO',
  NUMBER_BETWEEN: 'NUMBER_BETWEEN',
  NUMBER_NOT_BETWEEN: 'NUMBER_NOT_BETWEEN',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  TEXT_NOT_CONTAINS: 'TEXT_DOES_NOT_CONTAIN',
  TEXT_EQ: 'TEXT_EQUAL_TO',
  TEXT_IS_EMAIL: 'TEXT_IS_VALID_EMAIL',
  TEXT_IS_URL: 'TEXT_IS_VALID_URL',
  DATE_EQ: 'DATE_EQUAL_TO',
  DATE_BEFORE: 'DATE_BEFORE',
  DATE_AFTER: 'DATE_AFTER',
  DATE_ON_OR_BEFORE: 'DATE_ON_OR_BEFORE',
  DATE_ON_OR_AFTER: 'DATE_ON_OR_AFTER',
  DATE_BETWEEN: 'DATE_BETWEEN',
  DATE_NOT_BETWEEN: 'DATE_NOT_BETWEEN',
  DATE_IS_VALID: 'DATE_IS_VALID_DATE',
  ONE_OF_RANGE: 'VALUE_IN_RANGE',
  ONE_OF_LIST: 'VALUE_IN_LIST',
  CUSTOM_FORMULA: 'CUSTOM_FORMULA',
  BOOLEAN: 'CHECKBOX',
};
const TYPES = Object.fromEntries(Object.entries(CRITERIA).map(([type, criteria]) => [criteria, type]));

/** A DataValidationRule of the API as it is kept, or undefined for none. @throws ApiError 400 */
export function validationFrom(value: unknown, spreadsheet: SpreadsheetData, now: number): ValidationData | undefined {
  if (value === undefined || value === null) return undefined;
  const rule = objectAt(value, 'rule');
  onlyKnown(rule, ['condition', 'inputMessage', 'strict', 'showCustomUi'], 'rule');
  const condition = objectAt(rule['condition'], 'rule.condition');
  onlyKnown(condition, ['type', 'values'], 'rule.condition');
  const type = String(condition['type']);
  const criteria = CRITERIA[type];
  if (criteria === undefined) throw new ApiError(400, `Invalid value at 'rule.condition.type' (ConditionType), "${type}"`);
  const values = objectsAt(condition['values'], 'rule.condition.values').map((each, index) => {
    onlyKnown(each, ['relativeDate', 'userEnteredValue'], `rule.condition.values[${index}]`);
    if (each['relativeDate'] !== undefined) throw new NotModelled('relative dates in a validation rule of the Sheets API');
    return operand(criteria, String(each['userEnteredValue'] ?? ''), spreadsheet, now);
  });
  if ((type === 'ONE_OF_LIST' || type === 'ONE_OF_RANGE' || type === 'CUSTOM_FORMULA') && values.length === 0) {
    throw new ApiError(400, `BooleanCondition.type '${type}' must have at least one ConditionValue.`);
  }
  return {
    criteria,
    values,
    allowInvalid: rule['strict'] !== true,
    helpText: typeof rule['inputMessage'] === 'string' ? rule['inputMessage'] : null,
    ...(rule['showCustomUi'] === true || criteria === 'CHECKBOX' ? {} : { showDropdown: false }),
  };
}

function operand(criteria: string, text: string, spreadsheet: SpreadsheetData, now: number): string | number | boolean {
  if (criteria === 'VALUE_IN_RANGE') {
    if (!text.startsWith('=')) throw new ApiError(400, `Condition value '${text}' must be a range reference beginning with '='.`);
    return text.slice(1);
  }
  if (criteria.startsWith('NUMBER') || criteria.startsWith('DATE')) {
    const read = scalar(text.trim(), { locale: spreadsheet.locale, now })?.v;
    if (typeof read !== 'number') throw new ApiError(400, `Invalid ConditionValue.userEnteredValue: ${text}`);
    return read;
  }
  return criteria === 'CHECKBOX' && /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
}

export function validationJson(rule: ValidationData | undefined, locale: string): Json | undefined {
  if (!rule) return undefined;
  const type = TYPES[rule.criteria];
  if (type === undefined) throw new NotModelled(`a validation rule ${rule.criteria} in the Sheets API`);
  const shown = (value: ValidationData['values'][number]): string => {
    if (rule.criteria === 'VALUE_IN_RANGE') return `=${String(value)}`;
    return rule.criteria.startsWith('DATE') ? formatNumber(Number(value), dateFormat(locale)) : String(value);
  };
  return compact({
    condition: compact({ type, values: rule.values.length > 0 ? rule.values.map((value) => ({ userEnteredValue: shown(value) })) : undefined }),
    inputMessage: rule.helpText ?? undefined,
    strict: rule.allowInvalid ? undefined : true,
    showCustomUi: rule.showDropdown === false ? undefined : true,
  });
}
