import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { meetLink } from '../../local/workspace/calendars.ts';
import { factsFrom } from '../../src/lessons/facts-in-address.ts';
import { aLiveLesson, type LiveLesson, linkOf, widgetsOf, wordsOf } from '../support/live-lesson.ts';

const HOME = { host: 'calendar', trigger: 'homepage' } as const;
const LIMIT_MS = 30_000;

/** Puts another event into the teacher's day. */
function add({ workspace }: LiveLesson, summary: string, from: string, until: string, withMeet = true): void {
  const calendar = workspace.calendars.primaryOf(people.teacher);
  if (!calendar) throw new Error('no calendar');
  const call = withMeet ? meetLink(workspace.meet.newSpace({ owner: people.teacher })) : {};
  workspace.calendars.addEvent(calendar, people.teacher, { summary, start: { dateTime: from }, end: { dateTime: until }, ...call });
}

test('D1: the homepage has today’s lessons with a call, each with what Google says in a line, and the way to its checks', () => {
  const lesson = aLiveLesson();
  add(lesson, 'Playground duty', '2026-09-07T12:00:00+01:00', '2026-09-07T12:30:00+01:00', false);
  add(lesson, 'Tomorrow’s lesson', '2026-09-08T12:00:00+01:00', '2026-09-08T12:30:00+01:00');
  const card = lesson.home();
  const words = wordsOf(card);
  expect(words).toContain('3A Maths 5 things are not fine.');
  expect(words).not.toContain('Playground');
  expect(words).not.toContain('Tomorrow');
  const [address, fragment = ''] = linkOf(card, 'Open my checks: 3A Maths').split('#');
  expect(address).toMatch(/\?page=lesson$/);
  expect(factsFrom(fragment)).toMatchObject({ eventId: lesson.eventId, space: { state: 'read' } });
});

test('D1: a lesson of the homepage opens into its card, and can be made safe and put back there', () => {
  const lesson = aLiveLesson();
  const before = structuredClone(lesson.space.config);
  const card = lesson.press(lesson.home(), 'Look closer: 3A Maths', HOME);
  expect(wordsOf(card)).toContain('Host controls are off.');
  const safe = lesson.press(card, 'Make safe', HOME);
  expect(wordsOf(safe)).toContain('Done.');
  expect(lesson.space.config.accessType).toBe('RESTRICTED');
  expect(wordsOf(lesson.press(safe, 'Undo “Make safe”', HOME))).toContain('Done.');
  expect(lesson.space.config).toEqual(before);
});

test('D2: when Google says nothing of any Meet, the homepage says why, once, and shows nothing as fine', () => {
  const lesson = aLiveLesson();
  add(lesson, 'Choir', '2026-09-07T12:00:00+01:00', '2026-09-07T12:30:00+01:00');
  lesson.workspace.data.meet.apiOff = true;
  const words = wordsOf(lesson.home());
  expect(words.split('The Google Meet API is not switched on for Handrail.')).toHaveLength(2);
  expect(words).not.toContain('is fine');
});

test('D1: a day without live lessons still has the checks and the report', () => {
  const words = wordsOf(aLiveLesson({ meet: false }).home());
  for (const each of ['No event with a call is in your own calendar today.', 'Open my checks', 'Raise a concern']) expect(words).toContain(each);
});

test('D1: today is the day in the UK, also on the days when the clocks change', () => {
  const lesson = aLiveLesson({ meet: false });
  // On 25 October 2026 the clocks go back: the day has 25 hours.
  add(lesson, 'Late the day before', '2026-10-24T23:30:00+01:00', '2026-10-24T23:59:00+01:00');
  add(lesson, 'Just after midnight', '2026-10-25T00:05:00+01:00', '2026-10-25T00:30:00+01:00');
  add(lesson, 'Late in the evening', '2026-10-25T23:30:00+00:00', '2026-10-25T23:59:00+00:00');
  lesson.workspace.clock.pass(Date.UTC(2026, 9, 25, 9) - lesson.workspace.clock.now());
  const words = wordsOf(lesson.home());
  expect(words).toContain('00:05 to 00:30, over');
  expect(words).toContain('Late in the evening');
  expect(words).not.toContain('the day before');
});

test('D1: a day with forty lessons and classes of 35 is drawn in four calls to Google, within thirty seconds and a hundred widgets', () => {
  const guests = Array.from({ length: 35 }, (_, at) => ({ email: `pupil${at}@quillhaven.example`, responseStatus: 'needsAction' as const }));
  const lesson = aLiveLesson({ event: { attendees: guests, recurrence: ['RRULE:FREQ=DAILY;COUNT=200'] } });
  for (let at = 0; at < 40; at += 1) add(lesson, `Lesson ${at}`, `2026-09-07T${10 + (at % 8)}:00:00+01:00`, `2026-09-07T${10 + (at % 8)}:45:00+01:00`);
  const card = lesson.home();
  expect(wordsOf(card)).toContain('29 more today: open them in the calendar.');
  expect(widgetsOf(card)).toBeLessThan(100);
  const remote = runOf(card).calls.filter(({ name }) => /^(Calendar|UrlFetchApp)\./.test(name));
  expect(remote.map(({ name }) => name)).toEqual(['Calendar.Events.list', 'UrlFetchApp.fetchAll']);
  expect(runOf(card).ms).toBeLessThan(LIMIT_MS / 10);
});

test('D1: the card of a lesson in a series with 35 pupils, and each press on it, stay far from thirty seconds', () => {
  const guests = Array.from({ length: 35 }, (_, at) => ({ email: `pupil${at}@quillhaven.example`, responseStatus: 'needsAction' as const }));
  const lesson = aLiveLesson({ event: { attendees: guests } });
  const card = lesson.open();
  const safe = lesson.press(card, 'Make safe');
  for (const panel of [card, safe, lesson.press(safe, 'Undo “Make safe”')]) {
    expect(runOf(panel).ms).toBeLessThan(LIMIT_MS / 5);
    expect(widgetsOf(panel)).toBeLessThan(30);
  }
  const facts = factsFrom(linkOf(card, 'Open my checks').split('#')[1] ?? '');
  expect(facts).toMatchObject({ guestsLeftOut: 0 });
});

function runOf(panel: ReturnType<LiveLesson['home']>) {
  if (panel.kind !== 'cards' || !panel.run) throw new Error('nothing ran');
  return panel.run;
}
