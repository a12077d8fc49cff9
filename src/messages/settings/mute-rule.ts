import { addDays, type IsoDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { dayTyped } from '../../school/typed.ts';
import type { Visit } from '../../school/visit.ts';
import { mayBeMuted } from '../dispositions/rule-words.ts';
import type { Mute } from '../monitoring.ts';
import { type MonitoringChange, setMonitoring } from './set-monitoring.ts';

/** Days of a long term: a rule that is still wrong after that is looked at again. */
export const LONGEST_MUTE = 112;

/**
 * Lets a rule flag nothing until a day. One that looks for direct threats or for somebody telling of harm is never muted.
 * @throws Refusal when it may not be, or for a day that is over or further away than a term
 */
export function muteRule({ rule, until, ...change }: MonitoringChange & { rule: string; until: string }, visit: Visit): null {
  if (!mayBeMuted(rule))
    throw new Refusal('never-muted', 'Choose a rule that can be muted: none that looks for threats or for somebody telling of harm', 'rule');
  const today = ukDay(visit.now);
  const last = dayTyped(until, 'until', 'the last day on which it flags nothing', { first: today, last: addDays(today, LONGEST_MUTE) });
  return setMonitoring(change, visit, ({ mutes }) => ({ mutes: [...others(mutes, rule, today), { rule, why: change.why.trim(), until: last }] }));
}

/** A muted rule flags again from now on. */
export function endMute({ rule, ...change }: MonitoringChange & { rule: string }, visit: Visit): null {
  return setMonitoring(change, visit, ({ mutes }) => ({ mutes: others(mutes, rule, ukDay(visit.now)) }));
}

/** The other mutes that still hold: what is over is in the history. */
function others(mutes: readonly Mute[], rule: string, today: IsoDate): Mute[] {
  return mutes.filter((each) => each.rule !== rule && each.until >= today);
}
