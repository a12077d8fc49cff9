/**
 * What stretches of words mean: a small network over up to five words at a time, taught offline by a larger one that had read very much
 * (training/README.md). A word's part in every stretch is worked out once, when it is first met; after that a message is adding up.
 */
import { PARTIES } from '../message.ts';
import { hashesFrom, hashOf, placesOf } from './hashes.ts';
import type { Part } from './parts.ts';
import type { Meant } from './respelt.ts';
import { numbersOf, type Weights } from './weights-text.ts';

/**
 * Hears a part of a message by its stretches: sums for harmless, then each category in their order, then severity 2 and 3.
 * @param meant what its words mean, sentence by sentence
 */
export type Stretches = (part: Part, meant: readonly (readonly Meant[])[]) => Float32Array;

/** Filters that look at so many words at a time. */
interface Lens {
  words: number;
  filters: number;
  /** Where its numbers begin among a word's, and its filters among all. */
  from: number;
  first: number;
}

/** Sums of what was given: a matrix with a row an answer. */
interface Layer {
  table: Float32Array;
  start: Float32Array;
}

/** So many words at least share what a filter says: in a message of one word it says little. */
const FEWEST = 4;
const MEAN = 0.3;
/** Places of nothing before the first word and after the last; no lens is longer than one more. */
const MARGIN = 4;

export function stretchesFrom(weights: Weights): Stretches {
  const placeOf = placesOf(hashesFrom(numbersOf(weights, 'net words')));
  const [full, question] = ['.', '?'].map((mark) => placeOf(hashOf(mark)) + 1) as [number, number];
  const lenses = lensesFrom(numbersOf(weights, 'net lenses'));
  const parts = partsFrom(weights, lenses);
  const [hidden, last] = ['net hidden', 'net last'].map((name) => layerFrom(weights, name)) as [Layer, Layer];
  const filters = parts.starts.length;
  return ({ message, sentences }, meant) => {
    const given = new Float32Array(2 * filters + 2 * PARTIES.length);
    given[2 * filters + PARTIES.indexOf(message.from)] = 1;
    given[2 * filters + PARTIES.length + PARTIES.indexOf(message.to)] = 1;
    const rows = sentences.flatMap(({ isQuestion }, at) => [...(meant[at] ?? []).map(({ hash }) => placeOf(hash) + 1), isQuestion ? question : full]);
    const near = new Uint32Array(rows.length + 2 * MARGIN).fill(parts.of());
    rows.forEach((row, at) => {
      near[MARGIN + at] = parts.of(row);
    });
    for (const lens of lenses) look(lens, near, parts, given);
    return sumsOf(last, sumsOf(hidden, given, true), false);
  };
}

/**
 * What each filter of a lens says at its strongest place and on average, written into `given`. One filter after the other and word by word
 * written out: everything is read once, and what a filter says stays at hand.
 * @param near where each word's parts begin in `parts`, with places of nothing before and after
 */
function look({ words, filters, from, first }: Lens, near: Uint32Array, { table, starts, step }: Parts, given: Float32Array): void {
  const share = MEAN / Math.sqrt(Math.max(FEWEST, near.length - 2 * MARGIN));
  const last = near.length - MARGIN + words - 1;
  for (let filter = 0; filter < filters; filter += 1) {
    const start = starts[first + filter] as number;
    const at = from + filter + (words - 1) * filters;
    let [most, all] = [0, 0];
    for (let end = MARGIN; end < last; end += 1) {
      let said = start + (table[(near[end] as number) + at] as number);
      if (words > 1) said += table[(near[end - 1] as number) + at - filters] as number;
      if (words > 2) said += table[(near[end - 2] as number) + at - 2 * filters] as number;
      if (words > 3) said += table[(near[end - 3] as number) + at - 3 * filters] as number;
      if (words > 4) said += table[(near[end - 4] as number) + at - 4 * filters] as number;
      if (said <= 0) continue;
      all += said;
      if (said > most) most = said;
    }
    given[first + filter] = most * step;
    given[starts.length + first + filter] = share * all * step;
  }
}

function sumsOf({ table, start }: Layer, given: Float32Array, isHeldAboveNought: boolean): Float32Array {
  return start.map((begun, answer) => {
    const sum = begun + weighed(given, table, answer * given.length);
    return isHeldAboveNought && sum < 0 ? 0 : sum;
  });
}

/** Some numbers by the weights of a row, added up; in two sums, because each waits for its last. */
function weighed(numbers: Float32Array, table: Float32Array, row: number): number {
  let [even, odd] = [0, 0];
  for (let at = 1; at < numbers.length; at += 2) {
    even += (numbers[at - 1] as number) * (table[row + at - 1] as number);
    odd += (numbers[at] as number) * (table[row + at] as number);
  }
  const left = numbers.length - 1;
  return numbers.length % 2 === 0 ? even + odd : even + odd + (numbers[left] as number) * (table[row + left] as number);
}

/** How much more the categories weigh than harmless does, all taken together. */
export function harmIn(sums: Float32Array): number {
  const [harmless, ...harms] = sums.subarray(0, sums.length - 2);
  const top = Math.max(...harms);
  return top + Math.log(harms.reduce((sum, each) => sum + Math.exp(each - top), 0)) - (harmless ?? 0);
}

function lensesFrom(numbers: Weights[string]): Lens[] {
  const lenses: Lens[] = [];
  let [from, first] = [0, 0];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [words, filters] = [numbers[at] as number, numbers[at + 1] as number];
    lenses.push({ words, filters, from, first });
    from += words * filters;
    first += filters;
  }
  return lenses;
}

/** What words say to the filters, in whole steps: half as much to read as fractions would be. */
interface Parts {
  /** A word's part in what every filter says, at every place of its stretch; one word after the other, and at the end nothing, which is noughts. */
  table: Int16Array;
  /** What each filter says to nothing. */
  starts: Int32Array;
  /** What a step is worth. */
  step: number;
  /** Where those of a word begin, worked out when it is first met; of nothing without a row. */
  of(row?: number): number;
}

function partsFrom(weights: Weights, lenses: readonly Lens[]): Parts {
  const scales = numbersOf(weights, 'net rows scales') as Float32Array;
  const packed = numbersOf(weights, 'net rows');
  const filters = layerFrom(weights, 'net filters');
  const size = scales.length;
  const rows = Math.floor((2 * packed.length) / size);
  const numbers = lenses.reduce((sum, { words, filters: each }) => sum + words * each, 0);
  const step = outermost(filters.table, scales) / 32_767;
  const table = new Int16Array((rows + 1) * numbers);
  const isMet = new Uint8Array(rows);
  const meaning = new Float32Array(size);
  const meet = (row: number): void => {
    for (let at = 0; at < size; at += 1) meaning[at] = ((halfByte(packed, row * size + at) / 7.5 - 1) * (scales[at] as number)) / step;
    for (let number = 0; number < numbers; number += 1) table[row * numbers + number] = Math.round(weighed(meaning, filters.table, number * size));
    isMet[row] = 1;
  };
  return {
    table,
    starts: Int32Array.from(filters.start, (start) => Math.round(start / step)),
    step,
    of: (row = rows) => {
      if (row < rows && isMet[row] === 0) meet(row);
      return row * numbers;
    },
  };
}

/** The most that a word can say to any filter. @param scales what the outermost step means in each place of a word's meaning */
function outermost(table: Float32Array, scales: Float32Array): number {
  let most = 0;
  for (let row = 0; row < table.length; row += scales.length)
    most = Math.max(
      most,
      scales.reduce((sum, scale, at) => sum + Math.abs(scale * (table[row + at] as number)), 0),
    );
  return most;
}

function halfByte(bytes: Weights[string], at: number): number {
  const byte = bytes[at >> 1] ?? 0;
  return at % 2 === 0 ? byte >> 4 : byte & 15;
}

/** A matrix of whole numbers with a scale for each row. */
function layerFrom(weights: Weights, name: string): Layer {
  const [bytes, scales] = [numbersOf(weights, `${name} table`), numbersOf(weights, `${name} scales`)];
  const width = bytes.length / scales.length;
  return {
    table: Float32Array.from(bytes, (byte, at) => (byte / 127) * (scales[Math.floor(at / width)] ?? 0)),
    start: numbersOf(weights, `${name} start`) as Float32Array,
  };
}
