import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { settingsForWords } from '../../src/messages/gmail/console-settings.ts';
import { textOfSetting } from '../../src/messages/gmail/console-steps.ts';
import { WORDS } from '../../src/messages/gmail/words.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';

const school = aSchool();
const { people } = school;
let page: Page;
let shown: FrameLocator;

beforeAll(async () => {
  const box = school.workspace.mail.mailbox(people.office).data;
  box.filters = [...box.filters.slice(5), { id: 'odd', criteria: { from: 'jo@example.org' }, action: { forward: 'me@elsewhere.example' } }];
  page = await (await served(school)).open(people.technician, '?page=mail-rules');
  shown = office(page);
  await shown.getByRole('heading', { name: 'What Google is told' }).waitFor();
});

afterAll(closeAll);

test('C1: the technician mends the filters of the mailbox with one press, and sees which are somebody else’s', async () => {
  await shown.getByText(/5 are missing/).waitFor();
  await shown.getByText('forwards it to me@elsewhere.example').waitFor();
  await shown.getByRole('button', { name: 'Mend the filters' }).click();
  await shown.getByText('Every filter is there now').waitFor();
  expect(await shown.getByRole('button', { name: 'Mend the filters' }).count()).toBe(0);
});

test('C1: each text for the console can be copied, and stands there to be copied by hand where the browser does not allow it', async () => {
  await shown.getByText('Part 1: copy mail with certain words').click();
  const [first] = settingsForWords(WORDS);
  await shown.getByRole('button', { name: `Copy expression of ${first?.name}` }).click();
  const byHand = shown.getByLabel(`Expression of ${first?.name}`);
  await byHand.or(shown.getByText('Copied.')).first().waitFor();
  if ((await byHand.count()) > 0) expect(await byHand.inputValue()).toBe(first?.expressions[0]);
  await shown.getByText('Tick "Add X-Gm-Original-To header"').first().waitFor({ state: 'attached' });
});

test('C1: what the console shows is compared where it is pasted', async () => {
  await shown.getByText('Compare with what the console has').click();
  const pasted = shown.getByLabel('What the console shows');
  const texts = settingsForWords(WORDS).map(textOfSetting);
  await pasted.fill([...texts, people.office].join('\n'));
  await shown.getByRole('button', { name: 'Compare' }).click();
  await shown.getByText('The console has these words, in this version.').waitFor();
  await pasted.fill([...texts.slice(1), people.office].join('\n'));
  await shown.getByRole('button', { name: 'Compare' }).click();
  await shown.getByText('The console has something else.').waitFor();
  await pasted.fill('nothing');
  await shown.getByRole('button', { name: 'Compare' }).click();
  await shown.getByText('This cannot be verified from what was pasted.').waitFor();
});

test('C1: the file of filters can be saved, and the page says plainly who sees them', async () => {
  await shown.getByText('Without the console: forwarding filters for one mailbox').click();
  await shown.getByText(/whoever owns the mailbox sees these filters/).waitFor();
  await shown.getByRole('button', { name: 'Make mailFilters.xml' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), shown.getByRole('link', { name: 'Save mailFilters.xml' }).click()]);
  const xml = readFileSync(await file.path(), 'utf8');
  expect(xml).toContain(`<apps:property name='forwardTo' value='${people.office}'/>`);
  expect(xml).not.toContain("name='label'");
});

test('C1: the page is accessible with every part open, and fits a phone', async () => {
  await shown.getByText('Part 2: copy all mail of a unit').click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await accessibilityProblems(page)).toEqual([]);
  const tooWide = await shown
    .locator('body')
    .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.ownerDocument.documentElement.clientWidth);
  expect(tooWide).toBeLessThanOrEqual(0);
});
