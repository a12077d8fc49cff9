import type { CaseRow } from '../incidents/case.ts';

const NOWHERE = 'Not said';

/** Words that say no more about where. */
const SMALL_WORDS = /^(?:(?:in|on|at|the|a|an|our|during|outside of)\s+)+/;

/**
 * A place as typed, so that the same place written in different ways is one: `In the Playground.` and `playground` are `Playground`.
 */
export function placeOf({ where }: Pick<CaseRow, 'where'>): string {
  const plain = where
    .toLowerCase()
    .replace(/[\s.,;:!?()"“”]+/g, ' ')
    .trim()
    .replace(SMALL_WORDS, '');
  return plain === '' ? NOWHERE : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}
