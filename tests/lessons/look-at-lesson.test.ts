import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { OpenedLesson } from '../../src/lessons/checking/open-lesson.ts';
import { aLessonsFacts, guest, NOTHING_SAID, recordLesson, SAFE_MEET } from '../support/lessons.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { teacher } = people;

function opened(school: SchoolUnderTest, asked: object = {}, as: string = teacher): OpenedLesson {
  return school.as(as).get<OpenedLesson>('openLesson', { ...NOTHING_SAID, ...asked });
}

const stateOf = ({ findings }: OpenedLesson, check: string) => findings.find((finding) => finding.check === check);

test('D1: what the sidebar reports is said to be reported, what the office knows to be known, and the office finds the same from the same facts', () => {
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const };
  const found = opened(aSchool(), { facts: aLessonsFacts({ space: { state: 'read', name: 'spaces/abc', config } }) });
  expect(stateOf(found, 'chat')).toMatchObject({ state: 'not fine', by: 'sidebar', mend: expect.stringContaining('Make safe') });
  expect(stateOf(found, 'second-adult')).toMatchObject({ state: 'fine', by: 'office', words: 'Lorna Beck said yes.' });
  expect(found).toMatchObject({ what: '3A Maths', starts: '09/09/2026 09:30', ends: '09/09/2026 10:15', isTyped: false, verdict: 'not yet' });
  expect(found.factsAt).toBe('07/09/2026 09:00');
  expect(found.list).toEqual({ version: 1, onFile: 19, own: 0 });
});

test('D1: it works without the sidebar: nothing about the call is fine, and one says oneself what the lesson is', () => {
  const found = opened(aSchool());
  expect(found).toMatchObject({ what: '', start: '', isTyped: true, factsAt: '', notes: [], className: '3A' });
  expect(found.findings.filter(({ by }) => by === 'sidebar')).toEqual([]);
  expect(stateOf(found, 'second-adult')?.state).toBe('cannot verify');
  expect(found.findings.find(({ consideration }) => consideration === 'consideration-5')).toBeUndefined();
});

test('D1: facts that are old, or of another’s event, are said to be so; facts of another shape are refused', () => {
  const school = aSchool();
  expect(opened(school, { facts: aLessonsFacts() }).notes).toEqual([]);
  const old = opened(school, { facts: aLessonsFacts({ at: '2026-09-07T07:30:00.000Z', organizer: people.secondTeacher }) });
  expect(old.notes).toEqual([expect.stringContaining('07/09/2026 08:30'), expect.stringMatching(/^Hannah Lindqvist arranged this event/)]);
  const { guests: _, ...without } = aLessonsFacts();
  expect(school.as(teacher).call('openLesson', { ...NOTHING_SAID, facts: without })).toMatchObject({ ok: false, code: 'unreadable' });
  const noDay = aLessonsFacts({ event: { title: 'x', start: 'tomorrow', end: 'later', isAllDay: false, isCancelled: false } });
  expect(school.as(teacher).call('openLesson', { ...NOTHING_SAID, facts: noDay })).toMatchObject({ ok: false, code: 'unreadable' });
});

test('D1: what Google said on another day makes nothing fine; what was wrong then, and what the office knows by itself, stays', () => {
  const school = aSchool();
  const pair = [guest(people.pupil), guest(people.teachingAssistant, 'accepted')];
  const config = { ...SAFE_MEET, chat: 'NO_RESTRICTION' as const };
  const reported = (at: string) => opened(school, { facts: aLessonsFacts({ at, guests: pair, space: { state: 'read', name: 'spaces/abc', config } }) });
  for (const at of ['2026-09-06T22:59:00.000Z', '2026-09-08T08:00:00.000Z']) {
    const old = reported(at);
    expect(stateOf(old, 'who-comes-in')).toMatchObject({ state: 'cannot verify', words: expect.stringMatching(/^On 0[68]\/09\/2026: /) });
    expect(stateOf(old, 'second-adult')?.state).toBe('cannot verify');
    expect(stateOf(old, 'chat')?.state).toBe('not fine');
    expect(stateOf(old, 'one-to-one')?.state).toBe('never');
    expect(stateOf(old, 'teacher-signed')).toEqual(stateOf(opened(school), 'teacher-signed'));
  }
  expect(stateOf(reported('2026-09-06T23:01:00.000Z'), 'second-adult')?.state).toBe('fine');
});

test('D3: with one pupil alone it says do not start and whom to ask for; choosing a class does not hide that', () => {
  const facts = aLessonsFacts({ guests: [guest(people.pupil)] });
  for (const className of [undefined, '', '3A']) {
    const found = opened(aSchool(), { facts, ...(className === undefined ? {} : { className }) });
    expect(stateOf(found, 'one-to-one')).toMatchObject({ state: 'never', words: expect.stringContaining('Amira Khan') });
    expect(found).toMatchObject({ verdict: 'do not start', alone: people.pupil });
  }
  expect(opened(aSchool(), { facts }).className).toBe('');
});

test('D3: a one-to-one on the log that nobody approved stays “do not start” when it is opened from a mail, without the sidebar', () => {
  const school = aSchool();
  const { reference, verdict } = recordLesson(school, { facts: aLessonsFacts({ guests: [guest(people.pupil)] }) });
  expect(verdict).toBe('do not start');
  for (const className of [undefined, '3A'])
    expect(opened(school, { reference, ...(className === undefined ? {} : { className }) })).toMatchObject({ verdict: 'do not start', alone: people.pupil });
  const asked = { pupil: people.pupil, why: 'Reading', from: '07/09/2026', until: '30/09/2026', inEarshot: 'Nadia Khan' };
  const one = school.as(teacher).get<{ reference: string }>('askOneToOne', { key: 'press-0001-of-one', ...asked });
  school.as(people.head).get('decideOneToOne', { ...asked, key: 'press-0002-of-one', reference: one.reference, approve: true, note: '' });
  expect(stateOf(opened(school, { reference }), 'one-to-one')?.state).toBe('a person must confirm');
  expect(stateOf(opened(school, { facts: aLessonsFacts({ guests: [guest(people.pupil)] }) }), 'one-to-one')?.state).toBe('fine');
});

test('D3: the other lessons of the class in the same week are counted, one that two adults recorded once, and the lesson itself never', () => {
  const school = aSchool();
  const facts = aLessonsFacts();
  const howOften = (asked: object) => stateOf(opened(school, asked), 'how-often')?.state;
  expect(howOften({ facts })).toBe('fine');
  recordLesson(school, { facts, className: '3A' });
  recordLesson(school, { facts, className: '3A' }, people.teachingAssistant);
  expect(howOften({ facts })).toBe('fine');
  const start = '2026-09-11T10:00:00.000Z';
  expect(howOften({ what: 'Art', start, end: '2026-09-11T11:00:00.000Z' })).toBe('not fine');
  expect(howOften({ what: 'Art', start: '2026-09-14T10:00:00.000Z', end: '2026-09-14T11:00:00.000Z' })).toBe('fine');
  expect(howOften({ what: 'Art', start, end: start, className: '3B' })).toBe('fine');
  expect(howOften({ what: 'Art', start, end: start, className: '' })).toBe('cannot verify');
});

test('D1: own classes come first, and the likeliest is proposed: as the last time, else the pupils’ own, else as the title says, else one’s own unless a colleague arranged it', () => {
  const school = aSchool();
  expect(opened(school).classes.own).toEqual(['3A']);
  expect(opened(school).classes.others).toContain('3B');
  expect(opened(school).classes.others).not.toContain('3A');
  expect(opened(school, { className: 'Class 3b, Art' }).className).toBe('3B');
  expect(opened(school, { className: 'no such' }).className).toBe('');
  recordLesson(school, { facts: aLessonsFacts(), className: '3B' });
  const next = { eventId: 'maths_20260916', event: { title: '3A Maths', start: '2026-09-16T08:30:00.000Z', end: '2026-09-16T09:15:00.000Z' } };
  const facts = aLessonsFacts({ eventId: next.eventId, event: { ...next.event, isAllDay: false, isCancelled: false } });
  expect(opened(school, { facts }).className).toBe('3B');
  const titled = (title: string, organizer: string) =>
    opened(aSchool(), {
      facts: aLessonsFacts({ organizer, guests: [guest('pupils@quillhaven.example')], event: { ...next.event, title, isAllDay: false, isCancelled: false } }),
    });
  expect(titled('5B Coding', people.teacher).className).toBe('5B');
  expect(titled('Coding', people.teacher).className).toBe('3A');
  expect(titled('Year 3 assembly', people.secondDeputy).className).toBe('');
});

test('D1: last time’s ticks of the series are offered where they seldom change, with their day, and never taken for granted', () => {
  const school = aSchool();
  recordLesson(school, { facts: aLessonsFacts(), className: '3A', ticks: ['consideration-3', 'consideration-4', 'consideration-18'] });
  const event = { title: '3A Maths', start: '2026-09-16T08:30:00.000Z', end: '2026-09-16T09:15:00.000Z', isAllDay: false, isCancelled: false };
  const found = opened(school, { facts: aLessonsFacts({ eventId: 'maths_20260916', event }) });
  expect(found.offered).toEqual({ on: '09/09/2026', ids: ['consideration-3', 'consideration-18'] });
  expect(found.verdict).toBe('not yet');
  expect(opened(school, {}, people.secondTeacher).offered).toEqual({ on: '', ids: [] });
  // The same lesson, recorded ahead and looked at again on its day.
  expect(opened(school, { facts: aLessonsFacts() }).offered).toEqual({ on: '07/09/2026', ids: ['consideration-3', 'consideration-4', 'consideration-18'] });
});

test('D1: a tick to another sentence than is asked now is not offered, nor one of a lesson that is yet to come', () => {
  const school = aSchool();
  const pair = [guest(people.pupil), guest(people.youngPupil), guest(people.teachingAssistant, 'accepted')];
  const ticks = ['consideration-4', 'consideration-9'];
  recordLesson(school, { facts: aLessonsFacts({ guests: pair }), className: '3A', ticks });
  expect(opened(school, { facts: aLessonsFacts({ guests: pair }) }).offered.ids).toEqual(['consideration-9', 'consideration-4']);
  expect(opened(school, { facts: aLessonsFacts({ guests: null }) }).offered.ids).toEqual(['consideration-4']);

  const event = { title: '3A Maths', start: '2026-09-16T08:30:00.000Z', end: '2026-09-16T09:15:00.000Z', isAllDay: false, isCancelled: false };
  const other = aSchool();
  recordLesson(other, { facts: aLessonsFacts({ eventId: 'maths_20260916', event }), className: '3A', ticks: ['consideration-18'] });
  expect(opened(other, { facts: aLessonsFacts() }).offered).toEqual({ on: '', ids: [] });
});

test('D1: the hours that the school set are kept for a lesson that is typed as well', () => {
  const school = aSchool();
  school.as(people.head).get('setLessonSetting', { key: 'press-0001-of-hours', version: '', setting: 'hours', from: '09:00', to: '15:30', why: 'Policy' });
  const hours = (from: string, to: string) => stateOf(opened(school, { what: 'Art', start: `2026-09-08T${from}Z`, end: `2026-09-08T${to}Z` }), 'hours');
  expect(hours('08:00:00.000', '08:45:00.000')).toMatchObject({ state: 'fine', by: 'office' });
  expect(hours('06:00:00.000', '06:45:00.000')).toMatchObject({ state: 'not fine', by: 'office' });
});

test('D1: opening takes the same calls with an empty log and with one of many lessons, agreements and signatures', () => {
  const school = aSchool();
  const calls = () => {
    school.workspace.clock.pass(60_000);
    return school.door(teacher, 'openLesson', { ...NOTHING_SAID, facts: aLessonsFacts() }).run?.calls.map(({ name }) => name);
  };
  calls();
  const before = calls();
  for (let day = 0; day < 12; day += 1) {
    const [start, end] = [9, 10].map((hour) => new Date(Date.UTC(2026, 8, 8 + day, hour)).toISOString());
    recordLesson(school, { what: `Lesson ${day}`, start, end, className: '3A' });
  }
  expect(before).toContain('Sheets.Spreadsheets.Values.batchGet');
  expect(calls()).toEqual(before);
});
