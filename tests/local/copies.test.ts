import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quillhaven } from '../../local/school/quillhaven.ts';
import { copiedWhenTouched, copyOf } from '../../local/workspace/copies.ts';

test('a copy is like what it was made of and shares nothing with it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 }), (record) => {
      fc.pre(!JSON.stringify(record).includes('__proto__'));
      const before = structuredClone(record);
      const copy = copyOf(record);
      const lazy = copiedWhenTouched(record);
      expect(copy).toEqual(before);
      expect(lazy).toEqual(before);
      for (const one of [copy, lazy]) for (const key of Object.keys(one)) one[key] = 'changed';
      expect(record).toEqual(before);
    }),
  );
});

test('a list keeps its gaps', () => {
  const list = new Array<string>(3);
  list[2] = 'c';
  expect(0 in copyOf(list)).toBe(false);
  expect(copyOf(list)).toEqual(list);
});

test('whatever is done in one school that was copied is not done in another', () => {
  const template = quillhaven(Date.UTC(2026, 8, 7, 8));
  const before = JSON.stringify(template.data);
  const one = template.cloneWhenTouched();
  const other = one.clone();
  for (const person of Object.values(one.data.people)) person.givenName = 'Changed';
  for (const address of Object.keys(one.data.mailboxes)) delete one.data.mailboxes[address];
  expect(JSON.stringify(template.data)).toBe(before);
  expect(Object.values(other.data.people).some(({ givenName }) => givenName === 'Changed')).toBe(false);
  const late = other.clone();
  for (const person of Object.values(other.data.people)) person.givenName = 'Later';
  expect(Object.values(late.data.people).some(({ givenName }) => givenName === 'Later')).toBe(false);
  expect(Object.keys(late.data.mailboxes)).toEqual(Object.keys(template.data.mailboxes));
});
