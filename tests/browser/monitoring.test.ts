import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();

test('C1: on a phone the DSL switches monitoring on with a reason, is warned who was not told, and records it', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(people.dsl, '?page=monitoring', { width: PHONE });
  const frame = office(page);
  await frame.getByText('Handrail looks only at messages that people send it.').waitFor();
  expect(await frame.getByText('these have not been told').count()).toBe(0);

  await frame.getByRole('heading', { name: 'What is looked at' }).click();
  await frame.getByRole('radio', { name: 'All mail of chosen accounts', exact: true }).check();
  await frame.getByRole('button', { name: 'Set', exact: true }).click();
  await frame.getByRole('link', { name: 'Write why: it stands in the history' }).waitFor();
  await frame.locator('#mode-why').fill('Words find little.');
  await frame.getByRole('button', { name: 'Set', exact: true }).click();
  await frame.getByRole('link', { name: /Record the decision first/ }).click();
  expect(await frame.locator('#mode-why').inputValue()).toBe('Words find little.');
  expect(await frame.getByRole('radio', { name: 'All mail of chosen accounts', exact: true }).isChecked()).toBe(true);
  await frame.getByLabel('By words').check();
  await frame.getByRole('button', { name: 'Set', exact: true }).click();
  await frame.getByText('How mail is monitored is set.').waitFor();
  await frame.getByText(/these have not been told: pupils; staff; parents and carers; governors/).waitFor();

  await frame.getByRole('heading', { name: 'Who has been told' }).click();
  await frame.getByText('Text for pupils: all mail').click();
  await frame.getByText(/A computer looks at each mail/).waitFor();
  await frame.getByText('Record that pupils were told').click();
  await frame.locator('#told-pupils-on').fill('07/09/2026');
  await frame.locator('#told-pupils-how').fill('In every class, by the teacher');
  await frame.getByRole('button', { name: 'Record', exact: true }).first().click();
  await frame.getByText('Recorded: pupils were told.').waitFor();
  await frame.getByText('Told on 07/09/2026 of mail with certain words: In every class, by the teacher').waitFor();
  await frame.getByText(/these have not been told: staff; parents/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  expect(school.history()).toBe('unbroken');
});

test('C1: a rule of one’s own is refused with what was typed still there, and a link leads to the rule to mute; by keyboard', async () => {
  const { school, open } = await served(aSchool());
  const { rules } = school.as(people.dsl).get<{ rules: { id: string; words: string }[] }>('readMonitoring');
  const page = await open(people.dsl, `?page=monitoring&mute=${rules[0]?.id}`, { width: PHONE });
  const frame = office(page);
  await frame.getByLabel('Rule to mute').waitFor();
  expect(await frame.getByLabel('Rule to mute').inputValue()).toBe(rules[0]?.id);
  await frame.getByLabel('Last day', { exact: true }).fill('01/10/2026');
  await frame.locator('#mute-why').fill('It flags our reading scheme.');
  await tabTo(page, 'Mute');
  await page.keyboard.press('Enter');
  await frame.getByText('The rule is muted.').waitFor();
  await frame.getByText('It flags our reading scheme.').first().waitFor();

  await frame.getByRole('heading', { name: 'Rules of your own' }).click();
  await frame.getByLabel('Words or phrases').fill('the');
  await frame.locator('#own-why').fill('Pupils are mocked there.');
  await frame.getByRole('button', { name: 'Add the rule' }).click();
  await frame.getByRole('link', { name: /“the” stands in nearly every message/ }).waitFor();
  expect(await frame.getByLabel('Words or phrases').inputValue()).toBe('the');
  expect(await accessibilityProblems(page)).toEqual([]);
  await frame.getByLabel('Words or phrases').fill('quillhaven spotted');
  await frame.getByRole('button', { name: 'Add the rule' }).click();
  await frame.getByText('quillhaven spotted: Bullying, low').waitFor();
});

test('C1: the technician sees everything and changes nothing', async () => {
  const { school, open } = await served(aSchool());
  school.as(people.head).get('setMode', { key: 'press-of-the-head', why: 'Our policy', version: '', mode: 'sieve' });
  const page = await open(people.technician, '?page=monitoring', { width: 1000 });
  const frame = office(page);
  await frame.getByText('Handrail looks at mail in which Google finds certain words').waitFor();
  for (const part of await frame.locator('summary').all()) if (await part.isVisible()) await part.click();
  await frame.getByText('Our policy').waitFor();
  expect(await frame.getByRole('button').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});
