import { hashOf } from '../../records/hash.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import type { OwnRule } from '../monitoring.ts';
import { phraseFault, phrasesIn } from './own-phrases.ts';
import { type MonitoringChange, setMonitoring } from './set-monitoring.ts';

const MOST_RULES = 30;

export type AddOwnRule = MonitoringChange &
  Pick<OwnRule, 'category' | 'severity'> & {
    /** As typed, one a line. */
    phrases: string;
  };

/**
 * A rule of the school's own: any of these words or phrases, however it is spelt.
 * @throws Refusal for what would flag nearly every message, or nothing
 */
export function addOwnRule({ phrases: typed, category, severity, ...change }: AddOwnRule, visit: Visit): null {
  const phrases = phrasesIn(typed);
  const fault = phraseFault(phrases);
  if (fault !== '') throw new Refusal('phrases-wrong', fault, 'phrases');
  return setMonitoring(change, visit, ({ own }) => {
    if (own.length >= MOST_RULES) throw new Refusal('too-many', `A school has at most ${MOST_RULES} rules of its own: take one away first`, 'phrases');
    const id = hashOf(change.key).slice(0, 8);
    return { own: [...own, { id, phrases, category, severity, why: change.why.trim(), owner: visit.me.name }] };
  });
}

/** A rule of the school's own goes; what it flagged stays. */
export function removeOwnRule({ id, ...change }: MonitoringChange & { id: string }, visit: Visit): null {
  return setMonitoring(change, visit, ({ own }) => ({ own: own.filter((rule) => rule.id !== id) }));
}
