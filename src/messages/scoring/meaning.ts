/** What a message means, roughly: the vectors of its words, taken together. */
import type { Prepared } from './prepared.ts';
import type { Weights } from './weights-text.ts';

export interface Vectors {
  /** Numbers a word. */
  size: number;
  rows: ReadonlyMap<string, number>;
  /** Row by row. */
  numbers: Float32Array;
  /** How much a word counts: common ones little. */
  counts: Float32Array;
}

/** @throws Error when these weights hold no vectors */
export function vectorsFrom(weights: Weights): Vectors {
  const { words, vectors, counts, vectorScales } = weights;
  if (!words || !vectors || !counts || !vectorScales) throw new Error('The weights hold no vectors.');
  const rows = new Map(wordsIn(words).map((word, row) => [word, row] as const));
  const size = vectorScales.length;
  return {
    size,
    rows,
    numbers: Float32Array.from(vectors, (value, at) => value * (vectorScales[at % size] ?? 0)),
    counts: Float32Array.from(counts, (count) => count / 255),
  };
}

function wordsIn(bytes: Weights[string]): string[] {
  const words: string[] = [];
  let word = '';
  for (const byte of bytes) {
    if (byte !== 10) {
      word += String.fromCharCode(byte);
      continue;
    }
    words.push(word);
    word = '';
  }
  return words;
}

/** The weighed mean of the words' vectors, then the greatest number of each place. Nothing but noughts for a message of unknown words. */
export function meaningOf({ words }: Pick<Prepared, 'words'>, { rows, size, numbers, counts }: Vectors): Float32Array {
  const meaning = new Float32Array(2 * size);
  let whole = 0;
  for (const { word } of words) {
    const row = rows.get(word);
    if (row === undefined) continue;
    const count = counts[row] ?? 0;
    for (let at = 0; at < size; at += 1) {
      const number = numbers[row * size + at] ?? 0;
      meaning[at] = (meaning[at] ?? 0) + count * number;
      if (whole === 0 || number > (meaning[size + at] ?? 0)) meaning[size + at] = number;
    }
    whole += count;
  }
  for (let at = 0; at < size && whole > 0; at += 1) meaning[at] = (meaning[at] ?? 0) / whole;
  return meaning;
}
