/** The model, trained: what its weights' file holds. */
import { hashOfWords } from '../../src/messages/flag.ts';
import { CATEGORIES, type Category } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { applyRules } from '../../src/messages/scoring/apply-rules.ts';
import { type Feature, featuresOf, NOTICING } from '../../src/messages/scoring/features.ts';
import { bytesOfHashes } from '../../src/messages/scoring/hashes.ts';
import { knownFrom } from '../../src/messages/scoring/model.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import type { Weights } from '../../src/messages/scoring/weights-text.ts';
import { COUNTS, type Example, PUBLISHED } from './examples.ts';
import { fitted } from './heads.ts';
import { columnsOf, type Rows, rowsOf, tellingOf } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What large weights cost, by judgement; chosen on authors held out. */
const COSTS = { flag: 3e-6, about: 2e-6, severity: 2e-5, published: 2e-5 };
/** A feature that fewer views of messages have is left out. */
const LEAST = { flag: 4, about: 8 };
/** So many features are kept of each kind of judgement, the weightiest: the file has a limit. */
const MOST = { flag: 72_500, about: 22_000, published: 7_000 };
/** A feature whose bytes are smaller than this, squared, says next to nothing. */
const LEAST_TELLING = 30;

/** An example as it is seen with the roll or without: nobody knows who wrote a message from outside. */
export interface Seen {
  example: Example;
  features: readonly Pick<Feature, 'hash' | 'value'>[];
  /** How much it counts in training. */
  counts: number;
}

/** A grave message missed is worse than a note missed. */
const BY_SEVERITY: Readonly<Record<number, number>> = { 1: 0.8, 2: 1, 3: 1.6 };

function countsOf({ source, severity }: Example): number {
  return (COUNTS[source] ?? 1) * (BY_SEVERITY[severity ?? 0] ?? 1);
}

/** What is noticed in each example, with its parties and without them. */
export function seenFrom(examples: readonly Example[], vocabulary: Vocabulary): Seen[] {
  const known = knownFrom(vocabulary.words, vocabulary.learnt);
  return examples.flatMap((example) => {
    const { message } = example;
    const views = message.from === '' && message.to === '' ? [message] : [message, { ...message, from: '' as const, to: '' as const }];
    return views.map((view) => {
      const prepared = prepare(view);
      const features = featuresOf(prepared, applyRules(prepared, USUAL_MONITORING, ''), known).map(({ hash, value }) => ({ hash, value }));
      return { features, example, counts: countsOf(example) / views.length };
    });
  });
}

/** Fits every judgement. The same examples give the same weights. */
export function trainedOn(seen: readonly Seen[], vocabulary: Vocabulary): Weights {
  const weights = { ...flagWeights(seen), ...aboutWeights(seen), ...publishedWeights(seen), ...vocabulary };
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
  const found = fitted(rowsOf(seen, columns, telling), labels, 2, COSTS.flag, 100);
  return packed('flag', [found.map((weight, at) => weight * (telling[at] ?? 1))], columns, MOST.flag);
}

/** What it is about, harmless first, and how severe. */
function aboutWeights(seen: readonly Seen[]): Weights {
  const columns = columnsOf(seen, LEAST.about);
  const rows = rowsOf(seen, columns);
  const known = (holds: (example: Example) => boolean): Float32Array => Float32Array.from(seen, ({ example, counts }) => (holds(example) ? counts : 0));
  const about = fitted(
    rows,
    {
      answers: Uint8Array.from(seen, ({ example }) => (example.flag ? 1 + CATEGORIES.indexOf(example.category as Category) : 0)),
      counts: known(({ flag, category }) => !flag || category !== ''),
    },
    1 + CATEGORIES.length,
    COSTS.about,
  );
  const severities = [2, 3].map((least) =>
    fitted(
      rows,
      {
        answers: Uint8Array.from(seen, ({ example }) => ((example.severity ?? 0) >= least ? 1 : 0)),
        counts: known(({ flag, severity }) => flag && severity !== null),
      },
      2,
      COSTS.severity,
    ),
  );
  return packed('about', [...apart(about, rows), ...severities], columns, MOST.about);
}

/** Whether it was written for everybody to read: what flags a message between people says little there. */
function publishedWeights(seen: readonly Seen[]): Weights {
  const columns = columnsOf(seen, LEAST.about);
  const labels = {
    answers: Uint8Array.from(seen, ({ example }) => (PUBLISHED.has(example.source) ? 1 : 0)),
    // A flagged piece of ordinary writing is neither.
    counts: Float32Array.from(seen, ({ example }) => (PUBLISHED.has(example.source) && example.flag ? 0 : 1)),
  };
  return packed('published', [fitted(rowsOf(seen, columns), labels, 2, COSTS.published, 40)], columns, MOST.published);
}

/** One list of weights an answer. */
function apart(weights: Float64Array, { width }: Rows): Float64Array[] {
  const size = weights.length / (width + 1);
  return Array.from({ length: size }, (_, answer) => weights.filter((_, at) => at % size === answer));
}

/** A weight of -1 to 1 as a whole number of one byte: by its root, so that small ones keep their differences. */
function smallOf(weight: number): number {
  return Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight)));
}

/** Judgements over the same columns, as the weights' file keeps them under a name: whole numbers, a scale each, the weightiest features. */
function packed(name: string, heads: readonly Float64Array[], columns: ReadonlyMap<number, number>, most: number): Weights {
  const width = columns.size;
  const scales = heads.map((head) => head.subarray(0, width).reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 1e-9));
  const ofColumn = (column: number): number[] => heads.map((head, index) => smallOf((head[column] ?? 0) / (scales[index] ?? 1)));
  const weighed = [...columns].map(([hash, column]) => ({ hash, weights: ofColumn(column) }));
  const kept = weighed
    .map((each) => ({ ...each, weighs: each.weights.reduce((sum, weight) => sum + weight * weight, 0) }))
    .filter(({ weighs }) => weighs > heads.length * LEAST_TELLING)
    .sort((one, other) => other.weighs - one.weighs || one.hash - other.hash)
    .slice(0, most)
    .sort((one, other) => one.hash - other.hash);
  return {
    [`${name} hashes`]: bytesOfHashes(kept.map(({ hash }) => hash)),
    [`${name} table`]: Int8Array.from(kept.flatMap(({ weights }) => weights)),
    [`${name} scales`]: Float32Array.from(scales),
    [`${name} start`]: Float32Array.from(heads, (head) => head[head.length - 1] ?? 0),
  };
}
