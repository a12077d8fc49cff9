import { expect, test } from '@jest/globals';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

/** Runs `body` with a fresh spreadsheet `id` of one sheet `Log` (10 rows, 4 columns, id 0) and gives back what it returns. */
function withLog(body: string, options: Parameters<typeof runScript>[1] = {}): unknown {
  const { value, error } = runScript(
    `function main() {
      const said = (work) => { try { return work() } catch (error) { return error.message.replace(/^.*failed with error: /, '') } };
      const { spreadsheetId: id } = Sheets.Spreadsheets.create({ properties: { title: 'T' }, sheets: [{ properties: { title: 'Log', gridProperties: { rowCount: 10, columnCount: 4 } } }] });
      const batch = (...requests) => Sheets.Spreadsheets.batchUpdate({ requests }, id);
      const values = (range = 'Log', options) => Sheets.Spreadsheets.Values.get(id, range, options).values ?? [];
      ${body}
    }`,
    options,
  );
  if (error) throw new Error(error.message);
  return value;
}

// docs/workspace/sheets/api/reference/rest/v4/ValueInputOption.md
test('RAW keeps what is sent; USER_ENTERED reads it as if it were typed', () => {
  expect(
    withLog(`
      Sheets.Spreadsheets.Values.update({ values: [['=1+1', '12/03/2026', 5]] }, id, 'Log!A1:C1', { valueInputOption: 'RAW' });
      Sheets.Spreadsheets.Values.update({ values: [['=1+1', '12/03/2026', '50%']] }, id, 'Log!A2:C2', { valueInputOption: 'USER_ENTERED' });
      return ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'].map((valueRenderOption) => values('Log!A1:C2', { valueRenderOption }));`),
  ).toEqual([
    [
      ['=1+1', '12/03/2026', '5'],
      ['2', '12/03/2026', '50%'],
    ],
    [
      ['=1+1', '12/03/2026', 5],
      [2, 46093, 0.5],
    ],
    [
      ['=1+1', '12/03/2026', 5],
      ['=1+1', 46093, 0.5],
    ],
  ]);
});

// docs/workspace/sheets/api/guides/values.md: empty trailing rows and columns are omitted.
test('empty cells at the ends are left out, and null leaves a cell as it was', () => {
  expect(
    withLog(`
      const put = (rows) => Sheets.Spreadsheets.Values.update({ values: rows }, id, 'Log!A1', { valueInputOption: 'RAW' });
      const wide = (rows) => Sheets.Spreadsheets.Values.update({ values: rows }, id, 'Log!A1:C3', { valueInputOption: 'RAW' });
      wide([['a', 'b'], ['', 'c'], ['', '']]);
      wide([[null, 'B']]);
      return [values(), values('Log!A1:C3', { majorDimension: 'COLUMNS' }), said(() => put([['a', 'b']]))];`),
  ).toEqual([
    [
      ['a', 'B'],
      ['', 'c'],
    ],
    [['a'], ['B', 'c']],
    'Invalid data[0]: Requested writing within range [Log!A1], but tried writing to column [B]',
  ]);
});

// docs/workspace/sheets/api/guides/batchupdate.md: if any request is invalid, none of the changes is applied.
test('a batch happens whole or not at all', () => {
  expect(
    withLog(`
      const row = (text) => ({ appendCells: { sheetId: 0, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }] } });
      batch(row('kept'));
      const refusal = said(() => batch(row('lost'), { addSheet: { properties: { title: 'Lost' } } }, { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
        { updateSpreadsheetProperties: { properties: { title: 'Lost' }, fields: 'title' } }, { deleteSheet: { sheetId: 99 } }));
      return [refusal, values(), Sheets.Spreadsheets.get(id, { fields: 'properties.title,sheets.properties.title' })];`),
  ).toEqual(['Invalid requests[4].deleteSheet: No grid with id: 99', [['kept']], { properties: { title: 'T' }, sheets: [{ properties: { title: 'Log' } }] }]);
});

// docs/workspace/sheets/api/guides/field-masks.md and .../request.md#UpdateCellsRequest
test('updateCells writes what the mask names and nothing else, and a stringValue is never a formula', () => {
  expect(
    withLog(`
      const cell = { userEnteredValue: { stringValue: '=1+1' }, note: 'n', userEnteredFormat: { backgroundColor: { red: 1 }, textFormat: { link: { uri: 'https://a.example' }, bold: true } } };
      const update = (fields, cell) => batch({ updateCells: { start: { sheetId: 0 }, fields, rows: [{ values: [cell] }] } });
      update('userEnteredValue,userEnteredFormat(backgroundColor,textFormat.link)', cell);
      update('note', { note: 'only' });
      const shown = Sheets.Spreadsheets.get(id, { ranges: ['Log!A1'], fields: 'sheets.data.rowData.values(userEnteredValue,note,hyperlink,userEnteredFormat(backgroundColor,textFormat))' });
      return [shown.sheets[0].data[0].rowData[0].values[0], said(() => update('', cell)), said(() => update('colour', cell)), said(() => update('*', { colour: 1 }))];`),
  ).toEqual([
    {
      userEnteredValue: { stringValue: '=1+1' },
      note: 'only',
      hyperlink: 'https://a.example',
      userEnteredFormat: { backgroundColor: { red: 1 }, textFormat: { link: { uri: 'https://a.example' } } },
    },
    "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    'Invalid requests[0].updateCells: Invalid field: colour',
    'Invalid requests[0].updateCells: Invalid JSON payload received. Unknown name "colour" at \'cell\': Cannot find field.',
  ]);
});

test('append goes under the table it finds and makes rows where there are none left', () => {
  expect(
    withLog(`
      const append = (row) => Sheets.Spreadsheets.Values.append({ values: [row] }, id, 'Log!A1', { valueInputOption: 'RAW' });
      const first = append(['a']).updates.updatedRange;
      for (let at = 1; at < 10; at += 1) append(['b' + at]);
      const last = append(['c']);
      return [first, last.tableRange, last.updates.updatedRange, Sheets.Spreadsheets.get(id).sheets[0].properties.gridProperties.rowCount];`),
  ).toEqual(['Log!A1', 'Log!A1:A10', 'Log!A11', 11]);
});

// docs/workspace/sheets/api/troubleshoot-api-errors.md
test('mistakes are answered in Google’s words', () => {
  expect(
    withLog(`return [
      said(() => values('Nowhere!A1')),
      said(() => values('Log!A99')),
      said(() => Sheets.Spreadsheets.get('x')),
      said(() => batch({ frob: {} })),
      said(() => batch({ addTable: {} })),
      said(() => batch({ addSheet: { properties: { title: 'Log' } } })),
    ];`),
  ).toEqual([
    'Unable to parse range: Nowhere!A1',
    'Range (Log!A99) exceeds grid limits. Max rows: 10, max columns: 4',
    'Requested entity was not found.',
    'Invalid JSON payload received. Unknown name "frob" at \'requests[0]\': Cannot find field.',
    'not in the local Workspace: the request addTable of spreadsheets.batchUpdate',
    'Invalid requests[0].addSheet: A sheet with the name "Log" already exists. Please enter another name.',
  ]);
});

test('without access to the file the API says so', () => {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Log' });
  const { error } = runScript(`function main() { Sheets.Spreadsheets.get('${id}') }`, { workspace, as: TEACHER });
  expect(error?.message).toBe('API call to sheets.spreadsheets.get failed with error: The caller does not have permission');
});

// docs/workspace/sheets/api/limits.md: 60 writes a minute a user a project.
test('the sixty-first write of a minute is refused, and the next minute is a new one', () => {
  const [done, refusal] = withLog(`
    const write = () => Sheets.Spreadsheets.Values.clear({}, id, 'Log!A1');
    let done = 0;
    const refusal = said(() => { for (;;) { write(); done += 1 } });
    Utilities.sleep(60000);
    write();
    return [done, refusal];`) as [number, string];
  // Creating the spreadsheet was the first.
  expect(done).toBe(59);
  expect(refusal).toMatch(/^Quota exceeded for quota metric 'Write requests'/);
});

test('a protected range names its editors to those who may edit, and keeps others out', () => {
  expect(
    withLog(`
      const added = batch({ addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }, editors: { users: ['${OFFICE}'] } } } }).replies[0].addProtectedRange.protectedRange;
      batch({ updateProtectedRange: { protectedRange: { protectedRangeId: added.protectedRangeId, description: 'head' }, fields: 'description' } });
      const shown = Sheets.Spreadsheets.get(id).sheets[0].protectedRanges[0];
      batch({ deleteProtectedRange: { protectedRangeId: added.protectedRangeId } });
      return [shown.description, shown.editors, shown.range, Sheets.Spreadsheets.get(id).sheets[0].protectedRanges ?? null];`),
  ).toEqual(['head', { users: [OFFICE] }, { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }, null]);
});

test('sorting, finding and pasting', () => {
  expect(
    withLog(`
      Sheets.Spreadsheets.Values.update({ values: [[2, 'b'], [1, 'a'], [3, 'b']] }, id, 'Log!A1:B3', { valueInputOption: 'RAW' });
      const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
      const { replies } = batch(
        { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
        { findReplace: { find: 'b', replacement: '=x', sheetId: 0 } },
        { copyPaste: { source: range, destination: { sheetId: 0, startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 } } },
        { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 5 } } });
      return [replies[1].findReplace.occurrencesChanged, values('Log', { valueRenderOption: 'FORMULA' })];`),
  ).toEqual([
    2,
    [
      [3, '=x'],
      [2, '=x'],
      [1, 'a'],
      [3, '=x'],
      [2, '=x'],
      [1, 'a'],
    ],
  ]);
});

// docs/workspace/sheets/api/scopes.md
test('with drive.file alone a script reaches the spreadsheets it made and no others of the same account', () => {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Made by hand' });
  const scopes = (name: string) => ({ workspace, scopes: [`https://www.googleapis.com/auth/${name}`] });
  const open = `function main() { return Sheets.Spreadsheets.get('${id}').properties.title }`;
  expect(runScript(open, scopes('drive.file')).error?.message).toContain('Requested entity was not found');
  expect(runScript(open, scopes('spreadsheets.readonly')).value).toBe('Made by hand');
  const own =
    "const { spreadsheetId } = Sheets.Spreadsheets.create({ properties: { title: 'Own' } }); return Sheets.Spreadsheets.get(spreadsheetId).properties.title";
  expect(runScript(`function main() { ${own} }`, scopes('drive.file')).value).toBe('Own');
});
