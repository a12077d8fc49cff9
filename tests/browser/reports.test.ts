import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool } from '../support/school.ts';
import { withCases } from '../support/some-cases.ts';

afterAll(closeAll);

const school = aSchool();
const { dsl, head, chair } = school.people;
const HOSTILE = '<script>document.title = "taken"</script> قاعدة';
withCases(school, [
  { count: 8, received: '2026-05-12T09:00:00.000Z', type: 'nudes', severity: 'high', where: 'Playground', outcome: 'supported', referred: 'police' },
  { count: 7, received: '2026-06-16T09:00:00.000Z', type: 'gambling', severity: 'medium', where: HOSTILE },
  { count: 3, received: '2026-06-16T09:00:00.000Z', type: 'gambling', severity: 'low', where: 'At home' },
]);

function report(page: Page) {
  return office(page).getByRole('main');
}

/** Each line's label and number. */
function linesOf(table: Locator): Promise<string[]> {
  return table.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' ')));
}

async function tooWide(page: Page): Promise<number> {
  return officeFrame(page).evaluate(
    () => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1).length,
  );
}

test.each([1280, 360])('B16: the DSL chooses a report and reads it, %i pixels wide, with nothing in the way of anybody', async (width) => {
  const { open } = await served(school);
  const page = await open(dsl, '?page=reports', { width });
  await office(page).getByLabel('Period').selectOption({ label: 'Summer term 2025-26' });
  await office(page).getByRole('button', { name: 'Show' }).click();
  await office(page).getByText('This is the report of Summer term 2025-26').waitFor();
  const severity = office(page).getByRole('table', { name: 'By severity' });
  expect(await linesOf(severity)).toEqual(['High 8', 'Medium 7', 'Low 3', 'Not set yet 0']);
  expect(await report(page).textContent()).toContain('<script>document title = taken </script> قاعدة');
  expect(await page.title()).toBe('Reports');
  expect(await tooWide(page)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('B16: the head asks for days of their own with the keyboard alone, and is told what is wrong with them', async () => {
  const { open } = await served(school);
  const page = await open(head, '?page=reports', { width: 360, keyboardOnly: true });
  await office(page).getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  await tabTo(page, 'Period');
  await page.keyboard.type('Other');
  await tabTo(page, 'First day');
  await page.keyboard.type('12/05/2026');
  await tabTo(page, 'Last day');
  await page.keyboard.type('1/5/2026');
  await page.keyboard.press('Enter');
  await office(page).getByRole('alert').waitFor();
  expect(await office(page).getByRole('alert').textContent()).toContain('The last day, 01/05/2026, is before the first, 12/05/2026');
  expect(await accessibilityProblems(page)).toEqual([]);
  await office(page).getByRole('alert').getByRole('link').press('Enter');
  await focusComesTo(page, { id: 'to' });
  for (let letters = 0; letters < 8; letters += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('31/5/2026');
  await page.keyboard.press('Enter');
  await office(page).getByText('This is the report of Chosen days').waitFor();
  expect(await report(page).textContent()).toContain('12/05/2026 to 31/05/2026');
});

test('B16: the chair saves the governors’ version as a PDF, and small numbers are on neither', async () => {
  const { open } = await served(school);
  const page = await open(chair, '?page=reports');
  await office(page)
    .getByRole('heading', { name: /^Summer term 2025-26/ })
    .waitFor();
  expect(await office(page).getByLabel('For whom').count()).toBe(0);
  const severity = office(page).getByRole('table', { name: 'By severity' });
  expect(await linesOf(severity)).toEqual(['High 8', 'Medium hidden', 'Low hidden', 'Not set yet hidden']);
  await office(page).getByRole('button', { name: 'Make a PDF to save' }).click();
  const link = office(page).getByRole('link', { name: /^Save / });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const text = (await pdfText(readFileSync(await download.path()))).pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('High 8 Medium hidden Low hidden');
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('B16: on paper there is the report and nothing to press', async () => {
  const { open } = await served(school);
  const page = await open(chair, '?page=reports');
  await office(page).getByRole('button', { name: 'Print' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await office(page).getByRole('button').count()).toBe(0);
  expect(await office(page).getByLabel('Period').count()).toBe(1);
  expect(await office(page).getByLabel('Period').isVisible()).toBe(false);
  expect(await office(page).getByRole('table', { name: 'By place' }).isVisible()).toBe(true);
});
