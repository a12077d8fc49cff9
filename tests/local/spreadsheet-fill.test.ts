import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

/** Runs `body` with an empty `sheet`; `said` gives what a call returns or throws. */
function onSheet(body: string): unknown {
  const { value, error } = runScript(`function main() {
    const said = (work) => { try { return work() } catch (error) { return String(error) } };
    const { DEFAULT_SERIES, ALTERNATE_SERIES } = SpreadsheetApp.AutoFillSeries;
    const sheet = SpreadsheetApp.create('Book').getSheets()[0];
    const column = (range) => sheet.getRange(range).getValues().flat();
    ${body}
  }`);
  expect(error).toBeUndefined();
  return value;
}

// docs/apps-script/reference/spreadsheet/range.md, autoFill
test('a filled range goes on with the pattern of the cells it starts from', () => {
  expect(
    onSheet(`
      sheet.getRange('A1:D2').setValues([[1, 'Year 1', '=A1*2', 'x'], [3, 'Year 2', '=A2*2', 'y']]);
      sheet.getRange('A1:D2').autoFill(sheet.getRange('A1:D4'), DEFAULT_SERIES);
      return sheet.getRange('A3:D4').getValues();`),
  ).toEqual([
    [5, 'Year 3', 10, 'x'],
    [7, 'Year 4', 14, 'y'],
  ]);
});

test('a fill goes upwards and sideways too, and the other series only repeats', () => {
  expect(
    onSheet(`
      sheet.getRange('B3:B4').setValues([[10], [20]]);
      sheet.getRange('B3:B4').autoFill(sheet.getRange('B1:B4'), DEFAULT_SERIES);
      sheet.getRange('B3:B3').autoFill(sheet.getRange('B3:D3'), DEFAULT_SERIES);
      sheet.getRange('B3:B4').autoFill(sheet.getRange('B3:B7'), ALTERNATE_SERIES);
      return [column('B1:B7'), sheet.getRange('B3:D3').getValues()[0]];`),
  ).toEqual([
    [-10, 0, 10, 20, 10, 20, 10],
    [10, 10, 10],
  ]);
});

test('a fill that does not hold its source, or grows two ways, is refused', () => {
  const refusal = 'Exception: AutoFill destination range must include source range and extend it in only one direction.';
  expect(
    onSheet(`return [said(() => sheet.getRange('A1').autoFill(sheet.getRange('A2:A5'), DEFAULT_SERIES)),
      said(() => sheet.getRange('A1').autoFill(sheet.getRange('A1:B2'), DEFAULT_SERIES))];`),
  ).toEqual([refusal, refusal]);
});

// docs/apps-script/reference/spreadsheet/range.md, autoFillToNeighbor
test('days fill down as far as the data beside them', () => {
  expect(
    onSheet(`
      sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]);
      sheet.getRange('B1').setValue('2026-10-24');
      sheet.getRange('B1').autoFillToNeighbor(DEFAULT_SERIES);
      return sheet.getRange('B1:B5').getDisplayValues().flat();`),
  ).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27', '']);
});

// docs/apps-script/reference/spreadsheet/range.md, splitTextToColumns
test('texts are split by a delimiter that is found, named or given, and the sheet grows for the parts', () => {
  expect(
    onSheet(`
      sheet.getRange('A1:A2').setValues([['one,2,three'], ['four']]);
      sheet.getRange('A1:A2').splitTextToColumns();
      sheet.getRange('A3').setValue('a#b').splitTextToColumns('#');
      sheet.getRange('Z4').setValue('a;b');
      sheet.getRange('Z4').splitTextToColumns(SpreadsheetApp.TextToColumnsDelimiter.SEMICOLON);
      return [sheet.getRange('A1:C3').getValues(), sheet.getMaxColumns(), sheet.getRange('Z4:AA4').getValues()[0]];`),
  ).toEqual([
    [
      ['one', 2, 'three'],
      ['four', '', ''],
      ['a', 'b', ''],
    ],
    27,
    ['a', 'b'],
  ]);
});

// docs/apps-script/reference/spreadsheet/range.md, randomize
test('rows in a random order are the same rows', () => {
  expect(
    onSheet(`
      const rows = Array.from({ length: 20 }, (_, index) => [index, 'row ' + index]);
      const range = sheet.getRange('A1:B20').setValues(rows);
      const after = range.randomize().getValues();
      return [JSON.stringify(after) !== JSON.stringify(rows), JSON.stringify(after.sort((a, b) => a[0] - b[0])) === JSON.stringify(rows)];`),
  ).toEqual([true, true]);
});

// docs/apps-script/reference/spreadsheet/sheet.md, getSheetValues
test('values are read as far as the sheet reaches', () => {
  expect(onSheet(`const rows = sheet.getSheetValues(1, 1, 2, 200); return [rows.length, rows[0].length];`)).toEqual([2, 26]);
});

// docs/apps-script/reference/spreadsheet/spreadsheet.md: what is done to a spreadsheet is done to its active sheet
test('a spreadsheet passes on to its active sheet', () => {
  expect(
    onSheet(`
      const ss = SpreadsheetApp.create('Other');
      ss.appendRow(['a']).appendRow(['b']);
      ss.insertRowBefore(1);
      ss.deleteRow(2);
      ss.setFrozenColumns(1);
      ss.hideRow(ss.getRange('A1'));
      return [ss.getDataRange().getValues().flat(), ss.getFrozenColumns(), ss.isRowHiddenByUser(1), ss.setColumnWidth(1, 42).getColumnWidth(1)];`),
  ).toEqual([['', 'b'], 1, true, 42]);
});
