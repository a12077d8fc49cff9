import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { familySigns, formInUse, putIntoUse, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const { people } = aSchool();

function withAnswers() {
  const school = aSchool();
  putIntoUse(school, 'parent');
  familySigns(school, { address: people.parent, children: [{ name: 'Amira Khan', allowed: ['images-website'] }, { name: 'Yusi' }] });
  school.pass(5);
  familySigns(school, { address: people.secondParent, children: [{ name: 'Amira Khan' }] }, 'Imran Khan');
  const stranger = familySigns(school, { address: 'somebody@example.net', children: [{ name: 'Zaz Quill' }] }, 'A Stranger');
  school.pass(5);
  return { school, stranger };
}

async function fits(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
}

async function begin(school: SchoolUnderTest, keyboardOnly = false): Promise<Page> {
  const { open } = await served(school);
  const page = await open(people.businessManager, '?page=settle', { width: PHONE, keyboardOnly });
  await office(page).getByRole('heading', { name: 'To settle by hand' }).waitFor();
  await office(page).getByText('Who decided what, and when, is kept.').waitFor();
  return page;
}

test('A8: with the keyboard alone, on a phone, the office says whom a mother meant; nothing is chosen beforehand', async () => {
  const { school } = withAnswers();
  const page = await begin(school, true);
  await fits(page);
  expect(await office(page).locator('input:checked').count()).toBe(0);
  await tabTo(page, 'Settle this answer');
  await page.keyboard.press('Enter');
  await office(page).locator('.govuk-error-summary:focus').waitFor();
  await fits(page);
  await tabTo(page, 'Choose a pupil, or say why this is no pupil of the school');
  await page.keyboard.press('Enter');
  await focusComesTo(page, { name: 'Yusuf Khan, 1A' });
  await page.keyboard.press('Space');
  await tabTo(page, 'Settle this answer');
  await page.keyboard.press('Enter');
  await office(page).getByText('The answer from Nadia Khan is settled.').waitFor();
  // The form that had the focus is gone: what is read next is what was done.
  await focusComesTo(page, { name: 'The answer from Nadia Khan is settled.' });
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('signed');
});

test('A8: another pupil is found by name and chosen; or it is nobody of ours, with the reason', async () => {
  const { school, stranger } = withAnswers();
  const page = await begin(school);
  const ofMother = office(page).getByRole('region', { name: /^Answer from Nadia Khan/ });
  await ofMother.getByLabel('Another pupil').check();
  await ofMother.getByLabel('Find the pupil').fill('yusuf kh');
  await ofMother.getByRole('button', { name: /^Yusuf Khan/ }).click();
  await ofMother.getByText('Chosen: Yusuf Khan').waitFor();
  await fits(page);
  await ofMother.getByRole('button', { name: 'Settle this answer' }).click();
  await office(page).getByText('The answer from Nadia Khan is settled.').waitFor();
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('signed');

  const ofStranger = office(page).getByRole('region', { name: /^Answer from A Stranger/ });
  await ofStranger.getByText('has no parent with this address').waitFor();
  await ofStranger.getByLabel('Nobody of ours').check();
  await ofStranger.getByLabel('Why nobody of ours').fill('Goes to another school');
  await ofStranger.getByRole('button', { name: 'Settle this answer' }).click();
  await office(page).getByText('The answer from A Stranger is settled.').waitFor();
  expect(rowOf(school, 'Signatures', stranger)).toMatchObject({ State: 'set aside', Reason: 'Goes to another school' });
});

test('A8: two parents’ answers stand side by side; how it was settled is asked for, and a slip loses nothing', async () => {
  const { school } = withAnswers();
  const page = await begin(school);
  const card = office(page).getByRole('region', { name: 'Consents for Amira Khan' });
  expect(await card.locator('.govuk-hint').first().textContent()).toMatch(/Nadia Khan: yes, 07\/09\/2026 \d\d:\d\dImran Khan: no, 07\/09\/2026/);
  await card.getByLabel('Yes').check();
  await card.getByLabel('Since which day').fill('1 September');
  await card.getByLabel('How the school knows').fill('Both came to see the head');
  await card.getByRole('button', { name: 'Record this' }).click();
  await card.getByRole('link', { name: /^Enter the day as a date/ }).click();
  await focusComesTo(page, { name: 'Since which day' });
  expect(await card.getByLabel('How the school knows').inputValue()).toBe('Both came to see the head');
  await fits(page);
  await card.getByLabel('Since which day').fill('01/09/2026');
  await card.getByRole('button', { name: 'Record this' }).click();
  await office(page).getByText('Recorded for Amira Khan.').waitFor();
  expect(rowOf(school, 'Consents', `${people.pupil}|images-website`)).toMatchObject({
    Value: 'yes',
    Since: '2026-09-01',
    How: 'Both came to see the head',
    Differs: 'no',
  });
  expect(await card.count()).toBe(0);
});

test('A13: whoever signed on a changed form is asked to sign the right one, in the office’s own words', async () => {
  const school = aSchool();
  const part = formInUse(school, 'staff').items.find((item) => item.type === 'PAGE_BREAK');
  if (part) part.helpText = 'I may do as I like.';
  signs(school, 'staff', people.teacher, 'Sam Okafor');
  school.pass(5);
  const page = await begin(school);
  const card = office(page).getByRole('region', { name: /Sam Okafor/ });
  await card.getByLabel('What to tell them').fill('Somebody had edited the form. Sorry!');
  await card.getByRole('button', { name: 'Ask to sign again' }).click();
  await office(page).getByText('Sam Okafor gets a mail with your words.').waitFor();
  await office(page).getByText('There is nothing to settle.').waitFor();
});
