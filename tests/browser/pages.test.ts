import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { closeAll, office, officeFrame, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

const NARROW = 320;
const PHONE = 390;
const DESK = 1100;
const LONG = 'wordwithoutanend'.repeat(10);

const school = aSchool();
const { people } = school;
let reference = '';
let signature = '';

beforeAll(() => {
  const about = [
    { email: people.pupil, name: '', role: 'affected' },
    { email: '', name: LONG, role: 'alleged' },
  ];
  const concern = {
    key: 'press-0001-of-the-button',
    story: LONG,
    ...ACCOUNT,
    where: LONG,
    done: LONG,
    people: about,
  };
  ({ reference } = school.as(people.teacher).get<{ reference: string }>('raiseConcern', concern));
  school.sign(people.secondTeacher, 'Hannah Lindqvist');
  school.sign(people.networkManager, 'Dev Mistry', 'Network manager');
  signature = school.sign(people.teacher, 'Sam Okafor');
  school.pass(5);
  school.as(people.networkManager).get('countersign', { key: 'press-0002-of-approve', responseIds: [signature], accessEnds: '', seenInPerson: false });
});

afterAll(closeAll);

interface State {
  name: string;
  as: string;
  query: () => string;
  /** What must be seen before the page is looked at. */
  shows: (page: FrameLocator) => ReturnType<FrameLocator['getByText']>;
  /** What the person has done there. */
  after?: (page: FrameLocator) => Promise<void>;
}

const press = (button: string) => (page: FrameLocator) => page.getByRole('button', { name: button }).click();

const STATES: State[] = [
  { name: 'home of a teacher', as: people.teacher, query: () => '?', shows: (page) => page.getByText('Concerns you have raised') },
  { name: 'home of a pupil', as: people.pupil, query: () => '?', shows: (page) => page.getByRole('link', { name: 'Tell us about a worry' }) },
  { name: 'home of the DSL', as: people.dsl, query: () => '?', shows: (page) => page.getByText('Cases you may read') },
  {
    name: 'the report with a person named and another sought',
    as: people.teacher,
    query: () => '?page=report',
    after: async (page) => {
      await page.getByLabel('Add a person').fill('amira kh');
      await page.getByRole('button', { name: /^Amira Khan/ }).click();
      await page.getByLabel('Add a person').fill('sam');
    },
    shows: (page) => page.getByRole('list', { name: 'People found' }),
  },
  {
    name: 'the report with an error',
    as: people.teacher,
    query: () => '?page=report',
    after: press('Send'),
    shows: (page) => page.getByText('There is a problem'),
  },
  {
    name: 'the report when it was sent',
    as: people.pupil,
    query: () => '?page=report',
    after: async (page) => {
      await page.getByLabel('What happened?').fill('Somebody keeps writing to me.');
      await press('Send')(page);
    },
    shows: (page) => page.getByText('Your reference'),
  },
  { name: 'the cases', as: people.dsl, query: () => '?page=cases', shows: (page) => page.getByText('No owner yet').first() },
  { name: 'no cases', as: people.chair, query: () => '?page=cases', shows: (page) => page.getByText('There are no such cases') },
  { name: 'a case', as: people.dsl, query: () => `?page=case&reference=${reference}`, shows: (page) => page.getByRole('heading', { name: 'What to do next' }) },
  {
    name: 'a case with an error',
    as: people.dsl,
    query: () => `?page=case&reference=${reference}`,
    after: press('Add note'),
    shows: (page) => page.getByText('There is a problem'),
  },
  { name: 'a case that is not there', as: people.dsl, query: () => '?page=case&reference=C-AAAAAA', shows: (page) => page.getByRole('alert') },
  { name: 'the agreements', as: people.networkManager, query: () => '?page=agreements', shows: (page) => page.getByRole('heading', { name: 'In use' }) },
  {
    name: 'an agreement',
    as: people.networkManager,
    query: () => '?page=agreement&id=staff',
    shows: (page) => page.getByRole('button', { name: 'Change the text' }),
  },
  {
    name: 'an agreement that is being changed',
    as: people.networkManager,
    query: () => '?page=agreement&id=staff',
    after: press('Change the text'),
    shows: (page) => page.getByLabel('Heading of section 1', { exact: true }),
  },
  {
    name: 'putting an agreement into use',
    as: people.networkManager,
    query: () => '?page=publish',
    shows: (page) => page.getByRole('heading', { name: 'Ready to use' }),
  },
  {
    name: 'asking people to sign',
    as: people.networkManager,
    query: () => '?page=round',
    shows: (page) => page.getByRole('button', { name: 'Show the plan' }),
  },
  {
    name: 'how people are asked and reminded',
    as: people.networkManager,
    query: () => '?page=agreement-settings',
    shows: (page) => page.getByText('So this will happen'),
  },
  {
    name: 'how concerns and cases are handled',
    as: people.dsl,
    query: () => '?page=incident-settings',
    shows: (page) => page.getByLabel('Minutes until an urgent concern goes to the next person'),
  },
  {
    name: 'settings that cannot be kept',
    as: people.dsl,
    query: () => '?page=incident-settings',
    shows: (page) => page.getByRole('alert'),
    after: async (page) => {
      await page.getByLabel('Minutes until an urgent concern goes to the next person').fill('soon');
      await press('Save')(page);
    },
  },
  { name: 'how the desk works', as: people.dsl, query: () => '?page=desk-help', shows: (page) => page.getByRole('heading', { name: 'What is not on it' }) },
  { name: 'the approvals', as: people.networkManager, query: () => '?page=approve', shows: (page) => page.getByRole('group', { name: /^Staff agreement/ }) },
  {
    name: 'the approvals with an error',
    as: people.networkManager,
    query: () => '?page=approve',
    after: press('Approve those ticked'),
    shows: (page) => page.getByText('There is a problem'),
  },
  { name: 'a signed copy', as: people.teacher, query: () => `?page=copy&signature=${signature}`, shows: (page) => page.getByRole('button', { name: 'Print' }) },
  { name: 'the set-up', as: people.office, query: () => '?page=set-up', shows: (page) => page.getByText('Nothing is missing.') },
  { name: 'a page for others', as: people.teacher, query: () => '?page=set-up', shows: (page) => page.getByRole('alert') },
];

test.each(STATES)('$name: no accessibility fault on a phone or a desk, nothing runs off 320 pixels', async ({ as, query, shows, after }) => {
  // A school of its own each: Google counts what the role account reads in a minute.
  const { open } = await served(school.clone());
  const page = await open(as, query(), { width: PHONE });
  await after?.(office(page));
  await shows(office(page)).waitFor();
  expect(await page.title()).not.toBe('');
  expect(await officeFrame(page).evaluate(() => document.documentElement.lang)).toBe('en-GB');
  expect(await headings(page)).toMatch(/^1(2+3*)*$/);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.setViewportSize({ width: NARROW, height: 600 });
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW);

  // What a wide screen changes does not depend on what was pressed.
  if (after) return;
  await page.setViewportSize({ width: DESK, height: 800 });
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('when the heart has stopped every page says so, in a way that is read out', async () => {
  const stopped = aSchool();
  for (const script of Object.values(stopped.workspace.data.scripts)) script.triggers = [];
  stopped.pass(120);
  const { open } = await served(stopped);
  const page = await open(stopped.people.teacher, '?', { width: PHONE });
  await office(page)
    .locator('[role=status]', { hasText: /Warning/ })
    .waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

/** The levels of the page's headings in their order. */
function headings(page: Page): Promise<string> {
  return officeFrame(page).evaluate(() => [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName[1]).join(''));
}
