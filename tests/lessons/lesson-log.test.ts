import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { OpenedLesson } from '../../src/lessons/checking/open-lesson.ts';
import { CONSIDERATIONS } from '../../src/lessons/considerations.ts';
import type { LessonList } from '../../src/lessons/log/list-lessons.ts';
import type { RecordedLesson } from '../../src/lessons/log/record-lesson.ts';
import type { SeenLesson } from '../../src/lessons/log/see-lesson.ts';
import { aLessonsFacts, guest, NOTHING_SAID, recordLesson, SAFE_MEET } from '../support/lessons.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { teacher, teachingAssistant, secondTeacher } = people;
const ALL = CONSIDERATIONS.map(({ id }) => id);

const listed = (school: SchoolUnderTest, as: string, filter: object = {}) => school.as(as).get<LessonList>('listLessons', filter);
const seen = (school: SchoolUnderTest, reference: string, as: string = teacher) => school.as(as).get<SeenLesson>('seeLesson', { reference });
/** Wednesday 9 September 2026, ten in the morning: the lesson has begun; and at eleven it is over. */
const duringIt = (school: SchoolUnderTest) => school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 9));
const afterIt = (school: SchoolUnderTest) => school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 10));

test('D5: a recorded lesson holds what, when, for whom, with whom, every check with who found it, the ticks and the verdict', () => {
  const school = aSchool();
  const { reference, verdict } = recordLesson(school, { facts: aLessonsFacts(), className: '3A', ticks: ALL, note: ' Two join late. ' });
  expect(reference).toMatch(/^L-[2-9A-Z]{6}$/);
  expect(verdict).toBe('ready');
  const lesson = seen(school, reference);
  expect(lesson).toMatchObject({ what: '3A Maths', starts: '09/09/2026 09:30', className: '3A', teacher: 'Sam Okafor', adults: ['Lorna Beck'] });
  const [said] = lesson.said;
  expect(said).toMatchObject({ by: 'Sam Okafor', isLate: false, verdict: 'ready', listVersion: 1, factsAt: '07/09/2026 09:00', note: 'Two join late.' });
  expect(said?.points.find(({ id }) => id === 'consideration-12')).toEqual({
    ...{ id: 'consideration-12', group: 'settings', title: 'Chat', isTicked: false },
    found: [{ state: 'fine', by: 'sidebar' }],
  });
  expect(school.history()).toBe('unbroken');
});

test('D1: what a person confirmed by hand stands as theirs, beside “cannot verify”, and never as checked by a machine', () => {
  const school = aSchool();
  const facts = aLessonsFacts({ space: { state: 'not the owner' } });
  const { reference } = recordLesson(school, { facts, className: '3A', ticks: ALL });
  const chat = seen(school, reference).said[0]?.points.find(({ id }) => id === 'consideration-12');
  expect(chat).toMatchObject({ found: [{ state: 'cannot verify', by: 'sidebar' }], isTicked: true });
});

test('D1: what the page says it found is not asked for: the server finds it again, and ticks for what is not fine are not kept', () => {
  const school = aSchool();
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const };
  const asked = { facts: aLessonsFacts({ space: { state: 'read', name: 'spaces/abc', config } }), findings: [], verdict: 'ready', className: '3A', ticks: ALL };
  const { reference, verdict } = recordLesson(school, asked);
  expect(verdict).toBe('not yet');
  expect(seen(school, reference).said[0]?.points.find(({ id }) => id === 'consideration-12')).toMatchObject({
    found: [{ state: 'not fine' }],
    isTicked: false,
  });
});

test('D5: a lesson can be recorded whatever is not fine, a one-to-one without approval too, and stands there as what it was', () => {
  const school = aSchool();
  const { reference, verdict } = recordLesson(school, { facts: aLessonsFacts({ guests: [guest(people.pupil)] }) });
  expect(verdict).toBe('do not start');
  expect(listed(school, people.dsl, { which: 'not fine' }).lines).toMatchObject([{ reference, verdict: 'do not start' }]);
});

test('D5: without the sidebar one says what it is and when, and is told what is missing at its input', () => {
  const school = aSchool();
  const refused = (asked: object) =>
    school.as(teacher).call('recordLesson', { ...NOTHING_SAID, key: 'press-0001-x', className: '', ticks: [], note: '', ...asked });
  const [start, end] = ['2026-09-08T10:00:00.000Z', '2026-09-08T10:45:00.000Z'];
  expect(refused({ start, end })).toMatchObject({ ok: false, field: 'what' });
  expect(refused({ what: 'Art', end })).toMatchObject({ ok: false, field: 'start' });
  expect(refused({ what: 'Art', start })).toMatchObject({ ok: false, field: 'end' });
  expect(refused({ what: 'Art', start: end, end: start })).toMatchObject({ ok: false, field: 'end' });
  expect(refused({ what: 'Art', start: '2028-09-08T10:00:00.000Z', end: '2028-09-08T11:00:00.000Z' })).toMatchObject({ ok: false, field: 'start' });
  expect(listed(school, teacher).total).toBe(0);
  const { reference } = recordLesson(school, { what: 'Art', start, end, className: '3A' });
  expect(seen(school, reference)).toMatchObject({ what: 'Art', starts: '08/09/2026 11:00', verdict: 'not yet', said: [{ factsAt: '' }] });
});

test('D5: one press is one lesson, however often it arrives', () => {
  const school = aSchool();
  const request = { ...NOTHING_SAID, key: 'press-0001-of-record', facts: aLessonsFacts(), className: '3A', ticks: [], note: '' };
  const [once, again] = [school.as(teacher).get<RecordedLesson>('recordLesson', request), school.as(teacher).get<RecordedLesson>('recordLesson', request)];
  expect(again).toEqual(once);
  expect(listed(school, teacher).total).toBe(1);
});

test('D5: recorded again until it is over, it says what holds now, and what was said before stays readable; another teacher’s is another', () => {
  const school = aSchool();
  const facts = aLessonsFacts();
  const first = recordLesson(school, { facts, className: '3A', note: 'Planned' });
  duringIt(school);
  const second = recordLesson(school, { facts, className: '3A', ticks: ALL, note: 'Begun' });
  expect(second).toEqual({ reference: first.reference, verdict: 'ready', isChanged: true });
  expect(seen(school, first.reference).said).toMatchObject([
    { note: 'Begun', isLate: true, verdict: 'ready' },
    { note: 'Planned', isLate: false, verdict: 'not yet' },
  ]);
  expect(recordLesson(school, { facts, className: '3A' }, teachingAssistant).reference).not.toBe(first.reference);
  afterIt(school);
  const late = { ...NOTHING_SAID, key: 'press-0001-of-late', facts, className: '3A', ticks: [], note: '' };
  expect(school.as(teacher).call('recordLesson', late)).toMatchObject({ ok: false, code: 'lesson-over', message: expect.stringContaining(first.reference) });
  expect(school.as(teacher).get<OpenedLesson>('openLesson', { ...NOTHING_SAID, facts }).onLog).toMatchObject({ mayChange: false });
});

test('D5: a lesson that was planned is looked at again by its reference, by whoever recorded it alone, and stays that event’s', () => {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts: aLessonsFacts(), className: '3A', note: 'Planned' });
  const again = { ...NOTHING_SAID, reference };
  expect(school.as(teacher).get<OpenedLesson>('openLesson', again)).toMatchObject({ what: '3A Maths', className: '3A', onLog: { reference, note: 'Planned' } });
  expect(school.as(people.dsl).call('openLesson', again)).toMatchObject({ ok: false, code: 'no-such-lesson' });
  expect(recordLesson(school, { reference, className: '3A' }).isChanged).toBe(true);
  expect(school.as(teachingAssistant).call('seeLesson', { reference })).toMatchObject({ ok: true, value: { adults: ['Lorna Beck'] } });
  expect(recordLesson(school, { facts: aLessonsFacts(), className: '3A' }).reference).toBe(reference);
});

test('D5: looked at again without the sidebar, it still says what was not fine when it was recorded', () => {
  const school = aSchool();
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const };
  const facts = aLessonsFacts({ space: { state: 'read', name: 'spaces/abc', config } });
  const { reference } = recordLesson(school, { facts, className: '3A' });
  const wrong = (asked: object) => school.as(teacher).get<OpenedLesson>('openLesson', { ...NOTHING_SAID, ...asked }).onLog?.wrong;
  expect(wrong({ reference })).toEqual(['Chat']);
  expect(wrong({ facts })).toEqual([]);
});

test.each([
  ['the other adult in it', teachingAssistant, 1],
  ['a teacher who has nothing to do with it', secondTeacher, 0],
  ['the DSL', people.dsl, 1],
  ['a deputy DSL', people.deputy, 1],
  ['the head', people.head, 1],
  ['a senior leader', people.secondDeputy, 1],
  ['the coordinator', people.computingLead, 1],
  ['the chair of governors', people.chair, 0],
  ['a technician', people.technician, 0],
])('D5: in the log %s sees what is theirs to see', (_, who, count) => {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts: aLessonsFacts(), className: '3A' });
  expect(listed(school, who).total).toBe(count);
  const answer = school.as(who).call('seeLesson', { reference });
  const none = { ok: false, code: 'no-such-lesson', message: `There is no lesson ${reference} that you may see.` };
  if (count === 0) expect(answer).toMatchObject(none);
  else expect(answer).toMatchObject({ ok: true });
  expect(school.as(who).call('seeLesson', { reference: 'L-AAAAAA' })).toMatchObject({ ...none, message: 'There is no lesson L-AAAAAA that you may see.' });
});

test('D5: the log is filtered by class, teacher, week and state, the latest first, a part at a time', () => {
  const school = aSchool();
  for (let day = 0; day < 32; day += 1) {
    const start = new Date(Date.UTC(2026, 8, 8 + day, 9)).toISOString();
    const end = new Date(Date.UTC(2026, 8, 8 + day, 10)).toISOString();
    recordLesson(school, { what: `Lesson ${day}`, start, end, className: day % 2 === 0 ? '3A' : '3B' }, day === 0 ? secondTeacher : teacher);
  }
  const first = listed(school, people.dsl);
  expect(first).toMatchObject({ total: 32, pageSize: 30, isWhole: true, classes: ['3A', '3B'], open: 0 });
  expect([first.lines[0]?.what, first.lines.length]).toEqual(['Lesson 31', 30]);
  expect(listed(school, people.dsl, { from: 30 }).lines.map(({ what }) => what)).toEqual(['Lesson 1', 'Lesson 0']);
  expect(listed(school, people.dsl, { teacher: secondTeacher }).lines.map(({ teacher: name }) => name)).toEqual(['Hannah Lindqvist']);
  expect(listed(school, people.dsl, { week: '10/9/2026', className: '3b' }).lines.map(({ what }) => what)).toEqual(['Lesson 5', 'Lesson 3', 'Lesson 1']);
  expect(school.as(people.dsl).call('listLessons', { week: 'soon' })).toMatchObject({ ok: false, field: 'week' });
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 12));
  expect(listed(school, people.dsl, { which: 'not finished' })).toMatchObject({ total: 2, open: 2 });
  expect(listed(school, teacher)).toMatchObject({ total: 31, isWhole: false });
});
