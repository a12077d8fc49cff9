import { prepare } from '../scoring/prepare.ts';

/** Phrases of one rule of a school's own, and characters of one. */
const MOST_PHRASES = 20;
const LONGEST_PHRASE = 100;
/** Shorter words alone say nothing. */
const SHORTEST_WORD = 3;

/** Words that stand in nearly every message: alone, or with nothing but each other, they say nothing. */
const COMMON = new Set(
  (
    'a about after again all also always am an and any are as at away back be because been before best but by bye call can children class come could ' +
    'day dear did do does done down each email even every few find first for from get give go going good got great had has have he hello help her here ' +
    'hi him his home homework hope how i if in into is it its just kind know last lesson let like little look lot love made mail make many may me message ' +
    'might mon more morning most much mum must my name need new next no not now of off ok okay old on one only or other our out over own parent parents ' +
    'people please pupil pupils put read really regards right said same saw say school see send sent she should sir so some soon sorry still such sure ' +
    'take teacher tell than thank thanks that the their them then there these they thing things think this those time to today together told tomorrow ' +
    'too two under until up us use very want was way we week well went were what when where which while who why will with work would write year yes ' +
    'yesterday yet you your'
  ).split(' '),
);

/** Phrases as they were typed, one a line. */
export function phrasesIn(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  return [...new Set(lines.filter((line) => line !== ''))];
}

/**
 * What is wrong with the words and phrases of a rule.
 * @returns '' when they can be kept
 * @example phraseFault(['the']) // '“the” stands in nearly every message: …'
 */
export function phraseFault(phrases: readonly string[]): string {
  if (phrases.length === 0) return 'Enter at least one word or phrase';
  if (phrases.length > MOST_PHRASES) return `Enter at most ${MOST_PHRASES} words or phrases, and make a second rule for the others`;
  return phrases.map(faultOf).find((fault) => fault !== '') ?? '';
}

function faultOf(phrase: string): string {
  if (phrase.length > LONGEST_PHRASE) return `“${phrase.slice(0, 30)}…” is too long: at most ${LONGEST_PHRASE} characters`;
  // As a message is looked at: what is left then is what the rule looks for.
  const { words } = prepare({ subject: '', text: phrase, from: '', to: '', sentAt: '' });
  const meant = words.map(({ word }) => word);
  if (meant.length === 0) return `“${phrase}” holds no word that could be looked for`;
  if (meant.every((word) => word.length < SHORTEST_WORD)) return `“${phrase}” is too short: add the words it stands with`;
  if (meant.every((word) => word.length < SHORTEST_WORD || COMMON.has(word)))
    return `“${phrase}” stands in nearly every message: add words that say what you look for`;
  return '';
}
