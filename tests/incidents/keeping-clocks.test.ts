import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { monthsLater } from '../../src/incidents/keeping/month.ts';
import { transferDue } from '../../src/incidents/keeping/transfer-file.ts';
import { daysBetween, isWorkingDay, ukDate } from '../../src/school/calendar.ts';
import { aCalmSchool } from '../support/keeping.ts';

const ENGLAND = { nation: 'england and wales' } as const;

test.each([
  ['2026-09-07', 1, '2026-10-07'],
  // The corresponding day is none: the month's last. 28 February 2027 is a Sunday.
  ['2027-01-31', 1, '2027-03-01'],
  ['2028-01-31', 1, '2028-02-29'],
  // Christmas Day, Boxing Day kept on the 28th, and a weekend.
  ['2026-11-25', 1, '2026-12-29'],
  ['2026-12-31', 2, '2027-03-01'],
  ['2026-09-30', 3, '2026-12-30'],
])('B21: somebody who asked on %s is to be answered within %i months: by %s', (received, months, due) => {
  expect(monthsLater(received, months, ENGLAND)).toBe(due);
});

test('B21: whenever somebody asks, the day of the answer is a working day, at least the shortest month away and never more than a week over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
      const received = new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      const due = monthsLater(received, 1, ENGLAND);
      expect(isWorkingDay(due, ENGLAND)).toBe(true);
      expect(daysBetween(received, due)).toBeGreaterThanOrEqual(28);
      expect(daysBetween(received, due)).toBeLessThanOrEqual(37);
      expect(ukDate(due)).toMatch(/\d/);
    }),
  );
});

test.each([
  ['a school week', '2026-09-07', [], 'school days', '2026-09-14'],
  // Half term: nobody is at school, but the office works.
  ['half term, counted as school days', '2026-10-21', [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }], 'school days', '2026-11-04'],
  ['half term, counted as working days', '2026-10-21', [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }], 'working days', '2026-10-28'],
  ['a bank holiday', '2026-08-27', [], 'working days', '2026-09-04'],
] as const)('B21: five days after the move was known, over %s', (_, known, closures, transferDays, due) => {
  expect(transferDue(known, { transferDays }, aCalmSchool({ closures: [...closures] }))).toBe(due);
});
