import type { OwnRule } from '../monitoring.ts';
import type { WordRule } from './word-rule.ts';

/** The school's own phrases as Google's rules can look for them: letters, digits and apostrophes; what else was typed is a space. */
export function wordsOf(own: readonly OwnRule[]): WordRule[] {
  return own.map(({ id, phrases, category, severity, owner }) => ({
    ...{ id: `own-${id}`, version: 1, category, severity, owner, finds: [], leaves: [] },
    phrases: phrases.map(plain).filter((phrase) => phrase !== ''),
  }));
}

function plain(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/(^|\s)'+|'+(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
