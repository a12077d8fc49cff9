/**
 * Measures the scorer on what its model has not seen: `npx tsx scripts/measure.ts [--sets FOLDER] [--train-on-sets]`. Training authors are held
 * out by turns; of openly licensed sets whole sources, and of HateCheck whole kinds of cases and whole groups of people.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SURE } from '../src/messages/scoring/score.ts';
import { type Judged, judged, modelWithout } from './measure/held-out.ts';
import { ONLY_MEASURED, roundsOf } from './measure/rounds.ts';
import { figure, grouped, type Says, sharesOf } from './measure/shares.ts';
import { COUNTS, type Example, examplesIn } from './train/examples.ts';
import { seenFrom } from './train/trained.ts';
import { vocabularyOf } from './train/vocabulary.ts';

const TOP = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { sets: { type: 'string', default: join(TOP, '../shared/data/messages') }, 'train-on-sets': { type: 'boolean', default: false } },
});

const ours = examplesIn(join(TOP, 'training'));
const sets = examplesIn(values.sets);
if (ours.size === 0) console.log('There is no training folder: nothing of our own is measured.');
if (sets.size === 0) console.log(`There is no folder ${values.sets}: the openly licensed sets are left out.`);

const BOTH: Says = ({ verdict }) => verdict.flag;
const RULES: Says = ({ rules }) => rules.flag;
const MODEL: Says = ({ sure, heard }) => sure >= SURE[heard];

const trained: Example[] = [...ours.values(), ...[...sets].filter(([name]) => values['train-on-sets'] && name in COUNTS).map(([, list]) => list)].flat();
const vocabulary = vocabularyOf(trained, readFileSync(join(TOP, 'training/words.txt'), 'utf8'));
const seen = seenFrom(trained, vocabulary);

const known: Judged[] = [];
const nameless: Judged[] = [];
const others: Judged[] = [];
for (const { name, isHeldOut } of roundsOf([...ours.keys()], [...sets.keys()])) {
  console.log(name);
  const model = modelWithout(seen, vocabulary, isHeldOut);
  const own = [...ours.values()].flat().filter(isHeldOut);
  known.push(...judged(own, model, false));
  nameless.push(...judged(own, model, true));
  others.push(
    ...judged(
      [...sets.values()].flat().filter((example) => isHeldOut(example)),
      model,
      true,
    ),
  );
  for (const set of ONLY_MEASURED) if (others.every(({ example }) => example.source !== set)) others.push(...judged(sets.get(set) ?? [], model, true));
}

line('', 'messages', 'to flag', 'rules', 'model', 'both', 'precision', 'F1', 'balanced');
table('our authors, the roll known', known);
table('our authors, nobody known', nameless);
for (const [set, list] of grouped(others, ({ example }) => example.source)) table(set, list);
for (const [kind, list] of grouped(of(others, 'hatecheck-dev'), ({ example }) => example.kind)) table(`  ${kind}`, list);
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

function of(list: readonly Judged[], source: string): Judged[] {
  return list.filter(({ example }) => example.source === source);
}

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
