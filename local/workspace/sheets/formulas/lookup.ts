import { eager, type GridFunction } from './eager.ts';
import {
  Area,
  BAD_REF,
  BAD_VALUE,
  compare,
  FormulaError,
  type Matrix,
  matrixOf,
  NA,
  numberOf,
  type Scalar,
  scalarOf,
  textOf,
  truthOf,
  type Value,
  wildcard,
} from './values.ts';

/** Where `wanted` stands in a list: exactly, or (sorted) the last that is not greater. -1 when it is not there. */
function position(wanted: Scalar, list: Scalar[], exact: boolean): number {
  if (wanted instanceof FormulaError) throw wanted;
  if (exact) {
    if (typeof wanted === 'string' && /[*?~]/.test(wanted)) {
      const pattern = wildcard(wanted);
      return list.findIndex((value) => typeof value === 'string' && pattern.test(value));
    }
    return list.findIndex((value) => same(value, wanted));
  }
  let found = -1;
  list.forEach((value, index) => {
    if (value !== null && !(value instanceof FormulaError) && typeof value === typeof wanted && compare(value, wanted) <= 0) found = index;
  });
  return found;
}

function same(value: Scalar, wanted: Scalar): boolean {
  return value !== null && !(value instanceof FormulaError) && typeof value === typeof wanted && compare(value, wanted) === 0;
}

function column(matrix: Matrix, index: number): Scalar[] {
  return matrix.map((row) => row[index] ?? null);
}

function transposed(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, index) => column(matrix, index));
}

function tableLookup(orient: (matrix: Matrix) => Matrix): GridFunction {
  return eager(3, 4, ([wanted, table, index, sorted], evaluation) => {
    const matrix = orient(matrixOf(table as Value));
    const at = numberOf(evaluation.single(index as Value));
    if (at < 1 || at > (matrix[0]?.length ?? 0)) return at < 1 ? BAD_VALUE : BAD_REF;
    const exact = sorted !== undefined && !truthOf(scalarOf(sorted));
    const keys = column(matrix, 0);
    return evaluation.each([wanted as Value], (each) => {
      const row = position(each ?? null, keys, exact);
      return row < 0 ? NA : (matrix[row]?.[Math.trunc(at) - 1] ?? null);
    });
  });
}

/** A line of an array, whether it lies or stands. */
function line(value: Value): Scalar[] {
  return matrixOf(value).flat();
}

const sortRows: GridFunction = eager(1, 255, ([table, ...keys]) => {
  const rows = matrixOf(table as Value).filter((row) => row.some((value) => value !== null));
  const orders = keys.length === 0 ? [{ at: 0, up: true }] : [];
  for (let index = 0; index < keys.length; index += 2) {
    const up = keys[index + 1] === undefined || truthOf(scalarOf(keys[index + 1] as Value));
    orders.push({ at: numberOf(scalarOf(keys[index] as Value)) - 1, up });
  }
  return [...rows].sort((a, b) => {
    for (const { at, up } of orders) {
      const order = compare(a[at] ?? null, b[at] ?? null);
      if (order !== 0) return up ? order : -order;
    }
    return 0;
  });
});

export const lookupFunctions: Record<string, GridFunction> = {
  VLOOKUP: tableLookup((matrix) => matrix),
  HLOOKUP: tableLookup(transposed),
  XLOOKUP: eager(3, 4, ([wanted, keys, results, missing], evaluation) => {
    const found = line(results as Value);
    const list = line(keys as Value);
    return evaluation.each([wanted as Value], (each) => {
      const at = list.findIndex((value) => same(value, each ?? null));
      return at < 0 ? (missing === undefined ? NA : scalarOf(missing)) : (found[at] ?? null);
    });
  }),
  MATCH: eager(2, 3, ([wanted, list, kind], evaluation) => {
    const order = kind === undefined ? 1 : numberOf(scalarOf(kind));
    if (order < 0) return NA;
    const at = position(evaluation.single(wanted as Value), line(list as Value), order === 0);
    return at < 0 ? NA : at + 1;
  }),
  INDEX: eager(1, 3, ([table, row, column2]) => {
    const matrix = matrixOf(table as Value);
    const [r, c] = [row, column2].map((value) => (value === undefined ? 0 : numberOf(scalarOf(value)))) as [number, number];
    if (r > matrix.length || c > (matrix[0]?.length ?? 0) || r < 0 || c < 0) return BAD_REF;
    const rows = r === 0 ? matrix : [matrix[r - 1] ?? []];
    return c === 0 ? rows : rows.map((each) => [each[c - 1] ?? null]);
  }),
  ROW: ([node], evaluation) => {
    const value = node ? evaluation.value(node) : null;
    if (!node) return evaluation.place.row + 1;
    if (!(value instanceof Area)) return BAD_VALUE;
    const { startRow, endRow } = value.box;
    return evaluation.arrays ? Array.from({ length: endRow - startRow }, (_, index) => [startRow + index + 1]) : startRow + 1;
  },
  COLUMN: ([node], evaluation) => {
    const value = node ? evaluation.value(node) : null;
    if (!node) return evaluation.place.column + 1;
    return value instanceof Area ? value.box.startColumn + 1 : BAD_VALUE;
  },
  ROWS: eager(1, 1, ([value]) => (value instanceof Area ? value.box.endRow - value.box.startRow : matrixOf(value as Value).length)),
  COLUMNS: eager(1, 1, ([value]) => (value instanceof Area ? value.box.endColumn - value.box.startColumn : (matrixOf(value as Value)[0]?.length ?? 0))),
  INDIRECT: eager(1, 1, ([text], evaluation) => evaluation.indirect(textOf(scalarOf(text as Value))) ?? BAD_REF),
  TRANSPOSE: eager(1, 1, ([value]) => transposed(matrixOf(value as Value))),
  UNIQUE: eager(1, 1, ([value]) => {
    const seen = new Set<string>();
    return matrixOf(value as Value).filter((row) => {
      const key = JSON.stringify(row);
      return !seen.has(key) && seen.add(key);
    });
  }),
  SORT: sortRows,
  FILTER: (args, evaluation) =>
    evaluation.inArrays(() => {
      const [table, ...conditions] = args.map((arg) => evaluation.value(arg));
      const matrix = matrixOf(table as Value);
      const tests = conditions.map((condition) => matrixOf(condition));
      if (tests.some((test) => test.length !== matrix.length)) return NA;
      const kept = matrix.filter((_, row) => tests.every((test) => test[row]?.[0] !== undefined && test[row]?.[0] !== null && truthOf(test[row]?.[0] ?? null)));
      return kept.length === 0 ? NA : kept;
    }),
  SEQUENCE: eager(1, 4, ([rows, columns, start, step]) => {
    const [height, width, from, by] = [rows, columns, start, step].map((value) => (value === undefined ? 1 : numberOf(scalarOf(value)))) as [
      number,
      number,
      number,
      number,
    ];
    return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, at) => from + (row * width + at) * by));
  }),
  SPLIT: eager(2, 4, ([text, separator, each, skipEmpty]) => {
    const separators = textOf(scalarOf(separator as Value));
    const byLetter = each === undefined || truthOf(scalarOf(each));
    const pattern = byLetter ? [...separators].map(escaped).join('|') : escaped(separators);
    const parts = textOf(scalarOf(text as Value)).split(new RegExp(pattern, 'u'));
    const kept = skipEmpty === undefined || truthOf(scalarOf(skipEmpty)) ? parts.filter((part) => part !== '') : parts;
    return [kept.map((part) => (part.trim() !== '' && Number.isFinite(Number(part)) ? Number(part) : part))];
  }),
};

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
