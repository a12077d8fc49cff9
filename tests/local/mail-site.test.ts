import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mailPage } from '../../local/site/mail/page.ts';
import { type Site, startSite } from '../../local/site/site.ts';
import { contentOf } from '../../local/workspace/mail/parse.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { aPage, closeBrowser } from '../support/browser.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

/** A person before their mail: `get` opens an address, `post` sends a page's fields. */
function reader(workspace: Workspace, visitor = TEACHER) {
  const ask = async (method: 'GET' | 'POST', address: string, fields = new URLSearchParams()) => {
    const url = new URL(address, 'http://127.0.0.1/');
    const reply = mailPage(workspace, { visitor, path: url.pathname, method, query: url.searchParams, fields });
    return { status: reply.status, location: reply.location, text: String(await reply.main) };
  };
  return {
    get: (address: string) => ask('GET', address),
    post: (address: string, fields: Record<string, string>) => ask('POST', address, new URLSearchParams(fields)),
  };
}

function withMail(source: string): Workspace {
  const workspace = anEmptyWorkspace();
  const result = runScript(`function main() { ${source} }`, { workspace });
  expect(result.error).toBeUndefined();
  return workspace;
}

const LETTER = { to: OFFICE, cc: '', bcc: '', subject: 'Hello', body: 'Line one\r\nline two', draft: '', reply: '' };

test('the inbox lists conversations with who, what and whether it is unread; opening one marks it as read', async () => {
  const workspace = withMail(`MailApp.sendEmail('${TEACHER}', 'Sign <please>', 'The agreement waits')`);
  const { get } = reader(workspace);
  const before = (await get('/mail')).text;
  expect(before).toContain('Sign &lt;please&gt;');
  expect(before).toContain('1 unread');
  const [address = ''] = /\/mail\/thread\/\w+/.exec(before) ?? [];
  expect((await get(address)).text).toContain('The agreement waits');
  expect((await get('/mail')).text).not.toContain('1 unread');
});

test('a letter is written, answered, and read in one conversation on both sides', async () => {
  const workspace = anEmptyWorkspace();
  const sam = reader(workspace);
  expect(await sam.post('/mail/compose', { ...LETTER, do: 'send' })).toMatchObject({ status: 303, location: '/mail?in=sent' });
  const office = reader(workspace, OFFICE);
  const [received] = workspace.mail.mailbox(OFFICE).search('in:inbox');
  const page = await office.get(`/mail/compose?reply=${received?.id}`);
  expect(page.text).toContain('value="Re: Hello"');
  await office.post('/mail/compose', { ...LETTER, to: TEACHER, subject: 'Re: Hello', body: 'Yes', reply: received?.id ?? '', do: 'send' });
  const threads = workspace.mail
    .mailbox(TEACHER)
    .messages()
    .map((message) => message.threadId);
  expect(new Set(threads).size).toBe(1);
  expect(threads).toHaveLength(2);
});

test('a letter that cannot be sent stays on the page with the reason and everything that was typed', async () => {
  const workspace = anEmptyWorkspace();
  const { post } = reader(workspace);
  const refused = await post('/mail/compose', { ...LETTER, to: 'nobody', do: 'send' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('“nobody” is not an e-mail address.');
  expect(refused.text).toContain('line two');
  expect((await post('/mail/compose', { ...LETTER, to: '', do: 'send' })).text).toContain('Enter at least one address');
  expect(workspace.mail.mailbox(TEACHER).messages()).toEqual([]);
});

test('a draft is kept, changed and sent, and is then no draft any more', async () => {
  const workspace = anEmptyWorkspace();
  const { get, post } = reader(workspace);
  await post('/mail/compose', { ...LETTER, to: '', do: 'save' });
  const [draft = ''] = workspace.mail.mailbox(TEACHER).draftIds();
  expect((await get('/mail?in=drafts')).text).toContain(`/mail/compose?draft=${draft}`);
  await post('/mail/compose', { ...LETTER, body: 'Better', draft, do: 'save' });
  expect((await get(`/mail/compose?draft=${draft}`)).text).toContain('Better');
  await post('/mail/compose', { ...LETTER, body: 'Better', draft, do: 'send' });
  expect((await get(`/mail/compose?draft=${draft}`)).status).toBe(404);
  expect(
    workspace.mail
      .mailbox(OFFICE)
      .search('in:inbox')
      .map((message) => contentOf(message).text),
  ).toEqual(['Better']);
});

test('a draft that a script made with HTML is sent as it is', async () => {
  const workspace = anEmptyWorkspace();
  runScript(`function main() { GmailApp.createDraft('${OFFICE}', 'Ready', '', { htmlBody: '<b>rich</b>' }) }`, { workspace, as: TEACHER });
  const [draft = ''] = workspace.mail.mailbox(TEACHER).draftIds();
  const { get, post } = reader(workspace);
  expect((await get(`/mail/compose?draft=${draft}`)).text).toContain('&lt;b&gt;rich&lt;/b&gt;');
  await post('/mail/compose', { draft, do: 'send-as-it-is' });
  expect(
    workspace.mail
      .mailbox(OFFICE)
      .search('in:inbox')
      .map((message) => contentOf(message).html),
  ).toEqual(['<b>rich</b>']);
});

test('a conversation can be archived, labelled, binned and found again', async () => {
  const workspace = withMail(`MailApp.sendEmail('${TEACHER}', 'Trip', 'text')`);
  const mailbox = workspace.mail.mailbox(TEACHER);
  const label = mailbox.createLabel('Trips');
  const id = mailbox.messages()[0]?.threadId ?? '';
  const { get, post } = reader(workspace);
  await post(`/mail/thread/${id}`, { label: label.id });
  await post(`/mail/thread/${id}`, { do: 'archive' });
  expect((await get('/mail')).text).not.toContain('/mail/thread/');
  expect((await get(`/mail?label=${label.id}`)).text).toContain(`/mail/thread/${id}`);
  await post(`/mail/thread/${id}`, { do: 'trash' });
  expect((await get('/mail?q=trip')).text).toContain('No mail here.');
  expect((await get('/mail?in=trash')).text).toContain(`/mail/thread/${id}`);
  expect((await get('/mail?q=has:drive')).status).toBe(422);
});

test('nobody sees another person’s mail', async () => {
  const workspace = withMail(`MailApp.sendEmail('${TEACHER}', 'Trip', 'text')`);
  const id = workspace.mail.mailbox(TEACHER).messages()[0]?.threadId;
  expect((await reader(workspace, 'head@quillhaven.example').get(`/mail/thread/${id}`)).status).toBe(404);
});

describe('in a browser', () => {
  let site: Site;
  let workspace: Workspace;
  const HTML = `<p id="words">Hi <a href="https://docs.google.com/spreadsheets/d/abc/edit">desk</a></p><img src="cid:dot" alt=""><img src="https://elsewhere.example/x.png" alt=""><script>top.document.title = 'broken into'</script>`;

  beforeAll(async () => {
    workspace = withMail(
      `MailApp.sendEmail({ to: '${TEACHER}', subject: 'Rich', body: 'plain', htmlBody: ${JSON.stringify(HTML)}, inlineImages: { dot: Utilities.newBlob([1], 'image/png', 'dot.png') }, attachments: [Utilities.newBlob('abc', 'text/plain', 'note.txt')] });
       MailApp.sendEmail('${TEACHER}', 'Plain', 'See https://script.google.com/a/macros/quillhaven.example/s/xyz/exec?page=case. Or https://handrail.example/help')`,
    );
    site = await startSite({ workspace, port: 0 });
  });
  afterAll(async () => {
    await closeBrowser();
    await site.close();
  });

  async function open(path: string, width = 1000) {
    const page = await aPage(site.url, { width, as: TEACHER });
    await page.goto(path);
    return page;
  }

  test('HTML mail is shown without its scripts, and Google’s links lead to the local pages', async () => {
    const [rich] = workspace.mail.mailbox(TEACHER).search('subject:rich');
    const page = await open(`/mail/thread/${rich?.threadId}`);
    const frame = page.frameLocator('iframe.mail-html');
    expect(await frame.locator('#words').textContent()).toBe('Hi desk');
    expect(await frame.locator('a').getAttribute('href')).toBe('/spreadsheets/d/abc/edit');
    expect(await frame.locator('img').first().getAttribute('src')).toBe('data:image/png;base64,AQ==');
    expect(await page.title()).not.toContain('broken into');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'note.txt' }).click()]);
    expect(download.suggestedFilename()).toBe('note.txt');
    await Promise.all([page.waitForURL(/\/spreadsheets\/d\/abc\/edit/), frame.locator('a').click()]);
  }, 60_000);

  test('addresses in plain text are links', async () => {
    const [plain] = workspace.mail.mailbox(TEACHER).search('subject:plain');
    const page = await open(`/mail/thread/${plain?.threadId}`);
    const links = await page.locator('.mail-text a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(['/macros/s/xyz/exec?page=case', 'https://handrail.example/help']);
  }, 60_000);

  test('reading and writing work with a screen reader and on a phone', async () => {
    const thread = workspace.mail.mailbox(TEACHER).messages()[0]?.threadId;
    for (const path of ['/mail', `/mail/thread/${thread}`, '/mail/compose']) {
      const page = await open(path, 360);
      expect([path, await accessibilityProblems(page)]).toEqual([path, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
  }, 60_000);
});
