import type { CellScalar, SheetData, SpreadsheetData, ValidationData } from '../data.ts';
import { NotModelled } from '../errors.ts';
import { boxOf, parseA1 } from './a1.ts';
import { displayOf } from './display.ts';
import { readCells } from './grid.ts';
import { partsOfSerial, serialOf, serialOfDay } from './serial-date.ts';

/** Where a value is about to go. */
interface ValidationPlace {
  spreadsheet: SpreadsheetData;
  sheet: SheetData;
  now: number;
}

type Test = (value: NonNullable<CellScalar>, args: ValidationData['values'], place: ValidationPlace) => boolean;

const numbers = (test: (value: number, a: number, b: number) => boolean): Test => {
  return (value, [a, b]) => typeof value === 'number' && test(value, Number(a), Number(b));
};
const days = (test: (day: number, a: number, b: number) => boolean): Test => {
  // A moment counts as its day when it is compared with a day.
  return (value, [a, b]) => typeof value === 'number' && test(Math.floor(value), Number(a), Number(b));
};
const texts = (test: (value: string, text: string) => boolean): Test => {
  return (value, [text]) => test(String(value).toLowerCase(), String(text).toLowerCase());
};

/** docs/apps-script/reference/spreadsheet/data-validation-criteria.md */
const TESTS: Record<string, Test> = {
  NUMBER_BETWEEN: numbers((value, a, b) => value >= a && value <= b),
  NUMBER_NOT_BETWEEN: numbers((value, a, b) => value < a || value > b),
  NUMBER_EQUAL_TO: numbers((value, a) => value === a),
  NUMBER_NOT_EQUAL_TO: numbers((value, a) => value !== a),
  NUMBER_GREATER_THAN: numbers((value, a) => value > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: numbers((value, a) => value >= a),
  NUMBER_LESS_THAN: numbers((value, a) => value < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: numbers((value, a) => value <= a),
  DATE_IS_VALID_DATE: (value) => typeof value === 'number',
  DATE_EQUAL_TO: days((day, a) => day === a),
  DATE_AFTER: days((day, a) => day > a),
  DATE_ON_OR_AFTER: days((day, a) => day >= a),
  DATE_BEFORE: days((day, a) => day < a),
  DATE_ON_OR_BEFORE: days((day, a) => day <= a),
  DATE_BETWEEN: days((day, a, b) => day >= a && day <= b),
  DATE_NOT_BETWEEN: days((day, a, b) => day < a || day > b),
  DATE_AFTER_RELATIVE: (value, [relative], place) => typeof value === 'number' && Math.floor(value) > relativeDay(relative, place),
  DATE_BEFORE_RELATIVE: (value, [relative], place) => typeof value === 'number' && Math.floor(value) < relativeDay(relative, place),
  DATE_EQUAL_TO_RELATIVE: (value, [relative], place) => typeof value === 'number' && Math.floor(value) === relativeDay(relative, place),
  TEXT_EQUAL_TO: texts((value, text) => value === text),
  TEXT_CONTAINS: texts((value, text) => value.includes(text)),
  TEXT_DOES_NOT_CONTAIN: texts((value, text) => !value.includes(text)),
  TEXT_IS_VALID_EMAIL: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)),
  TEXT_IS_VALID_URL: (value) => /^(https?:\/\/|www\.)?[^\s/]+\.[^\s]{2,}$/i.test(String(value)),
  VALUE_IN_LIST: (value, list) => list.some((each) => String(each) === String(value)),
  VALUE_IN_RANGE: (value, [a1], place) => allowedIn(String(a1), place).includes(String(value)),
  CHECKBOX: (value, states) => (states.length === 0 ? typeof value === 'boolean' : states.includes(value)),
  CUSTOM_FORMULA: () => {
    throw new NotModelled('checking a cell against a custom formula');
  },
};

/** Whether a rule accepts a value. An empty cell always passes. */
export function accepts(rule: ValidationData, value: CellScalar, place: ValidationPlace): boolean {
  if (value === null || value === '') return true;
  const test = TESTS[rule.criteria];
  return test ? test(value, rule.values, place) : true;
}

/** The values a dropdown offers, as people see them; null when the rule is none. */
export function choicesOf(rule: ValidationData, place: ValidationPlace): string[] | null {
  if (rule.criteria === 'VALUE_IN_LIST') return rule.values.map(String);
  return rule.criteria === 'VALUE_IN_RANGE' ? allowedIn(String(rule.values[0]), place) : null;
}

function allowedIn(a1: string, place: ValidationPlace): string[] {
  const range = parseA1(a1.replace(/^=/, ''));
  const sheet = range?.sheetName === undefined ? place.sheet : place.spreadsheet.sheets.find((each) => each.name === range.sheetName);
  if (!range || !sheet) return [];
  const box = boxOf(range, sheet);
  const shown = readCells(sheet, { ...box, endRow: Math.min(box.endRow, sheet.rows.length) }, displayOf).flat();
  return [...new Set(shown.filter((text) => text !== ''))];
}

function relativeDay(relative: unknown, { now, spreadsheet }: ValidationPlace): number {
  const today = Math.floor(serialOf(now, spreadsheet.timeZone));
  const { year, month, day } = partsOfSerial(today);
  switch (relative) {
    case 'TOMORROW':
      return today + 1;
    case 'YESTERDAY':
      return today - 1;
    case 'PAST_WEEK':
      return today - 7;
    case 'PAST_MONTH':
      return serialOfDay(year, month - 1, day);
    case 'PAST_YEAR':
      return serialOfDay(year - 1, month, day);
    default:
      return today;
  }
}
