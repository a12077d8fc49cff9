import { afterAll, expect, test } from '@jest/globals';
import { CasePage } from '../support/case-page.ts';
import { closeAll, office, officeFrame, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** Who sees what of a case on its page and in the list, and that what people type is shown as they typed it. */

afterAll(closeAll);

const PHONE = 390;
const { people } = aSchool();
const STORY = 'She told me that somebody keeps writing to her.';
/** What the list says to somebody who reads a lane in which there is nothing for them. */
const NOTHING = 'There are no such cases for you to read.';
const NOT_YOURS = /^This page is for those who see to concerns/;

test('B5: the DSL opens a case; the deputy it names, a teacher, a governor, a technician and the head do not', async () => {
  const { school, open } = await served(aSchool());
  const reference = raise(school, { story: STORY, ...naming({ [people.pupil]: 'affected', [people.deputy]: 'witness' }) });
  const seen = async (who: string, query: string, words: string | RegExp) => {
    const page = await open(who, query);
    await office(page).getByText(words).first().waitFor();
    return (await office(page).locator('body').textContent()) ?? '';
  };
  expect(await seen(people.dsl, `?page=case&reference=${reference}`, STORY)).toContain('Amira Khan');
  for (const who of [people.deputy, people.head]) {
    expect(await seen(who, `?page=case&reference=${reference}`, /^There is no case/)).not.toMatch(/writing to her|Amira/);
    expect(await seen(who, '?page=cases', NOTHING)).not.toContain(reference);
  }
  for (const who of [people.teacher, people.technician, people.clerk]) {
    for (const query of [`?page=case&reference=${reference}`, '?page=cases']) {
      expect(await seen(who, query, NOT_YOURS)).not.toMatch(new RegExp(`writing to her|Amira|${query === '?page=cases' ? reference : 'Priya'}`));
    }
  }
});

test('B5: whoever names a member of staff as the one who did it is told that they lose sight of it, presses again, and then cannot open it', async () => {
  const { school, open } = await served(aSchool());
  const reference = raise(school, { story: STORY, ...naming({ [people.pupil]: 'affected' }) });
  const at = new CasePage(await open(people.dsl, `?page=case&reference=${reference}`, { width: PHONE }));
  const form = await at.unfold('Add or correct people');
  await form.getByLabel('Add a person').fill('Hannah L');
  await form.getByRole('button', { name: /^Hannah Lindqvist/ }).click();
  await at.button('Save the people', form).click();
  expect(await at.problem()).toBe('Say why the people are changed');
  await form.getByLabel('Why you change it').fill('Amira said so.');
  await at.button('Save the people', form).click();
  expect(await at.problem()).toBe('Choose a role for Hannah Lindqvist');
  await form.getByRole('group', { name: 'Hannah Lindqvist' }).getByLabel('Role').selectOption('alleged');
  await at.button('Save the people', form).click();
  expect(await at.problem()).toMatch(/^You will not be able to open this case any more: it will be read by Ruth Adeyemi alone\./);
  expect(new Working(school, people.dsl, reference).file().people).toHaveLength(1);
  await at.isInOrder(PHONE);
  await at.button('Yes, save the people', form).click();
  await at.said('This case is no longer yours to open');
  expect(await at.frame.locator('main').textContent()).not.toContain('writing to her');

  await at.frame.getByRole('link', { name: 'Cases' }).click();
  await at.frame.getByText(NOTHING).waitFor();
  await at.button('1 handed over').click();
  await at.frame.getByText(`${reference} was handed over to: Concerns about staff.`).waitFor();
  expect(new Working(school, people.head, reference).file()).toMatchObject({
    lane: 'Concerns about staff',
    people: [{ role: 'affected' }, { role: 'alleged' }],
  });
});

test('B2: what people typed stands on the page as they typed it, and nothing of it runs', async () => {
  const { school, open } = await served(aSchool());
  const bad = '<img src=x onerror="document.title=\'run\'">=HYPERLINK("https://x.example")';
  const reference = raise(school, { story: bad, where: bad, device: bad, url: bad, done: bad, people: [{ email: '', name: bad.slice(0, 60), role: 'other' }] });
  const dsl = new Working(school, people.dsl, reference);
  dsl.press('addNote', { text: bad }).press('addTask', { what: bad, who: bad });
  dsl.press('recordDecision', { agency: 'health', why: bad, spokeTo: bad, theirReference: bad });
  dsl.press('shareInformation', { withWhom: bad, what: bad, why: bad });
  const at = new CasePage(await open(people.dsl, `?page=case&reference=${reference}`, { width: PHONE }));
  await at.frame.getByRole('heading', { name: 'What was said' }).waitFor();
  await at.isInOrder(PHONE);
  for (const words of ['Where', 'Device', 'Site or app', 'Done already', 'Spoke to', 'What', 'Why']) {
    const fact = at.frame.locator('dl > div', { has: at.page.locator(`dt:text-is("${words}")`) }).first();
    expect(await fact.locator('dd').textContent()).toBe(bad);
  }
  expect(await officeFrame(at.page).evaluate(() => document.querySelectorAll('main img').length)).toBe(0);
  expect(await at.page.title()).not.toBe('run');
});

test('two people on one case: whoever is later is told, sees what is so now, keeps what they typed, and presses again', async () => {
  const { school, open } = await served(aSchool());
  const reference = raise(school, naming({ [people.pupil]: 'affected' }));
  const at = new CasePage(await open(people.dsl, `?page=case&reference=${reference}`));
  const part = await at.unfold('Type and severity');
  await part.getByLabel('Find a type').fill('bully');
  await part.getByLabel('Cyberbullying').check();
  await part.getByLabel('low').check();
  await part.getByLabel('Why').fill('It was a joke between friends.');
  new Working(school, people.deputy, reference).press('classifyCase', { types: ['gambling'], severity: 'high' });
  await at.button('Save type and severity').click();
  expect(await at.problem()).toContain('Somebody has classified this case meanwhile.');
  await at.frame.locator('main .govuk-tag').filter({ hasText: 'high severity' }).waitFor();
  expect(await part.getByLabel('Why').inputValue()).toBe('It was a joke between friends.');
  await at.button('Save type and severity').click();
  await at.said('Recorded: low severity.');
  expect(new Working(school, people.dsl, reference).file()).toMatchObject({
    types: ['bullying'],
    severity: 'low',
    severityWhy: 'It was a joke between friends.',
  });
});

test('B2: a case that nobody owns is taken with one press', async () => {
  const { school, open } = await served(aSchool());
  const reference = raise(school, { story: STORY });
  const at = new CasePage(await open(people.deputy, `?page=case&reference=${reference}`));
  await at.button('I take it').click();
  await at.said('It is yours now.');
  expect(new Working(school, people.dsl, reference).file().owner).toBe(people.deputy);
  expect(await at.button('I take it').count()).toBe(0);
});
