import { messageOf, patiently } from '../records/patience.script.ts';
import { spreadsheets } from '../records/spreadsheet.sheet.ts';
import { Refusal } from './refusal.ts';
import { type Listed, type RollEntry, readList, writeList } from './roll.ts';
import { forgetRoll, keepRoll, keptRoll } from './roll-cache.script.ts';

/** The sheet a new spreadsheet begins with. */
const sheetId = 0;
const COLUMNS = 11;
/** A sheet may not be all frozen rows. */
const SPARE_ROWS = 1;

/**
 * The roll as it stands: one call.
 * @param spreadsheetId undefined before the set-up has made the file
 * @throws Refusal when the file is gone or its columns were renamed: without it nobody could say whom a concern must not reach
 */
export function readRollSheet(spreadsheetId: string | undefined): RollEntry[] {
  if (spreadsheetId === undefined) return [];
  return readListSheet(spreadsheetId).map(({ entry }) => entry);
}

/**
 * The same, with where each line is from.
 * @throws Refusal as `readRollSheet`
 */
export function readListSheet(spreadsheetId: string): Listed[] {
  const { listed, faults } = readList(valuesOf(spreadsheetId));
  const broken = faults.find((fault) => fault.row === 1);
  if (broken) throw damaged(broken.message);
  return listed;
}

/** The roll for a page: as it was kept some minutes ago, or read and kept. */
export function rollForPages(spreadsheetId: string | undefined, now: string): RollEntry[] {
  const kept = keptRoll();
  if (kept !== null) return kept;
  const roll = readRollSheet(spreadsheetId);
  keepRoll(roll, now);
  return roll;
}

/** The roll, read when it is first asked for: work that does not need it goes on while it is damaged. */
export function rollWhenNeeded(spreadsheetId: string | undefined): () => RollEntry[] {
  let roll: RollEntry[] | null = null;
  return () => {
    roll ??= readRollSheet(spreadsheetId);
    return roll;
  };
}

/** Puts a new list in the place of the old one, in one step. */
export function writeListSheet(spreadsheetId: string, listed: readonly Listed[]): void {
  const rows = writeList(listed).map((cells) => ({ values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })) }));
  const found = spreadsheets().get(spreadsheetId, { fields: 'sheets.properties.sheetId' }).sheets ?? [];
  const isThere = found.some(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
  // The list is what stands in the first sheet, whatever else somebody has put into the file.
  const gridProperties = { rowCount: rows.length + SPARE_ROWS, columnCount: COLUMNS, frozenRowCount: 1 };
  const spare = Array.from({ length: SPARE_ROWS }, () => ({ values: Array.from({ length: COLUMNS }, () => ({})) }));
  spreadsheets().batchUpdate(
    {
      requests: [
        ...(isThere ? [] : [{ addSheet: { properties: { sheetId, index: 0, title: 'People (imported again)' } } }]),
        // Rows and columns beyond are cut off; all that are left are written.
        {
          updateSheetProperties: {
            properties: { sheetId, index: 0, hidden: false, gridProperties },
            fields: 'index,hidden,gridProperties(rowCount,columnCount,frozenRowCount)',
          },
        },
        { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows: [...rows, ...spare], fields: 'userEnteredValue' } },
      ],
    },
    spreadsheetId,
  );
  forgetRoll();
}

function valuesOf(spreadsheetId: string): string[][] {
  try {
    return patiently(() => read(spreadsheetId, COLUMNS));
  } catch (error) {
    if (/not found/i.test(messageOf(error))) throw damaged('The file was deleted');
    // A list that was written before there were so many columns.
    if (/exceeds grid limits/i.test(messageOf(error))) return patiently(() => read(spreadsheetId, columnsOf(spreadsheetId)));
    throw error;
  }
}

function read(spreadsheetId: string, columns: number): string[][] {
  const last = String.fromCharCode('A'.charCodeAt(0) + columns - 1);
  const { values } = spreadsheets().Values.get(spreadsheetId, `A1:${last}`);
  return (values ?? []).map((row) => row.map(String));
}

function columnsOf(spreadsheetId: string): number {
  const { sheets } = spreadsheets().get(spreadsheetId, { fields: 'sheets.properties.gridProperties.columnCount' });
  return Math.min(sheets?.[0]?.properties?.gridProperties?.columnCount ?? 1, COLUMNS);
}

function damaged(why: string): Refusal {
  return new Refusal(
    'roll-damaged',
    `The list of people cannot be read: ${why}. The technician can import it again on the set-up page. Until then telephone the designated safeguarding lead about any worry.`,
  );
}
