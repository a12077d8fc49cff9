import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { type Site, startSite } from '../../local/site/site.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { MONDAY } from '../support/script.ts';

const workspace = quillhaven(MONDAY);
let site: Site;

beforeAll(async () => {
  site = await startSite({ workspace, port: 0 });
});

afterAll(async () => {
  await closeBrowser();
  await site.close();
});

test('from the lesson in the calendar a teacher comes into its Meet, and so does a parent’s link come to a closed door', async () => {
  const page = await aPage(site.url, { as: people.teacher, width: 360 });
  await page.goto('/calendar');
  await page.getByRole('link', { name: /3A Maths/ }).click();
  await page.getByRole('link', { name: 'Join with Google Meet' }).click();
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'End the call for everyone' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const link = page.url();
  await page.getByRole('button', { name: 'End the call for everyone' }).click();
  await page.getByText('Nobody is in the call.').waitFor();

  const parent = await aPage(site.url, { as: people.parent });
  await parent.goto(new URL(link).pathname);
  await parent.getByText('You have to knock').waitFor();
  expect(await parent.getByRole('button', { name: 'Join now' }).count()).toBe(0);
  expect(await accessibilityProblems(parent)).toEqual([]);
});
