import { isPassing, messageOf, patiently } from '../../records/patience.script.ts';
import { spreadsheets } from '../../records/spreadsheet.sheet.ts';
import type { Sharing } from '../../school/files.drive.ts';
import type { School } from '../../school/school.ts';
import { DEFAULT_GRIDS } from './default-grids.ts';
import { GOES_TO, type Grid, MEANINGS } from './grid.ts';
import { cellsOf, HEADING_ROWS, LEADING_COLUMNS, readTab } from './grid-cells.ts';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;
type Request = GoogleAppsScript.Sheets.Schema.Request;

/** The key the Sheet is kept under. */
export const GRIDS_KEY = 'grids';

/** Whoever works the cases says what is done after what. The grids hold nothing of any case. */
export function gridsSharing(school: Pick<School, 'head' | 'dsl'>): Sharing {
  return { role: 'writer', emails: [...new Set([school.head, school.dsl])] };
}

/** A tab is known by its number, so that a school may rename it. */
const TAB_OF: Record<string, number> = { 'rk-pupils': 101, 'rk-staff': 102, 'gl-pupils': 103 };

const SPARE_ROWS = 30;
const SPARE_COLUMNS = 3;
const WIDTHS = { number: 50, incident: 420, action: 130 };
const HEADING = {
  textFormat: { bold: true },
  backgroundColorStyle: { rgbColor: { red: 0.95, green: 0.95, blue: 0.94 } },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'TOP',
};
const BODY = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

/** The school's grids as they stand, and what is wrong with those that cannot be used: the others work all the same. */
export interface SchoolGrids {
  grids: Grid[];
  problems: string[];
}

/**
 * Reads the grids: one call. They are read when somebody chooses from them and not kept: whoever has changed a cell sees it at once.
 * @param spreadsheetId undefined before the set-up has made the Sheet
 */
export function readSchoolGrids(spreadsheetId: string | undefined): SchoolGrids {
  if (spreadsheetId === undefined) return { grids: [], problems: ['There are no grids yet: the technician makes their Sheet on the set-up page.'] };
  let tabs: Tab[];
  try {
    tabs = tabsIn(spreadsheetId);
  } catch (error) {
    if (isPassing(error) || !/not found/i.test(messageOf(error))) throw error;
    return { grids: [], problems: ['The Sheet with the grids was deleted: the technician can mend it on the set-up page.'] };
  }
  const read = tabs.filter(({ cells }) => !isEmpty(cells)).map(({ id, title, cells }) => readTab(id, title, cells));
  if (read.length === 0) return { grids: [], problems: ['The Sheet with the grids is empty: the technician can mend it on the set-up page.'] };
  return { grids: read.flatMap(({ grid }) => grid ?? []), problems: read.flatMap(({ problems }) => problems ?? []) };
}

/** Whether anything was ever laid out in it: a grid that somebody has broken is theirs to mend, not ours to write over. */
export function gridsAreLaidOut(spreadsheetId: string): boolean {
  return tabsIn(spreadsheetId).some(({ cells }) => !isEmpty(cells));
}

/** Lays the Sheet out with the grids that a school begins with: one call. Does nothing once there is something in it. */
export function layOutGrids(spreadsheetId: string): void {
  const tabs = tabsIn(spreadsheetId);
  if (tabs.some(({ cells }) => !isEmpty(cells))) return;
  const taken = new Set(tabs.map(({ sheetId }) => sheetId));
  // The tab a new file begins with goes last: a file cannot be without one.
  const requests = [...DEFAULT_GRIDS.flatMap((grid) => tabRequests(grid)), ...[...taken].map((sheetId) => ({ deleteSheet: { sheetId } }))];
  spreadsheets().batchUpdate({ requests }, spreadsheetId);
}

interface Tab {
  sheetId: number;
  /** What cases know its grid by. */
  id: string;
  title: string;
  cells: string[][];
}

function tabsIn(spreadsheetId: string): Tab[] {
  const { sheets } = patiently(() =>
    spreadsheets().get(spreadsheetId, { includeGridData: true, fields: 'sheets(properties(sheetId,title),data(rowData(values(userEnteredValue))))' }),
  );
  return (sheets ?? []).map(({ properties, data }) => {
    const sheetId = properties?.sheetId ?? 0;
    const known = Object.keys(TAB_OF).find((id) => TAB_OF[id] === sheetId);
    const cells = (data?.[0]?.rowData ?? []).map(({ values }) => (values ?? []).map(textIn));
    return { sheetId, id: known ?? `tab-${sheetId}`, title: properties?.title ?? '', cells };
  });
}

/** What was typed. A formula stands as it was typed: it is no mark and no number, so it is named as a problem. */
function textIn({ userEnteredValue: value }: CellData): string {
  return String(value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? value?.formulaValue ?? '');
}

function isEmpty(cells: readonly (readonly string[])[]): boolean {
  return cells.every((row) => row.every((text) => text.trim() === ''));
}

function tabRequests(grid: Grid): Request[] {
  const sheetId = TAB_OF[grid.id] ?? 0;
  const cells = cellsOf(grid);
  const width = grid.columns.length + LEADING_COLUMNS;
  const gridProperties = {
    ...{ rowCount: cells.length + SPARE_ROWS, columnCount: width + SPARE_COLUMNS },
    ...{ frozenRowCount: HEADING_ROWS, frozenColumnCount: LEADING_COLUMNS },
  };
  const rows = cells.map((texts, row) => ({ values: texts.map((text, column) => cellOf(text, row, column)) }));
  return [
    { addSheet: { properties: { sheetId, title: grid.title, gridProperties } } },
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue,userEnteredFormat,dataValidation' } },
    widthRequest(sheetId, 0, 1, WIDTHS.number),
    widthRequest(sheetId, 1, 2, WIDTHS.incident),
    widthRequest(sheetId, 2, width, WIDTHS.action),
  ];
}

function cellOf(text: string, row: number, column: number): CellData {
  const choices = column < LEADING_COLUMNS ? undefined : row === 1 ? GOES_TO : row === 2 ? MEANINGS : undefined;
  return {
    userEnteredValue: { stringValue: text },
    userEnteredFormat: row < HEADING_ROWS ? HEADING : BODY,
    ...(choices ? { dataValidation: oneOf(choices) } : {}),
  };
}

function oneOf(values: readonly string[]): GoogleAppsScript.Sheets.Schema.DataValidationRule {
  return { condition: { type: 'ONE_OF_LIST', values: values.map((value) => ({ userEnteredValue: value })) }, strict: true, showCustomUi: true };
}

function widthRequest(sheetId: number, startIndex: number, endIndex: number, pixelSize: number): Request {
  return { updateDimensionProperties: { range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex }, properties: { pixelSize }, fields: 'pixelSize' } };
}
