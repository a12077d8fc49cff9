/**
 * Patterns over `plain`, readable without regular expressions: words with single spaces, and
 * `{hurt}` any word of a concept · `(a|b c)` one of these · `word?` may be missing · `*` any word · `~3` up to three words between
 * (`~~3` also across the end of a sentence) · `^` and `$` the beginning and the end of a sentence.
 */
import type { Prepared } from '../scoring/prepared.ts';
import { isConcept, wordsOf } from './concepts.ts';

export interface Pattern {
  regex: RegExp;
  /** Of each of these groups of words the message must hold one, or the pattern is not tried. */
  needs: readonly number[];
  /** It may reach across the end of a sentence; otherwise one sentence must hold them all. */
  isLong: boolean;
}

/** Where a pattern was met: characters of `plain`. */
export interface Met {
  from: number;
  to: number;
}

const ELEMENT = /\([^()]*\)\??|\S+/g;

/** Compiles a pattern. @throws Error for a concept that does not exist */
export function pattern(source: string): Pattern {
  const elements = [...source.matchAll(ELEMENT)].map(([element]) => compiled(element));
  return {
    regex: new RegExp(`\\b${elements.map(({ regex }) => regex).join('')}`, 'g'),
    needs: elements.flatMap(({ needs }) => needs.map(groupOf)),
    isLong: source.includes('~~'),
  };
}

/** One element; in `plain` a space follows every word. */
function compiled(element: string): { regex: string; needs: string[][] } {
  const gap = /^~(~?)(\d)$/.exec(element);
  if (gap !== null) return { regex: `(?:[^ ${gap[1] === '~' ? '' : '.'}]+ ){0,${gap[2]}}?`, needs: [] };
  const isOptional = element.endsWith('?');
  const either = alternatives(isOptional ? element.slice(0, -1) : element);
  const regex = `(?:${either.map(regexOf).join('|')})`;
  const isFree = isOptional || either.some((words) => /^[*^$\\]/.test(words));
  return { regex: isOptional ? `${regex}?` : regex, needs: isFree ? [] : [either.map(firstOf)] };
}

function regexOf(words: string): string {
  if (words === '^') return '(?<=^|\\. )';
  if (words === '$') return '(?=\\.)';
  return `${words.replace(/\*/g, '[^ .]+')} `;
}

function firstOf(words: string): string {
  return words.split(' ')[0] ?? '';
}

/** `(a|b {c})` as its single phrases. */
function alternatives(element: string): string[] {
  const inner = element.startsWith('(') ? element.slice(1, -1) : element;
  return inner.split('|').flatMap((phrase) => {
    const concept = /\{(\w+)\}/.exec(phrase);
    if (concept === null) return [phrase];
    const name = concept[1] ?? '';
    if (!isConcept(name)) throw new Error(`No concept is called ${name}.`);
    return wordsOf(name).flatMap((word) => alternatives(`(${phrase.replace(concept[0], word)})`));
  });
}

/** Groups of words that patterns need, numbered; and of each word, the groups it is in. One look at a message's words settles all. */
const GROUPS = new Map<string, number>();
const GROUPS_OF_WORD = new Map<string, number[]>();

function groupOf(words: readonly string[]): number {
  const name = words.join('|');
  const known = GROUPS.get(name);
  if (known !== undefined) return known;
  const group = GROUPS.size;
  GROUPS.set(name, group);
  for (const word of new Set(words)) GROUPS_OF_WORD.set(word, [...(GROUPS_OF_WORD.get(word) ?? []), group]);
  return group;
}

/** Which groups a message holds a word of, and which of its sentences do: a bit for each, so many numbers a group. */
interface Held {
  inMessage: Uint8Array;
  inSentences: Int32Array;
  numbers: number;
  /** Where each sentence begins in `plain`, and where the one after the last would. */
  begins: readonly number[];
}

const HELD = new WeakMap<Prepared, Held>();

function heldBy(message: Prepared): Held {
  const known = HELD.get(message);
  if (known !== undefined && known.inMessage.length === GROUPS.size) return known;
  const numbers = Math.ceil(message.sentences.length / 32);
  const begins = [0];
  const held = { inMessage: new Uint8Array(GROUPS.size), inSentences: new Int32Array(GROUPS.size * numbers), numbers, begins };
  for (const [at, sentence] of message.sentences.entries()) {
    const [number, bit] = [at >> 5, 1 << (at & 31)];
    let next = (begins[at] ?? 0) + 2;
    for (const { word } of sentence.words) {
      next += word.length + 1;
      for (const group of GROUPS_OF_WORD.get(word) ?? []) {
        const place = group * numbers + number;
        held.inMessage[group] = 1;
        held.inSentences[place] = (held.inSentences[place] ?? 0) | bit;
      }
    }
    begins.push(next);
  }
  HELD.set(message, held);
  return held;
}

/** The places of a message at which any of some patterns is met, at most `most` of each. */
export function placesOf(patterns: readonly Pattern[], message: Prepared, most = 3): Met[] {
  const held = heldBy(message);
  const places: Met[] = [];
  for (const each of patterns) {
    if (!each.needs.every((group) => held.inMessage[group] === 1)) continue;
    if (each.isLong || each.needs.length === 0) places.push(...placesIn(each.regex, message.plain, most));
    else places.push(...placesInSentences(each, message.plain, held, most));
  }
  return places;
}

/** The same, looking only where a sentence holds all that the pattern needs. */
function placesInSentences({ regex, needs }: Pattern, plain: string, { inSentences, numbers, begins }: Held, most: number): Met[] {
  const places: Met[] = [];
  for (let number = 0; number < numbers; number += 1) {
    let sentences = -1;
    for (const group of needs) sentences &= inSentences[group * numbers + number] ?? 0;
    for (; sentences !== 0 && places.length < most; sentences &= sentences - 1) {
      const at = number * 32 + 31 - Math.clz32(sentences & -sentences);
      const begin = begins[at] ?? 0;
      for (const { from, to } of placesIn(regex, plain.slice(begin, begins[at + 1]), most - places.length)) places.push({ from: begin + from, to: begin + to });
    }
  }
  return places;
}

/** Whether a stretch of `plain` meets any of some patterns. */
export function isMet(patterns: readonly Pattern[], stretch: string): boolean {
  return patterns.some(({ regex }) => placesIn(regex, `${stretch} .`, 1).length > 0);
}

function placesIn(regex: RegExp, text: string, most: number): Met[] {
  const places: Met[] = [];
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found !== null && places.length < most; found = regex.exec(text)) {
    places.push({ from: found.index, to: found.index + found[0].trimEnd().length });
    if (found[0] === '') regex.lastIndex += 1;
  }
  return places;
}
