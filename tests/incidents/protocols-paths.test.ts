import { describe, expect, test } from '@jest/globals';
import { stepOf } from '../../src/incidents/protocols/all.ts';
import { accused, facts, harmedTeacher, type ProtocolCase, pupil, shown, standingOf, teacher } from '../support/protocols.ts';

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

test.each<[string, ProtocolCase, string]>([
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

test('B13: afterwards asks about those who are in the case, and not what closing asks about', () => {
  expect(shown('after', facts({ people: [pupil, accused] }))).toEqual(['pupil-support', 'restorative', 'impact', 'online']);
  expect(shown('after', facts({ people: [harmedTeacher] }))).toContain('staff-support');
  expect(shown('after', facts())).not.toContain('restorative');
});

test('B9: what was begun stays with the case, whatever it is classified as later', () => {
  const begun = { answers: { 'nudes.who': 'DSL, deputy' } };
  expect(standingOf('nudes', facts({ types: ['bullying'], ...begun }))).toBe('applies');
});
