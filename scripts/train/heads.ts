/** Linear judgements, fitted: yes or no. Large weights cost, so that rare words decide nothing alone. */
import { minimise } from './minimise.ts';
import type { Rows } from './rows.ts';

export interface Labels {
  /** 1 for yes. */
  answers: Uint8Array;
  /** How much each row counts; 0 leaves it out. */
  counts: Float32Array;
}

/** @returns a weight for each column; the start is the last one */
export function fitted(rows: Rows, { answers, counts }: Labels, cost: number, steps: number): Float64Array {
  const kept = Uint32Array.from([...counts.keys()].filter((row) => (counts[row] as number) > 0));
  const whole = kept.reduce((sum, row) => sum + (counts[row] as number), 0);
  return minimise(
    (weights, slope) => {
      let loss = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const weight = index < rows.width ? (weights[index] as number) : 0;
        loss += cost * weight * weight;
        slope[index] = 2 * cost * weight;
      }
      for (const row of kept) {
        const share = (counts[row] as number) / whole;
        const sum = sumOf(rows, row, weights);
        loss += share * wrongness(sum, answers[row] === 1);
        spread(rows, row, share * (1 / (1 + Math.exp(-sum)) - (answers[row] as number)), slope);
      }
      return loss;
    },
    new Float64Array(rows.width + 1),
    steps,
  );
}

function sumOf({ starts, columns, values, width }: Rows, row: number, weights: Float64Array): number {
  let sum = weights[width] as number;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) sum += (values[at] as number) * (weights[columns[at] as number] as number);
  return sum;
}

/** How wrong a sum is: the less sure of the right answer, the more. */
function wrongness(sum: number, isYes: boolean): number {
  const right = isYes ? sum : -sum;
  return right > 0 ? Math.log1p(Math.exp(-right)) : Math.log1p(Math.exp(right)) - right;
}

/** Adds a row's part to a slope. */
function spread({ starts, columns, values, width }: Rows, row: number, share: number, slope: Float64Array): void {
  slope[width] = (slope[width] as number) + share;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
    const column = columns[at] as number;
    slope[column] = (slope[column] as number) + (values[at] as number) * share;
  }
}
