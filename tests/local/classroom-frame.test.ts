import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localLink } from '../../local/site/links.ts';
import { type Site, startSite } from '../../local/site/site.ts';
import { postLink } from '../../local/workspace/classroom.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { aClassroom, anAddOn, aPost, PUPIL } from '../support/classroom.ts';
import { OFFICE, TEACHER } from '../support/script.ts';

/** Runs as whoever opens it; `?plain` is the page whose script forgot to let itself be framed. */
const CODE = `function doGet(e) {
  const page = HtmlService.createHtmlOutput(\`<p id="who">\${Session.getActiveUser().getEmail()} at \${e.parameter.itemType}</p>
    <button onclick="window.top.postMessage({ type: 'Classroom', action: 'closeIframe' }, '*')">Done</button>\`);
  return e.parameter.plain ? page : page.setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
}`;
const CLOSE = `parent.postMessage({ type: 'Classroom', action: 'closeIframe' }, '*')`;

let site: Site;
let script: ScriptData;
let there: string;

beforeAll(async () => {
  const { workspace, course } = aClassroom();
  script = anAddOn(workspace, CODE, { webapp: { executeAs: 'USER_ACCESSING', access: 'DOMAIN' } });
  script.versions.push({ versionNumber: 1, description: '', createTime: 0, files: structuredClone(script.files) });
  script.deployments.push({ deploymentId: 'AKfycbTest', versionNumber: 1, description: '', updateTime: 0, deployer: OFFICE });
  script.grants[PUPIL] = [];
  const uri = 'https://script.google.com/macros/s/AKfycbTest/exec';
  const views = [uri, `${uri}?plain=1`].map((address, id) => ({
    id: String(id),
    app: script.id,
    title: 'Ground rules',
    teacherViewUri: address,
    studentViewUri: address,
  }));
  there = localLink(postLink(course, aPost(course, { kind: 'announcement', text: 'Live at ten', attachments: views })));
  site = await startSite({ workspace, port: 0 });
});
afterAll(async () => {
  await closeBrowser();
  await site.close();
});

/** The add-on's page in Classroom's frame, and what HtmlService shows in a frame of its own within it. */
const addOn = (page: Page) => page.frameLocator('.add-on iframe');
const content = (page: Page) => addOn(page).frameLocator('iframe');

async function open(as: string, path: string): Promise<Page> {
  const page = await aPage(site.url, { as });
  await page.goto(there + path);
  return page;
}

// docs/apps-script/guides/web.md, "Permissions"; reference/html/html-output.md, setXFrameOptionsMode
test('an add-on that runs as its visitor and lets itself be framed works in Classroom’s frame, without the site’s own bar', async () => {
  const page = await open(TEACHER, `/add-on/${script.id}`);
  await content(page).getByText(`${TEACHER} at announcements`).waitFor();
  expect(await addOn(page).locator('.bar').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
});

// docs/workspace/classroom/add-ons/developer-guides/iframes.md, "Close the iframe"
test('Classroom does not hear “close” from HtmlService’s own frame, but from the page it opened, and closes itself with its button', async () => {
  const page = await open(TEACHER, '/attachment/0');
  // Heard after Classroom's own listener has been.
  const posted = page.evaluate(() => new Promise<void>((done) => addEventListener('message', () => done())));
  await content(page).getByText('Done').click();
  await posted;
  await page.evaluate(async () => (await fetch('/healthz')).text());
  expect(page.url()).toContain('/attachment/0');
  const opened = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  await opened?.evaluate(CLOSE);
  await page.waitForURL(site.url + there);
  await page.goto(`${site.url}${there}/attachment/0`);
  await page.getByRole('link', { name: 'Close' }).click();
  await page.waitForURL(site.url + there);
});

test('a page that does not let itself be framed is not shown in the frame', async () => {
  const page = await aPage(site.url, { as: TEACHER });
  const refusals: string[] = [];
  page.on('console', (message) => refusals.push(message.text()));
  await page.goto(`${there}/attachment/1`);
  await page.waitForLoadState('networkidle');
  expect(await content(page).locator('#who').count()).toBe(0);
  expect(refusals.join('\n')).toMatch(/frame-ancestors/);
});

test('a pupil who opens what runs as its visitor is asked for consent, in a window of its own, before anything runs', async () => {
  const page = await open(PUPIL, '/attachment/0');
  const asking = page.waitForEvent('popup');
  await addOn(page).getByRole('link', { name: 'Review permissions' }).click();
  const consent = await asking;
  await consent.getByRole('heading', { name: 'Script wants access to your Google Account' }).waitFor();
  expect(await consent.getByText(OFFICE).count()).toBe(1);
  expect(await accessibilityProblems(consent)).toEqual([]);
  await consent.getByRole('button', { name: 'Allow' }).click();
  await consent.frameLocator('iframe').getByText(`${PUPIL} at announcements`).waitFor();
  await page.reload();
  await content(page).getByText(`${PUPIL} at announcements`).waitFor();
});
