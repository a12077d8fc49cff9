import { afterAll, expect, test } from '@jest/globals';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { closeAll, office, served, tabTo } from '../support/pages.ts';

afterAll(closeAll);

test('C5: with the keyboard alone, on a phone, the DSL sees to a line', async () => {
  const { school, open } = await served(aMonitoredSchool('journal'));
  school.workspace.mail.receive(mailFrom('k.doe@example.org', school.people.pupil, 'Pass this on to all your contacts within 2 days and your wish comes true'));
  school.beat();
  const page = await open(school.people.dsl, '?page=house-rules', { width: 390, keyboardOnly: true });
  await office(page).getByRole('heading', { name: 'A chain letter' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await tabTo(page, /^Seen to: A chain letter/);
  await page.keyboard.press('Enter');
  await office(page).getByText('Nothing waits to be looked at.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});
