import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Involvement } from '../../src/incidents/concern.ts';
import { answerKept, answerOf, haltedAt, isFinished, PROTOCOLS, protocolOf, protocolsFor, stepOf, stepsShown } from '../../src/incidents/protocols/all.ts';
import { answersTo, mayAnswer } from '../../src/incidents/protocols/answers.ts';
import { protocolFacts } from '../../src/incidents/protocols/asks.ts';
import { harmThreshold } from '../../src/incidents/protocols/harm-threshold.ts';
import { NUDES_TRIGGERS, triggersMet } from '../../src/incidents/protocols/nudes.ts';
import type { Protocol, ProtocolFacts } from '../../src/incidents/protocols/protocol.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { aCaseRow, involved } from '../support/concerns.ts';

interface Case {
  types?: string[];
  answers?: Record<string, string>;
  people?: Involvement[];
  about?: 'pupil' | 'staff' | 'data' | 'head' | 'low-level';
}

function facts({ types = [], answers = {}, people = [], about = 'pupil' }: Case = {}): ProtocolFacts {
  const row = aCaseRow({ types }, { people, about });
  return protocolFacts({ ...row, facts: { ...row.facts, answers } });
}

function protocol(id: string): Protocol {
  const found = protocolOf(id);
  if (!found) throw new Error(`there is no protocol ${id}`);
  return found;
}

const shown = (id: string, standing: ProtocolFacts) => stepsShown(protocol(id), standing).map((step) => step.id);
const standingOf = (id: string, standing: ProtocolFacts) => protocolsFor(standing).find((each) => each.protocol.id === id)?.fit ?? 'no';

const pupil = involved('affected', 'child@q.example');
const accused = involved('alleged', 'other@q.example');
const teacher = involved('alleged', 'teacher@q.example', { kind: 'staff', year: null });
const harmedTeacher = involved('affected', 'teacher@q.example', { kind: 'staff', year: null });

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

  test.each<[string, Case, string]>([
    ['a member of staff is alleged', { people: [pupil, teacher] }, 'applies'],
    ['a volunteer is alleged', { people: [involved('alleged', 'v@q.example', { kind: 'volunteer' })] }, 'applies'],
    ['it is said to be about staff, and nobody is named', { about: 'staff' }, 'applies'],
    ['only pupils are alleged', { people: [pupil, accused] }, 'no'],
    ['a pupil is alleged to have done it to staff', { about: 'staff', people: [accused, harmedTeacher] }, 'no'],
    ['a parent is alleged', { people: [pupil, involved('alleged', 'p@q.example', { kind: 'parent' })] }, 'no'],
  ])('when %s', (_, standing, expected) => expect(standingOf('threshold', facts(standing))).toBe(expected));
});

describe('B9: guided paths', () => {
  const of = (instigator: string) => facts({ people: [harmedTeacher], answers: { 'staff-victim.instigator': instigator } });

  test.each([
    ['parent', ['parent-invited', 'parent-removal', 'parent-next']],
    ['staff', ['hr-first', 'staff-removal', 'staff-agreement']],
    ['pupil', ['pupil-removal', 'pupil-under-13', 'pupil-rules', 'pupil-parents', 'pupil-at-risk']],
  ])('staff as victims, by a %s', (who, own) => {
    const steps = shown('staff-victim', of(who)).filter((step) => /^(parent|hr|staff|pupil)-/.test(step));
    expect(steps).toEqual(own);
  });

  test('it belongs to a case in which staff are the victims, and to no other', () => {
    expect(standingOf('staff-victim', of('parent'))).toBe('applies');
    expect(standingOf('staff-victim', facts({ types: ['staff-targeted'] }))).toBe('applies');
    expect(standingOf('staff-victim', facts({ people: [pupil] }))).toBe('no');
  });

  test('something illegal: nobody looks further, and the police are asked; nothing illegal leads to the other path', () => {
    expect(shown('illegal', facts({ answers: { 'illegal.kind': 'grooming' } }))).toEqual(expect.arrayContaining(['stop', 'child-at-risk', 'police', 'ceop']));
    const none = facts({ answers: { 'illegal.kind': 'none' } });
    expect(shown('illegal', none)).toEqual(['kind']);
    expect(standingOf('not-illegal', none)).toBe('applies');
    expect(standingOf('illegal', facts({ types: ['nudes'] }))).toBe('applies');
    expect(standingOf('illegal', facts({ types: ['bullying'] }))).toBe('offered');
  });

  test('not illegal: an adult’s threshold comes first, and discipline only for what was on purpose', () => {
    const standing = (deliberate: string) => facts({ people: [teacher], answers: { 'not-illegal.deliberate': deliberate } });
    expect(shown('not-illegal', standing('deliberate'))).toEqual(expect.arrayContaining(['staff-threshold', 'staff-procedure']));
    expect(shown('not-illegal', standing('accident'))).not.toContain('staff-procedure');
  });
});

describe('B10: looking into sites', () => {
  const named = { 'investigation.first': 'A, teacher', 'investigation.second': 'B, deputy head', 'investigation.senior': 'yes' };

  test.each<[string, Record<string, string>]>([
    ['nobody is named', {}],
    ['one is named', { 'investigation.first': 'A, teacher' }],
    ['two are named and none is senior', { ...named, 'investigation.senior': 'no' }],
    ['two are named and nobody says whether one is senior', { 'investigation.first': 'A', 'investigation.second': 'B' }],
    ['the second is left empty', { ...named, 'investigation.second': ' ' }],
  ])('nothing is looked at while %s', (_, answers) => {
    expect(shown('investigation', facts({ answers }))).toEqual(['first', 'second', 'senior']);
  });

  test('two people, one of them senior, write down every address', () => {
    const steps = shown('investigation', facts({ answers: named }));
    expect(steps).toEqual(expect.arrayContaining(['reason', 'computer', 'abuse-images', 'address', 'conclusion', 'signed']));
    expect(stepOf('investigation', 'address')).toMatchObject({ repeats: true, witness: true });
  });

  test('images of abuse stop it: everything later is gone, and it is not finished by going on', () => {
    const halted = facts({ answers: { ...named, 'investigation.abuse-images': 'yes', 'investigation.address': 'example.org' } });
    const steps = shown('investigation', halted);
    expect(steps[steps.length - 1]).toBe('abuse-images');
    expect(haltedAt(protocol('investigation'), halted)?.id).toBe('abuse-images');
    for (const step of ['address', 'screenshot', 'isolated', 'conclusion', 'signed']) expect(steps).not.toContain(step);
  });
});

describe('B11: the safety button', () => {
  const pressed = (judgement: string) =>
    facts({ types: ['safety-button'], answers: { 'safety-button.genuine': 'genuine', 'safety-button.judgement': judgement } });

  test('by accident: nothing more', () => {
    expect(shown('safety-button', facts({ types: ['safety-button'], answers: { 'safety-button.genuine': 'accident' } }))).toEqual(['genuine']);
  });

  test.each([
    ['suitable', ['talked'], ['address', 'passed-on', 'police-considered']],
    ['unsuitable', ['address', 'passed-on'], ['talked', 'police-considered']],
    ['illegal', ['address', 'passed-on', 'police-considered'], ['talked']],
    ['child image', [], ['address', 'passed-on', 'talked']],
  ])('judged %s', (judgement, there, notThere) => {
    const steps = shown('safety-button', pressed(judgement));
    expect(steps).toEqual(expect.arrayContaining(['praised', 'supported', ...there]));
    for (const step of notThere) expect(steps).not.toContain(step);
  });
});

test('B17: a search is recorded with who, a witness and what became of it; something illegal is left untouched', () => {
  expect(stepOf('search', 'who')?.witness).toBe(true);
  const found = (value: string) => shown('search', facts({ answers: { 'search.found': value, 'search.examined': 'yes' } }));
  expect(found('child image')).toContain('untouched');
  expect(found('child image')).not.toContain('rules-kept');
  expect(found('rules')).toContain('rules-kept');
});

test.each<[string, Case, string]>([
  ['it is about lost data', { about: 'data' }, 'applies'],
  ['the type is a lost device', { types: ['device-lost'] }, 'applies'],
  ['the type is a virus', { types: ['virus'] }, 'applies'],
  ['a password was misused', { types: ['account-misuse'] }, 'applies'],
  ['a private matter was made known', { types: ['privacy-breached'] }, 'offered'],
  ['the type is bullying', { types: ['bullying'] }, 'no'],
])('B18: when %s, the questions about lost data: %s', (_, standing, expected) => expect(standingOf('data-loss', facts(standing))).toBe(expected));

test('B18: without personal data nobody is asked about the risk to people', () => {
  expect(shown('data-loss', facts({ types: ['virus'], answers: { 'data-loss.personal': 'no' } }))).not.toContain('risk');
  expect(shown('data-loss', facts({ types: ['virus'], answers: { 'data-loss.personal': 'not known' } }))).toContain('risk');
});

test('B19: a critical incident ends with no, and with yes says who was reminded', () => {
  expect(shown('critical', facts({ answers: { 'critical.is': 'no' } }))).toEqual(['is']);
  expect(shown('critical', facts({ answers: { 'critical.is': 'yes' } }))).toContain('reminded');
});

test('B13: afterwards asks about those who are in the case', () => {
  expect(shown('after', facts({ people: [pupil, accused] }))).toEqual(
    expect.arrayContaining(['pupil-support', 'restorative', 'impact', 'parents', 'lessons', 'policy']),
  );
  expect(shown('after', facts({ people: [harmedTeacher] }))).toContain('staff-support');
  expect(shown('after', facts())).not.toContain('restorative');
});

test('B9: what was begun stays with the case, whatever it is classified as later', () => {
  const begun = { answers: { 'nudes.who': 'DSL, deputy' } };
  expect(standingOf('nudes', facts({ types: ['bullying'], ...begun }))).toBe('applies');
});

const anyFacts: fc.Arbitrary<ProtocolFacts> = fc
  .record({
    types: fc.subarray(TYPES.map(({ id }) => id)),
    people: fc.subarray([pupil, accused, teacher, harmedTeacher]),
    answers: fc
      .subarray(PROTOCOLS.flatMap((each) => each.steps.map((step) => ({ each, step }))))
      .chain((steps) =>
        fc
          .tuple(...steps.map(({ step }) => (step.kind === 'text' ? fc.constant('Words') : fc.constantFrom(...answersTo(step).map(({ value }) => value)))))
          .map((values) => Object.fromEntries(steps.map(({ each, step }, place) => [`${each.id}.${step.id}`, values[place] ?? '']))),
      ),
  })
  .map(facts);

test('B9: whatever is answered, a protocol is finished exactly when no shown step that counts is left, and nothing follows a stop', () => {
  fc.assert(
    fc.property(anyFacts, (standing) => {
      for (const each of PROTOCOLS) {
        const steps = stepsShown(each, standing);
        const left = steps.filter((step) => !step.optional && answerOf(each, step, standing) === '');
        expect(isFinished(each, standing)).toBe(left.length === 0);
        const halt = haltedAt(each, standing);
        if (halt) expect(steps[steps.length - 1]).toBe(halt);
      }
    }),
    { numRuns: 60 },
  );
});

test('B9: one can always get to the end: answering what is shown finishes every protocol', () => {
  for (const each of PROTOCOLS) {
    let standing = facts({ types: ['nudes', 'device-lost', 'bullying'], people: [pupil, accused, teacher, harmedTeacher] });
    for (let turn = 0; turn < each.steps.length && !isFinished(each, standing); turn += 1) {
      const answers = { ...standing.answers };
      for (const step of stepsShown(each, standing))
        answers[`${each.id}.${step.id}`] ??= answersTo(step).find(({ value }) => value !== step.stops)?.value ?? 'Words';
      standing = protocolFacts({ ...standing.row, facts: { ...standing.row.facts, answers } });
    }
    expect([each.id, isFinished(each, standing)]).toEqual([each.id, true]);
  }
});

test('B2: a case’s row keeps choices, and of words only that there are some', () => {
  expect(answerKept('nudes', 'adult', 'yes')).toBe('yes');
  expect(answerKept('nudes', 'who', '')).toBe('');
  const kept = answerKept('nudes', 'who', 'Zoë Brown, head of year');
  expect(kept).toMatch(/^words [0-9a-f]{12}$/);
  expect(kept).not.toBe(answerKept('nudes', 'who', 'Zoë Green, head of year'));
  expect(answerKept('nudes', 'a step of another version', 'Zoë Brown')).toMatch(/^words /);
});
