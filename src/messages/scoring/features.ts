/** What the model looks at in a message: words and pairs of words as they are meant, who writes to whom, and what the rules found. */
import type { RuleHit } from './apply-rules.ts';
import type { Prepared, Sentence } from './prepared.ts';

/** One thing that was noticed. Its place, for showing what a judgement stands on, is given in words of the message; -1 for none. */
export interface Feature {
  /** 32 bits of its name. */
  hash: number;
  value: number;
  first: number;
  last: number;
}

const YOU = new Set('you your yours yourself youre'.split(' '));
const ME = new Set('i me my mine myself im ive we us our'.split(' '));
const NO = new Set('not no never dont didnt doesnt isnt cant wont wasnt arent havent nobody nothing none without couldnt wouldnt shouldnt'.split(' '));

/** How much parties and rules count beside all words together. */
const PARTY = 0.3;
const RULE = 0.5;
/** A message of fewer different words and pairs counts as one of so many: a single word is no certainty. */
const FEWEST = 4;

/** Everything noticed in a message, each thing once. */
export function featuresOf(prepared: Prepared, hits: readonly RuleHit[]): Feature[] {
  const seen = new Map<number, Feature>();
  const { from, to } = prepared.message;
  const parties = from === '' && to === '' ? '' : `${from}>${to}|`;
  let at = 0;
  for (const sentence of prepared.sentences) {
    noticeSentence(seen, sentence, at, parties);
    at += sentence.words.length;
  }
  const value = 1 / Math.sqrt(Math.max(FEWEST, seen.size));
  for (const feature of seen.values()) feature.value = value;
  if (from !== '') notice(seen, `FROM ${from}`, PARTY);
  if (to !== '') notice(seen, `TO ${to}`, PARTY);
  if (parties !== '') notice(seen, `PARTIES ${parties}`, PARTY);
  for (const { rule, category, alone, against } of hits) {
    notice(seen, `RULE ${rule}${against === '' ? '' : ' but'}`, RULE);
    notice(seen, `RULES ${category} ${alone ? 'alone' : against === '' ? 'signal' : 'but'}`, RULE);
  }
  return [...seen.values()];
}

function noticeSentence(seen: Map<number, Feature>, { words, isQuestion, isQuoted }: Sentence, start: number, parties: string): void {
  const has = (set: ReadonlySet<string>): boolean => words.some(({ word }) => set.has(word));
  const scopes = [has(YOU) ? 'YOU ' : '', has(ME) ? 'ME ' : '', has(NO) ? 'NO ' : '', isQuestion ? 'ASKED ' : '', isQuoted ? 'QUOTED ' : '', parties].filter(
    (scope) => scope !== '',
  );
  let before = '^';
  words.forEach(({ word }, index) => {
    const here = start + index;
    notice(seen, word, 0, here, here);
    for (const scope of scopes) notice(seen, scope + word, 0, here, here);
    notice(seen, `${before} ${word}`, 0, Math.max(start, here - 1), here);
    before = word;
  });
  notice(seen, `${before} ${isQuestion ? '?' : '$'}`, 0, start + words.length - 1, start + words.length - 1);
}

function notice(seen: Map<number, Feature>, name: string, value: number, first = -1, last = -1): void {
  const hash = hashOfName(name);
  if (!seen.has(hash)) seen.set(hash, { hash, value, first, last });
}

/** FNV-1a, 32 bits. */
export function hashOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
