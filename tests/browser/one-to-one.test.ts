import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();
const ASKED = { pupil: people.pupil, why: 'She reads aloud to nobody else yet', from: '09/09/2026', until: '30/10/2026', inEarshot: 'Nadia Khan' };

test('D3: on a phone a teacher asks for the pupil whom the address names, corrects what was wrong, and sees that it waits', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(people.teacher, `?page=one-to-one#pupil=${people.pupil}&from=08%2F09%2F2026`, { width: PHONE });
  const frame = office(page);
  await frame.getByText('Amira Khan').first().waitFor();
  await frame.getByLabel('What is it for, and why not with others?').fill(ASKED.why);
  expect(await frame.getByLabel('First day').inputValue()).toBe('08/09/2026');
  await frame.getByLabel('First day').fill('01/09/2026');
  await frame.getByLabel('Last day').fill(ASKED.until);
  await frame.getByLabel('Which other adult is within earshot?').fill(ASKED.inEarshot);
  await frame.getByRole('button', { name: 'Ask for approval' }).click();
  await frame.getByRole('link', { name: /Enter the first day as a day like/ }).click();
  await focusComesTo(page, { id: 'ask-from', visible: true });
  expect(await accessibilityProblems(page)).toEqual([]);
  await frame.getByLabel('First day').fill(ASKED.from);
  await frame.getByRole('button', { name: 'Ask for approval' }).click();
  await frame.getByText(/A senior leader is asked to approve it: do not start before that/).waitFor();
  await frame.getByRole('heading', { name: 'Sam Okafor with Amira Khan 3A' }).waitFor();
  await frame.getByText('waits for approval: do not start').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  expect(school.history()).toBe('unbroken');
});

test('D3: by keyboard a senior leader shortens the days and approves; what overlaps stands there', async () => {
  const { school, open } = await served(aSchool());
  const { reference } = school.as(people.teacher).get<{ reference: string }>('askOneToOne', { key: 'press-0001-of-one', ...ASKED });
  const other = school.as(people.teachingAssistant).get<{ reference: string }>('askOneToOne', { key: 'press-0002-of-one', ...ASKED });
  const page = await open(people.head, '?page=one-to-one', { width: PHONE });
  const frame = office(page);
  await frame.getByText(`Lorna Beck asks as well from 09/09/2026 to 30/10/2026 (${other.reference}).`).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await tabTo(page, `Last day of ${reference}`);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('16/10/2026');
  await tabTo(page, `Approve ${reference}`);
  await page.keyboard.press('Enter');
  await frame.getByText(`${reference} is approved. Sam Okafor is told.`).waitFor();
  await frame.getByText(`09/09/2026 to 16/10/2026 (${reference})`, { exact: true }).waitFor();

  await frame.getByRole('button', { name: `Refuse ${other.reference}` }).click();
  await frame.getByRole('link', { name: 'Write why it is refused' }).waitFor();
  await frame.getByLabel(`Note on ${other.reference}`).fill('One adult is enough.');
  await frame.getByRole('button', { name: `Refuse ${other.reference}` }).click();
  await frame.getByText('“One adult is enough.”').waitFor();
  await frame.getByText('End it early').click();
  await frame.getByLabel(`Why does it end? (${reference})`).fill('She reads in her group.');
  await frame.getByRole('button', { name: `End ${reference}` }).click();
  await frame.getByText(`${reference} has ended.`).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
});

test('D3: somebody was quicker: the page shows what is so now, and what was typed is still there', async () => {
  const { school, open } = await served(aSchool());
  const { reference } = school.as(people.teacher).get<{ reference: string }>('askOneToOne', { key: 'press-0001-of-one', ...ASKED });
  const page = await open(people.head, '?page=one-to-one', { width: 1000 });
  const frame = office(page);
  await frame.getByRole('button', { name: `Approve ${reference}` }).waitFor();
  school.as(people.teacher).get('endOneToOne', { key: 'press-0002-of-one', reference, note: 'Not needed' });
  await frame.getByRole('button', { name: `Approve ${reference}` }).click();
  await frame.getByText('“Not needed”').waitFor();
  expect(await frame.getByRole('button', { name: `Approve ${reference}` }).count()).toBe(0);
});
