import { CATEGORIES, type Category, type MessageSeverity } from '../message.ts';
import { packed, type Wrapping } from './pack.ts';
import { waysToWrite } from './phrase.ts';
import type { WordRule } from './word-rule.ts';

/** A search as Gmail's filters take it, and what it is for. */
export interface WordQuery {
  category: Category;
  severity: Exclude<MessageSeverity, 0>;
  query: string;
}

/** Gmail cuts longer ones off, or refuses them: people have met it at 1,500 characters. */
export const LONGEST_QUERY = 1_399;

const SEVERITIES = [3, 2, 1] as const;

/** `{"one phrase" "another"}`: any of them (support.google.com/mail/answer/7190). */
const ANY: Wrapping = { before: '{', between: ' ', after: '}' };

/** Searches for all phrases, by category and severity, each short enough for a filter. */
export function queriesFor(rules: readonly WordRule[]): WordQuery[] {
  return CATEGORIES.flatMap((category) =>
    SEVERITIES.flatMap((severity) => {
      const phrases = rules.filter((rule) => rule.category === category && rule.severity === severity).flatMap((rule) => rule.phrases.flatMap(waysToWrite));
      return packed([...new Set(phrases)].map(asTerm), LONGEST_QUERY, ANY).map((query) => ({ category, severity, query }));
    }),
  );
}

function asTerm(phrase: string): string {
  return phrase.includes(' ') ? `"${phrase}"` : phrase;
}
