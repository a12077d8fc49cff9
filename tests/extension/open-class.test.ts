import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressFrom, officePage } from '../../extension/src/office-address.ts';
import { isClassroom, openPage } from '../../extension/src/open-class.ts';
import { OFFICE } from '../support/extension.ts';

const CLASSROOM = 'https://classroom.google.com';
const base64 = (id: string) => Buffer.from(id).toString('base64');

test.each([
  ['its stream', '/c/NTIzNDU2Nzg5MDEy'],
  ['its stream, for somebody who is signed in twice', '/u/1/c/NTIzNDU2Nzg5MDEy'],
  ['a post in it', '/c/NTIzNDU2Nzg5MDEy/p/NjAx/details'],
  ['its classwork', '/w/NTIzNDU2Nzg5MDEy/t/all'],
  ['its people', '/u/0/r/NTIzNDU2Nzg5MDEy/sort-last-name'],
  ['an id whose base64 is padded', '/c/NTIzNDU2Nzg5MDE='],
  ['the same, written for an address', '/c/NTIzNDU2Nzg5MDE%3D'],
])('D1: a class is open: %s', (_, path) => {
  expect(openPage({ url: CLASSROOM + path, title: '3A Maths' })).toEqual({ at: 'class', name: '3A Maths' });
});

test.each([
  ['all classes', '/h'],
  ['all classes, second account', '/u/1/h'],
  ['the calendar', '/calendar/this-week/course/all'],
  ['work to review', '/a/not-reviewed/all'],
  ['a letter with words behind it', '/c/settings'],
  ['nothing behind the letter', '/c/'],
  ['a number that is not in base64', '/c/12345'],
  ['what cannot be decoded', '/c/%E0%A4%A'],
])('D1: Classroom is open, but no class: %s', (_, path) => {
  expect(openPage({ url: CLASSROOM + path, title: 'Classroom' })).toEqual({ at: 'classroom' });
});

test.each([
  ['no address, as Chrome gives none of other sites', undefined],
  ['a name that only begins the same', 'https://classroom.google.com.example.org/c/NTIzNDU2Nzg5MDEy'],
  ['an account in front of another host', 'https://classroom.google.com@example.org/c/NTIzNDU2Nzg5MDEy'],
  ['without encryption', 'http://classroom.google.com/c/NTIzNDU2Nzg5MDEy'],
  ['an empty address', ''],
])('D1: elsewhere is not Classroom: %s', (_, url) => {
  expect(isClassroom(url)).toBe(false);
  expect(openPage({ url, title: '3A Maths' })).toEqual({ at: 'elsewhere' });
});

test.each(['', 'Classroom', 'Google Classroom', 'classroom.google.com/c/NTIzNDU2Nzg5MDEy', 'https://classroom.google.com/c/NTIzNDU2Nzg5MDEy'])(
  'D1: a title that is no class’s name is not taken for one: "%s"',
  (title) => {
    expect(openPage({ url: `${CLASSROOM}/c/NTIzNDU2Nzg5MDEy`, title })).toEqual({ at: 'class', name: '' });
  },
);

test('D1: whatever a class is called, its checks are asked for under that name and nothing else comes into the address', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.string({ unit: 'binary', maxLength: 150 }), (id, title) => {
      const open = openPage({ url: `${CLASSROOM}/c/${base64(String(id))}`, title });
      const name = open.at === 'class' ? open.name : 'no class';
      const asked = new URL(officePage(OFFICE, 'lesson', name));
      expect(asked.origin + asked.pathname).toBe(OFFICE);
      expect([...asked.searchParams]).toEqual(
        name === ''
          ? [['page', 'lesson']]
          : [
              ['page', 'lesson'],
              ['class', name],
            ],
      );
      expect(asked.hash).toBe('');
      expect(title.trim().startsWith(name)).toBe(true);
    }),
  );
});

test('D1: a name that is cut within a character still goes into an address', () => {
  const open = openPage({ url: `${CLASSROOM}/c/NTIzNDU2Nzg5MDEy`, title: `${'x'.repeat(99)}🎈` });
  expect(open).toEqual({ at: 'class', name: 'x'.repeat(99) });
});

test.each([
  [OFFICE, OFFICE],
  [`  ${OFFICE}?page=home#top `, OFFICE],
  ['http://localhost:8770/macros/s/AK/exec', 'http://localhost:8770/macros/s/AK/exec'],
  ['http://script.google.com/macros/s/AK/exec', null],
  ['javascript:alert(1)', null],
  ['data:text/html,hello', null],
  ['script.google.com', null],
  ['', null],
  [undefined, null],
  [{ officeAddress: OFFICE }, null],
])('D1: of what a policy can say, an office’s address is taken without what stands behind it, and nothing else: %j', (set, address) => {
  expect(addressFrom(set)).toBe(address);
});
