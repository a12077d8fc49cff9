import { expect, test } from '@jest/globals';
import { DRAFT_DAYS } from '../../src/incidents/reporting/draft.ts';
import { aConcern, begun, draftText, filesIn, PDF, Writing } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** The heartbeat sees to drafts once an hour. */
function beatOnTheHour(school: SchoolUnderTest): void {
  const hour = 3_600_000;
  school.workspace.clock.pass(hour - (school.workspace.clock.now() % hour));
  school.beat();
}

const NOTHING = { draft: [], upload: [], attachment: [] };

test('B1: what somebody has begun is found again on another device, with its files, and is nobody else’s', () => {
  const school = aSchool();
  const { teacher, dsl, head, office } = school.people;
  const page = new Writing(school, teacher).save({ story: 'She said', where: 'Hall', people: [{ email: '', name: 'A man', role: '' }] });
  page.upload('letter.pdf', PDF);

  expect(new Writing(school, teacher).found()).toMatchObject({
    sent: '',
    draft: { id: page.draft, revision: 1, saved: expect.stringMatching(/^07\/09\/2026 09:/), files: [{ name: 'letter.pdf', bytes: PDF.length }] },
  });
  expect(new Writing(school, teacher).found().draft?.text).toMatchObject({ story: 'She said', where: 'Hall', people: [{ name: 'A man' }] });
  expect(school.as(teacher).get('beginConcern')).toMatchObject({ began: expect.stringMatching(/^07\/09\/2026 09:/) });

  for (const other of [dsl, head, office]) {
    expect(new Writing(school, other).found()).toEqual({ sent: '', draft: null });
    // Knowing its id is of no use.
    const thief = Object.assign(new Writing(school, other), { draft: page.draft, revision: 1 });
    expect(thief.trySave(draftText())).toMatchObject({ ok: false, code: 'draft-gone' });
    expect(thief.tryUpload('x.pdf', PDF)).toMatchObject({ ok: false, code: 'draft-gone' });
    school.as(other).call('forgetDraft', { what: '' });
  }
  expect(school.workspace.drive.mayRead(dsl, page.draft)).toBe(false);
  expect(school.as(head).everythingInSight()).not.toContain('She said');
  expect(new Writing(school, teacher).found().draft?.text.story).toBe('She said');
});

test('B1: a draft is nowhere in the journal or the Sheets, and does not hold its writer’s address in its properties', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save({ story: 'A secret worry' });
  expect(JSON.stringify(school.workspace.data.spreadsheets)).not.toContain('A secret worry');
  const { name, appProperties } = school.workspace.data.files[page.draft] ?? {};
  expect(JSON.stringify([name, appProperties])).not.toContain(school.people.teacher);
});

test('B1: sent, the draft is gone for good; its files are the concern’s', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  const kept = page.upload('letter.pdf', PDF);
  page.upload('second thoughts.pdf', PDF);
  const reference = page.send({ files: [kept] });
  expect(begun(school)).toEqual({ ...NOTHING, attachment: ['letter.pdf'] });
  expect(page.found()).toEqual({ sent: '', draft: null });
  expect(school.as(school.people.teacher).get('beginConcern')).toMatchObject({ began: '' });
  expect(page.trySave(draftText())).toMatchObject({ ok: false, code: 'draft-gone' });
  expect(reference).toMatch(/^C-/);
});

test('B1: thrown away, the draft and its files are gone for good, not in the bin', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  page.upload('letter.pdf', PDF);
  expect(school.as(school.people.teacher).get('forgetDraft', { what: '' })).toEqual({ sent: '' });
  expect(begun(school)).toEqual(NOTHING);
});

test('B1: of two devices that write at one draft neither overwrites the other unasked', () => {
  const school = aSchool();
  const { teacher } = school.people;
  const phone = new Writing(school, teacher).save({ story: 'On the phone' });
  const blank = new Writing(school, teacher);
  expect(blank.trySave(draftText({ story: 'Begun anew' }), 'press-of-another-device')).toMatchObject({ ok: false, code: 'draft-elsewhere' });
  const computer = Object.assign(new Writing(school, teacher), { draft: phone.draft, revision: 1 });
  expect(computer.trySave(draftText({ story: 'At the computer' }), 'press-of-the-computer').ok).toBe(true);

  const late = phone.trySave(draftText({ story: 'More on the phone' }));
  expect(late).toMatchObject({ ok: false, code: 'draft-elsewhere', message: expect.stringContaining('07/09/2026 09:') });
  expect(phone.found().draft).toMatchObject({ revision: 2, text: { story: 'At the computer' } });
  // Whoever chooses their own says what they have seen.
  Object.assign(phone, { revision: 2 });
  expect(phone.trySave(draftText({ story: 'More on the phone' })).ok).toBe(true);
  expect(phone.found().draft?.text.story).toBe('More on the phone');
});

test('B1: a draft that was kept and whose answer was lost is kept once', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher);
  page.save({}, 'press-of-the-same-words');
  Object.assign(page, { draft: '', revision: 0 });
  page.save({}, 'press-of-the-same-words');
  expect(begun(school).draft).toHaveLength(1);
});

test('B1: a concern whose answer never came is known again by its draft, and not sent twice', () => {
  const school = aSchool();
  const { teacher } = school.people;
  const page = new Writing(school, teacher).save({}, 'press-0001-of-the-button');
  const { run } = school.clone().door(teacher, 'raiseConcern', aConcern({ draft: page.draft }));
  const removal = (run?.calls ?? []).findIndex(({ name }) => name === 'Drive.Files.remove') + 1;
  school.door(teacher, 'raiseConcern', aConcern({ draft: page.draft }), [{ at: removal, kind: 'dies before' }]);
  expect(begun(school).draft).toHaveLength(1);

  const reference = school.sheet('records', 'Cases')[1]?.[0] ?? '';
  expect(page.found()).toEqual({ sent: reference, draft: null });
  expect(begun(school)).toEqual(NOTHING);
});

test('B1: a run that dies right after the concern is recorded leaves it to the heartbeat: the file is the concern’s, everything else goes', () => {
  const school = aSchool();
  const { teacher } = school.people;
  const page = new Writing(school, teacher).save();
  const file = page.upload('letter.pdf', PDF);
  page.upload('second thoughts.pdf', PDF);
  const request = aConcern({ draft: page.draft, files: [file] });
  const { run } = school.clone().door(teacher, 'raiseConcern', request);
  const recorded = (run?.calls ?? []).findIndex(({ name }) => name === 'Sheets.Spreadsheets.batchUpdate') + 1;
  school.door(teacher, 'raiseConcern', request, [{ at: recorded, kind: 'dies after' }]);
  expect(begun(school)).toEqual({ draft: ['Draft'], upload: ['letter.pdf', 'second thoughts.pdf'], attachment: [] });
  beatOnTheHour(school);
  expect(begun(school)).toEqual({ ...NOTHING, attachment: ['letter.pdf'] });
  expect(filesIn(school, 'concern raised')).toEqual(['letter.pdf']);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
});

test('B1: a draft that nobody touched for a month is thrown away, one that somebody writes at is not', () => {
  const school = aSchool();
  const { teacher, secondTeacher } = school.people;
  const old = new Writing(school, teacher).save();
  old.upload('letter.pdf', PDF);
  const young = new Writing(school, secondTeacher).save();
  school.workspace.clock.pass((DRAFT_DAYS - 1) * 86_400_000);
  young.save({ story: 'A little more' });
  school.workspace.clock.pass(2 * 86_400_000);
  beatOnTheHour(school);
  expect(old.found().draft).toBeNull();
  expect(young.found().draft?.text.story).toBe('A little more');
  expect(begun(school)).toEqual({ ...NOTHING, draft: ['Draft'] });
});

test('B1: a file whose draft is not there any more goes after a day', () => {
  const school = aSchool();
  const page = new Writing(school, school.people.teacher).save();
  page.upload('letter.pdf', PDF);
  delete school.workspace.data.files[page.draft];
  beatOnTheHour(school);
  expect(begun(school).upload).toHaveLength(1);
  school.workspace.clock.pass(86_400_000);
  beatOnTheHour(school);
  expect(begun(school)).toEqual(NOTHING);
});
