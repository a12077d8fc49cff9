import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ABOUT, type Involvement, LANE_IDS, type Lane, ROLES, SEVERITIES } from '../../src/incidents/concern.ts';
import { PROTOCOLS } from '../../src/incidents/protocols/all.ts';
import { answersTo } from '../../src/incidents/protocols/answers.ts';
import { endOfWorkOn, hoursLater, minutesLater, sameDay, sameSchoolDay, schoolDays, workingDays } from '../../src/incidents/tasks/due.ts';
import { tasksWanted } from '../../src/incidents/tasks/task-rules.ts';
import { head, lead } from '../../src/incidents/tasks/who.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { ukTime } from '../../src/school/uk-time.ts';
import { involved } from '../support/concerns.ts';
import { RULES_SCHOOL, type RuleCase, ruleRow } from '../support/rules.ts';

const { head: HEAD, dsl: DSL, chair: CHAIR, deputies, dataLead, coordinator } = RULES_SCHOOL;
const DEPUTY = deputies[0] ?? '';

describe('B5: whoever is named is never the one to do it', () => {
  test.each<[Lane, string[], string]>([
    ['dsl', [], 'DSL'],
    ['dsl', [DSL], 'deputy DSL'],
    ['dsl', [DEPUTY], 'DSL'],
    ['dsl', [DSL, DEPUTY], 'headteacher'],
    ['dsl', [DSL, DEPUTY, HEAD], 'chair of governors'],
    ['staff', [], 'headteacher'],
    ['staff', [HEAD], 'chair of governors'],
    ['dsl-concern', [DSL], 'headteacher'],
    ['low-level', [], 'headteacher'],
    ['head', [HEAD], 'chair of governors'],
    ['head', [HEAD, CHAIR], 'somebody outside the school: ask the LADO'],
    ['data', [], 'headteacher and data protection lead'],
    ['data', [dataLead], 'headteacher'],
    ['data', [HEAD], 'chair of governors'],
    ['misuse', [], 'online-safety coordinator'],
    ['misuse', [coordinator], 'DSL'],
  ])('in the lane %s, naming %j: %s', (lane, named, who) => expect(lead({ lane, named }, RULES_SCHOOL)).toBe(who));

  test.each<[Lane, string[], string]>([
    ['staff', [], 'headteacher'],
    ['dsl', [HEAD], 'chair of governors'],
    ['head', [], 'chair of governors'],
    ['staff', [HEAD, CHAIR], 'somebody outside the school: ask the LADO'],
  ])('what is the head’s in the lane %s, naming %j: %s', (lane, named, who) => expect(head({ lane, named }, RULES_SCHOOL)).toBe(who));

  test('a head who is the DSL as well is not asked about themselves', () => {
    expect(lead({ lane: 'dsl-concern', named: [] }, { ...RULES_SCHOOL, dsl: HEAD })).toBe('chair of governors');
  });

  test('without a coordinator or a data lead it is the DSL’s and the head’s', () => {
    const school = { ...RULES_SCHOOL, coordinator: '', dataLead: '' };
    expect([lead({ lane: 'misuse', named: [] }, school), lead({ lane: 'data', named: [] }, school)]).toEqual(['DSL', 'headteacher']);
  });
});

const moment = fc.date({ min: new Date('2026-09-01'), max: new Date('2028-08-31'), noInvalidDate: true }).map((date) => date.toISOString());

describe('due moments', () => {
  test('the end of work is five in the afternoon on clocks in the UK, summer and winter', () => {
    expect([endOfWorkOn('2026-07-01'), endOfWorkOn('2026-12-01')]).toEqual(['2026-07-01T16:00:00.000Z', '2026-12-01T17:00:00.000Z']);
    expect([endOfWorkOn('2026-10-25'), endOfWorkOn('2027-03-28')]).toEqual(['2026-10-25T17:00:00.000Z', '2027-03-28T16:00:00.000Z']);
  });

  test('none is before the moment it counts from, and a day’s end shows five on clocks in the UK', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 }), (from, amount) => {
        const ends = [
          sameDay(from, RULES_SCHOOL),
          sameSchoolDay(from, RULES_SCHOOL),
          workingDays(from, amount + 1, RULES_SCHOOL),
          schoolDays(from, amount + 1, RULES_SCHOOL),
        ];
        for (const end of ends) {
          expect(end >= from).toBe(true);
          expect(ukTime(end)).toMatch(/ 17:00$/);
        }
        expect(Date.parse(minutesLater(from, amount)) - Date.parse(from)).toBe(amount * 60_000);
        expect(Date.parse(hoursLater(from, 72)) - Date.parse(from)).toBe(259_200_000);
      }),
    );
  });
});

const anyone: fc.Arbitrary<Involvement> = fc
  .record({
    email: fc.constantFrom('', HEAD, DSL, DEPUTY, CHAIR, dataLead, coordinator, 'child@q.example', 'teacher@q.example'),
    role: fc.constantFrom(...ROLES),
    kind: fc.constantFrom('' as const, 'pupil' as const, 'staff' as const, 'parent' as const, 'visitor' as const),
  })
  .map(({ email, role, kind }) => involved(role, email, { kind }));

const anyCase: fc.Arbitrary<RuleCase> = fc.record({
  types: fc.subarray(TYPES.map(({ id }) => id)),
  people: fc.uniqueArray(anyone, { maxLength: 5, selector: ({ email }) => email }),
  about: fc.constantFrom(...ABOUT),
  lane: fc.constantFrom(...LANE_IDS),
  danger: fc.boolean(),
  toldInPerson: fc.boolean(),
  severity: fc.constantFrom('' as const, ...SEVERITIES),
  received: moment,
  answers: fc
    .subarray(
      PROTOCOLS.flatMap((protocol) => protocol.steps.map((step) => ({ id: `${protocol.id}.${step.id}`, values: answersTo(step).map(({ value }) => value) }))),
    )
    .chain((steps) =>
      fc
        .tuple(...steps.map(({ values }) => fc.constantFrom('Words', ...values)))
        .map((values) => Object.fromEntries(steps.map(({ id }, place) => [id, values[place] ?? '']))),
    ),
});

test('B6: whatever a case is, every task has an id of its own, a reason, a source, somebody to do it, and is never due before it was received', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 20_000 }), (standing, minutes) => {
      const row = ruleRow(standing);
      const tasks = tasksWanted(row, RULES_SCHOOL, minutesLater(row.received, minutes), { dutyToReport: true });
      expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
      for (const task of tasks) {
        expect(task).toMatchObject({ from: 'rule', why: expect.stringMatching(/\S/), source: expect.stringMatching(/\S/), what: expect.stringMatching(/\S/) });
        expect(task.due === '' || task.due >= row.received).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

/** Who holds the place that a task names. */
const HOLDERS: Record<string, string[]> = {
  DSL: [DSL],
  'deputy DSL': deputies,
  headteacher: [HEAD],
  'chair of governors': [CHAIR],
  'headteacher and data protection lead': [HEAD, dataLead],
  'online-safety coordinator': [coordinator],
  'somebody outside the school: ask the LADO': ['lado@example.org'],
};

test('B5: whatever a case is, no task goes to somebody whom it names', () => {
  fc.assert(
    fc.property(anyCase, (standing) => {
      const row = ruleRow(standing);
      for (const { who } of tasksWanted(row, RULES_SCHOOL, row.received)) {
        const holders = HOLDERS[who];
        expect([who, holders?.some((holder) => !row.named.includes(holder))]).toEqual([who, true]);
        if (who.includes(' and ')) expect(holders?.some((holder) => row.named.includes(holder))).toBe(false);
      }
    }),
    { numRuns: 80 },
  );
});

test('B6: the same case gives the same tasks again, and rules look at nothing but what they are given', () => {
  fc.assert(
    fc.property(anyCase, (standing) => {
      const row = ruleRow(standing);
      expect(tasksWanted(row, RULES_SCHOOL, row.received)).toEqual(tasksWanted(structuredClone(row), RULES_SCHOOL, row.received));
    }),
    { numRuns: 30 },
  );
});
