import type { CellData, GridRangeData, SheetData } from '../data.ts';
import { boxOf } from './a1.ts';
import { displayOf } from './display.ts';

/** A condition of a filter or a conditional format, as the Sheets API has it. */
export interface BooleanCondition {
  type: string;
  values?: { userEnteredValue?: string }[];
}

/** What a filter asks of a column's cells. */
export interface FilterCriteria {
  hiddenValues?: string[];
  condition?: BooleanCondition;
}

type Test = (cell: CellData | null, values: readonly string[]) => boolean;

const shown = (test: (text: string, value: string) => boolean): Test => {
  return (cell, [value = '']) => test(displayOf(cell).toLowerCase(), value.toLowerCase());
};
const numbers = (test: (value: number, a: number, b: number) => boolean): Test => {
  return (cell, [a, b]) => typeof cell?.v === 'number' && test(cell.v, Number(a), Number(b));
};

/**
 * Conditions that filters and conditional formats may have (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/other.md). Their tests of
 * text look at what is seen, whatever its case.
 */
export const CONDITION_TESTS: Readonly<Record<string, Test>> = {
  NUMBER_GREATER: numbers((value, a) => value > a),
  NUMBER_GREATER_THAN_EQ: numbers((value, a) => value >= a),
  NUMBER_LESS: numbers((value, a) => value < a),
  NUMBER_LESS_THAN_EQ: numbers((value, a) => value <= a),
  NUMBER_EQ: numbers((value, a) => value === a),
  NUMBER_NOT_EQ: numbers((value, a) => value !== a),
  NUMBER_BETWEEN: numbers((value, a, b) => value >= a && value <= b),
  NUMBER_NOT_BETWEEN: numbers((value, a, b) => value < a || value > b),
  TEXT_CONTAINS: shown((text, value) => text.includes(value)),
  TEXT_NOT_CONTAINS: shown((text, value) => !text.includes(value)),
  TEXT_STARTS_WITH: shown((text, value) => text.startsWith(value)),
  TEXT_ENDS_WITH: shown((text, value) => text.endsWith(value)),
  TEXT_EQ: shown((text, value) => text === value),
  BLANK: (cell) => displayOf(cell) === '',
  NOT_BLANK: (cell) => displayOf(cell) !== '',
};

/** Whether a cell is as a condition says; false for a condition that is not modelled. */
function meets(condition: BooleanCondition, cell: CellData | null): boolean {
  return (
    CONDITION_TESTS[condition.type]?.(
      cell,
      (condition.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue),
    ) ?? false
  );
}

/** The format of the first conditional rule that a cell meets, as the API has it; null for none. Colour scales are not drawn. */
export function conditionalFormat(sheet: SheetData, row: number, column: number, cell: CellData | null): Record<string, unknown> | null {
  type Rule = { ranges: GridRangeData[]; booleanRule?: { condition: BooleanCondition; format: Record<string, unknown> } };
  for (const { ranges, booleanRule } of sheet.conditionalFormats as Rule[]) {
    const covers = ranges.some((range) => {
      const { startRow, endRow, startColumn, endColumn } = boxOf(range, sheet);
      return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
    });
    if (covers && booleanRule && meets(booleanRule.condition, cell)) return booleanRule.format;
  }
  return null;
}

/** The rows that a filter view leaves to be seen, in its order; those outside its range and its headings stay where they are. */
export function rowsInView(sheet: SheetData, { range, criteria, sort }: SheetData['filterViews'][number]): number[] {
  const box = boxOf(range, sheet);
  const all = Array.from({ length: sheet.rowCount }, (_, row) => row);
  const cellAt = (row: number, column: number) => sheet.rows[row]?.[column] ?? null;
  const isKept = (row: number) =>
    Object.entries(criteria as Record<string, FilterCriteria>).every(([column, { hiddenValues = [], condition }]) => {
      const cell = cellAt(row, Number(column));
      return !hiddenValues.includes(displayOf(cell)) && (condition === undefined || meets(condition, cell));
    });
  const inside = all.slice(box.startRow + 1, box.endRow).filter(isKept);
  for (const { dimensionIndex = 0, sortOrder } of [...(sort as { dimensionIndex?: number; sortOrder?: string }[])].reverse()) {
    inside.sort((a, b) => inOrder(cellAt(a, dimensionIndex), cellAt(b, dimensionIndex), sortOrder === 'DESCENDING'));
  }
  return [...all.slice(0, box.startRow + 1), ...inside, ...all.slice(box.endRow)];
}

/** Numbers come before text; what is empty comes last in either order. */
function inOrder(a: CellData | null, b: CellData | null, isDescending: boolean): number {
  const [one, other] = [displayOf(a), displayOf(b)];
  if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
  const [number, otherNumber] = [typeof a?.v === 'number', typeof b?.v === 'number'];
  const order = number && otherNumber ? Number(a?.v) - Number(b?.v) : number !== otherNumber ? (number ? -1 : 1) : one.localeCompare(other);
  return isDescending ? -order : order;
}
