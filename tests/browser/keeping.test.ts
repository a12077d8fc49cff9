import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BLOCK } from '../../src/incidents/keeping/black-out.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, focusComesTo, office, officeFrame, served, tabTo } from '../support/pages.ts';
import { pdfText } from '../support/pdf.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

afterAll(closeAll);

const PHONE = 360;
const HOSTILE = `<script>document.title = "taken"</script> =HYPERLINK("https://example.org") ${'x'.repeat(300)}`;
const { people } = aSchool();
const { dsl, head, pupil, youngPupil } = people;

/** Free of accessibility problems, and no wider than a phone. */
async function fits(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await officeFrame(page).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE);
}

async function pressed(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function typed(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

test('B14: on a phone with the keyboard alone, the DSL finds a pupil and reads the chronology; hostile names run nothing', async () => {
  const school = aSchool();
  raise(school, { ...naming({ [pupil]: 'affected' }), happened: '2026-09-01T08:00:00.000Z' });
  raise(school, naming({ [pupil]: 'affected' }));
  raise(school, { people: [{ email: '', name: HOSTILE.slice(0, 190), role: 'alleged' }] });
  const { open } = await served(school);
  const page = await open(dsl, '?page=chronology', { width: PHONE, keyboardOnly: true });
  await office(page).getByLabel('Find a person').waitFor();
  await fits(page);
  await typed(page, 'Find a person', 'amira kh');
  await office(page).getByRole('list', { name: 'People found' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await office(page).getByRole('heading', { name: 'Chronology: Amira Khan' }).waitFor();
  await office(page).getByText('Second time as affected since 01/09/2026').waitFor();
  await fits(page);
  await pressed(page, 'Make a PDF to save');
  await office(page)
    .getByRole('link', { name: /^Save Chronology/ })
    .waitFor();

  const other = await open(dsl, `?page=chronology#person=${encodeURIComponent(HOSTILE.slice(0, 190))}`, { width: PHONE });
  await office(other).getByText('Role: alleged').waitFor();
  expect(await other.title()).toBe('Chronology');
  await fits(other);
});

test('B21: a closed case is kept on, held, released and its erasure asked for; the head approves it', async () => {
  const school = aSchool();
  const reference = raise(school, naming({ [pupil]: 'affected' }));
  new Working(school, dsl, reference).press('classifyCase').finish().close();
  const { open } = await served(school);
  const page = await open(dsl, '?page=keeping', { width: PHONE });
  await office(page).getByText('To be reviewed on 31/08/2044').waitFor();
  await fits(page);
  const does = async (fold: string, fill: Record<string, string>, button: string, said: string) => {
    await office(page).getByText(fold, { exact: true }).click();
    const form = office(page).locator('details[open]');
    for (const [label, text] of Object.entries(fill)) await form.getByLabel(label).fill(text);
    await form.getByRole('button', { name: button }).click();
    await office(page).getByText(said).waitFor();
    await focusComesTo(page, { name: expect.stringContaining(said) });
  };
  await does(`Hold ${reference}`, { Why: 'The police asked' }, 'Hold it', `${reference} is on hold.`);
  await fits(page);
  await does(`Release ${reference}`, { Why: 'It is over' }, 'Release it', 'the periods count again');
  await does(`Keep ${reference} on`, { 'Look at it again on': '27/3/2050', Why: 'A claim' }, 'Keep it on', 'is kept on until 27/3/2050');

  await office(page).getByText(`Ask for ${reference} to be erased`).click();
  const asking = office(page)
    .locator('details[open]')
    .filter({ has: page.locator('button', { hasText: 'Ask for it to be erased' }) });
  await asking.getByRole('button', { name: 'Ask for it to be erased' }).click();
  await office(page)
    .getByRole('link', { name: /Write why/ })
    .waitFor();
  await fits(page);
  await asking.getByLabel('Why').fill('Its time is over');
  await asking.getByRole('button', { name: 'Ask for it to be erased' }).click();
  await office(page).getByText('Somebody else has been asked').waitFor();
  await office(page).getByText('You asked for it yourself').waitFor();

  const heads = await open(head, '?page=keeping', { width: PHONE });
  await office(heads).getByText('You may decide this without reading the case').waitFor();
  await office(heads).getByText(`Approve it for ${reference}`).click();
  await fits(heads);
  await office(heads)
    .getByRole('button', { name: `Erase ${reference} for good` })
    .click();
  await office(heads).getByText('will be erased within the hour').waitFor();
  school.pass(60);
  await page.reload();
  await office(page).getByRole('heading', { name: 'Erased: copies elsewhere to see to' }).waitFor();
  await fits(page);
  await office(page)
    .getByRole('button', { name: /^Seen to.*Printed pages/ })
    .click();
  await office(page).getByText('Noted.').waitFor();
});

test('B21: with the keyboard alone, a request is recorded, checked, marks are lifted and added, and the PDF holds just that', async () => {
  const school = aSchool();
  raise(school, { ...naming({ [pupil]: 'affected', [youngPupil]: 'alleged' }), story: `Amira said Yusuf ran. Her brother laughed. ${HOSTILE}` });
  const { open } = await served(school);
  const page = await open(dsl, '?page=subject-access', { width: PHONE, keyboardOnly: true });
  await office(page).getByLabel('Whom it is about').waitFor();
  await fits(page);
  await typed(page, 'Whom it is about', 'amira kh');
  await office(page).getByRole('list', { name: 'People found' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await typed(page, 'Who asks', 'Her mother');
  await typed(page, 'When it came in', '07/09/2026');
  await pressed(page, 'Record the request');
  await office(page).getByText('The request is in the list.').waitFor();
  await pressed(page, 'Amira Khan');
  await office(page).getByRole('button', { name: 'Yusuf' }).waitFor();
  await fits(page);
  expect(await office(page).getByRole('button', { name: 'Yusuf' }).getAttribute('aria-pressed')).toBe('true');
  await typed(page, 'Black out other words', 'her brother');
  await pressed(page, 'Black them out');
  expect(await office(page).locator('mark').allInnerTexts()).toEqual(['Her brother']);
  await pressed(page, 'Yusuf');
  expect(await office(page).getByRole('button', { name: 'Yusuf' }).getAttribute('aria-pressed')).toBe('false');
  await fits(page);
  await pressed(page, 'I have checked it: make the PDF');
  const link = office(page).getByRole('link', { name: /^Save Subject access/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = (await pdfText(readFileSync(await download.path()))).pages.join(' ').replace(/\s+/g, ' ');
  expect(text).toContain(`Amira said Yusuf ran. ${BLOCK} laughed. <script>`);
  expect(await page.title()).toBe('What is recorded about somebody');
});

test('B21: a transfer from the day it is known to the receipt, on a phone', async () => {
  const school = aSchool();
  raise(school, { ...naming({ [pupil]: 'affected', [youngPupil]: 'alleged' }), story: 'Amira said Yusuf ran.' });
  const seen = raise(school, naming({ [pupil]: 'witness' }));
  const { open } = await served(school);
  const page = await open(dsl, '?page=transfer', { width: PHONE });
  await office(page).getByLabel('Pupil').fill('amira kh');
  await office(page)
    .getByRole('button', { name: /Amira Khan/ })
    .click();
  await office(page).getByRole('button', { name: 'Start the transfer' }).click();
  await office(page).getByRole('link', { name: 'Write which school the pupil goes to' }).click();
  await fits(page);
  await page.keyboard.type('Larkrise Primary');
  await office(page).getByLabel('Whom to send it to').fill('Ada Finch, DSL');
  await office(page).getByLabel('When the school knew of the move').fill('07/09/2026');
  await office(page).getByRole('button', { name: 'Start the transfer' }).click();
  await office(page).getByText('to be sent by 14/09/2026, in 7 days').waitFor();
  await fits(page);
  await office(page).getByRole('link', { name: 'Amira Khan to Larkrise Primary' }).click();
  await office(page).getByRole('heading', { name: 'File of Amira Khan' }).waitFor();
  // What she only saw goes when a person says so.
  expect(await office(page).getByLabel(`Leave out case ${seen}`).isChecked()).toBe(true);
  await office(page).getByRole('button', { name: 'I have checked it: make the PDF' }).click();
  await office(page)
    .getByRole('link', { name: /^Save Child-protection file/ })
    .waitFor();
  await office(page).getByText('It has been sent', { exact: true }).click();
  await fits(page);
  await office(page).getByLabel('On which day').fill('07/09/2026');
  await office(page).getByLabel('How', { exact: true }).fill('By hand');
  await office(page).getByLabel('To whom').fill('Ada Finch');
  await office(page).getByRole('button', { name: 'Record that it was sent' }).click();
  await office(page).getByText('waiting for the receipt').waitFor();
  await office(page).getByText('They have it', { exact: true }).click();
  await office(page).getByLabel('On which day they confirmed it').fill('07/09/2026');
  await office(page).getByLabel('Who confirmed it').fill('Ada Finch');
  await office(page).getByRole('button', { name: 'Record the receipt' }).click();
  await office(page).getByText('Received 07/09/2026: Ada Finch').waitFor();
  await fits(page);
});
