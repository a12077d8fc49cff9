import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/school/calendar.ts';
import { closuresAsText, closuresIn } from '../../src/school/closures.ts';

test.each([
  ['26/10/2026 to 30/10/2026 Half term', '2026-10-26', '2026-10-30', 'Half term'],
  ['26/10/2026-30/10/2026: Half term', '2026-10-26', '2026-10-30', 'Half term'],
  ['26/10/2026 – 30/10/2026, Half term', '2026-10-26', '2026-10-30', 'Half term'],
  ['2026-12-21 until 2027-01-01', '2026-12-21', '2027-01-01', ''],
  ['  2/11/2026   INSET day  ', '2026-11-02', '2026-11-02', 'INSET day'],
  ['3/7/2027 2027 leavers’ day', '2027-07-03', '2027-07-03', '2027 leavers’ day'],
])('A15: the office types "%s" as a closure', (typed, from, to, name) => {
  expect(closuresIn(typed)).toEqual({ closures: [{ from, to, name }], faults: [] });
});

test.each([
  ['Half term 26/10/2026', 'must begin with days'],
  ['31/02/2027 INSET day', 'must begin with days'],
  ['30/10/2026 to 26/10/2026 Half term', 'comes before its first'],
  ['26/10/2026 to 30/10/2027 Half term', 'look at the years'],
])('A15: "%s" is refused with the number of its line, and the other lines are read', (typed, words) => {
  const { closures, faults } = closuresIn(`01/09/2026 INSET day\n\n${typed}\r\n`);
  expect(closures).toHaveLength(1);
  expect(faults).toEqual([{ line: 3, message: expect.stringContaining(words) }]);
});

test('A15: what the box shows is read again as the same, in the order of the days', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2026-09-01', days));
  const name = fc.stringMatching(/^([A-Z][a-z]{1,9}( [a-z]{1,9}){0,2})?$/);
  const closure = fc.tuple(day, fc.integer({ min: 0, max: 60 }), name).map(([from, length, called]) => ({ from, to: addDays(from, length), name: called }));
  fc.assert(
    fc.property(fc.array(closure, { maxLength: 12 }), (closures) => {
      const read = closuresIn(closuresAsText(closures));
      expect(read.faults).toEqual([]);
      expect(read.closures.map(({ from }) => from)).toEqual(closures.map(({ from }) => from).sort());
      expect(new Set(read.closures.map((each) => JSON.stringify(each)))).toEqual(new Set(closures.map((each) => JSON.stringify(each))));
    }),
  );
});
