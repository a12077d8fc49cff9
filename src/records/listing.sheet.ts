import { canonical } from './canonical.ts';
import { hashOf } from './hash.ts';
import { baseOf, blocksOf, changesTo, type Line, type Listing, type ListingBlock } from './listing.ts';
import { highlightRequests, viewRequests } from './listing-looks.ts';
import { spreadsheets } from './spreadsheet.sheet.ts';

type Request = GoogleAppsScript.Sheets.Schema.Request;
type CellData = GoogleAppsScript.Sheets.Schema.CellData;

/**
 * Links: row 1. Headings: row 2. Row 3 is hidden and empty: what may be edited or is coloured begins there, so that a line inserted at the
 * top lies inside it and not above, where Google would push it down. Lines: from row 4.
 */
const HEADINGS_AT = 1;
const EDITABLE_START = 2;
const LINES_START = 3;
/** Room below the lines: a sheet may not be all frozen rows. */
const SPARE_ROWS = 50;
/** Changes a call: about a megabyte. What is left is made the next time; a listing is right line by line all the while. */
const MOST_CHANGES = 1_000;

const HEADING = { textFormat: { bold: true }, backgroundColorStyle: { rgbColor: { red: 0.95, green: 0.95, blue: 0.94 } } };
const BODY = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

/** A listing's sheet as it stands. */
export interface StandingListing {
  spreadsheetId: string;
  /** Every sheet in the file. */
  sheetIds: number[];
  /** The listing's own; null when it was deleted, its headings were changed, or it was never made. */
  sheetId: number | null;
  /** False when it was laid out for other columns, choices or links: it is then made anew, with what people typed into it. */
  isLaidOut: boolean;
  lines: Line[];
}

/**
 * Reads a listing: one call.
 * @throws what Google throws when the file is gone or not ours
 */
export function readListing(spreadsheetId: string, listing: Listing): StandingListing {
  const found = spreadsheets().get(spreadsheetId, {
    includeGridData: true,
    fields: 'sheets(properties(sheetId,title),data(rowData(values(userEnteredValue,userEnteredFormat/textFormat/link))))',
  });
  const sheets = found.sheets ?? [];
  const sheetIds = sheets.map((sheet) => sheet.properties?.sheetId ?? 0);
  const sheet = sheets.find((each) => each.properties?.title === listing.name);
  const rows = (sheet?.data?.[0]?.rowData ?? []).map((each) => each.values ?? []);
  const texts = (rows[1] ?? []).map(textOf);
  const isWhole = listing.columns.every(({ heading }, place) => texts[place] === heading) && (texts[listing.columns.length] ?? '').startsWith(WRITTEN);
  // Whatever people typed below broken headings cannot be told apart any more: the lines are made anew from the records.
  if (!sheet || !isWhole) return { spreadsheetId, sheetIds, sheetId: null, isLaidOut: false, lines: [] };
  const hasLinks = listing.links.every(({ text, address }, place) => textOf(rows[0]?.[place]) === text && linkOf(rows[0]?.[place]) === address);
  return {
    ...{ spreadsheetId, sheetIds, sheetId: sheet.properties?.sheetId ?? 0 },
    isLaidOut: hasLinks && texts[listing.columns.length] === layoutOf(listing),
    lines: trimmed(rows.slice(LINES_START).map((cells) => lineFrom(listing, cells))),
  };
}

/** How many sheets people have added to a listing's file. */
export function sheetsByPeople({ sheetIds, sheetId }: StandingListing): number {
  return sheetId === null ? 0 : sheetIds.length - 1;
}

/** Whether a listing shows the wanted lines and nothing was typed into it since. */
export function isSettled(standing: StandingListing, wanted: readonly Line[]): boolean {
  return standing.sheetId !== null && standing.isLaidOut && sheetsByPeople(standing) === 0 && changesTo(standing.lines, wanted).length === 0;
}

/**
 * Makes a listing show the wanted lines: one call, or none when it does already. A sheet that was deleted, or whose headings or layout
 * are others, is made anew with its protection; it gets its name last, because two sheets cannot share one. Sheets that people added go.
 * @returns how many changes are left for the next time: none, unless there are a thousand
 */
export function publishListing(standing: StandingListing, listing: Listing, wanted: readonly Line[], owner: string): number {
  const kept = standing.isLaidOut ? standing.sheetId : null;
  const sheetId = kept ?? Math.max(0, ...standing.sheetIds) + 1;
  const changes = changesTo(kept === null ? [] : standing.lines, wanted);
  const requests = blocksOf(changes.slice(0, MOST_CHANGES)).flatMap((block) => blockRequests(sheetId, listing, block));
  const others = standing.sheetIds.filter((id) => id !== kept).map((id) => ({ deleteSheet: { sheetId: id } }));
  if (kept === null) requests.unshift(...sheetRequests(sheetId, listing, owner));
  requests.push(...others);
  if (kept === null) requests.push({ updateSheetProperties: { properties: { sheetId, title: listing.name }, fields: 'title' } });
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, standing.spreadsheetId);
  return Math.max(0, changes.length - MOST_CHANGES);
}

function sheetRequests(sheetId: number, listing: Listing, owner: string): Request[] {
  const width = listing.columns.length;
  const unprotected = listing.columns.flatMap((column, place) =>
    column.editable ? [{ sheetId, startRowIndex: EDITABLE_START, startColumnIndex: place, endColumnIndex: place + 1 }] : [],
  );
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: `${listing.name} (being made)`,
          gridProperties: { rowCount: LINES_START + SPARE_ROWS, columnCount: width + 1, frozenRowCount: LINES_START },
        },
      },
    },
    writeRows(sheetId, 0, [
      listing.links.map(({ text, address }) => cell({ stringValue: text }, { textFormat: { link: { uri: address } } })),
      headingsOf(listing).map((heading) => cell({ stringValue: heading }, HEADING)),
    ]),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: EDITABLE_START, endIndex: LINES_START },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    ...listing.columns.map((column, place) => dimension(sheetId, place, { pixelSize: column.width }, 'pixelSize')),
    dimension(sheetId, width, { hiddenByUser: true }, 'hiddenByUser'),
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId },
          unprotectedRanges: unprotected,
          description: 'Kept by Handrail',
          warningOnly: false,
          editors: { users: [owner], domainUsersCanEdit: false },
        },
      },
    },
    ...highlightRequests(sheetId, listing, EDITABLE_START),
    ...viewRequests(sheetId, listing, HEADINGS_AT),
  ];
}

function blockRequests(sheetId: number, listing: Listing, block: ListingBlock): Request[] {
  const startIndex = LINES_START + block.at;
  const range = (count: number) => ({ sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + count });
  if (block.kind === 'delete') return [{ deleteDimension: { range: range(block.count) } }];
  const rows = block.lines.map((line) => lineCells(listing, line));
  if (block.kind === 'insert')
    return [{ insertDimension: { range: range(block.lines.length), inheritFromBefore: false } }, writeRows(sheetId, startIndex, rows)];
  return spansOf(block.places).map(({ from, to }) =>
    writeRows(
      sheetId,
      startIndex,
      rows.map((cells) => cells.slice(from, to)),
      from,
    ),
  );
}

/** Cells side by side are one request: from the first until before `to`. */
function spansOf(places: readonly number[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = spans[spans.length - 1];
    if (last?.to === place) last.to = place + 1;
    else spans.push({ from: place, to: place + 1 });
  }
  return spans;
}

function lineCells(listing: Listing, line: Line): CellData[] {
  const cells = listing.columns.map((column, place): CellData => {
    const link = place === 0 && line.address ? { textFormat: { link: { uri: line.address } } } : {};
    const text = line.cells[place] ?? '';
    const value = column.number && /^\d+$/.test(text) ? { numberValue: Number(text) } : { stringValue: text };
    return { ...cell(value, { ...BODY, ...link }), ...(column.choices ? { dataValidation: oneOf(column.choices) } : {}) };
  });
  return [...cells, cell({ stringValue: JSON.stringify(baseOf(listing, line.cells)) })];
}

/** Writes cells whole: nothing that was typed or coloured there stays. */
function writeRows(sheetId: number, rowIndex: number, values: CellData[][], columnIndex = 0): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: values.map((each) => ({ values: each })),
      fields: 'userEnteredValue,userEnteredFormat,dataValidation',
    },
  };
}

/** Literal text, whatever it begins with; never a formula. */
function cell(userEnteredValue: GoogleAppsScript.Sheets.Schema.ExtendedValue, userEnteredFormat?: GoogleAppsScript.Sheets.Schema.CellFormat): CellData {
  return { userEnteredValue, ...(userEnteredFormat ? { userEnteredFormat } : {}) };
}

function oneOf(values: readonly string[]): GoogleAppsScript.Sheets.Schema.DataValidationRule {
  return { condition: { type: 'ONE_OF_LIST', values: values.map((value) => ({ userEnteredValue: value })) }, strict: true, showCustomUi: true };
}

function dimension(sheetId: number, place: number, properties: GoogleAppsScript.Sheets.Schema.DimensionProperties, fields: string): Request {
  return { updateDimensionProperties: { range: { sheetId, dimension: 'COLUMNS', startIndex: place, endIndex: place + 1 }, properties, fields } };
}

/** The last column is ours: hidden, it holds what the editable cells held when we wrote them; its heading says how the listing is laid out. */
function headingsOf(listing: Listing): string[] {
  return [...listing.columns.map((column) => column.heading), layoutOf(listing)];
}

const WRITTEN = 'Written';

/** Stands for everything but the lines. */
function layoutOf({ columns, links, highlights = [], views = [] }: Listing): string {
  return `${WRITTEN} ${hashOf(canonical(JSON.stringify({ columns, links, highlights, views }))).slice(0, 12)}`;
}

function lineFrom(listing: Listing, cells: CellData[]): Line {
  const address = linkOf(cells[0]);
  return {
    cells: listing.columns.map((_, place) => textOf(cells[place])),
    base: parsedBase(textOf(cells[listing.columns.length])),
    ...(address === undefined ? {} : { address }),
  };
}

function parsedBase(text: string): string[] {
  try {
    const base: unknown = JSON.parse(text);
    return Array.isArray(base) ? base.map(String) : [];
  } catch {
    return [];
  }
}

function textOf(data: CellData | undefined): string {
  const value = data?.userEnteredValue;
  return String(value?.stringValue ?? value?.formulaValue ?? value?.numberValue ?? value?.boolValue ?? '');
}

function linkOf(data: CellData | undefined): string | undefined {
  return data?.userEnteredFormat?.textFormat?.link?.uri ?? undefined;
}

function trimmed(lines: readonly Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.cells ?? []).every((text) => text === '')) end -= 1;
  return lines.slice(0, end);
}
