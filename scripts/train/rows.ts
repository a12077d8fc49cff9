/** What was noticed in many messages, as one table: few numbers of a row are not nought. */

export interface Rows {
  /** Where each row begins in `columns` and `values`; one more at the end. */
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
  width: number;
}

/** One thing that was noticed in a message. */
export interface Feature {
  hash: number;
  value: number;
}

type Noticed = { features: readonly Feature[] };

/** The features that occur in enough messages, by their hashes in rising order: what becomes a column. */
export function columnsOf(noticed: readonly Noticed[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of noticed) for (const { hash } of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least).map(([hash]) => hash);
  return new Map(kept.sort((one, other) => one - other).map((hash, column) => [hash, column] as const));
}

/** @param scales how much each column's values count; 1 when left out */
export function rowsOf(noticed: readonly Noticed[], columns: ReadonlyMap<number, number>, scales?: Float64Array): Rows {
  const known = noticed.map(({ features }) => features.filter(({ hash }) => columns.has(hash)));
  const length = known.reduce((sum, features) => sum + features.length, 0);
  const rows: Rows = { starts: new Uint32Array(noticed.length + 1), columns: new Uint32Array(length), values: new Float32Array(length), width: columns.size };
  let at = 0;
  known.forEach((features, row) => {
    for (const { hash, value } of features) {
      const column = columns.get(hash) ?? 0;
      rows.columns[at] = column;
      rows.values[at] = value * (scales?.[column] ?? 1);
      at += 1;
    }
    rows.starts[row + 1] = at;
  });
  return rows;
}

/**
 * How telling each column is of a yes: the logarithm of how much oftener it occurs with one than without (naive Bayes). Telling columns
 * are cheaper to weigh.
 */
export function tellingOf(rows: Rows, answers: Uint8Array, counts: Float32Array, least = 0.3): Float64Array {
  const yes = new Float64Array(rows.width).fill(1);
  const no = new Float64Array(rows.width).fill(1);
  let [allYes, allNo] = [2, 2];
  for (let row = 0; row < answers.length; row += 1) {
    const of = answers[row] === 1 ? yes : no;
    const count = counts[row] as number;
    if (answers[row] === 1) allYes += count;
    else allNo += count;
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at += 1) {
      const column = rows.columns[at] as number;
      of[column] = (of[column] as number) + count;
    }
  }
  return yes.map((often, column) => Math.abs(Math.log(often / allYes) - Math.log((no[column] as number) / allNo)) + least);
}
