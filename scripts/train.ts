/**
 * Trains the scorer's second voice on everything in `training/`: `npx tsx scripts/train.ts [--sets FOLDER]`. Offline; the same in every run.
 * With a folder of openly licensed sets it learns from these as well. Its ear for stretches is taken from `training/stretches.txt`, as
 * `scripts/teach` left it (training/README.md).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textOfWeights, weightsFrom } from '../src/messages/scoring/weights-text.ts';
import { COUNTS, examplesIn } from './train/examples.ts';
import { seenFrom, trainedOn } from './train/trained.ts';
import { knownIn, withCommonWords } from './train/vocabulary.ts';

const TOP = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { sets: { type: 'string' } } });

const started = process.hrtime.bigint();
const sets = values.sets === undefined ? [] : [...examplesIn(values.sets)].filter(([name]) => name in COUNTS);
const examples = [...examplesIn(join(TOP, 'training')), ...sets].flatMap(([, list]) => list);
const read = (path: string): string => readFileSync(join(TOP, path), 'utf8');
const taught = withCommonWords(weightsFrom(read('training/stretches.txt')), read('training/words.txt'));
const text = textOfWeights(trainedOn(seenFrom(examples, knownIn(taught)), taught));
writeFileSync(join(TOP, 'src/messages/scoring/weights.txt'), text);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(`${examples.length} messages, weights of ${text.length} characters, in ${seconds.toFixed(0)} s`);
