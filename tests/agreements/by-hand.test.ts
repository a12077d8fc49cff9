import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BY_HAND, type ByHand, possibleByHand } from '../../src/agreements/by-hand/by-hand.ts';
import { askAgain, closeStanding, withdrawStanding } from '../../src/agreements/by-hand/change-standing.ts';
import { extendAccess } from '../../src/agreements/by-hand/extend-access.ts';
import { agreementTable } from '../../src/agreements/published.ts';
import { isInForce, isOutstanding, type State } from '../../src/agreements/standing.ts';
import { standingTable, stateNow } from '../../src/agreements/standings.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { Refusal } from '../../src/school/refusal.ts';
import { approved, closed, declined, published, retired, signed, withdrawn } from '../support/agreement-events.ts';
import { LedgerRecords } from '../support/ledger-records.ts';

const NOW = '2026-09-07T08:00:00.000Z';
const SAM = 'sam@q.example';
const KEY = `staff|${SAM}`;
const NOTHING_KEPT = { school: {}, files: {}, rest: {} };

const asked: NewEvent = {
  action: 'people asked',
  subject: 'round',
  payload: { agreementId: 'staff', version: 1, roundId: '', before: null, due: '2026-09-21', people: [{ person: SAM, name: 'Sam Okafor', group: 'Staff' }] },
};
const signedOnce = signed('staff', SAM, { at: NOW });

const HISTORIES: [State, NewEvent[], ByHand[]][] = [
  ['asked', [asked], ['ask again', 'close']],
  ['awaiting approval', [signedOnce], ['withdraw', 'close']],
  ['approved', [signedOnce, approved('staff', SAM)], ['ask again', 'withdraw', 'close']],
  ['declined', [declined('staff', SAM, NOW)], ['ask again', 'close']],
  ['withdrawn', [signedOnce, withdrawn('staff', SAM)], ['ask again', 'close']],
  ['closed', [asked, closed('staff', SAM, 'left')], ['ask again']],
  ['superseded', [signedOnce, approved('staff', SAM), published('staff', { version: 2 })], ['ask again', 'close']],
];

function recordsWith(events: readonly NewEvent[]): LedgerRecords {
  const records = new LedgerRecords(NOW);
  records.ledger.record([published('staff'), ...events], NOW);
  return records;
}

function stateIn({ ledger }: LedgerRecords): State {
  const row = ledger.find(standingTable, KEY);
  const agreement = ledger.find(agreementTable, 'staff');
  if (!row || !agreement) throw new Error('no standing');
  return stateNow(row, agreement);
}

function possibleIn({ ledger }: LedgerRecords): ByHand[] {
  const row = ledger.find(standingTable, KEY);
  const agreement = ledger.find(agreementTable, 'staff');
  return row && agreement ? possibleByHand(row, agreement) : [];
}

function doIt(what: ByHand, from: State, records: LedgerRecords, key = 'press-0001-by-hand'): void {
  const visit = records.visit({ email: 'office@q.example', name: 'Janet Mullins' }, []);
  const request = { key, standing: KEY, from, why: 'They asked us to' };
  if (what === 'ask again') askAgain(request, visit, NOTHING_KEPT);
  if (what === 'close') closeStanding(request, visit);
  if (what === 'withdraw') withdrawStanding({ ...request, since: '01/09/2026' }, visit);
  if (what === 'extend') extendAccess({ ...request, was: '2026-10-01', until: '01/12/2026' }, visit);
}

test.each(HISTORIES)('A11: where somebody is "%s" the office can do what makes sense there', (state, events, possible) => {
  const records = recordsWith(events);
  expect(stateIn(records)).toBe(state);
  expect(possibleIn(records)).toEqual(possible);
});

test('A4: a guest’s last day can be changed as long as the agreement holds', () => {
  expect(possibleIn(recordsWith([signedOnce, approved('staff', SAM, '2026-10-01')]))).toContain('extend');
  expect(possibleIn(recordsWith([signedOnce, approved('staff', SAM, '2026-10-01'), closed('staff', SAM, 'access ended')]))).not.toContain('extend');
});

test('A12: nobody is asked again for an agreement that is out of use', () => {
  expect(possibleIn(recordsWith([asked, retired('staff')]))).toEqual(['close']);
});

test('A4: a guest who is on no list is not asked again: they sign as somebody new', () => {
  const row = { state: 'approved' as const, version: 1, person: 'guest:r1', accessEnds: '2026-10-01' };
  expect(possibleByHand(row, { countsFrom: 1, retired: false })).toEqual(['withdraw', 'close', 'extend']);
});

const anyEvent = fc.constantFrom<NewEvent>(
  ...[asked, signedOnce, approved('staff', SAM), approved('staff', SAM, '2026-10-01'), declined('staff', SAM, NOW)],
  ...[withdrawn('staff', SAM), closed('staff', SAM, 'left'), published('staff', { version: 2 }), retired('staff')],
);

test('A11: what is offered can be done and does what it says; what is not offered, or was seen otherwise, is refused and changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 6 }), fc.constantFrom(...BY_HAND), fc.boolean(), (events, what, isStale) => {
      const records = recordsWith([asked, ...events]);
      const before = stateIn(records);
      const isOffered = possibleIn(records).includes(what);
      const count = records.ledger.events.length;
      const attempt = () => doIt(what, isStale ? 'not asked' : before, records);
      if (!isOffered || isStale) {
        expect(attempt).toThrow(Refusal);
        expect(records.ledger.events).toHaveLength(count);
        return;
      }
      attempt();
      expect(records.ledger.events).toHaveLength(count + 1);
      const after = stateIn(records);
      if (what === 'ask again') expect(isOutstanding(after)).toBe(true);
      if (what === 'close') expect(after).toBe('closed');
      if (what === 'withdraw') expect(after).toBe('withdrawn');
      if (what === 'extend') expect([isInForce(after), records.ledger.find(standingTable, KEY)?.accessEnds]).toEqual([true, '2026-12-01']);
      // The same press again is the same decision.
      doIt(what, before, records);
      expect(records.ledger.events).toHaveLength(count + 1);
      // Somebody else who saw it as it was is told.
      if (after !== before) expect(() => doIt(what, before, records, 'press-0002-by-hand')).toThrow(/meanwhile/);
      expect(records.history(SAM).length).toBeGreaterThan(0);
    }),
  );
});

test.each([
  ['', 'reason-missing', 'why'],
  ['  ', 'reason-missing', 'why'],
])('A11: without a reason (%j) nothing is closed', (why, code, field) => {
  const records = recordsWith([asked]);
  const visit = records.visit({ email: 'office@q.example', name: 'Janet' }, []);
  expect(() => closeStanding({ key: 'press-0001-by-hand', standing: KEY, from: 'asked', why }, visit)).toThrow(expect.objectContaining({ code, field }));
});

test.each([
  ['', 'day-missing'],
  ['tomorrow', 'day-missing'],
  ['08/09/2026', 'day-to-come'],
])('A8: an agreement cannot be withdrawn from %j', (since, code) => {
  const records = recordsWith([signedOnce]);
  const visit = records.visit({ email: 'office@q.example', name: 'Janet' }, []);
  const request = { key: 'press-0001-by-hand', standing: KEY, from: 'awaiting approval' as const, why: 'By letter', since };
  expect(() => withdrawStanding(request, visit)).toThrow(expect.objectContaining({ code, field: 'since' }));
});
