import { RecordsDamaged } from './errors.ts';
import { checkWhole, headIn } from './head.ts';
import { eventsIn, type JournalEntry, RESTORE, type RecordedEvent } from './journal.ts';
import { JOURNAL_HEADINGS, JOURNAL_SHEET, journalReader, SUBJECT_COLUMN } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { patiently } from './patience.script.ts';
import type { JournalSlice, RecordsView } from './records.ts';
import { type Span, spansOf } from './spans.ts';
import { type Cells, column, readRanges, rows, whole } from './spreadsheet.sheet.ts';
import { type Head, headTable } from './system-tables.ts';
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
      found,
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
    for (const event of eventsIn(entries.map(read))) found.get(event.subject)?.push(event);
    return found;
  });
}

/** See `Records.slice`. */
export function readSlice(fileId: string, after: number, most: number): JournalSlice {
  const { head, read, last } = patiently(() => readJournalShape(fileId));
  const to = Math.min(after + most + 1, last);
  const entries: JournalEntry[] = [];
  for (let first = after + 2; first <= to; first += SLICE) {
    entries.push(...patiently(() => readSpans(fileId, [{ first, last: Math.min(first + SLICE - 1, to) }])).map(read));
  }
  return { entries, end: { sequence: head.sequence, hash: head.hash }, isLast: to >= last };
}

/** The end of the journal as it is noted, how to read its rows, and the number of the last one. */
export function readJournalShape(fileId: string): { head: Head; read: (cells: readonly unknown[]) => JournalEntry; last: number } {
  const [head = [], headings = [], sequences = []] = readRanges(fileId, [whole(headTable.name), rows(JOURNAL_SHEET, 1), column(JOURNAL_SHEET, 'A')]);
  return { head: headIn(head), read: journalReader(headings[0] ?? []), last: sequences.length };
}

export function readSpans(fileId: string, spans: readonly Span[]): Cells {
  const ranges = spans.map(({ first, last }) => rows(JOURNAL_SHEET, first, last));
  return readRanges(fileId, ranges).flat();
}
