import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { putIntoUse, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const { people } = aSchool();

/** Three signatures wait: a teacher's and two visitors', one of whom has no address. */
function withSignatures() {
  const school = aSchool();
  putIntoUse(school, 'visitor');
  const teacher = signs(school, 'staff', people.teacher, 'Sam Okafor');
  signs(school, 'visitor', people.visitor, 'Harold Finch', 'open');
  const nameless = signs(school, 'visitor', '', 'Ada Quill', 'open');
  school.pass(5);
  return { school, teacher, nameless };
}

async function problem(page: Page): Promise<string> {
  await office(page).locator('.govuk-error-summary:focus').waitFor();
  return (await office(page).locator('.govuk-error-summary li').textContent()) ?? '';
}

async function fits(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
}

test('A2, A4: with the keyboard alone, on a phone, an approver is told what a typed address is worth, says that they have seen the guest, and gives a last day', async () => {
  const { school, nameless } = withSignatures();
  const { open } = await served(school);
  const page = await open(people.networkManager, '?page=approve', { width: PHONE, keyboardOnly: true });
  await office(page)
    .getByRole('group', { name: /^Visitor agreement/ })
    .waitFor();
  await fits(page);

  await tabTo(page, /^Ada Quill/);
  await page.keyboard.press('Space');
  const tick = await officeFrame(page).evaluate(() => {
    const hint = document.activeElement?.getAttribute('aria-describedby') ?? '';
    return document.getElementById(hint)?.textContent ?? '';
  });
  expect(tick).toMatch(/No address was given, so nothing proves who this is\. Approve only when you have seen the person/);
  await tabTo(page, 'Approve those ticked');
  await page.keyboard.press('Enter');
  expect(await problem(page)).toBe('Say that you have seen Ada Quill in person, or take the tick away');
  await fits(page);

  await tabTo(page, /^Say that you have seen/);
  await page.keyboard.press('Enter');
  await focusComesTo(page, { name: 'I have seen Ada Quill in person and know who they are' });
  await page.keyboard.press('Space');
  await tabTo(page, 'Approve those ticked');
  await page.keyboard.press('Enter');
  expect(await problem(page)).toMatch(/^Enter the last day of access/);

  await tabTo(page, /^Enter the last day/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await focusComesTo(page, { name: '14/09/2026 (one week)' });
  await tabTo(page, 'Approve those ticked');
  await page.keyboard.press('Enter');
  await office(page).getByText('One agreement has been approved').waitFor();
  // There is nowhere to send the copy to, so the page leads to it.
  expect(await office(page).locator('.govuk-inset-text').filter({ hasText: 'Print their copies' }).getByRole('link').textContent()).toBe('Ada Quill');
  expect(rowOf(school, 'Standings', `visitor|guest:${nameless}`)).toMatchObject({ State: 'approved', 'Access ends': '2026-09-14' });
  expect(await office(page).getByLabel('Harold Finch, Teacher').isChecked()).toBe(false);
});

test('A2: what somebody else has decided meanwhile is said by name; the other ticks stay, and one more press does the rest', async () => {
  const { school, teacher } = withSignatures();
  const { open } = await served(school);
  const page = await open(people.networkManager, '?page=approve');
  await office(page).getByLabel('Sam Okafor, Teacher').check();
  await office(page).getByLabel('Harold Finch, Teacher').check();
  await office(page).getByLabel('I have seen Harold Finch in person').check();
  await office(page).getByLabel('Another day').check();
  await office(page).getByLabel('Which day').fill('21/7/2027');
  school.as(people.businessManager).get('countersign', { key: 'press-0001-of-another', responseIds: [teacher], accessEnds: '', seenInPerson: false });

  await office(page).getByRole('button', { name: 'Approve those ticked' }).click();
  expect(await problem(page)).toMatch(/^Sam Okafor’s agreement does not wait any more: it is "approved" by Frances Ogilvie/);
  expect(await office(page).getByLabel('Sam Okafor, Teacher').count()).toBe(0);
  expect(await office(page).getByLabel('Harold Finch, Teacher').isChecked()).toBe(true);
  expect(await office(page).getByLabel('Which day').inputValue()).toBe('21/7/2027');
  expect(stateOf(school, 'visitor', people.visitor)).toBe('awaiting approval');

  await office(page).getByRole('button', { name: 'Approve those ticked' }).click();
  await office(page).getByText('One agreement has been approved').waitFor();
  expect(rowOf(school, 'Standings', `visitor|${people.visitor}`)).toMatchObject({ State: 'approved', 'Access ends': '2027-07-21' });
});

test('A2: many are ticked at once, the newest first if one likes, and sent back with a reason that each gets by mail', async () => {
  const { school } = withSignatures();
  const { open } = await served(school);
  const page = await open(people.networkManager, '?page=approve', { width: PHONE });
  const visitors = office(page).getByRole('group', { name: /^Visitor agreement/ });
  const labels = () => visitors.locator('label').allInnerTexts();
  expect(await labels()).toEqual(['Harold Finch, Teacher', 'Ada Quill, Teacher']);
  await office(page).getByLabel('Show first').selectOption('newest');
  expect(await labels()).toEqual(['Ada Quill, Teacher', 'Harold Finch, Teacher']);
  await visitors.getByRole('button', { name: 'Tick all 2' }).click();

  await office(page).getByRole('button', { name: 'Send back those ticked' }).click();
  expect(await problem(page)).toBe('Write why, so that the person knows what to do differently');
  await office(page).getByLabel('Why those ticked must sign again').fill('Please write which group you come with.');
  await office(page).getByRole('button', { name: 'Send back those ticked' }).click();
  await office(page).getByText('2 agreements have been sent back with your reason. 1 of them could not be told by mail').waitFor();
  school.pass(5);
  const [mail] = school.mailTo(people.visitor).filter(({ subject }) => subject.startsWith('Please sign again'));
  expect(mail?.text).toContain('Please write which group you come with.');
});

test('A2: nobody is offered their own signature to approve', async () => {
  const school = aSchool();
  signs(school, 'staff', people.networkManager, 'Dev Mistry');
  school.pass(5);
  const { open } = await served(school);
  const page = await open(people.networkManager, '?page=approve');
  await office(page).getByText('somebody else must approve it').waitFor();
  expect(await office(page).getByRole('checkbox').count()).toBe(0);
});
