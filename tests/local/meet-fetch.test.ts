import { expect, test } from '@jest/globals';
import { isUnder } from '../../local/apps-script/allow-list.ts';
import { execute } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { meetScope } from '../support/meet.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript } from '../support/script.ts';

const EXTERNAL = 'https://www.googleapis.com/auth/script.external_request';
const SOURCE = `
function ask(method, path, body, type) {
  const answer = UrlFetchApp.fetch('https://meet.googleapis.com/v2/' + path, {
    method: method, contentType: type || 'application/json', payload: body === undefined ? undefined : JSON.stringify(body),
    headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, muteHttpExceptions: true,
  });
  return [answer.getResponseCode(), JSON.parse(answer.getContentText())];
}
function both(paths) {
  const headers = { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() };
  return UrlFetchApp.fetchAll(paths.map((path) => ({ url: 'https://meet.googleapis.com/v2/' + path, headers, muteHttpExceptions: true }))).map((each) => each.getResponseCode());
}`;

function aBundle(scopes: string[], manifest: Record<string, unknown> = {}) {
  const workspace = anEmptyWorkspace();
  const space = workspace.meet.newSpace({ owner: OFFICE });
  const script = aScript(workspace, SOURCE, scopes, manifest);
  script.versions.push({ versionNumber: 1, description: '', createTime: 0, files: script.files });
  const call = (fn: string, args: unknown[], version: number | 'HEAD' = 'HEAD', faults: Fault[] = []) =>
    execute(workspace, { scriptId: script.id, version, kind: 'add-on', active: OFFICE, effective: OFFICE, fn, args, faults });
  return { workspace, space, call };
}

const RESTRICTED = { config: { accessType: 'RESTRICTED' } };

test('a script with the scopes reads and changes a space, and each call is counted', () => {
  const { space, call } = aBundle([EXTERNAL, meetScope('settings')]);
  const read = call('ask', ['get', `spaces/${space.meetingCode}`]);
  expect(read.value).toMatchObject([200, { name: `spaces/${space.id}`, config: { accessType: 'TRUSTED' } }]);
  expect(read.calls.at(-1)).toEqual({ name: 'UrlFetchApp.fetch', ms: 300 });
  expect(read.quota).toMatchObject({ 'url fetch calls': 1 });
  const changed = call('ask', ['patch', `spaces/${space.id}?updateMask=config.accessType`, RESTRICTED]);
  expect(changed.value).toMatchObject([200, { config: { accessType: 'RESTRICTED' } }]);
  expect(call('both', [[`spaces/${space.id}`, 'spaces/aaa-bbbb-ccc']]).value).toEqual([200, 404]);
});

test('a scope that was not granted is missed: the service’s in the script, Meet’s in the answer', () => {
  expect(aBundle([meetScope('settings')]).call('both', [[]]).error?.message).toMatch(/script.external_request/);
  const { space, call } = aBundle([EXTERNAL, meetScope('readonly')]);
  expect(call('ask', ['patch', `spaces/${space.id}`, RESTRICTED]).value).toMatchObject([403, { error: { status: 'PERMISSION_DENIED' } }]);
});

// docs/apps-script/reference/url-fetch/url-fetch-app.md: contentType "defaults to 'application/x-www-form-urlencoded'"
test('JSON that is not called JSON is refused', () => {
  const { space, call } = aBundle([EXTERNAL, meetScope('settings')]);
  expect(call('ask', ['patch', `spaces/${space.id}`, RESTRICTED, 'application/x-www-form-urlencoded']).value).toMatchObject([400, {}]);
  expect(space.config.accessType).toBe('TRUSTED');
});

// docs/apps-script/manifest/allowlist-url.md
test('an add-on that is installed reaches only the addresses its manifest lists', () => {
  const scopes = [EXTERNAL, meetScope('settings')];
  const bare = aBundle(scopes);
  expect(bare.call('ask', ['get', `spaces/${bare.space.id}`], 'HEAD').ok).toBe(true);
  expect(bare.call('ask', ['get', `spaces/${bare.space.id}`], 1).error?.message).toMatch(/urlFetchWhitelist/);
  const listed = aBundle(scopes, { urlFetchWhitelist: ['https://meet.googleapis.com/v2/spaces/'] });
  expect(listed.call('ask', ['get', `spaces/${listed.space.id}`], 1).value).toMatchObject([200, {}]);
  expect(listed.call('ask', ['get', 'conferenceRecords'], 1).error?.message).toMatch(/urlFetchWhitelist/);
});

test('a patch whose answer was lost may have been done all the same', () => {
  const { space, call } = aBundle([EXTERNAL, meetScope('settings')]);
  const patch = (kind: 'fails before' | 'fails after') => call('ask', ['patch', `spaces/${space.id}`, RESTRICTED], 'HEAD', [{ at: 2, kind }]);
  expect(patch('fails before').error?.message).toBe('Service error: UrlFetchApp');
  expect(space.config.accessType).toBe('TRUSTED');
  expect(patch('fails after').error?.message).toBe('Service error: UrlFetchApp');
  expect(space.config.accessType).toBe('RESTRICTED');
});

// docs/apps-script/guides/services/quotas.md
test('when the day’s fetches are used up nothing is asked any more', () => {
  const { workspace, space, call } = aBundle([EXTERNAL, meetScope('settings')]);
  workspace.quotas.use(OFFICE, 'url fetch calls', 100_000);
  expect(call('ask', ['patch', `spaces/${space.id}`, RESTRICTED]).error?.message).toMatch(/too many times for one day: urlfetch/);
  expect(space.config.accessType).toBe('TRUSTED');
});

test('no other host of Google’s answers for Meet', () => {
  const { workspace, space } = aBundle([]);
  const source = `function main() { return UrlFetchApp.fetch('https://www.googleapis.com/v2/spaces/${space.id}', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }).getResponseCode() }`;
  expect(runScript(source, { workspace }).error?.message).toContain('www.googleapis.com/v2/spaces/');
  expect(runScript(source.replace('www', 'meet'), { workspace }).value).toBe(200);
});

test.each([
  ['https://example.com/foo', 'https://example.com/foo', true],
  ['https://example.com/foo/bar', 'https://example.com/foo', true],
  ['https://example.com/foo?bar', 'https://example.com/foo', true],
  ['https://example.com/foobar', 'https://example.com/foo', false],
  ['https://example.com/Foo', 'https://example.com/foo', false],
  ['http://example.com/foo', 'https://example.com/foo', false],
  ['https://example.com/foo', 'https://example.com', false],
  ['https://a.b.example.com/foo', 'https://*.example.com/foo', true],
  ['https://example.com/foo', 'https://*.example.com/foo', false],
  ['https://example.com.evil.example/foo', 'https://example.com/foo', false],
])('%s under %s: %s', (address, prefix, under) => {
  expect(isUnder(address, prefix)).toBe(under);
});
