/**
 * The second voice, a small model with two ears: one for words and pairs of words, who writes to whom and what the rules found, the other for
 * what stretches of words mean. It was trained offline on invented messages (training/README.md); here it only adds up.
 */
import { CATEGORIES, type Category } from '../message.ts';
import type { RuleHit } from './apply-rules.ts';
import { featuresOf, NOTICING, type Noticed } from './features.ts';
import { hashesFrom, type PlaceOf, placesOf } from './hashes.ts';
import { partsOf } from './parts.ts';
import type { Prepared } from './prepared.ts';
import { type Known, meantIn } from './respelt.ts';
import { harmIn, stretchesFrom } from './stretches.ts';
import { numbersOf, type Weights, weightsFrom } from './weights-text.ts';

/** What the model makes of a message. */
export interface Heard {
  /** That the message should reach the DSL, 0 to 1. */
  flag: number;
  /** That it should, and is about this. They add up to `flag`. */
  categories: Record<Category, number>;
  /** That it is at least of severity 2, or 3, should it be flagged. */
  severity: { 2: number; 3: number };
  /** That it was written for everybody to read, as news and plays are, and not to somebody, 0 to 1. */
  published: number;
  /** The stretches that weigh most for flagging it, most first. */
  phrases(): Phrase[];
}

/** Characters of `written`. */
export interface Phrase {
  from: number;
  to: number;
  weight: number;
}

export interface Model {
  /** Changes when the weights do. */
  version: string;
  listen(prepared: Prepared, hits: readonly RuleHit[]): Heard;
}

/**
 * The model that a weights' file holds.
 * @throws Error when the text is no weights, or those of a scorer that notices other things
 */
export function modelFrom(text: string): Model {
  const weights = weightsFrom(text);
  const version = String.fromCharCode(...numbersOf(weights, 'version'));
  if (!version.startsWith(`${NOTICING}-`)) throw new Error(`These weights (${version}) are for another version of the scorer: train again.`);
  const flag = linearFrom(weights, 'flag');
  const stretches = stretchesFrom(weights);
  const published = linearFrom(weights, 'published');
  const known = knownFrom(numbersOf(weights, 'words'), numbersOf(weights, 'net words'));
  return {
    version,
    listen: (prepared, hits) => {
      const parts = partsOf(prepared).map((part) => {
        const meant = meantIn(part, known);
        const features = featuresOf(part, hits, meant);
        const about = stretches(part, meant);
        return { features, about, sure: SURENESS.words * flag.sum(features) + SURENESS.stretches * harmIn(about) + SURENESS.start };
      });
      const { features, about, sure } = parts.reduce((surest, part) => (part.sure > surest.sure ? part : surest));
      const isFlagged = chance(sure - MANY_PARTS * Math.log(parts.length));
      return { ...heard(isFlagged, about), published: chance(published.sum(features)), phrases: () => phrasesIn(prepared, features, flag) };
    },
  };
}

/** A judgement that adds up what was noticed. */
interface Linear {
  sum(noticed: Noticed): number;
  /** What one of the things that were noticed weighs. */
  weightOf(noticed: Noticed, at: number): number;
}

function linearFrom(weights: Weights, name: string): Linear {
  const placeOf = placesOf(hashesFrom(numbersOf(weights, `${name} hashes`)));
  const [scale = 0, start = 0] = [...numbersOf(weights, `${name} scale`), ...numbersOf(weights, `${name} start`)];
  // A byte is the root of its weight, so that small ones keep their differences.
  const table = Float32Array.from(numbersOf(weights, `${name} table`), (byte) => ((byte * Math.abs(byte)) / 127 ** 2) * scale);
  const weightOf = ({ hashes, values }: Noticed, at: number): number => {
    const row = placeOf(hashes[at] as number);
    return row < 0 ? 0 : (values[at] as number) * (table[row] as number);
  };
  const sum = (noticed: Noticed): number => {
    let all = start;
    for (let at = 0; at < noticed.many; at += 1) all += weightOf(noticed, at);
    return all;
  };
  return { sum, weightOf };
}

/** @param learnt hashes of words that the model has learnt something of; @param words of other common ones */
export function knownFrom(words: Weights[string], learnt: Weights[string]): Known {
  const [placeOfWord, placeOfLearnt] = [words, learnt].map((bytes) => placesOf(hashesFrom(bytes))) as [PlaceOf, PlaceOf];
  const isLearnt = (hash: number): boolean => placeOfLearnt(hash) >= 0;
  return { isLearnt, isWord: (hash) => isLearnt(hash) || placeOfWord(hash) >= 0 };
}

/** How sums become chances: fitted on authors and sources that the model had not seen (`scripts/measure.ts`). */
const SURENESS = { words: 1, stretches: 0.7, start: 0.7 };

/** Of many parts one is sure by accident: so much less counts for each time as many. Chosen on harmless messages put one after the other. */
const MANY_PARTS = 1;

/** @param about sums for harmless, then each category in their order, then severity 2 and 3 */
function heard(flag: number, about: Float32Array): Pick<Heard, 'flag' | 'categories' | 'severity'> {
  const sums = about.subarray(1, 1 + CATEGORIES.length);
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const whole = powers.reduce((sum, each) => sum + each, 0);
  const categories = Object.fromEntries(CATEGORIES.map((category, at) => [category, (flag * (powers[at] ?? 0)) / whole])) as Record<Category, number>;
  const [two, three] = [chance(about[CATEGORIES.length + 1] ?? 0), chance(about[CATEGORIES.length + 2] ?? 0)];
  return { flag, categories, severity: { 2: Math.max(two, three), 3: Math.min(two, three) } };
}

function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** So many stretches are shown, of at most so many words. */
const SHOWN = 3;
const LONGEST = 8;

/** The stretches of words that weigh most: each word weighs what the features at it weigh; a stretch is the heaviest run of them. */
function phrasesIn(prepared: Prepared, noticed: Noticed, { weightOf }: Linear): Phrase[] {
  const { words } = prepared;
  const weighs = new Float32Array(words.length);
  for (let thing = 0; thing < noticed.many; thing += 1) {
    const [first, last] = [noticed.firsts[thing] as number, noticed.lasts[thing] as number];
    if (first < 0) continue;
    const weight = weightOf(noticed, thing) / (last - first + 1);
    for (let at = first; at <= last; at += 1) weighs[at] = (weighs[at] ?? 0) + weight;
  }
  const phrases: Phrase[] = [];
  while (phrases.length < SHOWN) {
    const run = heaviestRun(weighs);
    if (run.weight <= 0) break;
    const [first, last] = [words[run.first], words[run.last]];
    if (first !== undefined && last !== undefined) phrases.push({ from: first.from, to: last.to, weight: run.weight });
    weighs.fill(Number.NEGATIVE_INFINITY, run.first, run.last + 1);
  }
  return phrases;
}

function heaviestRun(weighs: Float32Array): { first: number; last: number; weight: number } {
  let best = { first: 0, last: 0, weight: 0 };
  for (let first = 0; first < weighs.length; first += 1) {
    let weight = 0;
    for (let last = first; last < Math.min(weighs.length, first + LONGEST); last += 1) {
      weight += weighs[last] ?? 0;
      if (weight > best.weight) best = { first, last, weight };
    }
  }
  return best;
}
