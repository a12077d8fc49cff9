import { CATEGORIES, type Category } from '../message.ts';
import { packed, type Wrapping } from './pack.ts';
import { isOneWord, type Phrase, phraseAsExpression, waysToWrite } from './phrase.ts';
import { TITLES } from './titles.ts';
import { fingerprintOf } from './version.ts';
import type { WordRule } from './word-rule.ts';

/**
 * One setting of Google's admin console that copies mail to the safeguarding mailbox. Its name carries its fingerprint, so that whoever reads the
 * console sees whether it is the newest.
 */
export interface ConsoleSetting {
  id: string;
  kind: 'content compliance' | 'objectionable content' | 'routing';
  /** As it is typed into the console. */
  name: string;
  version: string;
  /** Content compliance: expressions in RE2, any of which must be found. */
  expressions: string[];
  /** Objectionable content: single words with commas between them, '' otherwise. */
  words: string;
  /** What the copy says of how it came (`X-Handrail-Copy`). */
  copiedBy: 'words' | 'journal';
}

/**
 * Characters of one expression, and expressions of one setting. Google's pages that could be read name no number; as administrators recall it, the
 * console takes 10,000 characters and ten expressions. These stay well below.
 */
export const LONGEST_EXPRESSION = 1_000;
export const MOST_EXPRESSIONS = 10;

/**
 * What an administrator puts into the console so that mail with such words is copied (sieve): one setting of content compliance a category, and one of
 * objectionable content for single words, which is all that its list takes (support.google.com/a/answer/1346936).
 */
export function settingsForWords(rules: readonly WordRule[]): ConsoleSetting[] {
  const singles = unique(rules.flatMap(({ phrases }) => phrases.filter(isOneWord).flatMap(waysToWrite)));
  return [...CATEGORIES.flatMap((category) => compliance(category, rules)), ...(singles.length > 0 ? [objectionable(singles)] : [])];
}

/** The setting that copies all mail of chosen units (journal). */
export function settingForJournal(): ConsoleSetting {
  return named({ id: 'journal', kind: 'routing', expressions: [], words: '', copiedBy: 'journal' }, 'all mail of a unit');
}

function compliance(category: Category, rules: readonly WordRule[]): ConsoleSetting[] {
  const phrases = rules.filter((rule) => rule.category === category).flatMap((rule) => rule.phrases.filter((phrase) => !isOneWord(phrase)));
  const expressions = expressionsFor(phrases);
  const parts = Array.from({ length: Math.ceil(expressions.length / MOST_EXPRESSIONS) }, (_, part) =>
    expressions.slice(part * MOST_EXPRESSIONS, (part + 1) * MOST_EXPRESSIONS),
  );
  return parts.map((some, part) =>
    named(
      { id: parts.length === 1 ? category : `${category}-${part + 1}`, kind: 'content compliance', expressions: some, words: '', copiedBy: 'words' },
      parts.length === 1 ? TITLES[category] : `${TITLES[category]}, part ${part + 1}`,
    ),
  );
}

function objectionable(singles: readonly string[]): ConsoleSetting {
  return named({ id: 'single-words', kind: 'objectionable content', expressions: [], words: singles.join(', '), copiedBy: 'words' }, 'single words');
}

function named(setting: Omit<ConsoleSetting, 'name' | 'version'>, about: string): ConsoleSetting {
  const version = fingerprintOf([setting.kind, setting.words, ...setting.expressions]);
  return { ...setting, name: `Handrail ${about} [${version}]`, version };
}

/** As few expressions as hold the phrases, whole words in any case. */
function expressionsFor(phrases: readonly Phrase[]): string[] {
  return packed(phrases.map(phraseAsExpression), LONGEST_EXPRESSION, EXPRESSION);
}

/** By default expressions mind capitals; `(?i)` is how Google's own example has them not to (support.google.com/a/answer/1346936). */
const EXPRESSION: Wrapping = { before: '(?i)\\b(?:', between: '|', after: ')\\b' };

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
