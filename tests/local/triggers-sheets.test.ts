import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { type Fired, listenForEvents, moveClock, openFile, planDeliveries } from '../../local/apps-script/triggers.ts';
import { anEmptyWorkspace, aScript, OFFICE, TEACHER } from '../support/script.ts';

const VISITOR = 'jo@elsewhere.example';

/** A Sheet shared with a teacher, a script bound to it, and a way to type into its cells. */
function aSheet(source: string, { bound = true, readers = [TEACHER] } = {}) {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: VISITOR, givenName: 'Jo', familyName: 'Elsewhere' });
  const sheet = workspace.sheets.create(OFFICE, { name: 'Desk' });
  const file = workspace.drive.find(sheet.id);
  for (const emailAddress of [TEACHER, VISITOR]) file?.permissions.push({ id: emailAddress, type: 'user', role: 'writer', emailAddress });
  const script = aScript(workspace, source.replaceAll('FILE_ID', sheet.id));
  if (bound) script.container = sheet.id;
  for (const emailAddress of readers) workspace.drive.find(script.id)?.permissions.push({ id: emailAddress, type: 'user', role: 'reader', emailAddress });
  const fired: Fired[] = [];
  listenForEvents(workspace);
  // Events wait a moment, so that the test gets what they come to.
  planDeliveries(workspace, () => [1]);
  const settle = () => fired.push(...moveClock(workspace, workspace.clock.now() + 10));
  if (source.includes('function install')) execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'install' });
  return {
    workspace,
    sheet,
    script,
    fired,
    settle,
    type(text: string, email = TEACHER) {
      workspace.sheets.typeInto(email, sheet.id, sheet.sheets[0]?.id ?? 0, 1, 2, text);
      settle();
    },
    values: () => fired.map(({ result }) => result.value ?? result.error?.message),
  };
}

const ON_EDIT = `function onEdit(e) {
  return [e.range.getA1Notation(), e.value, e.oldValue, e.source.getId(), e.user.getEmail(), e.authMode === ScriptApp.AuthMode.LIMITED, e.triggerUid];
}`;

// guides/triggers/events.md, "Google Sheets events"
test('what a person types fires onEdit with the cell, its old and its new value', () => {
  const { type, values, sheet } = aSheet(ON_EDIT);
  type('one');
  type('two');
  type('');
  expect(values()).toEqual([
    ['C2', 'one', undefined, sheet.id, TEACHER, true, undefined],
    ['C2', 'two', 'one', sheet.id, TEACHER, true, undefined],
    ['C2', undefined, 'two', sheet.id, TEACHER, true, undefined],
  ]);
});

// reference/base/session.md: blank for somebody of another domain
test('a simple trigger does not learn who an editor of another domain is', () => {
  const { type, values } = aSheet('function onEdit(e) { return [e.user.getEmail(), Session.getActiveUser().getEmail()] }');
  type('x', VISITOR);
  expect(values()).toEqual([['', '']]);
});

// guides/triggers.md, "Restrictions"
test('a simple trigger reaches its own file, and nothing that needs anyone’s permission', () => {
  const { type, values, workspace, sheet } = aSheet(`function onEdit(e) {
    e.range.setNote('seen');
    try { MailApp.sendEmail('a@quillhaven.example', 's', 'b') } catch (error) { return error.message }
  }`);
  type('x');
  expect(values()).toEqual([expect.stringContaining('Required permissions')]);
  expect(workspace.sheets.find(sheet.id)?.sheets[0]?.rows[1]?.[2]?.note).toBe('seen');
});

test('what a script writes fires nothing', () => {
  const { workspace, script, settle, fired } = aSheet(`${ON_EDIT} function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1) }`);
  expect(execute(workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'write' }).ok).toBe(true);
  settle();
  expect(fired).toEqual([]);
});

const INSTALLED = `function edited(e) { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), e.authMode === ScriptApp.AuthMode.FULL, e.changeType ?? e.value] }
function install() {
  ScriptApp.newTrigger('edited').forSpreadsheet('FILE_ID').onEdit().create();
  ScriptApp.newTrigger('edited').forSpreadsheet('FILE_ID').onChange().create();
}`;

// guides/triggers/installable.md
test('installed triggers run as their creator, whoever edits', () => {
  const { type, values } = aSheet(INSTALLED);
  type('x');
  expect(values()).toEqual([
    [TEACHER, OFFICE, true, 'x'],
    [TEACHER, OFFICE, true, 'EDIT'],
  ]);
});

test('triggers of a standalone script fire only for those who may see the script', () => {
  const stranger = aSheet(INSTALLED, { bound: false, readers: [] });
  stranger.type('x');
  expect(stranger.fired).toEqual([]);
  const reader = aSheet(INSTALLED, { bound: false });
  reader.type('x');
  expect(reader.fired).toHaveLength(2);
});

// guides/triggers.md, "onEdit(e)"
test('no more than two edits wait for onEdit', () => {
  const { workspace, sheet, fired } = aSheet(ON_EDIT);
  for (const text of ['a', 'b', 'c', 'd']) workspace.sheets.typeInto(TEACHER, sheet.id, sheet.sheets[0]?.id ?? 0, 0, 0, text);
  fired.push(...moveClock(workspace, workspace.clock.now() + 1000));
  expect(fired.map(({ result }) => (result.value as unknown[])[1])).toEqual(['a', 'b']);
});

// guides/triggers.md, "onOpen(e)"
test('opening fires onOpen for those who may edit, and puts up their menu', () => {
  const { workspace, sheet } = aSheet(
    `function onOpen(e) { SpreadsheetApp.getUi().createMenu('Desk').addItem('Sort', 'sort').addToUi(); return e.source.getName() }`,
  );
  planDeliveries(workspace, () => [0]);
  expect(openFile(workspace, sheet.id, TEACHER).map(({ result }) => result.value)).toEqual(['Desk']);
  const file = workspace.drive.find(sheet.id);
  for (const permission of file?.permissions ?? []) if (permission.role === 'writer') permission.role = 'reader';
  expect(openFile(workspace, sheet.id, TEACHER)).toEqual([]);
});

// guides/triggers/events.md, "Form submit" of Google Sheets
test('a form’s answer fires the trigger of its Sheet with the row and its named values', () => {
  const { workspace, settle, values } =
    aSheet(`function row(e) { return [e.range.getRow(), e.namedValues.Name, e.values.length === Object.keys(e.namedValues).length, e.values.includes('Ada')] }
  function install() {
    const form = FormApp.create('F', true).setDestination(FormApp.DestinationType.SPREADSHEET, 'FILE_ID');
    form.addTextItem().setTitle('Name');
    form.addPublishedReader('${TEACHER}');
    ScriptApp.newTrigger('row').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
  }`);
  const form = Object.values(workspace.data.forms)[0];
  if (!form) throw new Error('no form');
  workspace.forms.submit(form, TEACHER, { answers: { [form.items[0]?.id ?? 0]: 'Ada' } });
  settle();
  expect(values()).toEqual([[2, ['Ada'], true, true]]);
});
