import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { removeForGood } from '../attachments.drive.ts';
import { LANE_IDS } from '../concern.ts';
import { deskKey } from '../desk/desks.sheet.ts';
import { renewDesk } from '../desk/renew-desk.ts';
import { ERASED, isErased, type LeftoverRow, leftoverEvent, leftoverTable } from './leftovers.ts';

/**
 * Once a case's events are gone, its files go for good, and the desks that showed it are made anew as other files (B21). May be cut off
 * anywhere and done again.
 */
export function clearLeftovers(visit: Visit, memory: Memory): void {
  const { records } = visit;
  if (leftBehind(records.glance(ERASED)).length === 0) return;
  const left = leftBehind(records.view(ERASED));
  for (const id of left.flatMap(({ files }) => files)) removeForGood(id);
  for (const lane of LANE_IDS) {
    if (memory.files[deskKey(lane)] !== undefined && left.some(({ lanes }) => lanes.includes(lane))) renewDesk(lane, visit, memory);
  }
  const references = left.map(({ reference }) => reference);
  records.decide({ key: `cleared-${hashOf(canonical([...references, visit.now]))}`, actor: 'heartbeat', reads: ERASED }, (view) => ({
    events: leftBehind(view)
      .filter(({ reference }) => references.includes(reference))
      .map(({ reference }) => leftoverEvent('leftovers removed', reference, {})),
    answer: null,
  }));
}

function leftBehind(view: RecordsView): LeftoverRow[] {
  return view.rows(leftoverTable).filter((row) => row.removed === null && isErased(row, view));
}

export interface SettleLeftover {
  key: IdempotencyKey;
  reference: string;
  id: string;
}

/** Records that a copy elsewhere was seen to. */
export function settleLeftover({ key, reference, id }: SettleLeftover, { me, records }: Visit): { reference: string } {
  return records.decide({ key, actor: me.email, reads: [leftoverTable] }, (view) => {
    const row = view.find(leftoverTable, reference);
    const item = row?.readers.includes(me.email) ? row.items.find((each) => each.id === id) : undefined;
    if (!item) throw new Refusal('no-such-copy', 'There is nothing here for you to settle. Reload the page.');
    return { events: item.settled === '' ? [leftoverEvent('leftover settled', reference, { id })] : [], answer: { reference } };
  });
}
