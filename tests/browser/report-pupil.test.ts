import { afterAll, expect, test } from '@jest/globals';
import type { CaseFile } from '../../src/incidents/working/case-file.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aConcern, allowNameless, begun, PNG, Writing } from '../support/reporting.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const STORY = 'Somebody keeps writing to me.';
/** What is said to staff and to nobody else. */
const TO_STAFF = /If a child tells you|Raise a concern|raise a concern|designated safeguarding lead|DSL|safeguarding team|Stay with them|their own words/;

test('D6: with the keyboard alone, on a phone, a pupil tells of a worry in words for children; the concern is as whole as a teacher’s', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.pupil, '?page=lesson-rules&class=Class%203A', { width: PHONE, keyboardOnly: true });
  await office(page).getByText('Our rules').waitFor();
  await tabTo(page, 'Tell us about a worry');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Tell us about a worry', level: 1 }).waitFor();
  await office(page).getByText('Is somebody in danger now? Call 999, or tell a grown-up near you.').waitFor();
  expect(await office(page).locator('main').textContent()).not.toMatch(TO_STAFF);
  expect(await office(page).getByRole('radio', { name: 'Not yet' }).count()).toBe(0);

  await tabTo(page, 'What happened?');
  await page.keyboard.type(STORY);
  await tabTo(page, 'Somebody is in danger now');
  await page.keyboard.press('Space');
  await office(page).getByRole('alert').filter({ hasText: 'Do not wait for this page. Call 999, or tell a grown-up near you, now.' }).waitFor();
  await tabTo(page, /Me, or another child/);
  await page.keyboard.press('Space');
  await tabTo(page, 'Add a person');
  await page.keyboard.type('A man at the gate');
  await tabTo(page, 'Add “A man at the gate” as typed');
  await page.keyboard.press('Enter');
  await focusComesTo(page, { id: 'role-0', visible: true });
  await page.keyboard.type('may');
  await office(page).getByText('What you typed is kept.').waitFor();
  expect(begun(school).draft).toHaveLength(1);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
  const [, [reference = ''] = []] = school.sheet('records', 'Cases');
  await focusComesTo(page, { name: `Your reference${reference}` });
  expect(await office(page).locator('main').textContent()).not.toMatch(TO_STAFF);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(begun(school).draft).toEqual([]);
  expect(school.as(school.people.dsl).get('openCase', { reference })).toMatchObject({
    ...{ story: STORY, about: 'pupil', danger: true, toldDslInPerson: false },
    people: [{ email: '', name: 'A man at the gate', role: 'alleged' }],
  });
  const dsl = await open(school.people.dsl, `?page=case&reference=${reference}`);
  await office(dsl).getByText('nobody had said so when it was sent').waitFor();
});

test('D6, B4: what a pupil is told to do as they type is for a child, pictures of a child are refused in such words, and what was begun is there again', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.pupil, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill('They have a nude of me and say they will kill me');
  await office(page).getByRole('heading', { name: 'Pictures without clothes' }).waitFor();
  expect(await office(page).locator('main').textContent()).not.toMatch(TO_STAFF);
  await office(page).getByText('Pictures of the screen, and files').click();
  await office(page)
    .getByLabel('Add a picture of the screen or a file')
    .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'latin1') });
  await office(page).locator('.govuk-error-message', { hasText: 'No picture or film can be added' }).waitFor();
  await office(page).getByLabel('What kind of thing is it?').selectOption({ label: 'Somebody is nasty or leaves people out' });
  await office(page).getByText('What you typed is kept.').waitFor();
  expect(begun(school).upload).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);

  const again = await open(school.people.pupil, '?page=report', { width: PHONE });
  await office(again).getByText('You began to tell us something').waitFor();
  expect(await office(again).locator('main').textContent()).not.toMatch(TO_STAFF);
  await office(again).getByRole('button', { name: 'Go on with it' }).click();
  expect(await office(again).getByLabel('What kind of thing is it?').inputValue()).toBe('bullying');
});

test('D6: a pupil who wants no name recorded is told what that means, and gets a reference to keep', async () => {
  const { school, open } = await served(allowNameless(aSchool()));
  const page = await open(school.people.pupil, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill(STORY);
  await office(page).getByLabel('Do not record my name').check();
  await office(page).getByText('Google still knows which account was used').waitFor();
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByText('Your name was not recorded').waitFor();
  expect(
    await office(page)
      .getByRole('link', { name: /how far/ })
      .count(),
  ).toBe(0);
});

test('D6: a pupil’s first page and the page of what they told speak to a child, and more is told from there', async () => {
  const { school, open } = await served(aSchool());
  const { pupil } = school.people;
  const { reference } = school.as(pupil).get<{ reference: string }>('raiseConcern', aConcern({ story: STORY, people: [] }));
  const page = await open(pupil, '?', { width: PHONE });
  await office(page).getByRole('link', { name: 'Tell us about a worry' }).waitFor();
  await office(page).getByRole('heading', { name: 'What you have told us' }).waitFor();
  expect(await office(page).locator('main').textContent()).not.toMatch(TO_STAFF);
  expect(await accessibilityProblems(page)).toEqual([]);

  await office(page).getByRole('link', { name: reference }).click();
  await office(page).getByRole('heading', { name: 'What you told us', level: 1 }).waitFor();
  await office(page).getByText('we have got it', { exact: true }).waitFor();
  await office(page).getByText('Is somebody in danger now?').waitFor();
  expect(await page.title()).not.toMatch(TO_STAFF);
  await office(page).getByLabel('What do you want to tell us now?').fill('They say they will hurt me');
  await office(page).getByText('What you typed is kept.').waitFor();
  expect(await office(page).locator('main').textContent()).not.toMatch(TO_STAFF);
  expect(await accessibilityProblems(page)).toEqual([]);
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByText('We have got it. The grown-ups who help with it are told.').waitFor();
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  expect(school.as(school.people.dsl).get<CaseFile>('openCase', { reference }).additions).toHaveLength(1);
});

test('D6, B4: the server refuses a pupil’s picture of a child in words for a child, and a teacher’s in theirs', () => {
  const school = aSchool();
  const refusal = (who: string) => {
    const answer = new Writing(school, who).save().tryUpload('screen.png', PNG, { story: 'They have a nude of me' });
    return answer.ok ? '' : answer.message;
  };
  expect(refusal(school.people.pupil)).toContain('tell a grown-up you trust where that is');
  expect(refusal(school.people.pupil)).not.toMatch(TO_STAFF);
  expect(refusal(school.people.teacher)).toContain('tell the designated safeguarding lead');
});

test('B1: staff are asked what they were asked before', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByRole('heading', { name: 'Raise a concern', level: 1 }).waitFor();
  await office(page).getByText('If a child tells you something').waitFor();
  await office(page).getByText('Have you told the designated safeguarding lead in person?').waitFor();
});
