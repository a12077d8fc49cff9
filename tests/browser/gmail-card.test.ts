import { afterAll, expect, test } from '@jest/globals';
import { authorize } from '../../local/apps-script/authorization.ts';
import { installSidebar } from '../../local/school/install.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';
import { builtSidebar } from '../support/sidebar.ts';

afterAll(closeAll);

const school = aSchool();
const { people, workspace, handrail } = school;
authorize(workspace, installSidebar(workspace, builtSidebar(handrail.address, people.office)), people.teacher);
workspace.mail.receive(`From: Jo Quill <jo@example.org>\r\nTo: ${people.teacher}\r\nSubject: You\r\n\r\nWe know where you live.\r\n`);

test.each([1280, 390])('C2: in Gmail a message is reported in two clicks, and the safeguarding mailbox has it (%i wide)', async (width) => {
  const there = school.clone();
  const { open } = await served(there);
  const page = await open(people.teacher, '/mail', { width });
  await page.getByRole('link', { name: /Jo Quill/ }).click();
  const panel = page.getByRole('region', { name: 'Handrail' });
  await panel.getByText('Do not reply. Do not delete it.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Report this message' }).click();
  await panel.getByRole('link', { name: 'Open the draft' }).click();
  expect(await page.getByLabel(/^To/).inputValue()).toBe(people.office);
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toContain('We know where you live.');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Sent' }).waitFor();
  expect(there.workspace.mail.mailbox(people.office).search('"sent on with Handrail"')).toHaveLength(1);
});

test('C2: whoever cannot report from Gmail is led to the page, and a second press says where the draft is', async () => {
  const { open } = await served(school.clone());
  const page = await open(people.teacher, '/mail');
  await page.getByRole('link', { name: /Jo Quill/ }).click();
  const panel = page.getByRole('region', { name: 'Handrail' });
  expect(await panel.getByRole('link', { name: 'Report on the page instead' }).getAttribute('href')).toContain('page=report');
  await panel.getByRole('button', { name: 'Report this message' }).click();
  await panel.getByRole('link', { name: 'Open the draft' }).waitFor();
  await panel.getByRole('button', { name: 'Report this message' }).click();
  expect(await panel.getByRole('alert').textContent()).toContain('Open Drafts in Gmail');
});
