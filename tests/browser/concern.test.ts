import { afterAll, expect, test } from '@jest/globals';
import { CasePage } from '../support/case-page.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { deskLinesOf } from '../support/desk.ts';
import { closeAll, office, served } from '../support/pages.ts';
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
    ...ACCOUNT,
    people,
  };
  return school.as(school.people.teacher).get<{ reference: string }>('raiseConcern', concern).reference;
}

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
  await office(page).getByText('Amira Khan: affected').waitFor();
  await office(page).getByLabel('Add a note').fill('Spoke with her mother.\n<b>We meet on Friday.</b>');
  await office(page).getByRole('button', { name: 'Add note' }).click();
  const at = new CasePage(page);
  await at.said('The note has been added.');
  const form = await at.unfold('Change the state or the owner');
  await form.getByLabel('State').selectOption('waiting');
  await at.button('Set state', form).click();
  await at.said('The state is now “waiting for somebody”.');

  const history = await (await at.unfold('History')).getByRole('listitem').filter({ hasText: 'Priya Nair' }).allInnerTexts();
  expect(history.at(-2)).toContain('Spoke with her mother.\n<b>We meet on Friday.</b>');
  expect(history.at(-1)).toContain('State set to waiting');
  expect(deskLinesOf(school)).toMatchObject([{ Reference: reference, Happened: '', People: 'A.K. 3A', State: 'waiting' }]);
});

test('B2: a state chosen in a cell of the desk is on the case page within the hour, with who chose it', async () => {
  const { school, open } = await served(aSchool());
  const reference = raised(school);
  const page = await open(school.people.dsl, '/drive');
  await page.getByRole('link', { name: 'Safeguarding concerns' }).click();
  const line = page.locator('.tabulator-row', { hasText: reference });
  await line.getByRole('gridcell', { name: 'new' }).dblclick();
  await page.getByRole('combobox', { name: /^[A-Z]+4$/ }).selectOption('waiting');
  await page.getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'on an hour' }).click();
  await page.locator('.tabulator-row', { hasText: reference }).getByRole('link').click();
  await office(page).getByRole('heading', { name: 'History' }).click();
  expect(await office(page).getByRole('listitem').filter({ hasText: 'State set to waiting on the desk' }).textContent()).toContain('Priya Nair');
  expect(await office(page).locator('.govuk-tag').first().textContent()).toBe('waiting');
});

test('B5: a teacher who opens the desk’s address gets Google’s refusal, and the case pages refuse as well', async () => {
  const { school, open } = await served(aSchool());
  const reference = raised(school);
  const page = await open(school.people.teacher, `/spreadsheets/d/${school.fileId('desk-dsl')}/edit`);
  await page.getByRole('heading', { name: 'You need access' }).waitFor();
  expect(await page.content()).not.toContain(reference);
  for (const query of ['?page=cases', `?page=case&reference=${reference}`]) {
    const asked = await open(school.people.teacher, query);
    await office(asked)
      .getByText(/^This page is for those who see to concerns/)
      .waitFor();
    expect(await office(asked).locator('main').textContent()).not.toContain('writing to her');
  }
});

test('B5: the headteacher sees nothing of a concern about the headteacher; the chair of governors does', async () => {
  const { school, open } = await served(aSchool());
  const { head, chair } = school.people;
  const reference = raised(school, [{ email: head, role: 'alleged' }]);

  const page = await open(head, '?page=cases');
  await office(page).getByText('There are no such cases for you to read.').waitFor();
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
  await office(other).getByText('Ruth Adeyemi: alleged to have done it').waitFor();
});
