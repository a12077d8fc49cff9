import { addDays, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { dayTyped, somethingTyped } from '../../school/typed.ts';
import type { Visit } from '../../school/visit.ts';
import { type JournalDecision, type Mode, modeOn } from '../monitoring.ts';
import { type MonitoringChange, setMonitoring } from './set-monitoring.ts';

/** A decision to look at all mail of some units holds no longer: whoever wants to go on decides again. Days. */
const LONGEST_DECISION = 365;

/**
 * Sets how mail reaches the office. All mail of a unit only with a decision that holds today.
 * @throws Refusal `journal-undecided` without one
 */
export function setMode({ mode, ...change }: MonitoringChange & { mode: Mode }, visit: Visit): null {
  return setMonitoring(change, visit, ({ journal }) => {
    if (mode === 'journal' && modeOn(ukDay(visit.now), { mode, journal }) !== 'journal')
      throw new Refusal('journal-undecided', 'Record the decision first: without one that holds today, all mail is not read', 'mode');
    return { mode };
  });
}

/** A decision as it was typed. */
export type DecideJournal = MonitoringChange & JournalDecision;

/**
 * Records the decision that all mail of some units may be read by the office (data protection: necessity, proportion, who was told). It
 * switches nothing on.
 * @throws Refusal naming what is missing, or a time that is over or longer than a year
 */
export function decideJournal(request: DecideJournal, visit: Visit): null {
  const today = ukDay(visit.now);
  const decidedOn = dayTyped(request.decidedOn, 'decidedOn', 'the day of the decision', { last: today });
  const journal: JournalDecision = {
    dpia: somethingTyped(request.dpia, 'dpia', 'Enter the reference of the data-protection impact assessment'),
    decidedBy: somethingTyped(request.decidedBy, 'decidedBy', 'Enter who decided: name and post'),
    decidedOn,
    until: dayTyped(request.until, 'until', 'the last day on which it holds', { first: today, last: addDays(decidedOn, LONGEST_DECISION) }),
    units: somethingTyped(request.units, 'units', 'Enter whose mail is copied: the organisational units'),
    told: somethingTyped(request.told, 'told', 'Enter who was told of it, and how'),
  };
  return setMonitoring(request, visit, () => ({ journal }));
}
