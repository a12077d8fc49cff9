import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const TOP = resolve(__dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** What the linter says of these files under the project's own rules: `file: rule`, once for each place. */
async function lint(files: Record<string, string>): Promise<string[]> {
  write(files);
  for (const each of ['biome.json', '.gitignore', 'scripts/check']) cpSync(join(TOP, each), join(folder, each), { recursive: true });
  const output = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [join(TOP, 'node_modules/@biomejs/biome/bin/biome'), 'lint', 'src', '--reporter=json', '--max-diagnostics=none'],
      { cwd: folder },
      (_, stdout) => done(stdout),
    );
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { category: string; message: string; location: { path: string } }[] };
  return diagnostics.map(({ category, message, location }) => `${location.path}: ${category === 'plugin' ? message.slice(0, 8) : category}`).sort();
}

/** Asks a function of `scripts/check/floors.ts`. It stands on a package of ES modules that Jest cannot load, so Node does. */
async function floors(question: 'climbingImports' | 'circularImports', files: Record<string, string>): Promise<string[]> {
  write(files);
  const module = pathToFileURL(join(TOP, 'scripts/check/floors.ts')).href;
  const code = `const floors = await import(${JSON.stringify(module)}); console.log(JSON.stringify(await floors.${question}(${JSON.stringify(folder)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { cwd: TOP });
  return (JSON.parse(stdout) as string[]).sort();
}

const ROOMS: Record<string, string[]> = {
  sheet: ['SpreadsheetApp', 'Sheets'],
  form: ['FormApp'],
  mail: ['GmailApp', 'Gmail', 'MailApp'],
  drive: ['DriveApp', 'Drive'],
  script: ['LockService', 'PropertiesService', 'CacheService', 'ScriptApp', 'Session', 'Utilities'],
  card: ['CardService'],
  page: ['HtmlService'],
  meet: ['UrlFetchApp'],
  rest: ['UrlFetchApp'],
  calendar: ['Calendar'],
  doc: ['DocumentApp'],
  group: ['GroupsApp', 'AdminDirectory', 'Classroom'],
  chart: ['Charts'],
};

/** Every service that Google's types declare: a service that is new in them must be given a room, or be listed as without one. */
function servicesOfGoogle(): string[] {
  const types = join(TOP, 'node_modules/@types/google-apps-script');
  const files = readdirSync(types, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.d.ts'));
  const names = files.flatMap((name) =>
    [...readFileSync(join(types, name), 'utf8').matchAll(/^declare (?:var|let|const) (\w+)/gm)].map(([, found = '']) => found),
  );
  return [...new Set(names)].filter((name) => name !== 'console' && name !== 'Date2').sort();
}

test('a file without a suffix may touch no Google service at all', async () => {
  const services = servicesOfGoogle();
  expect(services).toEqual(expect.arrayContaining(Object.values(ROOMS).flat()));
  const found = await lint(Object.fromEntries(services.map((name) => [`src/incidents/${name}.ts`, `export const x = () => ${name}.toString();\n`])));
  expect(found).toEqual(services.map((name) => `src/incidents/${name}.ts: This fil`).sort());
});

test('a suffix lets a file touch its own service and no other', async () => {
  const all = [...new Set(Object.values(ROOMS).flat())];
  const everything = `export const x = () => [${all.join(', ')}];\n`;
  const found = await lint(Object.fromEntries(Object.keys(ROOMS).map((room) => [`src/school/a.${room}.ts`, everything])));
  const count = all.length;
  for (const [room, services] of Object.entries(ROOMS)) {
    expect([room, found.filter((line) => line === `src/school/a.${room}.ts: This fil`).length]).toEqual([room, count - services.length]);
  }
});

test('a page in the browser may touch no Google service', async () => {
  expect(await lint({ 'src/incidents/report.page.tsx': 'export const x = () => [HtmlService, Drive];\n' })).toEqual([
    'src/incidents/report.page.tsx: This fil',
    'src/incidents/report.page.tsx: This fil',
  ]);
});

test('a service may not be reached by a detour', async () => {
  expect(await lint({ 'src/records/a.ts': "export const x = () => globalThis['Sheets'];\n" })).toEqual(['src/records/a.ts: This fil']);
});

test('words that only look like a service are left alone', async () => {
  const source = `
import type { Calendar } from './calendar.ts';
export interface Row { Sheets: GoogleAppsScript.Sheets.Schema.Sheet[]; Drive: string }
export const x = (row: Row, calendar: Calendar) => [row.Sheets, row.Drive, { Gmail: 'Session', calendar }];
`;
  expect(await lint({ 'src/records/a.ts': source })).toEqual([]);
});

test.each(['new Date()', 'new Date', 'Date()', 'Date.now()', '[1].map(Date.now)', 'Math.random()', 'crypto.randomUUID()'])(
  'rules have no clock and no dice: %s',
  async (expression) => {
    const source = `export const x = () => ${expression};\n`;
    const files = { 'src/records/rules.ts': source, 'src/records/a.sheet.ts': source, 'src/records/a.script.ts': source, 'src/pages/a.tsx': source };
    expect((await lint(files)).filter((line) => line.endsWith(': No clock'))).toEqual(['src/records/a.sheet.ts: No clock', 'src/records/rules.ts: No clock']);
  },
);

test('a moment that came in as an argument is no clock', async () => {
  expect(await lint({ 'src/records/rules.ts': 'export const x = (now: string) => [new Date(now), Date.parse(now), Date.UTC(2026, 8, 1)];\n' })).toEqual([]);
});

test('the shipped source uses nothing of Node', async () => {
  const found = await lint({ 'src/records/a.ts': "import { join } from 'node:path';\nexport const x = () => [join, process, Buffer];\n" });
  expect(found).toEqual([
    'src/records/a.ts: lint/correctness/noNodejsModules',
    'src/records/a.ts: lint/style/noRestrictedGlobals',
    'src/records/a.ts: lint/style/noRestrictedGlobals',
  ]);
});

test('imports go downwards only, those of types too', async () => {
  const found = await floors('climbingImports', {
    'src/office.ts': "import { raise } from './incidents/raise.ts';\nexport const raiseConcern = raise;\n",
    'src/incidents/raise.ts': "import type { Row } from '../records/row.ts';\nexport const raise = (row: Row) => row;\n",
    'src/records/row.ts': "import type { Post } from '../school/post.ts';\nexport type Row = { post: Post };\n",
    'src/school/post.ts': "import { raise } from '../incidents/raise.ts';\nexport type Post = typeof raise;\n",
    'src/agreements/sign.ts': "import { raise } from '../incidents/raise.ts';\nexport const sign = raise;\n",
    'src/reports/week.ts': "import { help } from '../../scripts/help.ts';\nexport const week = help;\n",
    'src/incidents/deep/door.ts': "import { raiseConcern } from '../../office.ts';\nexport const again = raiseConcern;\n",
    'src/attic/box.ts': "import type { Row } from '../records/row.ts';\nexport type Box = Row;\n",
    'src/pages/server.ts': "import type { raiseConcern } from '../office.ts';\nexport type Raise = typeof raiseConcern;\n",
    'scripts/help.ts': 'export const help = 1;\n',
  });
  expect(found).toEqual([
    'src/agreements/sign.ts imports ../incidents/raise.ts: agreements stands beside incidents',
    'src/attic/box.ts imports ../records/row.ts: src/attic is on no floor: give it one in scripts/check/floors.ts',
    'src/incidents/deep/door.ts imports ../../office.ts: incidents stands below the doors',
    'src/records/row.ts imports ../school/post.ts: records stands below school',
    'src/reports/week.ts imports ../../scripts/help.ts: src never needs scripts, local or tests',
    'src/school/post.ts imports ../incidents/raise.ts: school stands below incidents',
  ]);
});

test('files that need each other at run time are named; those that only share types are not', async () => {
  const found = await floors('circularImports', {
    'scripts/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'scripts/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    'local/c.ts': "import type { D } from './d.ts';\nexport const c = (d: D) => d;\n",
    'local/d.ts': "import { c } from './c.ts';\nexport type D = typeof c;\nexport const d = c;\n",
  });
  expect(found).toEqual(['scripts/a.ts → scripts/b.ts → scripts/a.ts']);
});
