import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blackingOut, personKey, standIns } from '../../src/incidents/sharing/black-out.ts';
import type { CasePerson } from '../../src/incidents/working/case-file.ts';

function person(name: string, change: Partial<CasePerson> = {}): CasePerson {
  const onRoll = { email: `${name.toLowerCase().replace(/\W+/g, '.')}@q.example`, className: '', kind: 'pupil' as const, year: 3, sex: '' as const };
  return { ...onRoll, name, role: 'witness', mayBe: [], otherCases: 0, ...change };
}

const amira = person('Amira Khan');
const yusuf = person('Yusuf Khan');
const outsider = person('J. (Joe) O’Neill-Smith', { email: '', kind: '' });

function without(people: readonly CasePerson[], hidden: readonly CasePerson[]): (text: string) => string {
  return blackingOut(people, standIns(people, hidden.map(personKey)));
}

test.each([
  ['Yusuf Khan hit Amira Khan.', '[Pupil A] hit Amira Khan.'],
  ['yusuf  khan, YUSUF, Yusuf’s', '[Pupil A], [Pupil A], [Pupil A]’s'],
  ['Write to yusuf.khan@q.example', 'Write to [Pupil A]'],
  // Which of the two is meant nobody can tell.
  ['The Khan family', 'The [Pupil A] family'],
  ['Yusufs, Khanate', 'Yusufs, Khanate'],
])('%j without Yusuf is %j', (text, expected) => {
  expect(without([amira, yusuf], [yusuf])(text)).toBe(expected);
});

test('people who are not on the list are left out by the name that was typed, whatever signs are in it', () => {
  const text = without([amira, outsider], [outsider])("J. (Joe) O’Neill-Smith and joe o'neill-smith waited, (Joe) and Mr Smith too.");
  expect(text).not.toMatch(/joe|neill|smith/i);
});

test('where a name is that of two who are left out, neither is meant', () => {
  expect(without([amira, yusuf], [amira, yusuf])('Amira Khan and Yusuf of the Khans, Mrs Khan')).toBe('[Pupil A] and [Pupil B] of the Khans, Mrs [Somebody]');
});

test('nobody is left out unless somebody says so', () => {
  expect(without([amira, yusuf], [])('Yusuf Khan')).toBe('Yusuf Khan');
});

test('more people than letters still have stand-ins of their own', () => {
  const people = Array.from({ length: 60 }, (_, index) => person(`Pupil Number${index}`));
  expect(new Set(standIns(people, people.map(personKey)).values()).size).toBe(60);
});

test('no part of a name that is left out stays as a word, wherever it stands', () => {
  const word = fc.constantFrom('Yusuf', 'Khan', 'yusuf khan', 'KHAN', 'went', 'to', 'Amira Khan', 'Amira', '<b>', '.', 'Pupil', 'A');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = without([amira, yusuf], [yusuf])(words.join(' '));
      expect(text.replaceAll(/amira\s+khan/gi, '')).not.toMatch(/\b(yusuf|khan)\b/i);
    }),
  );
});
