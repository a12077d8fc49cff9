import { Overtaken, RESTORE_FILE, RecordsDamaged, RecordsMissing } from './errors.ts';
import { codeOf, messageOf } from './patience.script.ts';
import type { SheetRequest } from './sheet-requests.ts';

/** Cells as they are kept; trailing empty ones are left out by Google. */
export type Cells = unknown[][];

/**
 * Reads ranges of the records spreadsheet: one call, and everything as it stood at one moment.
 * @param ranges in A1 notation, see `whole`, `firstRow` and `column`
 * @throws RecordsDamaged when a sheet is gone, RecordsMissing when the file is
 */
export function readRanges(spreadsheetId: string, ranges: readonly string[]): Cells[] {
  const found = explained(() => spreadsheets().Values.batchGet(spreadsheetId, { ranges: [...ranges], valueRenderOption: 'UNFORMATTED_VALUE' }));
  return ranges.map((_, index) => (found.valueRanges?.[index]?.values as Cells | undefined) ?? []);
}

/**
 * Makes all changes together or none of them: one call.
 * @throws Overtaken when the chain's end is no longer where the changes say (see `moveMark`)
 */
export function change(spreadsheetId: string, requests: readonly SheetRequest[]): void {
  explained(() => spreadsheets().batchUpdate({ requests: [...requests] }, spreadsheetId));
}

export interface StandingSheet {
  sheetId: number;
  title: string;
  /** How many columns the grid has. */
  columns: number;
}

/** Which sheets and which marks there are. */
export function survey(spreadsheetId: string): { sheets: StandingSheet[]; namedRangeIds: string[] } {
  const found = explained(() =>
    spreadsheets().get(spreadsheetId, { fields: 'sheets.properties(sheetId,title,gridProperties.columnCount),namedRanges.namedRangeId' }),
  );
  return {
    sheets: (found.sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      columns: properties?.gridProperties?.columnCount ?? 0,
    })),
    namedRangeIds: (found.namedRanges ?? []).map(({ namedRangeId }) => namedRangeId ?? ''),
  };
}

export function whole(sheet: string): string {
  return quoted(sheet);
}

/** Rows by number, the first is 1; `last` included. */
export function rows(sheet: string, first: number, last = first): string {
  return `${quoted(sheet)}!${first}:${last}`;
}

/** Some columns of some rows. */
export function block(sheet: string, fromLetter: string, first: number, toLetter: string, last: number): string {
  return `${quoted(sheet)}!${fromLetter}${first}:${toLetter}${last}`;
}

export function column(sheet: string, letter: string): string {
  return `${quoted(sheet)}!${letter}:${letter}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

/** The advanced Sheets service: literal text stays text, and one call is all or nothing. */
export function spreadsheets(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  if (typeof Sheets === 'undefined') throw new RecordsMissing('The advanced Sheets service is not enabled in this script.', 'Please deploy Handrail again.');
  return Sheets.Spreadsheets;
}

/** Google's refusals in words that say what to do. */
function explained<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    const sheet = /unable to parse range: '?(.*?)'?(!|$)/i.exec(messageOf(error))?.[1];
    if (sheet !== undefined) throw new RecordsDamaged(sheet.replace(/''/g, "'"), 'nothing can be found: it was deleted or renamed');
    const code = codeOf(error);
    if (code === 400 && /named ?range/i.test(messageOf(error))) throw new Overtaken();
    if (code === 404) throw new RecordsMissing('The file "Handrail records" is gone.', RESTORE_FILE);
    if (code === 403 && !/quota|rate/i.test(messageOf(error))) {
      throw new RecordsMissing('This account may not open the file "Handrail records".', 'It must belong to the safeguarding account that Handrail runs as.');
    }
    throw error;
  }
}
