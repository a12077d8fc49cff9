import { RecordsBusy, RecordsDamaged, RecordsError, RecordsMoved } from './errors.ts';
import { JOURNAL_HEADINGS, JOURNAL_SHEET, journalReader } from './journal-rows.ts';
import type { Span } from './spans.ts';
import { ANSWER_HEADINGS, ANSWERS_SHEET, type Head, headTable, MOST_ANSWERS, SCHEMA } from './system-tables.ts';
import { decode, encode, type Table } from './table.ts';

type Cells = readonly (readonly unknown[])[];

/** Views that are being made anew from the journal. */
export interface Mending {
  tables: string[];
  /** The row of the journal to go on from. */
  next: number;
}

/** @throws RecordsDamaged when the sheet has not exactly one row */
export function headIn(cells: Cells): Head {
  const rows = [...decode(headTable, cells).rows.values()];
  const only = rows[0];
  if (!only || rows.length > 1 || only.number !== 2) throw new RecordsDamaged('Head', 'row 2, and no other, must hold the end of the journal');
  return only.row;
}

export function headCells(head: Head): string[] {
  return encode(headTable, head);
}

/**
 * Makes sure that this version of Handrail may write after this head.
 * @throws RecordsError when the records are of another version, RecordsDamaged when the journal's columns were touched, RecordsMoved
 *   when they are kept in another file by now
 */
export function checkWritable(head: Head, journalHeadings: readonly unknown[]): void {
  checkNotMoved(head);
  if (head.schema > SCHEMA) throw new RecordsError('newer', 'The records were written by a newer version of Handrail. Please deploy the newest version again.');
  if (head.schema < SCHEMA) throw new RecordsDamaged('Head', `the layout is of version ${head.schema}, and this Handrail needs ${SCHEMA}`);
  journalReader(journalHeadings);
  const moved = JOURNAL_HEADINGS.findIndex((heading, place) => String(journalHeadings[place] ?? '') !== heading);
  if (moved >= 0) throw new RecordsDamaged(JOURNAL_SHEET, `the column "${JOURNAL_HEADINGS[moved]}" was moved or renamed`);
}

/** @throws RecordsMoved */
export function checkNotMoved({ successor }: Head): void {
  if (successor !== null) throw new RecordsMoved(successor);
}

export function mendingIn(head: Head): Mending | null {
  return head.mending === null ? null : (JSON.parse(head.mending) as Mending);
}

/** @throws RecordsBusy when one of the tables is being made anew */
export function checkWhole(head: Head, tables: readonly Table[]): void {
  const mending = mendingIn(head);
  const table = tables.find(({ name }) => mending?.tables.includes(name));
  if (table) throw new RecordsBusy(`The list "${table.name}" is being made anew from the journal`);
}

/** The row, numbered from 1, in which the next answer is kept: it takes the place of the oldest. */
export function answerRow(head: Head): number {
  return 2 + (head.answers % MOST_ANSWERS);
}

/**
 * The rows of the answers that were given from one count to another, the last not included: two spans where the ring begins anew.
 * @example ringRows(4_998, 5_002) // [{ first: 5_000, last: 5_001 }, { first: 2, last: 3 }]
 */
export function ringRows(from: number, to: number): Span[] {
  const turn = from - (from % MOST_ANSWERS) + MOST_ANSWERS;
  const span = (first: number, end: number) => ({ first: 2 + (first % MOST_ANSWERS), last: 2 + ((end - 1) % MOST_ANSWERS) });
  return to <= turn ? [span(from, to)] : [span(from, turn), span(turn, to)];
}

/**
 * The row that holds the answer to a key, or null.
 * @throws RecordsDamaged when the sheet has lost its headings
 */
export function rowOfAnswer(keys: Cells, key: string): number | null {
  if (keys[0]?.[0] !== ANSWER_HEADINGS[0]) throw new RecordsDamaged(ANSWERS_SHEET, 'the column "Key" is missing or was renamed');
  const index = keys.findIndex((row, place) => place > 0 && String(row[0] ?? '') === key);
  return index < 0 ? null : index + 1;
}
