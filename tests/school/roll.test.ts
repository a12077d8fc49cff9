import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fullName, hasLeft, initialsOf, type Kind, type RollEntry, readRoll, searchRoll, writeList, yearGroupOf, yearGroupsOf } from '../../src/school/roll.ts';
import { onTheRoll } from '../support/roll.ts';

const HEADER = ['Email', 'Given name', 'Family name', 'Role', 'Class', 'Job title', 'Parent of'];

function entry(change: Partial<RollEntry> = {}): RollEntry {
  return onTheRoll({ email: 'priya.kapoor@school.example', givenName: 'Priya', familyName: 'Kapoor', kind: 'pupil', className: '3B', ...change });
}

test('a file as the office exports it is read person by person', () => {
  const { entries, faults } = readRoll([
    HEADER,
    ['priya.kapoor@school.example', 'Priya', 'Kapoor', 'pupil', '3B', '', ''],
    ['anil@example.org', 'Anil', 'Kapoor', 'parent', '', '', 'priya.kapoor@school.example; dev.kapoor@school.example'],
  ]);
  expect(faults).toEqual([]);
  expect(entries).toEqual([
    entry(),
    onTheRoll({
      ...{ email: 'anil@example.org', givenName: 'Anil', familyName: 'Kapoor', kind: 'parent' },
      children: ['priya.kapoor@school.example', 'dev.kapoor@school.example'],
    }),
  ]);
});

test('a byte order mark, other words, other capitals and another order of columns do not matter', () => {
  const { entries, faults } = readRoll([
    ['\ufeffSURNAME ', ' Preferred Forename', 'Reg Group', 'Person Type', 'Admission number', 'E-MAIL'],
    ['Kapoor', ' Priya ', '3B', 'Student', '0042', 'Priya.Kapoor@School.example'],
  ]);
  expect(faults).toEqual([]);
  expect(entries).toEqual([entry()]);
});

test('of two columns that could be meant, the first counts', () => {
  const { entries } = readRoll([
    ['Email', 'First name', 'Forename', 'Surname', 'Role'],
    ['priya.kapoor@school.example', 'Priya', 'P', 'Kapoor', 'pupil'],
  ]);
  expect(entries[0]?.givenName).toBe('Priya');
});

test.each([
  ['nothing', [], 'The file is empty'],
  ['an empty line', [['', ' ']], 'The file is empty'],
  [
    'people without a heading',
    [['priya@school.example', 'Priya', 'Kapoor', 'pupil']],
    'There is no column headed "email", "given name", "family name", "role"',
  ],
  ['a heading that was renamed', [['Email', 'Given name', 'Family name', 'Rôle']], 'There is no column headed "role"'],
])('a file with %s names what is missing', (_, cells, message) => {
  const { entries, faults } = readRoll(cells);
  expect(entries).toEqual([]);
  expect(faults).toEqual([{ row: 1, message: expect.stringContaining(message) }]);
});

test('bad rows are named by their number in the file; the good ones are taken', () => {
  const { entries, faults } = readRoll([
    HEADER,
    ['not an address', 'A', 'B', 'pupil'],
    [],
    ['c@school.example', 'C', 'D', 'wizard'],
    ['e@school.example', '', '', 'staff'],
    ['priya.kapoor@school.example', 'Priya', 'Kapoor', 'pupil', '3B'],
    ['PRIYA.KAPOOR@school.example', 'Another', 'Priya', 'staff'],
    ['two words@school.example', 'A', 'B', 'pupil'],
  ]);
  expect(entries).toEqual([entry()]);
  expect(faults.map(({ row }) => row)).toEqual([2, 4, 5, 7, 8]);
  expect(faults.map(({ message }) => message).join('; ')).toMatch(/not an e-mail address.*"wizard" is not one of.*name is missing.*already in the file/);
});

test.each([
  ['Teacher', 'staff'],
  ['supply', 'supply'],
  ['agency', 'supply'],
  ['Trainee', 'supply'],
  ['helper', 'volunteer'],
  ['LEARNER', 'pupil'],
  ['Carer', 'parent'],
  ['Clerk', 'governor'],
  ['contractor', 'visitor'],
])('a school system’s "%s" is one of the %s', (word, kind) => {
  expect(readRoll([HEADER, ['a@school.example', 'A', 'B', word]]).entries[0]?.kind).toBe(kind);
});

test('one name of two is enough: some people have one only', () => {
  expect(readRoll([HEADER, ['a@school.example', '', 'Suharto', 'staff']]).entries.map(fullName)).toEqual(['Suharto']);
});

const people = fc.uniqueArray(
  fc.record({
    email: fc.tuple(fc.stringMatching(/^[a-z0-9.]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,8}\.example$/)).map((parts) => parts.join('@')),
    givenName: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.trim() || 'A'),
    familyName: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
    kind: fc.constantFrom<Kind>('staff', 'pupil', 'parent', 'governor', 'visitor'),
    className: fc.string().map((text) => text.trim()),
    jobTitle: fc.string().map((text) => text.trim()),
    children: fc.array(fc.stringMatching(/^[a-z0-9.]{1,12}@[a-z]{1,8}\.example$/)),
    year: fc.constantFrom('', 'R', '3', 'Year 10'),
    lineManager: fc.constantFrom('', 'ruth@school.example'),
    leaves: fc.constantFrom('', '2027-07-21'),
  }),
  { selector: ({ email }) => email },
);

test('whatever is written is read again unchanged', () => {
  fc.assert(
    fc.property(people, (entries) => {
      expect(readRoll(writeList(entries.map((each) => ({ entry: each, source: '' }))))).toEqual({ entries, faults: [] });
    }),
  );
});

test('whatever is in a file, every row is taken, named or empty, and nobody is there twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 9 })), (rows) => {
      const { entries, faults } = readRoll([HEADER, ...rows]);
      const empty = rows.filter((row) => row.every((cell) => cell.trim() === '')).length;
      expect(entries.length + faults.length + empty).toBe(rows.length);
      expect(new Set(entries.map(({ email }) => email)).size).toBe(entries.length);
    }),
  );
});

test('three thousand people are read, and found by the beginnings of their names', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    entry({ email: `p${index}@school.example`, givenName: index === 2_999 ? 'Zoë-Mae' : 'Sam', familyName: index === 2_999 ? 'O’Neill' : `Jones${index}` }),
  );
  const { entries, faults } = readRoll(writeList(many.map((each) => ({ entry: each, source: '' }))));
  expect(faults).toEqual([]);
  expect(entries).toHaveLength(3_000);
  for (const typed of ['zoe', 'mae o', 'NEILL zoë', "o'nei"]) expect(searchRoll(entries, typed).map(fullName)).toEqual(['Zoë-Mae O’Neill']);
  expect(searchRoll(entries, 'sam')).toHaveLength(8);
});

test.each(['', ' ', 'z', '- ’'])('%j is too little to look for', (typed) => {
  expect(searchRoll([entry({ givenName: 'Zoë' })], typed)).toEqual([]);
});

test.each([
  [{ givenName: 'Priya', familyName: 'Kapoor', className: '3B' }, 'P.K. 3B'],
  [{ givenName: 'élodie', familyName: '', className: '' }, 'É.'],
  [{ givenName: '😀x', familyName: 'Y', className: 'RA' }, '😀.Y. RA'],
  [{ givenName: '', familyName: '', className: '' }, ''],
])('a desk shows %j as %s', (person, shown) => {
  expect(initialsOf(person)).toBe(shown);
});

test('A12: a list as it was exported before there were years, line managers and leaving days is still read', () => {
  const { entries, faults } = readRoll([HEADER, ['sam.okafor@school.example', 'Sam', 'Okafor', 'staff', '3A', 'Teacher', '']]);
  expect(faults).toEqual([]);
  expect(entries).toEqual([onTheRoll({ email: 'sam.okafor@school.example', givenName: 'Sam', familyName: 'Okafor', className: '3A', jobTitle: 'Teacher' })]);
});

test('A12: year, line manager and leaving day are read as school systems write them', () => {
  const { entries } = readRoll([
    ['Email', 'Forename', 'Surname', 'Role', 'Year group', 'Reports to', 'End date'],
    ['a@school.example', 'Amira', 'Khan', 'pupil', 'Year 3', '', '21/07/2027'],
    ['n@school.example', 'Nadine', 'Frost', 'agency', '', 'Tom.Whitfield@School.example', '2026-12-18'],
    ['b@school.example', 'Bea', 'Lang', 'staff', '', '', 'when she retires'],
  ]);
  expect(entries.map(({ year, lineManager, leaves }) => [year, lineManager, leaves])).toEqual([
    ['Year 3', '', '2027-07-21'],
    ['', 'tom.whitfield@school.example', '2026-12-18'],
    ['', '', ''],
  ]);
});

test.each([
  ['', '3A', [3]],
  ['', '3/4 Elm', [3, 4]],
  ['', 'Y5-6 Oak', [5, 6]],
  ['', '2/3 Ash', [2, 3]],
  ['', 'R/1 Ash', [0, 1]],
  ['', 'Years 1 and 2', [1, 2]],
  ['', '3/4/5 Beech', [3, 4, 5]],
  ['', '10X/Ma1', [10]],
  ['', '7-2', [7]],
  ['', '12B', [12]],
  ['', 'RA', [0]],
  ['', 'R Elm', [0]],
  ['', 'Reception', [0]],
  ['', 'Nursery', [0]],
  ['', 'F2', [0]],
  ['', 'Robins', []],
  ['', 'Nightingale', []],
  ['', 'Elm', []],
  ['', '2027 leavers', []],
  ['', '14A', []],
  ['', '', []],
  ['Year 10', 'Elm', [10]],
  ['R', '1A', [0]],
  ['4', '3/4 Elm', [4]],
  ['N1', '', [0]],
  ['Y3', '', [3]],
])('A6: with the year "%s", a pupil in the class "%s" is in one of the years %j', (year, className, years) => {
  expect(yearGroupsOf({ year, className })).toEqual(years);
  expect(yearGroupOf({ year, className })).toBe(years.length === 1 ? years[0] : null);
});

test('A12: on the day somebody leaves they are still there, on the next they have left', () => {
  expect(['2027-07-20', '2027-07-21', '2027-07-22'].map((today) => hasLeft({ leaves: '2027-07-21' }, today))).toEqual([false, false, true]);
  expect(hasLeft({ leaves: '' }, '2027-07-22')).toBe(false);
});
