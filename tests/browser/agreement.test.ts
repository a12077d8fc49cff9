import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localLink } from '../../local/site/links.ts';
import { codeOf, formInUse, PERMISSIONS, putIntoUse, recordsOf, stateOf } from '../support/agreement-forms.ts';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

afterAll(closeAll);

/**
 * Goes through a form page by page to its end: types what is asked for, says yes to every part and ticks every promise.
 * @param typed by the question's words; in the order of the pages where several ask the same
 */
async function goThrough(page: Page, typed: Record<string, string[]>, choose: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
  const left = new Map(Object.entries(typed).map(([title, texts]) => [title, [...texts]]));
  for (let isLast = false; !isLast; ) {
    for (const [title, texts] of left) {
      const input = page.getByRole('textbox', { name: new RegExp(`^${title}`) });
      if ((await input.count()) > 0) await input.fill(texts.shift() ?? '');
    }
    for (const yes of await page.getByRole('radio', { name: /^(I agree to each of these|I have read this|Yes, I agree|Yes, show us the promises)$/ }).all())
      await yes.check();
    for (const promise of await page.getByRole('checkbox').all()) await promise.check();
    await choose(page);
    isLast = (await page.getByRole('button', { name: 'Submit' }).count()) > 0;
    // What comes next is looked at when it is there: the page that is left has the same buttons.
    const next = page.waitForEvent('load');
    await page.getByRole('button', { name: isLast ? 'Submit' : 'Next' }).click();
    await next;
  }
}

function link(school: SchoolUnderTest, agreementId: string, kind: 'family' | 'promises'): string {
  return localLink(formInUse(school, agreementId, kind).prefill.replace('CODE-GOES-HERE', codeOf(school, school.people.parent)));
}

test('A1, A11: a teacher signs on a phone, and five minutes later the first page says that approval is awaited', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, '?page=home', { width: 360 });
  await office(page)
    .getByRole('link', { name: /^Staff agreement/ })
    .click();
  await page.getByText('The school monitors its systems, mail included.').first().waitFor();
  // Nothing can be left out.
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await goThrough(page, { 'Full name': ['Sam Okafor'], 'Job title': ['Teacher'], Signature: ['Sam Okafor'] });
  await page.getByText('Thank you. Your answer has been recorded.').waitFor();
  school.pass(5);
  await page.goto(`/macros/s/${school.handrail.deploymentId}/exec?page=home`);
  await office(page).getByText('awaiting approval').waitFor();
  await office(page)
    .getByRole('link', { name: /^Your copy/ })
    .waitFor();
});

test('A11: a teacher who does not agree is asked why, may leave that out, and is told that nothing else is needed', async () => {
  const { school, open } = await served(aSchool());
  const page = await open(school.people.teacher, localLink(school.workspace.forms.publishedUrl(school.staffForm())));
  await page.getByRole('textbox', { name: /^Full name/ }).fill('Sam Okafor');
  await page.getByRole('textbox', { name: /^Job title/ }).fill('Teacher');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: 'I do not agree' }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'You do not agree' }).waitFor();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Thank you. Your answer has been recorded.').waitFor();
  school.pass(5);
  expect(stateOf(school, 'staff', school.people.teacher)).toBe('declined');
});

test('A6: a pupil signs with the keyboard alone', async () => {
  const school = aSchool();
  putIntoUse(school, 'ks2');
  const { open } = await served(school);
  const page = await open(school.people.pupil, localLink(school.workspace.forms.publishedUrl(formInUse(school, 'ks2'))), { width: 360 });
  const type = async (title: RegExp, text: string) => {
    await page.getByRole('textbox', { name: title }).focus();
    await page.keyboard.type(text);
  };
  await type(/^Full name/, 'Amira Khan');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3A');
  const on = async (button: string) => {
    await page.getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
  };
  await on('Next');
  for (let part = 1; part <= 4; part += 1) {
    await page.getByRole('radio', { name: 'Yes, I agree' }).focus();
    await page.keyboard.press('Space');
    await on('Next');
  }
  await type(/^Sign here/, 'Amira Khan');
  await on('Submit');
  await page.getByText('Thank you. The school has what you sent.').waitFor();
  school.pass(5);
  expect(stateOf(school, 'ks2', school.people.pupil)).toBe('signed');
});

test('A5: a parent opens their link, ticks the promises with the child and names the grown-ups it trusts', async () => {
  const school = aSchool();
  putIntoUse(school, 'ks1');
  const { open } = await served(school);
  const page = await open('', link(school, 'ks1', 'promises'), { width: 360 });
  await goThrough(page, {
    ...{ 'Full name of the child': ['Yusuf Khan'], Class: ['1A'], 'Your full name': ['Nadia Khan'], 'Who are you to the child': ['mum'] },
    ...{ 'At school': ['Miss Cartwright'], 'At home': ['Gran'], 'Sign here': ['Nadia Khan'] },
  });
  await page.getByText('Thank you. The school has what you sent.').waitFor();
  school.pass(5);
  expect(recordsOf(school, 'Signatures')).toMatchObject([{ Address: 'by the code we mailed', State: 'signed' }]);
  expect(stateOf(school, 'ks1', school.people.youngPupil)).toBe('signed');
});

test('A8: a parent answers for two children and one that is not at the school, with a yes or no to every question', async () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const { open } = await served(school);
  const page = await open('', link(school, 'parent', 'family'));
  let child = 0;
  const names = ['Amira Khan', 'Yusuf Khan', 'Zara Khan'];
  await goThrough(
    page,
    { 'Your full name': ['Nadia Khan'], 'Your relationship': ['Mother'], 'Full name of the child': names, Signature: ['Nadia Khan'] },
    async () => {
      const rows = await page.getByRole('radio', { name: child === 0 ? /Yes$/ : /No$/ }).all();
      const isChild = (await page.getByRole('heading', { name: /^Child \d$/ }).count()) > 0;
      if (!isChild) return;
      child += 1;
      for (const answer of rows) await answer.check();
      await page.getByRole('radio', { name: child < names.length ? 'Yes, another child' : 'No, that is all' }).check();
    },
  );
  await page.getByText('Thank you. Your answer has been recorded.').waitFor();
  school.pass(5);
  const consents = recordsOf(school, 'Consents').map((row) => [row['Child'], row['Value']]);
  expect(consents).toEqual([...PERMISSIONS.map(() => [school.people.pupil, 'yes']), ...PERMISSIONS.map(() => [school.people.youngPupil, 'no'])]);
  expect(recordsOf(school, 'Signatures').map((row) => row['State'])).toEqual(['to be settled']);
});
