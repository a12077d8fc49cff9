import { RecordsDamaged } from './errors.ts';
import type { OfficeRecords } from './records.sheet.ts';
import type { RecordsView } from './records.ts';
import type { Table } from './table.ts';

/**
 * Records for a run that finds out again and again whether there is anything to do: what it glances at is read together, once, and anew
 * after everything that the run itself has written. What others write meanwhile is for the next run. Who acts reads or decides anew. Making views
 * anew changes nothing of what could be glanced at: a table that is not whole is refused.
 * @param tables those that are glanced at; any other is read whenever it is asked for
 */
export function sharingLooks(records: OfficeRecords, tables: readonly Table[]): OfficeRecords {
  let look: RecordsView | null = null;
  let nothingWaits = false;
  // One table that is damaged must not keep a run from looking at the others.
  let canShare = true;
  const writing = <T>(work: () => T): T => {
    try {
      return work();
    } finally {
      // A call that failed may have had its effect.
      look = null;
      nothingWaits = false;
    }
  };
  const { outbox } = records;
  return {
    ...records,
    glance: (wanted) => {
      if (!canShare || !wanted.every((table) => tables.includes(table))) return records.view(wanted);
      try {
        look ??= records.view(tables);
        return look;
      } catch (error) {
        if (!(error instanceof RecordsDamaged)) throw error;
        canShare = false;
        return records.view(wanted);
      }
    },
    decide: (request, decide) => writing(() => records.decide(request, decide)),
    outbox: {
      waiting: () => {
        const entries = nothingWaits ? [] : outbox.waiting();
        nothingWaits = entries.length === 0;
        return entries;
      },
      note: (changed, gone) => writing(() => outbox.note(changed, gone)),
      drop: (ids) => writing(() => outbox.drop(ids)),
    },
    ensure: () => writing(records.ensure),
    remakeAll: () => writing(records.remakeAll),
    eraseNext: (mayGoOn) => writing(() => records.eraseNext(mayGoOn)),
  };
}
