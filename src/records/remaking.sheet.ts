import type { OpenFile } from './deciding.sheet.ts';
import { checkNotMoved, headCells, headIn, type Mending, mendingIn } from './head.ts';
import { eventsIn } from './journal.ts';
import { LoadedTable } from './loaded-table.ts';
import { alone } from './lock.script.ts';
import { patiently } from './patience.script.ts';
import { changesBy } from './projection.ts';
import { readJournalShape, readSpans, SLICE } from './reading.sheet.ts';
import { emptySheet, type FileState, moveMark, type SheetRequest, writeRows } from './sheet-requests.ts';
import { change, readRanges, whole } from './spreadsheet.sheet.ts';
import { type Head, headTable, layoutOf } from './system-tables.ts';

/** Empties every view, to be made anew by `remakeNext`. Meanwhile nothing is read from them or decided by them. */
export function remakeAll(file: OpenFile): void {
  alone(() =>
    patiently(() => {
      const head = readHead(file.id);
      checkNotMoved(head);
      const mending: Mending = { tables: file.projections.map(({ table }) => table.name), next: 2 };
      change(file.id, [...headNow(head, mending), ...file.projections.flatMap(({ table }) => emptySheet(layoutOf(table)))]);
    }),
  );
}

/**
 * Goes on making views anew from the journal, one slice of it. A slice is kept together with how far it went, so it counts once,
 * whatever fails.
 * @returns whether nothing is left to do
 */
export function remakeNext(file: OpenFile): boolean {
  return alone(() =>
    patiently(() => {
      const head = readHead(file.id);
      checkNotMoved(head);
      return mendingIn(head) === null || remakeSlice(file);
    }),
  );
}

/** The same in a file that nobody else writes to, or under the lock. */
export function remakeSlice(file: OpenFile, state: FileState = 'head'): boolean {
  const { head, read, last } = readJournalShape(file.id);
  const mending = mendingIn(head);
  if (!mending) return true;
  const views = file.projections.filter(({ table }) => mending.tables.includes(table.name));
  const to = Math.min(mending.next + SLICE - 1, last);
  const events = to < mending.next ? [] : eventsIn(readSpans(file.id, [{ first: mending.next, last: to }]).map(read));
  const standing =
    views.length === 0
      ? []
      : readRanges(
          file.id,
          views.map(({ table }) => whole(table.name)),
        );
  const changes = views.flatMap((view, index): SheetRequest[] => {
    const loaded = LoadedTable.whole(view.table, standing[index] ?? []);
    return loaded.requestsFor(changesBy(view, events, (key) => loaded.find(key)));
  });
  const isDone = to >= last;
  change(file.id, [...headNow(head, isDone ? null : { ...mending, next: to + 1 }, state), ...changes]);
  return isDone;
}

export function readHead(fileId: string): Head {
  return headIn(readRanges(fileId, [whole(headTable.name)])[0] ?? []);
}

/** The head with what is being made anew, provided that nobody has written since it was read. */
function headNow(head: Head, mending: Mending | null, state?: FileState): SheetRequest[] {
  const after: Head = { ...head, mending: mending && JSON.stringify(mending) };
  return [...moveMark(head.sequence, head.sequence, state), writeRows(headTable.name, 2, [headCells(after)])];
}
