import { describe, expect, test } from '@jest/globals';
import { answerKept, PROTOCOLS, stepOf } from '../../src/incidents/protocols/all.ts';
import { answersTo, mayAnswer } from '../../src/incidents/protocols/answers.ts';
import { harmThreshold } from '../../src/incidents/protocols/harm-threshold.ts';
import { NUDES_TRIGGERS, triggersMet } from '../../src/incidents/protocols/nudes.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { involved } from '../support/concerns.ts';
import { accused, facts, harmedTeacher, type ProtocolCase, pupil, shown, standingOf, teacher } from '../support/protocols.ts';

test('B4: protocols and their steps have ids of their own and sources, and every question has answers', () => {
  expect(new Set(PROTOCOLS.map(({ id }) => id)).size).toBe(PROTOCOLS.length);
  for (const each of PROTOCOLS) {
    expect(new Set(each.steps.map(({ id }) => id)).size).toBe(each.steps.length);
    expect(each.id).not.toContain('.');
    for (const step of each.steps) {
      expect(stepOf(each.id, step.id)).toBe(step);
      expect(step.source?.from ?? '').not.toBe('');
      if (step.kind !== 'text') expect(answersTo(step).length).toBeGreaterThan(1);
      if (step.stops !== undefined) expect(mayAnswer(step, step.stops)).toBe(true);
    }
  }
});

test('B4: a step is answered with one of its own answers, a text with some words', () => {
  const device = stepOf('first-response', 'device');
  const passedOn = stepOf('first-response', 'passed-on');
  if (!device || !passedOn) throw new Error('steps are missing');
  expect([mayAnswer(device, 'on'), mayAnswer(device, 'yes'), mayAnswer(device, '')]).toEqual([true, false, false]);
  expect([mayAnswer(passedOn, 'The DSL at nine'), mayAnswer(passedOn, '  ')]).toEqual([true, false]);
});

describe('B4: first response', () => {
  test.each([
    ['on', ['leave-on', 'locked-away'], ['leave-off']],
    ['off', ['leave-off', 'locked-away'], ['leave-on', 'screen-recorded']],
    ['none', [], ['leave-on', 'leave-off', 'locked-away', 'technical']],
  ])('with a device that is %s', (state, there, notThere) => {
    const steps = shown('first-response', facts({ types: ['threats'], answers: { 'first-response.device': state } }));
    expect(steps).toEqual(expect.arrayContaining(there));
    for (const step of notThere) expect(steps).not.toContain(step);
  });

  test('nobody is asked to photograph or keep what may be an image of a child', () => {
    const answers = { 'first-response.device': 'on' };
    expect(shown('first-response', facts({ types: ['threats'], answers }))).toEqual(expect.arrayContaining(['screen-recorded', 'open-things-kept']));
    for (const type of TYPES.filter(({ images }) => images)) {
      const steps = shown('first-response', facts({ types: [type.id], answers }));
      expect(steps).toContain('images-nobody-looks');
      expect(steps).not.toContain('screen-recorded');
      expect(steps).not.toContain('open-things-kept');
    }
  });

  test('what is done to a device wants a witness', () => {
    for (const step of ['leave-on', 'leave-off', 'locked-away']) expect(stepOf('first-response', step)?.witness).toBe(true);
  });
});

describe('B7: the first review of nudes', () => {
  test.each([
    ['nudes', 'applies'],
    ['ai-images', 'applies'],
    ['abuse-images', 'offered'],
    ['bullying', 'no'],
  ] as const)('for %s it %s', (type, expected) => expect(standingOf('nudes', facts({ types: [type] }))).toBe(expected));

  test('it asks the five questions of rule 9, and not knowing is never no', () => {
    expect(NUDES_TRIGGERS).toHaveLength(5);
    for (const { id } of NUDES_TRIGGERS) {
      const step = stepOf('nudes', id);
      expect(step && answersTo(step).map(({ value }) => value)).toEqual(['yes', 'no', 'not known']);
      expect(triggersMet({ answers: { [`nudes.${id}`]: 'yes' } }).map((met) => met.id)).toEqual([id]);
      expect(triggersMet({ answers: { [`nudes.${id}`]: 'not known' } })).toEqual([]);
    }
  });

  test('no answer of it allows anybody to look', () => {
    const step = stepOf('nudes', 'viewing');
    expect(step && answersTo(step).map(({ value }) => value)).toEqual(['no', 'police asked']);
    expect(step?.witness).toBe(true);
  });
});

describe('B6: the harm threshold', () => {
  const limbs = ['harmed', 'offence', 'risk', 'unsuitable'];
  const answered = (values: readonly string[]) => Object.fromEntries(limbs.map((limb, place) => [`threshold.${limb}`, values[place] ?? '']));

  test.each([
    [['yes', 'no', 'no', 'no'], 'met'],
    [['no', 'no', 'no', 'yes'], 'met'],
    [['not known', 'yes', '', ''], 'met'],
    [['no', 'no', 'no', 'no'], 'not met'],
    [['no', 'no', 'no', 'not known'], 'open'],
    [['no', 'no', 'no', ''], 'open'],
    [['', '', '', ''], 'open'],
  ])('%j: %s', (values, expected) => expect(harmThreshold({ answers: answered(values) })).toBe(expected));

  test.each<[string, ProtocolCase, string]>([
    ['a member of staff is alleged', { people: [pupil, teacher] }, 'applies'],
    ['a volunteer is alleged', { people: [involved('alleged', 'v@q.example', { kind: 'volunteer' })] }, 'applies'],
    ['it is said to be about staff, and nobody is named', { about: 'staff' }, 'applies'],
    ['only pupils are alleged', { people: [pupil, accused] }, 'no'],
    ['a pupil is alleged to have done it to staff', { about: 'staff', people: [accused, harmedTeacher] }, 'no'],
    ['a parent is alleged', { people: [pupil, involved('alleged', 'p@q.example', { kind: 'parent' })] }, 'no'],
  ])('when %s', (_, standing, expected) => expect(standingOf('threshold', facts(standing))).toBe(expected));
});

test('B2: a case’s row keeps choices, and of words only that there are some', () => {
  expect(answerKept('nudes', 'adult', 'yes')).toBe('yes');
  expect(answerKept('nudes', 'who', '')).toBe('');
  const kept = answerKept('nudes', 'who', 'Zoë Brown, head of year');
  expect(kept).toMatch(/^words [0-9a-f]{12}$/);
  expect(kept).not.toBe(answerKept('nudes', 'who', 'Zoë Green, head of year'));
  expect(answerKept('nudes', 'a step of another version', 'Zoë Brown')).toMatch(/^words /);
});
