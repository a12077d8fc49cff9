import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { Store } from '../../local/workspace/store.ts';
import { MONDAY } from '../support/script.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function partFile(part: string): string {
  const found = readdirSync(folder).find((name) => name.startsWith(`${part}.`));
  if (!found) throw new Error(`no file for ${part}`);
  return join(folder, found);
}

test('a saved school comes back exactly as it was', () => {
  const { data } = quillhaven(MONDAY);
  Store.open(folder).save(data);
  expect(Store.open(folder).load()).toEqual(data);
});

test('an empty or new folder holds no school yet', () => {
  expect(Store.open(join(folder, 'new')).load()).toBeNull();
});

test('only the parts that changed are written, and nothing old is left lying', () => {
  const workspace = quillhaven(MONDAY);
  const store = Store.open(folder);
  store.save(workspace.data);
  const files = readdirSync(folder).length;
  workspace.people.add({ email: 'new.starter@quillhaven.example', givenName: 'New', familyName: 'Starter' });
  expect(store.save(workspace.data)).toBe(1);
  expect(readdirSync(folder)).toHaveLength(files);
  expect(store.save(workspace.data)).toBe(0);
});

test('a save that stopped half way leaves the state of the save before', () => {
  const workspace = quillhaven(MONDAY);
  Store.open(folder).save(workspace.data);
  // What a machine that stops before the list of parts is replaced leaves behind.
  writeFileSync(join(folder, `people.${'0'.repeat(24)}.json`), '{"half":');
  writeFileSync(join(folder, 'school.json.temporary'), '{"format":"handr');
  const store = Store.open(folder);
  expect(store.load()).toEqual(workspace.data);
  workspace.clock.pass(1000);
  store.save(workspace.data);
  expect(readdirSync(folder).filter((name) => name.includes('temporary') || name.includes('0000000'))).toEqual([]);
});

test('a damaged part is refused by name, and nothing is changed', () => {
  Store.open(folder).save(quillhaven(MONDAY).data);
  const path = partFile('people');
  writeFileSync(path, readFileSync(path, 'utf8').replace(people.head, people.dsl));
  const before = readdirSync(folder).sort();
  expect(() => Store.open(folder).load()).toThrow(`${path} is damaged`);
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('a missing part, and a list of parts that is not JSON, are refused by name', () => {
  Store.open(folder).save(quillhaven(MONDAY).data);
  const path = partFile('groups');
  rmSync(path);
  expect(() => Store.open(folder).load()).toThrow(`${path} is missing`);
  writeFileSync(join(folder, 'school.json'), '{');
  expect(() => Store.open(folder).load()).toThrow('school.json cannot be read');
});

test('state of a later version is refused with what to do', () => {
  Store.open(folder).save(quillhaven(MONDAY).data);
  const path = join(folder, 'school.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"version": 1', '"version": 2'));
  expect(() => Store.open(folder).load()).toThrow('later version of Handrail (format 2, this one reads 1)');
});

test('a folder with other things in it is not touched', () => {
  writeFileSync(join(folder, 'holiday.txt'), 'photos');
  expect(() => Store.open(folder)).toThrow('holds other files');
  expect(readdirSync(folder)).toEqual(['holiday.txt']);
});

test('a folder that another running process uses is refused; a lock left behind is not', () => {
  writeFileSync(join(folder, 'in-use.json'), `${process.ppid}\n`);
  expect(() => Store.open(folder)).toThrow(`process ${process.ppid}`);
  writeFileSync(join(folder, 'in-use.json'), '999999999\n');
  expect(Store.open(folder).load()).toBeNull();
});
