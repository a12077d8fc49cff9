import type { CaseRow } from '../case.ts';
import { typesIn } from '../types.ts';

/** Whether a case must be opened within the set time (rule 3): somebody is in danger, it is serious, or of a kind that cannot wait. */
export function isUrgent(row: Pick<CaseRow, 'facts' | 'severity' | 'types'>): boolean {
  return row.facts.danger || row.severity === 'high' || typesIn(row.types).some(({ urgent }) => urgent);
}
