/**
 * Trains the scorer's second voice on everything in `training/`: `npx tsx scripts/train.ts [--sets FOLDER]`. Offline; the same in every run.
 * With a folder of openly licensed sets it learns from these as well (training/README.md).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textOfWeights } from '../src/messages/scoring/weights-text.ts';
import { COUNTS, examplesIn } from './train/examples.ts';
import { seenFrom, trainedOn } from './train/trained.ts';
import { vocabularyOf } from './train/vocabulary.ts';

const TOP = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { sets: { type: 'string' } } });

const started = process.hrtime.bigint();
const sets = values.sets === undefined ? [] : [...examplesIn(values.sets)].filter(([name]) => name in COUNTS);
const examples = [...examplesIn(join(TOP, 'training')), ...sets].flatMap(([, list]) => list);
const vocabulary = vocabularyOf(examples, readFileSync(join(TOP, 'training/words.txt'), 'utf8'));
const seen = seenFrom(examples, vocabulary);
const text = textOfWeights(trainedOn(seen, vocabulary));
writeFileSync(join(TOP, 'src/messages/scoring/weights.txt'), text);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(`${examples.length} messages, weights of ${text.length} characters, in ${seconds.toFixed(0)} s`);
