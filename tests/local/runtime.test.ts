import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { emptyWorkspace, Workspace } from '../../local/workspace/workspace.ts';

function runs(source: string, fn = 'main') {
  const workspace = new Workspace(emptyWorkspace('quillhaven.example', Date.UTC(2026, 8, 7, 8)));
  workspace.data.scripts['s'] = {
    id: 's',
    title: 's',
    files: [{ name: 'Code', type: 'SERVER_JS', source }],
    versions: [],
    deployments: [],
    triggers: [],
    properties: { script: {}, user: {}, document: {} },
    cache: {},
    grants: {},
    createTime: 0,
    updateTime: 0,
  };
  return execute(workspace, { scriptId: 's', kind: 'editor', active: 'a@quillhaven.example', effective: 'a@quillhaven.example', fn });
}

test('a script sees the virtual clock, and its values are its own realm’s', () => {
  expect(runs('function main() { return [new Date().toISOString(), new Date(0) instanceof Date, Date.now() === +new Date()] }').value).toEqual([
    '2026-09-07T08:00:00.000Z',
    true,
    true,
  ]);
});

test('what Apps Script lacks is not there', () => {
  const result = runs(
    'function main() { return ["fetch","setTimeout","URL","TextEncoder","crypto","process","require"].filter(n => typeof globalThis[n] !== "undefined") }',
  );
  expect(result.value).toEqual([]);
});

test('syntax newer than Apps Script is refused', () => {
  expect(runs('class A { #x = 1 }\nfunction main() {}').error?.name).toBe('SyntaxError');
});

test('async functions settle', () => {
  expect(runs('async function main() { await null; return 3 }').value).toBe(3);
});
