/**
 * Measures the scorer on what its model has not seen: `npx tsx scripts/measure.ts --without maple,rowan --stretches FILE [--sets FOLDER]`.
 * FILE is what `scripts/teach` left without these authors and without every other line of the openly licensed sets.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SURE } from '../src/messages/scoring/score.ts';
import { weightsFrom } from '../src/messages/scoring/weights-text.ts';
import { type Judged, judged, modelOf } from './measure/held-out.ts';
import { figure, grouped, type Says, sharesOf } from './measure/shares.ts';
import { COUNTS, type Example, examplesIn, isEveryOther } from './train/examples.ts';
import { seenFrom } from './train/trained.ts';
import { knownIn, withCommonWords } from './train/vocabulary.ts';

const TOP = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: join(TOP, '../shared/data/messages') },
    stretches: { type: 'string', default: join(TOP, 'training/stretches.txt') },
    without: { type: 'string', default: '' },
  },
});

const authors = new Set(values.without.split(',').filter((name) => name !== ''));
const ours = examplesIn(join(TOP, 'training'));
const sets = examplesIn(values.sets);
if (authors.size === 0) console.log('No author is left out (--without): what follows is measured on what the model learnt from.');
if (sets.size === 0) console.log(`There is no folder ${values.sets}: the openly licensed sets are left out.`);

const BOTH: Says = ({ verdict }) => verdict.flag;
const RULES: Says = ({ rules }) => rules.flag;
const MODEL: Says = ({ sure }) => sure >= SURE;

const left = new Set<Example>([
  ...[...ours].filter(([name]) => authors.has(name)).flatMap(([, list]) => list),
  ...[...sets].flatMap(([name, list]) => (name in COUNTS ? list.filter((_, at) => isEveryOther(name, at)) : list)),
]);
const all = [...ours.values(), ...sets.values()].flat();
const learnt = all.filter((example) => !left.has(example));
const taught = withCommonWords(weightsFrom(readFileSync(values.stretches, 'utf8')), readFileSync(join(TOP, 'training/words.txt'), 'utf8'));
const model = modelOf(seenFrom(learnt, knownIn(taught)), taught);
const own = [...ours.values()].flat().filter((example) => authors.size === 0 || left.has(example));
const known = judged(own, model, false);
const nameless = judged(own, model, true);
const others = judged(
  [...sets.values()].flat().filter((example) => left.has(example)),
  model,
  true,
);

line('', 'messages', 'to flag', 'rules', 'model', 'both', 'precision', 'F1', 'balanced');
table('our authors, the roll known', known);
table('our authors, nobody known', nameless);
for (const [set, list] of grouped(others, ({ example }) => example.source)) table(set, list);
for (const [author, list] of grouped(known, ({ example }) => example.source)) table(`  by ${author}`, list);
for (const [category, list] of grouped(
  known.filter(({ example }) => example.flag),
  ({ example }) => example.category,
)) {
  table(`  ${category} (rightly named ${figure(sharesOf(list.filter(BOTH), ({ verdict, example }) => verdict.category === example.category).found)})`, list);
}
for (const [severity, list] of grouped(
  known.filter(({ example }) => example.flag),
  ({ example }) => String(example.severity),
)) {
  table(
    `  severity ${severity} (said to be so ${figure(sharesOf(list.filter(BOTH), ({ verdict, example }) => verdict.severity === example.severity).found)})`,
    list,
  );
}
for (const [kind, list] of grouped(
  known.filter(({ example }) => !example.flag),
  ({ example }) => example.kind,
))
  if (list.length >= 20) table(`  harmless: ${kind}`, list);

function table(name: string, list: readonly Judged[]): void {
  const both = sharesOf(list, BOTH);
  const pair = (says: Says): string => {
    const { found, falsely } = sharesOf(list, says);
    return `${figure(found)} / ${figure(falsely, 3)}`;
  };
  line(name, both.messages, both.toFlag, pair(RULES), pair(MODEL), pair(BOTH), figure(both.precision), figure(both.f1), figure(both.balanced));
}

function line(name: string, ...cells: (string | number)[]): void {
  console.log(name.padEnd(52) + cells.map((cell) => String(cell).padStart(14)).join(''));
}
