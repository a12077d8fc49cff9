import { describe, expect, test } from '@jest/globals';
import { tasksWanted } from '../../src/incidents/tasks/task-rules.ts';
import {
  allegedParent,
  allegedPupil,
  allegedTeacher,
  harmedPupil,
  harmedTeacher,
  MONDAY_NINE,
  RULES_SCHOOL,
  type RuleCase,
  ruleRow,
  wanted,
} from '../support/rules.ts';

const HALF_PAST_NINE = '2026-09-07T08:30:00.000Z';
const MONDAY_FIVE = '2026-09-07T16:00:00.000Z';
const TUESDAY_FIVE = '2026-09-08T16:00:00.000Z';

test.each<[string, RuleCase, string, string]>([
  ['nobody looks at images', { types: ['nudes'] }, 'leave-images', HALF_PAST_NINE],
  ['the review of nudes is held today', { types: ['nudes'] }, 'nudes-review', MONDAY_FIVE],
  ['the child is seen today', { people: [harmedPupil] }, 'see-child', MONDAY_FIVE],
  ['a pupil who tells and names nobody is seen today', { byPupil: true }, 'see-reporter', MONDAY_FIVE],
  ['the reporter of something urgent is spoken with', { types: ['grooming'], toldInPerson: false }, 'speak-to-reporter', HALF_PAST_NINE],
  ['a complaint that cannot wait goes to the DSL', { types: ['grooming'], about: 'misuse', lane: 'misuse' }, 'tell-dsl', HALF_PAST_NINE],
  ['FGM: the teacher tells the police', { types: ['fgm'] }, 'fgm-own-duty', TUESDAY_FIVE],
  ['staff are reminded', { answers: { 'critical.is': 'yes' } }, 'remind-staff', MONDAY_FIVE],
  ['the page is blocked', { answers: { 'safety-button.judgement': 'unsuitable' } }, 'block-address', HALF_PAST_NINE],
  ['who answers for filtering is told', { types: ['filter-let-through'] }, 'tell-filtering-lead', TUESDAY_FIVE],
  ['parents are told', { people: [allegedPupil] }, 'tell-parents', MONDAY_FIVE],
  ['the child is supported', { people: [harmedPupil] }, 'support-pupil', '2026-09-14T16:00:00.000Z'],
  ['staff who were harmed are supported today', { people: [harmedTeacher] }, 'support-staff', MONDAY_FIVE],
  ['a restorative meeting is considered', { people: [harmedPupil, allegedPupil] }, 'restorative', ''],
  ['the pupil who did it learns', { people: [allegedPupil] }, 'teach-impact', ''],
  ['take-down is decided', { types: ['impersonation'] }, 'take-down', MONDAY_FIVE],
  ['another school is told', { answers: { 'nudes.other-school': 'yes' } }, 'tell-other-school', MONDAY_FIVE],
  ['the bullying record', { types: ['bullying'] }, 'record-bullying', '2026-09-14T16:00:00.000Z'],
  ['the prejudice record', { types: ['hate-material'] }, 'record-prejudice', '2026-09-14T16:00:00.000Z'],
])('B4, B13: %s', (_, standing, id, due) => expect(wanted(standing).get(id)).toMatchObject({ due, from: 'rule', agency: '' }));

test.each<[string, RuleCase, string]>([
  ['the review has decided', { types: ['nudes'], answers: { 'nudes.decision': 'in school' } }, 'nudes-review'],
  ['only adults are affected: no child to see', { people: [harmedTeacher] }, 'see-child'],
  ['a pupil names who was hurt: that child is seen', { byPupil: true, people: [harmedPupil] }, 'see-reporter'],
  ['a grown-up reports and names nobody', {}, 'see-reporter'],
  ['a pupil complains about misuse', { byPupil: true, about: 'misuse' }, 'see-reporter'],
  ['somebody was told in person', { types: ['grooming'], toldInPerson: true }, 'speak-to-reporter'],
  ['it is not urgent', { types: ['gambling'], toldInPerson: false }, 'speak-to-reporter'],
  ['the reporter gave no name', { types: ['grooming'], toldInPerson: false, reporter: '' }, 'speak-to-reporter'],
  ['the complaint can wait', { types: ['phone-misuse'], about: 'misuse', lane: 'misuse' }, 'tell-dsl'],
  ['no pupil is in it', { people: [harmedTeacher] }, 'tell-parents'],
  ['there are images: no restorative meeting is proposed', { types: ['nudes'], people: [harmedPupil, allegedPupil] }, 'restorative'],
  ['it is no bullying', { types: ['phishing'] }, 'record-bullying'],
])('B4, B13: not when %s', (_, standing, id) => expect(wanted(standing).has(id)).toBe(false));

test('B3: what was felt to be prejudice goes into the record too', () => {
  expect(wanted({ types: ['bullying'], answers: { 'bullying-record.seen-as': 'yes' } }).has('record-prejudice')).toBe(true);
});

test('B13: where a parent is alleged, nobody is told at home without advice', () => {
  expect(wanted({ people: [harmedPupil, allegedParent] }).get('tell-parents')?.what).toContain('ask children’s social care first');
});

test('B13, B8: where somebody who works here is alleged, the LADO is asked before parents are told', () => {
  expect(wanted({ people: [harmedPupil, allegedTeacher], about: 'staff' }).get('tell-parents')?.what).toContain('ask the LADO first');
});

describe('what is due on a day when nobody is in school', () => {
  test.each([
    ['Friday after five', '2026-09-11T17:00:00.000Z', '2026-09-14T16:00:00.000Z', '2026-09-14T16:00:00.000Z'],
    ['Saturday', '2026-09-12T09:00:00.000Z', '2026-09-14T16:00:00.000Z', '2026-09-14T16:00:00.000Z'],
    ['in half term: parents the same day, the child when school is back', '2026-10-26T09:00:00.000Z', '2026-10-26T17:00:00.000Z', '2026-11-02T17:00:00.000Z'],
    ['Christmas Eve, six in the evening', '2026-12-24T18:00:00.000Z', '2026-12-29T17:00:00.000Z', '2026-12-29T17:00:00.000Z'],
    ['exactly at five', '2026-09-11T16:00:00.000Z', '2026-09-11T16:00:00.000Z', '2026-09-11T16:00:00.000Z'],
  ])('%s', (_, received, parents, child) => {
    const tasks = wanted({ people: [harmedPupil], received });
    expect([tasks.get('tell-parents')?.due, tasks.get('see-child')?.due]).toEqual([parents, child]);
  });

  test('what must be done at once is due within half an hour, at any hour', () => {
    expect(wanted({ danger: true, received: '2026-12-25T02:00:00.000Z' }).get('danger-999')?.due).toBe('2026-12-25T02:30:00.000Z');
  });

  test('closures that leave no school day stop no concern: working days are counted', () => {
    const school = { ...RULES_SCHOOL, closures: [{ from: '2026-09-01', to: '2030-09-01', name: 'A slip' }] };
    expect(wanted({ people: [harmedPupil] }, MONDAY_NINE, school).get('see-child')?.due).toBe(TUESDAY_FIVE);
  });
});

describe('rule 14: the duty to report', () => {
  const row = ruleRow({ types: ['grooming'] });
  const ids = (dutyToReport?: boolean) =>
    tasksWanted(row, RULES_SCHOOL, MONDAY_NINE, dutyToReport === undefined ? undefined : { dutyToReport }).map(({ id }) => id);

  test('is off until a school has checked that it is in force', () => {
    expect(ids()).not.toContain('duty-to-report');
    expect(ids(false)).not.toContain('duty-to-report');
  });

  test('switched on, it says to check with the local authority', () => {
    expect(ids(true)).toContain('duty-to-report');
    const task = tasksWanted(row, RULES_SCHOOL, MONDAY_NINE, { dutyToReport: true }).find(({ id }) => id === 'duty-to-report');
    expect(task?.source).toContain('check with your local authority');
    expect(tasksWanted(ruleRow({ types: ['bullying'] }), RULES_SCHOOL, MONDAY_NINE, { dutyToReport: true }).map(({ id }) => id)).not.toContain(
      'duty-to-report',
    );
  });
});
