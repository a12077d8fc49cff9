import { erasureTable, isErasing } from '../../records/erasures.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type Disposition, type FlagEvents, flagTable } from '../flag.ts';
import { monitoringFrom, monitoringTable } from '../monitoring.ts';
import { type FlagLine, flagLine } from './flag-line.ts';
import { FLAG_TABLES, flagsSeen, noSuchFlag, seesFlag } from './flags-seen.ts';
import { type Standing, standingOf } from './list-flags.ts';

export interface DisposeFlag {
  key: IdempotencyKey;
  flag: string;
  /** What it turned out to be; '' takes back what was said. */
  disposition: Disposition;
  /** What stood there when the button was pressed. */
  was: Disposition;
}

/**
 * Says what a flagged message turned out to be, or takes that back. Its case, if it has one, stays as it is: a case is closed with its reasons.
 * @returns the line as it is now, and what else it changes
 * @throws Refusal when there is no such flag for this person, or somebody was quicker
 */
export function disposeFlag({ key, flag, disposition, was }: DisposeFlag, visit: Visit): { line: Omit<FlagLine, 'words'>; standing: Standing } {
  const { me, records, roll } = visit;
  records.decide({ key, actor: me.email, reads: FLAG_TABLES }, (view) => {
    const row = view.find(flagTable, flag);
    if (!row || !seesFlag(row, view, visit)) throw noSuchFlag();
    if (row.disposition !== was) throw new Refusal('changed-meanwhile', 'Somebody else was quicker. This is what stands there now: look again.');
    if (isErasing(view.find(erasureTable, flag))) throw new Refusal('erasure-asked', 'Its erasure has been asked for. Refuse that, or take it back, first.');
    if (disposition === was) return { events: [], answer: null };
    const payload: FlagEvents['message disposed'] = { flag, disposition };
    return { events: [{ action: 'message disposed', subject: row.reference || flag, payload }], answer: null };
  });
  const view = records.view([...FLAG_TABLES, monitoringTable]);
  const row = view.find(flagTable, flag);
  if (!row) throw noSuchFlag();
  return { line: flagLine(row, view, roll), standing: standingOf(flagsSeen(view, visit), monitoringFrom(view.rows(monitoringTable))) };
}
