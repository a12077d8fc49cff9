import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { roll } from '../../local/school/roll.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { familySigns, putIntoUse, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const { people } = aSchool();

async function fits(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
}

test('A8, A11: with the keyboard alone, on a phone, the office finds a pupil and withdraws a consent with its day', async () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  familySigns(school, { address: people.parent, children: [{ name: 'Amira Khan', allowed: ['use-internet'] }] });
  school.pass(5);
  const { open } = await served(school);
  const page = await open(people.businessManager, '?page=person', { width: PHONE, keyboardOnly: true });
  await office(page).getByLabel('Find a person').waitFor();
  await tabTo(page, 'Find a person');
  await page.keyboard.type('amira kh');
  await office(page).getByRole('list', { name: 'People found' }).waitFor();
  await fits(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Amira Khan' }).waitFor();
  await fits(page);

  // What nobody has said yes or no to is not a yes.
  expect(await office(page).locator('.govuk-tag').first().textContent()).toBe('yes');
  await tabTo(page, /^Record by hand: May your child use the internet/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Yes');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Since which day');
  await page.keyboard.type('07/09/2026');
  await tabTo(page, 'How the school knows');
  await page.keyboard.type('Her mother telephoned');
  await tabTo(page, 'Record this');
  await page.keyboard.press('Enter');
  await office(page).getByText('Recorded: May your child use the internet').waitFor();
  await focusComesTo(page, { name: expect.stringContaining('Recorded: May your child') });
  expect(rowOf(school, 'Consents', `${people.pupil}|use-internet`)).toMatchObject({ Value: 'no', How: 'Her mother telephoned', Since: '2026-09-07' });
  await office(page).getByText('recorded by Frances Ogilvie: Her mother telephoned').waitFor();
  expect(await office(page).locator('.handrail-timeline li').first().textContent()).toContain('Consent recorded, no since 07/09/2026');
});

test('A8: a pupil about whom nobody has answered: every consent says so, and to treat it as no', async () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const { open } = await served(school);
  const page = await open(people.head, `?page=person&person=${encodeURIComponent(people.pupil)}`, { width: PHONE });
  await office(page).getByRole('heading', { name: 'Consents' }).waitFor();
  expect(new Set(await office(page).locator('.govuk-tag').allInnerTexts())).toEqual(new Set(['not answered: treat as no']));
  await office(page).getByRole('link', { name: 'Nadia Khan' }).click();
  await office(page).getByRole('heading', { name: 'Nadia Khan' }).waitFor();
  await office(page).getByRole('link', { name: 'Amira Khan' }).waitFor();
});

test('A4, A11: what is done by hand asks for its reason; a guest’s last day is moved', async () => {
  const school = aSchool();
  putIntoUse(school, 'visitor');
  const guest = signs(school, 'visitor', people.visitor, 'Harold Finch', 'open');
  school.pass(5);
  school.as(people.networkManager).get('countersign', { key: 'press-0001-of-approve', responseIds: [guest], accessEnds: '10/09/2026', seenInPerson: true });
  const { open } = await served(school);
  const page = await open(people.head, `?page=person&person=${encodeURIComponent(people.visitor)}`, { width: PHONE });
  await office(page).getByText('Change this by hand').click();
  await office(page).getByLabel('Change the last day of access').check();
  await office(page).getByLabel('Last day of access', { exact: true }).fill('01/09/2026');
  await office(page).getByRole('button', { name: 'Record this' }).click();
  await office(page)
    .getByRole('link', { name: /cannot be in the past/ })
    .click();
  await fits(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('01/10/2026');
  await office(page).getByRole('button', { name: 'Record this' }).click();
  await office(page).getByText('the last day of access has been changed').waitFor();
  expect(rowOf(school, 'Standings', `visitor|${people.visitor}`)).toMatchObject({ 'Access ends': '2026-10-01' });

  await office(page).getByLabel('Close it').check();
  await office(page).getByRole('button', { name: 'Record this' }).click();
  await office(page)
    .getByRole('link', { name: /^Write why/ })
    .click();
  await page.keyboard.type('The work is finished');
  await office(page).getByRole('button', { name: 'Record this' }).click();
  await office(page).getByText('closed.').waitFor();
  expect(stateOf(school, 'visitor', people.visitor)).toBe('closed');
});

test('A15: a line manager’s page lists who is late in the team', async () => {
  const school = aSchool();
  for (const { email, record } of school.workspace.people.all()) if (record) record.lineManager = email === people.teacher ? people.deputy : '';
  school.as(people.office).get('importRoll', { csv: roll(school.workspace) });
  const signature = signs(school, 'staff', people.teacher, 'Sam Okafor');
  school.pass(5);
  school.as(people.networkManager).get('sendBack', { key: 'press-0001-of-back', responseIds: [signature], reason: 'Please sign with your whole name.' });
  // Some weeks go by, without each of their beats.
  school.workspace.clock.pass(21 * 24 * 3_600_000);
  for (const script of Object.values(school.workspace.data.scripts))
    for (const trigger of script.triggers) trigger.nextAt = school.workspace.clock.now() + 300_000;
  const { open } = await served(school);
  const page = await open(people.deputy, '?', { width: PHONE });
  await office(page).getByRole('link', { name: 'Your team’s agreements' }).click();
  await office(page).getByRole('heading', { name: 'Sam Okafor' }).waitFor();
  await office(page).getByText('to be signed by 21/09/2026, 7 days ago').waitFor();
  await fits(page);
  const other = await open(people.secondTeacher, '?page=team', { width: PHONE });
  await office(other).getByText('nobody’s line manager').waitFor();
  await fits(other);
});
