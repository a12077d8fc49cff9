import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { scriptClasses } from '../../scripts/docs/classes.ts';
import { withTables } from '../../scripts/docs/tables.ts';
import { runScript } from '../support/script.ts';

const TOP = resolve(__dirname, '../..');
const SERVICES = join(TOP, 'local/apps-script');

test('the tables in docs/local-workspace.md are those of the code (npm run docs writes them)', () => {
  const document = readFileSync(join(TOP, 'docs/local-workspace.md'), 'utf8');
  expect(withTables(document, SERVICES)).toBe(document);
});

test('a document that has lost its marks is not written over', () => {
  expect(() => withTables('# Nothing here', SERVICES)).toThrow(/has lost its marks/);
});

test('the tables hold what scripts see: inherited methods, and nothing that is hidden from them', () => {
  const range = scriptClasses(SERVICES).find(({ name }) => name === 'Range');
  expect(range?.methods).toEqual(expect.arrayContaining(['getValues', 'setValues', 'getA1Notation', 'setBackground', 'sort']));
  expect(
    scriptClasses(SERVICES)
      .flatMap(({ methods }) => methods)
      .filter((name) => /^[$#_]|^constructor$|^toString$/.test(name)),
  ).toEqual([]);
});

test('every service that a script finds has just the methods that the tables name', () => {
  const services = scriptClasses(SERVICES).filter(({ name }) => /App$|Service$|^(Session|Utilities|Logger|Browser)$/.test(name) && name !== 'Service');
  const names = services.map(({ name }) => name).sort();
  expect(names).toEqual(expect.arrayContaining(['CalendarApp', 'DriveApp', 'FormApp', 'GmailApp', 'SpreadsheetApp', 'Utilities']));
  const { value } = runScript(`function main() {
    const services = { ${names.join(', ')} };
    const named = ${JSON.stringify(Object.fromEntries(services.map(({ name, methods }) => [name, methods])))};
    return Object.entries(services).flatMap(([name, service]) => named[name].filter((method) => typeof service[method] !== 'function').map((method) => name + '.' + method));
  }`);
  expect(value).toEqual([]);
});
