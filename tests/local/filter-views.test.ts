import { expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import { viewOf } from '../../local/site/sheet/view.ts';
import type { CellData, SheetData } from '../../local/workspace/data.ts';
import { rowsInView } from '../../local/workspace/sheets/filtering.ts';
import { runScript } from '../support/script.ts';
import { aSite } from '../support/site.ts';

/** Filter views and conditional formats (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets.md and other.md). */

function withLog(body: string): unknown {
  const { value, error } = runScript(`function main() {
    const said = (work) => { try { work(); return 'taken' } catch (error) { return error.message.replace(/^.*failed with error: /, '') } };
    const { spreadsheetId: id } = Sheets.Spreadsheets.create({ properties: { title: 'T' }, sheets: [{ properties: { title: 'Log', gridProperties: { rowCount: 10, columnCount: 4 } } }] });
    const batch = (...requests) => Sheets.Spreadsheets.batchUpdate({ requests }, id);
    const range = { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 3 };
    const view = (filter) => batch({ addFilterView: { filter: { title: 'Late', range, ...filter } } });
    const rule = (booleanRule, more = {}) => batch({ addConditionalFormatRule: { index: 0, rule: { ranges: [range], booleanRule }, ...more } });
    const late = { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'overdue' }] };
    ${body}
  }`);
  if (error) throw new Error(error.message);
  return value;
}

test('a filter view is given back with its conditions under both names, and with the id it got', () => {
  expect(
    withLog(`
      const { replies } = view({ filterSpecs: [{ columnIndex: 2, filterCriteria: { condition: late } }], sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] });
      const [kept] = Sheets.Spreadsheets.get(id).sheets[0].filterViews;
      return [typeof kept.filterViewId, kept.filterViewId === replies[0].addFilterView.filter.filterViewId, kept.title, kept.criteria, kept.filterSpecs, kept.sortSpecs];`),
  ).toEqual([
    ...['number', true, 'Late'],
    { 2: { condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'overdue' }] } } },
    [{ columnIndex: 2, filterCriteria: { condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'overdue' }] } } }],
    [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
  ]);
});

test.each([
  ['an id that is taken', `view({ filterViewId: 7 }); return said(() => view({ filterViewId: 7 }))`, /7 already exists/],
  ['a column outside the range', `return said(() => view({ filterSpecs: [{ columnIndex: 3, filterCriteria: { condition: late } }] }))`, /column 3/],
  ['a condition for validation alone', `return said(() => view({ criteria: { 0: { condition: { type: 'TEXT_IS_EMAIL' } } } }))`, /TEXT_IS_EMAIL/],
  ['a condition without its value', `return said(() => view({ criteria: { 0: { condition: { type: 'TEXT_EQ' } } } }))`, /exactly 1/],
  ['a value that BLANK does not take', `return said(() => view({ criteria: { 0: { condition: { ...late, type: 'BLANK' } } } }))`, /exactly 0/],
  ['a word where a number is wanted', `return said(() => rule({ condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: 'many' }] } }))`, /many/],
  ['an order that is none', `return said(() => view({ sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DOWN' }] }))`, /DOWN/],
  ['a field that filters lack', `return said(() => view({ colour: 'red' }))`, /Unknown name "colour"/],
  ['a format that conditional formats cannot give', `return said(() => rule({ condition: late, format: { wrapStrategy: 'WRAP' } }))`, /wrapStrategy/],
  ['a larger font', `return said(() => rule({ condition: late, format: { textFormat: { fontSize: 20 } } }))`, /fontSize/],
  ['a place beyond the rules there are', `return said(() => rule({ condition: late, format: {} }, { index: 1 }))`, /index: 1/],
])('refused: %s', (_, body, why) => {
  expect(withLog(body)).toMatch(why);
});

const sheet = { rowCount: 7, columnCount: 2, conditionalFormats: [], rows: [] } as unknown as SheetData;
const texts: [string, CellData['v']][] = [
  ['Due', 'Age'],
  ['', null],
  ['overdue since Monday', 3],
  ['Overdue since Friday', 20],
  ['today', 7],
  ['', 9],
];
sheet.rows = texts.map(([first, second]) => [{ v: first === '' ? null : first }, { v: second }]);

test.each([
  ['begins with a word, in whatever case', { 0: { condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: 'overdue' }] } } }, [], [0, 2, 3]],
  ['a number and more', { 1: { condition: { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '7' }] } } }, [], [0, 3, 4, 5]],
  ['two columns at once', { 0: { condition: { type: 'BLANK' } }, 1: { condition: { type: 'NOT_BLANK' } } }, [], [0, 5]],
  ['values that are hidden', { 0: { hiddenValues: ['', 'today'] } }, [], [0, 2, 3]],
  ['sorted, what is empty last', {}, [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }], [0, 3, 5, 4, 2, 1, 6]],
] as [string, Record<number, unknown>, unknown[], number[]][])('a view shows the headings and the rows that fit: %s', (_, criteria, sort, rows) => {
  expect(rowsInView(sheet, { id: 1, title: '', range: { sheetId: 0 }, criteria, sort })).toEqual(rows);
});

test('on the site a cell looks as the first rule says that it meets, and a chosen view leaves the others out', () => {
  const { workspace } = aSite();
  const spreadsheet = workspace.sheets.create(people.office, { name: 'Desk', rows: 7, columns: 2 });
  const [own] = spreadsheet.sheets;
  if (!own) throw new Error('there is no sheet');
  own.rows = sheet.rows;
  const ranges = [{ sheetId: own.id, startRow: 1 }];
  const when = (type: string, value: string, red: number) => ({
    ranges,
    booleanRule: {
      condition: { type, values: [{ userEnteredValue: value }] },
      format: { backgroundColorStyle: { rgbColor: { red } }, textFormat: { bold: true } },
    },
  });
  own.conditionalFormats = [when('TEXT_CONTAINS', 'friday', 1), when('TEXT_STARTS_WITH', 'overdue', 0.2)];
  own.filterViews = [{ id: 5, title: 'Due today', range: { sheetId: own.id }, criteria: { 0: { hiddenValues: ['overdue since Monday'] } }, sort: [] }];
  const view = viewOf(workspace, spreadsheet, own, 5);
  const styleOf = (row: number) => view.styles[view.rows[row]?.[0]?.style ?? -1];
  expect([styleOf(2), styleOf(3), styleOf(4)]).toEqual(['background:#330000;font-weight:700', 'background:#ff0000;font-weight:700', undefined]);
  expect(view.views).toEqual([{ id: 5, title: 'Due today' }]);
  expect(view.order).toEqual([0, 1, 3, 4, 5, 6]);
  expect(viewOf(workspace, spreadsheet, own).order).toBe(null);
});
