import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { deskLinesOf } from '../support/desk.ts';
import { closeAll, focused, office, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const PHONE = 360;
const STORY = 'She told me that somebody keeps writing to her.';

/** A concern that a teacher has already sent. */
function raised(school: SchoolUnderTest, about: { email: string; role: string }[] = []): string {
  const people = about.map((person) => ({ ...person, name: '' }));
  const concern = {
    key: 'press-0001-of-the-button',
    story: STORY,
    happened: '',
    where: '',
    done: '',
    device: '',
    url: '',
    about: 'pupil',
    typeHint: '',
    danger: false,
    toldDslInPerson: true,
    people,
  };
  return school.as(school.people.teacher).get<{ reference: string }>('raiseConcern', concern).reference;
}

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
  await expect(focused(page)).resolves.toMatchObject({ name: 'Amira Khan 3A', visible: true });
  await page.keyboard.press('Enter');
  await office(page).getByRole('combobox', { name: 'Amira Khan' }).waitFor();
  await expect(focused(page)).resolves.toMatchObject({ id: 'role-0' });

  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  expect(await errorSummary(page)).toBe('Write what happened, in your own words');
  await tabTo(page, 'Write what happened, in your own words');
  await page.keyboard.press('Enter');
  await expect(focused(page)).resolves.toMatchObject({ id: 'story' });
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
  await expect(focused(page)).resolves.toMatchObject({ name: `Your reference${reference}` });
  expect(school.as(school.people.dsl).get('openCase', { reference })).toMatchObject({
    story: STORY,
    device: '',
    url: '',
    about: 'pupil',
    typeHint: '',
    danger: false,
    toldDslInPerson: true,
    people: [{ email: school.people.pupil, role: 'affected' }],
  });

  await tabTo(page, 'See how far your concern is');
  await page.keyboard.press('Enter');
  await office(page).getByRole('cell', { name: reference }).waitFor();
  expect(await office(page).getByRole('row').last().textContent()).toMatch(/received$/);
});

test('B1: when the line is down nothing typed is lost, and however often it is pressed it becomes one concern', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=report', { width: PHONE });
  await office(page).getByLabel('What happened?').fill(STORY);
  await office(page).getByLabel('Where, or on which device').fill('On her tablet');
  await office(page).getByLabel('Not yet').check();

  let tries = 0;
  await page.route('**/call', async (route) => {
    tries += 1;
    // The first does not arrive; the second arrives and its answer is lost.
    if (tries === 2) await route.fetch();
    await (tries <= 2 ? route.abort('connectionfailed') : route.continue());
  });
  for (const arrived of [0, 1]) {
    await office(page).getByRole('button', { name: 'Send' }).click();
    expect(await errorSummary(page)).toMatch(/could not reach.*What you typed is still here/);
    expect(cases(school)).toHaveLength(arrived);
    expect(await office(page).getByLabel('What happened?').inputValue()).toBe(STORY);
    expect(await office(page).getByLabel('Where, or on which device').inputValue()).toBe('On her tablet');
    await office(page).getByLabel('What happened?').focus();
  }
  await office(page).getByRole('button', { name: 'Send' }).click();
  await office(page).getByRole('heading', { name: 'Your concern has been received' }).waitFor();
  expect(cases(school)).toHaveLength(1);
  expect(await office(page).locator('.govuk-panel').textContent()).toContain(cases(school)[0]);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
});

test('B2: the DSL reads the mail, follows its link to the case, adds a note and sets the state', async () => {
  const { school, open } = await served(aSchool());
  const reference = raised(school, [{ email: school.people.pupil, role: 'affected' }]);
  const page = await open(school.people.dsl, '/mail', { width: PHONE });
  await page.getByRole('link', { name: /a new concern is waiting/ }).click();
  const link = page.getByRole('link', { name: new RegExp(reference) });
  expect(await page.getByRole('main').textContent()).not.toMatch(/Amira|Khan|writing to her/);
  await link.click();

  await office(page)
    .getByRole('heading', { name: `Case ${reference}` })
    .waitFor();
  await office(page).getByText(STORY).waitFor();
  await office(page).getByText('Amira Khan (3A): affected').waitFor();
  await office(page).getByLabel('Add a note').fill('Spoke with her mother.\n<b>We meet on Friday.</b>');
  await office(page).getByRole('button', { name: 'Add note' }).click();
  await office(page).getByText('The note has been added.').waitFor();
  await office(page).getByLabel('State').selectOption('open');
  await office(page).getByRole('button', { name: 'Set state' }).click();
  await office(page).getByText('The state has been set.').waitFor();

  const history = await office(page).getByRole('listitem').filter({ hasText: 'Priya Nair' }).allInnerTexts();
  expect(history).toHaveLength(2);
  expect(history[0]).toContain('Spoke with her mother.\n<b>We meet on Friday.</b>');
  expect(history[1]).toContain('State set to open');
  expect(deskLinesOf(school)).toMatchObject([{ Reference: reference, Happened: '', People: 'A.K. 3A', State: 'open' }]);
});

test('B2: a state chosen in a cell of the desk is on the case page within the hour, with who chose it', async () => {
  const { school, open } = await served(aSchool());
  const reference = raised(school);
  const page = await open(school.people.dsl, '/drive');
  await page.getByRole('link', { name: 'Safeguarding concerns' }).click();
  const line = page.locator('.tabulator-row', { hasText: reference });
  await line.getByRole('gridcell', { name: 'new' }).dblclick();
  await page.getByRole('combobox', { name: 'E4' }).selectOption('waiting');
  await page.getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'on an hour' }).click();
  await page.locator('.tabulator-row', { hasText: reference }).getByRole('link').click();
  await office(page).getByText('State set to waiting on the desk').waitFor();
  expect(await office(page).getByRole('listitem').last().textContent()).toContain('Priya Nair');
  expect(await office(page).locator('.govuk-tag').textContent()).toBe('waiting');
});

test('B5: a teacher who opens the desk’s address gets Google’s refusal, and the case pages refuse as well', async () => {
  const { school, open } = await served(aSchool());
  const reference = raised(school);
  const page = await open(school.people.teacher, `/spreadsheets/d/${school.fileId('desk-dsl')}/edit`);
  await page.getByRole('heading', { name: 'You need access' }).waitFor();
  expect(await page.content()).not.toContain(reference);
  for (const query of ['?page=cases', `?page=case&reference=${reference}`]) {
    const asked = await open(school.people.teacher, query);
    await office(asked).getByText('This page is for the safeguarding team, the headteacher and the chair of governors.').waitFor();
    expect(await office(asked).locator('main').textContent()).not.toContain('writing to her');
  }
});

test('B5: the headteacher sees nothing of a concern about the headteacher; the chair of governors does', async () => {
  const { school, open } = await served(aSchool());
  const { head, chair } = school.people;
  const reference = raised(school, [{ email: head, role: 'alleged' }]);

  const page = await open(head, '?page=cases');
  await office(page).getByText('There are no cases for you to read.').waitFor();
  await page.goto('/drive');
  const desks = await page.getByRole('link', { name: /^Concerns about/ }).all();
  const addresses = await Promise.all(desks.map((desk) => desk.getAttribute('href')));
  expect(addresses.length).toBe(2);
  for (const address of addresses) {
    await page.goto(address ?? '');
    await page.locator('.tabulator-row', { hasText: 'Reference' }).waitFor();
    expect(await page.content()).not.toContain(reference);
  }
  await page.goto('/mail?in=all');
  expect(await page.getByRole('main').textContent()).not.toContain('a new concern');

  const other = await open(chair, '/mail');
  await other.getByRole('link', { name: /a new concern is waiting/ }).click();
  await other.getByRole('link', { name: new RegExp(reference) }).click();
  await office(other).getByText('Ruth Adeyemi: alleged').waitFor();
});
