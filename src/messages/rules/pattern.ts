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
  return { regex: new RegExp(`\\b${elements.map(({ regex }) => regex).join('')}`, 'g'), needs: elements.flatMap(({ needs }) => needs.map(groupOf)) };
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

const HELD = new WeakMap<Prepared, Uint8Array>();

/** Which groups a message holds a word of. */
function groupsIn(message: Prepared): Uint8Array {
  const known = HELD.get(message);
  if (known !== undefined && known.length === GROUPS.size) return known;
  const held = new Uint8Array(GROUPS.size);
  for (const { word } of message.words) for (const group of GROUPS_OF_WORD.get(word) ?? []) held[group] = 1;
  HELD.set(message, held);
  return held;
}

/** The places of a message at which any of some patterns is met, at most `most` of each. */
export function placesOf(patterns: readonly Pattern[], message: Prepared, most = 3): Met[] {
  const held = groupsIn(message);
  const places: Met[] = [];
  for (const { regex, needs } of patterns) if (needs.every((group) => held[group] === 1)) places.push(...placesIn(regex, message.plain, most));
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
