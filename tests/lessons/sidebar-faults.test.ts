import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { aLiveLesson, type LiveLesson, wordsOf } from '../support/live-lesson.ts';

const MAKE_SAFE = 'Make safe';
const UNDO = 'Undo “Make safe”';

const before = structuredClone(aLiveLesson({ meet: { accessType: 'OPEN' } }).space.config);

/** As people do: they look, and press again while there is something to press. */
function pressUntil(lesson: LiveLesson, words: string): void {
  for (let times = 0; times < 2; times += 1) {
    const card = lesson.open();
    if (wordsOf(card).split('\n').includes(words)) lesson.press(card, words);
  }
}

test('D2: whatever fails while a Meet is made safe, the card then says what is so, a second press finishes it, and undo puts it back', () => {
  faultSweep<LiveLesson>({
    arrange: () => aLiveLesson({ meet: { accessType: 'OPEN' } }),
    clone: (lesson) => lesson.clone(),
    operation: (lesson, faults) => lesson.runDoor(lesson.open(), MAKE_SAFE, faults),
    meanwhile: (lesson) => pressUntil(lesson, MAKE_SAFE),
    recover: (lesson) => {
      const words = wordsOf(lesson.open());
      expect(words.includes('“Make safe” sets')).toBe(lesson.space.config.accessType === 'OPEN' || lesson.space.config.moderation === 'OFF');
      pressUntil(lesson, MAKE_SAFE);
    },
    invariant: (lesson, where) => {
      expect([where, lesson.space.config]).toMatchObject([where, { accessType: 'RESTRICTED', moderation: 'ON' }]);
      expect([where, wordsOf(lesson.open())]).toEqual([where, expect.stringContaining('What Google knows is fine.')]);
      lesson.press(lesson.open(), UNDO);
      expect([where, lesson.space.config]).toEqual([where, before]);
    },
  });
});

test('D2: whatever fails while Google takes it part by part, as in an edition that lacks one, the rest can be finished and all of it put back', () => {
  faultSweep<LiveLesson>({
    arrange: () => {
      const lesson = aLiveLesson({ meet: { accessType: 'OPEN' } });
      lesson.workspace.data.meet.unavailable = ['attendance reports'];
      return lesson;
    },
    clone: (lesson) => lesson.clone(),
    operation: (lesson, faults) => lesson.runDoor(lesson.open(), MAKE_SAFE, faults),
    recover: (lesson) => {
      lesson.workspace.data.meet.unavailable = [];
      pressUntil(lesson, MAKE_SAFE);
    },
    invariant: (lesson, where) => {
      expect([where, wordsOf(lesson.open())]).toEqual([where, expect.stringContaining('What Google knows is fine.')]);
      lesson.press(lesson.open(), UNDO);
      expect([where, lesson.space.config]).toEqual([where, before]);
    },
  });
});

test('D2: whatever fails while it is put back, the card then says what is so, and a second press finishes it', () => {
  faultSweep<LiveLesson>({
    arrange: () => {
      const lesson = aLiveLesson({ meet: { accessType: 'OPEN' } });
      lesson.press(lesson.open(), MAKE_SAFE);
      return lesson;
    },
    clone: (lesson) => lesson.clone(),
    operation: (lesson, faults) => lesson.runDoor(lesson.open(), UNDO, faults),
    recover: (lesson) => pressUntil(lesson, UNDO),
    invariant: (lesson, where) => {
      expect([where, lesson.space.config]).toEqual([where, before]);
      expect([where, wordsOf(lesson.open())]).toEqual([where, expect.not.stringContaining(UNDO)]);
    },
  });
});

test('D2: the card that comes after a failed change says what Google says then, not what was wanted', () => {
  const lesson = aLiveLesson({ meet: { accessType: 'OPEN' } });
  const change =
    lesson
      .clone()
      .runDoor(lesson.open(), MAKE_SAFE, [])
      .calls.findIndex(({ name }) => name === 'UrlFetchApp.fetch') + 1;
  const saidAfter = (kind: 'fails before' | 'fails after', at: number) => {
    const own = lesson.clone();
    const { value } = own.runDoor(own.open(), MAKE_SAFE, [{ at, kind }]);
    return { words: JSON.stringify((value as { $json(): unknown }).$json()), config: own.space.config };
  };
  const notDone = saidAfter('fails before', change);
  expect(notDone.words).toContain('Nothing was changed.');
  expect(notDone.config).toEqual(before);
  const done = saidAfter('fails after', change);
  expect(done.words).toContain('<b>Done.</b>');
  expect(done.config.accessType).toBe('RESTRICTED');
  const unknown = saidAfter('fails before', change + 2);
  expect(unknown.words).toContain('Handrail cannot say what was changed');
  expect(unknown.config.accessType).toBe('RESTRICTED');
});
