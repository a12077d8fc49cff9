import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ukTime } from '../../src/school/uk-time.ts';

/** Node knows the time zone rules; Apps Script does not promise to. */
const LONDON = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as Intl.DateTimeFormatOptions);

function asNodeSays(utc: number): string {
  return LONDON.format(utc).replace(', ', ' ');
}

test.each([
  ['in winter', '2026-01-15T09:00:00.000Z', '15/01/2026 09:00'],
  ['in summer', '2026-09-07T08:00:00.000Z', '07/09/2026 09:00'],
  ['late on a summer evening, tomorrow already', '2026-06-30T23:30:00.000Z', '01/07/2026 00:30'],
  ['a minute before the clocks go forward', '2026-03-29T00:59:00.000Z', '29/03/2026 00:59'],
  ['when they go forward: there is no half past one', '2026-03-29T01:00:00.000Z', '29/03/2026 02:00'],
  ['half past one, the first time, when they go back', '2026-10-25T00:30:00.000Z', '25/10/2026 01:30'],
  ['half past one, the second time', '2026-10-25T01:30:00.000Z', '25/10/2026 01:30'],
  ['on the last evening of the year', '2026-12-31T23:59:00.000Z', '31/12/2026 23:59'],
])('%s a moment reads as on the clocks in the UK', (_, iso, shown) => {
  expect(ukTime(iso)).toBe(shown);
});

test('every hour from 2020 to 2035 reads as in London', () => {
  const wrong: string[] = [];
  for (let utc = Date.UTC(2020, 0, 1); utc < Date.UTC(2036, 0, 1); utc += 3_600_000) {
    const iso = new Date(utc).toISOString();
    if (ukTime(iso) !== asNodeSays(utc)) wrong.push(iso);
  }
  expect(wrong).toEqual([]);
});

test('every minute of the nights on which the clocks change reads as in London', () => {
  for (let year = 2020; year <= 2035; year += 1) {
    for (const month of [2, 9]) {
      const last = new Date(Date.UTC(year, month + 1, 0));
      const sunday = last.getTime() - last.getUTCDay() * 86_400_000;
      for (let minute = 0; minute < 240; minute += 1) {
        const utc = sunday + (minute - 60) * 60_000;
        expect(ukTime(new Date(utc).toISOString())).toBe(asNodeSays(utc));
      }
    }
  }
});

test('any moment reads as in London', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (moment) => {
      expect(ukTime(moment.toISOString())).toBe(asNodeSays(moment.getTime()));
    }),
  );
});

test.each(['', 'yesterday', '2026-13-01', 'NaN'])('%j is no moment and shows as nothing', (iso) => {
  expect(ukTime(iso)).toBe('');
});
