import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { halfTerms, schoolYear, termsIn, termsOf, wholePeriods } from '../../src/reports/periods.ts';
import { placeOf } from '../../src/reports/places.ts';
import { bandOf, inWords, median } from '../../src/reports/times.ts';
import { addDays } from '../../src/school/calendar.ts';

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days));

test('B16: a term ends at the end of December, on Easter Monday, at the end of August', () => {
  expect(termsOf('2026-11-23')).toEqual([
    { name: 'Autumn term 2026-27', from: '2026-09-01', to: '2026-12-31' },
    { name: 'Spring term 2026-27', from: '2027-01-01', to: '2027-03-29' },
    { name: 'Summer term 2026-27', from: '2027-03-30', to: '2027-08-31' },
  ]);
});

test('B16: every day lies in exactly one term, and in one half of it', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const holding = (periods: readonly { from: string; to: string }[]) => periods.filter(({ from, to }) => from <= day && day <= to).length;
      expect(holding(termsOf(day))).toBe(1);
      expect(holding(halfTerms(day))).toBe(1);
      expect(holding([schoolYear(day)])).toBe(1);
    }),
  );
});

test('B16: the terms of a year make up the year, and of a term itself; of nothing else', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      expect(termsIn(schoolYear(day))).toEqual(termsOf(day));
      for (const term of termsOf(day)) expect(termsIn(term)).toEqual([term]);
      expect(termsIn({ from: day, to: addDays(schoolYear(day).to, 1) })).toBeNull();
      for (const { from } of wholePeriods(day)) expect(from <= day).toBe(true);
    }),
  );
});

test.each([
  ['In the playground.', 'Playground'],
  ['  on THE  school bus ', 'School bus'],
  ['Online', 'Online'],
  ['the', 'The'],
  ['', 'Not said'],
  ['?!', 'Not said'],
])('B16: the place %j is %j', (where, place) => {
  expect(placeOf({ where })).toBe(place);
});

test('B16: times are told by bands and in words', () => {
  const hour = 3_600_000;
  expect([0, hour, hour + 1, 30 * hour, 80 * hour, 400 * hour, null].map(bandOf)).toEqual([
    ...['Within an hour', 'Within an hour', 'Within a day', 'Within three days', 'Within a week', 'Later', 'Not yet'],
  ]);
  expect([30_000, 60_000, 1.5 * hour, 47 * hour, 50 * hour].map(inWords)).toEqual(['less than a minute', '1 minute', '1 hour', '47 hours', '2 days']);
  expect([median([]), median([5]), median([9, 1, 4]), median([4, 1, 9, 7])]).toEqual([null, 5, 4, 4]);
});
