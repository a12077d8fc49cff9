import type { Json } from '../../records/canonical.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { FlagEvents } from '../flag.ts';
import type { Plan } from './filing-plan.ts';

/**
 * A message is flagged.
 * @param reference '' without a case
 * @param text what it said; '' where the case's story or an addition holds it
 */
export function flagged(plan: Plan, subject: string, reference: string, text: string): NewEvent {
  const { flag, route, category, severity, reasons, scorer, evidence, arrived, goes, named } = plan;
  const { fingerprint } = arrived;
  return flagEvent(subject, {
    ...{ flag, reference, route, category, severity, reasons, scorer, fingerprint, lane: goes.lane, named },
    evidence: { ...evidence, text },
  });
}

export function flagEvent(subject: string, payload: FlagEvents['message flagged']): NewEvent {
  return { action: 'message flagged', subject, payload: payload as unknown as Json };
}
