import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Audience, FormKind } from '../../src/agreements/audience.ts';
import { accessEndFrom, LONGEST_ACCESS, suggestedEnds } from '../../src/agreements/by-hand/access-end.ts';
import { isOwn, signedAs, wantsOf } from '../../src/agreements/by-hand/approval.ts';
import { countersign } from '../../src/agreements/by-hand/countersign.ts';
import { seeWaiting } from '../../src/agreements/by-hand/see-waiting.ts';
import { sendBack } from '../../src/agreements/by-hand/send-back.ts';
import { type AddressProof, type AgreementEvents, is } from '../../src/agreements/events.ts';
import { signatureTable } from '../../src/agreements/signatures.ts';
import { addDays, daysBetween, isoDayFrom, type SchoolCalendar } from '../../src/school/calendar.ts';
import { Refusal } from '../../src/school/refusal.ts';
import { published, withdrawn } from '../support/agreement-events.ts';
import { LedgerRecords } from '../support/ledger-records.ts';
import { named } from '../support/roll.ts';

const NOW = '2026-09-07T08:00:00.000Z';
const TODAY = '2026-09-07';
const NOTHING_KEPT = { school: {}, files: {}, rest: {} };

const ROLL = [
  named('dev@q.example', 'Dev', 'Mistry'),
  named('dev.home@example.org', 'Dev', 'Mistry', { kind: 'parent', children: ['amira@q.example'] }),
  named('frances@q.example', 'Frances', 'Ogilvie'),
  named('sam@q.example', 'Sam', 'Okafor'),
  named('nadine@q.example', 'Nadine', 'Frost', { kind: 'supply' }),
  named('lucien@example.net', 'Lucien', 'Baptiste', { kind: 'governor' }),
];
const DEV = { email: 'dev@q.example', name: 'Dev Mistry' };

// ---- whose signature it is ----

test.each([
  ['their own account', { email: 'dev@q.example', fullName: 'Dev Mistry' }, true],
  ['their own account under another name', { email: 'dev@q.example', fullName: 'Somebody Else' }, true],
  ['an address that the list gives their name', { email: 'dev.home@example.org', fullName: 'D. M.' }, true],
  ['an address on no list, signed with their name', { email: 'guest@example.org', fullName: 'Dev Mistry' }, true],
  ['the same in capitals and the other way round', { email: '', fullName: 'MISTRY, Dev'.replace(',', '') }, true],
  ['their name with a title', { email: '', fullName: 'Mr Dev Mistry' }, true],
  ['a colleague', { email: 'sam@q.example', fullName: 'Sam Okafor' }, false],
  ['a colleague who typed the approver’s name by mistake', { email: 'sam@q.example', fullName: 'Dev Mistry' }, false],
  ['a stranger with the same family name', { email: '', fullName: 'Asha Mistry' }, false],
])('A2: for whoever approves, %s', (_, signer, own) => {
  expect(isOwn(signer, DEV, ROLL)).toBe(own);
});

test('A2: an approver who is on no list is known by the account alone', () => {
  const me = { email: 'new@q.example', name: 'new@q.example' };
  expect(isOwn({ email: 'new@q.example', fullName: 'x' }, me, ROLL)).toBe(true);
  expect(isOwn({ email: '', fullName: 'new' }, me, ROLL)).toBe(false);
});

// ---- as whom, and what must be seen ----

test.each<[string, string, FormKind, Audience, Audience[], Audience]>([
  ['staff sign as staff', 'sam@q.example', 'account', 'staff', ['governor', 'visitor'], 'staff'],
  ['a governor who shares the text signs as a governor', 'lucien@example.net', 'open', 'staff', ['governor', 'visitor'], 'governor'],
  ['whoever is on no list is a guest where the text is for guests', 'a@example.org', 'open', 'staff', ['visitor'], 'visitor'],
  ['with an account of the school they are whom it is for first', 'new@q.example', 'account', 'staff', ['visitor'], 'staff'],
  ['and for nobody else', 'a@example.org', 'open', 'governor', [], 'governor'],
])('A4: %s', (_, email, formKind, audience, alsoFor, expected) => {
  expect(signedAs({ email, formKind }, { audience, alsoFor }, ROLL)).toBe(expected);
});

test.each<[Audience, FormKind, AddressProof, boolean, boolean]>([
  ['staff', 'account', 'not verified by Google', false, false],
  ['staff', 'account', 'verified by Google', false, false],
  ['governor', 'account', 'not verified by Google', false, false],
  ['governor', 'open', 'typed', true, false],
  ['volunteer', 'open', 'typed', true, false],
  ['supply', 'account', 'not verified by Google', true, true],
  ['visitor', 'account', 'not verified by Google', true, true],
  ['external', 'open', 'typed', true, true],
  ['photographer', 'open', 'typed', true, true],
])('A4: %s on the form "%s", address %s: to be seen %s, last day of access %s', (audience, formKind, address, seeing, lastDay) => {
  expect(wantsOf({ formKind, address }, audience)).toEqual({ seeing, lastDay });
});

// ---- the last day of access ----

test.each([
  ['', 'access-end-missing'],
  ['soon', 'access-end-no-day'],
  ['31/02/2027', 'access-end-no-day'],
  ['06/09/2026', 'access-end-past'],
  ['08/09/2027', 'access-end-far'],
])('A4: a last day of access that is %j is refused', (typed, code) => {
  expect(() => accessEndFrom(typed, TODAY, 'accessEnds')).toThrow(expect.objectContaining({ code, field: 'accessEnds' }));
});

test.each([
  ['07/09/2026', '2026-09-07'],
  ['7/9/2027', '2027-09-07'],
  [' 2026-12-18 ', '2026-12-18'],
])('A4: %j is a last day of access', (typed, day) => {
  expect(accessEndFrom(typed, TODAY, 'accessEnds')).toBe(day);
});

const CALENDAR: SchoolCalendar = {
  nation: 'england and wales',
  closures: [
    { from: '2027-07-22', to: '2027-08-31', name: 'Summer' },
    { from: '2028-07-21', to: '2028-08-31', name: 'Summer' },
  ],
};

test('A4: the end of the school year is the last day the school is open, today’s school year first', () => {
  const last = (today: string) => suggestedEnds(today, CALENDAR).at(-1);
  expect(last('2026-09-07')).toEqual({ day: '2027-07-21', text: 'to the end of the school year' });
  expect(last('2027-07-20')?.day).toBe('2027-07-21');
  // In the holidays the year that comes is meant.
  expect(last('2027-08-31')?.day).toBe('2028-07-20');
});

test('A4: every suggested last day may be given, whatever day it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), (days) => {
      const today = addDays('2025-01-01', days);
      const ends = suggestedEnds(today, CALENDAR);
      expect(new Set(ends.map(({ day }) => day)).size).toBe(ends.length);
      for (const { day } of ends) expect(accessEndFrom(day, today, 'accessEnds')).toBe(day);
    }),
  );
});

test('A4: no last day is in the past or more than a year ahead, however it is typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map(asTyped)), (typed) => {
      try {
        const day = accessEndFrom(typed, TODAY, 'accessEnds');
        expect(isoDayFrom(typed)).toBe(day);
        expect(daysBetween(TODAY, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(TODAY, day)).toBeLessThanOrEqual(LONGEST_ACCESS);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
  );
});

function asTyped(date: Date): string {
  return date.toISOString().slice(0, 10).split('-').reverse().join('/');
}

// ---- whatever people do, in whatever order ----

const PEOPLE = [
  { email: 'dev@q.example', name: 'Dev Mistry' },
  { email: 'frances@q.example', name: 'Frances Ogilvie' },
  { email: 'sam@q.example', name: 'Sam Okafor' },
];
/** Who signs: an account, or an address and name that somebody typed. */
const SIGNERS = [
  ...PEOPLE.map(({ email, name }) => ({ email, fullName: name, formKind: 'account' as const })),
  { email: 'dev.home@example.org', fullName: 'Dev', formKind: 'open' as const },
  { email: '', fullName: 'Frances Ogilvie', formKind: 'open' as const },
  { email: 'nadine@q.example', fullName: 'Nadine Frost', formKind: 'account' as const },
];

type Step =
  | { do: 'sign'; signer: number }
  | { do: 'approve' | 'send back'; by: number; some: number[]; seen: boolean; ends: string }
  | { do: 'withdraw'; signer: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sign' as const), signer: fc.nat(SIGNERS.length - 1) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'send back' as const),
      by: fc.nat(PEOPLE.length - 1),
      some: fc.array(fc.nat(12), { maxLength: 4 }),
      seen: fc.boolean(),
      ends: fc.constantFrom('', '01/10/2026', '01/10/2020'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), signer: fc.nat(SIGNERS.length - 1) }) },
);

function signedEvent(signer: (typeof SIGNERS)[number], number: number) {
  const responseId = `response-${number}`;
  const isOnList = ROLL.some(({ email }) => email === signer.email);
  const person = isOnList ? signer.email : `guest:${responseId}`;
  const payload: AgreementEvents['agreement signed'] = {
    ...{ responseId, formId: 'form', formKind: signer.formKind, agreementId: 'staff', version: 1, sha256: 'x', email: signer.email },
    ...{ address: signer.formKind === 'open' ? 'typed' : 'not verified by Google', fullName: signer.fullName, role: '', signature: signer.fullName },
    ...{ signedAt: NOW, formUnchanged: true, isApproved: true, countsFrom: 1, answersHash: '', children: [], consents: [] },
    standings: [{ agreementId: 'staff', person, name: signer.fullName, group: 'Staff' }],
  };
  return { action: 'agreement signed' as const, subject: responseId, payload };
}

test('A2: nobody approves themself, nothing is approved twice or half, and what waits is what is shown, under any sequence', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const records = new LedgerRecords(NOW);
      records.ledger.record([published('staff', { alsoFor: ['supply', 'governor'] })], NOW);
      let signed = 0;
      steps.forEach((each, index) => {
        const before = records.ledger.events.length;
        if (each.do === 'sign') {
          signed += 1;
          const signer = SIGNERS[each.signer];
          if (signer) records.ledger.record([signedEvent(signer, signed)], NOW);
          return;
        }
        if (each.do === 'withdraw') {
          records.ledger.record([withdrawn('staff', SIGNERS[each.signer]?.email ?? '')], NOW);
          return;
        }
        const me = PEOPLE[each.by] ?? DEV;
        const visit = records.visit(me, ROLL);
        const shown = seeWaiting({}, visit).groups.flatMap(({ lines }) => lines.map(({ responseId }) => responseId));
        const responseIds = each.some.map((number) => `response-${number}`);
        const request = { key: `press-${index}-of-the-button`, responseIds };
        const run = () =>
          each.do === 'approve'
            ? countersign({ ...request, accessEnds: each.ends, seenInPerson: each.seen }, visit)
            : sendBack({ ...request, reason: 'The name is missing' }, visit, NOTHING_KEPT);
        const wasDone = attempted(run);
        // All of them, or none.
        expect(records.ledger.events.length - before).toBe(wasDone ? new Set(responseIds).size : 0);
        if (wasDone) expect(shown).toEqual(expect.arrayContaining(responseIds));
      });

      const approvals = records.ledger.events.flatMap((event) => (is(event, 'signature approved') ? [event] : []));
      expect(new Set(approvals.map(({ subject }) => subject)).size).toBe(approvals.length);
      for (const { payload, actor } of approvals) {
        const row = records.ledger.find(signatureTable, payload.responseId);
        const approver = PEOPLE.find(({ email }) => email === actor);
        if (!row || !approver) throw new Error('who approved what?');
        expect(isOwn(row, approver, ROLL)).toBe(false);
        expect(row.state).toBe('approved');
        // The text is for supply staff as well, so whoever comes without an account is a guest.
        const isGuest = row.email === 'nadine@q.example' || row.formKind === 'open';
        expect(payload.accessEnds).toBe(isGuest ? '2026-10-01' : null);
        expect(payload.seenInPerson).toBe(isGuest);
      }
    }),
    { numRuns: 300 },
  );
});

function attempted(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return false;
  }
}

test('A2: whoever withdrew before the approval is not approved, and no longer shown', () => {
  const records = new LedgerRecords(NOW);
  records.ledger.record([published('staff'), signedEvent({ email: 'sam@q.example', fullName: 'Sam Okafor', formKind: 'account' }, 1)], NOW);
  const visit = records.visit(DEV, ROLL);
  expect(seeWaiting({}, visit).groups).toHaveLength(1);
  records.ledger.record([withdrawn('staff', 'sam@q.example')], NOW);
  expect(seeWaiting({}, visit).groups).toEqual([]);
  const approve = () => countersign({ key: 'press-1-of-approve', responseIds: ['response-1'], accessEnds: '', seenInPerson: false }, visit);
  expect(approve).toThrow(/Sam Okafor’s agreement does not wait any more: it is "withdrawn"/);
});
