/** Linear judgements, fitted: yes or no, and which of several. Large weights cost, so that rare words decide nothing alone. */
import { minimise } from './minimise.ts';
import { addRow, type Rows, sumOf } from './rows.ts';

export interface Labels {
  /** 1 or 0 a row; for `fitWhich` the number of the answer. */
  answers: Uint8Array;
  /** How much each row counts; 0 leaves it out. */
  counts: Float32Array;
}

/** Weights of a yes-or-no judgement: columns, dense numbers, start. */
export function fitYes(rows: Rows, { answers, counts }: Labels, cost: number): Float64Array {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const size = rows.width + rows.denseSize + 1;
  return minimise((weights, slope) => {
    slope.fill(0);
    let loss = costOf(weights, slope, size, cost);
    for (let row = 0; row < answers.length; row += 1) {
      const count = (counts[row] as number) / whole;
      if (count === 0) continue;
      const sum = sumOf(rows, row, weights);
      const signed = answers[row] === 1 ? sum : -sum;
      loss += count * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
      addRow(rows, row, count * (1 / (1 + Math.exp(-sum)) - (answers[row] as number)), slope);
    }
    return loss;
  }, new Float64Array(size));
}

/** Weights of a judgement among several answers, one block of columns, dense numbers and start an answer. */
export function fitWhich(rows: Rows, { answers, counts }: Labels, among: number, cost: number): Float64Array {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const size = rows.width + rows.denseSize + 1;
  return minimise(
    (weights, slope) => {
      slope.fill(0);
      let loss = costOf(weights, slope, size, cost);
      const sums = new Float64Array(among);
      for (let row = 0; row < answers.length; row += 1) {
        const count = (counts[row] as number) / whole;
        if (count === 0) continue;
        for (let answer = 0; answer < among; answer += 1) sums[answer] = sumOf(rows, row, weights, answer * size);
        const top = sums.reduce((greatest, sum) => Math.max(greatest, sum), Number.NEGATIVE_INFINITY);
        const all = sums.reduce((sum, each) => sum + Math.exp(each - top), 0);
        loss += count * (Math.log(all) + top - (sums[answers[row] as number] as number));
        for (let answer = 0; answer < among; answer += 1) {
          const share = Math.exp((sums[answer] as number) - top) / all;
          addRow(rows, row, count * (share - (answers[row] === answer ? 1 : 0)), slope, answer * size);
        }
      }
      return loss;
    },
    new Float64Array(size * among),
    60,
  );
}

/** What the weights themselves cost; the starts are free. Adds to the slope. */
function costOf(weights: Float64Array, slope: Float64Array, size: number, cost: number): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if (at % size === size - 1) continue;
    const weight = weights[at] as number;
    sum += weight * weight;
    slope[at] = (slope[at] as number) + 2 * cost * weight;
  }
  return cost * sum;
}
