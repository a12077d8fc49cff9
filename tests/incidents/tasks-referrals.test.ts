import { describe, expect, test } from '@jest/globals';
import { NUDES_TRIGGERS } from '../../src/incidents/protocols/nudes.ts';
import { involved } from '../support/concerns.ts';
import { allegedPupil, allegedTeacher, harmedPupil, type RuleCase, wanted } from '../support/rules.ts';

/** Half an hour after the concern was received. */
const HALF_PAST_NINE = '2026-09-07T08:30:00.000Z';

/** Five in the afternoon of that day in London: summer time. */
const MONDAY_FIVE = '2026-09-07T16:00:00.000Z';
const TUESDAY_FIVE = '2026-09-08T16:00:00.000Z';

const referrals = (standing: RuleCase) =>
  [...wanted(standing).values()]
    .filter(({ agency }) => agency !== '')
    .map(({ agency }) => agency)
    .sort();

test('B6: somebody in danger: 999 at once', () => {
  expect(wanted({ danger: true }).get('danger-999')).toMatchObject({ due: HALF_PAST_NINE, who: 'DSL', required: true, agency: '' });
  expect(wanted().has('danger-999')).toBe(false);
});

describe('B7: each of the five triggers makes “police and/or social care now” the task', () => {
  test.each(NUDES_TRIGGERS.map(({ id, because }) => [id, because] as const))('%s', (id, because) => {
    const tasks = wanted({ types: ['nudes'], people: [harmedPupil], answers: { [`nudes.${id}`]: 'yes' } });
    for (const task of ['refer-now-police', 'refer-now-social-care'])
      expect(tasks.get(task)).toMatchObject({ due: HALF_PAST_NINE, required: true, what: expect.stringContaining('Police and/or children’s social care now') });
    expect(tasks.get('refer-now-police')).toMatchObject({ agency: 'police', why: expect.stringContaining(because) });
    expect(tasks.get('refer-now-social-care')).toMatchObject({ agency: 'social care', source: expect.stringContaining('rule 9') });
  });

  test('several are all named, and none of them without an answer or with “not known”', () => {
    const two = wanted({ types: ['nudes'], answers: { 'nudes.adult': 'yes', 'nudes.under-13': 'yes' } });
    expect(two.get('refer-now-police')?.why).toMatch(/adult.*under 13/);
    const answered: Record<string, string>[] = [{}, { 'nudes.adult': 'no' }, { 'nudes.adult': 'not known', 'nudes.coerced': 'no' }];
    for (const answers of answered) {
      const tasks = wanted({ types: ['nudes'], answers });
      expect([tasks.has('refer-now-police'), tasks.has('refer-now-social-care')]).toEqual([false, false]);
    }
  });

  test('the agencies are asked about once: now takes the place of the ordinary question', () => {
    const before = wanted({ types: ['sextortion'], people: [harmedPupil] });
    expect([before.has('refer-police'), before.has('refer-social-care')]).toEqual([true, true]);
    const after = wanted({ types: ['sextortion'], people: [harmedPupil], answers: { 'nudes.coerced': 'yes' } });
    expect([after.has('refer-police'), after.has('refer-social-care')]).toEqual([false, false]);
  });
});

test.each<[string, Record<string, string>]>([
  ['the two who looked come upon abuse', { 'investigation.abuse-images': 'yes' }],
  ['the safety button covered an image of a child', { 'safety-button.judgement': 'child image' }],
  ['a device may hold one', { 'search.found': 'child image' }],
])('B10: when %s, the police are the task at once', (_, answers) => {
  expect(wanted({ answers }).get('refer-now-police')).toMatchObject({ agency: 'police', due: HALF_PAST_NINE });
  expect(wanted({ answers }).has('refer-now-social-care')).toBe(false);
});

// Rule 19, BC's and GL's lists of when to call the police, and who else they name.
test.each<[string, RuleCase, string[]]>([
  ['abuse images', { types: ['abuse-images'] }, ['iwf', 'police']],
  ['AI-made images', { types: ['ai-images'] }, ['iwf', 'police']],
  ['grooming', { types: ['grooming'] }, ['ceop', 'police', 'social care']],
  ['threats', { types: ['threats'] }, ['police']],
  ['extremism', { types: ['extremism'] }, ['police', 'prevent', 'technical']],
  ['FGM', { types: ['fgm'] }, ['social care']],
  ['hacking', { types: ['hacking'] }, ['police', 'technical']],
  ['self-harm', { types: ['self-harm-risk'] }, ['health', 'social care']],
  ['a filter that let something through', { types: ['filter-let-through'] }, ['technical']],
  ['bullying', { types: ['bullying'], people: [harmedPupil, allegedPupil] }, []],
  ['prejudice', { types: ['prejudice-bullying'], people: [harmedPupil, allegedPupil] }, []],
  ['a phone in a lesson', { types: ['phone-misuse'], people: [allegedPupil] }, []],
  ['gambling', { types: ['gambling'] }, []],
])('B6: %s', (_, standing, agencies) => expect(referrals(standing)).toEqual(agencies));

test.each<[string, Record<string, string>, boolean]>([
  ['harm, a threat or great distress', { 'bullying-record.crime': 'yes' }, true],
  ['no harm', { 'bullying-record.crime': 'no' }, false],
  ['nobody knows', { 'bullying-record.crime': 'not known' }, false],
])('B6: the police are a question for bullying, and a task with %s: %j %s', (_, answers, isTask) => {
  expect(wanted({ types: ['bullying'], answers }).has('refer-police')).toBe(isTask);
});

test.each<[string, Record<string, string>, string, boolean]>([
  ['something points to a crime', { 'illegal.kind': 'hate' }, 'refer-police', true],
  ['nothing points to a crime', { 'illegal.kind': 'none' }, 'refer-police', false],
  ['it points to grooming', { 'illegal.kind': 'grooming' }, 'refer-ceop', true],
  ['it may be images of children', { 'illegal.kind': 'children' }, 'refer-iwf', true],
  ['it promotes terrorism', { 'illegal.kind': 'terrorism' }, 'refer-prevent', true],
  ['a child is at risk on the path', { 'illegal.child-at-risk': 'yes' }, 'refer-social-care', true],
  ['a child turns out to be at risk', { 'not-illegal.at-risk': 'yes' }, 'refer-social-care', true],
  ['the two conclude: police', { 'investigation.conclusion': 'police' }, 'refer-police', true],
  ['the two conclude: local authority', { 'investigation.conclusion': 'local authority' }, 'refer-local-authority', true],
  ['the two conclude: in school', { 'investigation.conclusion': 'in school' }, 'refer-police', false],
  ['the device was stolen', { 'data-loss.stolen': 'yes' }, 'refer-police', true],
  ['what upset a child may be illegal', { 'safety-button.judgement': 'illegal' }, 'refer-police', true],
])('B9: when %s: %j', (_, answers, task, isThere) => expect(wanted({ answers }).has(task)).toBe(isThere));

test('B6: the police at once for what is urgent, the same day for the rest', () => {
  expect(wanted({ types: ['threats'] }).get('refer-police')?.due).toBe(HALF_PAST_NINE);
  expect(wanted({ types: ['identity-theft'] }).get('refer-police')?.due).toBe(MONDAY_FIVE);
});

test('B6: CEOP, IWF and health are offered: closing does not wait for them; for police and social care it does', () => {
  const tasks = wanted({ types: ['grooming', 'abuse-images', 'self-harm-risk'] });
  const required = (id: string) => tasks.get(id)?.required;
  expect([required('refer-ceop'), required('refer-iwf'), required('refer-health')]).toEqual([false, false, false]);
  expect([required('refer-police'), required('refer-social-care')]).toEqual([true, true]);
});

test('B6: a pupil who is affected in a serious case: social care is asked about', () => {
  expect(wanted({ severity: 'high', people: [harmedPupil] }).has('refer-social-care')).toBe(true);
  expect(wanted({ severity: 'medium', people: [harmedPupil] }).has('refer-social-care')).toBe(false);
});

const met = { 'threshold.harmed': 'yes' };
const notMet = { 'threshold.harmed': 'no', 'threshold.offence': 'no', 'threshold.risk': 'no', 'threshold.unsuitable': 'no' };

describe('B6: the LADO within one working day of hearing of it', () => {
  test.each([
    ['Monday morning', '2026-09-07T08:00:00.000Z', TUESDAY_FIVE],
    ['Friday at four', '2026-09-04T15:00:00.000Z', MONDAY_FIVE],
    ['Saturday', '2026-09-05T10:00:00.000Z', MONDAY_FIVE],
    ['the day before a bank holiday', '2026-12-24T10:00:00.000Z', '2026-12-29T17:00:00.000Z'],
    ['a minute before midnight in London', '2026-09-07T22:59:00.000Z', TUESDAY_FIVE],
    ['a minute after midnight in London', '2026-09-07T23:01:00.000Z', '2026-09-09T16:00:00.000Z'],
    ['the Friday before clocks go back', '2026-10-23T10:00:00.000Z', '2026-10-26T17:00:00.000Z'],
    ['the Friday before clocks go forward', '2027-03-26T10:00:00.000Z', '2027-03-30T16:00:00.000Z'],
  ])('told on %s', (_, received, due) => {
    const task = wanted({ lane: 'staff', about: 'staff', people: [allegedTeacher], answers: met, received }).get('refer-lado');
    expect(task).toMatchObject({ due, who: 'headteacher', agency: 'lado', required: true });
  });

  test('judged three days later it is late: the clock is the law’s, not the reader’s', () => {
    const tasks = wanted({ lane: 'staff', about: 'staff', people: [allegedTeacher], answers: met }, '2026-09-10T08:00:00.000Z');
    expect(tasks.get('refer-lado')?.due).toBe(TUESDAY_FIVE);
  });

  test.each<[string, RuleCase]>([
    ['the threshold is not met', { people: [allegedTeacher], answers: notMet }],
    ['the threshold is not judged', { people: [allegedTeacher] }],
    ['only pupils are in it', { people: [harmedPupil, allegedPupil], answers: met }],
    ['a pupil did it to staff', { about: 'staff', people: [allegedPupil, involved('affected', 'teacher3@q.example', { kind: 'staff' })], answers: met }],
  ])('not when %s', (_, standing) => expect(wanted(standing).has('refer-lado')).toBe(false));

  test.each(['staff', 'supply', 'volunteer', 'visitor', 'governor'] as const)('for a %s', (kind) => {
    expect(wanted({ lane: 'staff', people: [involved('alleged', 'a@q.example', { kind })], answers: met }).has('refer-lado')).toBe(true);
  });

  test('about the headteacher: the chair of governors tells the LADO', () => {
    const people = [involved('alleged', 'head@q.example', { kind: 'staff' })];
    expect(wanted({ lane: 'head', about: 'head', people, answers: met }).get('refer-lado')?.who).toBe('chair of governors');
  });
});

test('B6: below the threshold it is kept as a low-level concern, and not twice when it is there already', () => {
  const about = { about: 'staff' as const, people: [allegedTeacher], answers: notMet };
  expect(wanted({ ...about, lane: 'staff' }).get('low-level-record')).toMatchObject({ who: 'headteacher', due: TUESDAY_FIVE });
  expect(wanted({ ...about, lane: 'low-level' }).has('low-level-record')).toBe(false);
  expect(wanted({ ...about, lane: 'staff', answers: met }).has('low-level-record')).toBe(false);
  expect(wanted({ ...about, lane: 'staff', answers: {} }).get('harm-threshold')).toMatchObject({ due: MONDAY_FIVE });
});

test('B5: technical support gets no story, and nobody whom the case names is asked', () => {
  const what = (standing: RuleCase) => wanted(standing).get('refer-technical')?.what;
  expect(what({ types: ['filter-bypass'], people: [allegedPupil] })).toMatch(/not the story\.$/);
  expect(what({ types: ['filter-bypass'], lane: 'staff', people: [allegedTeacher] })).toMatch(/Ask nobody whom the case names\.$/);
});
