import { expect, test } from '@jest/globals';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const REFUSED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** A sheet that the office owns and the teacher may edit, after the office has run `setUp` with `ss` and `sheet` at hand. */
function shared(setUp: string): { workspace: Workspace; id: string } {
  const workspace = anEmptyWorkspace();
  const { id } = workspace.sheets.create(OFFICE, { name: 'Desk' });
  const result = runScript(
    `function main() { const ss = SpreadsheetApp.openById('${id}').addEditor('${TEACHER}'); const sheet = ss.getSheets()[0]; ${setUp} }`,
    { workspace },
  );
  if (!result.ok) throw new Error(result.error?.message);
  return { workspace, id };
}

const types =
  ({ workspace, id }: ReturnType<typeof shared>, who: string, row: number) =>
  () =>
    workspace.sheets.typeInto(who, id, 0, row, 0, 'x');

// docs/apps-script/reference/spreadsheet/range.md, protect: until editors are set, permissions mirror the spreadsheet's.
test('a new protection keeps no editor out until its editors are set', () => {
  expect(types(shared(`sheet.protect();`), TEACHER, 0)()?.v).toBe('x');
  const locked = shared(`const p = sheet.protect(); p.removeEditors(p.getEditors());`);
  expect(types(locked, TEACHER, 0)).toThrow(REFUSED);
  expect(types(locked, OFFICE, 0)()?.v).toBe('x');
});

// docs/apps-script/reference/spreadsheet/protection.md, setUnprotectedRanges
test('unprotected ranges of a protected sheet stay open, to scripts and the API too', () => {
  const desk = shared(`const p = sheet.protect(); p.removeEditors(p.getEditors()); p.setUnprotectedRanges([sheet.getRange('A2:A')]);`);
  expect(types(desk, TEACHER, 0)).toThrow(REFUSED);
  expect(types(desk, TEACHER, 1)()?.v).toBe('x');
  const { value } = runScript(
    `function main() {
      const said = (work) => { try { work(); return 'done' } catch (error) { return error.message } };
      const sheet = SpreadsheetApp.openById('${desk.id}').getSheets()[0];
      return [
        said(() => sheet.getRange('A1').setValue(1)),
        said(() => sheet.getRange('A1:A2').setValues([[1], [2]])),
        said(() => sheet.getRange('A2').setValue(2)),
        said(() => sheet.deleteRow(1)),
        said(() => sheet.setName('Mine')),
        said(() => Sheets.Spreadsheets.Values.update({ values: [[1]] }, '${desk.id}', 'Sheet1!A1', { valueInputOption: 'RAW' })),
      ];
    }`,
    { workspace: desk.workspace, as: TEACHER },
  );
  expect(value).toEqual([
    REFUSED,
    REFUSED,
    'done',
    REFUSED,
    REFUSED,
    `API call to sheets.spreadsheets.values.update failed with error: Invalid data[0]: ${REFUSED}`,
  ]);
});

// docs/apps-script/reference/spreadsheet/protection.md, setWarningOnly: "users can still edit".
test('a protection that only warns blocks nothing', () => {
  expect(types(shared(`const p = sheet.protect(); p.removeEditors(p.getEditors()); p.setWarningOnly(true);`), TEACHER, 0)()?.v).toBe('x');
});

// docs/apps-script/reference/spreadsheet/protection.md: removeEditor cannot remove the owner; group members keep edit.
test('the owner cannot be removed, and members of an editing group keep edit', () => {
  const desk = shared(`const p = sheet.protect(); p.removeEditors(p.getEditors()); p.addEditor('dsl@quillhaven.example');`);
  expect(desk.workspace.sheets.find(desk.id)?.protections[0]?.editors).toEqual([OFFICE, 'dsl@quillhaven.example']);
  desk.workspace.data.groups['dsl@quillhaven.example'] = {
    email: 'dsl@quillhaven.example',
    name: 'DSL',
    description: '',
    members: [{ email: TEACHER, role: 'MEMBER' }],
  };
  expect(types(desk, TEACHER, 0)()?.v).toBe('x');
});

test('the domain gets in when it is let in', () => {
  const closed = shared(`const p = sheet.protect(); p.removeEditors(p.getEditors()); p.setDomainEdit(false);`);
  expect(types(closed, TEACHER, 0)).toThrow(REFUSED);
  const open = shared(`const p = sheet.protect(); p.removeEditors(p.getEditors()); p.setDomainEdit(true);`);
  expect(types(open, TEACHER, 0)()?.v).toBe('x');
});

// docs/apps-script/reference/spreadsheet/data-validation-builder.md, setAllowInvalid
test('a rule that rejects invalid data rejects it from people and scripts, and one that warns does not', () => {
  const strict = shared(
    `sheet.getRange('A1:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['open', 'held']).setAllowInvalid(false).build());`,
  );
  expect(types(strict, TEACHER, 0)).toThrow('violates the data validation rules');
  expect(strict.workspace.sheets.typeInto(TEACHER, strict.id, 0, 0, 0, 'held')?.v).toBe('held');
  const lax = shared(`sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['open']).build());`);
  expect(types(lax, TEACHER, 0)()?.v).toBe('x');
});

// docs/workspace/drive/api/guides/content-restrictions.md
test('a locked file refuses scripts too', () => {
  const { workspace, id } = shared('');
  const file = workspace.drive.find(id);
  if (file) file.contentRestrictions = { readOnly: true, ownerRestricted: true };
  const { error } = runScript(`function main() { SpreadsheetApp.openById('${id}').getSheets()[0].getRange('A1').setValue(1) }`, { workspace });
  expect(error?.message).toBe('You do not have permission to perform that action.');
});
