import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { text } from '../../src/records/fields.ts';
import { migrate, mustRemake } from '../../src/records/migrations.ts';
import { spansOf } from '../../src/records/spans.ts';
import { table } from '../../src/records/table.ts';

test('spans leave out the widest gaps first', () => {
  expect(spansOf([2, 3, 9, 40], 2)).toEqual([
    { first: 2, last: 9 },
    { first: 40, last: 40 },
  ]);
  expect(spansOf([2, 3, 9, 40], 1)).toEqual([{ first: 2, last: 40 }]);
  expect(spansOf([], 5)).toEqual([]);
});

test('spans hold every row asked for, in order, without overlap, and are never too many', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 2, max: 20_000 }), { maxLength: 300 }).map((numbers) => numbers.sort((one, other) => one - other));
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 60 }), (numbers, most) => {
      const spans = spansOf(numbers, most);
      expect(spans.length).toBeLessThanOrEqual(most);
      expect(numbers.every((number) => spans.some(({ first, last }) => first <= number && number <= last))).toBe(true);
      expect(spans.every(({ first, last }) => numbers.includes(first) && numbers.includes(last))).toBe(true);
      expect(spans.slice(1).every(({ first }, index) => first > (spans[index]?.last ?? 0) + 1)).toBe(true);
    }),
  );
});

const cases = table('Cases', () => ({ reference: text().key(), due: text().called('Next due', 'Due', 'Deadline'), note: text().optional() }));

test('headings of earlier versions become today’s, and other people’s columns stay', () => {
  const migration = migrate(cases, ['Reference', 'Deadline', 'My own', 'Note']);
  expect(migration).toEqual({ headings: ['Reference', 'Next due', 'My own', 'Note'], added: [], lost: [] });
  expect(mustRemake(cases, migration)).toBe(false);
});

test('a column that may be empty is added; one that may not is lost; either way a view is made anew', () => {
  expect(migrate(cases, ['Reference', 'Due'])).toEqual({ headings: ['Reference', 'Next due', 'Note'], added: ['Note'], lost: [] });
  expect(migrate(cases, ['Reference', 'Note'])).toEqual({ headings: ['Reference', 'Note'], added: [], lost: ['Next due'] });
  expect(mustRemake(cases, migrate(cases, ['Reference', 'Due']))).toBe(true);
  expect(mustRemake(cases, migrate(cases, ['Due', 'Note', 'Reference']))).toBe(true);
});
