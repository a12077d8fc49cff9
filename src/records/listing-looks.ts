import type { CellTest, Listing, ListingHighlight } from './listing.ts';
import type { SheetRequest } from './sheet-requests.ts';

type Condition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;

/** Dark words on a light ground: 7 to 1 and more (WCAG 2.2, 1.4.6). */
const LOOKS: Record<ListingHighlight['look'], CellFormat> = {
  alarm: look([0.99, 0.88, 0.86], [0.5, 0.06, 0.06]),
  warning: look([1, 0.95, 0.8], [0.36, 0.23, 0]),
  fresh: look([0.88, 0.94, 1], [0.04, 0.2, 0.42]),
};

function look([red, green, blue]: [number, number, number], [darkRed, darkGreen, darkBlue]: [number, number, number]): CellFormat {
  return {
    backgroundColorStyle: { rgbColor: { red, green, blue } },
    textFormat: { bold: true, foregroundColorStyle: { rgbColor: { red: darkRed, green: darkGreen, blue: darkBlue } } },
  };
}

/** The colours of a listing that has none yet: conditional formats, so that a cell looks as it should while a person is still changing it. */
export function highlightRequests(sheetId: number, listing: Listing, startRowIndex: number): SheetRequest[] {
  return (listing.highlights ?? []).map(({ column, when, look }, index) => {
    const place = placeOf(listing, column);
    const ranges = [{ sheetId, startRowIndex, startColumnIndex: place, endColumnIndex: place + 1 }];
    return { addConditionalFormatRule: { index, rule: { ranges, booleanRule: { condition: conditionOf(when), format: LOOKS[look] } } } };
  });
}

/** The filter views of a listing that has none yet. Whoever can open it may choose one, whoever may edit it may add their own. */
export function viewRequests(sheetId: number, listing: Listing, startRowIndex: number): SheetRequest[] {
  const range = { sheetId, startRowIndex, startColumnIndex: 0, endColumnIndex: listing.columns.length };
  return (listing.views ?? []).map(({ title, where, greatestFirst }) => {
    const filterSpecs = where.map(({ column, when }) => ({ columnIndex: placeOf(listing, column), filterCriteria: { condition: conditionOf(when) } }));
    const sortSpecs = greatestFirst === undefined ? [] : [{ dimensionIndex: placeOf(listing, greatestFirst), sortOrder: 'DESCENDING' }];
    return { addFilterView: { filter: { title, range, filterSpecs, ...(sortSpecs.length > 0 ? { sortSpecs } : {}) } } };
  });
}

function conditionOf(when: CellTest): Condition {
  if (when === 'empty') return { type: 'BLANK' };
  if ('is' in when) return { type: 'TEXT_EQ', values: [{ userEnteredValue: when.is }] };
  if ('begins' in when) return { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: when.begins }] };
  return { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: String(when.least) }] };
}

/** @throws RangeError for a heading that the listing lacks */
function placeOf({ columns }: Listing, heading: string): number {
  const place = columns.findIndex((column) => column.heading === heading);
  if (place < 0) throw new RangeError(`The listing has no column "${heading}"`);
  return place;
}
