import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailDays } from '../../src/agreements/asking/mail-days.ts';
import { planOf, type RoundWanted } from '../../src/agreements/asking/plan-round.ts';
import { roundTable } from '../../src/agreements/asking/rounds.ts';
import { type AgreementSettings, faultIn, USUAL_SETTINGS } from '../../src/agreements/asking/settings.ts';
import { agreementTable } from '../../src/agreements/published.ts';
import { standingTable } from '../../src/agreements/standings.ts';
import { isSchoolDay, ukDay } from '../../src/school/calendar.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { approved, published, retired, signed, started } from '../support/agreement-events.ts';
import { Ledger } from '../support/ledger.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const school = schoolFrom({
  ...{ name: 'Quillhaven', domain: 'q.example', roleAccount: at('safeguarding'), dslTelephone: '01632 960 123' },
  ...{ address: 'https://script.google.com/macros/s/A/exec', head: at('head'), dsl: at('dsl'), chair: at('chair'), approvers: [at('it')] },
  closures: [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }],
});
const MONDAY_9 = '2026-09-07T08:00:00.000Z';
const SUMMER = '2026-06-01T09:00:00.000Z';

function days(recipients: number, now: string, change: Partial<AgreementSettings> = {}): string[] {
  return mailDays(recipients, now, school, { ...USUAL_SETTINGS, ...change }).map(({ day, mails, reminders }) => `${day} ${mails}+${reminders}`);
}

test.each([
  [
    'on the day itself, reminders on days the school is open',
    100,
    MONDAY_9,
    {},
    ['2026-09-07 100+0', '2026-09-10 0+100', '2026-09-14 0+100', '2026-09-21 0+100'],
  ],
  ['before eight in the morning: the same day', 5, '2026-09-07T04:00:00.000Z', { remindAfterDays: [] }, ['2026-09-07 5+0']],
  ['after five in the afternoon: the next', 5, '2026-09-07T16:00:00.000Z', { remindAfterDays: [] }, ['2026-09-08 5+0']],
  ['on a Saturday: on Monday', 5, '2026-09-05T09:00:00.000Z', { remindAfterDays: [] }, ['2026-09-07 5+0']],
  ['over a half term', 5, '2026-10-23T16:30:00.000Z', { remindAfterDays: [3] }, ['2026-11-02 5+0', '2026-11-05 0+5']],
  [
    'more than a day takes go on the next days, the first mails before reminders',
    250,
    MONDAY_9,
    { mailsADay: 100, remindAfterDays: [1] },
    ['2026-09-07 100+0', '2026-09-08 100+0', '2026-09-09 50+50', '2026-09-10 0+100', '2026-09-11 0+100'],
  ],
  ['with the cap on mails', 5, MONDAY_9, { mostMails: 2 }, ['2026-09-07 5+0', '2026-09-10 0+5']],
  ['for nobody', 0, MONDAY_9, {}, []],
] as [string, number, string, Partial<AgreementSettings>, string[]][])('A15: mails go %s', (_, recipients, now, change, expected) => {
  expect(days(recipients, now, change)).toEqual(expected);
});

test('A15: no plan has a mail on a day the school is closed, more than the day’s share, or anybody left out', () => {
  const settings = fc.record({
    mailsADay: fc.integer({ min: 10, max: 1_000 }),
    remindAfterDays: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }).map((list) => list.sort((a, b) => a - b)),
    mostMails: fc.integer({ min: 1, max: 6 }),
  });
  const moment = fc.integer({ min: 0, max: 300 * 24 }).map((hours) => new Date(Date.UTC(2026, 8, 1, hours)).toISOString());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), moment, settings, (recipients, now, wanted) => {
      const found = mailDays(recipients, now, school, wanted);
      for (const { day, mails, reminders } of found) {
        expect(day >= ukDay(now) && isSchoolDay(day, school)).toBe(true);
        expect(mails + reminders).toBeLessThanOrEqual(wanted.mailsADay);
      }
      const sum = (of: 'mails' | 'reminders') => found.reduce((total, each) => total + each[of], 0);
      expect(sum('mails')).toBe(recipients);
      expect(sum('reminders')).toBe(recipients * Math.min(wanted.remindAfterDays.length, wanted.mostMails - 1));
    }),
  );
});

// ---- a whole plan ----

const roll: RollEntry[] = [
  onTheRoll({ email: at('sam'), givenName: 'Sam', familyName: 'Okafor', className: '3A', jobTitle: 'Teacher' }),
  onTheRoll({ email: at('tola'), givenName: 'Tola', familyName: 'Bankole' }),
  onTheRoll({ email: at('amira'), givenName: 'Amira', familyName: 'Khan', kind: 'pupil', className: '3A' }),
  onTheRoll({ email: at('leo'), givenName: 'Leo', familyName: 'Marsh', kind: 'pupil', className: '3A' }),
  onTheRoll({ email: at('ivy'), givenName: 'Ivy', familyName: 'Booth', kind: 'pupil', className: '4B' }),
  onTheRoll({ email: at('una'), givenName: 'Una', familyName: 'Unknown', kind: 'pupil', className: 'Elm' }),
  onTheRoll({ email: 'nadia@example.org', givenName: 'Nadia', familyName: 'Khan', kind: 'parent', children: [at('amira'), at('leo'), at('ivy'), at('una')] }),
  onTheRoll({ email: 'harold@example.com', givenName: 'Harold', familyName: 'Finch', kind: 'visitor' }),
];

function ledger(): Ledger {
  const kept = new Ledger();
  kept.record(
    [
      ...[published('staff'), published('ks2', { audience: 'ks2' }), published('parent', { audience: 'parent' })],
      ...[published('visitor', { audience: 'visitor' }), published('old'), retired('old')],
      ...[signed('staff', at('tola'), { at: SUMMER }), approved('staff', at('tola'))],
    ],
    SUMMER,
  );
  return kept;
}

function plan(wanted: Partial<RoundWanted>, kept = ledger()) {
  const standing = { agreements: kept.rows(agreementTable), rounds: kept.rows(roundTable), standings: kept.rows(standingTable) };
  const whole = { why: 'first', agreements: ['staff', 'ks2'], due: '2026-09-21', ...wanted } as RoundWanted;
  return planOf(whole, standing, { roll, school, now: MONDAY_9, today: '2026-09-07' }, USUAL_SETTINGS);
}

test('A1: a plan says who would be asked, how many mails go on which days, who cannot be told, and what is amiss in the list', () => {
  expect(plan({})).toEqual({
    agreements: [
      { id: 'staff', title: 'Agreement staff', people: 1, alreadyInForce: 1 },
      { id: 'ks2', title: 'Agreement ks2', people: 3, alreadyInForce: 0 },
    ],
    mails: 4,
    // Sam is told once, as staff and as the teacher of two who sign.
    recipients: 1,
    days: [
      { day: '2026-09-07', mails: 1, reminders: 0 },
      { day: '2026-09-10', mails: 0, reminders: 1 },
      { day: '2026-09-14', mails: 0, reminders: 1 },
      { day: '2026-09-21', mails: 0, reminders: 1 },
    ],
    withoutAddress: [{ name: 'Ivy Booth', group: '4B' }],
    problems: [expect.stringMatching(/^Pupils whose year is not known: .*: Una Unknown \(Elm\)$/)],
  });
});

test('A1: in the year’s round everybody is asked again', () => {
  expect(plan({ why: 'year' }).agreements).toMatchObject([
    { id: 'staff', people: 2, alreadyInForce: 0 },
    { id: 'ks2', people: 3 },
  ]);
});

test('A4: visitors are handed the form at reception, so none of them is without an address', () => {
  expect(plan({ agreements: ['visitor'] })).toMatchObject({ agreements: [{ people: 1 }], recipients: 0, mails: 0, days: [], withoutAddress: [] });
});

test.each([
  ['2026-09-07', 'The first mails go until 07/09/2026: choose a later day to sign by'],
  ['2026-10-28', 'The school is closed on 28/10/2026. The next day it is open is 02/11/2026'],
])('A15: a plan to sign by %s says: %s', (due, words) => {
  expect(plan({ due }).problems).toContain(words);
});

test.each([
  ['no agreement', { agreements: [] }, 'nothing-chosen'],
  ['an agreement that is not there', { agreements: ['staff', 'nobody'] }, 'no-such-agreement'],
  ['a retired agreement', { agreements: ['old'] }, 'no-such-agreement'],
  ['a day that has passed', { due: '2026-09-06' }, 'due-wrong'],
  ['a day that is none', { due: '2026-09-31' }, 'due-wrong'],
  ['words for a day', { due: 'Friday' }, 'due-wrong'],
  ['an agreement that is signed once, in the year’s round', { why: 'year' as const, agreements: ['staff', 'parent'] }, 'not-yearly'],
])('A1: a round with %s is refused', (_, wanted, code) => {
  expect(() => plan(wanted)).toThrow(expect.objectContaining({ code }));
});

test('A1: while people are being asked for an agreement, no other round of it is started; of another it is', () => {
  const kept = ledger();
  kept.record([started('autumn', ['staff'])], MONDAY_9);
  expect(() => plan({ agreements: ['ks2', 'staff'] }, kept)).toThrow(expect.objectContaining({ code: 'round-running' }));
  expect(plan({ agreements: ['ks2'] }, kept).agreements).toHaveLength(1);
});

// ---- settings ----

test('A15: the usual settings are as they should be', () => {
  expect(faultIn(USUAL_SETTINGS)).toBeNull();
});

test.each([
  [{ dueAfterDays: 0 }, 'dueAfterDays'],
  [{ dueAfterDays: 2.5 }, 'dueAfterDays'],
  [{ starterDays: Number.NaN }, 'starterDays'],
  [{ remindAfterDays: [3, 3] }, 'remindAfterDays'],
  [{ remindAfterDays: [7, 3] }, 'remindAfterDays'],
  [{ remindAfterDays: [0] }, 'remindAfterDays'],
  [{ remindAfterDays: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }, 'remindAfterDays'],
  [{ lineManagerAfterDays: 30, headAfterDays: 24 }, 'headAfterDays'],
  [{ mostMails: 0 }, 'mostMails'],
  [{ mailsADay: 1_001 }, 'mailsADay'],
  [{ mailsADay: 0 }, 'mailsADay'],
] as [Partial<AgreementSettings>, string][])('A15: the settings %j are refused at %s', (change, field) => {
  expect(faultIn({ ...USUAL_SETTINGS, ...change })).toMatchObject({ field });
});
