import { canonical } from '../records/canonical.ts';
import { type ErasureEvents, erasureTable } from '../records/erasures.ts';
import { hashOf } from '../records/hash.ts';
import type { OfficeRecords } from '../records/records.sheet.ts';
import type { RecordsView } from '../records/records.ts';

/** Each takes up to four calls: people need the rest of the minute. */
const STEPS_A_BEAT = 8;

/**
 * The heartbeat's part in erasing (B21): a few stretches in each beat, until the records stand in a new file without what two people
 * decided to erase, and the journal says that it is done. Whoever knows what else showed it sees to that when its rows are gone.
 */
export function eraseApproved(records: OfficeRecords, mayGoOn: () => boolean): void {
  if (
    !records
      .glance([erasureTable])
      .rows(erasureTable)
      .some(({ state }) => state === 'approved')
  )
    return;
  let left = STEPS_A_BEAT;
  const subjects = records.eraseNext(() => {
    left -= 1;
    return left >= 0 && mayGoOn();
  });
  if (subjects.length === 0) return;
  const approved = (view: RecordsView) => view.rows(erasureTable).filter(({ subject, state }) => state === 'approved' && subjects.includes(subject));
  const decisions = approved(records.view([erasureTable])).map(({ subject, decidedAt }) => [subject, decidedAt]);
  records.decide({ key: `erased-${hashOf(canonical(decisions))}`, actor: 'heartbeat', reads: [erasureTable] }, (view) => ({
    events: approved(view).map(({ subject, events }) => ({
      ...{ action: 'erasure done', subject },
      payload: { events } satisfies ErasureEvents['erasure done'],
    })),
    answer: null,
  }));
}
