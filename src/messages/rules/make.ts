/** Rules from patterns: what is looked for, what in the same sentence dismisses it, and what speaks against it. */
import { once } from '../../records/once.ts';
import type { Category, MessageSeverity, Party } from '../message.ts';
import type { Prepared } from '../scoring/prepared.ts';
import { isMet, type Met, type Pattern, pattern, placesOf } from './pattern.ts';
import { type Place, placeIn } from './place.ts';
import type { FlagRule, Found } from './rule.ts';

/** Weighs a place: what speaks against it in plain words, or '' when nothing does. */
export type Weigh = (place: Place) => string;

interface Rule {
  id: string;
  version?: number;
  severity: Exclude<MessageSeverity, 0>;
  about: string;
  /** Flags by itself; left out: a signal. */
  alone?: boolean;
  isNeverMuted?: boolean;
  says: readonly string[];
  /** Met in the same sentence, it was not meant. */
  butNot?: readonly string[];
  /** Only a message from one of these; parties nobody knows always count. */
  from?: readonly Party[];
  to?: readonly Party[];
  /** What may speak against it, besides what the category always asks. */
  weigh?: readonly Weigh[];
  finds: readonly string[];
  leaves: readonly string[];
}

/** The rules of a category. What `weigh` says of each of them speaks against it. */
export function rulesFor(category: Category, weigh: readonly Weigh[], rules: readonly Rule[]): readonly FlagRule[] {
  return rules.map((rule) => compiled(category, { ...rule, weigh: [...(rule.weigh ?? []), ...weigh] }));
}

function compiled(category: Category, rule: Rule): FlagRule {
  const { id, version = 1, severity, about, alone = false, isNeverMuted, finds, leaves } = rule;
  // Compiled when the first message comes: most executions of the script look at none.
  const wanted = once(() => rule.says.map(pattern));
  const dismissed = once(() => (rule.butNot ?? []).map(pattern));
  return {
    id: `${category}.${id}`,
    version,
    category,
    severity,
    about,
    owner: 'Handrail',
    alone,
    isNeverMuted,
    finds,
    leaves,
    find: (message) => (concerns(rule, message) ? found(wanted(), dismissed(), rule.weigh ?? [], message) : []),
  };
}

function concerns({ from, to }: Rule, { message }: Prepared): boolean {
  return (from === undefined || message.from === '' || from.includes(message.from)) && (to === undefined || message.to === '' || to.includes(message.to));
}

function found(wanted: readonly Pattern[], dismissed: readonly Pattern[], weigh: readonly Weigh[], message: Prepared): Found[] {
  const places = placesOf(wanted, message);
  if (places.length === 0) return [];
  return apart(places.sort((one, other) => one.from - other.from))
    .map((met) => placeIn(message, met))
    .filter((place) => !isMet(dismissed, place.sentence))
    .map((place) => ({
      from: message.placeOf(place.from),
      to: message.placeOf(place.to),
      against: weigh.reduce((against, ask) => against || ask(place), ''),
    }));
}

/** Places that do not overlap: the first of each. */
function apart(places: readonly Met[]): Met[] {
  const kept: Met[] = [];
  for (const place of places) if (place.from >= (kept[kept.length - 1]?.to ?? 0)) kept.push(place);
  return kept;
}
