import { expect, test } from '@jest/globals';
import { USUAL_INCIDENT_SETTINGS } from '../../src/incidents/settings.ts';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** What the rules want, as whoever works a case gets it. */

function aCase(change: Record<string, unknown> = {}) {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.pupil]: 'affected' }), ...change });
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

const taskIds = (working: Working) => working.file().tasks.map(({ id }) => id);

test('B7: nudes: the review is a task from the first moment, and one trigger answered yes makes the referral the task', () => {
  const { dsl } = aCase({ typeHint: 'nudes' });
  expect(taskIds(dsl)).toEqual(expect.arrayContaining(['leave-images', 'nudes-review', 'see-child']));
  expect(taskIds(dsl)).not.toContain('refer-now-police');

  dsl.press('recordStep', { protocol: 'nudes', step: 'adult', answer: 'yes' });
  expect(taskIds(dsl)).toEqual(expect.arrayContaining(['refer-now-police', 'refer-now-social-care']));
  const now = dsl.file().tasks.find(({ id }) => id === 'refer-now-police');
  expect(now).toMatchObject({ agency: 'police', required: true, why: expect.stringContaining('an adult is involved') });
});

test('B7: a trigger that turns out wrong is answered again: the open task goes, the history keeps both', () => {
  const { dsl } = aCase({ typeHint: 'nudes' });
  dsl.press('recordStep', { protocol: 'nudes', step: 'coerced', answer: 'yes' });
  dsl.press('recordStep', { protocol: 'nudes', step: 'coerced', answer: 'no', was: 'yes' });
  expect(taskIds(dsl)).not.toContain('refer-now-police');
  const answered = dsl.file().timeline.filter(({ what }) => what.includes('blackmailed'));
  expect(answered).toHaveLength(2);
});

test('B10: answering “yes, abuse images” stops the investigation, and the police are the task', () => {
  const { dsl } = aCase();
  const answer = (step: string, given: string, change: Record<string, unknown> = {}) =>
    dsl.press('recordStep', { protocol: 'investigation', step, answer: given, witness: 'Lorna Beck', ...change });
  const steps = () =>
    dsl
      .file()
      .protocols.find(({ id }) => id === 'investigation')
      ?.steps.map(({ id }) => id) ?? [];
  expect(dsl.try('recordStep', { protocol: 'investigation', step: 'address', answer: 'example.org', witness: 'Lorna Beck' })).toMatchObject({ ok: false });
  answer('first', 'Priya Nair, DSL');
  answer('second', 'Ruth Adeyemi, headteacher');
  answer('senior', 'yes');
  answer('abuse-images', 'no');
  answer('address', 'example.org');
  expect(steps()).toContain('conclusion');

  answer('abuse-images', 'yes', { was: 'no' });
  expect(steps()).toEqual(['first', 'second', 'senior', 'reason', 'computer', 'access', 'abuse-images']);
  expect(taskIds(dsl)).toContain('refer-now-police');
  expect(dsl.try('recordStep', { protocol: 'investigation', step: 'address', answer: 'example.com', witness: 'Lorna Beck' })).toMatchObject({ ok: false });
});

test('B6: a member of staff alleged: the head is asked for the threshold, and a single yes makes the LADO the task', () => {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.supply]: 'alleged' }), about: 'staff' });
  const headteacher = new Working(school, school.people.head, reference);
  expect(taskIds(headteacher)).toContain('harm-threshold');
  headteacher.press('recordStep', { protocol: 'threshold', step: 'risk', answer: 'yes' });
  const { tasks } = headteacher.file();
  // Raised on Monday morning: until Tuesday at five.
  expect(tasks.find(({ id }) => id === 'refer-lado')).toMatchObject({ who: 'headteacher', due: '2026-09-08T16:00:00.000Z' });
  expect(tasks.map(({ id }) => id)).not.toContain('harm-threshold');
});

test('B18: a lost laptop: the 72 hours are from the loss; without personal data nobody is told', () => {
  const school = aSchool();
  const reference = raise(school, { about: 'data', typeHint: 'device-lost', happened: '2026-09-06T18:00:00.000Z' });
  const headteacher = new Working(school, school.people.head, reference);
  expect(headteacher.file().tasks.find(({ id }) => id === 'refer-ico')).toMatchObject({ due: '2026-09-09T18:00:00.000Z' });
  headteacher.press('recordStep', { protocol: 'data-loss', step: 'personal', answer: 'no' });
  expect(taskIds(headteacher)).not.toContain('refer-ico');
});

test('rule 14: the duty to report is a task once the school has switched it on', () => {
  const { school, dsl } = aCase({ typeHint: 'grooming' });
  expect(taskIds(dsl)).not.toContain('duty-to-report');
  school.as(school.people.head).get('saveIncidentSettings', { ...USUAL_INCIDENT_SETTINGS, dutyToReport: true });
  dsl.press('addNote', { text: 'Spoke with her' });
  expect(dsl.file().tasks.find(({ id }) => id === 'duty-to-report')?.source).toContain('check with your local authority');
});

test('B2: what is answered in words stands in the history, not in the row', () => {
  const { school, dsl } = aCase();
  dsl.press('recordStep', { protocol: 'first-response', step: 'passed-on', answer: 'Told Priya Nair in the corridor' });
  const step = dsl.file().protocols[0]?.steps.find(({ id }) => id === 'passed-on');
  expect(step?.answer).toBe('Told Priya Nair in the corridor');
  expect(JSON.stringify(school.sheet('records', 'Cases'))).not.toContain('corridor');
  dsl.press('recordStep', { protocol: 'first-response', step: 'passed-on', answer: 'Told Ruth Adeyemi too', was: 'Told Priya Nair in the corridor' });
  expect(dsl.try('recordStep', { protocol: 'first-response', step: 'passed-on', answer: 'X', was: 'Told Priya Nair in the corridor' })).toMatchObject({
    ...{ ok: false, code: 'changed-meanwhile' },
  });
});
