import { expect, test } from '@jest/globals';
import type { FileContent } from '../../src/incidents/working/case-files.ts';
import { base64, begun, PDF, PNG } from '../support/reporting.ts';
import { aSchool } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Files of a case (B2): who may add and read them, and which are refused (rule 8). */

function aCase(change: Record<string, unknown> = {}) {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.pupil]: 'affected' }), ...change });
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

test('B2: a document is added, listed, and comes back as it went in, for readers of the case alone', () => {
  const { dsl, school, reference } = aCase();
  dsl.press('addFile', { name: 'letter.pdf', data: base64(PDF) });
  const [file] = dsl.file().files;
  expect(file).toMatchObject({ name: 'letter.pdf', mimeType: 'application/pdf', bytes: PDF.length, who: 'Priya Nair' });
  const request = { reference, file: file?.id };
  expect(school.as(school.people.deputy).get<FileContent>('readFile', request)).toEqual({
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    base64: base64(PDF),
  });
  for (const other of [school.people.head, school.people.chair]) {
    expect(school.as(other).call('readFile', request)).toMatchObject({ ok: false, code: 'no-such-case' });
  }
  expect(school.workspace.drive.mayRead(school.people.dsl, file?.id ?? '')).toBe(false);
});

test('B2: a file of another case, or of none, is not read by way of this one', () => {
  const { dsl, school, reference } = aCase();
  const other = new Working(school, school.people.head, raise(school, naming({ [school.people.secondTeacher]: 'alleged' })));
  other.press('addFile', { name: 'letter.pdf', data: base64(PDF) });
  for (const file of [other.file().files[0]?.id, school.fileId('records'), 'no-such-file']) {
    expect(dsl.school.as(dsl.who).call('readFile', { reference, file })).toMatchObject({ ok: false, code: 'no-such-file' });
  }
});

test('Rule 8: where images of children may be concerned no picture is taken, by its type or by what was said before it had one; none is kept', () => {
  for (const change of [{ typeHint: 'nudes' }, { story: 'Somebody sent round a nude picture of her.' }]) {
    const { dsl, school } = aCase(change);
    expect(dsl.try('addFile', { name: 'screen.png', data: base64(PNG) })).toMatchObject({ ok: false, code: 'pictures-refused' });
    expect(begun(school)).toEqual({ draft: [], upload: [], attachment: [] });
    dsl.press('addFile', { name: 'letter.pdf', data: base64(PDF) });
  }
});

test('Rule 8: a picture is refused too when the case becomes one of images while it is on its way, and is deleted for good', () => {
  const { school, reference } = aCase();
  const { dsl, deputy } = school.people;
  const change = () =>
    void new Working(school, deputy, reference).press('classifyCase', { types: ['nudes'], severity: 'high', was: { types: [], severity: '' } });
  const request = { key: newKey(), reference, name: 'screen.png', data: base64(PNG) };
  const calls =
    school
      .clone()
      .door(dsl, 'addFile', request)
      .run?.calls.map(({ name }) => name) ?? [];
  const at = calls.indexOf('Lock.tryLock') + 1;
  const { answer } = school.door(dsl, 'addFile', request, [{ at, kind: 'meanwhile', run: change }]);
  expect(answer).toMatchObject({ ok: false, code: 'pictures-refused' });
  expect(begun(school)).toEqual({ draft: [], upload: [], attachment: [] });
});

test.each([
  ['a program', 'game.exe', 'MZ'],
  ['something that is not what its name says', 'letter.pdf', 'MZ'],
  ['nothing', '', ''],
])('B2: %s is not taken', (_, name, bytes) => {
  expect(aCase().dsl.try('addFile', { name, data: base64(bytes) })).toMatchObject({ ok: false, code: 'file-not-taken', field: 'file' });
});

test('B2: what cannot be read as a file is not taken', () => {
  expect(aCase().dsl.try('addFile', { name: 'letter.pdf', data: '*' })).toMatchObject({ ok: false, field: 'file' });
});

test.each([
  ['before the journal had it goes after a day', 'Drive.Files.create', { draft: [], upload: [], attachment: [] }],
  ['after the journal had it is kept', 'Sheets.Spreadsheets.batchUpdate', { draft: [], upload: [], attachment: ['letter.pdf'] }],
])('B2: a file whose run ended %s', (_, last, left) => {
  const { school, reference } = aCase();
  const request = { key: newKey(), reference, name: 'letter.pdf', data: base64(PDF) };
  const calls =
    school
      .clone()
      .door(school.people.dsl, 'addFile', request)
      .run?.calls.map(({ name }) => name) ?? [];
  school.door(school.people.dsl, 'addFile', request, [{ at: calls.lastIndexOf(last) + 1, kind: 'dies after' }]);
  expect(begun(school).upload).toEqual(['letter.pdf']);
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 8, 10, 1));
  school.beat();
  expect(begun(school)).toEqual(left);
});
