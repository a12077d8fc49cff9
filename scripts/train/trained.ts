/** The model, trained: what its weights' file holds. */
import { hashOfWords } from '../../src/messages/flag.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { applyRules } from '../../src/messages/scoring/apply-rules.ts';
import { featuresOf, NOTICING } from '../../src/messages/scoring/features.ts';
import { bytesOfHashes } from '../../src/messages/scoring/hashes.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import { type Known, meantIn } from '../../src/messages/scoring/respelt.ts';
import type { Weights } from '../../src/messages/scoring/weights-text.ts';
import { COUNTS, type Example, PUBLISHED } from './examples.ts';
import { fitted } from './heads.ts';
import { columnsOf, type Feature, rowsOf, tellingOf } from './rows.ts';

/** What large weights cost, by judgement; chosen on authors held out. */
const COSTS = { flag: 3e-6, published: 2e-5 };
/** A feature that fewer views of messages have is left out. */
const LEAST = { flag: 4, published: 8 };
/** So many features are kept of each kind of judgement, the weightiest: the file has a limit. */
const MOST = { flag: 80_000, published: 7_000 };
/** A feature whose byte is smaller than this says next to nothing. */
const LEAST_TELLING = 5;

/** An example as it is seen with the roll or without: nobody knows who wrote a message from outside. */
export interface Seen {
  example: Example;
  features: readonly Feature[];
  /** How much it counts in training. */
  counts: number;
}

/** A grave message missed is worse than a note missed. */
const BY_SEVERITY: Readonly<Record<number, number>> = { 1: 0.8, 2: 1, 3: 1.6 };

function countsOf({ source, severity }: Example): number {
  return (COUNTS[source] ?? 1) * (BY_SEVERITY[severity ?? 0] ?? 1);
}

/** What is noticed in each example, with its parties and without them. */
export function seenFrom(examples: readonly Example[], known: Known): Seen[] {
  return examples.flatMap((example) => {
    const { message } = example;
    const views = message.from === '' && message.to === '' ? [message] : [message, { ...message, from: '' as const, to: '' as const }];
    return views.map((view) => {
      const prepared = prepare(view);
      const hits = applyRules(prepared, USUAL_MONITORING, '');
      const { many, hashes, values } = featuresOf({ ...prepared, start: 0 }, hits, meantIn(prepared, known));
      const features = Array.from({ length: many }, (_, at) => ({ hash: hashes[at] as number, value: values[at] as number }));
      return { features, example, counts: countsOf(example) / views.length };
    });
  });
}

/**
 * Fits every judgement of words. The same examples give the same weights.
 * @param taught what is not fitted here: common words, and the ear for stretches (training/README.md)
 */
export function trainedOn(seen: readonly Seen[], taught: Weights): Weights {
  const weights = { ...flagWeights(seen), ...publishedWeights(seen), ...taught };
  const version = hashOfWords(
    Object.values(weights)
      .map((part) => part.join())
      .join(),
  ).slice(0, 8);
  return { version: Uint8Array.from(`${NOTICING}-${version}`, (letter) => letter.charCodeAt(0)), ...weights };
}

/** Whether a message should be flagged at all. */
function flagWeights(seen: readonly Seen[]): Weights {
  const columns = columnsOf(seen, LEAST.flag);
  const labels = { answers: Uint8Array.from(seen, ({ example }) => (example.flag ? 1 : 0)), counts: Float32Array.from(seen, ({ counts }) => counts) };
  const telling = tellingOf(rowsOf(seen, columns), labels.answers, labels.counts);
  const found = fitted(rowsOf(seen, columns, telling), labels, COSTS.flag, 100);
  return packed(
    'flag',
    found.map((weight, at) => weight * (telling[at] ?? 1)),
    columns,
    MOST.flag,
  );
}

/** Whether it was written for everybody to read: what flags a message between people says little there. */
function publishedWeights(seen: readonly Seen[]): Weights {
  const columns = columnsOf(seen, LEAST.published);
  const labels = {
    answers: Uint8Array.from(seen, ({ example }) => (PUBLISHED.has(example.source) ? 1 : 0)),
    // A flagged piece of ordinary writing is neither.
    counts: Float32Array.from(seen, ({ example }) => (PUBLISHED.has(example.source) && example.flag ? 0 : 1)),
  };
  return packed('published', fitted(rowsOf(seen, columns), labels, COSTS.published, 40), columns, MOST.published);
}

/** A weight of -1 to 1 as a whole number of one byte: by its root, so that small ones keep their differences. */
function smallOf(weight: number): number {
  return Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight)));
}

/** A judgement, as the weights' file keeps it under a name: whole numbers, their scale, the weightiest features. */
function packed(name: string, head: Float64Array, columns: ReadonlyMap<number, number>, most: number): Weights {
  const scale = head.subarray(0, columns.size).reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 1e-9);
  const kept = [...columns]
    .map(([hash, column]) => ({ hash, weight: smallOf((head[column] ?? 0) / scale) }))
    .filter(({ weight }) => Math.abs(weight) > LEAST_TELLING)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight) || one.hash - other.hash)
    .slice(0, most)
    .sort((one, other) => one.hash - other.hash);
  return {
    [`${name} hashes`]: bytesOfHashes(kept.map(({ hash }) => hash)),
    [`${name} table`]: Int8Array.from(kept, ({ weight }) => weight),
    [`${name} scale`]: Float32Array.of(scale),
    [`${name} start`]: Float32Array.of(head[head.length - 1] ?? 0),
  };
}
