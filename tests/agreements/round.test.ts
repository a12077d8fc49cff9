import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { membersOf } from '../../src/agreements/asking/members.ts';
import { MOST_IN_AN_EVENT, nextPart, partsOf } from '../../src/agreements/asking/round.ts';
import { roundTable } from '../../src/agreements/asking/rounds.ts';
import { type AgreementEvents, type RoundWhy, standingKey } from '../../src/agreements/events.ts';
import { agreementTable } from '../../src/agreements/published.ts';
import { standingsByAgreement, standingTable } from '../../src/agreements/standings.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { approved, closed, declined, published, signed, started, withdrawn } from '../support/agreement-events.ts';
import { Ledger } from '../support/ledger.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const school = { technicians: [], roleAccount: at('safeguarding') };
const TODAY = '2026-09-07';

/** A moment on the Monday of the round, by minutes after nine. */
function minute(after: number): string {
  return new Date(Date.UTC(2026, 8, 7, 8, after)).toISOString();
}

const SUMMER = '2026-06-01T09:00:00.000Z';

/** The events that a part of a round adds, and whether it was the last. */
function part(ledger: Ledger, staff: readonly string[], most = MOST_IN_AN_EVENT) {
  const round = ledger.rows(roundTable).find(({ finishedAt }) => finishedAt === null);
  if (!round) throw new Error('no round is running');
  const roll = staff.map((name) => onTheRoll({ email: at(name), givenName: name, familyName: 'Example' }));
  const byAgreement = standingsByAgreement(ledger.rows(standingTable));
  const asked = ledger
    .rows(agreementTable)
    .filter(({ id }) => round.agreements.includes(id))
    .map((agreement) => ({ agreement, members: membersOf(agreement, roll, school, TODAY), standings: byAgreement.get(agreement.id) ?? new Map() }));
  return nextPart(round, asked, TODAY, most);
}

function askedIn(events: readonly NewEvent[]): AgreementEvents['people asked'][] {
  return events.filter(({ action }) => action === 'people asked').map(({ payload }) => payload as AgreementEvents['people asked']);
}

/** How somebody stood before the round, whether it asks them, and their state after it: under a text that was not changed since. */
const BEFORE: Record<string, NewEvent[]> = {
  'never asked': [],
  'asked in summer': [started('summer', ['staff']), ...asking('summer')],
  'signed in summer, not approved yet': [signed('staff', at('sam'), { at: SUMMER })],
  'approved in summer': [signed('staff', at('sam'), { at: SUMMER }), approved('staff', at('sam'))],
  'declined in summer': [declined('staff', at('sam'), SUMMER)],
  'withdrawn in summer': [signed('staff', at('sam'), { at: SUMMER }), withdrawn('staff', at('sam'))],
  'closed in summer': [signed('staff', at('sam'), { at: SUMMER }), closed('staff', at('sam'), 'left')],
  'a guest whose access is over': [signed('staff', at('sam'), { at: SUMMER }), approved('staff', at('sam'), '2026-09-06')],
  'a guest whose access lasts': [signed('staff', at('sam'), { at: SUMMER }), approved('staff', at('sam'), '2026-09-07')],
};

function asking(roundId: string): NewEvent[] {
  const payload: AgreementEvents['people asked'] = {
    ...{ agreementId: 'staff', version: 1, roundId, before: null, due: '2026-06-15' },
    people: [{ person: at('sam'), name: 'sam Example', group: 'Staff' }],
  };
  return [
    { action: 'people asked', subject: roundId, payload },
    { action: 'round finished', subject: roundId, payload: { roundId } },
  ];
}

test.each([
  ['never asked', 'asked', 'asked'],
  ['asked in summer', 'asked', 'asked'],
  ['signed in summer, not approved yet', 'awaiting approval', 'awaiting approval'],
  ['approved in summer', 'approved', 'asked'],
  ['declined in summer', 'asked', 'asked'],
  ['withdrawn in summer', 'asked', 'asked'],
  ['closed in summer', 'asked', 'asked'],
  ['a guest whose access is over', 'approved', 'approved'],
  ['a guest whose access lasts', 'approved', 'asked'],
])('A1: somebody %s is "%s" after a first round and "%s" after the year’s', (before, afterFirst, afterYear) => {
  for (const [why, expected] of [
    ['first', afterFirst],
    ['year', afterYear],
  ] as const) {
    const ledger = new Ledger();
    ledger.record([published('staff'), ...(BEFORE[before] ?? [])], SUMMER);
    ledger.record([started('autumn', ['staff'], why)], minute(0));
    const { events, isDone } = part(ledger, ['sam']);
    ledger.record(events, minute(1));
    expect([why, ledger.find(standingTable, standingKey({ agreementId: 'staff', person: at('sam') }))?.state, isDone]).toEqual([why, expected, true]);
    expect(ledger.find(roundTable, 'autumn')?.finishedAt).toBe(minute(1));
  }
});

test.each([
  ['never asked', 'asked', 2],
  ['asked in summer', 'asked', 2],
  ['signed in summer, not approved yet', 'asked', 2],
  ['approved in summer', 'asked', 2],
  ['declined in summer', 'asked', 2],
  ['closed in summer', 'asked', 2],
  ['a guest whose access is over', 'approved', 1],
])('A13: after a material change somebody %s is "%s" for version %i', (before, state, version) => {
  for (const why of ['new version', 'first', 'year'] as const) {
    const ledger = new Ledger();
    ledger.record([published('staff'), ...(BEFORE[before] ?? [])], SUMMER);
    ledger.record([published('staff', { version: 2 }), started('autumn', ['staff'], why)], minute(0));
    ledger.record(part(ledger, ['sam']).events, minute(1));
    expect(ledger.find(standingTable, standingKey({ agreementId: 'staff', person: at('sam') }))).toMatchObject({ state, version });
  }
});

test('A13: whoever signs the new text before the round has come to them keeps that signature', () => {
  const ledger = new Ledger();
  ledger.record([published('staff'), signed('staff', at('sam'), { at: SUMMER }), approved('staff', at('sam'))], SUMMER);
  ledger.record([published('staff', { version: 2 }), started('autumn', ['staff'], 'new version')], minute(0));
  ledger.record([signed('staff', at('sam'), { version: 2, countsFrom: 2, at: minute(1) })], minute(2));
  const { events, isDone } = part(ledger, ['sam']);
  expect([askedIn(events), isDone]).toEqual([[], true]);
});

test('A13: a minor change leaves signatures in force, and whoever is asked is asked for the newest text', () => {
  const ledger = new Ledger();
  ledger.record([published('staff'), signed('staff', at('sam'), { at: SUMMER }), approved('staff', at('sam'))], SUMMER);
  ledger.record([published('staff', { version: 2, change: 'minor' }), started('autumn', ['staff'])], minute(0));
  expect(askedIn(part(ledger, ['sam', 'priya']).events)).toMatchObject([{ version: 2, before: null, people: [{ person: at('priya') }] }]);
});

test('A1: an event names at most 300 people, and a round of any size ends', () => {
  const staff = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
  const ledger = new Ledger();
  ledger.record([published('staff'), started('autumn', ['staff'])], minute(0));
  const sizes: number[] = [];
  for (let isDone = false; !isDone; ) {
    const next = part(ledger, staff);
    for (const { people } of askedIn(next.events)) sizes.push(people.length);
    ledger.record(next.events, minute(sizes.length));
    isDone = next.isDone;
  }
  expect(sizes).toEqual([300, 300, 300, 100]);
});

test('partsOf keeps everything in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 5 }), (items, most) => {
      const parts = partsOf(items, most);
      expect(parts.flat()).toEqual(items);
      for (const each of parts) expect(each.length).toBeLessThanOrEqual(most);
    }),
  );
});

// ---- whatever happens while a round is running ----

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const meanwhile = fc.oneof(
  fc.record({ what: fc.constantFrom('signs' as const, 'declines' as const, 'joins' as const, 'leaves the list' as const), who: fc.constantFrom(...NAMES) }),
  fc.record({ what: fc.constant('is approved' as const), who: fc.constantFrom(...NAMES) }),
);

test('A1, A12: nobody is asked twice in a round and nobody is forgotten, whoever signs, joins or goes meanwhile', () => {
  const world = fc.record({
    why: fc.constantFrom<RoundWhy>('first', 'year', 'new version'),
    here: fc.uniqueArray(fc.constantFrom(...NAMES)),
    inForce: fc.uniqueArray(fc.constantFrom(...NAMES)),
    size: fc.integer({ min: 1, max: 3 }),
    between: fc.array(fc.array(meanwhile, { maxLength: 4 }), { maxLength: 10 }),
  });
  fc.assert(
    fc.property(world, ({ why, here, inForce, size, between }) => {
      const ledger = new Ledger();
      ledger.record([published('staff')], SUMMER);
      for (const name of inForce) ledger.record([signed('staff', at(name), { at: SUMMER }), approved('staff', at(name))], SUMMER);
      const isNew = why === 'new version';
      const text = isNew ? { version: 2, countsFrom: 2 } : {};
      ledger.record([...(isNew ? [published('staff', { version: 2 })] : []), started('autumn', ['staff'], why)], minute(0));

      let staff = [...here];
      let now = 1;
      for (let isDone = false; !isDone; ) {
        const next = part(ledger, staff, size);
        now += 1;
        ledger.record(next.events, minute(now));
        isDone = next.isDone;
        for (const { what, who } of isDone ? [] : (between.shift() ?? [])) {
          now += 1;
          if (what === 'joins') staff = [...new Set([...staff, who])];
          if (what === 'leaves the list') staff = staff.filter((name) => name !== who);
          if (what === 'signs') ledger.record([signed('staff', at(who), { ...text, at: minute(now) })], minute(now));
          if (what === 'declines') ledger.record([declined('staff', at(who), minute(now))], minute(now));
          if (what === 'is approved') ledger.record([approved('staff', at(who))], minute(now));
        }
        expect(now).toBeLessThan(100);
      }

      const asked = ledger.events
        .filter(({ action }) => action === 'people asked')
        .flatMap(({ payload }) => (payload as AgreementEvents['people asked']).people);
      const names = asked.map(({ person }) => person);
      expect(new Set(names).size).toBe(names.length);
      for (const name of staff) {
        const row = ledger.find(standingTable, standingKey({ agreementId: 'staff', person: at(name) }));
        const signedSince = (row?.signedAt ?? '') > minute(0);
        const wasInForce = why === 'first' && inForce.includes(name);
        expect({ name, reached: names.includes(at(name)) || signedSince || wasInForce || row?.state === 'awaiting approval' }).toEqual({ name, reached: true });
      }
      expect(ledger.find(roundTable, 'autumn')?.finishedAt).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});
