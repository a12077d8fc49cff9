/** Words that nobody knows, read as somebody would: run together (`manypeople`) or a letter wrong (`klil`, `womn`). */
import { added, ended, hashOf } from './hashes.ts';
import type { Part } from './parts.ts';

/** Which words there are. */
export interface Known {
  /** Common words, and those of the messages that the model learnt from. */
  isWord(hash: number): boolean;
  /** Words that the model has learnt something of. */
  isLearnt(hash: number): boolean;
}

/** Short words that others are run together with. */
const SHORT = new Set('a i to in of is my be me we us up no so he it on at do go an or if am as by all the you and are'.split(' '));
const LEAST = { half: 3, mended: 4, longer: 5 };
const LONGEST = 24;

/** A word that is meant, and which of its sentence's words it stands for. */
export interface Meant {
  hash: number;
  index: number;
}

/** The words that are meant, sentence by sentence. */
export function meantIn({ sentences }: Pick<Part, 'sentences'>, known: Known): Meant[][] {
  return sentences.map(({ words }) => words.flatMap(({ word }, index) => respelt(word, known).map((hash) => ({ hash, index }))));
}

/** The hashes of the words meant by a word: itself when it is known or cannot be read. */
export function respelt(word: string, known: Known): readonly number[] {
  const hash = hashOf(word);
  if (word.length < LEAST.mended || word.length > LONGEST || known.isWord(hash) || !/^[a-z]+$/.test(word)) return [hash];
  return halves(word, known) ?? mended(word, known) ?? [hash];
}

/** Two known words run together, the first as long as can be; both long enough that this is no accident. */
function halves(word: string, known: Known): readonly number[] | null {
  for (let at = word.length - 2; at >= 1; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isHalf(first, known) && isHalf(second, known) && Math.max(first.length, second.length) > LEAST.half) return [hashOf(first), hashOf(second)];
  }
  return null;
}

function isHalf(part: string, known: Known): boolean {
  return part.length < LEAST.half ? SHORT.has(part) : (part.length > LEAST.half || SHORT.has(part)) && known.isWord(hashOf(part));
}

/** A learnt word that differs in one slip: two letters swapped, one missing, one too many. */
function mended(word: string, { isLearnt }: Known): readonly number[] | null {
  let begun = hashOf('');
  for (let at = 0; at <= word.length; at += 1) {
    for (const hash of slipsAt(word, at, begun)) if (isLearnt(hash)) return [hash];
    if (at < word.length) begun = added(begun, word.charCodeAt(at));
  }
  return null;
}

/** Hashes of the word with a slip at one place. @param begun of the letters before it */
function slipsAt(word: string, at: number, begun: number): number[] {
  const slips: number[] = [];
  const [here, next] = [word.charCodeAt(at), word.charCodeAt(at + 1)];
  if (at + 1 < word.length && here !== next) slips.push(ended(added(added(begun, next), here), word, at + 2));
  if (at === 0) return slips;
  for (let letter = 97; letter <= 122; letter += 1) slips.push(ended(added(begun, letter), word, at));
  if (at < word.length && word.length > LEAST.longer) slips.push(ended(begun, word, at + 1));
  return slips;
}
