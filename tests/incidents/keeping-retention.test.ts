import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseRow } from '../../src/incidents/case.ts';
import { isDue, retentionOf } from '../../src/incidents/keeping/retention.ts';
import { aCaseRow, involved } from '../support/concerns.ts';

const YEARS = { pupilYears: 25, adultYears: 10 };
type Involved = Parameters<typeof involved>;

/** A case received on Monday 7 September 2026 and closed on 1 October. */
function closed(people: [Involved[0], Involved[2]][], change: Partial<CaseRow> = {}, about: 'pupil' | 'staff' = 'pupil'): CaseRow {
  const named = people.map(([role, who], index) => involved(role, `person${index}@q.example`, who));
  return aCaseRow({ state: 'closed', closed: '2026-10-01T08:00:00.000Z', ...change }, { people: named, about });
}

const PUPIL = (year: number | null) => ({ kind: 'pupil', year }) as const;
const ADULT = { kind: 'staff', year: null } as const;

test.each([
  // A child of Year 3 in 2026-27 was born on 31 August 2019 at the latest.
  ['a pupil of Year 3', [['affected', PUPIL(3)]], '2044-08-31'],
  ['a pupil of Year 13', [['alleged', PUPIL(13)]], '2034-08-31'],
  [
    'the youngest of several',
    [
      ['affected', PUPIL(6)],
      ['alleged', PUPIL(1)],
    ],
    '2046-08-31',
  ],
  [
    'a younger witness, who is not whom it is about',
    [
      ['affected', PUPIL(6)],
      ['witness', PUPIL(1)],
    ],
    '2041-08-31',
  ],
  ['Reception, or a nursery that may hold two-year-olds', [['affected', PUPIL(0)]], '2050-08-31'],
  ['a pupil whose year nobody knew', [['affected', PUPIL(null)]], '2051-10-01'],
  [
    'a pupil of Year 3 and one whose year nobody knew',
    [
      ['affected', PUPIL(3)],
      ['alleged', PUPIL(null)],
    ],
    '2051-10-01',
  ],
  ['somebody from outside, perhaps a child', [['affected', { kind: '', year: null }]], '2051-10-01'],
  [
    'an adult and a pupil',
    [
      ['alleged', ADULT],
      ['affected', PUPIL(3)],
    ],
    '2044-08-31',
  ],
  ['adults alone', [['alleged', ADULT]], '2036-10-01'],
  ['a pupil nobody has named', [], '2051-10-01'],
] as [string, [Involved[0], Involved[2]][], string][])('B21: a case about %s is reviewed on its day', (_, people, due) => {
  expect(retentionOf(closed(people), YEARS).due).toBe(due);
});

test('B21: with short periods a case is never reviewed before it was closed', () => {
  expect(retentionOf(closed([['affected', PUPIL(13)]]), { pupilYears: 1, adultYears: 1 }).due).toBe('2026-10-01');
});

test('B21: a case about staff that names nobody is reviewed like one about adults', () => {
  expect(retentionOf(closed([], {}, 'staff'), YEARS).due).toBe('2036-10-01');
});

test('B21: open cases and held ones are never due; a decision to keep one on counts before everything else', () => {
  const people: [Involved[0], Involved[2]][] = [['alleged', ADULT]];
  expect(retentionOf(closed(people, { state: 'open', closed: null }), YEARS)).toMatchObject({ due: null });
  expect(retentionOf(closed(people, { held: true, keptUntil: '2027-01-01' }), YEARS)).toMatchObject({ due: null });
  expect(retentionOf(closed(people, { keptUntil: '2060-01-01' }), YEARS)).toMatchObject({ due: '2060-01-01' });
});

test('B21: why it is that day is said so that a person can check it', () => {
  expect(retentionOf(closed([['affected', PUPIL(3)]]), YEARS).why).toBe(
    'The youngest pupil it is about was in Year 3 in the school year from 01/09/2026, so born on 31/08/2019 at the latest: 25 years after that.',
  );
});

test('B21: the school year is that of the day it was received, in the UK', () => {
  // 23:30 UTC on 31 August is 1 September in London: the next school year.
  const late = closed([['affected', PUPIL(3)]], { received: '2026-08-31T23:30:00.000Z' });
  const early = closed([['affected', PUPIL(3)]], { received: '2026-08-31T22:30:00.000Z' });
  expect([retentionOf(early, YEARS).due, retentionOf(late, YEARS).due]).toEqual(['2043-08-31', '2044-08-31']);
});

test('B21: a leap day falls on 1 March where there is none', () => {
  const leap = closed([['alleged', ADULT]], { closed: '2028-02-29T12:00:00.000Z' });
  expect(retentionOf(leap, { pupilYears: 25, adultYears: 10 }).due).toBe('2038-03-01');
  expect(retentionOf(leap, { pupilYears: 25, adultYears: 12 }).due).toBe('2040-02-29');
});

test('B21: whoever else is in a case, it never comes up before the youngest pupil it is about could be 25', () => {
  const person = fc.record({
    role: fc.constantFrom('affected', 'alleged', 'witness', 'other'),
    year: fc.option(fc.integer({ min: 0, max: 13 })),
    kind: fc.constantFrom('pupil', 'staff', 'parent', ''),
  });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 6 }),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      (people, at) => {
        const row = closed(
          people.map(({ role, year, kind }) => [role, { kind, year: kind === 'pupil' ? year : null }] as [Involved[0], Involved[2]]),
          { received: at.toISOString(), closed: at.toISOString() },
        );
        const { due } = retentionOf(row, YEARS);
        const start = at.toISOString().slice(5) >= '09-01' ? at.getUTCFullYear() : at.getUTCFullYear() - 1;
        for (const { role, year, kind } of people) {
          if (kind !== 'pupil' || year === null || (role !== 'affected' && role !== 'alleged')) continue;
          // A child of Year 1 turns six in that school year; a day of slack for the clock in the UK.
          expect(due !== null && due >= `${start - year - 4 + 25}-08-30`).toBe(true);
        }
        expect(due !== null && isDue({ due, why: '' }, due)).toBe(true);
        expect(isDue({ due, why: '' }, '2020-01-01')).toBe(due === '2020-01-01');
      },
    ),
  );
});
