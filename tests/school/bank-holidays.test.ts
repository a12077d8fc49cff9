import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays, isWeekend, type Nation } from '../../src/school/bank-holidays.ts';
import { addDays, weekdayOf } from '../../src/school/days.ts';

const NATIONS: readonly Nation[] = ['england and wales', 'scotland', 'northern ireland'];

/** As published at gov.uk/bank-holidays up to 2028, and by the same rules after that. */
const KNOWN: Record<Nation, Record<number, string>> = {
  'england and wales': {
    2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
    2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
    2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  },
  scotland: {
    2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
    2029: '01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26',
    2030: '01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26',
  },
  'northern ireland': {
    2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
    2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
    2029: '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26',
    2030: '01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26',
  },
};
const table = NATIONS.flatMap((nation) => Object.entries(KNOWN[nation]).map(([year, days]): [Nation, number, string] => [nation, Number(year), days]));

test.each(table)('A15: bank holidays in %s in %i', (nation, year, days) => {
  expect(bankHolidays(nation, year).map(({ day }) => day)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test('A15: when Christmas Day is a Sunday, Boxing Day keeps its own day and Christmas is made up for after it', () => {
  expect(bankHolidays('england and wales', 2022).slice(-2)).toEqual([
    { day: '2022-12-26', name: 'Boxing Day' },
    { day: '2022-12-27', name: 'Christmas Day (substitute day)' },
  ]);
});

test('A15: when New Year’s Day is a Sunday in Scotland, the 2nd keeps its own day', () => {
  expect(bankHolidays('scotland', 2023).slice(0, 2)).toEqual([
    { day: '2023-01-02', name: '2nd January' },
    { day: '2023-01-03', name: 'New Year’s Day (substitute day)' },
  ]);
});

test.each([1818, 1961, 2000, 2008, 2011, 2016, 2019, 2035, 2038, 2049, 2076, 2100, 2285])('A15: Easter %i is where the tables of Easter have it', (year) => {
  const sundays =
    '1818-03-22 1961-04-02 2000-04-23 2008-03-23 2011-04-24 2016-03-27 2019-04-21 2035-03-25 2038-04-25 2049-04-18 2076-04-19 2100-03-28 2285-03-22';
  const sunday = sundays.split(' ').find((day) => day.startsWith(String(year))) ?? '';
  const monday = bankHolidays('england and wales', year).find(({ name }) => name === 'Easter Monday');
  expect(monday?.day).toBe(addDays(sunday, 1));
});

test('A15: in every year and nation no bank holiday is at a weekend or twice, each has its number, and moving feasts keep their weekday', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NATIONS), fc.integer({ min: 1900, max: 2199 }), (nation, year) => {
      const holidays = bankHolidays(nation, year);
      const days = holidays.map(({ day }) => day);
      expect(days.filter(isWeekend)).toEqual([]);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.length).toBe({ 'england and wales': 8, scotland: 9, 'northern ireland': 10 }[nation]);
      expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
      for (const { name, day } of holidays) {
        if (/Easter Monday|bank holiday/.test(name)) expect([name, weekdayOf(day)]).toEqual([name, 1]);
        if (name === 'Good Friday') expect(weekdayOf(day)).toBe(5);
      }
    }),
  );
});

test('A15: Scotland has no Easter Monday, and Northern Ireland alone has St Patrick’s Day and the twelfth of July', () => {
  const names = (nation: Nation) => bankHolidays(nation, 2028).map(({ name }) => name);
  expect(names('scotland')).not.toContain('Easter Monday');
  expect(names('northern ireland').filter((name) => !names('england and wales').includes(name))).toEqual([
    'St Patrick’s Day',
    'Battle of the Boyne (Orangemen’s Day)',
  ]);
});
