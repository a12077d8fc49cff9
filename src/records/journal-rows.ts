import { RecordsDamaged } from './errors.ts';
import { type JournalEntry, LONGEST_PAYLOAD, RESTORE } from './journal.ts';

/** Sheets holds 50,000 characters in a cell, Excel 32,767: an export must survive both. */
const LONGEST_CELL = 32_000;
const PAYLOAD_CELLS = LONGEST_PAYLOAD / LONGEST_CELL;

export const JOURNAL_SHEET = 'Journal';
const LINK_HEADINGS = ['Sequence', 'At', 'Actor', 'Action', 'Subject', 'Salt', 'Payload hash', 'Previous', 'Hash'] as const;
const PAYLOAD_HEADINGS = Array.from({ length: PAYLOAD_CELLS }, (_, index) => (index === 0 ? 'Payload' : `Payload ${index + 1}`));
export const JOURNAL_HEADINGS: readonly string[] = [...LINK_HEADINGS, ...PAYLOAD_HEADINGS];
/** The column that `history` looks through, as A1 notation names it. */
export const SUBJECT_COLUMN = 'E';

/** An entry as the literal texts of one row; a long payload goes on in the cells to the right. */
export function journalCells(entry: JournalEntry): string[] {
  const { sequence, at, actor, action, subject, salt, payloadHash, previous, hash, payload } = entry;
  const cells = [String(sequence), at, actor, action, subject, salt, payloadHash, previous, hash];
  for (let start = 0; start < payload.length; start += LONGEST_CELL) cells.push(payload.slice(start, start + LONGEST_CELL));
  return cells;
}

/**
 * Finds the journal's columns by their headings, wherever they stand.
 * @returns what reads one row; cells may be texts or, where a spreadsheet made numbers of them, numbers
 * @throws RecordsDamaged naming the heading that is missing
 */
export function journalReader(headings: readonly unknown[], sheet = JOURNAL_SHEET): (cells: readonly unknown[]) => JournalEntry {
  const titles = headings.map((heading) => text(heading).trim());
  const at = (heading: string): number => {
    const column = titles.indexOf(heading);
    if (column < 0) throw new RecordsDamaged(sheet, `the column "${heading}" is missing`, RESTORE);
    return column;
  };
  const [sequence, time, actor, action, subject, salt, payloadHash, previous, hash] = LINK_HEADINGS.map(at) as Columns;
  const payloads = [at('Payload'), ...PAYLOAD_HEADINGS.slice(1).map((heading) => titles.indexOf(heading))].filter((column) => column >= 0);
  return (cells) => ({
    sequence: Number(text(cells[sequence])),
    at: text(cells[time]),
    actor: text(cells[actor]),
    action: text(cells[action]),
    subject: text(cells[subject]),
    salt: text(cells[salt]),
    payloadHash: text(cells[payloadHash]),
    previous: text(cells[previous]),
    hash: text(cells[hash]),
    payload: payloads.map((column) => text(cells[column])).join(''),
  });
}

type Columns = [number, number, number, number, number, number, number, number, number];

function text(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
