/** What the rules say of a message: Handrail's own, less those that are muted, and the school's. */
import type { Reason } from '../message.ts';
import type { Monitoring, OwnRule } from '../monitoring.ts';
import { RULES } from '../rules/all.ts';
import type { FlagRule, Found } from '../rules/rule.ts';
import { prepare, preparedQuotation } from './prepare.ts';
import type { Prepared } from './prepared.ts';

/** One place at which a rule found something. */
export interface RuleHit extends Reason {
  /** Flags by itself here: the rule may, and nothing speaks against it. Otherwise it is a signal for the model. */
  alone: boolean;
  /** Where it stands in the text that was written (or in `quoted`, when that is all there is): characters from, to. */
  from: number;
  to: number;
}

/** So many places are shown of one rule. */
const SHOWN = 3;
/** Characters shown around what was found. */
const AROUND = 40;
/** Fewer words than this beside what was passed on: the passing on is the message. */
const OWN_WORDS = 3;

/**
 * Runs the rules over a message.
 * @param day `2026-09-07`: a mute holds up to and with its last day
 */
export function applyRules(prepared: Prepared, { mutes, own }: Pick<Monitoring, 'mutes' | 'own'>, day: string): RuleHit[] {
  const muted = new Set(mutes.filter(({ until }) => day <= until).map(({ rule }) => rule));
  const rules = RULES.filter((rule) => rule.isNeverMuted || !muted.has(rule.id));
  const ownRules = own.filter(({ id }) => !muted.has(`own:${id}`));
  const hits = hitsIn(prepared, rules, ownRules);
  if (prepared.quoted === '' || prepared.words.length >= OWN_WORDS) return hits;
  return [...hits, ...hitsIn(preparedQuotation(prepared), rules, ownRules).map(passedOn)];
}

function hitsIn(prepared: Prepared, rules: readonly FlagRule[], own: readonly OwnRule[]): RuleHit[] {
  const ours: RuleHit[] = [];
  for (const rule of rules) for (const found of rule.find(prepared).slice(0, SHOWN)) ours.push(hit(rule, found, prepared));
  const theirs = own.flatMap((rule) =>
    placesOf(rule.phrases, prepared).map((found) =>
      hit({ id: `own:${rule.id}`, version: 1, category: rule.category, severity: rule.severity, alone: true }, found, prepared),
    ),
  );
  return [...ours, ...theirs];
}

function hit(rule: Pick<FlagRule, 'id' | 'version' | 'category' | 'severity' | 'alone'>, { from, to, against }: Found, { written }: Prepared): RuleHit {
  const { id, version, category, severity, alone } = rule;
  return { rule: id, version, category, severity, words: inContext(written, from, to), against, alone: alone && against === '', from, to };
}

/** Somebody else's words weigh less, even when they are all that was sent. */
function passedOn(found: RuleHit): RuleHit {
  return { ...found, severity: found.severity === 3 ? 2 : 1 };
}

/** Where any of a school's words or phrases stands, spelt however. */
function placesOf(phrases: readonly string[], prepared: Prepared): Found[] {
  const text = ` ${prepared.plain} `;
  return phrases.flatMap((phrase) => {
    const meant = plainly(phrase);
    const places: Found[] = [];
    if (meant === '') return places;
    for (let at = text.indexOf(` ${meant} `); at >= 0 && places.length < SHOWN; at = text.indexOf(` ${meant} `, at + 1)) {
      places.push({ from: prepared.placeOf(at), to: prepared.placeOf(at + meant.length), against: '' });
    }
    return places;
  });
}

function plainly(phrase: string): string {
  const { words } = prepare({ subject: '', text: phrase, from: '', to: '', sentAt: '' });
  return words.map(({ word }) => word).join(' ');
}

/** The words found with a little around them, in one line. */
function inContext(written: string, from: number, to: number): string {
  const before = written.slice(Math.max(0, from - AROUND), from).replace(/^\S*\s/, from > AROUND ? '… ' : '$&');
  const after = written.slice(to, to + AROUND).replace(/\s\S*$/, to + AROUND < written.length ? ' …' : '$&');
  return `${before}${written.slice(from, Math.min(to, from + 300))}${after}`.replace(/\s+/g, ' ').trim();
}
