import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, served, tabTo } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

const EMPTY = 'Copy the line from the mail as it stands there: a number, a colon, and 64 letters and digits';

function mailOf(school: SchoolUnderTest): string {
  return school.mailTo(school.people.witness).at(-1)?.text ?? '';
}

test('B21: with the keyboard alone the chair compares the history with the mail: what was pasted wrongly is said, what is changed is named', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.chair, '?page=history', { keyboardOnly: true });
  const { keyboard } = page;
  await office(page).getByText('Unbroken:', { exact: false }).waitFor();
  await office(page).getByText('It was compared with no mail.', { exact: false }).waitFor();

  await tabTo(page, 'Compare with a mail to the witness');
  await keyboard.type('12345');
  await tabTo(page, 'Verify again');
  await keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'There is a problem' }).waitFor();
  await tabTo(page, EMPTY);
  await keyboard.press('Enter');
  await focusComesTo(page, { name: 'Compare with a mail to the witness' });

  const line = /\d+:[0-9a-f]{64}/.exec(mailOf(school))?.[0] ?? '';
  await keyboard.press('Control+A');
  await keyboard.insertText(mailOf(school));
  await tabTo(page, 'Verify again');
  await keyboard.press('Enter');
  await office(page)
    .getByText(`Up to event ${line.split(':')[0]} it is the history that was mailed.`)
    .waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const journal = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Journal');
  const [, first] = journal?.rows ?? [];
  if (!first) throw new Error('no event');
  first[2] = { v: 'somebody.else@quillhaven.example' };
  await keyboard.press('Enter');
  await office(page).getByText('Broken at event 1 (row 2 of the sheet "Journal"): its time, actor, action, subject or hash was changed.').waitFor();
  await office(page).getByText('choose File, Version history', { exact: false }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('B21: on a phone the role account makes the lists anew; the long line stays within the page', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.office, '?page=history', { width: 360 });
  await office(page).getByText('Unbroken:', { exact: false }).waitFor();
  await office(page).getByRole('button', { name: 'Make all lists anew' }).click();
  await office(page).getByText('Every list is made from the history again.').waitFor();
  await focusComesTo(page, { name: 'Every list is made from the history again.' });
  expect(
    await office(page)
      .locator('html')
      .evaluate((html) => html.scrollWidth <= html.clientWidth),
  ).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);

  const technician = await open(school.people.technician, '?page=history');
  await office(technician).getByText('Unbroken:', { exact: false }).waitFor();
  expect(await office(technician).getByRole('button', { name: 'Make all lists anew' }).count()).toBe(0);
});
