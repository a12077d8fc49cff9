import { expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import { localLink } from '../../local/site/links.ts';
import { MIME } from '../../local/workspace/drive.ts';
import { aScript, MONDAY } from '../support/script.ts';
import { aSite } from '../support/site.ts';

test('the site says that it is well', async () => {
  const response = await aSite().get('/healthz');
  expect([response.status, await response.text()]).toEqual([200, 'ok']);
});

test('whoever has not said who they are is offered the usual people, and can find anyone by name, class or job', async () => {
  const { get } = aSite();
  const front = await (await get('/')).text();
  for (const email of [people.teacher, people.dsl, people.head, people.chair, people.technician, people.pupil, people.parent, people.visitor, people.office]) {
    expect(front).toContain(`value="${email}"`);
  }
  expect(await (await get('/?q=khan+3a&part=results')).text()).toContain(`value="${people.pupil}"`);
  expect(await (await get('/?q=nobody-of-that-name&part=results')).text()).toContain('Nobody here matches');
});

test('choosing a person is remembered in a cookie and leads on to where they were going', async () => {
  const { send } = aSite();
  const response = await send('/who', { email: people.dsl, next: '/drive' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/drive']);
  expect(response.headers.get('set-cookie')).toContain(encodeURIComponent(people.dsl));
  expect((await send('/who', { email: people.dsl, next: 'https://elsewhere.example/' })).headers.get('location')).toBe('/home');
  expect((await send('/who', { email: people.dsl, next: '//elsewhere.example/' })).headers.get('location')).toBe('/home');
  expect((await send('/who', { email: 'nobody@quillhaven.example' })).status).toBe(404);
});

test('what people are called is shown as text, never as markup', async () => {
  const { workspace, get } = aSite();
  workspace.people.add({ email: 'x@quillhaven.example', givenName: '<img src=x onerror=alert(1)>', familyName: 'X', title: '"><script>' });
  const text = (await (await get('/?q=onerror')).text()) + (await (await get('/home', 'x@quillhaven.example')).text());
  expect(text).not.toMatch(/<img|"><script/);
});

test('home shows a person their own mail, day and files', async () => {
  const { get } = aSite();
  const teacher = await (await get('/home', people.teacher)).text();
  expect(teacher).toContain('Mail: 5 unread');
  expect(teacher).toContain('Staff meeting');
  expect(teacher).toContain('3A spelling lists');
  expect(await (await get('/home', people.parent)).text()).not.toContain('3A spelling lists');
});

test('only forms that a person may answer are offered to them', async () => {
  const { workspace, get } = aSite();
  const form = workspace.forms.create(people.office, 'Staff agreement', true);
  workspace.drive.sharing.share(
    people.office,
    form.id,
    { type: 'group', emailAddress: 'staff@quillhaven.example', role: 'reader', view: 'published' },
    { notify: false },
  );
  expect(await (await get('/home', people.teacher)).text()).toContain('Staff agreement');
  expect(await (await get('/home', people.pupil)).text()).not.toContain('Staff agreement');
});

test('Drive shows what is one’s own and what is shared, and refuses the rest without saying whether it exists', async () => {
  const { workspace, get } = aSite();
  const handbook = workspace.drive.search(people.head, { q: "name = 'Staff handbook'" })[0]?.id;
  const papers = workspace.drive.search(people.head, { q: "name = 'Governors’ papers'" })[0]?.id;
  const mine = await (await get('/drive', people.teacher)).text();
  expect(mine).toContain('Staff handbook');
  expect(mine).not.toContain('Governors’ papers');
  expect(await (await get(`/drive/folders/${handbook}`, people.teacher)).text()).toContain('Playground duty.csv');
  const refused = await get(`/drive/folders/${papers}`, people.teacher);
  const missing = await get('/drive/folders/nothing', people.teacher);
  expect([refused.status, missing.status]).toEqual([403, 403]);
  const bare = (text: string) => text.replace(/value="[^"]*"|next=[^"]*/g, '');
  expect(bare(await refused.text())).toBe(bare(await missing.text()));
  expect((await get(`/drive/folders/${papers}`, people.governor)).status).toBe(403);
  expect((await get(`/drive/folders/${papers}`, people.chair)).status).toBe(200);
});

test('a CSV and a Doc can be read, and a file uploaded and downloaded', async () => {
  const { workspace, app, get } = aSite();
  const csv = workspace.drive.search(people.teacher, { q: "name = 'Playground duty.csv'" })[0]?.id;
  expect(await (await get(`/drive/file/d/${csv}/view`, people.teacher)).text()).toContain('<td>Catrin Bevan</td>');
  const doc = workspace.drive.search(people.teacher, { q: "name = '3A spelling lists'" })[0]?.id;
  expect(await (await get(`/document/d/${doc}/edit`, people.teacher)).text()).toContain('answer, busy, calendar');
  const body = new FormData();
  body.set('folder', workspace.drive.rootOf(people.teacher).id);
  body.set('file', new File(['<b>hello</b>'], 'note.html', { type: 'text/html' }));
  await app.request('/drive/upload', { method: 'POST', body, headers: { cookie: `handrail_person=${encodeURIComponent(people.teacher)}` } });
  const uploaded = workspace.drive.search(people.teacher, { q: "name = 'note.html'" })[0]?.id;
  const download = await get(`/drive/uc?id=${uploaded}`, people.teacher);
  expect([download.headers.get('content-type'), await download.text()]).toEqual(['application/octet-stream', '<b>hello</b>']);
  expect((await get(`/drive/uc?id=${uploaded}`, people.dsl)).status).toBe(403);
});

test('the clock moves on by an hour, a day or a week, comes back to the page, and due triggers fire', async () => {
  const { workspace, send, get } = aSite();
  const script = aScript(workspace, 'function beat() { Logger.log("beat") }');
  script.triggers.push({
    uniqueId: '1',
    handlerFunction: 'beat',
    eventType: 'CLOCK',
    source: 'CLOCK',
    sourceId: null,
    creator: people.office,
    clock: { everyHours: 6 },
    nextAt: MONDAY + 3_600_000,
  });
  const response = await send('/clock', { by: 'day', back: '/drive' }, people.teacher);
  expect([response.status, response.headers.get('location')]).toEqual([303, '/drive']);
  expect(workspace.clock.now()).toBe(MONDAY + 86_400_000);
  const runs = await (await get('/runs')).text();
  expect(runs.match(/<code>beat<\/code>/g)).toHaveLength(4);
  expect((await send('/clock', { by: 'year' })).status).toBe(400);
});

test('while the clock is moved on by a week other people are served', async () => {
  const { workspace, send, get } = aSite();
  const moving = send('/clock', { by: 'week' });
  while (workspace.clock.now() === MONDAY) await new Promise((done) => setImmediate(done));
  expect((await get('/healthz')).status).toBe(200);
  expect(workspace.clock.now()).toBeLessThan(MONDAY + 7 * 86_400_000);
  await moving;
  expect(workspace.clock.now()).toBe(MONDAY + 7 * 86_400_000);
});

test('pages may fetch nothing from another host', async () => {
  const { get } = aSite();
  for (const path of ['/', '/home', '/drive', '/runs', '/assets/style.css']) {
    expect((await get(path, people.teacher)).headers.get('content-security-policy')).toContain("default-src 'self'");
  }
});

test('Google’s addresses lead to the local pages, and others stay as they are', () => {
  expect(localLink('https://docs.google.com/spreadsheets/d/ID/edit#gid=5')).toBe('/spreadsheets/d/ID/edit#gid=5');
  expect(localLink('https://docs.google.com/forms/d/e/ID/viewform?usp=pp_url&entry.1=a')).toBe('/forms/d/e/ID/viewform?usp=pp_url&entry.1=a');
  expect(localLink('https://script.google.com/macros/s/ID/exec?page=report#k=v')).toBe('/macros/s/ID/exec?page=report#k=v');
  expect(localLink('https://script.google.com/a/macros/quillhaven.example/s/ID/exec')).toBe('/macros/s/ID/exec');
  expect(localLink('https://drive.google.com/file/d/ID/view')).toBe('/drive/file/d/ID/view');
  expect(localLink('https://drive.google.com/drive/folders/ID')).toBe('/drive/folders/ID');
  expect(localLink('https://drive.google.com/open?id=ID')).toBe('/drive/open?id=ID');
  expect(localLink('https://meet.google.com/abc-defg-hij')).toBe('/meet/abc-defg-hij');
  expect(localLink('https://mail.google.com/mail/u/0/#inbox')).toMatch(/^\/mail/);
  expect(localLink('https://www.gov.uk/page')).toBe('https://www.gov.uk/page');
  expect(localLink('https://docs.google.com.elsewhere.example/forms/d/x')).toContain('elsewhere.example');
  expect(localLink('javascript:alert(1)')).toBe('javascript:alert(1)');
  expect(localLink('not an address')).toBe('not an address');
});

test('a link to a file opens what kind of file it is', async () => {
  const { workspace, get } = aSite();
  const sheet = workspace.sheets.create(people.teacher, { name: 'Marks' });
  expect((await get(`/drive/open?id=${sheet.id}`, people.teacher)).headers.get('location')).toBe(`/spreadsheets/d/${sheet.id}/edit`);
  expect(workspace.drive.find(sheet.id)?.mimeType).toBe(MIME.spreadsheet);
});
