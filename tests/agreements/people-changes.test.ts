import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeEvents, changesBy, closingEvents, dueForJoiners } from '../../src/agreements/asking/people-changes.ts';
import { roundTable } from '../../src/agreements/asking/rounds.ts';
import { standingKey } from '../../src/agreements/events.ts';
import { agreementTable } from '../../src/agreements/published.ts';
import { standingTable } from '../../src/agreements/standings.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { approved, closed, declined, finished, published, retired, signed, started } from '../support/agreement-events.ts';
import { Ledger } from '../support/ledger.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const school = schoolFrom({
  ...{ name: 'Quillhaven', domain: 'q.example', roleAccount: at('safeguarding'), dslTelephone: '01632 960 123' },
  ...{ address: 'https://script.google.com/macros/s/A/exec', head: at('head'), dsl: at('dsl'), chair: at('chair'), approvers: [at('it')] },
});
const TODAY = '2026-09-07';
const SUMMER = '2026-06-01T09:00:00.000Z';
const MORNING = '2026-09-07T05:00:00.000Z';

function person(name: string, change: Partial<RollEntry> = {}): RollEntry {
  return onTheRoll({ email: at(name), givenName: name, familyName: 'Example', ...change });
}

function pupil(name: string, className: string, change: Partial<RollEntry> = {}): RollEntry {
  return person(name, { kind: 'pupil', className, ...change });
}

/** A school in which these agreements are asked of people since summer. */
function ledger(): Ledger {
  const kept = new Ledger();
  kept.record(
    [
      ...[published('staff'), published('ks1', { audience: 'ks1' }), published('ks2', { audience: 'ks2' }), published('supply', { audience: 'supply' })],
      ...[published('class-2A', { audience: 'class', className: '2A' }), published('class-3A', { audience: 'class', className: '3A' })],
      ...[started('summer', ['staff', 'ks1', 'ks2', 'supply', 'class-2A', 'class-3A']), finished('summer')],
    ],
    SUMMER,
  );
  return kept;
}

interface Morning {
  isConfirmed?: boolean;
  today?: string;
}

/** One morning: everything that the list changes is recorded, part by part. */
function morning(kept: Ledger, roll: readonly RollEntry[], { isConfirmed = false, today = TODAY }: Morning = {}) {
  let first: ReturnType<typeof changesBy> | null = null;
  for (let part = 0; ; part += 1) {
    const standings = { agreements: kept.rows(agreementTable), rounds: kept.rows(roundTable), standings: kept.rows(standingTable) };
    const changes = changesBy(standings, { roll, school, today }, isConfirmed);
    first ??= changes;
    const { events, count } = changeEvents(changes, dueForJoiners(today, school, 14), `people ${today}`);
    expect(count > 0).toBe(events.length > 0);
    if (count === 0) return first;
    kept.record(events, new Date(Date.parse(`${today}T05:00:00.000Z`) + part * 1_000).toISOString());
    expect(part).toBeLessThan(50);
  }
}

/** The school a term later: everybody on this list was asked, and these have signed and are approved. */
function settledSchool(roll: readonly RollEntry[], signers: [agreement: 'staff' | 'ks1' | 'ks2', name: string][] = []): Ledger {
  const kept = ledger();
  morning(kept, roll, { today: '2026-06-02' });
  for (const [audience, name] of signers) {
    kept.record([signed(audience, at(name), { audience, at: SUMMER }), approved(audience, at(name))], '2026-06-03T09:00:00.000Z');
  }
  return kept;
}

/** `agreement: state (group, note)` for one person. */
function standing(kept: Ledger, email: string): string[] {
  return kept
    .rows(standingTable)
    .filter((row) => row.person === email)
    .map(({ agreementId, state, group, note }) => `${agreementId}: ${state} (${[group, note].filter((part) => part !== '').join(', ')})`)
    .sort();
}

test('A12: a new starter is asked on the first morning they are on the list, with a day to sign by', () => {
  const kept = settledSchool([person('sam')]);
  morning(kept, [person('sam'), person('newcomer')]);
  expect(kept.find(standingTable, standingKey({ agreementId: 'staff', person: at('newcomer') }))).toMatchObject({
    ...{ state: 'asked', name: 'newcomer Example', group: 'Staff', due: '2026-09-21', round: '', version: 1, listed: true },
  });
  expect(standing(kept, at('sam'))).toEqual(['staff: asked (Staff)']);
});

test('A12: nobody is asked for an agreement before its first round, nor while a round is asking them', () => {
  const kept = new Ledger();
  kept.record([published('staff'), published('ks2', { audience: 'ks2' }), started('autumn', ['ks2'])], SUMMER);
  expect(morning(kept, [person('sam'), pupil('amira', '3A')]).asks).toEqual([]);
  kept.record([finished('autumn')], MORNING);
  expect(morning(kept, [person('sam'), pupil('amira', '3A')]).asks).toHaveLength(1);
});

test('A5, A6, A7: a pupil who moves from Year 2 to Year 3 is asked for the older pupils’ agreement and the new class’s; the old ones close', () => {
  const kept = settledSchool([pupil('yusuf', '2A')], [['ks1', 'yusuf']]);
  expect(standing(kept, at('yusuf'))).toEqual(['class-2A: asked (2A)', 'ks1: signed (2A)']);
  morning(kept, [pupil('yusuf', '3A')]);
  expect(standing(kept, at('yusuf'))).toEqual([
    'class-2A: closed (2A, in another group now)',
    'class-3A: asked (3A)',
    'ks1: closed (2A, in another group now)',
    'ks2: asked (3A)',
  ]);
});

test('A11: a pupil who changes class within the phase keeps the signature, and it stands under the new class', () => {
  const kept = settledSchool([pupil('amira', '3A')], [['ks2', 'amira']]);
  morning(kept, [pupil('amira', '4B', { familyName: 'Khan-Ali' })]);
  expect(standing(kept, at('amira'))).toEqual(['class-3A: closed (3A, in another group now)', 'ks2: signed (4B)']);
  expect(kept.find(standingTable, standingKey({ agreementId: 'ks2', person: at('amira') }))?.name).toBe('amira Khan-Ali');
});

test('A12: a leaver’s agreements close, whatever their state; a year later they come back and are asked again', () => {
  const before = [person('sam'), person('tola'), person('una'), pupil('amira', '3A')];
  const kept = settledSchool(before, [['staff', 'tola']]);
  kept.record([declined('staff', at('una'), SUMMER)], SUMMER);
  morning(kept, [person('sam'), person('una', { leaves: '2026-09-06' })]);
  expect([standing(kept, at('tola')), standing(kept, at('una')), standing(kept, at('amira'))]).toEqual([
    ['staff: closed (Staff, left)'],
    ['staff: closed (Staff, left)'],
    ['class-3A: closed (3A, left)', 'ks2: closed (3A, left)'],
  ]);
  morning(kept, before, { today: '2027-09-06' });
  expect(standing(kept, at('tola'))).toEqual(['staff: asked (Staff)']);
});

test('A12: on the day somebody leaves their agreement still stands; what the office closed by hand stays closed', () => {
  const kept = settledSchool([person('sam'), person('tola')], [['staff', 'sam']]);
  kept.record([closed('staff', at('tola'), 'on maternity leave')], SUMMER);
  morning(kept, [person('sam', { leaves: TODAY }), person('tola')]);
  expect([standing(kept, at('sam')), standing(kept, at('tola'))]).toEqual([['staff: approved (Staff)'], ['staff: closed (Staff, on maternity leave)']]);
});

test('A12: somebody who signed before the office put them on the list has not left it; once on it they can', () => {
  const kept = settledSchool([person('sam')]);
  kept.record([signed('staff', at('newcomer'), { at: SUMMER })], SUMMER);
  morning(kept, [person('sam')]);
  expect(standing(kept, at('newcomer'))).toEqual(['staff: awaiting approval (Staff)']);
  morning(kept, [person('sam'), person('newcomer')], { today: '2026-09-08' });
  expect(kept.find(standingTable, standingKey({ agreementId: 'staff', person: at('newcomer') }))).toMatchObject({ name: 'newcomer Example', listed: true });
  morning(kept, [person('sam')], { today: '2026-09-09' });
  expect(standing(kept, at('newcomer'))).toEqual(['staff: closed (Staff, left)']);
});

test('A4: a guest’s access closes by itself the day after its last, and is not asked for again; one with a later day, or asked anew by hand, stays', () => {
  const kept = ledger();
  for (const [name, ends] of [
    ['guest:r1', '2026-09-06'],
    ['guest:r2', TODAY],
    [at('nadine'), '2026-09-06'],
  ] as const) {
    kept.record([signed('supply', name, { audience: 'supply', at: SUMMER }), approved('supply', name, ends)], SUMMER);
  }
  const roll = [person('nadine', { kind: 'supply' })];
  for (const today of [TODAY, '2026-09-08']) morning(kept, roll, { today });
  expect([standing(kept, 'guest:r1'), standing(kept, 'guest:r2'), standing(kept, at('nadine'))]).toEqual([
    ['supply: closed (Supply and trainees, access ended)'],
    ['supply: closed (Supply and trainees, access ended)'],
    ['supply: closed (Supply and trainees, access ended)'],
  ]);
  const again = {
    agreementId: 'supply',
    version: 1,
    roundId: '',
    before: null,
    due: '2026-09-21',
    people: [{ person: at('nadine'), name: 'N', group: 'S' }],
    why: 'back',
  };
  kept.record([{ action: 'people asked', subject: at('nadine'), payload: again }], '2026-09-08T09:00:00.000Z');
  morning(kept, roll, { today: '2026-09-09' });
  expect(standing(kept, at('nadine'))).toEqual(['supply: asked (Supply and trainees, back)']);
});

test('A13: when an agreement is retired, what is open of it closes, guests’ as well', () => {
  const kept = settledSchool([person('sam')], [['staff', 'sam']]);
  kept.record([signed('staff', 'guest:r1', { at: SUMMER }), retired('staff')], SUMMER);
  morning(kept, [person('sam'), person('tola')]);
  expect([standing(kept, at('sam')), standing(kept, 'guest:r1'), standing(kept, at('tola'))]).toEqual([
    ['staff: closed (Staff, agreement retired)'],
    ['staff: closed (Staff, agreement retired)'],
    [],
  ]);
});

test('A13: somebody who was away while a new version was asked for is asked for it when they are back', () => {
  const kept = settledSchool([person('sam'), person('tola')], [['staff', 'tola']]);
  morning(kept, [person('sam')]);
  kept.record([published('staff', { version: 2 }), started('new', ['staff'], 'new version'), finished('new')], MORNING);
  morning(kept, [person('sam'), person('tola')], { today: '2026-09-08' });
  expect(kept.find(standingTable, standingKey({ agreementId: 'staff', person: at('tola') }))).toMatchObject({ state: 'asked', version: 2 });
});

test.each([
  ['a class without a year', 'Elm', 'closed (3A, in another group now)'],
  ['no class at all', '', 'asked (3A)'],
  ['a mixed class that leaves it open', '2/3 Ash', 'closed (3A, in another group now)'],
])('A6: a pupil for whom the list says %s is not thought to have left the phase', (_, className, ofClass) => {
  const kept = settledSchool([pupil('amira', '3A')], [['ks2', 'amira']]);
  morning(kept, [pupil('amira', className)]);
  expect(standing(kept, at('amira'))).toEqual([`class-3A: ${ofClass}`, 'ks2: signed (3A)']);
});

// ---- a list that is not whole ----

function staffOf(count: number): RollEntry[] {
  return Array.from({ length: count }, (_, index) => person(`p${index}`));
}

test.each([
  ['ten of thirty', 30, 20, 0],
  ['eleven of thirty', 30, 19, 11],
  ['eleven of sixty', 60, 49, 0],
  ['thirteen of sixty', 60, 47, 13],
  ['all of three', 3, 0, 3],
  ['both of two', 2, 0, 0],
  ['all of eight hundred', 800, 0, 800],
])('A12: when %s are gone from the list at once, it is or is not believed', (_, before, after, held) => {
  const kept = settledSchool(staffOf(before));
  const changes = morning(kept, staffOf(after));
  expect(changes.heldBack).toEqual(held === 0 ? [] : [{ kind: 'Staff', leaving: held, of: before }]);
  expect(kept.rows(standingTable).filter(({ state }) => state === 'closed')).toHaveLength(held === 0 ? before - after : 0);
  // Once the office has confirmed it, they close.
  morning(kept, staffOf(after), { isConfirmed: true });
  expect(kept.rows(standingTable).filter(({ state }) => state === 'closed')).toHaveLength(before - after);
});

test('A12: an empty list closes nobody; guests’ access ends all the same, and joiners are asked', () => {
  const kept = settledSchool([...staffOf(20), pupil('amira', '3A')]);
  kept.record([signed('supply', 'guest:r1', { audience: 'supply', at: SUMMER }), approved('supply', 'guest:r1', '2026-09-06')], SUMMER);
  expect(morning(kept, []).heldBack).toEqual([{ kind: 'Staff', leaving: 20, of: 20 }]);
  expect(
    kept
      .rows(standingTable)
      .filter(({ state }) => state === 'closed')
      .map(({ person: who }) => who),
  ).toEqual(['guest:r1']);
  expect(morning(kept, [person('newcomer')]).asks).toHaveLength(1);
});

test('A12: when the whole school moves up a year, classes change and nothing is held back but who is gone', () => {
  const year = (from: number, classes: string[]) =>
    classes.flatMap((name, index) => Array.from({ length: 20 }, (_, place) => pupil(`c${from + index}-${place}`, name)));
  const kept = settledSchool(year(0, ['RA', '1A', '2A', '3A', '4A', '5A', '6A']));
  const changes = morning(kept, year(0, ['1A', '2A', '3A', '4A', '5A', '6A']));
  expect(changes.heldBack).toEqual([]);
  const states = (id: string) => {
    const rows = kept.rows(standingTable).filter(({ agreementId }) => agreementId === id);
    return { asked: rows.filter(({ state }) => state === 'asked').length, closed: rows.filter(({ state }) => state === 'closed').length };
  };
  expect({ ks1: states('ks1'), ks2: states('ks2'), 'class-3A': states('class-3A') }).toEqual({
    ks1: { asked: 40, closed: 20 },
    ks2: { asked: 80, closed: 20 },
    'class-3A': { asked: 20, closed: 20 },
  });
});

// ---- properties ----

const KINDS = ['staff', 'pupil', 'supply', 'parent'] as const;
const anyRoll = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 0, max: 14 }),
      kind: fc.constantFrom(...KINDS),
      className: fc.constantFrom('', '2A', '3A', '4B', 'Elm'),
      leaves: fc.constantFrom('', '2026-09-06'),
    })
    .map(({ number, ...change }) => person(`p${number}`, change)),
  { selector: ({ email }) => email, maxLength: 15 },
);

test('A12: the same list twice changes nothing the second time, and a list that comes back brings everybody back', () => {
  fc.assert(
    fc.property(anyRoll, anyRoll, fc.boolean(), (first, second, isConfirmed) => {
      const kept = settledSchool(first);
      morning(kept, second, { isConfirmed });
      const again = morning(kept, second, { isConfirmed, today: '2026-09-08' });
      expect({ ...again, heldBack: [] }).toEqual({ asks: [], moves: [], closings: [], heldBack: [] });
      morning(kept, first, { isConfirmed: true, today: '2026-09-09' });
      for (const { email, leaves } of first.filter((entry) => entry.leaves === '')) {
        const open = kept.rows(standingTable).filter((row) => row.person === email && row.state === 'closed' && row.note === 'left');
        expect({ email, leaves, open }).toEqual({ email, leaves, open: [] });
      }
    }),
    { numRuns: 200 },
  );
});

test('closings of one kind go together, at most 300 at once', () => {
  const many = Array.from({ length: 650 }, (_, index) => ({ standing: `staff|p${index}`, why: index % 2 === 0 ? 'left' : 'access ended' }));
  const { events, count } = closingEvents(many, 'people');
  expect({ events, count }).toMatchObject({ events: [{ action: 'standings closed', payload: { why: 'left' } }], count: 300 });
  expect(closingEvents([], 'people')).toEqual({ events: [], count: 0 });
});
