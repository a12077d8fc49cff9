import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { allowNameless, begun, PDF, PNG } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const STORY = 'She told me that somebody keeps writing to her.';

/** Rows of the records' cases below the headings: reference first. */
function cases(school: SchoolUnderTest): string[] {
  return school
    .sheet('records', 'Cases')
    .slice(1)
    .flatMap((row) => row[0] || []);
}

async function errorSummary(page: Page): Promise<string> {
  await office(page).locator('.govuk-error-summary:focus').waitFor();
  return (await office(page).locator('.govuk-error-summary li').textContent()) ?? '';
}

/** Nothing is wider than the smallest phone, and axe finds nothing. */
async function isFitForAPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await accessibilityProblems(page)).toEqual([]);
}

test('B1, B2: with the keyboard alone, on a phone, a teacher raises a concern about a pupil; what is missing is pointed out and nothing typed is lost', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '', { width: PHONE, keyboardOnly: true });
  await page.goto(`/macros/s/${school.handrail.deploymentId}/exec`);
  await office(page).getByRole('link', { name: 'Raise a concern' }).waitFor();
  await tabTo(page, 'Raise a concern');
  await page.keyboard.press('Enter');
  await office(page).getByLabel('What happened?').waitFor();

  await tabTo(page, 'Add a person');
  await page.keyboard.type('Amira K');
  await office(page).getByRole('list', { name: 'People found' }).waitFor();
  // Enter goes on to the people found; it does not send a form that is half filled in.
  await page.keyboard.press('Enter');
  await focusComesTo(page, { name: 'Amira Khan 3A', visible: true });
  await page.keyboard.press('Enter');
  await office(page).getByRole('combobox', { name: 'Amira Khan' }).waitFor();
  await focusComesTo(page, { id: 'role-0' });

  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  expect(await errorSummary(page)).toBe('Write what happened, in your own words');
  await tabTo(page, 'Write what happened, in your own words');
  await page.keyboard.press('Enter');
  await focusComesTo(page, { id: 'story' });
  await page.keyboard.type(STORY);

  await tabTo(page, 'Yes');
  await page.keyboard.press('Space');
  await tabTo(page, 'Send');
  await page.keyboard.press('Space');
  expect(await errorSummary(page)).toBe('Choose a role for Amira Khan');
  await tabTo(page, 'Choose a role for Amira Khan');
  await page.keyboard.press('Enter');
  await page.keyboard.type('was');
  expect(await office(page).getByLabel('What happened?').inputValue()).toBe(STORY);
  expect(cases(school)).toEqual([]);

  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Your concern has been received' }).waitFor();
  const [reference = '', ...others] = cases(school);
  expect(others).toEqual([]);
  await focusComesTo(page, { name: `Your reference${reference}` });
  expect(school.as(school.people.dsl).get('openCase', { reference })).toMatchObject({
    story: STORY,
    device: '',
    url: '',
    about: 'pupil',
    danger: false,
    toldDslInPerson: true,
    people: [{ email: school.people.pupil, role: 'affected' }],
  });

  await tabTo(page, 'See how far your concern is, or add to it');
  await page.keyboard.press('Enter');
  await office(page).getByText('being looked at', { exact: true }).waitFor();
  await tabTo(page, 'What do you want to add?');
  await page.keyboard.type('It was on her tablet.');
  await tabTo(page, 'Add');
  await page.keyboard.press('Enter');
  await office(page).getByText('It has been added.').waitFor();
  expect(school.mailTo(school.people.dsl).map(({ subject }) => subject)).toContain('Handrail: something was added to a concern');
  await isFitForAPhone(page);
});

test('B1: cut off in the middle, nothing typed is lost; it is sent when the line is back, once, and never called sent before', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill('She told me that');
  await office(page).getByText('What you typed is kept.').waitFor();
  await page.context().setOffline(true);
  await office(page).getByLabel('What happened?').fill(STORY);
  await office(page).getByText('What you typed is on this page only').waitFor();
  await office(page).getByLabel('Not yet').check();
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).locator('.handrail-waiting:focus').waitFor();
  await isFitForAPhone(page);
  expect(await office(page).getByLabel('What happened?').inputValue()).toBe(STORY);
  expect(await office(page).getByText('has been received').count()).toBe(0);
  expect(cases(school)).toEqual([]);

  await page.context().setOffline(false);
  await office(page).getByRole('heading', { name: 'Your concern has been received' }).waitFor();
  expect(cases(school)).toHaveLength(1);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
  expect(begun(school)).toEqual({ draft: [], upload: [], attachment: [] });
});

test('B1: when the answer is lost on its way it becomes one concern, however often it is tried; one can also go on writing', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill(STORY);
  await office(page).getByLabel('Not yet').check();
  let tries = 0;
  await page.route('**/call', async (route) => {
    if (!route.request().postData()?.includes('raiseConcern')) return route.continue();
    tries += 1;
    // The first does not arrive; the second arrives and its answer is lost.
    if (tries === 2) await route.fetch();
    await (tries <= 2 ? route.abort('connectionfailed') : route.continue());
  });
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByText('waiting for the line').waitFor();
  await office(page).getByRole('button', { name: 'Go on writing' }).click();
  expect(await office(page).getByLabel('What happened?').isEnabled()).toBe(true);
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByText('waiting for the line').waitFor();
  expect(cases(school)).toHaveLength(1);
  await office(page).getByRole('button', { name: 'Try now' }).click();
  await office(page).getByRole('heading', { name: 'Your concern has been received' }).waitFor();
  expect(cases(school)).toHaveLength(1);
  expect(await office(page).locator('.govuk-panel').textContent()).toContain(cases(school)[0]);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
});

test('B1: what was begun on a phone is gone on with at a computer, with its file and the person it names, and is gone when it was sent', async () => {
  const { school, open } = await served(aSchool());
  const phone = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(phone).getByLabel('What happened?').fill(STORY);
  await office(phone).getByLabel('Add a person').fill('A man at the gate');
  await office(phone)
    .getByRole('button', { name: /as typed/ })
    .click();
  await office(phone)
    .getByRole('combobox', { name: /A man at the gate/ })
    .selectOption('alleged');
  await office(phone).getByLabel('When did it happen?').fill('2026-09-07T07:30');
  await office(phone).getByText('Documents and screenshots').click();
  await office(phone)
    .getByLabel('Add a document')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await office(phone).getByText('letter.pdf has been added.').waitFor();
  await office(phone).getByText('What you typed is kept.').waitFor();
  await phone.close();

  const computer = await open(school.people.teacher, '?page=report');
  await office(computer).getByText('You began a concern on').waitFor();
  expect(await office(computer).locator('main').textContent()).not.toContain('writing to her');
  await isFitForAPhone(computer);
  await office(computer).getByRole('button', { name: 'Go on with it' }).click();
  expect(await office(computer).getByLabel('What happened?').inputValue()).toBe(STORY);
  expect(
    await office(computer)
      .getByRole('combobox', { name: /A man at the gate/ })
      .inputValue(),
  ).toBe('alleged');
  expect(await office(computer).getByLabel('When did it happen?').inputValue()).toBe('2026-09-07T07:30');
  await office(computer).getByRole('list', { name: 'Files added' }).getByText('letter.pdf 1 kB').waitFor();
  await office(computer).getByLabel('Yes').check();
  await office(computer).getByRole('button', { name: 'Send' }).click();
  await office(computer).getByText('Your reference').waitFor();
  expect(begun(school)).toEqual({ draft: [], upload: [], attachment: ['letter.pdf'] });

  const again = await open(school.people.teacher, '?page=report');
  await office(again).getByLabel('What happened?').waitFor();
  expect(await office(again).getByText('You began').count()).toBe(0);
});

test('B1: two windows that write at one draft ask which words count', async () => {
  const { school, open } = await served(aSchool());
  const first = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(first).getByLabel('What happened?').fill('On the phone');
  await office(first).getByText('What you typed is kept.').waitFor();
  const second = await open(school.people.teacher, '?page=report');
  await office(second).getByRole('button', { name: 'Go on with it' }).click();
  await office(second).getByLabel('What happened?').fill('At the computer');
  await office(second).getByText('What you typed is kept.').waitFor();

  await office(first).getByLabel('What happened?').fill('More on the phone');
  await office(first).getByRole('button', { name: 'Take what is there' }).click();
  await office(first).getByText('Choose which of the two').waitFor({ state: 'detached' });
  expect(await office(first).getByLabel('What happened?').inputValue()).toBe('At the computer');
  await office(second).getByLabel('What happened?').fill('At the computer, more');
  await office(second).getByText('What you typed is kept.').waitFor();
  await office(first).getByLabel('What happened?').fill('Only this');
  await office(first).getByRole('button', { name: 'Keep what is here' }).click();
  await office(first).getByText('What you typed is kept.').waitFor();
  expect(school.as(school.people.teacher).get('readDraft', { what: '' })).toMatchObject({ draft: { text: { story: 'Only this' } } });
});

test('B4: what to do comes as one types; with images of a child no picture is taken, and one that was there is deleted for good', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByText('Documents and screenshots').click();
  await office(page).getByLabel('What happened?').fill('A message upset him');
  await office(page)
    .getByLabel('Add a document')
    .setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'latin1') });
  await office(page).getByText('screen.png has been added.').waitFor();
  expect(begun(school).upload).toEqual(['screen.png']);

  await office(page).getByLabel('What kind of thing is it?').selectOption('nudes');
  await office(page).getByRole('heading', { name: 'Images of a child' }).waitFor();
  expect(await office(page).getByRole('status').allTextContents()).toContain('Below: what to do. Images of a child.');
  await office(page).locator('.govuk-error-message', { hasText: 'screen.png has been deleted for good' }).waitFor();
  expect(begun(school).upload).toEqual([]);
  await office(page)
    .getByLabel('Add a document')
    .setInputFiles({ name: 'again.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'latin1') });
  await office(page).locator('.govuk-error-message', { hasText: 'No picture or film can be added' }).waitFor();
  await office(page).getByRole('button', { name: 'Today' }).click();
  expect(await office(page).getByLabel('When did it happen?').inputValue()).toMatch(/^\d{4}-\d\d-\d\dT00:00$/);
  await office(page).getByLabel('Somebody is in danger now').check();
  await office(page).getByRole('alert').filter({ hasText: 'Do not wait for this page' }).waitFor();
  await isFitForAPhone(page);
  expect(begun(school).upload).toEqual([]);
});

test('B1: without a name, the page says what is not known and what Google knows, and there is nothing to follow', async () => {
  const { school, open } = await served(allowNameless(aSchool()));
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill('Somebody keeps writing to her.');
  await office(page).getByText('Google’s own logs still know which account was used').waitFor();
  await office(page).getByLabel('Do not record my name').check();
  await office(page).getByLabel('Yes').check();
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByText('Your name was not recorded').waitFor();
  expect(
    await office(page)
      .getByRole('link', { name: /See how far/ })
      .count(),
  ).toBe(0);
});
