import type { OpenFile } from './deciding.sheet.ts';
import { checkWritable, headIn } from './head.ts';
import { JOURNAL_SHEET } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { alone } from './lock.script.ts';
import { type OutboxEntry, outboxTable, type SentMail, sentTable } from './outbox.ts';
import { patiently } from './patience.script.ts';
import type { Changes } from './projection.ts';
import { appendRows, moveMark } from './sheet-requests.ts';
import { change, readRanges, rows, whole } from './spreadsheet.sheet.ts';
import { headTable } from './system-tables.ts';
import { encode } from './table.ts';

/** Where mails wait, as far as the delivery of mail knows it. */
export interface Outbox {
  /** Everything that is not sent: one call. */
  waiting(): OutboxEntry[];
  /** Notes what became of some of them: entries that changed, and mails that went. All or nothing. */
  note(changed: readonly OutboxEntry[], gone: readonly SentMail[]): void;
}

export function outboxOf(file: OpenFile): Outbox {
  return {
    waiting: () => patiently(() => load(file.id).outbox.rows()),
    note: (changed, gone) => {
      if (changed.length + gone.length > 0) alone(() => patiently(() => noteOnce(file, changed, gone)));
    },
  };
}

function load(fileId: string) {
  const [head = [], journal = [], outbox = []] = readRanges(fileId, [whole(headTable.name), rows(JOURNAL_SHEET, 1), whole(outboxTable.name)]);
  const found = headIn(head);
  checkWritable(found, journal[0] ?? []);
  return { head: found, outbox: LoadedTable.whole(outboxTable, outbox) };
}

function noteOnce(file: OpenFile, changed: readonly OutboxEntry[], gone: readonly SentMail[]): void {
  const { head, outbox } = load(file.id);
  // An earlier try may have done this already: what is no longer waiting went.
  const stillWaiting = ({ id }: { id: string }) => outbox.find(id) !== undefined;
  const sent = gone.filter(stillWaiting);
  const changes: Changes<typeof outboxTable.fields> = new Map();
  for (const entry of changed.filter(stillWaiting)) changes.set(entry.id, entry);
  for (const { id } of sent) changes.set(id, null);
  if (changes.size === 0) return;
  change(file.id, [
    ...moveMark(head.sequence, head.sequence),
    ...outbox.requestsFor(changes),
    ...appendRows(
      sentTable.name,
      sent.map((mail) => encode(sentTable, mail)),
    ),
  ]);
}
