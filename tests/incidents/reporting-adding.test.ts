import { expect, test } from '@jest/globals';
import type { MyConcernPage } from '../../src/incidents/reporting/my-concerns.ts';
import { aConcern, begun, filesIn, PDF, PNG, Writing } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { Working } from '../support/working.ts';

function raise(school: SchoolUnderTest, by: string, change: Record<string, unknown> = {}): string {
  return school.as(by).get<{ reference: string }>('raiseConcern', aConcern(change)).reference;
}

function add(school: SchoolUnderTest, by: string, reference: string, change: Record<string, unknown> = {}) {
  return school.as(by).call('addToConcern', { key: 'press-0001-of-adding', reference, text: 'It was on her tablet.', draft: '', files: [], ...change });
}

const subjects = (school: SchoolUnderTest, email: string) => school.mailTo(email).map(({ subject }) => subject);
const ADDED = 'Handrail: something was added to a concern';

test('B1: the reporter’s page shows received, being looked at, closed, and when; nothing else, also when they are named in it', () => {
  const school = aSchool();
  const { teacher, dsl } = school.people;
  const reference = raise(school, teacher, { people: [{ email: teacher, name: '', role: 'witness' }] });
  const see = () => school.as(teacher).get<MyConcernPage>('seeMyConcern', { reference });
  expect(Object.keys(see()).sort()).toEqual(['began', 'closed', 'forPupil', 'lookedAt', 'received', 'reference', 'state']);
  expect(see()).toMatchObject({ reference, state: 'received', lookedAt: '', closed: '', began: '' });
  school.workspace.clock.pass(3_600_000);
  school.as(dsl).get('openCase', { reference });
  expect(see()).toMatchObject({ state: 'being looked at', lookedAt: expect.stringMatching(/^07\/09\/2026 10:/) });
  expect(school.as(teacher).get('home')).toMatchObject({ concerns: [{ reference, state: 'being looked at' }] });
});

test('B1: another’s concern cannot be seen or added to, in the same words as one that is not there', () => {
  const school = aSchool();
  const { teacher, secondTeacher, dsl } = school.people;
  const reference = raise(school, teacher);
  const words = (email: string, wanted: string) => {
    const answers = [school.as(email).call('seeMyConcern', { reference: wanted }), add(school, email, wanted)];
    return JSON.stringify(answers).replaceAll(wanted, '…');
  };
  for (const email of [secondTeacher, dsl]) expect(words(email, reference)).toBe(words(email, 'C-AAAAAA'));
});

test('B1: what a reporter adds is in the case with its file; its readers are told that there is something, and nothing of it', () => {
  const school = aSchool();
  const { teacher, dsl, deputy } = school.people;
  const reference = raise(school, teacher);
  const page = new Writing(school, teacher, reference).save({ story: 'It was on' });
  const file = page.upload('letter.pdf', PDF);
  expect(school.as(teacher).get('seeMyConcern', { reference })).toMatchObject({ began: expect.stringMatching(/^07\/09\/2026/) });
  // A concern that is begun besides is a draft of its own.
  new Writing(school, teacher).save({ story: 'Something else' });

  expect(add(school, teacher, reference, { draft: page.draft, files: [file] }).ok).toBe(true);
  expect(filesIn(school, 'concern added to')).toEqual(['letter.pdf']);
  expect(begun(school)).toEqual({ draft: ['Draft'], upload: [], attachment: ['letter.pdf'] });
  for (const reader of [dsl, deputy]) expect(subjects(school, reader)).toContain(ADDED);
  const mail = school.mailTo(dsl).find(({ subject }) => subject === ADDED);
  expect(mail?.text).toContain(`page=case&reference=${reference}`);
  expect(mail?.text).not.toMatch(/tablet|letter/);
  expect(JSON.stringify(school.as(dsl).get('openCase', { reference }))).toContain('It was on her tablet.');
});

test('B5: what is added about a deputy is told to the lead alone', () => {
  const school = aSchool();
  const { teacher, dsl, deputy } = school.people;
  const reference = raise(school, teacher, { people: [{ email: deputy, name: '', role: 'witness' }] });
  expect(add(school, teacher, reference).ok).toBe(true);
  expect(subjects(school, dsl)).toContain(ADDED);
  expect(subjects(school, deputy)).not.toContain(ADDED);
});

test('B13: something can be added to a concern that is closed; it stays closed, and its readers are told', () => {
  const school = aSchool();
  const { teacher, dsl } = school.people;
  const reference = raise(school, teacher);
  new Working(school, dsl, reference).press('classifyCase').finish().close();
  expect(school.as(teacher).get('seeMyConcern', { reference })).toMatchObject({ state: 'closed' });
  expect(add(school, teacher, reference).ok).toBe(true);
  expect(school.as(teacher).get('seeMyConcern', { reference })).toMatchObject({ state: 'closed' });
  expect(subjects(school, dsl)).toContain(ADDED);
  expect(JSON.stringify(school.as(dsl).get('openCase', { reference }))).toContain('It was on her tablet.');
});

test('B1: an addition wants words or a file, and a second press is the same addition', () => {
  const school = aSchool();
  const { teacher, dsl } = school.people;
  const reference = raise(school, teacher);
  expect(add(school, teacher, reference, { text: ' ' })).toMatchObject({ ok: false, code: 'nothing-added', field: 'story' });
  add(school, teacher, reference);
  add(school, teacher, reference);
  expect(subjects(school, dsl).filter((subject) => subject === ADDED)).toHaveLength(1);
});

test('B4: no picture is added to a concern that is about images of a child by now', () => {
  const school = aSchool();
  const { teacher } = school.people;
  const reference = raise(school, teacher, { typeHint: 'nudes' });
  const page = new Writing(school, teacher, reference).save({ story: 'More' });
  expect(page.tryUpload('screen.png', PNG)).toMatchObject({ ok: false, code: 'pictures-refused' });
  const file = page.upload('letter.pdf', PDF);
  const data = school.workspace.data.files[file];
  // Put there before the safeguarding team knew what it was about.
  if (data) data.mimeType = 'image/png';
  expect(add(school, teacher, reference, { draft: page.draft, files: [file] })).toMatchObject({ ok: false, code: 'pictures-refused' });
  expect(school.workspace.data.files[file]).toBeUndefined();
});
