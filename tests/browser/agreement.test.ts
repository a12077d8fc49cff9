import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

afterAll(closeAll);

/** Ticks and fills in what each page of the staff agreement's form asks for, up to its end. */
async function fillIn(page: Page, name: string): Promise<void> {
  for (;;) {
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    if ((await page.getByLabel('Full name').count()) > 0) break;
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Job title').fill('Teacher');
  await page.getByLabel('Signature').fill(name);
  await page.getByRole('button', { name: 'Submit' }).click();
}

test('A1, A2, A11: a teacher signs on a phone, the register shows it, an approver countersigns, and the teacher reads the copy', async () => {
  const { school, open } = await served(aSchool());
  const { teacher, networkManager } = school.people;

  const page = await open(teacher, '?page=home', { width: 360 });
  await office(page)
    .getByRole('link', { name: /^Staff agreement/ })
    .click();
  await page.getByRole('heading', { name: 'Part 1 of' }).waitFor();
  // Every tick is asked for.
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await fillIn(page, 'Sam Okafor');
  await page.getByText('Your agreement has been recorded').waitFor();

  const approver = await open(networkManager, '/home');
  await approver.getByRole('button', { name: 'on an hour' }).click();
  await approver.goto('/drive');
  await approver.getByRole('link', { name: 'Register of agreements' }).click();
  const line = approver.locator('.tabulator-row', { hasText: 'Sam Okafor' });
  expect(await line.textContent()).toContain('awaiting approval');

  await approver.goto('/mail');
  await approver.getByRole('link', { name: /agreement.*wait/i }).click();
  await approver.getByRole('link', { name: /page=approve/ }).click();
  await office(approver).getByRole('button', { name: 'Approve those ticked' }).click();
  await office(approver).getByRole('link', { name: 'Tick at least one signature first' }).click();
  await office(approver).getByLabel('Sam Okafor, Teacher').check();
  await office(approver).getByRole('button', { name: 'Approve those ticked' }).click();
  await office(approver).getByText('One agreement has been approved').waitFor();
  await office(approver).getByText('Nothing waits for your approval.').waitFor();
  await approver.goto(`/spreadsheets/d/${school.fileId('register')}/edit`);
  await line.waitFor();
  expect(await line.textContent()).toMatch(/approved\s*Dev Mistry/);

  await page.goto('/mail');
  await page.getByRole('link', { name: /Your copy/ }).click();
  const [clause = ''] = school.staffForm().items.flatMap(({ helpText }) => helpText?.split('\n\n') ?? []);
  expect(await page.getByRole('main').textContent()).toContain(clause);
  await page.getByRole('link', { name: /page=copy/ }).click();
  await office(page)
    .getByText(/by dev.mistry|by Dev Mistry/)
    .waitFor();
  expect(await office(page).locator('main').textContent()).toContain(clause);
});

test('A2: nobody is offered their own signature to approve', async () => {
  const { school, open } = await served(aSchool());
  school.sign(school.people.networkManager, 'Dev Mistry', 'Network manager');
  school.pass(5);
  const page = await open(school.people.networkManager, '?page=approve');
  await office(page).getByText('somebody else must approve it').waitFor();
  expect(await office(page).getByRole('checkbox').count()).toBe(0);
});
