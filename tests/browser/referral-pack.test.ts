import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served } from '../support/pages.ts';
import { pdfText } from '../support/pdf.ts';
import { opened, packsKept, twoPupils } from '../support/referral.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

/** The form, with everything above it folded open. */
async function packForm(page: Page) {
  await office(page).getByRole('heading', { name: 'Information shared' }).first().click();
  await office(page).getByText('Make a referral pack for an agency').click();
  return office(page)
    .getByRole('group')
    .filter({ has: office(page).getByRole('button', { name: 'Make the pack and record it' }) })
    .last();
}

test.each([1280, 360])('rule 12: the DSL makes a pack on a case’s page and opens it, %i pixels wide', async (width) => {
  const school = aSchool();
  const reference = twoPupils(school, 'Amira says a stranger wrote to her. Yusuf saw it.');
  const { open } = await served(school);
  const page = await open(school.people.dsl, `?page=case&reference=${reference}`, { width });
  const form = await packForm(page);
  await form.getByLabel('For which agency?').selectOption('Police');
  await form.getByRole('button', { name: 'Make the pack and record it' }).click();
  await office(page).getByRole('link', { name: 'Write who gets it' }).press('Enter');
  await focusComesTo(page, { id: 'pack-withWhom' });
  expect(packsKept(school)).toEqual([]);
  await form.getByLabel('Who gets it').fill('PC 4711');
  await form.getByLabel('Why it is shared').fill('Yusuf is a witness.');
  // Another pupil is not named unless somebody says so.
  expect(await form.getByLabel('Yusuf Khan, witness').isChecked()).toBe(true);
  expect(await form.getByLabel('Amira Khan, affected').isChecked()).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
  const wide = await officeFrame(page).evaluate(
    () => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1).length,
  );
  expect(wide).toBe(0);
  await form.getByRole('button', { name: 'Make the pack and record it' }).click();
  await office(page).getByText('The pack is made and recorded as shared.').waitFor();
  await office(page).getByRole('heading', { name: 'Shared with Police: PC 4711' }).waitFor();
  const [share] = opened(school, reference).shares;
  await office(page)
    .getByRole('button', { name: share?.pack?.name ?? '' })
    .click();
  const link = office(page).getByRole('link', { name: /^Save / });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const text = (await pdfText(readFileSync(await download.path()))).pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('Amira says a stranger wrote to her. [Pupil A] saw it.');
  expect(text).not.toContain('Yusuf');
});
