import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgreementEvents, standingKey } from '../../src/agreements/events.ts';
import { after, type State } from '../../src/agreements/standing.ts';
import { type StandingRow, standingProjection } from '../../src/agreements/standings.ts';
import type { NewEvent, RecordedEvent } from '../../src/records/journal.ts';
import { changesBy } from '../../src/records/projection.ts';

const PEOPLE = ['sam@q.example', 'priya@q.example', 'guest:r1'];
const IDS = ['staff', 'ks2'];

/** Something that happens to one person's standing with one agreement, as people would say it. */
type Said =
  | { what: 'asked'; before: 'expire' | 'supersede' | null; version: number }
  | { what: 'told'; step: number }
  | { what: 'signed' | 'signed in person'; isApproved: boolean; version: number; countsFrom: number }
  | { what: 'settled'; version: number; countsFrom: number }
  | { what: 'declined'; version: number }
  | { what: 'approved' | 'sent back' | 'withdrawn' | 'closed' | 'escalated' | 'access extended' | 'moved' };
type About = { agreementId: string; person: string; said: Said };

const version = fc.integer({ min: 1, max: 3 });
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ what: fc.constant('asked' as const), before: fc.constantFrom(null, 'expire' as const, 'supersede' as const), version }),
  fc.record({ what: fc.constant('told' as const), step: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ what: fc.constantFrom('signed' as const, 'signed in person' as const), isApproved: fc.boolean(), version, countsFrom: version }),
  fc.record({ what: fc.constant('settled' as const), version, countsFrom: version }),
  fc.record({ what: fc.constant('declined' as const), version }),
  fc.record({ what: fc.constantFrom(...(['approved', 'sent back', 'withdrawn', 'closed', 'escalated', 'access extended', 'moved'] as const)) }),
);
const about: fc.Arbitrary<About> = fc.record({ agreementId: fc.constantFrom(...IDS), person: fc.constantFrom(...PEOPLE), said });

// ---- the model: states by the transition table alone ----

interface Stand {
  state: State;
  version: number;
}

function expectedAfter(stand: Stand | undefined, { person, said: it }: About): Stand | undefined {
  const now = stand ?? { state: 'not asked', version: 0 };
  const by = (next: State | null, change: Partial<Stand> = {}) => (next === null ? now : { ...now, ...change, state: next });
  switch (it.what) {
    case 'asked': {
      const freed = it.before === null ? now.state : (after(now.state, it.before, true) ?? now.state);
      return by(after(freed, 'ask', true), { version: it.version });
    }
    case 'signed':
    case 'signed in person':
    case 'settled': {
      const standing = now.version < it.countsFrom ? (after(now.state, 'supersede', true) ?? now.state) : now.state;
      return by(after(standing, 'sign', it.what !== 'settled' && it.isApproved), { version: it.version });
    }
    case 'declined':
      return by(after(now.state, 'decline', true), { version: it.version });
  }
  // Nothing else makes a standing that is not there.
  if (!stand) return undefined;
  if (it.what === 'told') return it.step === 0 ? stand : by(after(now.state, 'remind', true));
  const happening = { approved: 'approve', 'sent back': 'send back', withdrawn: 'withdraw', closed: 'close' } as const;
  // A guest comes back as somebody new.
  if (it.what === 'sent back' && person.startsWith('guest:') && now.state === 'awaiting approval') return by('closed');
  return it.what in happening ? by(after(now.state, happening[it.what as keyof typeof happening], true)) : stand;
}

// ---- the real thing ----

function eventOf({ agreementId, person, said: it }: About): NewEvent {
  const key = standingKey({ agreementId, person });
  const name = { agreementId, person, name: 'A Name', group: '3A' };
  const due = '2026-09-21';
  const one = { standings: [key] };
  const signedAt = '2026-09-07T09:00:00.000Z';
  const text = { sha256: 'x', agreementId };
  const answer = { responseId: 'r', formId: 'f', formKind: 'account' as const, ...text, email: person, address: 'typed' as const, fullName: 'A Name' };
  const made = <Action extends keyof AgreementEvents>(action: Action, payload: AgreementEvents[Action]): NewEvent => ({ action, subject: 'about', payload });
  switch (it.what) {
    case 'asked':
      return made('people asked', { agreementId, version: it.version, roundId: '', before: it.before, due, people: [{ person, name: 'A Name', group: '3A' }] });
    case 'told':
      return made('people told', { ...one, step: it.step });
    case 'signed':
      return made('agreement signed', {
        ...{ ...answer, version: it.version, role: '', signature: '', signedAt, formUnchanged: true, isApproved: it.isApproved },
        ...{ countsFrom: it.countsFrom, answersHash: '', children: [], consents: [], standings: [name] },
      });
    case 'signed in person':
      return made('signed in person', {
        ...{ ...text, version: it.version, isApproved: it.isApproved, countsFrom: it.countsFrom },
        ...{ witness: 'w@q.example', witnessName: 'W', people: [{ person, name: 'A Name', group: '3A' }] },
      });
    case 'settled':
      return made('answer settled', {
        responseId: 'r',
        version: it.version,
        countsFrom: it.countsFrom,
        signedAt,
        children: [],
        consents: [],
        standings: [name],
      });
    case 'declined':
      return made('agreement declined', { ...answer, version: it.version, reason: 'No', signedAt, answersHash: '', standings: [name] });
    case 'approved':
      return made('signature approved', { responseId: 'r', approver: 'a@q.example', approverName: 'A', accessEnds: null, seenInPerson: true, ...one });
    case 'sent back':
      return made('signature sent back', { responseId: 'r', reason: 'Sign again', due, ...one });
    case 'withdrawn':
      return made('standings withdrawn', { ...one, since: due, how: 'telephone' });
    case 'closed':
      return made('standings closed', { ...one, why: 'left' });
    case 'escalated':
      return made('escalated', { ...one, to: 'head' });
    case 'access extended':
      return made('access extended', { ...one, until: due });
    case 'moved':
      return made('people moved', { standings: [name] });
  }
}

function recorded(events: readonly NewEvent[]): RecordedEvent[] {
  return events.map((event, index) => ({ ...event, sequence: index + 1, at: `2026-09-07T10:${String(index % 60).padStart(2, '0')}:00.000Z`, actor: 'test' }));
}

/** Rows after events that are kept `size` at a time, each time read back from what was kept. */
function rowsAfter(events: readonly RecordedEvent[], size: number): Map<string, StandingRow> {
  const rows = new Map<string, StandingRow>();
  for (let start = 0; start < events.length; start += size) {
    const changes = changesBy(standingProjection, events.slice(start, start + size), (key) => rows.get(key));
    for (const [key, row] of changes) if (row) rows.set(key, row);
  }
  return rows;
}

test('A11: whatever is recorded in whatever order, each standing is in the state that the transition table gives', () => {
  fc.assert(
    fc.property(fc.array(about, { maxLength: 40 }), (all) => {
      const model = new Map<string, Stand>();
      for (const each of all) {
        const after = expectedAfter(model.get(standingKey(each)), each);
        if (after) model.set(standingKey(each), after);
      }
      const rows = rowsAfter(recorded(all.map(eventOf)), 1);
      expect(Object.fromEntries([...rows].map(([key, { state, version }]) => [key, { state, version }]))).toEqual(Object.fromEntries(model));
    }),
    { numRuns: 500 },
  );
});

test('A11: made anew from the journal, in parts of any size, the standings are the same', () => {
  fc.assert(
    fc.property(fc.array(about, { maxLength: 40 }), fc.integer({ min: 1, max: 40 }), (all, size) => {
      const events = recorded(all.map(eventOf));
      expect(rowsAfter(events, size)).toEqual(rowsAfter(events, 1));
    }),
  );
});

test('A15: asking, telling and closing many in one event is the same as one by one', () => {
  const people = PEOPLE.map((person) => ({ person, name: 'A Name', group: '3A' }));
  const keys = people.map(({ person }) => standingKey({ agreementId: 'staff', person }));
  const many: Said[] = [{ what: 'asked', before: 'supersede', version: 2 }, { what: 'told', step: 1 }, { what: 'closed' }, { what: 'moved' }];
  const inOne = (it: Said): NewEvent => {
    const [first] = people.map(({ person }) => eventOf({ agreementId: 'staff', person, said: it }));
    if (!first) throw new Error('nobody');
    const payload = first.payload as { people?: unknown; standings?: unknown[] };
    const names = people.map((each) => ({ agreementId: 'staff', ...each }));
    const whole = payload.people ? { people } : { standings: it.what === 'moved' ? names : keys };
    return { ...first, payload: { ...payload, ...whole } as NewEvent['payload'] };
  };
  fc.assert(
    fc.property(fc.array(about, { maxLength: 15 }), fc.constantFrom(...many), (before, it) => {
      const start = before.map(eventOf);
      const together = recorded([...start, inOne(it)]);
      const [last] = together.slice(-1);
      const apart = [
        ...together.slice(0, -1),
        ...people.map(({ person }) => ({ ...(last as RecordedEvent), ...eventOf({ agreementId: 'staff', person, said: it }) })),
      ];
      expect(rowsAfter(together, 1)).toEqual(rowsAfter(apart, 1));
    }),
  );
});

test('A11: whoever was told nothing since being asked anew starts at nothing, and an old signature stays to be read', () => {
  const about = (said: Said): About => ({ agreementId: 'staff', person: 'sam@q.example', said });
  const signing: Said = { what: 'signed', isApproved: true, version: 1, countsFrom: 1 };
  const all = [
    { what: 'asked', before: null, version: 1 },
    { what: 'told', step: 0 },
    { what: 'told', step: 1 },
    { what: 'escalated' },
    signing,
    { what: 'approved' },
    { what: 'asked', before: 'expire', version: 1 },
  ] as Said[];
  const row = rowsAfter(recorded(all.map(about).map(eventOf)), 1).get('staff|sam@q.example');
  expect(row).toMatchObject({ state: 'asked', told: 0, toldAt: null, escalated: '', responseId: 'r', wasInForce: true });
});
