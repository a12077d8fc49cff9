import type { A1Range } from '../a1.ts';
import { parseA1 } from '../a1.ts';
import { functions } from './functions.ts';
import { type Node, parseFormula } from './parse.ts';
import type { Reference } from './tokens.ts';
import {
  Area,
  BAD_NAME,
  BAD_REF,
  BAD_VALUE,
  compare,
  DIVIDED_BY_ZERO,
  FormulaError,
  type Matrix,
  matrixOf,
  numberOf,
  type Scalar,
  scalarOf,
  textOf,
  UNREADABLE,
  type Value,
} from './values.ts';

/** Where a formula stands and what it can see from there. */
export interface FormulaPlace {
  row: number;
  column: number;
  /** Serial number of this moment, in the spreadsheet's time zone. */
  now: number;
  locale: string;
  /** The part of a sheet a reference means; null when there is no such sheet or cell. */
  area(range: A1Range): Area | null;
  /** What a named range means; null when there is none of that name. */
  named(name: string): Area | null;
}

/** One evaluation: functions get it to evaluate their own arguments. */
export class Evaluation {
  /** Inside ARRAYFORMULA and the like, operators and plain functions work on whole arrays. */
  arrays = false;
  constructor(readonly place: FormulaPlace) {}

  /** A node's value; errors are values here, never thrown. */
  value(node: Node): Value {
    try {
      return this.compute(node);
    } catch (error) {
      if (error instanceof FormulaError) return error;
      throw error;
    }
  }

  /** A node's value as one cell's: of a range, the cell in this formula's own row or column. */
  scalar(node: Node): Scalar {
    return this.single(this.value(node));
  }

  single(value: Value): Scalar {
    if (!(value instanceof Area)) return scalarOf(value);
    const { box } = value;
    if (box.endRow - box.startRow === 1 && box.endColumn - box.startColumn === 1) return scalarOf(value);
    const { row, column } = this.place;
    if (box.endColumn - box.startColumn === 1 && row >= box.startRow && row < box.endRow) return value.read()[row - box.startRow]?.[0] ?? null;
    if (box.endRow - box.startRow === 1 && column >= box.startColumn && column < box.endColumn) return value.read()[0]?.[column - box.startColumn] ?? null;
    return BAD_VALUE;
  }

  /** Applies a function of single values: to single cells, or in array mode cell by cell. */
  each(values: Value[], work: (...scalars: Scalar[]) => Scalar): Value {
    const safely = (scalars: Scalar[]): Scalar => {
      try {
        return work(...scalars);
      } catch (error) {
        if (error instanceof FormulaError) return error;
        throw error;
      }
    };
    if (!this.arrays && !values.some(Array.isArray)) return safely(values.map((value) => this.single(value)));
    const matrices = values.map(matrixOf);
    const height = Math.max(...matrices.map((matrix) => matrix.length));
    const width = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
    const at = (matrix: Matrix, row: number, column: number): Scalar => {
      const line = matrix.length === 1 ? matrix[0] : matrix[row];
      if (line === undefined) return new FormulaError('#N/A');
      const cell = line.length === 1 ? line[0] : line[column];
      return cell === undefined ? new FormulaError('#N/A') : cell;
    };
    const result: Matrix = [];
    for (let row = 0; row < height; row += 1) {
      const line: Scalar[] = [];
      for (let column = 0; column < width; column += 1) line.push(safely(matrices.map((matrix) => at(matrix, row, column))));
      result.push(line);
    }
    return height === 1 && width === 1 ? (result[0]?.[0] ?? null) : result;
  }

  /** Evaluates with whole arrays, as inside ARRAYFORMULA. */
  inArrays<T>(work: () => T): T {
    const before = this.arrays;
    this.arrays = true;
    try {
      return work();
    } finally {
      this.arrays = before;
    }
  }

  private compute(node: Node): Value {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'error':
        return new FormulaError(node.code);
      case 'reference':
        return this.place.area(rangeOf(node.reference)) ?? BAD_REF;
      case 'name':
        return this.place.named(node.name) ?? BAD_NAME;
      case 'array':
        return stacked(node.rows.map((row) => row.map((each) => matrixOf(this.value(each)))));
      case 'unary':
        return this.each([this.value(node.operand)], (operand) => unary(node.operator, operand));
      case 'binary':
        return this.each([this.value(node.left), this.value(node.right)], (left, right) => binary(node.operator, left, right));
      default: {
        const call = functions[node.name];
        return call ? call(node.args, this) : BAD_NAME;
      }
    }
  }

  /** INDIRECT's text. */
  indirect(text: string): Area | null {
    const range = parseA1(text);
    return range ? this.place.area(range) : this.place.named(text);
  }
}

/** What a formula comes to in its place. */
export function evaluate(formula: string, place: FormulaPlace): Scalar | Matrix {
  const tree = parseFormula(formula);
  if (!tree) return UNREADABLE;
  const evaluation = new Evaluation(place);
  const value = evaluation.value(tree);
  // A bare `=A1:B2` shows all of it, as the grid does.
  return value instanceof Area ? value.read() : value;
}

function rangeOf({ sheetName, first, last }: Reference): A1Range {
  const range: A1Range = sheetName === undefined ? {} : { sheetName };
  if (first.row !== undefined) range.startRow = first.row;
  if (last.row !== undefined) range.endRow = last.row + 1;
  if (first.column !== undefined) range.startColumn = first.column;
  if (last.column !== undefined) range.endColumn = last.column + 1;
  return range;
}

function unary(operator: string, operand: Scalar): Scalar {
  if (operator === '+') return operand;
  return operator === '-' ? -numberOf(operand) : numberOf(operand) / 100;
}

function binary(operator: string, left: Scalar, right: Scalar): Scalar {
  switch (operator) {
    case '&':
      return textOf(left) + textOf(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    case '/':
      if (numberOf(right) === 0) throw DIVIDED_BY_ZERO;
      return numberOf(left) / numberOf(right);
    default: {
      const [a, b] = [numberOf(left), numberOf(right)];
      return operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a ** b;
    }
  }
}

function stacked(rows: Matrix[][]): Matrix | FormulaError {
  const result: Matrix = [];
  for (const row of rows) {
    const height = row[0]?.length ?? 0;
    if (row.some((part) => part.length !== height)) return BAD_VALUE;
    for (let line = 0; line < height; line += 1) result.push(row.flatMap((part) => part[line] ?? []));
  }
  return result.some((line) => line.length !== result[0]?.length) ? BAD_VALUE : result;
}
