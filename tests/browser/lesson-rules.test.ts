import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localLink } from '../../local/site/links.ts';
import { postLink } from '../../local/workspace/classroom.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPost } from '../support/classroom.ts';
import { closeAll, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const NARROW = 320;

/** The address of an announcement that shows pupils the rules in Classroom's frame. */
function anAttachment(school: SchoolUnderTest): string {
  const course = Object.values(school.workspace.data.courses).find(({ students }) => students.includes(school.people.pupil));
  if (!course) throw new Error('the pupil is in no class');
  const uri = `${school.handrail.address}?page=lesson-rules&class=${encodeURIComponent(course.name)}`;
  const attachment = { id: '1', app: 'add-on', title: 'Rules for live lessons', teacherViewUri: uri, studentViewUri: uri };
  return `${localLink(postLink(course, aPost(course, { kind: 'announcement', text: 'Live at ten', attachments: [attachment] })))}/attachment/1`;
}

async function expectGood(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: NARROW, height: 640 });
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW);
}

test('D6: on a phone, with the keyboard alone, a pupil reads the rules and comes to the page for worries', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.pupil, '?page=lesson-rules&class=Class%203A', { width: PHONE, keyboardOnly: true });
  await office(page).getByText('For class 3A. Read this before you join.').waitFor();
  expect(
    await office(page)
      .getByRole('link', { name: /new tab|your checks/ })
      .count(),
  ).toBe(0);
  await expectGood(page);
  await tabTo(page, 'Tell us about a worry');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Tell us about a worry' }).waitFor();
});

test('D6: in Classroom’s frame every link opens a tab of its own, and so can the page', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.pupil, anAttachment(school));
  const rules = page.frameLocator('.add-on iframe').frameLocator('iframe');
  await rules.getByText('Our rules').waitFor();
  // Classroom's page has a main part, and so has the one in its frame.
  expect(await accessibilityProblems(page)).toEqual(['landmark-unique: #main']);
  for (const [link, heading] of [
    ['Open this page in a new tab', 'Rules for live lessons'],
    ['Tell us about a worry (opens in a new tab)', 'Tell us about a worry'],
  ] as const) {
    const opening = page.waitForEvent('popup');
    await rules.getByRole('link', { name: link }).click();
    const tab = await opening;
    await office(tab).getByRole('heading', { name: heading }).waitFor();
    expect(await office(tab).getByRole('link', { name: 'Open this page' }).count()).toBe(0);
    await tab.close();
  }
  expect(page.url()).toContain('/attachment/1');
});

test('D6: a teacher is led from the rules to their own checks for the class, and shares the rules to it from any device', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=lesson-rules&class=Class%203A');
  const link = office(page).getByRole('link', { name: 'open your checks for 3A' });
  expect(await link.getAttribute('href')).toBe(`${school.handrail.address}?page=lesson&class=3A`);
  expect(await accessibilityProblems(page)).toEqual([]);
  await office(page).getByRole('link', { name: 'share this page in Classroom' }).click();
  expect(page.url()).toMatch(/\/classroom\/share\?url=/);
  await page.getByRole('button', { name: 'Create material in Class 3A' }).click();
  await page.getByRole('link', { name: `${school.handrail.address}?page=lesson-rules&class=3A` }).waitFor();
});
