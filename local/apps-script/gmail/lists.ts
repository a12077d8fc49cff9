import { mismatch, ScriptError } from '../errors.ts';

/** The most that one call gives back. */
const MOST_RESULTS = 500;

/** The part of a list that `(start, max)` asks for; without them the first 500. */
export function paged<T>(all: readonly T[], start: number | undefined, max: number | undefined, method: string): T[] {
  if (start === undefined && max === undefined) return all.slice(0, MOST_RESULTS);
  if (typeof start !== 'number' || typeof max !== 'number') throw mismatch(method, [start, max]);
  if (start < 0 || max < 0) throw new ScriptError('Argument cannot be negative.');
  if (max > MOST_RESULTS) throw new ScriptError(`Argument cannot exceed ${MOST_RESULTS}.`);
  return all.slice(start, start + max);
}
