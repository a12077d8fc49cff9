import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { extensionFiles } from '../../scripts/extension.ts';
import { CONSIDERATIONS } from '../../src/lessons/considerations.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { OFFICE } from '../support/extension.ts';

/** The panel's page alone, in any browser: what Chrome would tell it is stood in for. */
const PLACE = 'https://panel.example/';
const STREAM = 'https://classroom.google.com/c/NTIzNDU2Nzg5MDEy';
const BUILT_IN = 'https://script.google.com/a/macros/quillhaven.example/s/AKbuiltin/exec';

interface Around {
  /** null when it is closed. */
  tab?: { url?: string; title?: string } | null;
  /** What the school's policy sets; null: there is no managed storage. */
  policy?: Record<string, unknown> | null;
  width?: number;
  dark?: boolean;
}

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json', png: 'image/png' };
let files: Map<string, Buffer>;

beforeAll(async () => {
  files = new Map((await extensionFiles(BUILT_IN)).map(({ name, text }) => [name, Buffer.from(text)]));
});
afterAll(closeBrowser);

/** @returns the page, and how to change what is around it */
async function aPanel({
  tab = {},
  policy = { officeAddress: OFFICE },
  width = 300,
  dark = false,
}: Around): Promise<{ page: Page; become(around: Around): Promise<void> }> {
  const page = await aPage(PLACE, { width });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const { content_security_policy } = JSON.parse(String(files.get('manifest.json'))) as { content_security_policy: { extension_pages: string } };
  await page.route(/./, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(name);
    if (!body) return route.abort();
    const headers = { 'Content-Security-Policy': content_security_policy.extension_pages, 'Content-Type': types[name.split('.')[1] ?? ''] ?? '' };
    return route.fulfill({ body, headers });
  });
  await page.addInitScript(
    ([around]) => {
      const listeners: (() => void)[] = [];
      const event = { addListener: (listener: () => void) => listeners.push(listener) };
      const state = { around, tellAll: () => listeners.forEach((listener) => void listener()) };
      const managed = { get: () => (state.around.policy ? Promise.resolve(state.around.policy) : Promise.reject(new Error('no policy'))) };
      Object.assign(window, {
        standIn: state,
        chrome: {
          tabs: { get: () => (state.around.tab ? Promise.resolve(state.around.tab) : Promise.reject(new Error('No tab with id: 7.'))), onUpdated: event },
          storage: { managed, onChanged: event },
        },
      });
    },
    [{ tab, policy }] as const,
  );
  await page.goto(`${PLACE}panel.html?tab=7`);
  await page.getByRole('heading', { name: 'Before a live lesson' }).waitFor();
  return {
    page,
    become: (around) =>
      page.evaluate((changed) => {
        const { standIn } = window as unknown as { standIn: { around: object; tellAll(): void } };
        standIn.around = { ...standIn.around, ...changed };
        standIn.tellAll();
      }, around),
  };
}

const addresses = (page: Page) => page.getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

test('D1, D6, B1: the panel of a class leads to its checks, to what its pupils see, and to a concern, each in a tab of its own', async () => {
  const { page } = await aPanel({ tab: { url: STREAM, title: '3A Maths' } });
  expect(await addresses(page)).toEqual([`${OFFICE}?page=lesson&class=3A%20Maths`, `${OFFICE}?page=lesson-rules&class=3A%20Maths`, `${OFFICE}?page=report`]);
  expect(await page.getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).target))).toEqual(['_blank', '_blank', '_blank']);
});

test('D1: it reminds of every consideration, each once, and says how many there are', async () => {
  const { page } = await aPanel({ tab: { url: STREAM, title: '3A Maths' } });
  expect((await page.getByRole('listitem').allTextContents()).sort()).toEqual(CONSIDERATIONS.map(({ title }) => title).sort());
  expect(await page.locator('main').textContent()).toContain('19 considerations on file, list 1');
});

test('D1: a class’s name that comes later is shown, and goes with the teacher from then on', async () => {
  const { page, become } = await aPanel({ tab: { url: STREAM, title: 'classroom.google.com/c/NTIzNDU2Nzg5MDEy' } });
  await page.getByText('A class is open.').waitFor();
  expect((await addresses(page))[0]).toBe(`${OFFICE}?page=lesson`);
  await become({ tab: { url: STREAM, title: '3A Maths' } });
  await page.getByText('Class: 3A Maths').waitFor();
  expect((await addresses(page))[0]).toBe(`${OFFICE}?page=lesson&class=3A%20Maths`);
});

test('D1: beside Classroom’s other pages the panel asks for a class and leads to the checks without one', async () => {
  const { page } = await aPanel({ tab: { url: 'https://classroom.google.com/h', title: 'Classroom' } });
  await page.getByText('Open a class in Classroom').waitFor();
  expect(await addresses(page)).toEqual([`${OFFICE}?page=lesson`, `${OFFICE}?page=lesson-rules`, `${OFFICE}?page=report`]);
});

test('D1: elsewhere, and when its tab is gone, the panel says to open a class in Classroom, and leads there alone', async () => {
  const { page, become } = await aPanel({ tab: {} });
  expect(await addresses(page)).toEqual(['https://classroom.google.com/']);
  await become({ tab: { url: STREAM, title: '3A' } });
  await page.getByText('Class: 3A').waitFor();
  await become({ tab: null });
  await page.getByText('Open a class in Classroom').waitFor();
  expect(await addresses(page)).toEqual(['https://classroom.google.com/']);
});

test('D1: the school’s policy comes before the address that was built in; without one, or with one that is no address, that is used', async () => {
  const { page, become } = await aPanel({ tab: { url: STREAM, title: '3A' }, policy: null });
  expect((await addresses(page))[2]).toBe(`${BUILT_IN}?page=report`);
  await become({ policy: { officeAddress: OFFICE } });
  await page.waitForFunction((office) => document.links[2]?.href.startsWith(office), OFFICE);
  await become({ policy: { officeAddress: 'javascript:alert(1)' } });
  await page.waitForFunction((office) => document.links[2]?.href.startsWith(office), BUILT_IN);
});

test('D1: with the keyboard alone every way is come to in order, and one sees where one is', async () => {
  const { page } = await aPanel({ tab: { url: STREAM, title: '3A Maths' } });
  for (const name of ['Open my checks', 'What pupils see', 'Raise a concern']) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      return { name: element.textContent, outline: getComputedStyle(element).outlineStyle };
    });
    expect(focused).toEqual({ name, outline: 'solid' });
  }
});

test.each([
  ['a class, light', { tab: { url: STREAM, title: '3A Maths' } }],
  ['a class, dark', { tab: { url: STREAM, title: '3A Maths' }, dark: true }],
  ['a class with a long name', { tab: { url: STREAM, title: 'Wednesday-afternoon-enrichment-with-the-whole-of-Key-Stage-Two 2026/27' } }],
  ['elsewhere, light', { tab: {} }],
  ['elsewhere, dark', { tab: {}, dark: true }],
] as const)('D1: axe finds nothing wrong, and nothing sticks out at 300 pixels: %s', async (_, around) => {
  const { page } = await aPanel(around);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
});
