import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OneToOneRow } from '../../src/lessons/one-to-one.ts';
import { type Days, daysTyped, overlapping } from '../../src/lessons/one-to-ones/one-to-one-days.ts';
import { isNamed } from '../../src/lessons/one-to-ones/one-to-one-people.ts';
import { addDays, daysBetween, ukDate } from '../../src/school/calendar.ts';
import { Refusal } from '../../src/school/refusal.ts';

const FIRST = '2026-09-07';
const aDay = fc.integer({ min: -30, max: 400 }).map((days) => addDays(FIRST, days));
const someDays = fc.record({ from: aDay, until: aDay });

/** The days, or null when they are refused. */
function read(typed: Days, today: string, within: Days | null = null): Days | null {
  try {
    return daysTyped({ from: ukDate(typed.from), until: ukDate(typed.until) }, today, within);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

test('D3: whatever days are typed, none before today is ever approved, none beyond a term, and none that nobody asked for', () => {
  fc.assert(
    fc.property(someDays, someDays, aDay, (typed, asked, today) => {
      const days = read(typed, today, asked);
      const isRight = typed.from >= today && typed.from >= asked.from && typed.until <= asked.until && typed.from <= typed.until;
      expect(days).toEqual(isRight && daysBetween(typed.from, typed.until) < 112 ? typed : null);
    }),
  );
});

test('D3: what was asked for can be approved as it stands on the same day', () => {
  fc.assert(
    fc.property(someDays, (typed) => {
      const asked = read(typed, FIRST);
      fc.pre(asked !== null);
      expect(read(typed, FIRST, asked)).toEqual(asked);
    }),
  );
});

test.each<[first: Days, second: Days, today: string, overlap: boolean]>([
  [{ from: '2026-09-07', until: '2026-09-11' }, { from: '2026-09-11', until: '2026-09-18' }, FIRST, true],
  [{ from: '2026-09-07', until: '2026-09-11' }, { from: '2026-09-12', until: '2026-09-18' }, FIRST, false],
  [{ from: '2026-09-07', until: '2026-10-30' }, { from: '2026-09-14', until: '2026-09-18' }, FIRST, true],
  [{ from: '2026-09-07', until: '2026-10-30' }, { from: '2026-09-14', until: '2026-09-18' }, '2026-09-21', false],
])('D3: %o and %o, seen on %s, are shown together: %s', (first, second, today, overlap) => {
  const row = (days: Days, change: Partial<OneToOneRow> = {}): OneToOneRow => ({
    ...{ reference: days.from, state: 'asked', adult: 'kim@q.example', pupil: 'amira@q.example', why: '', inEarshot: '', note: '', by: '', at: null },
    ...{ askedAt: '2026-09-01T08:00:00.000Z', ...days, ...change },
  });
  const asked = row(first);
  expect(overlapping(asked, [asked, row(second)], today)).toHaveLength(overlap ? 1 : 0);
  expect(overlapping(asked, [asked, row(second, { state: 'refused' })], today)).toEqual([]);
  expect(overlapping(asked, [asked, row(second, { pupil: 'ben@q.example' })], today)).toEqual([]);
});

test.each([
  ['Ruth Adeyemi', 'Mrs Ruth Adeyemi', true],
  ['Ruth Adeyemi', 'adeyemi, ruth', true],
  ['Ruth Adeyemi', 'ruth.adeyemi@quillhaven.example', true],
  ['Zoë O’Neill', 'zoe oneill', false],
  ['Zoë O’Neill', "Zoe O'Neill (in the call)", true],
  ['Ruth Adeyemi', 'Mrs Adeyemi', false],
  ['Ruth Adeyemi', '', false],
  ['', 'Ruth', false],
])('D3: %s is who was typed as “%s”: %s', (name, typed, same) => {
  expect(isNamed(name, typed)).toBe(same);
});
