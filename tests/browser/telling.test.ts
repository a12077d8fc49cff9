import { afterAll, expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { codeOf, putIntoUse } from '../support/agreement-forms.ts';
import { closeAll, served } from '../support/pages.ts';
import { aSchoolOf, startRound } from '../support/telling.ts';

afterAll(closeAll);

test('A8, A15: on a phone a parent opens the link in their mail, and the form knows who answers', async () => {
  const school = aSchoolOf([
    { email: people.pupil, role: 'pupil', className: '3A' },
    { email: people.parent, role: 'parent', children: [people.pupil] },
  ]);
  putIntoUse(school, 'parent');
  startRound(school, ['parent'], '2026-09-21');
  school.pass(60);

  const { open } = await served(school);
  const page = await open(people.parent, '/mail', { width: 360 });
  await page.getByRole('link', { name: /please read and answer/ }).click();
  await page.getByRole('link', { name: /docs\.google\.com/ }).click();
  await page.getByRole('heading', { name: 'Parent and carer agreement' }).first().waitFor();
  const code = page.getByLabel(/^Code/);
  await code.waitFor();
  expect(await code.inputValue()).toBe(codeOf(school, people.parent));
});
