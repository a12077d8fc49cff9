import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { involve } from '../../src/incidents/involve.ts';
import { chronologyOf, comparable, mayNameTyped, type PersonInCase, repeatsIn, typedAs } from '../../src/incidents/keeping/chronology.ts';
import { aCaseRow, involved } from '../support/concerns.ts';
import { aCalmSchool } from '../support/keeping.ts';

function inCase(reference: string, change: Partial<PersonInCase['row']>, role: PersonInCase['role'] = 'affected'): PersonInCase {
  return { row: aCaseRow({ reference, ...change }), role, isTyped: false };
}

test('B14: cases stand by when they happened, else by when they were received: a late entry sorts where it belongs', () => {
  const lines = chronologyOf([
    inCase('C-LATE', { received: '2026-10-01T08:00:00.000Z', happened: '2026-06-01T08:00:00.000Z' }),
    inCase('C-FIRST', { received: '2026-05-01T08:00:00.000Z', happened: null }),
    inCase('C-LAST', { received: '2026-09-01T08:00:00.000Z', happened: null }),
  ]);
  expect(lines.map(({ reference, at, isHappened }) => [reference, at, isHappened])).toEqual([
    ['C-FIRST', '01/05/2026 09:00', false],
    ['C-LATE', '01/06/2026 09:00', true],
    ['C-LAST', '01/09/2026 09:00', false],
  ]);
});

test('B14: how often somebody was in a role already stands with each case, counted apart for each role', () => {
  const day = (month: number) => `2026-0${month}-01T12:00:00.000Z`;
  const lines = chronologyOf([
    inCase('C-1', { happened: day(1) }),
    inCase('C-2', { happened: day(2) }, 'alleged'),
    inCase('C-3', { happened: day(3) }),
    inCase('C-4', { happened: day(4) }),
  ]);
  expect(lines.map(({ repeat }) => repeat)).toEqual(['', '', 'Second time as affected since 01/01/2026', 'Third time as affected since 01/01/2026']);
});

test('B14: what repeats is said in sentences', () => {
  const nudes = { types: ['sexting'] };
  expect(repeatsIn([])).toEqual([]);
  const [first, ...types] = repeatsIn([inCase('C-1', nudes), inCase('C-2', nudes), inCase('C-3', {}, 'witness')]);
  expect(first).toBe('3 cases: twice affected, once witness.');
  expect(types).toHaveLength(1);
  expect(types[0]).toMatch(/: twice\.$/);
});

test('B14: whatever the cases are, each stands there once, in order, and the count rises by one in each role', () => {
  const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }).map((utc) => new Date(utc).toISOString());
  const cases = fc.uniqueArray(
    fc.record({ reference: fc.uuid(), received: moment, happened: fc.option(moment), role: fc.constantFrom('affected', 'alleged', 'witness') }),
    { selector: ({ reference }) => reference, maxLength: 20 },
  );
  fc.assert(
    fc.property(cases, (all) => {
      const given = all.map(({ reference, received, happened, role }) => inCase(reference, { received, happened }, role as 'affected'));
      const lines = chronologyOf(given);
      expect(lines.map(({ reference }) => reference).sort()).toEqual(all.map(({ reference }) => reference).sort());
      const moments = lines.map(({ reference }) => all.find((each) => each.reference === reference)).map((each) => each?.happened ?? each?.received ?? '');
      expect(moments).toEqual([...moments].sort());
      for (const role of ['affected', 'alleged', 'witness']) {
        const repeats = lines.filter((line) => line.role === role).map(({ repeat }) => repeat !== '');
        expect(repeats).toEqual(repeats.map((_, index) => index > 0));
      }
    }),
  );
});

test.each([
  ['Zoë O’Neil', 'zoe o neil', true],
  ['ZOE  O’NEIL', 'Zoë O’Neil', true],
  ['Zoe', 'Zoë O’Neil', false],
  ['Zoe O’Neill', 'Zoë O’Neil', false],
])('B14: %s is compared with %s by the whole name', (a, b, same) => {
  expect(comparable(a) === comparable(b)).toBe(same);
});

test('B14: a typed name is found by the initials of the row first, so that few histories are read', () => {
  const people = involve([{ email: '', name: 'Zoë Marsh', role: 'affected' }], [], aCalmSchool());
  const row = aCaseRow({}, { people });
  expect(mayNameTyped(row, 'zoe marsh')).toBe(true);
  expect(mayNameTyped(row, 'Ben Marsh')).toBe(false);
  expect(mayNameTyped(aCaseRow({}, { people: [involved('affected', 'zoe@q.example', { initials: 'Z.M.' })] }), 'Zoe Marsh')).toBe(false);
  expect(typedAs(people, 'ZOE MARSH')).toMatchObject({ role: 'affected' });
  expect(typedAs(people, 'Zoe')).toBeUndefined();
});
