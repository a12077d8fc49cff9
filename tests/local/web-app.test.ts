import { expect, test } from '@jest/globals';
import { callServer, visitWebApp, type WebAppVisit } from '../../local/apps-script/web-app.ts';
import { OFFICE, TEACHER } from '../support/script.ts';
import { aWebApp, DEPLOYMENT, PARENT } from '../support/web-app.ts';

const WHO = `function doGet() { return ContentService.createTextOutput(Session.getActiveUser().getEmail() + ' / ' + Session.getEffectiveUser().getEmail()) }`;
const ECHO = `function doGet(e) { return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON) }
function doPost(e) { return doGet(e) }`;

function who(visitor: string, webapp: Parameters<typeof aWebApp>[1]): string {
  const { workspace } = aWebApp(WHO, webapp);
  const answer = visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor });
  return answer.kind === 'content' ? answer.content : answer.kind === 'refused' ? answer.reason : answer.kind;
}

function echoed(visit: Partial<WebAppVisit>): unknown {
  const { workspace } = aWebApp(ECHO);
  const answer = visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER, ...visit });
  if (answer.kind !== 'content') throw new Error(answer.kind);
  expect(answer.contentType).toBe('application/json');
  return JSON.parse(answer.content);
}

// guides/web.md, "Permissions", and reference/base/session.md
test('an app that runs as its owner knows visitors of the same domain, and no others', () => {
  expect(who(TEACHER, { executeAs: 'USER_DEPLOYING', access: 'DOMAIN' })).toBe(`${TEACHER} / ${OFFICE}`);
  expect(who(PARENT, { executeAs: 'USER_DEPLOYING', access: 'ANYONE' })).toBe(` / ${OFFICE}`);
  expect(who('', { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' })).toBe(` / ${OFFICE}`);
});

test('an app that runs as its visitor knows who that is', () => {
  expect(who(TEACHER, { executeAs: 'USER_ACCESSING', access: 'ANYONE' })).toBe(`${TEACHER} / ${TEACHER}`);
  expect(who('', { executeAs: 'USER_ACCESSING', access: 'ANYONE' })).toBe('sign in');
});

test.each([
  ['MYSELF', OFFICE, `${OFFICE} / ${OFFICE}`],
  ['MYSELF', TEACHER, 'no access'],
  ['DOMAIN', PARENT, 'no access'],
  ['DOMAIN', '', 'sign in'],
  ['ANYONE', '', 'sign in'],
] as const)('access %s answers the visitor %j with %s', (access, visitor, expected) => {
  expect(who(visitor, { access })).toBe(expected);
});

test('what is deployed runs, not what was saved since; the dev address runs what was saved, for editors only', () => {
  const { workspace, script } = aWebApp("function doGet() { return ContentService.createTextOutput('version 1') }");
  script.deployments.push({ deploymentId: 'dev', description: 'HEAD', updateTime: 0, deployer: OFFICE });
  const code = script.files.find((file) => file.name === 'Code');
  if (code) code.source = "function doGet() { return ContentService.createTextOutput('newest') }";
  const content = (deploymentId: string, visitor: string) => visitWebApp(workspace, { deploymentId, visitor });
  expect(content(DEPLOYMENT, TEACHER)).toMatchObject({ content: 'version 1' });
  expect(content('dev', OFFICE)).toMatchObject({ content: 'newest' });
  expect(content('dev', TEACHER)).toMatchObject({ kind: 'refused', reason: 'no access' });
});

test('before its owner has allowed it anything the app shows that, and does not run', () => {
  const { workspace, script } = aWebApp(WHO);
  script.grants = {};
  expect(visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER })).toMatchObject({ kind: 'refused', reason: 'authorization' });
});

// guides/web.md, "Request parameters"
test('doGet gets the event that Google documents', () => {
  expect(echoed({ query: 'name=alice&n=1&n=2', pathInfo: 'hello' })).toEqual({
    queryString: 'name=alice&n=1&n=2',
    parameter: { name: 'alice', n: '1' },
    contextPath: '',
    parameters: { name: ['alice'], n: ['1', '2'] },
    contentLength: -1,
    pathInfo: 'hello',
  });
  expect(echoed({})).toMatchObject({ queryString: null, parameter: {} });
});

test('doPost gets the body, and a form’s fields as parameters', () => {
  expect(echoed({ method: 'POST', body: { type: 'text/csv', contents: 'Zoë,21' } })).toMatchObject({
    contentLength: 7,
    postData: { contents: 'Zoë,21', length: 7, name: 'postData', type: 'text/csv' },
  });
  expect(echoed({ method: 'POST', query: 'a=1', body: { type: 'application/x-www-form-urlencoded', contents: 'a=2&b=x' } })).toMatchObject({
    parameters: { a: ['1', '2'], b: ['x'] },
  });
});

test.each(['c=1', 'sid=1&x=2'])('the reserved name in ?%s is answered with 405', (query) => {
  const { workspace } = aWebApp(ECHO);
  expect(visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER, query })).toMatchObject({ kind: 'refused', status: 405 });
});

test('a page comes with what was set on it, and with the names that the browser may call', () => {
  const { workspace } = aWebApp(`function doGet() {
    return HtmlService.createHtmlOutput('<p>' + HtmlService.getUserAgent()).setTitle('T').addMetaTag('viewport', 'w').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
  }
  function ask() {} const arrow = () => 1; function hidden_() {} const object = { method() {} }; globalThis.late = () => 1; function outer() { function inner() {} }`);
  expect(visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER, userAgent: 'Browser/1' })).toMatchObject({
    kind: 'html',
    html: '<p>Browser/1',
    title: 'T',
    metaTags: [{ name: 'viewport', content: 'w' }],
    frameOptions: 'ALLOWALL',
    functions: ['doGet', 'ask', 'arrow', 'outer'],
  });
});

test('a script that throws, returns nothing or is missing its function is shown as an error', () => {
  for (const source of ["function doGet() { throw new Error('no') }", 'function doGet() {}', 'function other() {}']) {
    const { workspace } = aWebApp(source);
    expect(visitWebApp(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER })).toMatchObject({ kind: 'refused', reason: 'script error' });
  }
});

// guides/html/reference/run.md
const SERVER = `function echo(...args) { return args }
function secret_() { return 'secret' }
const clock = { beat() { return 'beat' } };
function when() { return { at: [new Date(0)] } }
function nothing() {}
function service() { return HtmlService.createHtmlOutput('x') }
function fail() { const e = new Error('only this'); e.code = 42; throw e }
function loop() { const o = {}; o.self = o; return o }
function file(form) { return [form.name, form.tags, form.doc.getName(), form.doc.getDataAsString()] }`;

function call(fn: string, args: unknown[] = [], visitor = TEACHER) {
  const { workspace } = aWebApp(SERVER);
  const answer = callServer(workspace, { deploymentId: DEPLOYMENT, visitor, fn, args });
  return answer.ok ? { value: answer.value } : { message: answer.message };
}

test('plain values travel both ways as copies', () => {
  expect(call('echo', [1, 'a', true, null, { x: [1, undefined], y: undefined }])).toEqual({ value: [1, 'a', true, null, { x: [1, null] }] });
  expect(call('nothing')).toEqual({ value: null });
});

test.each([
  ['a date', [new Date(0)]],
  ['a date inside', [{ a: [new Date(0)] }]],
  ['a function', [() => 1]],
  ['a map', [new Map()]],
])('%s may not be sent', (_, args) => {
  expect(call('echo', args).message).toMatch(/^Failed due to illegal value in property: /);
});

test.each(['when', 'service', 'loop'])('what %s() returns may not be sent back', (fn) => {
  expect(call(fn).message).toBeDefined();
  expect(call(fn)).not.toHaveProperty('value');
});

test.each(['secret_', 'clock.beat', 'clock', 'eval', 'Session', 'SpreadsheetApp.create', 'missing', 'constructor', 'toString', '__proto__'])(
  'a page cannot call %s',
  (fn) => {
    expect(call(fn)).toEqual({ message: `Script function not found: ${fn}` });
  },
);

test('of an error only the message travels', () => {
  expect(call('fail')).toEqual({ message: 'only this' });
});

test('somebody who may not open the app may not call it either', () => {
  expect(call('echo', [1], PARENT)).not.toHaveProperty('value');
  expect(call('echo', [1], '')).not.toHaveProperty('value');
});

// guides/html/communication.md, "Forms"
test('a form becomes one object of texts, and its files blobs', () => {
  const { workspace } = aWebApp(SERVER);
  const doc = { file: { name: 'a.txt', type: 'text/plain', data: Buffer.from('héllo').toString('base64') } };
  expect(callServer(workspace, { deploymentId: DEPLOYMENT, visitor: TEACHER, fn: 'file', form: { name: 'N', tags: ['a', 'b'], doc } })).toMatchObject({
    ok: true,
    value: ['N', ['a', 'b'], 'a.txt', 'héllo'],
  });
});
