import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { people } from '../../local/school/staff.ts';
import { attendedInAddress } from '../../src/lessons/attended-in-address.ts';
import { factsInAddress } from '../../src/lessons/facts-in-address.ts';
import type { SeenLesson } from '../../src/lessons/log/see-lesson.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aLessonsFacts, EVENT, guest, recordLesson } from '../support/lessons.ts';
import { closeAll, focusComesTo, office, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;

/** A lesson with two pupils on Monday 7 September 2026. */
const FACTS = aLessonsFacts({
  guests: [guest(people.pupil), guest(people.youngPupil), guest(people.teachingAssistant, 'accepted')],
  event: { ...EVENT, start: '2026-09-07T08:20:00.000Z', end: '2026-09-07T08:30:00.000Z' },
});

/** Ten minutes after it ended. */
async function afterALesson() {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts: FACTS, className: '3A' });
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 7, 8, 40));
  const { open } = await served(school);
  // The site lets the beats of that half hour happen with the first visit, and Google's quota counts by the minute.
  await (await open(people.siteManager, '/')).getByRole('navigation').first().waitFor();
  school.workspace.clock.pass(60_000);
  return { school, open, reference };
}

const seen = (school: SchoolUnderTest, reference: string, as = school.people.teacher as string) => school.as(as).get<SeenLesson>('seeLesson', { reference });
const link = (page: Page, name: string | RegExp) => office(page).getByRole('link', { name });

test('D5: with the keyboard alone, on a phone, one finds the lesson that is over in the log and says how it went', async () => {
  const { school, open, reference } = await afterALesson();
  const page = await open(school.people.teacher, '?page=lessons', { width: PHONE, keyboardOnly: true });
  await office(page).getByText('One lesson is over, and nobody has said how it went').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await tabTo(page, /^3A Maths/);
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'How it went' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await tabTo(page, 'Yes');
  await page.keyboard.press('Space');
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await office(page).getByText('It is on the log.').waitFor();
  await focusComesTo(page, { name: 'It is on the log.' });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(seen(school, reference)).toMatchObject({ after: 'as planned', finished: { by: 'Sam Okafor' } });
});

test('D5, B1: what went wrong becomes a concern with what, when and who filled in; the teacher comes back with its reference, and the log shows it to its readers alone', async () => {
  const { school, open, reference } = await afterALesson();
  const page = await open(school.people.teacher, `?page=lessons&reference=${reference}`);
  await office(page).getByLabel('No', { exact: true }).check();
  await office(page).getByLabel('What did not go as planned?').fill('Somebody wrote unkind words');
  await office(page).getByText('Which pupils was it about?').click();
  await office(page).getByLabel('Amira Khan').check();
  await link(page, 'Raise a concern now').click();

  await office(page).getByLabel('What happened?').waitFor();
  expect(new URL(page.url()).search).toBe('?page=report');
  expect(await office(page).getByLabel('What happened?').inputValue()).toBe('Somebody wrote unkind words');
  // The browser's clock shows UTC here.
  expect(await office(page).getByLabel('When did it happen?').inputValue()).toBe('2026-09-07T08:20');
  expect(await office(page).getByLabel('Where?').inputValue()).toBe(`In a live lesson: 3A Maths, 3A, 07/09/2026 09:20 (${reference})`);
  expect(await accessibilityProblems(page)).toEqual([]);
  await office(page).getByRole('group', { name: 'Have you told' }).getByLabel('Yes').check();
  await office(page).getByRole('button', { name: 'Send', exact: true }).click();
  await link(page, 'Choose a role for Amira Khan').waitFor();
  await office(page)
    .getByRole('combobox', { name: /Amira Khan/ })
    .selectOption('affected');
  await office(page).getByRole('button', { name: 'Send', exact: true }).click();

  await link(page, 'Back to the lesson, and note this reference there').waitFor();
  school.workspace.clock.pass(60_000);
  await link(page, 'Back to the lesson, and note this reference there').click();
  await office(page)
    .getByText(/^Your concern C-\w+ is with the right person/)
    .waitFor();
  await office(page).getByLabel('No', { exact: true }).check();
  await office(page).getByRole('button', { name: 'Save' }).click();
  await office(page)
    .getByText(/^It is on the log, with C-/)
    .waitFor();
  const [concern] = seen(school, reference).concerns;
  expect(concern).toEqual({ reference: expect.stringMatching(/^C-/), page: 'my-concern' });
  expect(seen(school, reference, school.people.dsl).concerns).toEqual([{ reference: concern?.reference, page: 'case' }]);
  expect(seen(school, reference, school.people.teachingAssistant).concerns).toEqual([]);
});

test('D5: the names that Google knows from the call come with whoever opens the page with them, and are kept only when they are saved', async () => {
  const { school, open, reference } = await afterALesson();
  const names = attendedInAddress([
    { name: 'Amira Khan', kind: 'signed in', minutes: 44 },
    { name: 'Nobody known', kind: 'anonymous', minutes: 3 },
  ]);
  const page = await open(school.people.teacher, `?page=lesson#${factsInAddress(FACTS)}${names}`);
  await link(page, 'Say how it went, with the 2 names').click();
  await office(page).getByLabel('Keep the 2 names that Google knows of').waitFor();
  await office(page).getByText('Amira Khan, Nobody known').waitFor();
  expect(seen(school, reference).finished).toBeNull();
  await office(page).getByLabel('Yes').check();
  await office(page).getByRole('button', { name: 'Save' }).click();
  await office(page).getByText('Nobody known (not signed in): 3 min').waitFor();
  expect(seen(school, reference).finished?.attendance).toHaveLength(2);
});

test('D5: a senior leader filters the log, opens a lesson and reads all that stands recorded, and what stood before', async () => {
  const { school, open, reference } = await afterALesson();
  recordLesson(school, { what: 'Art', start: '2026-09-15T10:00:00.000Z', end: '2026-09-15T11:00:00.000Z', className: '3B' }, school.people.secondTeacher);
  const page = await open(school.people.head, '?page=lessons');
  await office(page).getByText('2 lessons.').waitFor();
  await office(page).getByText('Filter', { exact: true }).click();
  await office(page).getByLabel('Week').fill('next week');
  await office(page).getByRole('button', { name: 'Show' }).click();
  await link(page, /^Enter a day of the week/).waitFor();
  await office(page).getByLabel('Week').fill('16/09/2026');
  await office(page).getByRole('button', { name: 'Show' }).click();
  await office(page).getByText('One lesson.').waitFor();
  await office(page).getByRole('button', { name: 'Clear' }).click();
  await link(page, /^3A Maths/).click();
  const chat = office(page).getByRole('listitem').filter({ hasText: 'Chat:' });
  expect(await chat.textContent()).toMatch(/fine ?by the sidebar/);
  await office(page).getByText('Against list 1. The sidebar had asked Google on 07/09/2026 09:00.').waitFor();
  expect(await office(page).getByText(reference).count()).toBeGreaterThan(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});
