import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { people, roll } from '../../local/school/quillhaven.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, served } from '../support/pages.ts';
import { aStartedSchool } from '../support/school.ts';

afterAll(closeAll);

const SETTINGS: Record<string, string> = {
  'Name of the school': 'Quillhaven Primary',
  'Telephone of the designated safeguarding lead': '01632 960 123',
  Headteacher: people.head,
  'Designated safeguarding lead (DSL)': people.dsl,
  'Deputy safeguarding leads': `${people.deputy}\n${people.senco}`,
  'Chair of governors': people.chair,
  'Who may approve agreements': `${people.networkManager}\n${people.businessManager}`,
  Technicians: people.technician,
  'Office staff who look after the register of agreements': people.officeManager,
  'Governors’ clerk': people.clerk,
  'Days the school is closed': '26/10/2026 to 30/10/2026 Half term',
};

async function save(page: Page): Promise<void> {
  await office(page).getByRole('button', { name: 'Save the settings' }).click();
}

test('the role account sets a school up from nothing: settings with their errors, the roll from a file, everything made, nothing twice', async () => {
  const { school, open } = await served(aStartedSchool());
  // Google counts what the role account reads in a minute: somebody who is quicker is asked to wait.
  const aMinuteLater = () => school.workspace.clock.pass(60_000);
  const page = await open(people.office, '?page=set-up');
  await office(page).getByText('Save the settings first').waitFor();

  await save(page);
  await office(page).locator('.govuk-error-summary:focus').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await office(page)
    .locator('.govuk-error-summary')
    .getByRole('link', { name: /telephone/i })
    .click();
  await focusComesTo(page, { id: 'dslTelephone' });

  for (const [label, value] of Object.entries(SETTINGS)) await office(page).getByLabel(label, { exact: true }).fill(value);
  await office(page).getByLabel('Address of this web app').fill(school.handrail.address);
  await office(page).getByLabel('Headteacher', { exact: true }).fill('ruth.adeyemi@elsewhere.example');
  await save(page);
  const errors = office(page).locator('.govuk-error-summary');
  await errors.getByRole('link', { name: /head/i }).waitFor();
  expect(await errors.getByRole('listitem').count()).toBe(1);
  expect(await office(page).getByLabel('Deputy safeguarding leads').inputValue()).toBe(SETTINGS['Deputy safeguarding leads']);
  await office(page).getByLabel('Headteacher', { exact: true }).fill(people.head);
  await save(page);
  await office(page).getByText('The settings are saved.').waitFor();

  const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const csv = office(page).getByLabel('List of people (CSV)');
  await csv.setInputFiles(file('nothing that is a list'));
  await errors.waitFor();
  await csv.setInputFiles(file(roll(school.workspace)));
  await office(page)
    .getByText(/people have been taken from the file/)
    .waitFor();

  aMinuteLater();
  await office(page).getByRole('button', { name: 'Make what is missing' }).click();
  await office(page).getByText('Everything is in place.').waitFor();
  await office(page).getByText('Nothing is missing.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  const files = () =>
    Object.values(school.workspace.data.files).filter(({ owner, name }) => owner === people.office && !name.startsWith('Handrail office')).length;
  const made = files();

  aMinuteLater();
  await page.reload();
  await office(page).getByText('Nothing is missing.').waitFor();
  expect(await office(page).getByRole('button', { name: /^Make/ }).count()).toBe(0);
  expect(await office(page).getByLabel('Name of the school').inputValue()).toBe('Quillhaven Primary');

  // A line that makes no sense is said to be one; a group says how many people it gave.
  await office(page).getByRole('button', { name: 'Add a group or unit' }).click();
  const line = office(page).getByRole('group', { name: 'Line 1' });
  await line.getByLabel('Its address').fill('class-3a');
  await line.getByLabel('Class').fill('3A');
  await office(page).getByRole('button', { name: 'Save and take them now' }).click();
  await errors.getByRole('link', { name: 'Line 1 of the groups and units' }).waitFor();
  await line.getByLabel('Its address').fill('class-3a@quillhaven.example');
  await office(page).getByRole('button', { name: 'Save and take them now' }).click();
  await line.getByText('Last time: 30 people').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  // What is deleted by hand is found missing, and mended without making the rest again.

  school.workspace.drive.setTrashed(people.office, school.fileId('register'), true);
  aMinuteLater();
  await page.reload();
  await office(page).getByRole('button', { name: 'Make what is missing' }).click();
  await office(page).getByText('Nothing is missing.').waitFor();
  expect(files()).toBe(made);
});

test('nobody but the role account gets the set-up page', async () => {
  const { open } = await served(aStartedSchool());
  for (const person of [people.head, people.technician, people.teacher]) {
    const page = await open(person, '?page=set-up');
    await office(page).getByText('This page is for the role account').waitFor();
    expect(await office(page).getByRole('textbox').count()).toBe(0);
  }
});
