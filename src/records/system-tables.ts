import { number, text } from './fields.ts';
import { JOURNAL_HEADINGS, JOURNAL_SHEET } from './journal-rows.ts';
import { outboxTable, sentTable } from './outbox.ts';
import { headingsOf, type RowOf, type Table, table } from './table.ts';

/** Rises when a sheet of the records changes its shape: until somebody has mended the records, the new code does not write. */
export const SCHEMA = 3;

/** One row: the end of the chain, and what else must move together with it. */
export const headTable = table('Head', () => ({
  sequence: number().key(),
  hash: text(),
  /** How often the records were written anew, counted from 1. */
  volume: number(),
  schema: number(),
  /** The build that wrote last. */
  build: text(),
  /** How many answers were ever kept: says where the next one goes. */
  answers: number(),
  /** Views that are being made anew, and from which row of the journal it goes on: `{ tables, next }`. */
  mending: text().optional(),
  /** Id of the spreadsheet these records were written anew in: from that moment on nothing is written here (see `erasing.sheet.ts`). */
  successor: text().optional(),
}));
export type Head = RowOf<typeof headTable>;

/** The latest answers, by idempotency key, in a ring: looking a key up takes the same time in the tenth year as on the first day. */
export const ANSWERS_SHEET = 'Answers';
export const ANSWER_HEADINGS = ['Key', 'Actor', 'At', 'Answer'] as const;
export const MOST_ANSWERS = 5_000;

export interface SheetLayout {
  name: string;
  headings: readonly string[];
  /** Rows to begin with, the headings' among them. */
  rows: number;
}

/** The sheets that are there whatever a school uses. */
export const systemLayouts = (): readonly SheetLayout[] => [
  layoutOf(headTable, 2),
  { name: JOURNAL_SHEET, headings: JOURNAL_HEADINGS, rows: 2 },
  { name: ANSWERS_SHEET, headings: ANSWER_HEADINGS, rows: MOST_ANSWERS + 1 },
  layoutOf(outboxTable, 2),
  layoutOf(sentTable, 2),
];

export function layoutOf(table: Table, rows = 2): SheetLayout {
  return { name: table.name, headings: headingsOf(table), rows };
}

/**
 * The id of the sheet of that name. It follows from the name (FNV-1a, 31 bits), so no call has to ask for it.
 * @example sheetIdOf('Journal') === sheetIdOf('Journal')
 */
export function sheetIdOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 1;
}
