import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LessonRow } from '../../src/lessons/lesson.ts';
import type { OneToOneRow } from '../../src/lessons/one-to-one.ts';
import { type LessonToTell, lessonsToTell } from '../../src/lessons/reminders/lessons-to-tell.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();
const NOTHING_OPEN = { verdict: 'ready' } as const;

/** A lesson on Tuesday 8 September 2026 from 10:00 to 10:45 in London, recorded on Monday at nine, in which something is open. */
function lesson(change: Partial<LessonRow> = {}): LessonRow {
  return {
    ...{ reference: 'L-AAAAAA', teacher: 'kim@q.example', what: 'Maths', className: '3A', adults: [], pupils: [], seriesId: '', eventId: '', code: '' },
    ...{ start: '2026-09-08T09:00:00.000Z', end: '2026-09-08T09:45:00.000Z', factsAt: '', listVersion: 1, checks: [], ticks: [], verdict: 'not yet' },
    ...{ note: '', recordedBy: 'kim@q.example', recordedAt: '2026-09-07T08:00:00.000Z', finished: false, asPlanned: false, afterNote: '', concerns: [] },
    ...{ attendance: [], finishedAt: null, remindedBefore: false, remindedAfter: false },
    ...change,
  };
}

function whyAt(now: string, change: Partial<LessonRow> = {}, oneToOnes: OneToOneRow[] = []): LessonToTell['why'][] {
  return lessonsToTell([lesson(change)], oneToOnes, now).map(({ why }) => why);
}

describe('D1: the evening before', () => {
  test.each<[when: string, now: string, change: Partial<LessonRow>, told: boolean]>([
    ['from five in London', '2026-09-07T16:00:00.000Z', {}, true],
    ['not before five', '2026-09-07T15:59:00.000Z', {}, false],
    ['not at night', '2026-09-07T21:00:00.000Z', {}, false],
    ['not two days before', '2026-09-06T17:00:00.000Z', {}, false],
    ['not on the day', '2026-09-08T06:00:00.000Z', {}, false],
    ['of a lesson on which ticks are missing', '2026-09-07T17:00:00.000Z', { verdict: 'ready when ticked' }, true],
    ['of one that must not start', '2026-09-07T17:00:00.000Z', { verdict: 'do not start' }, true],
    ['not of one in which nothing is open', '2026-09-07T17:00:00.000Z', NOTHING_OPEN, false],
    ['once', '2026-09-07T17:00:00.000Z', { remindedBefore: true }, false],
    ['not to whoever has recorded it this evening', '2026-09-07T17:00:00.000Z', { recordedAt: '2026-09-07T16:30:00.000Z' }, false],
    ['in winter by winter’s clock', '2026-11-23T17:00:00.000Z', november({ recordedAt: '2026-11-23T16:30:00.000Z' }), true],
    ['in winter not at four', '2026-11-23T16:00:00.000Z', november({}), false],
  ])('%s', (_, now, change, told) => {
    expect(whyAt(now, change)).toEqual(told ? ['not fine tomorrow'] : []);
  });

  test('on Sunday evening for Monday', () => {
    expect(whyAt('2026-09-13T17:00:00.000Z', { start: '2026-09-14T08:00:00.000Z', end: '2026-09-14T08:45:00.000Z' })).toEqual(['not fine tomorrow']);
  });

  test('of a one-to-one whose approval has ended since it was recorded (D3)', () => {
    const change: Partial<LessonRow> = { ...NOTHING_OPEN, pupils: ['amira@q.example'], checks: [{ check: 'one-to-one', state: 'fine', by: 'office' }] };
    const approval: OneToOneRow = {
      ...{ reference: 'O-AAAAAA', state: 'approved', adult: 'kim@q.example', pupil: 'amira@q.example', why: '', from: '2026-09-07', until: '2026-09-30' },
      ...{ inEarshot: 'Nadia', note: '', askedAt: '2026-09-01T08:00:00.000Z', by: 'head@q.example', at: null },
    };
    const evening = '2026-09-07T17:00:00.000Z';
    expect(whyAt(evening, change, [approval])).toEqual([]);
    expect(whyAt(evening, change, [{ ...approval, state: 'ended' }])).toEqual(['not fine tomorrow']);
    expect(whyAt(evening, change, [{ ...approval, until: '2026-09-07' }])).toEqual(['not fine tomorrow']);
  });
});

function november(change: Partial<LessonRow>): Partial<LessonRow> {
  return { start: '2026-11-24T10:00:00.000Z', end: '2026-11-24T10:45:00.000Z', recordedAt: '2026-11-23T08:00:00.000Z', ...change };
}

describe('D5: after the lesson', () => {
  test.each<[when: string, now: string, change: Partial<LessonRow>, told: boolean]>([
    ['half an hour after its end', '2026-09-08T10:15:00.000Z', NOTHING_OPEN, true],
    ['not before that', '2026-09-08T10:14:00.000Z', NOTHING_OPEN, false],
    ['whatever was open in it', '2026-09-08T10:15:00.000Z', {}, true],
    ['not at night', '2026-09-08T19:00:00.000Z', {}, false],
    ['the next morning then', '2026-09-09T07:00:00.000Z', {}, true],
    ['not after three days', '2026-09-11T09:45:00.000Z', {}, false],
    ['once', '2026-09-08T10:15:00.000Z', { remindedAfter: true }, false],
    ['not when somebody has said it', '2026-09-08T10:15:00.000Z', { finished: true }, false],
  ])('%s', (_, now, change, told) => {
    expect(whyAt(now, change)).toEqual(told ? ['how did it go'] : []);
  });
});

test('D5: whenever the heart beats, a lesson that it beats through is told of at most once before and once afterwards', () => {
  const beats = fc.array(fc.integer({ min: 0, max: 6 * 24 * 12 }), { maxLength: 200 });
  fc.assert(
    fc.property(beats, fc.integer({ min: 0, max: 24 * 12 }), (fives, startsAt) => {
      const start = Date.UTC(2026, 8, 8) + startsAt * 300_000;
      let row = lesson({ start: new Date(start).toISOString(), end: new Date(start + 2_700_000).toISOString() });
      const told: string[] = [];
      for (const five of [...fives].sort((a, b) => a - b)) {
        const now = new Date(Date.UTC(2026, 8, 7) + five * 300_000).toISOString();
        for (const { why } of lessonsToTell([row], [], now)) {
          told.push(why);
          expect(why === 'how did it go').toBe(now > row.end);
          row = why === 'how did it go' ? { ...row, remindedAfter: true } : { ...row, remindedBefore: true };
        }
      }
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});

/** Records a lesson as a teacher does without the sidebar: nothing is checked, so something is open. */
function record(at: SchoolUnderTest, start: string, who: string = people.teacher, what = 'Reading with Amira Khan'): string {
  const end = new Date(Date.parse(start) + 2_700_000).toISOString();
  const request = { key: `press-of-lesson-${who}-${start}`, facts: null, reference: '', className: '', what, start, end, ticks: [], note: '' };
  return at.as(who).get<{ reference: string }>('recordLesson', request).reference;
}

function beatAt(at: SchoolUnderTest, moment: string): void {
  at.workspace.clock.moveTo(Date.parse(moment));
  const { ok, error } = at.beat();
  if (!ok) throw new Error(error?.message);
}

function lessonMails(at: SchoolUnderTest, who: string) {
  return at.mailTo(who).filter(({ subject }) => subject.includes('live lesson'));
}

test('D1, D5: a teacher’s lessons go in one mail before and one after, with links that open them and no pupil’s name', () => {
  const school = aSchool();
  const first = record(school, '2026-09-08T08:00:00.000Z');
  const second = record(school, '2026-09-08T10:00:00.000Z');
  record(school, '2026-09-08T10:00:00.000Z', people.secondTeacher);
  beatAt(school, '2026-09-07T15:30:00.000Z');
  expect(lessonMails(school, people.teacher)).toEqual([]);
  beatAt(school, '2026-09-07T16:01:00.000Z');
  beatAt(school, '2026-09-07T16:31:00.000Z');
  expect(lessonMails(school, people.secondTeacher)).toHaveLength(1);
  const [before, ...noMore] = lessonMails(school, people.teacher);
  expect(noMore).toEqual([]);
  expect(before?.subject).toBe('Handrail: 2 live lessons planned, and something is still open');
  for (const each of [first, second]) expect(before?.text).toContain(`?page=lesson&reference=${each}`);
  expect(before?.text).toMatch(/08\/09\/2026 09:00.*08\/09\/2026 11:00/s);

  school.workspace.clock.moveTo(Date.parse('2026-09-08T08:50:00.000Z'));
  school.as(people.teacher).get('finishLesson', {
    ...{ key: 'press-of-finish-1', reference: first, was: '', asPlanned: true, note: '', concern: '', attendance: [] },
  });
  beatAt(school, '2026-09-08T11:20:00.000Z');
  beatAt(school, '2026-09-09T07:00:00.000Z');
  const [after] = lessonMails(school, people.teacher).filter(({ subject }) => subject.includes('how did it go'));
  expect(lessonMails(school, people.teacher)).toHaveLength(2);
  expect(after?.text).toContain(`?page=lessons&reference=${second}`);
  for (const { subject, text } of [before, after].flatMap((mail) => mail ?? [])) expect(`${subject} ${text}`).not.toMatch(/amira|khan|reading/i);
  expect(school.history()).toBe('unbroken');
});

test('D1: of a lesson that is moved to another day its teacher hears again on the evening before that', () => {
  const school = aSchool();
  const reference = record(school, '2026-09-08T08:00:00.000Z');
  beatAt(school, '2026-09-07T16:01:00.000Z');
  const moved = { start: '2026-09-10T08:00:00.000Z', end: '2026-09-10T08:45:00.000Z' };
  const request = { key: 'press-of-moving', facts: null, reference, what: 'Reading', className: '3A', ticks: [], note: '', ...moved };
  school.as(people.teacher).get('recordLesson', request);
  beatAt(school, '2026-09-08T16:01:00.000Z');
  expect(told(school)).toBe(1);
  beatAt(school, '2026-09-09T16:01:00.000Z');
  beatAt(school, '2026-09-09T16:31:00.000Z');
  expect(told(school)).toBe(2);
});

test('D5: with nothing to tell, the log is read twice an hour and not in every beat', () => {
  const school = aSchool();
  record(school, '2026-09-10T08:00:00.000Z');
  const reads = ['2026-09-07T10:00:00.000Z', '2026-09-07T10:05:00.000Z', '2026-09-07T10:30:00.000Z'].map((moment) => {
    school.workspace.clock.moveTo(Date.parse(moment));
    return school.beat().calls.filter(({ name }) => name.startsWith('Sheets.')).length;
  });
  expect(reads[1]).toBeLessThan(reads[0] ?? 0);
  expect(reads[2]).toBe((reads[1] ?? 0) + 1);
});

test('D3: what waits for approval since an earlier day is told once a school day, to those who may approve it', () => {
  const school = aSchool();
  const asked = { pupil: people.pupil, why: 'Reading', from: '14/09/2026', until: '30/09/2026', inEarshot: 'Nadia Khan' };
  school.as(people.secondDeputy).get('askOneToOne', { key: 'press-0001-of-one', ...asked });
  const toldAt = (moment: string) => {
    beatAt(school, moment);
    return [waiting(school), waiting(school, people.secondDeputy)];
  };
  expect(toldAt('2026-09-07T14:00:00.000Z')).toEqual([0, 0]);
  expect(toldAt('2026-09-08T06:50:00.000Z')).toEqual([0, 0]);
  expect(toldAt('2026-09-08T07:10:00.000Z')).toEqual([1, 0]);
  expect(toldAt('2026-09-08T11:10:00.000Z')).toEqual([1, 0]);
  school.as(people.teacher).get('askOneToOne', { key: 'press-0002-of-one', ...asked });
  expect(toldAt('2026-09-09T07:10:00.000Z')).toEqual([2, 1]);
  expect(toldAt('2026-09-12T08:10:00.000Z')).toEqual([2, 1]);
  expect(toldAt('2026-10-01T08:10:00.000Z')).toEqual([2, 1]);
  expect(school.history()).toBe('unbroken');
});

const told = (school: SchoolUnderTest) => lessonMails(school, people.teacher).length;
const waiting = (school: SchoolUnderTest, who: string = people.head) => school.mailTo(who).filter(({ subject }) => subject.includes('still wait')).length;

test('D5, D3: whichever call of the beat fails, each mail goes once', () => {
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = aSchool();
      record(school, '2026-09-08T08:00:00.000Z');
      const asked = { pupil: people.pupil, why: 'Reading', from: '14/09/2026', until: '30/09/2026', inEarshot: 'Nadia Khan' };
      school.as(people.teacher).get('askOneToOne', { key: 'press-0001-of-one', ...asked });
      // What else a day begins with is done before people are told.
      beatAt(school, '2026-09-08T06:50:00.000Z');
      expect([told(school), waiting(school)]).toEqual([0, 0]);
      school.workspace.clock.moveTo(Date.UTC(2026, 8, 8, 9, 20));
      return school;
    },
    clone: (school) => school.another(),
    tries: (call) => /^Sheets\..*batchUpdate$|setProperty$/.test(call),
    operation: (school, faults) => school.beat(faults),
    recover: (school) => {
      for (const minute of [25, 30]) {
        school.workspace.clock.moveTo(Date.UTC(2026, 8, 8, 9, minute));
        school.beat();
      }
    },
    invariant: (school, where) => {
      expect({ where, told: told(school), waiting: waiting(school), history: school.history() }).toEqual({ where, told: 1, waiting: 1, history: 'unbroken' });
    },
  });
});
