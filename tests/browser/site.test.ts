import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { type Site, startSite } from '../../local/site/site.ts';
import type { SheetData } from '../../local/workspace/data.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { MONDAY } from '../support/script.ts';

const ROWS = 20_000;
const workspace = quillhaven(MONDAY);
let site: Site;
let desk: string;
let sheet: SheetData;

beforeAll(async () => {
  const spreadsheet = workspace.sheets.create(people.office, { name: 'Desk', rows: ROWS + 1, columns: 8 });
  sheet = spreadsheet.sheets[0] as SheetData;
  const states = { criteria: 'VALUE_IN_LIST', values: ['new', 'open', 'closed'], allowInvalid: false, helpText: null };
  sheet.rows = [[{ v: 'Reference' }, { v: 'Type' }, { v: 'State' }, { v: 'Note' }]];
  for (let index = 1; index <= ROWS; index += 1) {
    sheet.rows.push([
      { v: `Q-${index}`, link: 'https://drive.google.com/drive/my-drive' },
      { v: 'Bullying' },
      { v: index === 7 ? 'closed' : 'new', validation: states },
    ]);
  }
  sheet.frozenRows = 1;
  const closed = { 2: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'closed' }] } } };
  sheet.filterViews.push({ id: 77, title: 'State: closed', range: { sheetId: sheet.id }, criteria: closed, sort: [] });
  const unprotected = [{ sheetId: sheet.id, startRow: 1, startColumn: 2, endColumn: 4 }];
  const protection = { id: 1, type: 'SHEET' as const, range: { sheetId: sheet.id }, unprotected, description: '', editors: [people.office] };
  spreadsheet.protections.push({ ...protection, domainEdit: false, warningOnly: false });
  workspace.drive.sharing.share(people.office, spreadsheet.id, { type: 'user', role: 'writer', emailAddress: people.dsl }, { notify: false });
  desk = `/spreadsheets/d/${spreadsheet.id}/edit`;
  site = await startSite({ workspace, port: 0 });
});

afterAll(async () => {
  await closeBrowser();
  await site.close();
});

function cell(page: Page, row: number, column: number) {
  return page.locator(`.tabulator-row:has(.row-header:text-is("${row}")) [tabulator-field="cells.${column}"]`);
}

async function theDesk(as: string = people.dsl, width = 1280): Promise<Page> {
  const page = await aPage(site.url, { as, width });
  await page.goto(desk);
  return page;
}

test('somebody finds themselves by typing, with the keyboard alone, and is at home', async () => {
  const page = await aPage(site.url, { keyboardOnly: true, width: 360 });
  await page.goto('/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('amira khan pupil');
  await page.getByRole('heading', { name: '1 found' }).waitFor();
  await page.getByRole('button', { name: /Amira Khan/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Good day, Amira' }).waitFor();
  expect(await page.locator('.bar-who').textContent()).toContain('Amira Khan');
});

test('the bar moves the clock on and comes back to the same page', async () => {
  const page = await aPage(site.url, { as: people.teacher });
  await page.goto('/drive');
  const before = workspace.clock.now();
  await page.getByRole('button', { name: 'on an hour' }).click();
  await page.getByRole('heading', { name: 'My Drive' }).waitFor();
  expect(workspace.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
});

test.each(['/', '/home', '/drive', '/runs', '/mail'])('%s has no accessibility faults and fits a phone 360 pixels wide', async (path) => {
  const page = await aPage(site.url, { as: people.teacher, width: 360 });
  await page.goto(path);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('somebody chooses a filter view: the lines that fit are left, and the address keeps the choice', async () => {
  const page = await theDesk();
  await cell(page, 5, 0).waitFor();
  await page.getByLabel('Filter view').selectOption('State: closed');
  await cell(page, 5, 0).waitFor({ state: 'detached' });
  expect(await page.locator('.tabulator-row .row-header').allTextContents()).toEqual(['1', '8']);
  expect(page.url()).toContain('fvid=77');
  await page.getByLabel('Filter view').selectOption('None');
  await cell(page, 5, 0).waitFor();
});

test('the Sheet has no accessibility faults', async () => {
  const page = await theDesk();
  await cell(page, 2, 2).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a dropdown is changed in the Sheet, with the keyboard alone', async () => {
  const page = await aPage(site.url, { as: people.dsl, keyboardOnly: true });
  await page.goto(desk);
  await cell(page, 2, 2).waitFor();
  await page.locator('.tabulator-tableholder').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'C2' }).selectOption('open');
  await page.getByText('Saved').waitFor();
  expect(sheet.rows[1]?.[2]?.v).toBe('open');
  expect(await cell(page, 2, 2).textContent()).toBe('open');
});

test('what is typed is kept as Sheets keeps it: a formula comes to its value', async () => {
  const page = await theDesk();
  await cell(page, 3, 3).dblclick();
  await page.keyboard.type('=6*7');
  await page.keyboard.press('Enter');
  await page.getByText('Saved').waitFor();
  expect(await cell(page, 3, 3).textContent()).toBe('42');
  await cell(page, 3, 3).click();
  expect(await page.locator('#content').textContent()).toBe('=6*7');
});

test('a protected cell is refused with Google’s message and shows what it held', async () => {
  const page = await theDesk();
  await cell(page, 4, 1).dblclick();
  await page.keyboard.type('Something else');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('You are trying to edit a protected cell or object');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await cell(page, 4, 1).textContent()).toBe('Bullying');
  expect(sheet.rows[3]?.[1]?.v).toBe('Bullying');
});

test('Escape drops what was typed', async () => {
  const page = await theDesk();
  await cell(page, 5, 3).dblclick();
  await page.keyboard.type('never mind');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'D5' }).waitFor({ state: 'detached' });
  expect(sheet.rows[4]?.[3]?.v ?? null).toBeNull();
});

test('twenty thousand rows scroll to the last, which only then is drawn', async () => {
  const page = await theDesk();
  await cell(page, 2, 0).waitFor();
  expect(await page.locator('.tabulator-row').count()).toBeLessThan(200);
  await page.goto(`${desk}#gid=${sheet.id}&range=A${ROWS + 1}`);
  await page.reload();
  await cell(page, ROWS + 1, 0).waitFor();
  expect(await cell(page, ROWS + 1, 0).textContent()).toBe(`Q-${ROWS}`);
});

test('rows are sorted by a click on a column and filtered by typing, for this person only', async () => {
  const page = await theDesk();
  await page.getByRole('checkbox', { name: 'Filter' }).check();
  await page.getByRole('searchbox', { name: 'Filter column C' }).pressSequentially('closed');
  await cell(page, 8, 2).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.tabulator-tableholder .tabulator-row').length === 1);
  expect(sheet.rows[7]?.[0]?.v).toBe('Q-7');
});

test('what somebody else changes appears without losing the place', async () => {
  const page = await theDesk();
  await cell(page, 6, 3).click();
  workspace.clock.pass(1000);
  workspace.sheets.typeInto(people.office, desk.split('/')[3] ?? '', sheet.id, 5, 3, 'from the office');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await cell(page, 6, 3).getByText('from the office').waitFor();
  expect(await page.locator('#where').textContent()).toBe('D6');
});

test('links in cells open the local page', async () => {
  const page = await theDesk();
  await cell(page, 2, 0).getByRole('link').click();
  await page.getByRole('heading', { name: 'Drive', exact: true }).waitFor();
});

test('whoever the Sheet is not shared with is told so', async () => {
  const page = await theDesk(people.teacher);
  await page.getByRole('heading', { name: 'You need access' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('nothing is fetched from another host', async () => {
  const page = await aPage(site.url, { as: people.dsl });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const path of ['/', '/home', '/mail', '/drive', desk]) await page.goto(path, { waitUntil: 'networkidle' });
  expect([...hosts].filter((host) => host !== '' && host !== new URL(site.url).host)).toEqual([]);
});
