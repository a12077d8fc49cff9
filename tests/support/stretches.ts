import { CATEGORIES, PARTIES } from '../../src/messages/message.ts';
import { bytesOfHashes, hashOf } from '../../src/messages/scoring/hashes.ts';
import type { Weights } from '../../src/messages/scoring/weights-text.ts';

/** What an ear for stretches is made of, before it is packed. */
export interface Ear {
  words: readonly string[];
  /** Numbers of a word: 0 to 15 each, first those of a word nobody knows. */
  rows: readonly number[][];
  /** Words and filters of each lens. */
  lenses: readonly (readonly [words: number, filters: number])[];
  /** -127 to 127: of every lens, word and filter, as many as a word has. */
  filters: readonly number[][];
  hidden: readonly number[][];
  last: readonly number[][];
}

const START = 0.1;

/** The weights of an ear, its words in the order of their hashes. */
export function weightsOf({ words, rows, lenses, filters, hidden, last }: Ear): Weights {
  const sorted = [...new Set(words.map(hashOf))].sort((one, other) => one - other);
  const half = rows.flat();
  const table = (name: string, matrix: readonly number[][], starts: number): Weights => ({
    [`${name} table`]: Int8Array.from(matrix.flat()),
    [`${name} scales`]: new Float32Array(matrix.length).fill(1),
    [`${name} start`]: new Float32Array(starts).fill(START),
  });
  return {
    'net words': bytesOfHashes(sorted),
    'net rows': Uint8Array.from({ length: Math.ceil(half.length / 2) }, (_, at) => ((half[2 * at] ?? 0) << 4) | (half[2 * at + 1] ?? 0)),
    'net rows scales': new Float32Array(rows[0]?.length ?? 0).fill(1),
    'net lenses': Uint8Array.from(lenses.flat()),
    ...table(
      'net filters',
      filters,
      lenses.reduce((sum, [, each]) => sum + each, 0),
    ),
    ...table('net hidden', hidden, hidden.length),
    ...table('net last', last, last.length),
  };
}

/** An ear that knows some words and says nothing of any. */
export function deafEar(words: readonly string[]): Weights {
  const noughts = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  return weightsOf({
    words,
    rows: noughts(new Set(words).size + 1, 2),
    lenses: [[1, 1]],
    filters: noughts(1, 2),
    hidden: noughts(1, 2 + 2 * PARTIES.length),
    last: noughts(CATEGORIES.length + 3, 1),
  });
}
