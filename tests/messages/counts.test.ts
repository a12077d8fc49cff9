import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addRead, type WeekCount, weekOf, weeksInNumbers } from '../../src/messages/triage/counts.ts';
import { addDays } from '../../src/school/days.ts';

test('a week begins on Monday at midnight in London', () => {
  expect(weekOf('2026-09-13T22:59:59.000Z')).toBe('2026-09-07');
  expect(weekOf('2026-09-13T23:00:00.000Z')).toBe('2026-09-14');
});

test('what was read is counted in its week, in any order, and a year of weeks is kept', () => {
  const week = fc.integer({ min: 0, max: 80 }).map((at) => addDays('2025-09-01', 7 * at));
  fc.assert(
    fc.property(fc.array(fc.tuple(week, fc.integer({ min: 1, max: 300 }), fc.nat(300)), { maxLength: 60 }), (rounds) => {
      const weeks = rounds.reduce<WeekCount[]>((sofar, round) => addRead(sofar, ...round), []);
      expect(weeks.length).toBeLessThanOrEqual(53);
      expect(weeks.map(([each]) => each)).toEqual([...new Set(rounds.map(([each]) => each))].sort().slice(-53));
      if (new Set(rounds.map(([each]) => each)).size > 53) return;
      expect(weeks.reduce((sum, [, read]) => sum + read, 0)).toBe(rounds.reduce((sum, [, read]) => sum + read, 0));
    }),
  );
});

test('C1: a week in numbers says what was flagged by category and severity, newest week first', () => {
  const flags = [
    { flagged: '2026-09-08T09:00:00.000Z', category: 'threat' as const, severity: 3 },
    { flagged: '2026-09-09T09:00:00.000Z', category: 'threat' as const, severity: 3 },
    { flagged: '2026-09-15T09:00:00.000Z', category: 'scam' as const, severity: 1 },
  ];
  const [second, first] = weeksInNumbers(
    [
      ['2026-09-07', 120, 100],
      ['2026-09-14', 80, 0],
    ],
    flags,
  );
  expect(first).toMatchObject({ week: '2026-09-07', read: 120, deleted: 100, flagged: { threat: [0, 0, 2], scam: [0, 0, 0] } });
  expect(second).toMatchObject({ week: '2026-09-14', read: 80, flagged: { scam: [1, 0, 0] } });
});
