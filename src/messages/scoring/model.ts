/**
 * The second voice: a small model over words and pairs of words, what the words mean (their vectors), who writes to whom, and what the
 * rules found. It was trained offline on invented messages (training/README.md); here it only adds up.
 */
import { CATEGORIES, type Category } from '../message.ts';
import type { RuleHit } from './apply-rules.ts';
import { type Feature, featuresOf } from './features.ts';
import { meaningOf, vectorsFrom } from './meaning.ts';
import type { Prepared } from './prepared.ts';
import { type Weights, weightsFrom } from './weights-text.ts';

/** What the model makes of a message. */
export interface Heard {
  /** That the message should reach the DSL, 0 to 1. */
  flag: number;
  /** That it should, and is about this. They add up to `flag`. */
  categories: Record<Category, number>;
  /** That it is at least of severity 2, or 3, should it be flagged. */
  severity: { 2: number; 3: number };
  /** The stretches that weigh most for flagging it, most first: characters of `written`. */
  phrases: { from: number; to: number; weight: number }[];
}

export interface Model {
  /** Changes when the weights do. */
  version: string;
  listen(prepared: Prepared, hits: readonly RuleHit[]): Heard;
}

/**
 * The model that a weights' file holds.
 * @throws Error when the text is no weights
 */
export function modelFrom(text: string): Model {
  const weights = weightsFrom(text);
  const vectors = vectorsFrom(weights);
  const flag = linearFrom(weights, 'flag');
  const about = linearFrom(weights, 'about');
  return {
    version: String.fromCharCode(...part(weights, 'version')),
    listen: (prepared, hits) => {
      const features = featuresOf(prepared, hits);
      const meaning = meaningOf(prepared, vectors);
      return heard(flag.sums(features, meaning)[0] ?? 0, about.sums(features, meaning), phrasesIn(prepared, features, flag));
    },
  };
}

function part(weights: Weights, name: string): Weights[string] {
  const found = weights[name];
  if (found === undefined) throw new Error(`The weights hold no ${name}.`);
  return found;
}

/** Judgements that add up what was noticed. */
interface Linear {
  sums(features: readonly Feature[], meaning: Float32Array): Float32Array;
  /** How much a feature weighs in the first of them. */
  weightOf(feature: Feature): number;
}

function linearFrom(weights: Weights, name: string): Linear {
  const rows = rowsFrom(part(weights, `${name} hashes`));
  const table = part(weights, `${name} table`);
  const scales = part(weights, `${name} scales`);
  const dense = part(weights, `${name} dense`);
  const start = part(weights, `${name} start`);
  const heads = start.length;
  return {
    sums: (features, meaning) => {
      const sums = new Float32Array(start);
      for (const { hash, value } of features) {
        const row = rows.get(hash);
        if (row === undefined) continue;
        for (let head = 0; head < heads; head += 1) sums[head] = (sums[head] ?? 0) + value * (table[row * heads + head] ?? 0) * (scales[head] ?? 0);
      }
      for (let at = 0; at < meaning.length; at += 1) {
        for (let head = 0; head < heads; head += 1) sums[head] = (sums[head] ?? 0) + (meaning[at] ?? 0) * (dense[at * heads + head] ?? 0);
      }
      return sums;
    },
    weightOf: ({ hash, value }) => {
      const row = rows.get(hash);
      return row === undefined ? 0 : value * (table[row * heads] ?? 0) * (scales[0] ?? 0);
    },
  };
}

/** Which row belongs to which hash. They are kept in rising order as the gaps between them, seven bits a byte. */
function rowsFrom(bytes: Weights[string]): Map<number, number> {
  const rows = new Map<number, number>();
  let hash = 0;
  let gap = 0;
  let unit = 1;
  for (const byte of bytes) {
    gap += (byte & 127) * unit;
    unit *= 128;
    if (byte & 128) continue;
    hash += gap;
    rows.set(hash, rows.size);
    gap = 0;
    unit = 1;
  }
  return rows;
}

/** @param about severity 2, severity 3, then the categories in their order */
function heard(flagging: number, about: Float32Array, phrases: Heard['phrases']): Heard {
  const flag = chance(flagging);
  const [two, three] = [chance(about[0] ?? 0), chance(about[1] ?? 0)];
  const powers = CATEGORIES.map((_, at) => Math.exp(about[2 + at] ?? 0));
  const whole = powers.reduce((sum, each) => sum + each, 0);
  const categories = Object.fromEntries(CATEGORIES.map((category, at) => [category, (flag * (powers[at] ?? 0)) / whole])) as Record<Category, number>;
  return { flag, categories, severity: { 2: Math.max(two, three), 3: Math.min(two, three) }, phrases };
}

function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** So many stretches are shown, of at most so many words. */
const SHOWN = 3;
const LONGEST = 8;

/** The stretches of words that weigh most: each word weighs what the features at it weigh; a stretch is the heaviest run of them. */
function phrasesIn(prepared: Prepared, features: readonly Feature[], { weightOf }: Linear): Heard['phrases'] {
  const { words } = prepared;
  const weighs = new Float32Array(words.length);
  for (const feature of features) {
    if (feature.first < 0) continue;
    const weight = weightOf(feature) / (feature.last - feature.first + 1);
    for (let at = feature.first; at <= feature.last; at += 1) weighs[at] = (weighs[at] ?? 0) + weight;
  }
  const phrases: Heard['phrases'] = [];
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
