import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aLessonsFacts, NOTHING_SAID, recordLesson } from '../support/lessons.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** Recording a lesson and saying how it went, whichever call fails: the same press again leaves one of it. */

const RECORD = { ...NOTHING_SAID, key: 'press-0009-of-sweep', facts: aLessonsFacts(), className: '3A', ticks: ['consideration-4'], note: 'Planned' };

function recordedBefore(): { school: SchoolUnderTest; reference: string } {
  const school = aSchool();
  const { reference } = recordLesson(school, { facts: aLessonsFacts(), className: '3A' });
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 9, 9));
  return { school, reference };
}

test.each<[door: string, action: string, arrange: () => { school: SchoolUnderTest; reference: string }, input: object]>([
  ['recordLesson', 'lesson recorded', () => ({ school: aSchool(), reference: '' }), RECORD],
  ['recordLesson', 'lesson changed', recordedBefore, RECORD],
  ['finishLesson', 'lesson finished', recordedBefore, { was: '', asPlanned: false, note: 'The line was bad', concern: '', attendance: [] }],
])('D5: whichever call of %s fails, and whoever records the same lesson meanwhile, there is one “%s” of this press', (door, action, arrange, input) => {
  let request: Record<string, unknown> = {};
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const { school, reference } = arrange();
      request = { ...input, key: 'press-0009-of-sweep', reference };
      return school;
    },
    clone: (school) => school.another(),
    tries: (call) => /^(Sheets|Lock)\./.test(call),
    operation: (school, faults) => {
      const { run } = school.door(people.teacher, door, request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [
      (school) => void school.door(people.teacher, door, request, []),
      // The other adult in it records it too, as theirs.
      (school) => void school.door(people.teachingAssistant, 'recordLesson', { ...RECORD, key: 'press-0010-of-sweep' }, []),
    ],
    recover: (school) => void school.as(people.teacher).get(door, request),
    invariant: (school, where) => {
      const [headings = [], ...rows] = school.sheet('records', 'Journal');
      const [actions, actors] = [headings.indexOf('Action'), headings.indexOf('Actor')];
      const found = rows.filter((row) => row[actions] === action && row[actors] === people.teacher).length;
      const [, ...lessons] = school.sheet('records', 'Lessons');
      const mine = lessons.filter(([, teacher]) => teacher === people.teacher).length;
      expect({ where, found, mine, history: school.history() }).toEqual({ where, found: 1, mine: 1, history: 'unbroken' });
    },
  });
});
