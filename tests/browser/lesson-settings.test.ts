import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();

test('D2: on a phone the head lets everybody of the school in, is warned, gives a reason, and has the line for the technician', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(people.head, '?page=lesson-settings', { width: PHONE });
  const frame = office(page);
  await frame.getByRole('heading', { name: 'How a Meet is made safe' }).click();
  expect(await frame.getByLabel('Only people who are invited').isChecked()).toBe(true);
  await frame.getByLabel('Everybody with a school account').check();
  await frame.getByText(/everybody who dials in by telephone come in without knocking too/).waitFor();
  await frame.getByRole('button', { name: 'Set', exact: true }).first().click();
  await frame.getByRole('link', { name: 'Write why: it stands in the history' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await frame.locator('#profile-why').fill('Classes join from Classroom.');
  await frame.getByRole('button', { name: 'Set', exact: true }).first().click();
  await frame.getByText(/How a Meet is made safe is set. The sidebar learns of it when the technician has run/).waitFor();
  await frame.getByText(/npm run deploy -- sidebar --lessons '\{"profile":\{"accessType":"TRUSTED"/).waitFor();
  for (const part of await frame.locator('summary').all()) if (await part.isVisible()) await part.click();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
  expect(school.history()).toBe('unbroken');
});

test('D1: by keyboard the DSL puts a pupil with a plan on the list; somebody else’s change meanwhile is not undone', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(people.dsl, '?page=lesson-settings', { width: PHONE });
  const frame = office(page);
  await frame.getByRole('heading', { name: 'Pupils with a plan' }).click();
  await frame.getByText('Nobody is on the list').waitFor();
  await frame.getByLabel('Add a pupil').fill('amira kh');
  await frame.getByRole('list', { name: 'People found' }).getByRole('button').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await frame.getByText('On the list: 1').waitFor();
  const theirs = { key: 'press-of-the-head', why: 'A new plan', version: '', setting: 'plans', pupils: [people.youngPupil] };
  school.as(people.head).get('setLessonSetting', theirs);
  await frame.locator('#plans-why').fill('List of this term');
  await tabTo(page, 'Keep this list');
  await page.keyboard.press('Enter');
  await frame
    .getByText(/Somebody has changed how live lessons are held meanwhile/)
    .first()
    .waitFor();
  await frame.getByText('On the list: 2').waitFor();
  await frame.getByRole('button', { name: 'Keep this list' }).click();
  await frame.getByText('The list of pupils with a plan is kept.').waitFor();
  const { plans } = school.as(people.head).get<{ plans: { email: string }[] }>('readLessonSettings');
  expect(plans.map(({ email }) => email)).toEqual([people.pupil, people.youngPupil]);

  await frame.getByRole('button', { name: /Take off the list: Yusuf Khan/ }).click();
  await frame.getByText('Not kept yet.').waitFor();
  await frame.locator('#plans-why').fill('It is over');
  await frame.getByRole('button', { name: 'Keep this list' }).click();
  await frame.getByText('On the list: 1').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('D1, D6: the coordinator adds a consideration and writes for pupils; what is hard at nine is said', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(people.computingLead, '?page=lesson-settings', { width: 1000 });
  const frame = office(page);
  await frame.getByRole('heading', { name: 'Considerations of your own' }).click();
  await frame.getByLabel('Short heading').fill('Headphones');
  await frame.getByLabel('What the teacher ticks').fill('I asked pupils to use headphones.');
  await frame.locator('#own-why').fill('Homes are loud.');
  await frame.getByRole('button', { name: 'Add it' }).click();
  await frame.getByText('It is asked for every lesson from now on.').waitFor();
  await frame.getByText('I asked pupils to use headphones.').first().waitFor();

  await frame.getByRole('heading', { name: 'What pupils read' }).click();
  await frame.getByLabel('Ground rules').fill('Participants are responsible for maintaining appropriate environmental conditions.\nBe kind.');
  await frame.getByText('May be hard to read at nine:').waitFor();
  await frame.getByLabel('Ground rules').fill('Be kind.\nPut your hand up to speak.');
  await frame.getByText('May be hard to read at nine:').waitFor({ state: 'detached' });
  await frame.locator('#groundRules-why').fill('Shorter.');
  await frame.getByRole('button', { name: 'Set the rules' }).click();
  await frame.getByText('The ground rules are set.').waitFor();
  await frame.getByRole('heading', { name: 'Last changes' }).click();
  await frame.getByText('Homes are loud.').waitFor();
  expect(school.as(people.pupil).get('seeLessonRules', { className: '' })).toMatchObject({ groundRules: ['Be kind.', 'Put your hand up to speak.'] });
  expect(await accessibilityProblems(page)).toEqual([]);
});
