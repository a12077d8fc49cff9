import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, REVIEW_MONTHS, reminderDue, reviewState } from '../../src/agreements/policies/policy-dates.ts';
import { isSchoolDay, type SchoolCalendar, ukDay } from '../../src/school/calendar.ts';
import { addDays, daysBetween } from '../../src/school/days.ts';

const days = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('2020-01-01', number));

/** The days on which reminders go, when somebody looks on each of these days. */
function reminders(nextReview: string, looks: readonly string[]): string[] {
  let reminded: string | null = null;
  return looks.filter((today) => {
    const due = reminderDue(nextReview, reminded, today);
    reminded = due ?? reminded;
    return due !== null;
  });
}

function everyDay(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

describe('A14: the same day some months later', () => {
  test.each([
    ['a year', '2026-09-07', 12, '2027-09-07'],
    ['two years over a leap day', '2027-03-01', 24, '2029-03-01'],
    ['29 February, a year later', '2028-02-29', 12, '2029-02-28'],
    ['29 February, three years later', '2028-02-29', 36, '2031-02-28'],
    ['29 February, four years later', '2028-02-29', 48, '2032-02-29'],
    ['28 February stays the 28th', '2027-02-28', 12, '2028-02-28'],
    ['31 August, a month later', '2026-08-31', 1, '2026-09-30'],
    ['31 January, a month later', '2027-01-31', 1, '2027-02-28'],
    ['December, a month later', '2026-12-31', 1, '2027-01-31'],
    ['the day the clocks go back', '2026-10-25', 12, '2027-10-25'],
  ])('%s', (_, day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test('it is that many months on, on the same day or on the last of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(1, ...REVIEW_MONTHS), (day, months) => {
        const later = addMonths(day, months);
        const count = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(count(later) - count(day)).toBe(months);
        if (later.slice(8) !== day.slice(8)) expect([later.slice(8) < day.slice(8), addDays(later, 1).slice(8)]).toEqual([true, '01']);
      }),
    );
  });

  test('an earlier approval never has the later review', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...REVIEW_MONTHS), (one, other, months) => {
        const [first, second] = [one, other].sort();
        expect(addMonths(first ?? '', months) <= addMonths(second ?? '', months)).toBe(true);
      }),
    );
  });
});

describe('A14: where a policy stands', () => {
  test.each([
    ['nobody knows the day', null, '2026-09-07', 'no date'],
    ['61 days before', '2027-03-01', '2026-12-30', 'in date'],
    ['60 days before', '2027-03-01', '2026-12-31', 'due soon'],
    ['the day before', '2027-03-01', '2027-02-28', 'due soon'],
    ['on its day', '2027-03-01', '2027-03-01', 'due soon'],
    ['the day after', '2027-03-01', '2027-03-02', 'overdue'],
  ] as const)('%s', (_, nextReview, today, state) => {
    expect(reviewState(nextReview, today)).toBe(state);
  });

  test.each([
    ['half an hour before midnight in summer it is the next day in the UK', '2027-06-30T23:30:00.000Z', '2027-06-30', 'overdue'],
    ['half an hour before midnight in winter it is still the day', '2027-01-31T23:30:00.000Z', '2027-01-31', 'due soon'],
    ['the night the clocks go forward', '2027-03-28T00:30:00.000Z', '2027-03-27', 'overdue'],
    ['the night the clocks go back', '2026-10-24T23:30:00.000Z', '2026-10-25', 'due soon'],
  ])('%s', (_, moment, nextReview, state) => {
    expect(reviewState(nextReview, ukDay(moment))).toBe(state);
  });
});

describe('A14: reminders', () => {
  test('60 and 30 days before, on the day, and every month while it is late', () => {
    expect(reminders('2027-01-31', everyDay('2026-10-01', '2027-06-01'))).toEqual([
      ...['2026-12-02', '2027-01-01', '2027-01-31'],
      ...['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'],
    ]);
  });

  test('what falls into the summer holiday comes once, on the first day back', () => {
    const calendar: SchoolCalendar = { nation: 'england and wales', closures: [{ from: '2027-07-22', to: '2027-08-31', name: 'Summer' }] };
    const open = everyDay('2027-05-01', '2027-10-31').filter((day) => isSchoolDay(day, calendar));
    // 60 days before is a Sunday, 30 days before and the day itself are in the holiday.
    expect(reminders('2027-08-25', open)).toEqual(['2027-06-28', '2027-09-01', '2027-09-27', '2027-10-25']);
  });

  test('a policy that is entered late is reminded of at once, and then monthly', () => {
    expect(reminders('2026-01-15', everyDay('2026-09-07', '2026-10-20'))).toEqual(['2026-09-07', '2026-09-15', '2026-10-15']);
  });

  test('looked at on whatever days, no reminder comes twice, none before its time, and the last one that was due has come', () => {
    fc.assert(
      fc.property(days, fc.uniqueArray(fc.integer({ min: -100, max: 200 }), { minLength: 1, maxLength: 60 }), (nextReview, offsets) => {
        const looks = [...offsets].sort((a, b) => a - b).map((offset) => addDays(nextReview, offset));
        let reminded: string | null = null;
        for (const today of looks) {
          const due = reminderDue(nextReview, reminded, today);
          if (due !== null) {
            expect(due <= today).toBe(true);
            expect(reminded === null || reminded < due).toBe(true);
          }
          reminded = due ?? reminded;
          expect(reminderDue(nextReview, reminded, today)).toBeNull();
        }
        const last = looks[looks.length - 1] ?? '';
        expect(reminded === null).toBe(last < addDays(nextReview, -60));
      }),
    );
  });

  test('whoever reviews on time, however often the policy is reviewed, gets two mails at most', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...REVIEW_MONTHS), fc.integer({ min: 1, max: 300 }), (approvedOn, months, before) => {
        const nextReview = addMonths(approvedOn, months);
        const reviewed = addDays(nextReview, -before);
        const looks = reviewed > approvedOn ? everyDay(approvedOn, reviewed) : [approvedOn];
        expect(reminders(nextReview, looks)).toEqual([60, 30].map((ahead) => addDays(nextReview, -ahead)).filter((day) => day <= reviewed));
      }),
      { numRuns: 50 },
    );
  });
});
