import { expect, test } from '@jest/globals';
import { NAMELESS } from '../../src/incidents/reporting/nameless.ts';
import { aConcern, allowNameless, begun, draftText, PDF, Writing } from '../support/reporting.ts';
import { aSchool } from '../support/school.ts';

test('B1: without a name, the reporter’s address is nowhere: not in the journal, the row, the answers, the outbox, the mails, or what Drive keeps', () => {
  const school = allowNameless(aSchool());
  const { secondTeacher: reporter } = school.people;
  const before = JSON.stringify(school.workspace.data.spreadsheets[school.fileId('records')]);
  expect(before).not.toContain(reporter);
  const filesBefore = Object.keys(school.workspace.data.files);

  const page = new Writing(school, reporter).save({ nameless: true });
  const kept = [page.upload('letter.pdf', PDF)];
  const draft = school.workspace.data.files[page.draft];
  expect(Buffer.from(draft?.content ?? '', 'base64').toString()).toContain('She told me that');
  expect(Buffer.from(draft?.content ?? '', 'base64').toString() + JSON.stringify(draft?.appProperties)).not.toContain(reporter);

  const reference = page.send({ nameless: true, files: kept });
  school.pass(10);
  expect(JSON.stringify(school.workspace.data.spreadsheets[school.fileId('records')])).not.toContain(reporter);
  expect(JSON.stringify(school.sheet('records', 'Journal'))).toContain(NAMELESS);
  const added = Object.values(school.workspace.data.files).filter(({ id }) => !filesBefore.includes(id));
  expect(added.map(({ name }) => name).sort()).toEqual(['Files of concerns', 'letter.pdf']);
  expect(JSON.stringify(added)).not.toContain(reporter);
  // What led to the writer's draft went with it.
  expect(JSON.stringify(added)).not.toContain(page.draft);
  expect(JSON.stringify(school.mailTo(school.people.dsl))).not.toContain(reporter);
  expect(school.as(school.people.dsl).get('openCase', { reference })).toMatchObject({ reporter: 'Someone without a name' });
});

test('B1: a repeated press without a name is the same concern; nobody can follow it', () => {
  const school = allowNameless(aSchool());
  const { teacher, secondTeacher } = school.people;
  const send = () => school.as(teacher).get<{ reference: string }>('raiseConcern', aConcern({ nameless: true })).reference;
  const reference = send();
  expect(send()).toBe(reference);
  expect(school.desk('dsl').length + school.sheet('records', 'Cases').length).toBeGreaterThan(0);
  expect(school.as(teacher).get('home')).toMatchObject({ concerns: [] });
  for (const anybody of [teacher, secondTeacher, school.people.dsl, school.people.office])
    expect(school.as(anybody).call('seeMyConcern', { reference })).toMatchObject({ ok: false, code: 'not-my-concern' });
});

test('B1: a school that wants names is told nothing without one', () => {
  const school = aSchool();
  const { teacher } = school.people;
  expect(school.as(teacher).get('beginConcern')).toMatchObject({ mayBeNameless: false });
  expect(school.as(teacher).call('raiseConcern', aConcern({ nameless: true }))).toMatchObject({ ok: false, code: 'must-be-named', field: 'nameless' });
  expect(new Writing(school, teacher).trySave(draftText({ nameless: true }))).toMatchObject({ ok: false, code: 'must-be-named' });
  expect(begun(school).draft).toEqual([]);
});
