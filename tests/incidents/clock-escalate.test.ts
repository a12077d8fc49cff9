import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CaseRow, caseProjection, readersFor } from '../../src/incidents/case.ts';
import { isUrgent } from '../../src/incidents/clock/urgent.ts';
import { LANE_IDS, type Lane } from '../../src/incidents/concern.ts';
import { chainFrom } from '../../src/incidents/lanes.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { ADULTS, at, escalating, every, SCHOOL, through } from '../support/clock.ts';
import { aCaseRow } from '../support/concerns.ts';

/** Rule 3: an urgent concern that nobody opens in the set time goes to the next person, at any hour. */

function urgent(change: Partial<CaseRow> = {}): CaseRow {
  const row = aCaseRow(change);
  return { ...row, facts: { ...row.facts, danger: true } };
}

function told(row: CaseRow, from = row.received, to = new Date(Date.parse(from) + 6 * 3_600_000).toISOString()): [string, string][] {
  return through([row], every(5, from, to), escalating).sent.map(({ when, to: person }) => [when.slice(11, 16), person.split('@')[0] ?? '']);
}

test.each([
  ['dsl', [], ['head', 'chair']],
  ['dsl', ['head'], ['chair']],
  ['dsl', ['head', 'chair'], []],
  ['misuse', [], ['dsl', 'first', 'second', 'head', 'chair']],
  ['misuse', ['first'], ['dsl', 'second', 'head', 'chair']],
  ['misuse', ['coordinator'], ['head', 'chair']],
  ['staff', [], ['chair']],
  ['low-level', [], ['chair']],
  ['dsl-concern', ['dsl'], ['chair']],
  ['data', [], ['chair']],
  ['head', ['head'], []],
] as [Lane, string[], string[]][])('rule 3: in the lane %s, naming %j, it goes on to %j, half an hour each', (lane, named, expected) => {
  const steps = told(urgent({ lane, named: named.map(at) }));
  expect(steps.map(([, person]) => person)).toEqual(expected);
  expect(steps.map(([when]) => when)).toEqual(['08:30', '09:00', '09:30', '10:00', '10:30'].slice(0, expected.length));
});

test('rule 3: what makes it urgent is danger, high severity, or a type that cannot wait', () => {
  const type = TYPES.find((each) => each.urgent)?.id ?? 'none';
  const calm = TYPES.find((each) => !each.urgent)?.id ?? 'none';
  expect(isUrgent(urgent())).toBe(true);
  expect(isUrgent(aCaseRow({ severity: 'high' }))).toBe(true);
  expect(isUrgent(aCaseRow({ types: [calm, type] }))).toBe(true);
  expect(isUrgent(aCaseRow({ types: [calm], severity: 'medium' }))).toBe(false);
  expect(told(aCaseRow({ types: [calm] }))).toEqual([]);
});

test.each([
  ['in the night', '2026-09-12T23:00:00.000Z'],
  ['on Christmas Day', '2026-12-25T12:00:00.000Z'],
  ['while the clocks go forward', '2026-03-29T00:45:00.000Z'],
  ['while the clocks go back', '2026-10-25T00:45:00.000Z'],
])('rule 3: %s half an hour is half an hour', (_, received) => {
  const [first] = through([urgent({ received })], every(5, received, new Date(Date.parse(received) + 7_200_000).toISOString()), escalating).sent;
  expect(first).toMatchObject({ to: at('head'), when: new Date(Date.parse(received) + 1_800_000).toISOString() });
});

test('rule 3: handed over to others, the clock runs anew for them', () => {
  const handedOver = { sequence: 2, at: '2026-09-07T12:00:00.000Z', actor: at('dsl'), action: 'case handed over', subject: 'C-AAAAAA' };
  const opened = urgent({ opened: '2026-09-07T08:10:00.000Z', unseenSince: null, state: 'open', readers: [at('chair')] });
  const row = caseProjection.apply(opened, { ...handedOver, payload: { from: 'dsl', to: 'staff', why: 'About a teacher' } }, 'C-AAAAAA');
  expect(row && told(row, '2026-09-07T12:00:00.000Z')).toEqual([['12:30', 'chair']]);
});

test('rule 3: opened or closed, it goes no further', () => {
  expect(told(urgent({ unseenSince: null, state: 'open' }))).toEqual([]);
  expect(told(urgent({ closed: '2026-09-07T08:10:00.000Z', state: 'closed' }))).toEqual([]);
});

test('B5: somebody it went to reads it as long as they hold a post that it may go to', () => {
  const row = urgent({ readers: [at('head')] });
  expect(readersFor(row, SCHOOL)).toContain(at('head'));
  expect(readersFor(row, { ...SCHOOL, head: at('newcomer') })).not.toContain(at('head'));
});

test('rule 3: the mail says nothing but that there is something to open', () => {
  const { sent } = through([urgent({ people: 'A.K. 3A', types: ['grooming'] })], ['2026-09-07T08:30:00.000Z'], escalating);
  const { subject = '', body = '', mayWait } = sent[0]?.mail ?? {};
  expect(`${subject} ${body}`).not.toMatch(/A\.K\.|groom|danger now|pupil/i);
  expect(subject).not.toContain('C-');
  expect(body).toContain('page=case&reference=C-AAAAAA');
  // It goes to the head, perhaps because of what it says of the DSL.
  expect(body).not.toContain(SCHOOL.dslTelephone);
  expect(mayWait).toBeUndefined();
});

const anyCase = fc.record({
  lane: fc.constantFrom(...LANE_IDS),
  named: fc.subarray(ADULTS),
  received: fc.constantFrom('2026-03-28T23:50:00.000Z', '2026-10-24T23:50:00.000Z', '2026-09-07T08:00:00.000Z'),
});
const anyBeats = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });

test('rule 3: however irregular the beats, nobody named is told, nobody twice, nobody too early, and in the order of the chain', () => {
  fc.assert(
    fc.property(anyCase, anyBeats, ({ lane, named, received }, gaps) => {
      let time = Date.parse(received);
      const moments = gaps.map((gap) => {
        time += gap * 60_000;
        return new Date(time).toISOString();
      });
      const { sent } = through([urgent({ lane, named, received })], moments, escalating);
      const people = sent.map(({ to }) => to);
      expect(people.filter((person) => named.includes(person))).toEqual([]);
      expect(new Set(people).size).toBe(people.length);
      expect(people).toEqual(chainFrom(lane, SCHOOL).filter((person) => people.includes(person)));
      sent.forEach(({ when }, index) => {
        expect(Date.parse(when) - Date.parse(received)).toBeGreaterThanOrEqual((index + 1) * 1_800_000);
      });
      // One step a beat: whoever should have had it long since gets it with the next ones.
      expect(new Set(sent.map(({ when }) => when)).size).toBe(sent.length);
    }),
    { numRuns: 500 },
  );
});
