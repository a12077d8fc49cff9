import { expect, test } from '@jest/globals';
import { failingAfter, hasFailedLong, heartHasStopped } from '../../src/records/heart.ts';
import { goOn, type LongJob } from '../../src/records/jobs.ts';

function aStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    load: (name: string) => kept.get(name) ?? null,
    save: (name: string, cursor: string) => void kept.set(name, cursor),
    clear: (name: string) => void kept.delete(name),
  };
}

/** A job of five steps that writes down what it did. */
function counting(done: number[], failsAt = -1): LongJob<number> {
  return {
    name: 'counting',
    start: 1,
    step: (cursor) => {
      if (cursor === failsAt) throw new Error('Service error: Spreadsheets');
      done.push(cursor);
      return cursor < 5 ? cursor + 1 : null;
    },
  };
}

test('a job goes on where the last run stopped, and begins anew once it is done', () => {
  const store = aStore();
  const done: number[] = [];
  expect(goOn(counting(done), store, () => done.length < 2)).toBe(false);
  expect(goOn(counting(done), store, () => true)).toBe(true);
  expect(done).toEqual([1, 2, 3, 4, 5]);
  expect(store.kept.size).toBe(0);
});

test('a job without any time left still takes one step, so that it ends some day', () => {
  const store = aStore();
  const done: number[] = [];
  for (let beat = 1; beat <= 5; beat += 1) expect(goOn(counting(done), store, () => false)).toBe(beat === 5);
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('a step that failed is taken again', () => {
  const store = aStore();
  const done: number[] = [];
  expect(() => goOn(counting(done, 3), store, () => true)).toThrow('Service error');
  expect(goOn(counting(done), store, () => true)).toBe(true);
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('the heart has stopped when it missed four beats, or never beat', () => {
  const last = { at: '2026-09-07T08:00:00.000Z', build: 'b1' };
  expect(heartHasStopped(last, new Date('2026-09-07T08:20:00.000Z'))).toBe(false);
  expect(heartHasStopped(last, new Date('2026-09-07T08:20:00.001Z'))).toBe(true);
  expect(heartHasStopped(null, new Date('2026-09-07T08:00:00.000Z'))).toBe(true);
});

test('a task has failed long when it failed in three beats in a row, or once in a way that no waiting mends', () => {
  const beats = (...failures: (boolean | null)[]) =>
    failures.reduce(
      (last, isPassing) => ({
        ...{ at: '2026-09-07T08:00:00.000Z', build: 'b1' },
        failing: failingAfter(last, isPassing === null ? [] : [{ name: 'mails', isPassing }]),
      }),
      { at: '2026-09-07T07:55:00.000Z', build: 'b1', failing: {} },
    );
  const [passing, lasting, fine] = [true, false, null];
  for (const few of [[fine], [passing], [passing, passing], [passing, passing, fine, passing], [lasting, fine, passing]]) {
    expect(hasFailedLong(beats(...few), 'mails')).toBe(false);
  }
  for (const many of [[lasting], [passing, passing, passing], [lasting, passing], [passing, lasting]]) {
    expect(hasFailedLong(beats(...many), 'mails')).toBe(true);
  }
  expect(hasFailedLong(beats(lasting), 'triage')).toBe(false);
  expect(hasFailedLong(null, 'mails')).toBe(false);
});
