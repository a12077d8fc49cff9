import { expect, test } from '@jest/globals';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { beatAt, moveTo } from '../support/telling.ts';
import { naming, raise, Working } from '../support/working.ts';

/** The clock as the heartbeat runs it in the shipped office. */

function mails(school: SchoolUnderTest, who: string, about: string): number {
  return school.mailTo(who).filter(({ subject }) => subject.includes(about)).length;
}

const URGENT = 'urgent concern has not been opened';

test('rule 3: an urgent concern raised in the night goes from the DSL team to the head and then to the chair', () => {
  const school = aSchool();
  const { head, chair, dsl, deputy, pupil } = school.people;
  moveTo(school, '2026-09-12', '23:02');
  const reference = raise(school, { ...naming({ [pupil]: 'affected' }), danger: true });
  for (const reader of [dsl, deputy]) expect(mails(school, reader, 'an urgent concern is waiting')).toBe(1);
  expect(school.as(head).call('openCase', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  beatAt(school, '2026-09-12', '23:27');
  expect(mails(school, head, URGENT)).toBe(0);
  beatAt(school, '2026-09-12', '23:33');
  expect([head, chair].map((who) => mails(school, who, URGENT))).toEqual([1, 0]);
  expect(new Working(school, head, reference).file().reference).toBe(reference);
  for (const time of ['00:12', '01:12']) beatAt(school, '2026-09-13', time);
  expect([head, chair].map((who) => mails(school, who, URGENT))).toEqual([1, 0]);
});

test('rule 3: nobody opens it: each step once, then it is a reminder on the next school day', () => {
  const school = aSchool();
  const { head, chair, dsl, pupil } = school.people;
  raise(school, { ...naming({ [pupil]: 'affected' }), danger: true });
  for (const time of ['09:40', '09:45', '10:15', '11:15', '12:15']) beatAt(school, '2026-09-07', time);
  expect([head, chair, dsl].map((who) => mails(school, who, URGENT))).toEqual([1, 1, 0]);
});

test('rule 3, B5: whom it names is passed over, and hears nothing of it at any step', () => {
  const school = aSchool();
  const { head, chair, deputy, pupil } = school.people;
  raise(school, { ...naming({ [pupil]: 'affected', [head]: 'witness', [deputy]: 'witness' }), danger: true, about: 'pupil' });
  beatAt(school, '2026-09-07', '10:00');
  expect(mails(school, chair, URGENT)).toBe(1);
  for (const time of ['08:02', '08:07']) beatAt(school, '2026-09-14', time);
  for (const named of [head, deputy]) expect(school.mailTo(named)).toEqual([]);
});

test('B10: what is overdue reaches its owner at eight, once a day, and stops when it is done', () => {
  const school = aSchool();
  const { dsl, deputy, pupil } = school.people;
  const reference = raise(school, naming({ [pupil]: 'affected' }));
  const working = new Working(school, dsl, reference);
  const { tasks } = working.file();
  working.press('changeOwner', { from: '', to: dsl });
  expect(tasks.length).toBeGreaterThan(0);
  for (const time of ['08:02', '08:07', '08:12']) beatAt(school, '2026-09-08', time);
  expect([dsl, deputy].map((who) => mails(school, who, 'overdue'))).toEqual([1, 0]);
  for (const { id, agency } of working.file().tasks) {
    if (agency === '') working.press('settleTask', { id, how: 'not needed', note: 'No' });
    else working.press('recordDecision', { agency, tasks: [id] });
  }
  for (const time of ['08:02', '08:07', '08:12']) beatAt(school, '2026-09-09', time);
  expect(mails(school, dsl, 'overdue')).toBe(1);
});

test('rule 21: the digest comes once on its day', () => {
  const school = aSchool();
  const { dsl, head, pupil } = school.people;
  raise(school, naming({ [pupil]: 'affected' }));
  beatAt(school, '2026-09-14', '07:50');
  expect(mails(school, dsl, 'your week')).toBe(0);
  for (const time of ['08:02', '08:07', '09:07']) beatAt(school, '2026-09-14', time);
  beatAt(school, '2026-09-15', '08:02');
  expect([dsl, head].map((who) => mails(school, who, 'your week'))).toEqual([1, 0]);
  expect(school.history()).toBe('unbroken');
});
