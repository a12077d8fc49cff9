/** Linear judgements, fitted: yes or no, and which of several. Large weights cost, so that rare words decide nothing alone. */
import { minimise } from './minimise.ts';
import type { Rows } from './rows.ts';

export interface Labels {
  /** The number of each row's answer, from 0. */
  answers: Uint8Array;
  /** How much each row counts; 0 leaves it out. */
  counts: Float32Array;
}

/**
 * Fits a judgement among several answers. Two answers are one sum a row: for the second against the first.
 * @returns weights column by column, one number an answer in each; the starts are the last column
 */
export function fitted(rows: Rows, { answers, counts }: Labels, among: number, cost: number, steps = 60): Float64Array {
  const sums = among === 2 ? 1 : among;
  const kept = Uint32Array.from([...counts.keys()].filter((row) => (counts[row] as number) > 0));
  const whole = kept.reduce((sum, row) => sum + (counts[row] as number), 0);
  const last = rows.width * sums;
  const at = new Float64Array(sums);
  return minimise(
    (weights, slope) => {
      let loss = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const weight = index < last ? (weights[index] as number) : 0;
        loss += cost * weight * weight;
        slope[index] = 2 * cost * weight;
      }
      for (const row of kept) {
        addUp(rows, row, weights, at);
        loss += ((counts[row] as number) / whole) * blame(at, answers[row] as number);
        for (let answer = 0; answer < sums; answer += 1) at[answer] = ((at[answer] as number) * (counts[row] as number)) / whole;
        spread(rows, row, at, slope);
      }
      return loss;
    },
    new Float64Array(last + sums),
    steps,
  );
}

/** The sums of a row. */
function addUp({ starts, columns, values, width }: Rows, row: number, weights: Float64Array, sums: Float64Array): void {
  const size = sums.length;
  for (let answer = 0; answer < size; answer += 1) sums[answer] = weights[width * size + answer] as number;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
    const from = (columns[at] as number) * size;
    const value = values[at] as number;
    for (let answer = 0; answer < size; answer += 1) sums[answer] = (sums[answer] as number) + value * (weights[from + answer] as number);
  }
}

/** Adds each answer's share of a row to a slope. */
function spread({ starts, columns, values, width }: Rows, row: number, shares: Float64Array, slope: Float64Array): void {
  const size = shares.length;
  for (let answer = 0; answer < size; answer += 1) slope[width * size + answer] = (slope[width * size + answer] as number) + (shares[answer] as number);
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
    const from = (columns[at] as number) * size;
    const value = values[at] as number;
    for (let answer = 0; answer < size; answer += 1) slope[from + answer] = (slope[from + answer] as number) + value * (shares[answer] as number);
  }
}

/** How wrong the sums are; puts in their place how far each should fall. */
function blame(sums: Float64Array, answer: number): number {
  if (sums.length === 1) {
    const sum = sums[0] as number;
    const signed = answer === 1 ? sum : -sum;
    sums[0] = 1 / (1 + Math.exp(-sum)) - answer;
    return signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
  }
  const top = sums.reduce((greatest, sum) => Math.max(greatest, sum), Number.NEGATIVE_INFINITY);
  const all = sums.reduce((sum, each) => sum + Math.exp(each - top), 0);
  const wrong = Math.log(all) + top - (sums[answer] as number);
  for (let each = 0; each < sums.length; each += 1) sums[each] = Math.exp((sums[each] as number) - top) / all - (each === answer ? 1 : 0);
  return wrong;
}
