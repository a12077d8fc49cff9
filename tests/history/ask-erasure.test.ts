import { expect, test } from '@jest/globals';
import { approveErasure, askErasure, type ErasureRules, refuseErasure } from '../../src/history/ask-erasure.ts';
import type { Json } from '../../src/records/canonical.ts';
import { erasureTable } from '../../src/records/erasures.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { Refusal } from '../../src/school/refusal.ts';
import { raised } from '../support/concerns.ts';
import { LedgerRecords } from '../support/ledger-records.ts';

const DSL = 'dsl@q.example';
const HEAD = 'head@q.example';
const TEACHER = 'teacher@q.example';

/** The DSL and the head have a part in it, the chair is told. */
const RULES: ErasureRules = {
  reads: [],
  mayAsk: (_, __, { me }) => mayBe(me.email, [DSL, HEAD]),
  mayDecide: (_, __, { me }) => mayBe(me.email, [DSL, HEAD]),
  notices: () => [{ to: ['chair@q.example'], subject: 'Something is waiting', body: '' }],
};

function mayBe(email: string, emails: string[]): void {
  if (!emails.includes(email)) throw new Refusal('not-yours', 'There is no such case.');
}

/** Two events about a case, one about another. */
function aLog(): LedgerRecords {
  const records = new LedgerRecords('2026-09-07T08:00:00.000Z');
  const about = (action: string, subject: string): NewEvent => ({ action, subject, payload: (action === 'concern raised' ? raised() : {}) as Json });
  records.ledger.record([about('concern raised', 'C-1'), about('concern raised', 'C-2'), about('case closed', 'C-1')], records.now);
  return records;
}

let presses = 0;
const press = (records: LedgerRecords, email: string) => {
  presses += 1;
  const request = { key: `press-${1_000 + presses}`, reference: 'C-1' };
  const visit = records.visit({ email, name: email }, []);
  return {
    asks: (why = 'Kept long enough') => askErasure(RULES)({ ...request, why }, visit),
    approves: () => approveErasure(RULES)(request, visit),
    refuses: (why = 'Keep it') => refuseErasure(RULES)({ ...request, why }, visit),
  };
};
const standing = (records: LedgerRecords) => records.ledger.find(erasureTable, 'C-1');

test('B21: one person asks, another approves: the events as they were when it was asked, and who and why, are on record', () => {
  const records = aLog();
  expect(press(records, DSL).asks()).toEqual({ reference: 'C-1' });
  expect(standing(records)).toMatchObject({ state: 'asked', events: [1, 3], askedBy: DSL, why: 'Kept long enough' });
  expect(records.mails).toHaveLength(1);
  press(records, HEAD).approves();
  expect(standing(records)).toMatchObject({ state: 'approved', events: [1, 3], decidedBy: HEAD });
  expect(records.ledger.events.slice(-2).map(({ payload }) => payload)).toEqual([{ events: [1, 3], why: 'Kept long enough' }, { events: [1, 3] }]);
});

test.each<[string, (records: LedgerRecords) => unknown, string]>([
  ['nobody approves what they asked for themselves', (records) => press(records, DSL).approves(), 'same-person'],
  ['nobody else asks, approves or refuses', (records) => press(records, TEACHER).approves(), 'not-yours'],
  ['nobody else refuses', (records) => press(records, TEACHER).refuses(), 'not-yours'],
  ['it is not asked for twice', (records) => press(records, HEAD).asks(), 'erasure-asked'],
  ['it is not refused without a reason', (records) => press(records, HEAD).refuses(' '), 'reason-missing'],
])('B21: %s', (_, doing, code) => {
  const records = aLog();
  press(records, DSL).asks();
  expect(() => doing(records)).toThrow(expect.objectContaining({ code }));
  expect(standing(records)).toMatchObject({ state: 'asked' });
});

test('B21: it is not asked for without a reason, by just anybody, or where nothing is recorded', () => {
  const records = aLog();
  expect(() => press(records, DSL).asks(' ')).toThrow(expect.objectContaining({ code: 'reason-missing', field: 'why' }));
  expect(() => press(records, TEACHER).asks()).toThrow(expect.objectContaining({ code: 'not-yours' }));
  const nothing = new LedgerRecords(records.now);
  expect(() => press(nothing, DSL).asks()).toThrow(expect.objectContaining({ code: 'nothing-to-erase' }));
});

test('B21: when more was recorded since it was asked for, nobody approves what they have not looked at; asked again, it is with that', () => {
  const records = aLog();
  press(records, DSL).asks();
  records.ledger.record([{ action: 'case addendum added', subject: 'C-1', payload: {} }], records.now);
  expect(() => press(records, HEAD).approves()).toThrow(expect.objectContaining({ code: 'more-recorded' }));
  press(records, HEAD).refuses();
  expect(standing(records)).toMatchObject({ state: 'refused', refusal: 'Keep it' });
  press(records, HEAD).asks();
  press(records, DSL).approves();
  expect(standing(records)).toMatchObject({ state: 'approved', events: [1, 3, 5] });
});

test('B21: whoever asked may take it back; what is approved stays approved', () => {
  const records = aLog();
  press(records, DSL).asks();
  press(records, DSL).refuses('Asked by mistake');
  expect(standing(records)).toMatchObject({ state: 'refused', decidedBy: DSL });
  press(records, DSL).asks();
  press(records, HEAD).approves();
  expect(() => press(records, HEAD).refuses()).toThrow(expect.objectContaining({ code: 'no-erasure-asked' }));
});
