import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Site, startSite } from '../../local/site/site.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { TEACHER } from '../support/script.ts';
import { aWebApp, DEPLOYMENT } from '../support/web-app.ts';

const CODE = `function doGet() { return HtmlService.createTemplateFromFile('page').evaluate().setTitle('The app').addMetaTag('viewport', 'width=device-width') }
function echo(value) { return value }
function fail() { throw new Error('not today') }
function slow(n) { return n }
function form(fields) { return [fields.name, fields.tags, fields.doc.getName(), fields.doc.getDataAsString()] }
function hidden_() {}`;

const PAGE = `<!DOCTYPE html><html lang="en"><head><base target="_top"><meta http-equiv="refresh" content="0;url=https://example.com"></head><body>
<form id="f"><input name="name" value="Ada"><input type="checkbox" name="tags" value="a" checked><input type="checkbox" name="tags" value="b" checked><input type="file" name="doc"></form>
<a id="sheet" href="https://docs.google.com/spreadsheets/d/ID/edit">Sheet</a>
<script>
window.call = (fn, ...args) => new Promise((done) => {
  try { google.script.run.withSuccessHandler((value, user) => done({ value, user })).withFailureHandler((error, user) => done({ failed: error.message, name: error.name, user })).withUserObject('u')[fn](...args); }
  catch (error) { done({ thrown: error.message }) }
});
</script></body></html>`;

let site: Site;
let page: Page;
const frame = () => page.frameLocator('iframe').owner().contentFrame();

beforeAll(async () => {
  const { workspace, script } = aWebApp(CODE);
  script.versions[0]?.files.push({ name: 'page', type: 'HTML', source: PAGE });
  site = await startSite({ workspace, port: await freePort() });
  page = await aPage(site.url, { as: TEACHER });
  await page.goto(`/macros/s/${DEPLOYMENT}/exec?a=1&a=2#part`);
  await frame().locator('#f').waitFor();
});
afterAll(async () => {
  await closeBrowser();
  await site.close();
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** Evaluates an expression in the app's own frame. */
async function inFrame<T>(expression: string): Promise<T> {
  const inner = page.frames().find((each) => each.parentFrame() !== null);
  if (!inner) throw new Error('there is no frame');
  return (await inner.evaluate(expression)) as T;
}

// guides/html/reference/run.md
test('a call brings its value, its user object, or the message of the error', async () => {
  expect(await inFrame('call("echo", { a: [1, "x", null] })')).toEqual({ value: { a: [1, 'x', null] }, user: 'u' });
  expect(await inFrame('call("fail")')).toEqual({ failed: 'not today', name: 'ScriptError', user: 'u' });
});

test('what may not travel is refused in the page, and names that are not offered are not there', async () => {
  expect(await inFrame('call("echo", { when: new Date() })')).toEqual({ thrown: 'Failed due to illegal value in property: when' });
  expect(await inFrame('call("echo", document.body)')).toEqual({ thrown: 'Failed due to illegal value in property: 0' });
  expect(await inFrame('call("echo", document.querySelector("form"), 1)')).toEqual({ thrown: 'Failed due to illegal value in property: 0' });
  expect(await inFrame('[typeof google.script.run.hidden_, typeof google.script.run.missing, typeof google.script.run.echo]')).toEqual([
    'undefined',
    'undefined',
    'function',
  ]);
});

// guides/html/communication.md, "Forms"
test('a form is sent with its repeated names and its file', async () => {
  await frame()
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('héllo') });
  expect(await inFrame('call("form", document.querySelector("form"))')).toEqual({ value: ['Ada', ['a', 'b'], 'a.txt', 'héllo'], user: 'u' });
});

// guides/html/communication.md: ten calls at once
test('an eleventh call waits for one of ten to end', async () => {
  let open = 0;
  let most = 0;
  await page.route('**/call', async (route) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((done) => setTimeout(done, 50));
    open -= 1;
    await route.continue();
  });
  const answers = await inFrame<{ value: number }[]>('Promise.all(Array.from({ length: 25 }, (_, n) => call("slow", n)))');
  await page.unroute('**/call');
  expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  expect(most).toBeLessThanOrEqual(10);
});

// guides/html/reference/url.md and history.md
test('the page learns its address and changes it only through the history', async () => {
  expect(await inFrame('new Promise((done) => google.script.url.getLocation(done))')).toEqual({
    hash: 'part',
    parameter: { a: '1' },
    parameters: { a: ['1', '2'] },
  });
  await inFrame('google.script.history.push({ step: 2 }, { b: ["x", "y"] }, "next"), google.script.history.setChangeHandler((e) => { window.changed = e })');
  await page.waitForURL('**/exec?b=x&b=y#next');
  await page.goBack();
  await inFrame('new Promise((done) => { const look = () => ("changed" in window ? done() : setTimeout(look, 10)); look() })');
  expect(await inFrame('window.changed.location.parameters')).toEqual({ a: ['1', '2'] });
});

// guides/html/restrictions.md; reference/html/html-output.md
test('the frame has no storage, no way to other hosts and no meta tags of its own', async () => {
  expect(await inFrame('(() => { try { return typeof localStorage } catch (error) { return error.name } })()')).toBe('SecurityError');
  expect(await inFrame('fetch("/healthz").then(() => "fetched", () => "refused")')).toBe('refused');
  expect(await inFrame('document.querySelectorAll("meta").length')).toBe(0);
  expect(await inFrame('document.compatMode')).toBe('CSS1Compat');
  expect(await page.title()).toBe('The app');
});

test('a link to Google leads to the same place on the local site', async () => {
  await frame().locator('#sheet').click();
  await page.waitForURL('**/spreadsheets/d/ID/edit');
});
