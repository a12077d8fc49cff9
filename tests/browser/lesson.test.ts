import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { factsInAddress } from '../../src/lessons/facts-in-address.ts';
import type { LessonFacts } from '../../src/lessons/lesson-facts.ts';
import type { LessonList } from '../../src/lessons/log/list-lessons.ts';
import type { SeenLesson } from '../../src/lessons/log/see-lesson.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aLessonsFacts, guest, recordLesson, SAFE_MEET } from '../support/lessons.ts';
import { closeAll, focusComesTo, office, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
/** Presses before this page opens: the event, "Make safe", "Open my checks". */
const IN_THE_SIDEBAR = 3;
const checks = (facts: LessonFacts) => `?page=lesson#${factsInAddress(facts)}`;
const verdict = (page: Page) => office(page).locator('.handrail-verdict [role=status]');
/** The reference on the page that says it is on the log. */
const reference = async (page: Page) =>
  (await office(page)
    .getByText(/^L-[2-9A-Z]{6}$/)
    .textContent()) ?? '';

function lessonOnLog(school: SchoolUnderTest): SeenLesson {
  const teacher = school.as(school.people.teacher);
  const [line] = teacher.get<LessonList>('listLessons').lines;
  return teacher.get<SeenLesson>('seeLesson', { reference: line?.reference ?? '' });
}

test('D1, D5: with the keyboard alone, on a phone: two things are wrong, the rest is ticked, and the lesson is recorded, in eight presses from the event on', async () => {
  const { school, open } = await served(aSchool());
  const audited = { key: 'press-0001-of-audit', version: '', why: 'Yearly', setting: 'auditedOn', on: '01/09/2026' };
  school.as(school.people.dsl).get('setLessonSetting', audited);
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const, present: 'NO_RESTRICTION' as const };
  const page = await open(school.people.teacher, checks(aLessonsFacts({ space: { state: 'read', name: 'spaces/abc', config } })), {
    width: PHONE,
    keyboardOnly: true,
  });
  await office(page).getByText('Everybody can write in the chat.').waitFor();
  expect(await verdict(page).textContent()).toBe('Not yet 2 are not fine, 4 to check by hand, 8 to tick');
  expect(await accessibilityProblems(page)).toEqual([]);

  let presses = 0;
  const press = async (name: RegExp, key: 'Space' | 'Enter') => {
    await tabTo(page, name);
    await page.keyboard.press(key);
    presses += 1;
  };
  await press(/^Everybody invited has an account/, 'Space');
  await press(/^More than one pupil/, 'Space');
  await press(/^Everybody in this lesson signed/, 'Space');
  expect(await verdict(page).textContent()).toBe('Not yet 2 are not fine, 1 to check by hand, 8 to tick');
  await press(/^I have read all of this, and the 9/, 'Enter');
  expect(await verdict(page).textContent()).toBe('Not yet 2 are not fine');
  expect(await accessibilityProblems(page)).toEqual([]);
  await press(/^Record this lesson$/, 'Enter');
  await office(page).getByRole('heading', { name: 'When you start' }).waitFor();
  await focusComesTo(page, { name: expect.stringContaining('Recorded as') });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(presses + IN_THE_SIDEBAR).toBeLessThanOrEqual(8);

  const lesson = lessonOnLog(school);
  expect(lesson).toMatchObject({ reference: await reference(page), what: '3A Maths', className: '3A', verdict: 'not yet', ticks: 12 });
  expect(lesson.said[0]?.points.find(({ id }) => id === 'consideration-8')?.found).toEqual([{ state: 'not fine', by: 'sidebar' }]);
});

test('D1: what is not fine is named before the long list, and a press leads to it', async () => {
  const { school, open } = await served(aSchool());
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const };
  const page = await open(school.people.teacher, checks(aLessonsFacts({ space: { state: 'read', name: 'spaces/abc', config } })), { width: PHONE });
  await office(page).getByRole('paragraph').filter({ hasText: 'Look first at:' }).getByRole('link', { name: 'Chat' }).click();
  await focusComesTo(page, { id: 'point-consideration-12' });
});

test('D1: each thing says where it is known from and how it is mended; what is confirmed by hand says so', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, checks(aLessonsFacts({ space: { state: 'not the owner' } })));
  const chat = office(page).getByRole('listitem').filter({ hasText: 'Google tells only the owner' }).filter({ hasText: 'In the host controls, chat' });
  expect(await chat.textContent()).toMatch(/cannot verify.*Ask its owner to look\. Reported by the sidebar at 09:00\./);
  await chat.getByRole('checkbox').check();
  expect(await chat.textContent()).toMatch(/cannot verify ?confirmed by you/);
  expect(await office(page).getByRole('listitem').filter({ hasText: 'Lorna Beck said yes.' }).textContent()).toContain('The office knows.');
  await office(page).getByText('19 considerations are on file (list 1): their source calls them twenty, and has 19.').waitFor();
});

test('D5: without the sidebar, on a phone, one says what the lesson is; what is missing is said at its input, and nothing typed or ticked is lost', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=lesson', { width: PHONE });
  await office(page).getByRole('checkbox', { name: 'My own background is suitable' }).check();
  await office(page).getByLabel('Anything to note?').fill('Two join late');
  await office(page).getByRole('button', { name: 'Record this lesson' }).click();
  await office(page).getByRole('link', { name: 'Write what the lesson is' }).click();
  await focusComesTo(page, { id: 'lesson-what' });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await office(page).getByRole('checkbox', { name: 'My own background is suitable' }).isChecked()).toBe(true);
  await office(page).getByLabel('What is the lesson?').fill('Art');
  await office(page).getByRole('button', { name: 'Record this lesson' }).click();
  await office(page)
    .getByText(/^Recorded as/)
    .waitFor();
  expect(lessonOnLog(school)).toMatchObject({ what: 'Art', className: '3A', verdict: 'not yet', ticks: 1, said: [{ note: 'Two join late', factsAt: '' }] });

  await office(page).getByRole('button', { name: 'Back to the checks' }).click();
  await office(page).getByText('This lesson is on the log as').waitFor();
  expect(await office(page).getByRole('checkbox', { name: 'My own background is suitable' }).isChecked()).toBe(true);
});

test('D1: another class is chosen: what the office knows of it comes at once, and what was ticked of the class before does not hold of it', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=lesson&class=3B');
  await office(page)
    .getByText(/^3B has no other live lesson/)
    .waitFor();
  const [rules, place] = [/^Pupils know the ground rules/, /^My own background is suitable/].map((name) => office(page).getByRole('checkbox', { name }));
  await rules?.check();
  await place?.check();
  await office(page).getByLabel('Class').selectOption('no one class');
  await office(page).getByText('No class is chosen, so the office cannot count.').waitFor();
  expect([await rules?.isChecked(), await place?.isChecked()]).toEqual([false, true]);
});

test('D1: last week’s tick is offered with its day and its own press, and counts for nothing before that', async () => {
  const { school, open } = await served(aSchool());
  recordLesson(school, { facts: aLessonsFacts(), className: '3A', ticks: ['consideration-18'] });
  const event = { title: '3A Maths', start: '2026-09-16T08:30:00.000Z', end: '2026-09-16T09:15:00.000Z', isAllDay: false, isCancelled: false };
  const page = await open(school.people.teacher, checks(aLessonsFacts({ eventId: 'maths_20260916', event })));
  const rules = office(page).getByRole('listitem').filter({ hasText: 'Pupils know the ground rules' });
  expect(await rules.textContent()).toContain('You ticked this last time (09/09/2026).');
  expect(await rules.getByRole('checkbox').isChecked()).toBe(false);
  await rules.getByRole('button', { name: /^Still so/ }).click();
  expect(await rules.getByRole('checkbox').isChecked()).toBe(true);
  await focusComesTo(page, { id: 'tick-consideration-18' });
});

test('D3: with one pupil alone the page says in red not to start and where to ask, before it is recorded and after', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, checks(aLessonsFacts({ guests: [guest(school.people.pupil)] })), { width: PHONE });
  await office(page).getByText('Do not start this lesson.').waitFor();
  expect(await verdict(page).textContent()).toMatch(/^Do not start/);
  const link = office(page).getByRole('link', { name: 'Ask a senior leader for approval' });
  expect(await link.getAttribute('href')).toContain(`?page=one-to-one#pupil=${encodeURIComponent(school.people.pupil)}`);
  expect(await accessibilityProblems(page)).toEqual([]);
  // Looking at the call by hand does not make anybody forget who is invited.
  await office(page).getByText('Look again').click();
  await office(page).getByRole('button', { name: 'Check how the call is set by hand instead' }).click();
  await office(page).getByText('You look at how the Meet is set yourself.').first().waitFor();
  expect(await verdict(page).textContent()).toMatch(/^Do not start/);
  await office(page).getByRole('button', { name: 'Record this lesson' }).click();
  await office(page)
    .getByText(/^Recorded as/)
    .waitFor();
  await office(page).getByText('Do not start this lesson.').waitFor();
  expect(await office(page).getByText('When you start').count()).toBe(0);
});

test('D1: what the sidebar says of the call can be set aside and taken back; one that cannot be read is said to be so', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, checks(aLessonsFacts()));
  await office(page).getByText('Look again').click();
  await office(page).getByRole('button', { name: 'Check how the call is set by hand instead' }).click();
  await office(page).getByText('Only hosts can write in the chat.').waitFor({ state: 'detached' });
  await office(page).getByRole('button', { name: 'Use the sidebar’s report again' }).click();
  await office(page).getByText('Only hosts can write in the chat.').waitFor();

  const other = await open(school.people.teacher, '?page=lesson#facts=%7B%22version%22%3A2%7D');
  await office(other).getByText('What the sidebar handed over could not be read.').waitFor();
});
