import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { formInUse, putIntoUse, signs } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;

/** Nothing runs off the side, and axe finds nothing. */
async function isFit(page: Page): Promise<void> {
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
}

test('A1 to A8, A15: with the keyboard alone the office puts a text into use, looks at the plan of the round, and starts it', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.networkManager, '?page=agreements', { keyboardOnly: true });
  await office(page).getByText('groups on the list of people without an agreement').waitFor();
  await tabTo(page, 'Put one into use');
  await page.keyboard.press('Enter');

  await office(page).getByRole('heading', { name: 'Ready to use' }).waitFor();
  await tabTo(page, /^Put it into use: Governor agreement/);
  await page.keyboard.press('Enter');
  await office(page).getByText('“Governor agreement: using the school’s technology safely” is in use now.').waitFor();
  expect(formInUse(school, 'governor').title).toBe('Governor agreement: using the school’s technology safely');
  expect(school.mailTo('lucien.baptiste@example.net')).toEqual([]);

  await page.keyboard.press('Shift+Tab');
  await page.goto(`${page.url().split('?')[0]}?page=round`);
  await office(page).getByLabel('Governor agreement').waitFor();
  expect(await office(page).getByLabel('Governor agreement').isChecked()).toBe(true);
  await tabTo(page, /^Staff agreement/);
  await page.keyboard.press('Space');
  await tabTo(page, 'Show the plan');
  await page.keyboard.press('Enter');
  await office(page).getByText('This is the plan. Nothing has been sent yet.').waitFor();
  expect(await office(page).getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/^Governor agreement.*: \d+ to be asked$/)]);
  await office(page).getByRole('table', { name: 'When mails go' }).waitFor();
  await isFit(page);
  await tabTo(page, /^Start: \d+ agreements to be signed$/);
  await page.keyboard.press('Enter');
  await office(page).getByText('The round has started.').waitFor();

  school.pass(10);
  await page.goto(`${page.url().split('?')[0]}?page=agreements`);
  const row = office(page).getByRole('row', { name: /^Governors/ });
  expect(await row.textContent()).toMatch(/Governors\s*\d+\s*\d+ outstanding/);
});

test('A11: on a phone the bars show where everybody stands in words as well, and a press on one shows its people', async () => {
  const { school, open } = await served(aSchool());
  const { teacher, networkManager } = school.people;
  putIntoUse(school, 'ks2');
  school.as(networkManager).get('startRound', { key: 'press-0001-of-round', why: 'first', agreements: ['staff', 'ks2'], due: '2026-09-21' });
  school.pass(10);
  signs(school, 'staff', teacher, 'Sam Okafor');
  school.pass(5);
  const page = await open(networkManager, '?page=agreements', { width: PHONE });
  await office(page)
    .getByText(/^Counted at 07\/09\/2026 09:/)
    .waitFor();
  expect(
    await office(page)
      .getByRole('row', { name: /^Staff/ })
      .getByRole('cell')
      .textContent(),
  ).toMatch(/^1 awaiting approval\s*\d+ outstanding$/);
  await isFit(page);

  await office(page).getByRole('button', { name: '3A', exact: true }).click();
  await office(page).getByRole('heading', { name: '30 found, 3A' }).waitFor();
  await focusComesTo(page, { name: '30 found, 3A' });
  await office(page).getByLabel('Name or class').fill('amira kh');
  await office(page).getByRole('button', { name: 'Search' }).click();
  await office(page).getByRole('heading', { name: '1 found, 3A' }).waitFor();
  expect(await office(page).getByRole('link', { name: 'Everything about Amira Khan' }).getAttribute('href')).toContain('?page=person&person=amira.khan%40');
  await office(page).getByRole('button', { name: 'All groups' }).click();
  await office(page).getByLabel('Name or class').fill('sam ok');
  await office(page).getByLabel('State').selectOption('awaiting approval');
  await office(page).getByRole('button', { name: 'Search' }).click();
  await office(page).getByRole('link', { name: 'Signed copy of Sam Okafor' }).waitFor();
  await isFit(page);

  await office(page).getByLabel('Agreement').first().selectOption({ label: 'How I stay safe and kind online' });
  expect(
    await office(page)
      .getByRole('row', { name: /^Staff/ })
      .count(),
  ).toBe(0);
  expect(await office(page).getByRole('row', { name: /^3A/ }).count()).toBe(1);
});

test('A13: a text is changed statement by statement, nothing typed is lost when something is missing, and every version can be read', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.networkManager, '?page=agreement&id=staff', { width: PHONE });
  await office(page).getByRole('button', { name: 'Change the text' }).click();
  await office(page).getByLabel('Title').fill('');
  await office(page).getByRole('button', { name: 'Change statement 1', exact: true }).click();
  await office(page).getByLabel('Statement 1').fill('I use my own account only.\n\nI lend it to nobody.');
  await office(page).getByRole('button', { name: 'Done' }).click();
  await office(page).getByText('1. I use my own account only.').waitFor();
  await focusComesTo(page, { name: 'Change statement 1' });
  await office(page).getByText('2. I lend it to nobody.').waitFor();
  await office(page).getByRole('button', { name: 'Change statement 2', exact: true }).click();
  await office(page).getByRole('button', { name: 'Take away' }).click();
  expect(await office(page).getByText('I lend it to nobody.').count()).toBe(0);
  await office(page).getByRole('button', { name: 'Take the last change back' }).click();
  await office(page).getByText('2. I lend it to nobody.').waitFor();

  await office(page).getByRole('button', { name: 'Put it into use' }).click();
  await office(page).getByRole('link', { name: 'Say whether everybody must sign again' }).waitFor();
  await office(page).getByLabel('Minor: nobody signs again').check();
  await office(page).getByRole('button', { name: 'Put it into use' }).click();
  await office(page).getByRole('link', { name: 'Give the agreement a title' }).click();
  await focusComesTo(page, { id: 'title' });
  await isFit(page);
  await page.keyboard.type('Our staff agreement');
  await office(page).getByLabel('Approved by').fill('Governing body');
  await office(page).getByRole('button', { name: 'Put it into use' }).click();
  await office(page).getByText('“Our staff agreement” is in use now.').waitFor();
  await office(page).getByText('Version 2, minor').click();
  await office(page).getByText('Approved by Governing body.').waitFor();
  await office(page).getByText('Version 1, material').waitFor();
  const shown = formInUse(school, 'staff')
    .items.map(({ helpText }) => helpText)
    .join('\n');
  expect(shown).toMatch(/1\. I use my own account only\.\s+2\. I lend it to nobody\./);
  await isFit(page);
});

test('A13: what is taken out of use is asked about first, and can be used again', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.networkManager, '?page=agreement&id=staff', { width: PHONE });
  await office(page).getByRole('button', { name: 'Take it out of use' }).click();
  await office(page).getByRole('button', { name: 'Keep it' }).click();
  await office(page).getByRole('button', { name: 'Take it out of use' }).click();
  await office(page).getByRole('button', { name: 'Yes, take it out of use' }).click();
  await office(page).getByText('This agreement is not in use any more').waitFor();
  await office(page).getByRole('button', { name: 'Use it again' }).waitFor();
  await isFit(page);
});

test('A13: all forms are checked from the page, and a form that somebody changed by hand is mended on its agreement’s page', async () => {
  const { school, open } = await served(aSchool());
  putIntoUse(school, 'governor');
  const page = await open(school.people.networkManager, '?page=agreements', { width: PHONE });
  await office(page).getByRole('button', { name: 'Check all forms' }).click();
  await office(page).getByText('All forms can be answered and say what was put into use.').waitFor();
  const form = formInUse(school, 'staff');
  if (form.items[0]) form.items[0].title = 'Something else';
  await office(page).getByRole('button', { name: 'Check all forms' }).click();
  await office(page)
    .getByRole('listitem')
    .filter({ hasText: 'changed by hand' })
    .getByRole('link', { name: /^Staff agreement/ })
    .click();
  await office(page).getByRole('button', { name: 'Mend the forms' }).click();
  await office(page).getByText('The forms have been mended.').waitFor();
  expect(await office(page).getByRole('button', { name: 'Mend the forms' }).count()).toBe(0);
  await isFit(page);
  expect(formInUse(school, 'staff').id).not.toBe(form.id);
});

test('A15: the settings are read back in sentences while they are typed, and what cannot be is said at its place', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.networkManager, '?page=agreement-settings', { width: PHONE });
  await office(page).getByText('A first mail at once, reminders after 3, 7 and 14 days.').waitFor();
  await office(page).getByLabel('Reminders after').fill('5, 10');
  await office(page).getByText('A first mail at once, reminders after 5 and 10 days.').waitFor();
  await office(page).getByLabel('Headteacher told after').fill('ten');
  await office(page).getByRole('button', { name: 'Save' }).click();
  await office(page).getByRole('link', { name: 'Enter a whole number of days between 1 and 200' }).click();
  await focusComesTo(page, { id: 'headAfterDays' });
  await isFit(page);
  await office(page).getByLabel('Headteacher told after').fill('30');
  await office(page).getByRole('button', { name: 'Save' }).click();
  await office(page).getByText('Saved.').waitFor();
  expect(school.as(school.people.networkManager).get('readAgreementSettings')).toMatchObject({ remindAfterDays: [5, 10], headAfterDays: 30 });
});

test('A2: who may not see the page is told so, and nothing of it is there', async () => {
  const { school, open } = await served(aSchool());
  for (const query of ['agreements', 'agreement&id=staff', 'publish', 'round', 'agreement-settings']) {
    const page = await open(school.people.teacher, `?page=${query}`);
    expect(await office(page).getByRole('alert').textContent()).toContain('This page is for the office');
    await page.close();
  }
});
