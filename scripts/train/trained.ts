/** The model, trained: what its weights' file holds. */

import { hashOfWords } from '../../src/messages/flag.ts';
import { CATEGORIES, type Category } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { applyRules } from '../../src/messages/scoring/apply-rules.ts';
import { featuresOf } from '../../src/messages/scoring/features.ts';
import { meaningOf, vectorsFrom } from '../../src/messages/scoring/meaning.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import type { Weights } from '../../src/messages/scoring/weights-text.ts';
import type { Example } from './examples.ts';
import { fitWhich, fitYes } from './heads.ts';
import { columnsOf, type Noticed, type Rows, rowsOf } from './rows.ts';

/** Costs of large weights, by judgement; chosen on authors held out. */
const COSTS = { flag: 1e-5, severity: 4e-5, category: 2e-5 };
/** A feature of fewer messages is left out. */
const LEAST = { flag: 2, about: 9 };
/** How much the words' vectors count beside the words. */
const MEANING_COUNTS = 0.1;

/** An example as it is seen with the roll and without: nobody knows who wrote a message from outside. */
export interface Seen extends Noticed {
  example: Example;
  /** How much it counts in training. */
  counts: number;
}

/** What is noticed in each example, with and without its parties. */
export function seenFrom(examples: readonly Example[], vectors: Weights, counts: (example: Example) => number): Seen[] {
  const known = vectorsFrom(vectors);
  return examples.flatMap((example) => {
    const nobody = { ...example.message, from: '' as const, to: '' as const };
    const views = example.message.from === '' && example.message.to === '' ? [example.message] : [example.message, nobody];
    return views.map((message) => {
      const prepared = prepare(message);
      const meaning = meaningOf(prepared, known).map((each) => each * MEANING_COUNTS);
      return {
        features: featuresOf(prepared, applyRules(prepared, USUAL_MONITORING, '')),
        meaning,
        example,
        counts: counts(example) / views.length,
      };
    });
  });
}

/** Fits every judgement. The same examples give the same weights. */
export function trainedOn(seen: readonly Seen[], vectors: Weights): Weights {
  const columns = columnsOf(seen, LEAST.flag);
  const rows = rowsOf(seen, columns);
  const fewColumns = columnsOf(seen, LEAST.about);
  const few = rowsOf(seen, fewColumns);
  const ofFlagged = (holds: (example: Example) => boolean): Float32Array =>
    Float32Array.from(seen, ({ example, counts }) => (example.flag && holds(example) ? counts : 0));
  const flag = fitYes(
    rows,
    { answers: Uint8Array.from(seen, ({ example }) => (example.flag ? 1 : 0)), counts: Float32Array.from(seen, ({ counts }) => counts) },
    COSTS.flag,
  );
  const severities = [2, 3].map((severity) =>
    fitYes(
      few,
      {
        answers: Uint8Array.from(seen, ({ example }) => ((example.severity ?? 0) >= severity ? 1 : 0)),
        counts: ofFlagged(({ severity: given }) => given !== null),
      },
      COSTS.severity,
    ),
  );
  const category = fitWhich(
    few,
    {
      answers: Uint8Array.from(seen, ({ example }) => Math.max(0, CATEGORIES.indexOf(example.category as Category))),
      counts: ofFlagged((example) => example.category !== ''),
    },
    CATEGORIES.length,
    COSTS.category,
  );
  const size = few.width + few.denseSize + 1;
  const about = [...severities, ...CATEGORIES.map((_, at) => category.slice(at * size, (at + 1) * size))];
  const weights: Weights = { ...packed('flag', [flag], columns, rows), ...packed('about', about, fewColumns, few), ...vectors };
  const version = hashOfWords(
    Object.values(weights)
      .map((part) => part.join())
      .join(),
  ).slice(0, 8);
  return { version: Uint8Array.from(version, (letter) => letter.charCodeAt(0)), ...weights };
}

/** Judgements over the same columns, as the weights' file keeps them under a name. */
function packed(name: string, heads: readonly Float64Array[], columns: ReadonlyMap<number, number>, { width, denseSize }: Rows): Weights {
  const count = heads.length;
  const scales = heads.map((head) => head.subarray(0, width).reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 1e-9) / 127);
  const table = new Int8Array(width * count);
  const dense = new Float32Array(denseSize * count);
  heads.forEach((head, index) => {
    for (let column = 0; column < width; column += 1) table[column * count + index] = Math.round((head[column] ?? 0) / (scales[index] ?? 1));
    for (let at = 0; at < denseSize; at += 1) dense[at * count + index] = (head[width + at] ?? 0) * MEANING_COUNTS;
  });
  // A feature that says next to nothing is left out.
  const telling = [...columns].filter(([, column]) => table.subarray(column * count, (column + 1) * count).some((weight) => Math.abs(weight) > 2));
  return {
    [`${name} hashes`]: gapsOf(telling.map(([hash]) => hash)),
    [`${name} table`]: Int8Array.from(telling.flatMap(([, column]) => [...table.subarray(column * count, (column + 1) * count)])),
    [`${name} scales`]: Float32Array.from(scales),
    [`${name} dense`]: dense,
    [`${name} start`]: Float32Array.from(heads, (head) => head[head.length - 1] ?? 0),
  };
}

/** Rising numbers as the gaps between them, seven bits a byte, the eighth saying that more follow. */
function gapsOf(rising: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const number of rising) {
    let gap = number - before;
    before = number;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap % 128) | 128);
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}
