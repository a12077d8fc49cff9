import { ERASED, isErased, type LeftoverRow, leftoverEvent, leftoverTable } from '../../incidents/keeping/leftovers.ts';
import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import type { RecordsView } from '../../records/records.ts';
import type { Visit } from '../../school/visit.ts';
import { flagTable } from '../flag.ts';
import { deleted } from './deeds.mail.ts';

/** Messages that Gmail takes in one call. */
const MOST = 500;
const READS = [...ERASED, flagTable];

/**
 * The heartbeat's task: once the events of a case, or of a flag without one, are gone, the mailbox's copies of its messages go for good, or into the bin where the school has not
 * given the right to do more (B21). May be cut off anywhere and done again.
 */
export function clearMailCopies({ records, now }: Visit): void {
  if (!mayBeLeft(records.glance(ERASED))) return;
  const left = leftBehind(records.view(READS));
  if (left.length === 0) return;
  const ids = left.flatMap(({ mails }) => mails);
  let forGood = true;
  for (let at = 0; at < ids.length; at += MOST) forGood = deleted(ids.slice(at, at + MOST)) && forGood;
  const references = left.map(({ reference }) => reference);
  records.decide({ key: `cleared-mail-${hashOf(canonical([...references, now]))}`, actor: 'heartbeat', reads: READS }, (view) => ({
    events: leftBehind(view)
      .filter(({ reference }) => references.includes(reference))
      .map(({ reference }) => leftoverEvent('leftovers of mail removed', reference, { forGood })),
    answer: null,
  }));
}

/** A flag that has joined a case meanwhile is still there: its message goes with the case. */
function leftBehind(view: RecordsView): LeftoverRow[] {
  return view.rows(leftoverTable).filter((row) => isOpen(row, view) && !view.find(flagTable, row.reference));
}

/** Without a look at the flags, of which there may be many. */
function mayBeLeft(view: RecordsView): boolean {
  return view.rows(leftoverTable).some((row) => isOpen(row, view));
}

function isOpen(row: LeftoverRow, view: RecordsView): boolean {
  return row.mails.length > 0 && row.mailsRemoved === null && isErased(row, view);
}
