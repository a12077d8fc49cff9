import type { CaseRow } from '../case.ts';
import type { Severity } from '../concern.ts';
import { typesIn } from '../types.ts';

/** How serious a case looks by its types (rulings: proposed by rule with its reason, set by a person). */
export function proposeSeverity({ types }: Pick<CaseRow, 'types'>): { severity: Severity; why: string } {
  const [first] = typesIn(types);
  return { severity: first?.usually ?? 'low', why: first ? `Usual for “${first.title}”` : 'No type has been chosen yet' };
}
