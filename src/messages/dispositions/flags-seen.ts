import { caseTable, mayRead } from '../../incidents/case.ts';
import { erasureTable } from '../../records/erasures.ts';
import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { type FlagRow, flagTable } from '../flag.ts';
import { maySeeFlag } from '../triage/who-sees.ts';

/** What must be read to know who sees a flagged message, and how it stands. */
export const FLAG_TABLES = [flagTable, caseTable, erasureTable] as const;

/** The flagged messages that somebody may see: of the others they learn nothing, not even how many there are (B5). */
export function flagsSeen(view: RecordsView, visit: Pick<Visit, 'me' | 'school'>): FlagRow[] {
  return view.rows(flagTable).filter((row) => seesFlag(row, view, visit));
}

/** One that has a case goes where the case went: whoever may not read that any more does not see what its messages said. */
export function seesFlag(row: FlagRow, view: RecordsView, { me, school }: Pick<Visit, 'me' | 'school'>): boolean {
  if (row.reference === '') return maySeeFlag(me, row, school);
  const itsCase = view.find(caseTable, row.reference);
  return itsCase !== undefined && mayRead(itsCase, me, school) && maySeeFlag(me, { ...row, lane: itsCase.lane }, school);
}

export function noSuchFlag(): Refusal {
  return new Refusal('no-such-flag', 'There is no such flagged message that you may see. Reload the page.');
}
