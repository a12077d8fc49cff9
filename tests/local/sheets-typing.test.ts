import { expect, test } from '@jest/globals';
import { displayOf } from '../../local/workspace/sheets/display.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

function aSheet() {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Log' });
  const type = (text: string, row = 0, column = 0) => workspace.sheets.typeInto(OFFICE, id, 0, row, column, text);
  return { workspace, id, type };
}

// docs/workspace/sheets/api/reference/rest/v4/ValueInputOption.md: USER_ENTERED is parsed as if typed into the UI.
test.each([
  ['5', 5, '5'],
  ['1,234.5', 1234.5, '1,234.50'],
  ['50%', 0.5, '50%'],
  ['£3.50', 3.5, '£3.50'],
  ['12/03/2026', 46093, '12/03/2026'],
  ['2026-03-12', 46093, '2026-03-12'],
  ['TRUE', true, 'TRUE'],
  ["'=1+1", '=1+1', '=1+1'],
  ["'5", '5', '5'],
  ['31/02/2026', '31/02/2026', '31/02/2026'],
  ['Year 3', 'Year 3', 'Year 3'],
])('what a person types is read as the grid reads it: %s', (text, value, shown) => {
  const cell = aSheet().type(text);
  expect([cell?.v, displayOf(cell), cell?.f]).toEqual([value, shown, undefined]);
});

test('a plain text cell keeps what is typed', () => {
  const { workspace, id } = aSheet();
  const sheet = workspace.sheets.find(id)?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  workspace.sheets.put(OFFICE, workspace.sheets.open(OFFICE, id), sheet, { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }, () => ({
    v: null,
    numberFormat: '@',
  }));
  expect(workspace.sheets.typeInto(OFFICE, id, 0, 0, 0, '007')?.v).toBe('007');
});

test('formulas follow the cells they speak of, and say what is wrong', () => {
  const { type, workspace, id } = aSheet();
  type('4');
  expect(type('=A1*2+SUM(A1:A1)', 1)?.v).toBe(12);
  expect(type('=NOSUCH(1)', 2)?.e).toBe('#NAME?');
  expect(type('=1/0', 3)?.e).toBe('#DIV/0!');
  expect(type('=A5', 4)?.e).toBe('#REF!');
  expect(type('=(', 5)?.e).toBe('#ERROR!');
  type('10');
  workspace.sheets.settle(workspace.sheets.open(OFFICE, id));
  expect(workspace.sheets.find(id)?.sheets[0]?.rows[1]?.[0]?.v).toBe(30);
});

test.each([
  ['=IF(A1>3,"yes","no")', 'yes'],
  ['=VLOOKUP(2,{1,"a";2,"b"},2,FALSE)', 'b'],
  ['=COUNTIF({1,5,9},">4")', 2],
  ['=SUMPRODUCT(({1;5;9}>4)*1)', 2],
  ['=TEXTJOIN("-",TRUE,{"a","","b"})', 'a-b'],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=TEXT(DATE(2026,3,12),"dd/mm/yyyy")', '12/03/2026'],
  ['=NETWORKDAYS(DATE(2026,9,7),DATE(2026,9,14))', 6],
  ['=REGEXEXTRACT("Case 17","\\d+")', '17'],
  ['=SUM(UNIQUE({1;1;2}))', 3],
  ['=-2^2', 4],
])('the common functions: %s', (formula, value) => {
  const { type } = aSheet();
  type('4');
  expect(type(formula, 2)?.v).toBe(value);
});

test('an array formula spills into empty cells and withdraws from filled ones', () => {
  const { type, workspace, id } = aSheet();
  type('={1;2;3}', 0, 1);
  const column = () =>
    workspace.sheets
      .open(OFFICE, id)
      .sheets[0]?.rows.slice(0, 3)
      .map((row) => row[1]?.v ?? row[1]?.e ?? null);
  expect(column()).toEqual([1, 2, 3]);
  type('x', 1, 1);
  expect(column()).toEqual(['#REF!', 'x', null]);
});

test('someone without access may not type, a viewer neither, and an edit is noted in Drive and told to listeners', () => {
  const { workspace, id, type } = aSheet();
  expect(() => workspace.sheets.typeInto(TEACHER, id, 0, 0, 0, 'x')).toThrow('The caller does not have permission');
  workspace.drive.find(id)?.permissions.push({ id: 'p', type: 'user', role: 'reader', emailAddress: TEACHER });
  expect(() => workspace.sheets.typeInto(TEACHER, id, 0, 0, 0, 'x')).toThrow('The caller does not have permission');
  const told: string[] = [];
  workspace.sheets.onEdit.push(({ email, after }) => told.push(`${email} ${String(after?.v)}`));
  workspace.clock.pass(60_000);
  type('x');
  expect(told).toEqual([`${OFFICE} x`]);
  expect(workspace.drive.find(id)?.modifiedTime).toBe(workspace.clock.now());
});

// Google Sheets: 50,000 characters a cell, 10 million cells a spreadsheet (docs/apps-script/guides/services/quotas.md and Drive help).
test('the limits of a cell and of a spreadsheet hold', () => {
  const { workspace, type } = aSheet();
  expect(type('x'.repeat(50_000))?.v).toHaveLength(50_000);
  expect(() => type('x'.repeat(50_001))).toThrow('50000 characters');
  expect(() => workspace.sheets.create(OFFICE, { name: 'big', rows: 1_000_000, columns: 11 })).toThrow('10000000 cells');
});

// docs/apps-script/reference/spreadsheet/range.md, setValue: a leading "=" is a formula.
test('a script makes formulas whatever the format, and Dates in the spreadsheet’s zone', () => {
  const { value } = runScript(`function main() {
    const sheet = SpreadsheetApp.create('Book').getActiveSheet();
    sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
    sheet.getRange('A2').setValue(new Date('2026-09-07T09:30:00Z'));
    sheet.getRange('A3').setNumberFormat('@').setValue('007');
    return [sheet.getRange('A1').getFormula(), sheet.getRange('A2').getValue().toISOString(), sheet.getRange('A2').getDisplayValue(), sheet.getRange('A3').getValue()];
  }`);
  expect(value).toEqual(['=1+1', '2026-09-07T09:30:00.000Z', '07/09/2026 10:30:00', '007']);
});
