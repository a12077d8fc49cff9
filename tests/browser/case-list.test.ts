import { afterAll, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, office, officeFrame, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();

/** References as the list shows them. */
function lines(frame: FrameLocator): Promise<string[]> {
  return frame.locator('.handrail-lines h2 a').allTextContents();
}

test('B2: on a phone the list shows what is overdue first, counts, and finds by name, state, severity, owner and type', async () => {
  const { school, open } = await served(aSchool());
  const late = raise(school, { typeHint: 'nudes', ...naming({ [people.pupil]: 'affected' }) });
  school.pass(24 * 60);
  const fresh = raise(school, { typeHint: 'gambling' });
  const done = raise(school, { typeHint: 'bullying', ...naming({ [people.youngPupil]: 'affected' }) });
  new Working(school, people.dsl, done)
    .press('classifyCase', { was: { types: ['bullying'], severity: '' } })
    .finish()
    .close();
  new Working(school, people.dsl, fresh).press('changeOwner', { from: '', to: people.deputy });

  const page = await open(people.dsl, '?page=cases', { width: PHONE });
  const frame = office(page);
  await frame.getByText('2 cases.').waitFor();
  expect(await lines(frame)).toEqual([late, fresh]);
  expect(await frame.getByRole('listitem').filter({ hasText: late }).textContent()).toMatch(/overdue.*Nudes.*A\.K\. 3A.*No owner yet/);
  expect(await frame.locator('body').textContent()).not.toContain('Amira');
  expect(await frame.getByRole('list', { name: 'How many there are' }).getByRole('button').allTextContents()).toEqual([
    ...['2 open', '1 overdue', '2 new', '1 without an owner', '1 closed'],
  ]);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);

  await frame.getByRole('button', { name: '1 closed' }).click();
  await frame.getByText('One case.').waitFor();
  expect(await lines(frame)).toEqual([done]);

  await frame.getByText('Search and filter').click();
  await frame.getByRole('button', { name: 'Clear' }).click();
  await frame.getByText('2 cases.').waitFor();
  const show = async (found: string[]) => {
    await frame.getByRole('button', { name: 'Show' }).click();
    await frame.getByText(found.length === 1 ? 'One case.' : 'There are no such cases').waitFor();
    expect(await lines(frame)).toEqual(found);
  };
  await frame.getByLabel('Reference or name').fill('Amira');
  await show([late]);
  await frame.getByLabel('Severity').selectOption('high');
  await show([]);
  await frame.getByLabel('Severity').selectOption('');
  await frame.getByLabel('Reference or name').fill('');
  await frame.getByLabel('Owner').selectOption(people.deputy);
  await show([fresh]);
  await frame.getByLabel('Type').selectOption('nudes');
  await show([]);
  await frame.getByLabel('Owner').selectOption('nobody');
  await show([late]);
  await frame.getByRole('link', { name: late }).click();
  await frame.getByRole('heading', { name: `Case ${late}` }).waitFor();
});
