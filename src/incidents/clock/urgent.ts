import type { CaseRow } from '../case.ts';
import { typesIn } from '../types.ts';

/**
 * Whether a case must be opened within the set time (rule 3): somebody is in danger, it is serious, or of a kind that cannot wait; or a message in
 * it must be acted on today, until a person has said how serious it is.
 */
export function isUrgent(row: Pick<CaseRow, 'facts' | 'severity' | 'types'>): boolean {
  const { mail } = row.facts;
  if ((row.severity === '' && mail?.severity === 3) || mail?.isGraverSince) return true;
  return row.facts.danger || row.severity === 'high' || typesIn(row.types).some(({ urgent }) => urgent);
}
