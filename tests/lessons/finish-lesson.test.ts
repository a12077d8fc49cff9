import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { Receipt } from '../../src/incidents/reporting/raise-concern.ts';
import type { LessonList } from '../../src/lessons/log/list-lessons.ts';
import type { SeenLesson } from '../../src/lessons/log/see-lesson.ts';
import { aLessonsFacts, guest, recordLesson } from '../support/lessons.ts';
import { aConcern } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { teacher, teachingAssistant, secondTeacher } = people;
const ATTENDED = { name: 'Amira Khan', kind: 'signed in', minutes: 40 } as const;

/** A lesson that is over: Wednesday 9 September 2026, eleven in the morning. */
function afterALesson(facts = aLessonsFacts()): { school: SchoolUnderTest; reference: string } {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts, className: '3A' });
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 10));
  return { school, reference };
}

const said = (reference: string, change: object = {}) => ({
  ...{ key: 'press-0001-of-finish', reference, was: '', asPlanned: true, note: '', concern: '', attendance: [] },
  ...change,
});
const seen = (school: SchoolUnderTest, reference: string, as: string = teacher) => school.as(as).get<SeenLesson>('seeLesson', { reference });

test('D5: afterwards one says whether it went as planned, with a note and who was there; the log says so', () => {
  const { school, reference } = afterALesson();
  expect(seen(school, reference)).toMatchObject({ after: 'not said', finished: null, mayFinish: true });
  school.as(teacher).get('finishLesson', said(reference, { note: 'Sound was poor', attendance: [ATTENDED] }));
  expect(seen(school, reference)).toMatchObject({
    after: 'as planned',
    finished: { by: 'Sam Okafor', at: expect.stringMatching(/^09\/09\/2026 11:/), asPlanned: true, note: 'Sound was poor', attendance: [ATTENDED] },
  });
  expect(school.as(people.dsl).get<LessonList>('listLessons', { which: 'went wrong' }).total).toBe(0);
});

test('D5: not before it has begun, and one says whether it went as planned', () => {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts: aLessonsFacts(), className: '3A' });
  expect(school.as(teacher).call('finishLesson', said(reference))).toMatchObject({ ok: false, code: 'not-begun' });
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 9));
  expect(school.as(teacher).call('finishLesson', said(reference, { asPlanned: null }))).toMatchObject({ ok: false, field: 'asPlanned' });
});

test('D5: the other adult and those who see every lesson may say how it went; a stranger to it may not, and learns nothing', () => {
  for (const who of [teachingAssistant, people.dsl, people.head]) {
    const { school, reference } = afterALesson();
    expect(school.as(who).call('finishLesson', said(reference))).toMatchObject({ ok: true });
  }
  const { school, reference } = afterALesson();
  expect(school.as(secondTeacher).call('finishLesson', said(reference))).toMatchObject({ ok: false, code: 'no-such-lesson' });
});

test('D5: what one adult said is not written over by another who had not read it; having read it they add to it', () => {
  const { school, reference } = afterALesson();
  school.as(teacher).get('finishLesson', said(reference, { attendance: [ATTENDED] }));
  const other = said(reference, { key: 'press-0002-of-finish', asPlanned: false, note: 'Somebody wrote on the screen' });
  expect(school.as(teachingAssistant).call('finishLesson', other)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  const { was } = seen(school, reference, teachingAssistant);
  school.as(teachingAssistant).get('finishLesson', { ...other, key: 'press-0003-of-finish', was });
  expect(seen(school, reference).finished).toMatchObject({ by: 'Lorna Beck', asPlanned: false, attendance: [ATTENDED] });
});

test('D5, B1: a concern stands without the lesson; its reference is noted by whoever raised it, and shown to them and to its readers alone', () => {
  const { school, reference } = afterALesson();
  const concern = school.as(teacher).get<Receipt>('raiseConcern', aConcern({ where: `In a live lesson: 3A Maths (${reference})` })).reference;
  expect(school.as(teachingAssistant).call('finishLesson', said(reference, { concern }))).toMatchObject({ ok: false, code: 'not-my-concern' });
  school.as(teacher).get('finishLesson', said(reference, { asPlanned: false, concern }));
  expect(seen(school, reference).concerns).toEqual([{ reference: concern, page: 'my-concern' }]);
  expect(seen(school, reference, people.dsl).concerns).toEqual([{ reference: concern, page: 'case' }]);
  for (const who of [teachingAssistant, people.secondDeputy]) {
    expect(seen(school, reference, who).concerns).toEqual([]);
    expect(JSON.stringify([seen(school, reference, who), school.as(who).get('listLessons')])).not.toContain(concern);
  }
});

test('B5: a reader of concerns whom the concern names is not shown that there is one', () => {
  const { school, reference } = afterALesson(aLessonsFacts({ guests: [guest('class-3a@quillhaven.example'), guest(people.deputy, 'accepted')] }));
  const people_ = [{ email: people.deputy, name: '', role: 'alleged' }];
  const concern = school.as(teacher).get<Receipt>('raiseConcern', aConcern({ about: 'staff', people: people_ })).reference;
  school.as(teacher).get('finishLesson', said(reference, { concern }));
  expect(seen(school, reference, people.deputy).concerns).toEqual([]);
  expect(seen(school, reference, people.head).concerns).toEqual([{ reference: concern, page: 'case' }]);
});

test('B5: a lesson’s own teacher reads nothing of a concern about them: not that there is one, and not from a note that is missing; and cannot put their own in its place', () => {
  const told = (asked: (school: SchoolUnderTest) => object) => {
    const { school, reference } = afterALesson();
    school.as(teachingAssistant).get('finishLesson', said(reference, { asPlanned: false, ...asked(school) }));
    const shown = JSON.stringify([seen(school, reference), school.as(teacher).get('listLessons')]);
    return { school, reference, shown: shown.replaceAll(reference, 'L').replace(/"was":"[^"]+"/, '') };
  };
  const about = [{ email: teacher, name: '', role: 'alleged' }];
  let concern = '';
  const withConcern = told((school) => {
    concern = school.as(teachingAssistant).get<Receipt>('raiseConcern', aConcern({ about: 'staff', people: about })).reference;
    return { concern };
  });
  expect(withConcern.shown).toBe(told(() => ({})).shown);

  const { school, reference } = withConcern;
  const own = school.as(teacher).get<Receipt>('raiseConcern', aConcern({ key: 'press-0002-of-concern' })).reference;
  const more = said(reference, { key: 'press-0002-of-finish', was: seen(school, reference).was, concern: own });
  school.as(teacher).get('finishLesson', more);
  expect(seen(school, reference).concerns).toEqual([{ reference: own, page: 'my-concern' }]);
  expect(seen(school, reference, people.head).concerns).toContainEqual({ reference: concern, page: 'case' });
});

test('D5: whoever says more later takes nothing back: the concern and the names stay', () => {
  const { school, reference } = afterALesson();
  const concern = school.as(teacher).get<Receipt>('raiseConcern', aConcern()).reference;
  school.as(teacher).get('finishLesson', said(reference, { concern, attendance: [ATTENDED] }));
  const { was } = seen(school, reference);
  school.as(teacher).get('finishLesson', said(reference, { key: 'press-0002-of-finish', was, note: 'All well in the end' }));
  expect(seen(school, reference)).toMatchObject({ concerns: [{ reference: concern }], finished: { note: 'All well in the end', attendance: [ATTENDED] } });
});
