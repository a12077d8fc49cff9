import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript, TEACHER } from '../support/script.ts';

/** Runs `body` with a fresh spreadsheet `ss` and its first `sheet`; `said` gives what a call returns or throws. */
function withBook(body: string, options: Parameters<typeof runScript>[1] = {}): unknown {
  const { value, error } = runScript(
    `function main() {
      const said = (work) => { try { return work() } catch (error) { return String(error) } };
      const ss = SpreadsheetApp.create('Book');
      const sheet = ss.getSheets()[0];
      ${body}
    }`,
    options,
  );
  if (error) throw new Error(error.message);
  return value;
}

// docs/apps-script/reference/spreadsheet/range.md
test('ranges are as large as asked, and data must fit them', () => {
  expect(
    withBook(`return [
      sheet.getRange('B2:C').getA1Notation(),
      sheet.getRange(2, 3, 4, 5).getA1Notation(),
      sheet.getRange('B2').offset(1, 1, 2, 2).getA1Notation(),
      said(() => sheet.getRange('A1:B2').setValues([[1, 2]])),
      said(() => sheet.getRange('A1:B2').setValues([[1], [2]])),
      said(() => sheet.getRange(1001, 1)),
      said(() => sheet.getRange(1, 1, 0, 1)),
      said(() => sheet.getRange('A1').setValue()),
      said(() => sheet.getRange({})),
      said(() => sheet.getRange('A1').frobnicate()),
    ];`),
  ).toEqual([
    'B2:C1000',
    'C2:G5',
    'C3:D4',
    'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    'Exception: The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    'Exception: The number of rows in the range must be at least 1.',
    "Exception: The parameters () don't match the method signature for SpreadsheetApp.Range.setValue.",
    "Exception: The parameters (Object) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    'Error: not in the local Workspace: Range.frobnicate',
  ]);
});

test('values, display values and formulas are kept apart', () => {
  expect(
    withBook(`
      sheet.getRange('A1:C1').setValues([[0.125, '=A1*2', '']]);
      sheet.getRange('A1:B1').setNumberFormat('0.0%');
      const range = sheet.getRange('A1:C1');
      return [range.getValues(), range.getDisplayValues(), range.getFormulas(), sheet.getRange('B1').getFormulaR1C1(), sheet.getRange('B2').setFormulaR1C1('=R[-1]C[-1]').getFormula()];`),
  ).toEqual([[[0.125, 0.25, '']], [['12.5%', '25.0%', '']], [['', '=A1*2', '']], '=R[0]C[-1]*2', '=A1']);
});

// docs/apps-script/reference/spreadsheet/sheet.md, appendRow, getLastRow, insertRowBefore
test('rows are added below the content, and formulas follow when lines move', () => {
  expect(
    withBook(`
      sheet.getRange('A1:A50').setBackground('red').setNote('n');
      sheet.appendRow(['a', 1]).appendRow(['b', '=B1+1']);
      const total = ss.insertSheet('Sum').getRange('A1').setFormula('=SUM(Sheet1!B1:B2)');
      const before = [sheet.getLastRow(), sheet.getLastColumn(), total.getValue()];
      sheet.insertRowBefore(1);
      sheet.insertRowAfter(2);
      const after = [sheet.getRange('B4').getFormula(), total.getFormula(), total.getValue()];
      sheet.deleteRows(1, 4);
      sheet.setName('Other one');
      return [before, after, total.getFormula(), total.getDisplayValue()];`),
  ).toEqual([[2, 2, 3], ['=B2+1', '=SUM(Sheet1!B2:B4)', 3], '=SUM(#REF!)', '#REF!']);
});

test('a renamed sheet keeps its name in formulas elsewhere', () => {
  expect(
    withBook(`
      sheet.getRange('A1').setValue(7);
      const other = ss.insertSheet().getRange('A1').setFormula('=Sheet1!A1');
      sheet.setName('Year 3');
      return [other.getFormula(), other.getValue()];`),
  ).toEqual(["='Year 3'!A1", 7]);
});

// docs/apps-script/reference/spreadsheet/data-validation-builder.md
test('rules can be built, read back and copied', () => {
  expect(
    withBook(`
      sheet.getRange('A1:A2').setValues([['open'], ['held']]);
      const rule = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('A1:A2')).setAllowInvalid(false).setHelpText('One of these').build();
      sheet.getRange('B1:B2').setDataValidation(rule);
      sheet.getRange('B1').setValue('held');
      const kept = sheet.getRange('B1').getDataValidation();
      return [
        kept.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE,
        kept.getHelpText(),
        said(() => sheet.getRange('B1:B2').setValues([['open'], ['lost']])),
        sheet.getRange('B1').getValue(),
        sheet.getRange('C1').insertCheckboxes().check().getValue(),
        said(() => sheet.getRange('D1').check()),
      ];`),
  ).toEqual([
    true,
    'One of these',
    'Exception: The data you entered in cell B2 violates the data validation rules set on this cell.',
    'held',
    true,
    'Exception: The range contains cells that are not checkboxes.',
  ]);
});

// docs/apps-script/reference/spreadsheet/rich-text-value-builder.md
test('rich text keeps its links and its looks', () => {
  expect(
    withBook(`
      const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      const text = SpreadsheetApp.newRichTextValue().setText('Case 17').setTextStyle(0, 4, bold).setLinkUrl(5, 7, 'https://a.example').build();
      const kept = sheet.getRange('A1').setRichTextValue(text).getRichTextValue();
      return [sheet.getRange('A1').getValue(), kept.getRuns().map((run) => [run.getText(), run.getTextStyle().isBold(), run.getLinkUrl()]), sheet.getRange('A2').setValue(5).getRichTextValue()];`),
  ).toEqual([
    'Case 17',
    [
      ['Case', true, null],
      [' ', null, null],
      ['17', null, 'https://a.example'],
    ],
    null,
  ]);
});

test('sorting, copying, merging, finding and removing duplicates', () => {
  expect(
    withBook(`
      sheet.getRange('A1:B4').setValues([['b', 2], ['a', 1], ['', ''], ['a', 1]]);
      const sorted = sheet.getRange('A1:B4').sort([{ column: 2, ascending: false }, 1]).getValues();
      const unique = sheet.getRange('A1:B3').removeDuplicates().getA1Notation();
      sheet.getRange('C1').setFormula('=B1+1').copyTo(sheet.getRange('C1:C2'));
      const found = sheet.createTextFinder('A').findAll().map((cell) => cell.getA1Notation());
      const replaced = sheet.createTextFinder('a').matchCase(true).replaceAllWith('z');
      sheet.getRange('A1:B2').merge();
      return [sorted, unique, sheet.getRange('C1:C2').getFormulas(), found, replaced, sheet.getRange('A1:B2').getValues(), sheet.getRange('B2').getMergedRanges().map((range) => range.getA1Notation())];`),
  ).toEqual([
    [
      ['b', 2],
      ['a', 1],
      ['a', 1],
      ['', ''],
    ],
    'A1:B2',
    [['=B1+1'], ['=B2+1']],
    ['A2'],
    1,
    [
      ['b', ''],
      ['', ''],
    ],
    ['A1:B2'],
  ]);
});

test('named ranges, filters and conditional formats stay with the sheet', () => {
  expect(
    withBook(`
      ss.setNamedRange('Owners', sheet.getRange('B2:B9'));
      sheet.getRange('A1:C9').createFilter();
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextContains('open').setBackground('#ff0000').setRanges([sheet.getRange('A2:A9')]).build()]);
      sheet.insertColumnBefore(1);
      return [ss.getRangeByName('Owners').getA1Notation(), sheet.getFilter().getRange().getA1Notation(), sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation(),
        said(() => ss.setNamedRange('A1', sheet.getRange('A1'))), said(() => sheet.getRange('A1').createFilter())];`),
  ).toEqual([
    'C2:C9',
    'B1:D9',
    'B2:B9',
    'Exception: The name you entered is not valid: A1',
    "Exception: You can't create a filter in a sheet that already has a filter.",
  ]);
});

// docs/apps-script/guides/sheets/functions.md and reference/spreadsheet/spreadsheet-app.md: openById needs access to the file.
test('a file one may not read cannot be opened, and one that is only shared for reading cannot be changed', () => {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Log' });
  const open = `function main() { return SpreadsheetApp.openById('${id}').getSheets()[0].getRange('A1').setValue(1).getValue() }`;
  expect(runScript(open, { workspace, as: TEACHER }).error?.message).toBe('You do not have permission to access the requested document.');
  workspace.drive.find(id)?.permissions.push({ id: 'p', type: 'user', role: 'reader', emailAddress: TEACHER });
  expect(runScript(open, { workspace, as: TEACHER }).error?.message).toBe('You do not have permission to perform that action.');
  expect(runScript(open, { workspace }).value).toBe(1);
});

/** Runs `main` of a script bound to a spreadsheet, with the office at the keyboard. */
function bound(source: string, scopes?: string[]) {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, source, scopes);
  script.container = workspace.sheets.create(OFFICE, { name: 'Mine' }).id;
  const other = workspace.sheets.create(OFFICE, { name: 'Other' }).id;
  script.files = script.files.map((file) => ({ ...file, source: file.source.replace('OTHER', other) }));
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'main' });
}

// docs/apps-script/guides/bound.md: only bound scripts have an active spreadsheet and its user interface.
test('a bound script has its spreadsheet, its menus and dialogs; a standalone one has none', () => {
  const source = `function main() {
    const name = SpreadsheetApp.getActiveSpreadsheet()?.getName() ?? null;
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Desk').addItem('Tidy', 'tidy').addToUi();
    return [name, ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES];
  }`;
  const { value, log } = bound(source);
  expect(value).toEqual(['Mine', true]);
  expect(log).toEqual(['[menu] Desk: Tidy', '[alert] Sure?']);
  expect(runScript(source).error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

// docs/apps-script/guides/services/authorization.md, @OnlyCurrentDoc: spreadsheets.currentonly reaches the bound file alone.
test('the narrow scope opens the script’s own spreadsheet and no other', () => {
  const narrow = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
  expect(bound(`function main() { return SpreadsheetApp.getActive().getName() }`, narrow).value).toBe('Mine');
  expect(bound(`function main() { return SpreadsheetApp.openById('OTHER').getName() }`, narrow).error?.message).toMatch(
    /^Specified permissions are not sufficient/,
  );
});

test('reads and writes are counted, once each, and big ones take longer', () => {
  const { calls } = runScript(`function main() {
    const sheet = SpreadsheetApp.create('Book').getActiveSheet();
    sheet.getRange('A1:Z1000').getValues();
    sheet.getRange('A1').getValues();
  }`);
  expect(calls.map(({ name }) => name)).toEqual([
    'SpreadsheetApp.create',
    'Spreadsheet.getActiveSheet',
    'Sheet.getRange',
    'Range.getValues',
    'Sheet.getRange',
    'Range.getValues',
  ]);
  expect(calls[3]?.ms).toBeGreaterThan(calls[5]?.ms ?? 0);
});

// docs/apps-script/reference/spreadsheet/color.md, color-builder.md, range.md (setBackgroundObject)
test('colours are also objects; those of a theme are not kept in cells', () => {
  expect(
    withBook(`
      const { RGB, THEME } = SpreadsheetApp.ColorType;
      const green = SpreadsheetApp.newColor().setRgbColor('green').build();
      const accent = SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build();
      const range = sheet.getRange('A1:B1').setBackgroundObject(green).setFontColorObjects([[green, null]]);
      const seen = range.getFontColorObjects()[0].map((color) => color.asRgbColor().asHexString());
      return [range.getBackground(), range.getBackgroundObject().asRgbColor().getGreen(), seen, green.getColorType() === RGB, accent.getColorType() === THEME,
        String(accent.asThemeColor().getThemeColorType()), said(() => accent.asRgbColor()), said(() => range.setBackgroundObject(accent))];`),
  ).toEqual([
    '#008000',
    128,
    ['#008000', '#000000'],
    true,
    true,
    'ACCENT1',
    'Exception: Object is not of type RgbColor.',
    'Error: not in the local Workspace: theme colours of cells',
  ]);
});
