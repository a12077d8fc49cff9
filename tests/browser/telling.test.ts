import { afterAll, expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { codeOf, putIntoUse } from '../support/agreement-forms.ts';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchoolOf, beatAt, moveTo, startRound } from '../support/telling.ts';

afterAll(closeAll);

test('A8, A15: on a phone a parent opens the link in their mail, and the form knows who answers', async () => {
  const school = aSchoolOf([
    { email: people.pupil, role: 'pupil', className: '3A' },
    { email: people.parent, role: 'parent', children: [people.pupil] },
  ]);
  putIntoUse(school, 'parent');
  moveTo(school, '2026-09-14', '08:00');
  startRound(school, ['parent'], '2026-09-28');
  beatAt(school, '2026-09-14', '09:02');

  const { open } = await served(school);
  const page = await open(people.parent, '/mail', { width: 360 });
  await page.getByRole('link', { name: /please read and answer/ }).click();
  await page.getByRole('link', { name: /docs\.google\.com/ }).click();
  await page.getByRole('heading', { name: 'Parent and carer agreement' }).first().waitFor();
  const code = page.getByLabel(/^Code/);
  await code.waitFor();
  expect(await code.inputValue()).toBe(codeOf(school, people.parent));
});

test('A15: a line manager comes by the link in their mail to those who are late, by name', async () => {
  const school = aSchoolOf([
    { email: people.secondDeputy, role: 'staff' },
    { email: people.teacher, role: 'staff', job: 'Teacher', manager: people.secondDeputy },
  ]);
  moveTo(school, '2026-09-07', '12:00');
  startRound(school, ['staff'], '2026-09-21');
  for (const day of ['2026-09-07', '2026-09-10', '2026-09-14', '2026-09-21', '2026-09-24']) beatAt(school, day, '13:02');

  const { open } = await served(school);
  const page = await open(people.secondDeputy, '/mail');
  await page.getByRole('link', { name: /not signed after all reminders/ }).click();
  await page.getByRole('link', { name: /page=team/ }).click();
  await office(page).getByText('Sam Okafor').first().waitFor();
});
