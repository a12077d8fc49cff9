import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { localRun } from '../../scripts/commands/local-run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-run-'));
  writeFileSync(
    join(folder, 'Code.gs'),
    `function kinds() {
      Logger.log('said');
      return { when: new Date(0), page: HtmlService.createHtmlOutputFromFile('Page'), kind: ScriptApp.EventType.CLOCK, none: undefined, service: Utilities };
    }
    function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), helper()] }
    function helper() { return typeof fromOther === 'function' ? fromOther() : 'alone' }
    function bound() { const p = PropertiesService.getDocumentProperties(); p.setProperty('a', 1); return p.getProperty('a') }
    function capitals() { return HtmlService.createHtmlOutputFromFile('Page') }
    function mail() { return Session.getScriptTimeZone() + typeof Gmail + typeof Sheets }
    function fail() { throw new TypeError('no good') }
    function around() { const o = { name: 'o' }; o.self = o; return [1, () => 1].concat(Object.keys(o)) }`,
  );
  writeFileSync(join(folder, 'Other.gs'), "function fromOther() { return 'together' }");
  writeFileSync(join(folder, 'page.html'), '<p>Hello');
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ timeZone: 'America/New_York', oauthScopes: ['https://www.googleapis.com/auth/drive.file'] }));
  writeFileSync(join(folder, 'notes.txt'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function command(...args: string[]): Promise<{ code: number; text: string; json: () => Record<string, unknown> }> {
  const lines: string[] = [];
  const code = await localRun(args, (line) => lines.push(line));
  const text = lines.join('\n');
  return { code, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

const code = () => join(folder, 'Code.gs');

test('what a function gives back is printed as JSON data, with its log and its calls', async () => {
  const run = await command(code(), 'kinds', '--json');
  expect(run.code).toBe(0);
  expect(run.json()).toEqual({
    ok: true,
    result: { when: '1970-01-01T00:00:00.000Z', page: '<p>Hello', kind: 'CLOCK', none: null, service: 'Utilities' },
    log: ['said'],
    calls: [],
  });
});

test('the editor is who --as says, and a folder’s files are one project', async () => {
  expect((await command(code(), 'who', '--json', '--as', 'Ada@School.example')).json()['result']).toEqual([
    'ada@school.example',
    'ada@school.example',
    'alone',
  ]);
  expect((await command(folder, 'who', '--json')).json()['result']).toEqual([expect.any(String), expect.any(String), 'together']);
});

test('the script is bound to a document, its manifest counts, and every advanced service is on', async () => {
  expect((await command(code(), 'bound', '--json')).json()['result']).toBe('1');
  expect((await command(code(), 'mail', '--json')).json()['result']).toBe('America/New_Yorkobjectobject');
});

test('every scope is granted, and a page is found whatever its capitals', async () => {
  expect((await command(code(), 'who', '--json')).code).toBe(0);
  expect((await command(code(), 'capitals', '--json')).json()['result']).toBe('<p>Hello');
});

test('a function that fails is an exit code of 1, and its error names the line in the script', async () => {
  const run = await command(code(), 'fail', '--json');
  expect(run.code).toBe(1);
  expect(run.json()).toMatchObject({ ok: false, error: { name: 'TypeError', message: 'no good', stack: expect.stringContaining('Code.gs:10') } });
  expect(JSON.stringify(run.json())).not.toContain('engine.ts');
  expect((await command(code(), 'missing')).text).toContain('Script function not found: missing');
});

test('nothing to run is an exit code of 2 and says what is wrong', async () => {
  for (const [args, said] of [
    [[join(folder, 'none.gs'), 'f'], 'There is no file'],
    [[join(folder, 'notes.txt'), 'f'], '.gs or .js'],
    [[code()], 'local run FILE FUNCTION'],
    [[code(), 'who', '--as', 'nobody'], 'not an e-mail address'],
    [[code(), 'who', '--what'], 'local run FILE FUNCTION'],
  ] as const) {
    const run = await command(...args);
    expect([run.code, run.text]).toEqual([2, expect.stringContaining(said)]);
    expect((await command(...args, '--json')).json()).toMatchObject({ ok: false, log: [], calls: [] });
  }
});
