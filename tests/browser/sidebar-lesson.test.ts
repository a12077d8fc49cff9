import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { authorize } from '../../local/apps-script/authorization.ts';
import { installSidebar } from '../../local/school/install.ts';
import { factsFrom } from '../../src/lessons/facts-in-address.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';
import { builtSidebar } from '../support/sidebar.ts';

afterAll(closeAll);

const school = aSchool();
const { people, workspace, handrail } = school;
authorize(workspace, installSidebar(workspace, builtSidebar(handrail.address, people.office)), people.teacher);

const panelOf = (page: Page) => page.getByRole('region', { name: 'Handrail' });

async function opened(lesson: RegExp): Promise<Page> {
  const { open } = await served(school.clone());
  const page = await open(people.teacher, '/calendar');
  await page.getByRole('link', { name: lesson }).first().click();
  return page;
}

test('D2: beside an open lesson the teacher sees what is wrong, makes it safe in one press, and can put it back', async () => {
  const page = await opened(/3A Maths/);
  const panel = panelOf(page);
  await panel.getByText('5 things are not fine.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Make safe', exact: true }).click();
  await panel.getByText('Done.').waitFor();
  await panel.getByText('What Google knows is fine.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Undo “Make safe”' }).click();
  await panel.getByText('Host controls are off.').waitFor();
});

test('D1: one press leads from the lesson to the checks page, and what was found goes with it behind the #', async () => {
  const page = await opened(/3A Maths/);
  const link = panelOf(page).getByRole('link', { name: 'Open my checks' });
  const [path = '', fragment = ''] = ((await link.getAttribute('href')) ?? '').split('#');
  expect(path).toContain('page=lesson');
  expect(factsFrom(fragment)).toMatchObject({ event: { title: '3A Maths, live for those at home' }, space: { state: 'read' } });
});

test('D2: of a colleague’s Meet nothing is shown as fine, and its owner is named', async () => {
  const page = await opened(/assembly/);
  const panel = panelOf(page);
  await panel.getByText('Google tells only the owner of this Meet how it is set.').waitFor();
  expect(await panel.textContent()).toContain(people.secondDeputy);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('D1: beside the calendar stand today’s lessons, and one press shows each', async () => {
  const { open } = await served(school.clone());
  const page = await open(people.teacher, '/calendar');
  const panel = panelOf(page);
  await panel.getByText('3A Recorders with Mr Delgado').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Look closer: 3A Recorders with Mr Delgado' }).click();
  await panel.getByText('Not an account of the school: luis.delgado@example.org.').waitFor();
});
