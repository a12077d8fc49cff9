import { expect, test } from '@jest/globals';
import type { IncidentSettings } from '../../src/incidents/settings.ts';
import { USUAL_INCIDENT_SETTINGS } from '../../src/incidents/settings.ts';
import { payloadsOf } from '../support/agreement-forms.ts';
import { deskHeadings, deskLinesOf, typeOnDesk } from '../support/desk.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** The desk as people work in it: a Sheet in the local Google, kept by the shipped office. */

function aDesk() {
  const school = aSchool();
  const reference = raise(school, naming({ [school.people.pupil]: 'affected' }));
  return { school, reference, dsl: school.people.dsl };
}

function set(school: SchoolUnderTest, change: Partial<IncidentSettings>, by: string = school.people.dsl) {
  return school.as(by).call<IncidentSettings>('saveIncidentSettings', { ...USUAL_INCIDENT_SETTINGS, ...change });
}

function sheetOf(school: SchoolUnderTest) {
  const sheet = school.workspace.data.spreadsheets[school.fileId('desk-dsl')]?.sheets[0];
  if (!sheet) throw new Error('the desk has no sheet');
  return sheet;
}

test('B2: the desk has frozen headings with links, views to choose and colours beside words', () => {
  const { school } = aDesk();
  const { frozenRows, filterViews, conditionalFormats, rows } = sheetOf(school);
  expect(frozenRows).toBe(3);
  expect(rows[0]?.map((cell) => cell?.v)).toEqual(['New concern', 'All my cases', 'Flagged messages', 'Review', 'Verify history', 'Reports', 'Help']);
  for (const cell of rows[0] ?? []) expect(cell?.link).toMatch(/\/exec\?page=\w/);
  expect(filterViews.map(({ title }) => title)).toEqual(expect.arrayContaining(['Overdue', 'State: new', 'Severity: high', 'Owner: Priya Nair']));
  expect(conditionalFormats.length).toBeGreaterThan(3);
  expect(school.workspace.data.spreadsheets[school.fileId('desk-dsl')]?.protections).toHaveLength(1);
});

test('B2: what was changed on the desk is on the page that opens next, by whoever changed it', () => {
  const { school, reference, dsl } = aDesk();
  new Working(school, dsl, reference).file();
  typeOnDesk(school, dsl, reference, 'State', 'waiting');
  expect(new Working(school, dsl, reference).file()).toMatchObject({ state: 'waiting' });
  typeOnDesk(school, school.people.deputy, reference, 'Owner', 'Tom Whitfield');
  expect(new Working(school, dsl, reference).list().lines).toMatchObject([{ owner: 'Tom Whitfield' }]);
  expect(new Working(school, dsl, reference).file().timeline.at(-1)).toMatchObject({ who: 'Tom Whitfield' });
});

test('B2: a page that opens asks Drive once for each desk of the visitor, and reads no Sheet more when nobody has changed one', () => {
  const { school, reference, dsl } = aDesk();
  new Working(school, dsl, reference).file();
  const calls = (run: ReturnType<SchoolUnderTest['door']>['run']) =>
    (run?.calls ?? []).map(({ name }) => name).filter((name) => name.startsWith('Drive') || name.startsWith('Sheets'));
  const names = calls(school.door(dsl, 'openCase', { reference }).run);
  expect(names.filter((name) => name.startsWith('Drive'))).toEqual(['Drive.Files.get']);
  expect(names.filter((name) => name.startsWith('Sheets')).length).toBeLessThanOrEqual(4);
});

test('B2: a beat reads a desk only when there is something to see', () => {
  const { school, reference, dsl } = aDesk();
  const reads = () => school.beat().calls.filter(({ name }) => name === 'Sheets.Spreadsheets.get').length;
  school.pass(12);
  const quiet = reads();
  typeOnDesk(school, dsl, reference, 'Note', 'Seen her');
  expect(reads()).toBeGreaterThan(quiet);
  expect(deskLinesOf(school)).toMatchObject([{ Note: 'Seen her' }]);
  school.workspace.clock.pass(60_000);
  reads();
  school.workspace.clock.pass(60_000);
  expect(reads()).toBe(quiet);
});

test('B2: what people add to a desk is put back, and the history says so', () => {
  const { school, reference, dsl } = aDesk();
  const desk = school.fileId('desk-dsl');
  const place = deskHeadings(school).indexOf('Note') + 1;
  school.type(dsl, 'desk-dsl', 'Desk', 20, place, 'A line of my own');
  school.workspace.sheets.addSheet(school.workspace.sheets.openToEdit(dsl, desk), 'My notes');
  school.workspace.sheets.touch(school.workspace.sheets.openToEdit(dsl, desk), dsl);
  school.pass(5);
  expect(school.workspace.data.spreadsheets[desk]?.sheets.map(({ name }) => name)).toEqual(['Desk']);
  expect(JSON.stringify(sheetOf(school).rows)).not.toContain('A line of my own');
  expect(school.desk('dsl').map(([first]) => first)).toEqual([reference]);
  expect(payloadsOf(school, 'desk put back')).toEqual([{ count: 2 }]);
  school.pass(10);
  expect(payloadsOf(school, 'desk put back')).toHaveLength(1);
});

test('B5: to look at only: nobody may type, readers stay readers, and it goes back when the setting does', () => {
  const { school, reference, dsl } = aDesk();
  typeOnDesk(school, dsl, reference, 'Note', 'Typed before');
  expect(set(school, { deskViewOnly: true })).toMatchObject({ ok: true });
  expect(deskLinesOf(school)).toMatchObject([{ Reference: reference, Note: 'Typed before' }]);
  expect(() => typeOnDesk(school, dsl, reference, 'Note', 'Typed after')).toThrow();
  expect(school.workspace.drive.mayRead(dsl, school.fileId('desk-dsl'))).toBe(true);
  expect(school.workspace.drive.mayRead(school.people.teacher, school.fileId('desk-dsl'))).toBe(false);
  set(school, {});
  typeOnDesk(school, dsl, reference, 'Note', 'Typed after');
  school.pass(5);
  expect(deskLinesOf(school)).toMatchObject([{ Note: 'Typed after' }]);
  expect(payloadsOf(school, 'desk put back')).toEqual([]);
});

test('B5: people stand on the desk as it is set, at once', () => {
  const { school } = aDesk();
  expect(deskLinesOf(school)[0]?.['People']).toBe('A.K. 3A');
  set(school, { peopleOnDesk: 'names' });
  expect(deskLinesOf(school)[0]?.['People']).toBe('Amira Khan 3A');
  set(school, { peopleOnDesk: 'none' });
  expect(JSON.stringify(sheetOf(school).rows)).not.toMatch(/Amira|A\.K\./);
});

test.each([
  ['no minutes', { urgentMinutes: 0 }, 'urgentMinutes'],
  ['half a year', { pupilYears: 25.5 }, 'pupilYears'],
  ['a Saturday', { digestDay: 6 }, 'digestDay'],
  ['a count of one', { smallCount: 1 }, 'smallCount'],
])('B5: %s is refused at its input, and nothing is changed', (_, change, field) => {
  const { school } = aDesk();
  expect(set(school, change)).toMatchObject({ ok: false, field });
  expect(school.as(school.people.head).get('readIncidentSettings')).toEqual(USUAL_INCIDENT_SETTINGS);
});

test('B5: neither a deputy nor the chair sets how cases are handled', () => {
  const { school } = aDesk();
  for (const who of [school.people.deputy, school.people.chair, school.people.teacher])
    expect(set(school, {}, who)).toMatchObject({ ok: false, code: 'not-yours' });
});

test('B5: seven lanes have seven desks, shared with their readers and nobody else', () => {
  const { school } = aDesk();
  const { head, dsl, deputy, chair } = school.people;
  const sharedWith = (lane: string) =>
    Object.keys(school.workspace.data.people ?? {}).filter(
      (email) => email !== school.people.office && school.workspace.drive.mayRead(email, school.fileId(`desk-${lane}`)),
    );
  expect(sharedWith('dsl').sort()).toEqual([dsl, deputy, 'bronagh.keane@quillhaven.example'].sort());
  for (const lane of ['staff', 'dsl-concern', 'low-level']) expect(sharedWith(lane)).toEqual([head]);
  expect(sharedWith('head')).toEqual([chair]);
  expect(sharedWith('data')).toContain(head);
  const files = ['dsl', 'staff', 'dsl-concern', 'head', 'low-level', 'data', 'misuse'].map((lane) => school.fileId(`desk-${lane}`));
  expect(new Set(files).size).toBe(7);
});
