import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { Refusal } from '../../school/refusal.ts';
import { type AgreementText, clausesOf } from '../agreement.ts';
import { classKey } from '../asking/members.ts';
import { readingGrade } from './reading-age.ts';

/** Rules that a class may add to the school's: with those of the built-in text they still fit on one sheet for the wall (A7). */
export const MOST_OWN_RULES = 5;
/** Characters of one rule that a class adds. */
export const LONGEST_RULE = 120;

/** Heads the rules of the class, and tells them from the school's. */
const OWN_RULES = 'Rules we wrote ourselves';

/** Characters of a class's name that stand readable in its agreement's id. */
const LONGEST_NAME = 20;

/**
 * The id of a class's agreement: ASCII letters, digits and hyphens, another for every class, the same however its name is typed.
 * @example classAgreementId('3A') // 'class-3a'
 * @example classAgreementId('3/4 Elm') // 'class-3-4-elm-1f2c0a94'
 */
export function classAgreementId(className: string): string {
  const name = classKey(className);
  if (name.length <= LONGEST_NAME && /^[a-z0-9]+$/.test(name)) return `class-${name}`;
  const readable = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
  return `class-${readable}-${hashOf(canonical(name)).slice(0, 8)}`;
}

/**
 * The rules a class adds, each as one line.
 * @param schools the rules that the school gives every class
 * @throws Refusal `rule-empty` or `rule-doubled`, naming the input
 */
export function ownRulesFrom(typed: readonly string[], schools: readonly string[]): string[] {
  const rules = typed.map((rule) => rule.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  const known = new Map(schools.map((rule) => [sameWords(rule), 'the school’s rules']));
  rules.forEach((rule, index) => {
    const field = `ownRules.${index}`;
    if (sameWords(rule) === '') throw new Refusal('rule-empty', 'Write the rule, or take it away', field);
    const where = known.get(sameWords(rule));
    if (where !== undefined) throw new Refusal('rule-doubled', `“${rule}” is among ${where} already: take it away, or write another`, field);
    known.set(sameWords(rule), 'your own rules');
  });
  return rules;
}

/** What a class agrees to: what every class does, and its own rules. */
export function classText(base: AgreementText, className: string, ownRules: readonly string[]): AgreementText {
  const own = { heading: OWN_RULES, asks: 'agree' as const, clauses: [...ownRules] };
  const { introduction, signatureFields } = base;
  return {
    ...{ title: `${base.title}: ${className}`, audience: 'class', alsoFor: [], introduction },
    sections: ownRules.length > 0 ? [...base.sections, own] : base.sections,
    ...{ permissions: [], signatureFields },
  };
}

/** A class's text taken apart again. */
export function rulesIn(text: Pick<AgreementText, 'sections'>): { schools: string[]; own: string[] } {
  const [last] = text.sections.slice(-1);
  if (last?.heading !== OWN_RULES) return { schools: clausesOf(text), own: [] };
  return { schools: clausesOf({ sections: text.sections.slice(0, -1) }), own: [...last.clauses] };
}

/** Whether nine-year-olds are likely to stumble over a rule. A hint: what so short a text tells is not certain. */
export function isHardToRead(rule: string): boolean {
  return rule.trim().split(/\s+/).length >= FEWEST_WORDS && readingGrade([rule]) > HARD_GRADE;
}

/** Fewer words cannot be measured. */
const FEWEST_WORDS = 6;
/** Three years above reading age nine, because one long word weighs much in a short rule. */
const HARD_GRADE = 7;

/** Letters and digits alone: marks and capitals make no other rule. */
function sameWords(rule: string): string {
  return rule.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
