import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CaseRow, mayRead } from '../../src/incidents/case.ts';
import { digests, weekOfDigest } from '../../src/incidents/clock/digest.ts';
import { LANE_IDS } from '../../src/incidents/concern.ts';
import { ADULTS, at, every, SCHOOL } from '../support/clock.ts';
import { aCaseRow } from '../support/concerns.ts';

/** Rule 21: once a week, in numbers, to those who read a lane. */

const SINCE = '2026-09-07T07:00:00.000Z';
const NOW = '2026-09-14T07:00:00.000Z';

function numbersFor(person: string, rows: readonly CaseRow[]): number[] | null {
  const mail = digests(rows, SCHOOL, SINCE, NOW).find(({ to }) => to[0] === at(person));
  return mail ? [...mail.body.matchAll(/: (\d+)$/gm)].map(([, count]) => Number(count)) : null;
}

test('rule 21: raised, closed, open, overdue and high, of the cases each may read', () => {
  const rows = [
    aCaseRow({ reference: 'C-1', severity: 'high' }),
    aCaseRow({ reference: 'C-2', received: '2026-08-20T07:00:00.000Z', nextDue: '2026-09-13T16:00:00.000Z', state: 'open' }),
    aCaseRow({ reference: 'C-3', received: '2026-08-20T07:00:00.000Z', state: 'closed', closed: '2026-09-10T07:00:00.000Z' }),
    aCaseRow({ reference: 'C-4', received: '2026-08-20T07:00:00.000Z', state: 'closed', closed: '2026-08-30T07:00:00.000Z' }),
    aCaseRow({ reference: 'C-5', lane: 'staff' }),
  ];
  expect(numbersFor('dsl', rows)).toEqual([1, 1, 2, 1, 1]);
  expect(numbersFor('head', rows)).toEqual([1, 0, 1, 0, 0]);
  expect(numbersFor('chair', rows)).toBe(null);
});

test('B5: what names somebody is not counted for them, nor said in any other way', () => {
  const rows = [aCaseRow({ reference: 'C-1' }), aCaseRow({ reference: 'C-2', named: [at('first')] })];
  expect(numbersFor('dsl', rows)).toEqual([2, 0, 2, 0, 0]);
  expect(numbersFor('first', rows)).toEqual([1, 0, 1, 0, 0]);
  expect(numbersFor('first', rows.slice(1))).toBe(null);
});

test('rule 21: it may wait, and says neither names nor lanes nor references', () => {
  const [mail] = digests([aCaseRow({ people: 'A.K. 3A', types: ['grooming'], lane: 'staff' })], SCHOOL, SINCE, NOW);
  expect(mail?.mayWait).toBe(true);
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/A\.K\.|groom|staff|C-[A-Z]/i);
});

test('B5: for whatever cases there are, everybody’s numbers are those of what they may read', () => {
  const anyRow = fc.record({ lane: fc.constantFrom(...LANE_IDS), named: fc.subarray(ADULTS), readers: fc.subarray([at('head'), at('chair')]) });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (changes) => {
      const rows = changes.map((change, index) => aCaseRow({ reference: `C-${index}`, ...change }));
      for (const email of ADULTS) {
        const mine = rows.filter((row) => mayRead(row, { email }, SCHOOL)).length;
        expect(numbersFor(email.split('@')[0] ?? '', rows)).toEqual(mine === 0 ? null : [mine, 0, mine, 0, 0]);
      }
    }),
  );
});

test.each([
  ['on the day', 1, '2026-09-14', '2026-09-14T07:00:00.000Z'],
  ['on a Friday', 5, '2026-09-14', '2026-09-18T07:00:00.000Z'],
  ['after a bank holiday', 1, '2026-05-25', null],
  ['in half term', 1, '2026-10-26', null],
  ['when clocks have gone back', 3, '2026-11-02', '2026-11-04T08:00:00.000Z'],
] as [string, number, string, string | null][])('rule 21: %s', (_, digestDay, monday, first) => {
  const week = every(60, `${monday}T00:00:00.000Z`, new Date(Date.parse(`${monday}T00:00:00.000Z`) + 6.9 * 86_400_000).toISOString());
  const due = week.filter((now) => weekOfDigest(now, { digestDay }, SCHOOL) === monday);
  // A week that begins with a bank holiday has its digest on the Tuesday.
  expect(due[0] ?? null).toBe(_ === 'after a bank holiday' ? '2026-05-26T07:00:00.000Z' : first);
});
