import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findFromFacts } from '../../src/lessons/checks/find-from-facts.ts';
import { findInOffice } from '../../src/lessons/checks/find-in-office.ts';
import { standingsOf } from '../../src/lessons/checks/verdict.ts';
import { CONSIDERATIONS } from '../../src/lessons/considerations.ts';
import type { CheckState, Finding } from '../../src/lessons/finding.ts';
import { ANSWERS, type Guest, type LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { ACCESS, type MeetConfig, ON_OFF, REPORTING, USUAL_PROFILE, WHO_MAY } from '../../src/lessons/meet/space.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { AISHA, BEN, CORA, EVERYBODY, GOVERNOR, HEAD, TA, TEACHER, theOffice } from '../support/lesson-office.ts';
import { aLessonsFacts, SAFE_MEET } from '../support/lessons.ts';

const ADDRESSES = [
  ...[TEACHER, AISHA, BEN, CORA, TA, HEAD, GOVERNOR].map(({ email }) => email),
  ...['class-3a@quillhaven.example', 'a.friend@example.org', 'x@quillhaven.example.org'],
];
const guests = fc.uniqueArray(
  fc.record({ email: fc.constantFrom(...ADDRESSES), answer: fc.constantFrom(...ANSWERS), isResource: fc.constant(false), brings: fc.constantFrom(0, 0, 0, 2) }),
  { selector: ({ email }) => email, maxLength: 6 },
);
const config: fc.Arbitrary<MeetConfig> = fc.oneof(
  fc.constant(SAFE_MEET),
  fc.record({
    ...{
      accessType: fc.constantFrom(...ACCESS),
      moderation: fc.constantFrom(...ON_OFF),
      chat: fc.constantFrom(...WHO_MAY),
      present: fc.constantFrom(...WHO_MAY),
    },
    ...{ reactions: fc.constantFrom(...WHO_MAY), attendanceReport: fc.constantFrom(...REPORTING), recording: fc.constantFrom(...ON_OFF) },
    ...{ transcript: fc.constantFrom(...ON_OFF), notes: fc.constantFrom(...ON_OFF) },
  }),
);
const facts: fc.Arbitrary<LessonFacts> = fc
  .record({
    guests,
    organizer: fc.constantFrom(TEACHER.email, HEAD.email, 'stranger@example.org', 'c_3a@group.calendar.google.com'),
    callLinks: fc.subarray(['Google Meet', 'Zoom']),
    conference: fc.constantFrom(
      { kind: 'meet' as const, code: 'abc-defg-hij', name: '' },
      { kind: 'other' as const, code: '', name: 'Zoom Meeting' },
      { kind: 'other' as const, code: '', name: 'Google Meet' },
    ),
    isCancelled: fc.boolean(),
    anyoneCanAddSelf: fc.boolean(),
    config,
  })
  .map(({ config: set, isCancelled, anyoneCanAddSelf, ...known }) => ({
    ...aLessonsFacts(known),
    event: { title: '', start: '2026-09-09T08:30:00.000Z', end: '2026-09-09T09:15:00.000Z', isAllDay: false, isCancelled, anyoneCanAddSelf },
    space: { state: 'read', name: 'spaces/abc', config: set },
  }));

/** Ways in which less is known of the same lesson. */
const LESS: ((facts: LessonFacts) => LessonFacts | null)[] = [
  () => null,
  (known) => ({ ...known, guests: null }),
  (known) => ({ ...known, guests: known.guests?.slice(1) ?? null, guestsLeftOut: 1 }),
  (known) => ({ ...known, organizer: '' }),
  (known) => ({ ...known, conference: { kind: 'hidden', code: '', name: '' } }),
  (known) => ({ ...known, conference: { kind: 'none', code: '', name: '' } }),
  (known) => ({ ...known, callLinks: null }),
  (known) => ({ ...known, space: { state: 'not the owner' } }),
  ...(Object.keys(SAFE_MEET) as (keyof MeetConfig)[]).map((part) => ({ space, ...known }: LessonFacts): LessonFacts => {
    return { ...known, space: space.state === 'read' ? { ...space, config: { ...space.config, [part]: undefined } } : space };
  }),
];
const WANTED = {
  domain: 'quillhaven.example',
  profile: { accessType: 'RESTRICTED', chat: 'HOSTS_ONLY', recording: 'OFF', attendance: true },
  ...{ approvedSystems: ['Google Meet'], hours: { from: '08:30', to: '15:30' } },
} as const;
const wanted = { ...WANTED, approvedSystems: [...WANTED.approvedSystems] };

/** Everything that is found, by the sidebar and by the office; the class was chosen, and its pupils count where the guests do not say. */
function found(known: LessonFacts | null, signed: boolean): Finding[] {
  const office = theOffice(
    known,
    { className: '3A', settings: { plans: [BEN.email], mostAWeek: 1, auditedOn: '2026-09-01', profile: USUAL_PROFILE } },
    signed ? [] : [BEN],
  );
  const isKnown = office.invited?.isComplete === true && office.invited.pupils.length > 0;
  const classPupils = isKnown ? [] : EVERYBODY.filter(({ className, kind }: RollEntry) => kind === 'pupil' && className === '3A');
  return [...(known ? findFromFacts(known, wanted) : []), ...findInOffice({ ...office, classPupils })];
}

/** How often is counted for the class that a person chose, whoever is known to come. */
const COUNTED = 'how-often';

test('D1: less knowledge never turns a check, or a consideration, fine', () =>
  fc.assert(
    fc.property(facts, fc.subarray(LESS, { minLength: 1, maxLength: 3 }), fc.boolean(), (full, ways, signed) => {
      const less = ways.reduce<LessonFacts | null>((known, forget) => known && forget(known), full);
      const [before, after] = [full, less].map((known) => found(known, signed).filter(({ check }) => check !== COUNTED));
      const isFine = (findings: readonly Finding[] = [], check: string) =>
        findings.filter((each) => each.check === check).every(({ state }) => state === 'fine');
      for (const { check, state } of after ?? []) if (state === 'fine') expect([check, isFine(before, check)]).toEqual([check, true]);

      const states = (findings: readonly Finding[] = []) =>
        new Map<string, CheckState | null>(standingsOf(CONSIDERATIONS, findings, [], []).map(({ consideration, state }) => [consideration.id, state]));
      const [whole, part] = [states(before), states(after)];
      // When it is, a person says on the page: the office looks at the hours then.
      for (const [id, state] of part) if (state === 'fine' && id !== 'consideration-10') expect([id, whole.get(id)]).toEqual([id, 'fine']);
    }),
    { numRuns: 2_000 },
  ));

test('D1: the order of guests makes no difference', () =>
  fc.assert(
    fc.property(facts, fc.infiniteStream(fc.nat()), fc.boolean(), (known, order, signed) => {
      const shuffled = (known.guests ?? [])
        .map((guest): [number, Guest] => [order.next().value ?? 0, guest])
        .sort(([a], [b]) => a - b)
        .map(([, guest]) => guest);
      const states = (each: LessonFacts) => found(each, signed).map(({ check, state }) => [check, state]);
      const other = { ...known, guests: shuffled };
      expect(states(other)).toEqual(states(known));
      expect(findFromFacts(other, wanted)).toEqual(findFromFacts(known, wanted));
    }),
  ));

test('D1: everything can be fine: a lesson that is as it should be has nothing but ticks left', () => {
  const guests = [TEACHER, AISHA, BEN, TA].map(({ email }): Guest => ({ email, answer: 'accepted', isResource: false }));
  const findings = found(aLessonsFacts({ guests }), true).filter(({ check }) => check !== 'plans');
  expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
});
