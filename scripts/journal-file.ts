import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { RecordsDamaged } from '../src/records/errors.ts';
import { headIn } from '../src/records/head.ts';
import type { ChainHead, JournalEntry } from '../src/records/journal.ts';
import { JOURNAL_SHEET, journalReader } from '../src/records/journal-rows.ts';
import { headTable } from '../src/records/system-tables.ts';

/** The file cannot be read, or is no journal: nothing can be said about the chain. */
export class NotAJournal extends Error {}

export interface JournalFile {
  entries: JournalEntry[];
  /** The row each entry stands in, as a spreadsheet numbers them. */
  rows: number[];
  /** The end of the journal as the records have noted it; null where the file does not hold it. */
  end: ChainHead | null;
}

type Cells = readonly unknown[];

/**
 * Reads a journal that was exported from the records spreadsheet, as CSV (the sheet "Journal" alone) or XLSX (the whole file).
 * @throws NotAJournal with a sentence that says what to do
 */
export async function readJournalFile(path: string): Promise<JournalFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new NotAJournal(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}.`);
  });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const { lines, end } = isZip ? await linesOfXlsx(bytes, path) : { lines: linesOfCsv(bytes, path), end: null };
  const read = readerFor(lines[0] ?? [], path);
  const file: JournalFile = { entries: [], rows: [], end };
  lines.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell === null || cell === '')) return;
    file.entries.push(read(cells));
    file.rows.push(index + 1);
  });
  return file;
}

function readerFor(headings: Cells, path: string): (cells: Cells) => JournalEntry {
  try {
    return journalReader(headings);
  } catch (error) {
    if (!(error instanceof RecordsDamaged)) throw error;
    throw new NotAJournal(
      `${path} is not a journal of Handrail: ${error.what}. Open "Handrail records", go to the sheet "${JOURNAL_SHEET}", and choose File, Download, Comma-separated values.`,
    );
  }
}

function linesOfCsv(bytes: Buffer, path: string): Cells[] {
  const text = bytes.toString('utf8');
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  // A spreadsheet program of another country writes semicolons, and calls it CSV all the same.
  const delimiter = [',', ';', '\t'].find((each) => firstLine.includes(each)) ?? ',';
  try {
    return parse(bytes, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: false }) as string[][];
  } catch (error) {
    throw new NotAJournal(`${path} is not a CSV file: ${(error as Error).message}.`);
  }
}

async function linesOfXlsx(bytes: Buffer, path: string): Promise<{ lines: Cells[]; end: ChainHead | null }> {
  const sheets = await readXlsx(bytes, { trim: false }).catch((error: Error) => {
    throw new NotAJournal(`${path} is not an XLSX file: ${error.message}.`);
  });
  const found = sheets.find(({ sheet }) => sheet === JOURNAL_SHEET) ?? sheets[0];
  if (!found) throw new NotAJournal(`${path} holds no sheet.`);
  const head = sheets.find(({ sheet }) => sheet === headTable.name);
  return {
    lines: found.data.map((cells) => cells.map((cell) => (cell instanceof Date ? cell.toISOString() : cell))),
    end: head ? endIn(head.data, path) : null,
  };
}

function endIn(cells: Cells[], path: string): ChainHead {
  try {
    const { sequence, hash } = headIn(cells);
    return { sequence, hash };
  } catch (error) {
    if (!(error instanceof RecordsDamaged)) throw error;
    throw new NotAJournal(`${path} does not say where the history ends: ${error.message}`);
  }
}
