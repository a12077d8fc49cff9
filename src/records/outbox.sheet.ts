import type { OpenFile } from './deciding.sheet.ts';
import { checkWritable, headIn } from './head.ts';
import { JOURNAL_SHEET } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { alone } from './lock.script.ts';
import { type OutboxEntry, outboxTable, type SentMail, sentTable } from './outbox.ts';
import { patiently } from './patience.script.ts';
import type { Changes } from './projection.ts';
import { appendRows, moveMark } from './sheet-requests.ts';
import { type Cells, change, column, readRanges, rows, whole } from './spreadsheet.sheet.ts';
import { type Head, headTable } from './system-tables.ts';
import { encode } from './table.ts';

/** Where mails wait, as far as the delivery of mail knows it. */
export interface Outbox {
  /** Everything that is not sent: one call. */
  waiting(): OutboxEntry[];
  /**
   * Notes what became of some of them: entries that changed, and mails that went. All or nothing.
   * @returns ids of everything that is not sent now, mails that came meanwhile among them; nothing when there was nothing to note
   */
  note(changed: readonly OutboxEntry[], gone: readonly SentMail[]): readonly string[];
  /** Takes mails away that were refused. Others stay, whatever their ids. */
  drop(ids: readonly string[]): void;
}

export function outboxOf(file: OpenFile): Outbox {
  return {
    waiting: () => patiently(() => readWhole(file.id).outbox.rows()),
    note: (changed, gone) => (changed.length + gone.length === 0 ? [] : alone(() => patiently(() => noteOnce(file, changed, gone)))),
    drop: (ids) => alone(() => patiently(() => dropOnce(file, ids))),
  };
}

interface Standing {
  head: Head;
  outbox: LoadedTable<typeof outboxTable.fields>;
}

function readWhole(fileId: string): Standing {
  const [head = [], journal = [], outbox = []] = readRanges(fileId, [whole(headTable.name), rows(JOURNAL_SHEET, 1), whole(outboxTable.name)]);
  return { head: writable(head, journal), outbox: LoadedTable.whole(outboxTable, outbox) };
}

/** Only where each mail stands: what a thousand of them say is not read again for every note. */
function readPlaces(fileId: string): Standing {
  const [head = [], journal = [], headings = [], ids = []] = readRanges(fileId, [
    whole(headTable.name),
    rows(JOURNAL_SHEET, 1),
    rows(outboxTable.name, 1),
    column(outboxTable.name, 'A'),
  ]);
  const firstColumn = ids.map((cells) => cells[0]);
  return { head: writable(head, journal), outbox: LoadedTable.keys(outboxTable, headings[0] ?? [], firstColumn) };
}

function writable(cells: Cells, journal: Cells): Head {
  const head = headIn(cells);
  checkWritable(head, journal[0] ?? []);
  return head;
}

function noteOnce(file: OpenFile, changed: readonly OutboxEntry[], gone: readonly SentMail[]): string[] {
  const standing = readPlaces(file.id);
  // An earlier try may have done this already: what is no longer waiting went.
  const stillWaiting = ({ id }: { id: string }) => standing.outbox.has(id);
  const sent = gone.filter(stillWaiting);
  const changes: Changes<typeof outboxTable.fields> = new Map();
  for (const entry of changed.filter(stillWaiting)) changes.set(entry.id, entry);
  for (const { id } of sent) changes.set(id, null);
  write(
    file,
    standing,
    changes,
    sent.map((mail) => encode(sentTable, mail)),
  );
  return standing.outbox.keys().filter((id) => changes.get(id) !== null);
}

function dropOnce(file: OpenFile, ids: readonly string[]): void {
  const standing = readWhole(file.id);
  const refused = standing.outbox.rows().filter(({ id, state }) => state === 'refused' && ids.includes(id));
  write(file, standing, new Map(refused.map(({ id }) => [id, null])), []);
}

function write(file: OpenFile, { head, outbox }: Standing, changes: Changes<typeof outboxTable.fields>, sent: readonly string[][]): void {
  if (changes.size === 0) return;
  change(file.id, [...moveMark(head.sequence, head.sequence), ...outbox.requestsFor(changes), ...appendRows(sentTable.name, sent)]);
}
