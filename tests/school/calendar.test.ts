import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addSchoolDays,
  addWorkingDays,
  daysBetween,
  isoDayFrom,
  isSchoolDay,
  isWorkingDay,
  nextSchoolDay,
  type SchoolCalendar,
  schoolYearOf,
  startOfSchoolYear,
  ukDate,
  ukDay,
  ukHour,
} from '../../src/school/calendar.ts';
import { ukTime } from '../../src/school/uk-time.ts';

const QUILLHAVEN: SchoolCalendar = {
  nation: 'england and wales',
  closures: [
    { from: '2026-10-26', to: '2026-10-30', name: 'Half term' },
    { from: '2026-11-02', to: '2026-11-02', name: 'INSET day' },
    { from: '2026-12-21', to: '2027-01-01', name: 'Christmas holidays' },
  ],
};

const aDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const aCalendar: fc.Arbitrary<SchoolCalendar> = fc.record({
  nation: fc.constantFrom('england and wales', 'scotland', 'northern ireland'),
  closures: fc.array(
    fc.tuple(aDay, fc.nat(45)).map(([from, length]) => ({ from, to: addDays(from, length), name: 'Holidays' })),
    { maxLength: 8 },
  ),
});

test.each([
  ['a summer evening', '2026-06-30T22:59:59.999Z', '2026-06-30', 23],
  ['a minute later it is tomorrow', '2026-06-30T23:00:00.000Z', '2026-07-01', 0],
  ['a winter evening', '2026-12-31T23:59:59.999Z', '2026-12-31', 23],
  ['Friday, four in the afternoon', '2026-09-04T15:00:00.000Z', '2026-09-04', 16],
  ['the hour before the clocks go forward', '2026-03-29T00:30:00.000Z', '2026-03-29', 0],
  ['the hour after', '2026-03-29T01:30:00.000Z', '2026-03-29', 2],
  ['one o’clock the first time, when they go back', '2026-10-25T00:30:00.000Z', '2026-10-25', 1],
  ['one o’clock the second time', '2026-10-25T01:30:00.000Z', '2026-10-25', 1],
  ['leap day', '2028-02-29T12:00:00.000Z', '2028-02-29', 12],
])('A15: %s is the day and hour that clocks in the UK show', (_, iso, day, hour) => {
  expect([ukDay(iso), ukHour(iso)]).toEqual([day, hour]);
});

test('A15: day and hour are always those that people are shown', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (moment) => {
      const iso = moment.toISOString();
      expect(ukTime(iso)).toMatch(new RegExp(`^${ukDate(ukDay(iso))} ${String(ukHour(iso)).padStart(2, '0')}:`));
    }),
  );
});

test('a moment that cannot be read is refused', () => {
  expect(() => ukDay('yesterday')).toThrow('"yesterday" is not a moment');
  expect(() => ukHour('')).toThrow(RangeError);
});

test.each([
  ['on Friday, the next is Monday', '2026-09-04', '2026-09-07'],
  ['on Saturday as well', '2026-09-05', '2026-09-07'],
  ['on Monday, the next is Tuesday', '2026-09-07', '2026-09-08'],
  ['on the eve of a bank holiday, the day after it', '2026-05-01', '2026-05-05'],
  ['before Easter, the Tuesday after it', '2026-04-02', '2026-04-07'],
  ['before half term, the day after the INSET day', '2026-10-23', '2026-11-03'],
  ['before Christmas, the first Monday of the new year', '2026-12-18', '2027-01-04'],
  ['on 28 February of a leap year, the 29th', '2028-02-28', '2028-02-29'],
  ['on the weekend on which the clocks change, Monday', '2026-03-28', '2026-03-30'],
])('A15: the next school day: %s', (_, day, next) => {
  expect(nextSchoolDay(day, QUILLHAVEN)).toBe(next);
});

test('A15: people are at work in the school’s holidays, but not at a weekend or on a bank holiday', () => {
  expect(['2026-10-26', '2026-10-31', '2026-11-01', '2026-12-25', '2026-12-28'].map((day) => isWorkingDay(day, QUILLHAVEN))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(isSchoolDay('2026-10-26', QUILLHAVEN)).toBe(false);
});

test('A15: nations differ', () => {
  expect(isSchoolDay('2026-04-06', { nation: 'scotland', closures: [] })).toBe(true);
  expect(isSchoolDay('2026-04-06', { nation: 'northern ireland', closures: [] })).toBe(false);
});

test.each([
  ['working', 0, '2026-10-24', '2026-10-24'],
  ['working', 1, '2026-10-23', '2026-10-26'],
  ['working', 5, '2026-12-21', '2026-12-30'],
  ['working', -1, '2026-12-29', '2026-12-24'],
  ['school', 3, '2026-10-22', '2026-11-04'],
  ['school', -1, '2026-11-03', '2026-10-23'],
] as const)('A15: %s days: %i from %s is %s', (kind, amount, day, found) => {
  expect((kind === 'school' ? addSchoolDays : addWorkingDays)(day, amount, QUILLHAVEN)).toBe(found);
});

test('A15: the next school day is a school day, later, and none lies between; going back leads to one again', () => {
  fc.assert(
    fc.property(aDay, aCalendar, (day, calendar) => {
      const next = nextSchoolDay(day, calendar);
      expect(next > day && isSchoolDay(next, calendar)).toBe(true);
      const between = Array.from({ length: daysBetween(day, next) - 1 }, (_, index) => addDays(day, index + 1));
      expect(between.filter((each) => isSchoolDay(each, calendar))).toEqual([]);
      expect(addSchoolDays(next, -1, calendar) <= day).toBe(true);
    }),
  );
});

test('A15: counting on in two goes leads where counting in one does', () => {
  fc.assert(
    fc.property(aDay, fc.nat(30), fc.nat(30), aCalendar, (day, one, other, calendar) => {
      expect(addSchoolDays(addSchoolDays(day, one, calendar), other, calendar)).toBe(addSchoolDays(day, one + other, calendar));
      expect(addWorkingDays(day, one, calendar) <= addSchoolDays(day, one, calendar)).toBe(true);
    }),
  );
});

test('A15: a closure without end is said to be wrong', () => {
  expect(() => nextSchoolDay('2026-09-07', { nation: 'scotland', closures: [{ from: '2026-09-01', to: '9999-12-31', name: 'Closed' }] })).toThrow(
    "look at the school's closures",
  );
});

test('calendar days: what was added is what lies between, over changes of the clocks and leap days', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -5_000, max: 5_000 }), (day, amount) => {
      expect(daysBetween(day, addDays(day, amount))).toBe(amount);
    }),
  );
  expect([addDays('2026-03-28', 1), addDays('2026-03-29', 1), addDays('2027-02-28', 1), addDays('2028-02-28', 1)]).toEqual([
    '2026-03-29',
    '2026-03-30',
    '2027-03-01',
    '2028-02-29',
  ]);
});

test.each([
  ['2026-08-31', '2025-26', '2025-09-01'],
  ['2026-09-01', '2026-27', '2026-09-01'],
  ['2027-02-28', '2026-27', '2026-09-01'],
  ['2099-09-01', '2099-00', '2099-09-01'],
])('A11: %s lies in the school year %s, which began on %s', (day, year, start) => {
  expect([schoolYearOf(day), startOfSchoolYear(day)]).toEqual([year, start]);
});

test.each([
  ['07/09/2026', '2026-09-07'],
  ['7/9/2026', '2026-09-07'],
  [' 2026-09-07 ', '2026-09-07'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2027', null],
  ['2027-02-30', null],
  ['09/13/2026', null],
  ['31/04/2026', null],
  ['7/9/26', null],
  ['2026-9-7', null],
  ['', null],
  ['tomorrow', null],
])('a typed day: %j is %s', (typed, day) => {
  expect(isoDayFrom(typed)).toBe(day);
});

test('a day that people are shown can be typed back', () => {
  fc.assert(fc.property(aDay, (day) => expect(isoDayFrom(ukDate(day))).toBe(day)));
});

test.each([
  ['2027-02-29', () => addDays('2027-02-29', 1)],
  ['07/09/2026', () => ukDate('07/09/2026')],
  ['', () => isSchoolDay('', QUILLHAVEN)],
  ['2026-13-01', () => schoolYearOf('2026-13-01')],
])('%j is no day, and is refused', (day, use) => {
  expect(use).toThrow(`${JSON.stringify(day)} is not a day like 2026-09-07`);
});
