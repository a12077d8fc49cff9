import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personKey } from '../../src/incidents/sharing/pack-parts.ts';
import { standIns, standingIn } from '../../src/incidents/sharing/stand-ins.ts';
import type { CasePerson } from '../../src/incidents/working/case-file.ts';

function person(name: string, change: Partial<CasePerson> = {}): CasePerson {
  const onRoll = { email: `${name.toLowerCase().replace(/\W+/g, '.')}@q.example`, className: '', kind: 'pupil' as const, year: 3, sex: '' as const };
  return { ...onRoll, name, role: 'witness', mayBe: [], otherCases: 0, ...change };
}

const amira = person('Amira Khan');
const yusuf = person('Yusuf Khan');
const outsider = person('J. (Joe) O’Neill-Smith', { email: '', kind: '' });

function without(people: readonly CasePerson[], hidden: readonly CasePerson[]): (text: string) => string {
  return standingIn(people, standIns(people, hidden.map(personKey)));
}

test.each([
  ['Yusuf Khan hit Amira Khan.', '[Pupil A] hit Amira Khan.'],
  ['yusuf  khan, YUSUF, Yusuf’s tablet', '[Pupil A], [Pupil A], [Pupil A] tablet'],
  ['Yúsuf and Y.K. and yusufkhan99', '[Pupil A] and [Pupil A]. and [Pupil A]99'],
  ['Write to yusuf.khan@q.example', 'Write to [Pupil A]'],
  ['His other one, yusuf.k@mail.example', 'His other one, [Pupil A]'],
  // What the police ask about stays.
  ['A stranger wrote from prince@bad.example to Yusuf', 'A stranger wrote from prince@bad.example to [Pupil A]'],
  // It is the name of somebody who is named.
  ['The Khan family', 'The Khan family'],
  ['Yusufs, Khanate', 'Yusufs, Khanate'],
])('%j without Yusuf is %j', (text, expected) => {
  expect(without([amira, yusuf], [yusuf])(text)).toBe(expected);
});

test('people who are not on the list are left out by the name that was typed, whatever signs are in it', () => {
  const text = without([amira, outsider], [outsider])("J. (Joe) O’Neill-Smith and joe o'neill-smith waited, (Joe) and Mr Smith too.");
  expect(text).not.toMatch(/joe|neill|smith/i);
});

test('several people have stand-ins of their own', () => {
  expect(without([amira, yusuf], [amira, yusuf])('Amira Khan and Yusuf')).toBe('[Pupil A] and [Pupil B]');
});

test('nobody is left out unless somebody says so', () => {
  expect(without([amira, yusuf], [])('Yusuf Khan')).toBe('Yusuf Khan');
});

test('more people than letters still have stand-ins of their own', () => {
  const people = Array.from({ length: 60 }, (_, index) => person(`Pupil Number${index}`));
  expect(new Set(standIns(people, people.map(personKey)).values()).size).toBe(60);
});

test('no name of somebody who is left out stays as a word, wherever it stands', () => {
  const word = fc.constantFrom('Yusuf', 'yusuf khan', 'KHAN', 'YUSUF', 'went', 'to', 'Amira Khan', 'Amira', '<b>', '.', 'Pupil', 'A', '@', 'yusuf@x.example');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      expect(without([amira, yusuf], [yusuf])(words.join(' '))).not.toMatch(/yusuf/i);
      expect(without([amira, yusuf], [amira, yusuf])(words.join(' '))).not.toMatch(/yusuf|amira|khan/i);
    }),
  );
});
