import { RecordsDamaged } from './errors.ts';
import { checkWhole, headIn } from './head.ts';
import { eventIn, type JournalEntry, RESTORE, type RecordedEvent } from './journal.ts';
import { JOURNAL_HEADINGS, JOURNAL_SHEET, journalReader, SUBJECT_COLUMN } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { patiently } from './patience.script.ts';
import type { RecordsView } from './records.ts';
import { type Span, spansOf } from './spans.ts';
import { type Cells, column, readRanges, rows, whole } from './spreadsheet.sheet.ts';
import { headTable } from './system-tables.ts';
import type { Table } from './table.ts';
import { viewOf } from './view.ts';

/** Ranges a call: their names travel in its address, which has to stay short. */
const MOST_RANGES = 60;
/** Journal rows a call: about two megabytes of ordinary events. */
export const SLICE = 1_000;

/** See `Records.view`. */
export function readView(fileId: string, tables: readonly Table[]): RecordsView {
  return patiently(() => {
    const [head = [], ...rest] = readRanges(fileId, [whole(headTable.name), ...tables.map(({ name }) => whole(name))]);
    const found = headIn(head);
    checkWhole(found, tables);
    return viewOf(
      tables.map((table, index) => LoadedTable.whole(table, rest[index] ?? [])),
      found.sequence,
    );
  });
}

/** See `Records.histories`. */
export function readHistories(fileId: string, subjects: readonly string[]): Map<string, RecordedEvent[]> {
  return patiently(() => {
    const found = new Map(subjects.map((subject) => [subject, [] as RecordedEvent[]]));
    const [headings = [], cells = []] = readRanges(fileId, [rows(JOURNAL_SHEET, 1), column(JOURNAL_SHEET, SUBJECT_COLUMN)]);
    const title = JOURNAL_HEADINGS[SUBJECT_COLUMN.charCodeAt(0) - 65];
    if (cells[0]?.[0] !== title) throw new RecordsDamaged(JOURNAL_SHEET, `the column "${title}" was moved or renamed`, RESTORE);
    const numbers = cells.flatMap(([subject], index) => (index > 0 && found.has(String(subject ?? '')) ? [index + 1] : []));
    const read = journalReader(headings[0] ?? []);
    const entries = numbers.length === 0 ? [] : readSpans(fileId, spansOf(numbers, MOST_RANGES));
    for (const event of entries.map(read).map(eventIn)) found.get(event.subject)?.push(event);
    return found;
  });
}

/** See `Records.entries`. */
export function* readEntries(fileId: string): Iterable<JournalEntry> {
  const { read, last } = patiently(() => readJournalShape(fileId));
  for (let first = 2; first <= last; first += SLICE) {
    const cells = patiently(() => readSpans(fileId, [{ first, last: Math.min(first + SLICE - 1, last) }]));
    yield* cells.map(read);
  }
}

/** How to read the journal's rows, and the number of the last one. */
export function readJournalShape(fileId: string): { read: (cells: readonly unknown[]) => JournalEntry; last: number } {
  const [headings = [], sequences = []] = readRanges(fileId, [rows(JOURNAL_SHEET, 1), column(JOURNAL_SHEET, 'A')]);
  return { read: journalReader(headings[0] ?? []), last: sequences.length };
}

export function readSpans(fileId: string, spans: readonly Span[]): Cells {
  const ranges = spans.map(({ first, last }) => rows(JOURNAL_SHEET, first, last));
  return readRanges(fileId, ranges).flat();
}
