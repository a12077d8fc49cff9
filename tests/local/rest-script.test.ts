import { beforeEach, expect, test } from '@jest/globals';
import { dispatch } from '../../local/rest/dispatch.ts';
import { accessToken, CLASP_SCOPES } from '../../local/rest/identity.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import { ApiError } from '../../local/workspace/errors.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, TEACHER } from '../support/script.ts';

let workspace: Workspace;
let script: ScriptData;

beforeEach(() => {
  workspace = anEmptyWorkspace();
  for (const email of [OFFICE, TEACHER]) Object.assign(workspace.people.find(email) ?? {}, { appsScriptApi: true });
  script = workspace.scripts.create(OFFICE, 'Office');
});

function ask<T>(verb: string, path: string, body?: unknown, email = OFFICE): T {
  const url = new URL(`https://script.googleapis.com/v1/projects${path}`);
  return dispatch(workspace, { verb, url, authorization: `Bearer ${accessToken(email, CLASP_SCOPES)}`, body, app: 'client' }) as T;
}

function refusalOf(work: () => unknown): { code: number; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

const MANIFEST = { name: 'appsscript', type: 'JSON', source: '{"timeZone":"Europe/London"}' };
const push = (files: unknown[], email?: string) => ask('PUT', `/${script.id}/content`, { files }, email);

// docs/apps-script/api/reference/rest/v1/projects/updateContent.md
test('content has one manifest, names that differ and code that can be read, or nothing is kept', () => {
  const code = (name: string, source = '') => ({ name, type: 'SERVER_JS', source });
  const wrong: [string, unknown[]][] = [
    ['manifest', [code('Code')]],
    ['manifest', [{ ...MANIFEST, name: 'other' }]],
    ['already exists', [MANIFEST, code('Code'), code('Code')]],
    ['Syntax error', [MANIFEST, code('Code', 'function (')]],
    ['unknown fields: [colour]', [{ ...MANIFEST, source: '{"colour":"red"}' }]],
    ['no type', [MANIFEST, { name: 'x', type: 'CSS', source: '' }]],
  ];
  for (const [reason, files] of wrong) expect(refusalOf(() => push(files))).toEqual({ code: 400, message: expect.stringContaining(reason) });
  expect(script.files.map((file) => file.name)).toEqual(['appsscript']);
  push([MANIFEST, code('lib/Code', 'var x = 1;')]);
  expect(script.files.map((file) => file.name)).toEqual(['appsscript', 'lib/Code']);
});

// docs/apps-script/api/how-tos/manage-projects.md
test('who may not see a project finds none, and who may only look changes nothing', () => {
  expect(refusalOf(() => ask('GET', `/${script.id}`, undefined, TEACHER))).toEqual({ code: 404, message: 'Requested entity was not found.' });
  workspace.drive.sharing.share(OFFICE, script.id, { type: 'user', role: 'reader', emailAddress: TEACHER }, { notify: false });
  expect(ask('GET', `/${script.id}`, undefined, TEACHER)).toMatchObject({ title: 'Office', creator: { email: OFFICE } });
  expect(refusalOf(() => push([MANIFEST], TEACHER))).toEqual({ code: 403, message: 'The caller does not have permission' });
});

// docs/apps-script/concepts/deployments.md
test('every project has a deployment of its newest code, which cannot be moved or removed', () => {
  const { deployments } = ask<{ deployments: { deploymentId: string; deploymentConfig: object }[] }>('GET', `/${script.id}/deployments`);
  expect(deployments.map((each) => each.deploymentConfig)).toEqual([expect.not.objectContaining({ versionNumber: expect.anything() })]);
  expect(refusalOf(() => ask('DELETE', `/${script.id}/deployments/${deployments[0]?.deploymentId}`)).code).toBe(400);
});

// docs/apps-script/api/reference/rest/v1/projects.deployments.md
test('a deployment keeps its address from version to version, and its code is that of its version', () => {
  const webapp = {
    name: 'appsscript',
    type: 'JSON',
    source: JSON.stringify({ timeZone: 'Europe/London', webapp: { executeAs: 'USER_DEPLOYING', access: 'DOMAIN' } }),
  };
  push([webapp]);
  const { versionNumber } = ask<{ versionNumber: number }>('POST', `/${script.id}/versions`, { description: 'one' });
  const made = ask<{ deploymentId: string; entryPoints: { webApp: { url: string } }[] }>('POST', `/${script.id}/deployments`, {
    versionNumber,
    description: 'live',
  });
  expect(made.entryPoints[0]?.webApp.url).toBe(`https://script.google.com/a/macros/quillhaven.example/s/${made.deploymentId}/exec`);
  push([MANIFEST]);
  ask('POST', `/${script.id}/versions`, {});
  const moved = ask<typeof made>('PUT', `/${script.id}/deployments/${made.deploymentId}`, {
    deploymentConfig: { versionNumber: 2, manifestFileName: 'appsscript' },
  });
  // The second version's manifest has no web app, so there is no entry point.
  expect(moved).toMatchObject({ deploymentId: made.deploymentId, entryPoints: [] });
  expect(ask(`GET`, `/${script.id}/content?versionNumber=1`)).toMatchObject({ files: [{ source: webapp.source }] });
  expect(refusalOf(() => ask('POST', `/${script.id}/deployments`, { versionNumber: 9 })).code).toBe(404);
});

// docs/apps-script/api/reference/rest/v1/projects/create.md
test('a bound project is as open as its container', () => {
  const sheet = workspace.sheets.create(OFFICE, { name: 'Desk' });
  const { scriptId } = ask<{ scriptId: string }>('POST', '', { title: 'Bound', parentId: sheet.id });
  expect(refusalOf(() => ask('GET', `/${scriptId}`, undefined, TEACHER)).code).toBe(404);
  workspace.drive.sharing.share(OFFICE, sheet.id, { type: 'user', role: 'writer', emailAddress: TEACHER }, { notify: false });
  expect(ask('GET', `/${scriptId}/content`, undefined, TEACHER)).toMatchObject({ files: [{ name: 'appsscript' }] });
});
