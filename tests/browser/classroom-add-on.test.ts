import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localLink } from '../../local/site/links.ts';
import { postLink } from '../../local/workspace/classroom.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { addToClassroom } from '../support/class-post.ts';
import { aPost } from '../support/classroom.ts';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const NARROW = 320;
/** Classroom’s page has a main part, and so has the one in its frame. */
const BOTH_MAIN = ['landmark-unique: #main'];

/** A school with the add-on, and a post of 3A’s teacher. */
async function aPostInClassroom() {
  const school = aSchool();
  const { scriptId } = addToClassroom(school.workspace, school.handrail.address);
  const course = Object.values(school.workspace.data.courses).find(({ ownerId }) => ownerId === school.people.teacher);
  if (!course) throw new Error('the teacher has no class');
  const post = aPost(course, { kind: 'announcement', text: 'Live at ten' });
  const { open } = await served(school);
  return { school, post, scriptId, open, path: localLink(postLink(course, post)) };
}

/** What the add-on shows in Classroom: HtmlService puts it into a frame of its own. */
const addOn = (page: Page) => page.frameLocator('.add-on iframe').frameLocator('iframe');

/** Presses Tab until the focus in the add-on is on what bears the words. */
async function tabIn(page: Page, words: string): Promise<void> {
  for (let stops = 0; stops < 20; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await addOn(page).locator(':focus').count()) === 0) continue;
    if ((await addOn(page).locator(':focus').textContent()) === words) return;
  }
  throw new Error(`Tab does not come to ${words}`);
}

test('D6: a teacher puts the rules onto a post by keyboard; teachers then find their checks there, and pupils the rules without being asked for anything', async () => {
  const { school, post, scriptId, open, path } = await aPostInClassroom();
  const page = await open(school.people.teacher, `${path}/add-on/${scriptId}`);
  const asking = page.waitForEvent('popup');
  await page.frameLocator('.add-on iframe').getByRole('link', { name: 'Review permissions' }).click();
  const consent = await asking;
  await consent.getByRole('button', { name: 'Allow' }).click();
  await office(consent).getByRole('heading', { name: 'Rules for live lessons' }).waitFor();
  await consent.close();

  await page.reload();
  await addOn(page).getByText('Pupils of Class 3A see').waitFor();
  expect(await accessibilityProblems(page)).toEqual(BOTH_MAIN);
  await tabIn(page, 'Add the rules to this post');
  await page.keyboard.press('Enter');
  await addOn(page).getByText('Close this window with the X').waitFor();
  expect(await addOn(page).locator(':focus').textContent()).toContain('Added to your post.');
  expect(await accessibilityProblems(page)).toEqual(BOTH_MAIN);
  await page.getByRole('link', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Rules for live lessons' }).click();
  await addOn(page).getByRole('link', { name: 'What pupils see' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual(BOTH_MAIN);
  const opening = page.waitForEvent('popup');
  await addOn(page).getByRole('link', { name: 'Open my checks for Class 3A' }).click();
  const checks = await opening;
  expect(new URL(checks.url()).search).toBe('?page=lesson&class=Class%203A');
  await office(checks).getByRole('heading', { level: 1 }).waitFor();

  post.state = 'PUBLISHED';
  const pupils = await open(school.people.pupil, path);
  await pupils.getByRole('link', { name: 'Rules for live lessons' }).click();
  await addOn(pupils).getByText('For class 3A. Read this before you join.').waitFor();
});

test('D6: opened with another account than Classroom’s, the page says so and names it; it also works in a tab of its own', async () => {
  const { school, scriptId, open, path } = await aPostInClassroom();
  const script = school.workspace.data.scripts[scriptId];
  if (script) for (const email of [school.people.teacher, school.people.head]) script.grants[email] = ['*'];
  const page = await open(school.people.teacher, `${path}/add-on/${scriptId}`);
  await addOn(page).getByRole('button', { name: 'Add the rules to this post' }).waitFor();
  const inTab = await addOn(page).getByRole('link', { name: 'Open it in a new tab' }).getAttribute('href');
  const other = await open(school.people.head, localLink(inTab ?? ''), { width: NARROW });
  await office(other).getByRole('alert').getByText('Classroom was opened with another account').waitFor();
  expect(await office(other).getByRole('alert').textContent()).toContain(`You are signed in here as ${school.people.head}`);
  expect(await office(other).getByRole('link', { name: 'share it' }).count()).toBe(0);
  expect(await accessibilityProblems(other)).toEqual([]);
  expect(
    await office(other)
      .locator('html')
      .evaluate((html) => html.scrollWidth),
  ).toBeLessThanOrEqual(NARROW);
});

test('D6: a teacher whose licence has no add-ons is offered the same page as a link, on a narrow screen too', async () => {
  const { school, scriptId, open, path } = await aPostInClassroom();
  school.workspace.data.classroom?.previewProjects.push(scriptId);
  const script = school.workspace.data.scripts[scriptId];
  if (script) script.grants[school.people.teacher] = ['*'];
  const page = await open(school.people.teacher, `${path}/add-on/${scriptId}`);
  const inTab = await addOn(page).getByRole('link', { name: 'Open it in a new tab' }).getAttribute('href');
  delete school.workspace.people.find(school.people.teacher)?.licence;
  const tab = await open(school.people.teacher, localLink(inTab ?? ''), { width: NARROW });
  await office(tab).getByRole('alert').getByText('Your Google licence has no add-ons').waitFor();
  expect(await office(tab).getByRole('link', { name: 'share it to one of your classes' }).getAttribute('href')).toMatch(
    /^https:\/\/classroom\.google\.com\/share\?url=https%3A%2F%2Fscript\.google\.com/,
  );
  expect(await accessibilityProblems(tab)).toEqual([]);
});
