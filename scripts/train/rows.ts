/** What was noticed in many messages, as one table: few numbers of a row are not nought. */
import type { Feature } from '../../src/messages/scoring/features.ts';

export interface Rows {
  /** Where each row begins in `columns` and `values`; one more at the end. */
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
  /** Numbers that every row has, row by row: what its words mean. */
  dense: Float32Array;
  denseSize: number;
  /** Columns besides the dense ones. */
  width: number;
}

export interface Noticed {
  features: readonly Feature[];
  meaning: Float32Array;
}

/** The features that occur in enough messages, by their hashes in rising order: what becomes a column. */
export function columnsOf(noticed: readonly Noticed[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of noticed) for (const { hash } of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([hash]) => hash);
  return new Map(kept.sort((one, other) => one - other).map((hash, column) => [hash, column] as const));
}

export function rowsOf(noticed: readonly Noticed[], columns: ReadonlyMap<number, number>): Rows {
  const known = noticed.map(({ features }) => features.filter(({ hash }) => columns.has(hash)));
  const length = known.reduce((sum, features) => sum + features.length, 0);
  const denseSize = noticed[0]?.meaning.length ?? 0;
  const rows: Rows = {
    starts: new Uint32Array(noticed.length + 1),
    columns: new Uint32Array(length),
    values: new Float32Array(length),
    dense: new Float32Array(noticed.length * denseSize),
    denseSize,
    width: columns.size,
  };
  let at = 0;
  known.forEach((features, row) => {
    for (const { hash, value } of features) {
      rows.columns[at] = columns.get(hash) ?? 0;
      rows.values[at] = value;
      at += 1;
    }
    rows.starts[row + 1] = at;
    rows.dense.set(noticed[row]?.meaning ?? [], row * denseSize);
  });
  return rows;
}

/** A row with these weights: columns first, then the dense numbers, then one for the start. `offset` is where they begin. */
export function sumOf(rows: Rows, row: number, weights: Float64Array, offset = 0): number {
  const { starts, columns, values, dense, denseSize, width } = rows;
  let sum = weights[offset + width + denseSize] as number;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
    sum += (values[at] as number) * (weights[offset + (columns[at] as number)] as number);
  for (let at = 0; at < denseSize; at += 1) sum += (dense[row * denseSize + at] as number) * (weights[offset + width + at] as number);
  return sum;
}

/** Adds a row, so many times, to a slope. */
export function addRow(rows: Rows, row: number, times: number, slope: Float64Array, offset = 0): void {
  const { starts, columns, values, dense, denseSize, width } = rows;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
    const column = offset + (columns[at] as number);
    slope[column] = (slope[column] as number) + times * (values[at] as number);
  }
  for (let at = 0; at < denseSize; at += 1) {
    const column = offset + width + at;
    slope[column] = (slope[column] as number) + times * (dense[row * denseSize + at] as number);
  }
  const last = offset + width + denseSize;
  slope[last] = (slope[last] as number) + times;
}
