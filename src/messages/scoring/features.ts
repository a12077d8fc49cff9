/** What the model looks at in a message: words and pairs of words as they are meant, who writes to whom, and what the rules found. */
import { once } from '../../records/once.ts';
import { type Concept, wordsOf } from '../rules/concepts.ts';
import type { RuleHit } from './apply-rules.ts';
import { hashOf, pairOf } from './hashes.ts';
import type { Part } from './parts.ts';
import type { Sentence } from './prepared.ts';
import type { Meant } from './respelt.ts';

/** What was noticed, each thing once; a column for each of its sides, because in a letter it is thousands. */
export interface Noticed {
  /** So many things: what lies further in the columns is nothing. */
  many: number;
  hashes: Uint32Array;
  values: Float32Array;
  /** Where each stands, for showing what a judgement stands on: its first and last word in the message; -1 for none. */
  firsts: Int32Array;
  lasts: Int32Array;
}

/** What is noticed, by number: to be raised whenever this file notices anything else, because weights fit one way of noticing alone. */
export const NOTICING = 3;

const hashed = (words: string) => once((): ReadonlySet<number> => new Set(words.split(' ').map(hashOf)));
const you = hashed('you your yours yourself youre');
const me = hashed('i me my mine myself im ive we us our');
const no = hashed('not no never dont didnt doesnt isnt cant wont wasnt arent havent nobody nothing none without couldnt wouldnt shouldnt');

/** Concepts whose words do the same in a sentence, so that what was learnt of one group of people holds for the others. */
const ALIKE: readonly Concept[] = ['group'];
const conceptsByWord = once(() => {
  const found = new Map<number, number[]>();
  for (const concept of ALIKE) {
    for (const word of wordsOf(concept)) found.set(hashOf(word), [...(found.get(hashOf(word)) ?? []), hashOf(`{${concept}}`)]);
  }
  return found;
});

const [BEGIN, END, QUESTION] = ['^', '$', '?'].map(hashOf) as [number, number, number];
const [NEXT, NEARBY, SCOPE_YOU, SCOPE_ME, SCOPE_NO, ASKED, QUOTED, FIRST, LAST] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How much parties and rules count beside all words together. */
const PARTY = 0.3;
const RULE = 0.5;
/** A message in which fewer things are noticed counts as one of so many: a single word is no certainty. */
const FEWEST = 4;

/** Everything noticed in a part of a message, each thing once. @param meant what its words mean, sentence by sentence */
export function featuresOf({ message, sentences, start }: Part, hits: readonly RuleHit[], meant: readonly (readonly Meant[])[]): Noticed {
  const noticed = nothingYet(MOST.aWord * meant.reduce((sum, { length }) => sum + length, 0) + MOST.aHit * hits.length + MOST.parties);
  const { from, to } = message;
  const parties = from === '' && to === '' ? [] : [hashOf(`${from}>${to}`)];
  const final = sentences.length - 1;
  let at = start;
  sentences.forEach((sentence, index) => {
    noticeSentence(noticed, sentence, meant[index] ?? [], at, [...parties, ...(index === 0 ? [FIRST] : []), ...(index === final ? [LAST] : [])]);
    at += sentence.words.length;
  });
  noticed.values.fill(1 / Math.sqrt(Math.max(FEWEST, noticed.many)), 0, noticed.many);
  if (from !== '') notice(noticed, hashOf(`FROM ${from}`), PARTY);
  if (to !== '') notice(noticed, hashOf(`TO ${to}`), PARTY);
  for (const pair of parties) notice(noticed, pair, PARTY);
  for (const { rule, category, alone, against } of hits) {
    notice(noticed, hashOf(`RULE ${rule}${against === '' ? '' : ' but'}`), RULE);
    notice(noticed, hashOf(`RULES ${category} ${alone ? 'alone' : against === '' ? 'signal' : 'but'}`), RULE);
  }
  return noticed;
}

function noticeSentence(noticed: Noticing, sentence: Sentence, words: readonly Meant[], start: number, around: readonly number[]): void {
  const scopes = [...around, ...scopesOf(sentence, words)];
  const concepts = conceptsByWord();
  const ends = sentence.isQuestion ? QUESTION : END;
  let [before, second]: [readonly number[], readonly number[]] = [[BEGIN], []];
  let [from, earlier] = [start, start];
  for (const { hash, index } of words) {
    const here = start + index;
    const meanings = [hash, ...(concepts.get(hash) ?? [])];
    for (const meaning of meanings) {
      notice(noticed, meaning, 0, here, here);
      for (const other of before) notice(noticed, pairOf(other, meaning, NEXT), 0, from, here);
      for (const other of second) notice(noticed, pairOf(other, meaning, NEARBY), 0, earlier, here);
    }
    for (const scope of scopes) notice(noticed, pairOf(scope, hash, 0), 0, here, here);
    [before, second, earlier, from] = [meanings, before, from, here];
  }
  for (const other of before) notice(noticed, pairOf(other, ends, NEXT), 0, from, from);
  for (const other of second) notice(noticed, pairOf(other, ends, NEARBY), 0, earlier, from);
}

/** In what kind of sentence a word stands: one to somebody, about oneself, that denies, that asks, in quotation marks. */
function scopesOf({ isQuestion, isQuoted }: Sentence, words: readonly { hash: number }[]): number[] {
  const has = (set: ReadonlySet<number>): boolean => words.some(({ hash }) => set.has(hash));
  return [
    ...(has(you()) ? [SCOPE_YOU] : []),
    ...(has(me()) ? [SCOPE_ME] : []),
    ...(has(no()) ? [SCOPE_NO] : []),
    ...(isQuestion ? [ASKED] : []),
    ...(isQuoted ? [QUOTED] : []),
  ];
}

/** What is noticed while a message is read. */
interface Noticing extends Noticed {
  /** An open table: at a hash's slot, the number of the thing and one; 0 is free. */
  slots: Int32Array;
}

/** More things than these nobody notices at a word with the end of its sentence, in what a rule found, and in who writes to whom. */
const MOST = { aWord: 24, aHit: 2, parties: 3 };

/** @param room for so many things */
function nothingYet(room: number): Noticing {
  const [firsts, lasts] = [new Int32Array(room), new Int32Array(room)];
  return { many: 0, hashes: new Uint32Array(room), values: new Float32Array(room), firsts, lasts, slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * room))) };
}

function notice(noticed: Noticing, hash: number, value: number, first = -1, last = -1): void {
  const { many, slots, hashes, values, firsts, lasts } = noticed;
  let slot = hash & (slots.length - 1);
  for (let number = slots[slot] as number; number > 0; number = slots[slot] as number) {
    if (hashes[number - 1] === hash) return;
    slot = (slot + 1) & (slots.length - 1);
  }
  slots[slot] = many + 1;
  hashes[many] = hash;
  values[many] = value;
  firsts[many] = first;
  lasts[many] = last;
  noticed.many = many + 1;
}
