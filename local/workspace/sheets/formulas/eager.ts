import type { Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { NA, type Value } from './values.ts';

/** A function of the grid: it gets its arguments unevaluated. It may throw a FormulaError or give one back. */
export type GridFunction = (args: Node[], evaluation: Evaluation) => Value;

/** Turns a function of evaluated arguments into a grid function; `least` and `most` are how many it takes. */
export function eager(least: number, most: number, work: (values: Value[], evaluation: Evaluation) => Value): GridFunction {
  return (args, evaluation) => {
    if (args.length < least || args.length > most) return NA;
    return work(
      args.map((arg) => evaluation.value(arg)),
      evaluation,
    );
  };
}
