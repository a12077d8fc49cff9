import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { people } from '../../local/school/staff.ts';
import { attendedFrom, attendedInAddress, MOST_ATTENDED, withoutAttended } from '../../src/lessons/attended-in-address.ts';
import { factsFrom } from '../../src/lessons/facts-in-address.ts';
import type { Attended } from '../../src/lessons/lesson.ts';
import { aLiveLesson, type LiveLesson, linkOf, wordsOf } from '../support/live-lesson.ts';

const WHO = 'Who was there?';
const START = Date.UTC(2026, 8, 7, 9);
const MINUTE = 60_000;

/** A lesson that is over: two were signed in, one came by telephone, one as nobody. */
function over(withRight = true): LiveLesson {
  const lesson = aLiveLesson({ sidebar: withRight ? { with: ['attendance'] } : {} });
  lesson.workspace.meet.hold({
    ...{ space: lesson.space, start: START, minutes: 45 },
    people: [
      { user: { email: people.teacher } },
      { user: { email: people.pupil }, from: 5 },
      { user: { phone: '••• 123' }, to: 10 },
      { user: { anonymous: 'Somebody' } },
    ],
  });
  lesson.workspace.clock.pass(START + 60 * MINUTE - lesson.workspace.clock.now());
  return lesson;
}

test('D5: after the lesson one press hands the names of who was there to the checks page, without addresses', () => {
  const lesson = over();
  const card = lesson.press(lesson.open(), WHO);
  const fragment = linkOf(card, 'Open my checks with their names').split('#')[1] ?? '';
  expect(attendedFrom(fragment)).toEqual([
    { name: 'Amira Khan', kind: 'signed in', minutes: 40 },
    { name: 'Sam Okafor', kind: 'signed in', minutes: 45 },
    { name: 'Somebody', kind: 'anonymous', minutes: 45 },
    { name: '••• 123', kind: 'telephone', minutes: 10 },
  ]);
  expect(factsFrom(fragment)).toMatchObject({ eventId: lesson.eventId });
  expect(decodeURIComponent(fragment.split('&attended=')[1] ?? '')).not.toContain('@');
});

test('D5: a school that has not switched it on is not asked for the right, and the rest is there', () => {
  const lesson = over(false);
  expect(wordsOf(lesson.open())).not.toContain(WHO);
  expect(JSON.stringify(lesson.script.files.find(({ name }) => name === 'appsscript'))).not.toContain('meetings.space.readonly');
});

test('D5: the right is asked for by itself, and before the lesson is over there is nothing to ask', () => {
  const lesson = over();
  lesson.granular = true;
  lesson.refuse('meetings.space.readonly');
  expect(wordsOf(lesson.open())).toContain('Allow Handrail to see who was in your Meets');
  expect(wordsOf(lesson.open())).not.toContain(WHO);
  expect(wordsOf(aLiveLesson({ sidebar: { with: ['attendance'] } }).open())).not.toContain(WHO);
});

test('D5: when Google keeps nothing any more, or gives no answer, the card says so', () => {
  const late = over();
  late.workspace.clock.pass(31 * 24 * 60 * MINUTE);
  expect(wordsOf(late.press(late.open(), WHO))).toContain('Google knows of nobody in the call. It keeps this for 30 days.');
  const silent = over();
  const card = silent.open();
  silent.workspace.data.meet.apiOff = true;
  expect(wordsOf(silent.press(card, WHO))).toContain('Google did not say who was in the call.');
});

const attended: fc.Arbitrary<Attended> = fc.record({
  name: fc.string({ maxLength: 80 }),
  kind: fc.constantFrom('signed in' as const, 'anonymous' as const, 'telephone' as const),
  minutes: fc.nat({ max: 600 }),
});

test('D5: whatever people call themselves, their names come back as they were', () => {
  fc.assert(
    fc.property(fc.array(attended, { maxLength: 100 }), (list) => {
      const fragment = `facts=%7B%7D${attendedInAddress(list)}`;
      expect(attendedFrom(fragment)).toEqual(list.slice(0, MOST_ATTENDED));
      expect(withoutAttended(fragment)).toBe('facts=%7B%7D');
    }),
  );
});

test.each(['', 'facts=%7B%7D', '&attended=', '&attended=nonsense', '&attended=%5B5%5D', '&attended=%E0%A4', '&attended=%5B%7B%22name%22%3A%22x%22%7D%5D'])(
  'D5: “%s” names nobody',
  (fragment) => {
    expect(attendedFrom(fragment)).toBeNull();
  },
);
