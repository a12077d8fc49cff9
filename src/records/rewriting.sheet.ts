import type { OpenFile } from './deciding.sheet.ts';
import { RecordsDamaged } from './errors.ts';
import { headCells, mendingIn, ringRows } from './head.ts';
import { type ChainHead, ERASED, type JournalEntry, RESTORE } from './journal.ts';
import { JOURNAL_SHEET, journalCells } from './journal-rows.ts';
import { LoadedTable } from './loaded-table.ts';
import { eventOf, outboxTable, sentTable } from './outbox.ts';
import { readJournalShape, readSpans, SLICE } from './reading.sheet.ts';
import { readHead, remakeSlice } from './remaking.sheet.ts';
import { appendRows, emptySheet, markId, moveMark, type SheetRequest, setMark, unsetMark, writeRows } from './sheet-requests.ts';
import { type Span, spansOf } from './spans.ts';
import { block, type Cells, change, column, readRanges, rows, survey, whole } from './spreadsheet.sheet.ts';
import { ANSWERS_SHEET, type Head, headTable, layoutOf, MOST_ANSWERS } from './system-tables.ts';
import { encode } from './table.ts';
import { NOT_WALKED, verify } from './verify.ts';

/** Records that are written anew, from one spreadsheet into another, without the payloads of some events. */
export interface Rewriting {
  from: string;
  /** Nobody else writes there: it is laid out, and its mark is that of a file being built. */
  to: OpenFile;
  erased: ReadonlySet<number>;
}

/** Ranges a call: their names travel in its address. */
const MOST_RANGES = 60;

/**
 * Brings the next stretch of events, checked on the way. What goes into the new file goes with how far it went, so each counts once.
 * @returns whether the new file has them all
 * @throws RecordsDamaged when the old one is not as it was written: nothing is built on that
 */
export function bringEvents({ from, to, erased }: Rewriting): boolean {
  const source = readJournalShape(from);
  const head = readHead(to.id);
  if (source.last - 1 !== source.head.sequence)
    throw new RecordsDamaged(JOURNAL_SHEET, `${source.head.sequence} events were recorded, and another number stands there`, RESTORE);
  const first = head.sequence + 2;
  if (first > source.last) return true;
  const entries = readSpans(from, [{ first, last: Math.min(first + SLICE - 1, source.last) }]).map(source.read);
  const result = verify(entries, { from: { ...NOT_WALKED, head }, isPart: true });
  if (!result.ok) throw new RecordsDamaged(JOURNAL_SHEET, `something is wrong with event ${result.sequence}: ${result.why}`, RESTORE);
  const tables = to.projections.map(({ table }) => table.name);
  const mending = JSON.stringify({ tables, next: mendingIn(head)?.next ?? first });
  const rewritten = entries.map((entry) => (erased.has(entry.sequence) ? withoutPayload(entry) : entry));
  change(to.id, [...headMoved(head, { ...head, ...result.head, mending }), ...appendRows(JOURNAL_SHEET, rewritten.map(journalCells))]);
  return result.head.sequence === source.head.sequence;
}

/** Goes on making the views from the events that are there. */
export function bringViews({ to }: Rewriting): boolean {
  return remakeSlice(to, 'building');
}

/** Brings answers to keys; those that erased events gave are empty. */
export function bringAnswers({ from, to, erased }: Rewriting): boolean {
  const source = readHead(from);
  const head = readHead(to.id);
  const first = Math.max(head.answers, source.answers - MOST_ANSWERS);
  const end = Math.min(first + SLICE, source.answers);
  if (first >= end) return true;
  const spans = ringRows(first, end);
  const moments = momentsOf(from, erased);
  const found = readRanges(
    from,
    spans.map((span) => rows(ANSWERS_SHEET, span.first, span.last)),
  );
  const kept = found.map((cells) => cells.map((each) => answerKept(each.map(String), moments)));
  change(to.id, [...headMoved(head, { ...head, answers: end }), ...spans.map((span, index) => writeRows(ANSWERS_SHEET, span.first, kept[index] ?? []))]);
  return end === source.answers;
}

/** Brings the list of what was mailed, without the mails that erased events had caused. */
export function bringSent({ from, to, erased }: Rewriting): boolean {
  const [headings = [], ids = []] = readRanges(from, [rows(sentTable.name, 1), column(sentTable.name, 'A')]);
  const [there = []] = readRanges(to.id, [column(sentTable.name, 'A')]);
  const known = new Set(there.map(([id]) => String(id ?? '')));
  const isWanted = (id: string) => id !== '' && !known.has(id) && !erased.has(eventOf(id));
  const numbers = ids.flatMap(([id], index) => (index > 0 && isWanted(String(id ?? '')) ? [index + 1] : []));
  if (numbers.length === 0) return true;
  const spans = spansOf(numbers.slice(0, SLICE), MOST_RANGES);
  const cells = readRanges(
    from,
    spans.map(({ first, last }) => rows(sentTable.name, first, last)),
  ).flat();
  const mails = LoadedTable.whole(sentTable, [headings[0] ?? [], ...cells])
    .rows()
    .filter(({ id }) => isWanted(id));
  const { sequence } = readHead(to.id);
  change(to.id, [
    ...moveMark(sequence, sequence, 'building'),
    ...appendRows(
      sentTable.name,
      mails.map((mail) => encode(sentTable, mail)),
    ),
  ]);
  return numbers.length <= SLICE;
}

/**
 * Reads a stretch of the new file back and checks it.
 * @returns the end of what was checked
 * @throws RecordsDamaged when Google did not keep what was written, or somebody changed it
 */
export function checkNext({ to, erased }: Rewriting, checked: ChainHead): ChainHead {
  const { head, read, last } = readJournalShape(to.id);
  const first = checked.sequence + 2;
  if (first > last) return checked;
  const entries = readSpans(to.id, [{ first, last: Math.min(first + SLICE - 1, last) }]).map(read);
  const result = verify(entries, { from: { ...NOT_WALKED, head: checked }, isPart: true });
  const left = entries.find(({ sequence, payload }) => erased.has(sequence) && payload !== ERASED);
  if (!result.ok || left || head.sequence !== last - 1)
    throw new RecordsDamaged(JOURNAL_SHEET, 'what was written anew is not what should stand there', RESTORE);
  return result.head;
}

/**
 * Brings the mails that wait, and puts the new file into use, in one call: whatever arrives late from an earlier try changes nothing
 * any more.
 * @param end of the journal, in both files
 */
export function putIntoUse({ from, to, erased }: Rewriting, end: ChainHead): void {
  const [cells = []] = readRanges(from, [whole(outboxTable.name)]);
  const waiting = LoadedTable.whole(outboxTable, cells)
    .rows()
    .filter(({ event }) => !erased.has(event));
  change(to.id, [
    unsetMark(markId(end.sequence, 'building')),
    setMark(end.sequence),
    ...emptySheet(layoutOf(outboxTable)),
    ...appendRows(
      outboxTable.name,
      waiting.map((entry) => encode(outboxTable, entry)),
    ),
  ]);
}

/** Whether the new file is still being built: it is not when `putIntoUse` had its effect. */
export function isBuilding({ to }: Rewriting): boolean {
  return survey(to.id).namedRangeIds.some((id) => id.startsWith('building-'));
}

/** The other way round: it is built on again. */
export function takeOutOfUse({ to }: Rewriting): void {
  const { sequence } = readHead(to.id);
  change(to.id, [unsetMark(markId(sequence)), setMark(sequence, 'building')]);
}

/** From this call on nothing is written to the old file: whoever tries reads where to go. */
export function close({ from, to }: Rewriting, end: ChainHead): void {
  const head = readHead(from);
  change(from, [unsetMark(markId(end.sequence)), headRow({ ...head, successor: to.id })]);
}

function withoutPayload(entry: JournalEntry): JournalEntry {
  return { ...entry, payload: ERASED, salt: '' };
}

function headMoved(before: Head, after: Head): SheetRequest[] {
  return [...moveMark(before.sequence, after.sequence, 'building'), headRow(after)];
}

function headRow(head: Head): SheetRequest {
  return writeRows(headTable.name, 2, [headCells(head)]);
}

/** An answer says nothing of its event but when it was given and to whom: both together tell whose it is. */
function answerKept([key = '', actor = '', at = '', answer = '']: readonly string[], moments: ReadonlySet<string>): string[] {
  return [key, actor, at, moments.has(`${at} ${actor}`) ? 'null' : answer];
}

/** When, and by whom, each of the events was recorded. */
function momentsOf(fileId: string, sequences: ReadonlySet<number>): Set<string> {
  const numbers = [...sequences].sort((one, other) => one - other).map((sequence) => sequence + 1);
  const spans: Span[] = spansOf(numbers, MOST_RANGES);
  const cells: Cells = readRanges(
    fileId,
    spans.map(({ first, last }) => block(JOURNAL_SHEET, 'A', first, 'C', last)),
  ).flat();
  return new Set(cells.filter(([sequence]) => sequences.has(Number(sequence))).map(([, at, actor]) => `${at} ${actor}`));
}
