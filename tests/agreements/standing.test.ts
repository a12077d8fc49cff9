import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { after, HAPPENINGS, type Happening, isInForce, isOutstanding, STATES, type State } from '../../src/agreements/standing.ts';

const happening = fc.constantFrom(...HAPPENINGS);
const isApproved = fc.boolean();

/** What may come after each state, as the register's rules say it; nothing else may. */
const NEXT: Record<State, State[]> = {
  'not asked': ['asked', 'signed', 'awaiting approval', 'declined', 'closed'],
  asked: ['asked', 'reminded', 'signed', 'awaiting approval', 'declined', 'closed'],
  reminded: ['asked', 'reminded', 'signed', 'awaiting approval', 'declined', 'closed'],
  signed: ['declined', 'expired', 'superseded', 'withdrawn', 'closed'],
  'awaiting approval': ['approved', 'asked', 'declined', 'superseded', 'withdrawn', 'closed'],
  approved: ['declined', 'expired', 'superseded', 'withdrawn', 'closed'],
  declined: ['asked', 'signed', 'awaiting approval', 'closed'],
  expired: ['asked', 'signed', 'awaiting approval', 'closed'],
  superseded: ['asked', 'signed', 'awaiting approval', 'closed'],
  withdrawn: ['asked', 'signed', 'awaiting approval', 'closed'],
  closed: ['asked', 'signed', 'awaiting approval'],
};

test.each(STATES)('A11: after "%s" comes what may come, and nothing else', (state) => {
  const found = HAPPENINGS.flatMap((each) => [after(state, each, true), after(state, each, false)]).filter((next) => next !== null);
  expect([...new Set(found)].sort()).toEqual([...NEXT[state]].sort());
});

test('A11: whatever happens in whatever order, a standing is always in one of the known states', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(happening, isApproved)), (all) => {
      const last = all.reduce<State>((state, [each, approved]) => after(state, each, approved) ?? state, 'not asked');
      expect(STATES).toContain(last);
    }),
  );
});

test('A11: every state can come about', () => {
  const reached = new Set<State>(['not asked']);
  for (const state of reached) {
    for (const each of HAPPENINGS) {
      for (const approved of [true, false]) {
        const next = after(state, each, approved);
        if (next) reached.add(next);
      }
    }
  }
  expect([...reached].sort()).toEqual([...STATES].sort());
});

test('A12: nothing but asking and signing leads out of a closed standing, and signing alone gives no access', () => {
  expect(HAPPENINGS.filter((each) => after('closed', each, true) !== null || after('closed', each, false) !== null)).toEqual(['ask', 'sign']);
  expect(after('closed', 'sign', true)).toBe('awaiting approval');
});

test('A2: only what waits for approval can be approved or sent back, and only approval gives "approved"', () => {
  for (const each of ['approve', 'send back'] as Happening[]) {
    expect(STATES.filter((state) => after(state, each, true) !== null)).toEqual(['awaiting approval']);
  }
  const ways = STATES.flatMap((state) => HAPPENINGS.filter((each) => after(state, each, true) === 'approved' || after(state, each, false) === 'approved'));
  expect(ways).toEqual(['approve']);
});

test('A2: an agreement that wants approval is not in force before it has it', () => {
  fc.assert(
    fc.property(fc.array(happening), (all) => {
      let state: State = 'not asked';
      let approved = false;
      for (const each of all) {
        const next = after(state, each, true);
        if (next === null) continue;
        if (each === 'approve') approved = true;
        if (each === 'sign') approved = false;
        state = next;
        expect(isInForce(state) && !approved).toBe(false);
        expect(isInForce(state) && isOutstanding(state)).toBe(false);
      }
    }),
  );
});

test('A11: every state can be closed, but a closed one not again', () => {
  expect(STATES.filter((state) => after(state, 'close', true) !== 'closed')).toEqual(['closed']);
});
