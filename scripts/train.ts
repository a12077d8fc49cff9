/** Trains the scorer's second voice on everything in `training/`: `npx tsx scripts/train.ts`. Offline; the same in every run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textOfWeights, weightsFrom } from '../src/messages/scoring/weights-text.ts';
import { examplesIn } from './train/examples.ts';
import { seenFrom, trainedOn } from './train/trained.ts';

const TOP = resolve(import.meta.dirname, '..');
const started = process.hrtime.bigint();
const vectors = weightsFrom(readFileSync(join(TOP, 'training/vectors.txt'), 'utf8'));
const examples = [...examplesIn(join(TOP, 'training')).values()].flat();
const seen = seenFrom(examples, vectors, () => 1);
const text = textOfWeights(trainedOn(seen, vectors));
writeFileSync(join(TOP, 'src/messages/scoring/weights.txt'), text);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(`${examples.length} messages, weights of ${text.length} characters, in ${seconds.toFixed(0)} s`);
