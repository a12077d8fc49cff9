import { expect, test } from '@jest/globals';
import type { FormResponseData } from '../../local/workspace/data.ts';
import { codeOf, familySigns, formInUse, payloadsOf, putIntoUse, recordsOf, signs, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const HOUR = 60;

/** Until half past one in the night: the school's day begins at nine. */
function untilNight(school: SchoolUnderTest): void {
  const now = new Date(school.workspace.clock.now());
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 0, 30);
  school.workspace.clock.moveTo(next);
}

/** Beats of one night, five minutes apart. */
function night(school: SchoolUnderTest, beats = 4): void {
  for (let beat = 0; beat < beats; beat += 1) {
    school.beat();
    school.workspace.clock.pass(5 * 60_000);
  }
}

/** Three teachers have signed, and the heartbeat has seen it. */
function threeSigned(): SchoolUnderTest {
  const school = aSchool();
  const { teacher, secondTeacher, teachingAssistant } = school.people;
  school.sign(teacher, 'Sam Okafor');
  school.sign(secondTeacher, 'Hannah Lindqvist');
  school.sign(teachingAssistant, 'Lorna Beck');
  school.pass(5);
  return school;
}

function differences(school: SchoolUnderTest): string[] {
  return recordsOf(school, 'Signatures').map((row) => `${row['Full name']}: ${row['Differs']}`);
}

/** The role account changes an answer by its edit link: its time may change with it, or not. */
function edit(school: SchoolUnderTest, email: string, movesTime: boolean): FormResponseData {
  const response = school.staffForm().responses.find((each) => each.respondentEmail === email);
  const name = school.staffForm().items.find(({ title }) => title === 'Full name');
  if (!response || !name) throw new Error(`${email} has not signed`);
  response.answers[name.id] = 'Somebody Else';
  if (movesTime) response.submittedTime = school.workspace.clock.now();
  return response;
}

test('A11: an answer that the beats have missed is recorded in the night', () => {
  const school = threeSigned();
  school.sign(school.people.supply, 'Nadine Frost');
  const form = school.staffForm();
  const missed = form.responses.pop();
  school.pass(2 * HOUR);
  if (missed) form.responses.push(missed);
  school.pass(HOUR);
  expect(stateOf(school, 'staff', school.people.supply)).toBe('none');
  untilNight(school);
  night(school);
  expect(stateOf(school, 'staff', school.people.supply)).toBe('awaiting approval');
  expect(payloadsOf(school, 'agreement signed')).toHaveLength(4);
});

test('A11: an answer that was edited in the form, and one that was deleted, are noted; what was recorded stays', () => {
  const school = threeSigned();
  const { teacher, secondTeacher } = school.people;
  edit(school, teacher, true);
  const form = school.staffForm();
  form.responses = form.responses.filter((response) => response.respondentEmail !== secondTeacher);
  untilNight(school);
  night(school);
  expect(differences(school)).toEqual(['Sam Okafor: edited', 'Hannah Lindqvist: deleted', 'Lorna Beck: ']);
  expect(recordsOf(school, 'Standings').map((row) => row['State'])).toEqual(Array(3).fill('awaiting approval'));
  untilNight(school);
  night(school);
  expect(payloadsOf(school, 'answer differs')).toHaveLength(2);
});

test('A11: an edited answer comes to light within a month, even if Google gives it no new time', () => {
  const school = threeSigned();
  edit(school, school.people.teacher, false);
  for (let day = 0; day < 31; day += 1) {
    untilNight(school);
    night(school, 1);
  }
  expect(differences(school)).toEqual(['Sam Okafor: edited', 'Hannah Lindqvist: ', 'Lorna Beck: ']);
});

test('A11: forms are compared once a night, and not by day', () => {
  const school = threeSigned();
  const reads = () => school.beat().calls.filter(({ name }) => name === 'FormResponse.getTimestamp').length;
  expect(reads()).toBe(0);
  untilNight(school);
  expect(reads()).toBe(3);
  school.workspace.clock.pass(5 * 60_000);
  expect(reads()).toBe(0);
  school.workspace.clock.pass(4 * HOUR * 60_000);
  expect(reads()).toBe(0);
});

test('A11: hundreds of missed answers are recorded in some beats, none of them long, each going on where the last one stopped', () => {
  const school = threeSigned();
  const form = school.staffForm();
  const [one] = form.responses;
  if (!one) throw new Error('nobody has signed');
  school.pass(HOUR);
  for (let number = 0; number < 300; number += 1)
    form.responses.push({ ...one, id: `response-${number}`, respondentEmail: `teacher${number}@quillhaven.example` });
  school.pass(5);
  expect(payloadsOf(school, 'agreement signed')).toHaveLength(3);
  untilNight(school);
  const runs = Array.from({ length: 12 }, () => {
    const run = school.beat();
    school.workspace.clock.pass(5 * 60_000);
    return run;
  });
  expect(runs.every(({ ok }) => ok)).toBe(true);
  expect(Math.max(...runs.map(({ ms }) => ms))).toBeLessThan(150_000);
  expect(payloadsOf(school, 'agreement signed')).toHaveLength(303);
});

test('A8: what a missed answer says about a child does not undo what the parent has said since', () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const code = codeOf(school, school.people.parent);
  familySigns(school, { code, children: [{ name: 'Amira', allowed: ['images-website'] }] });
  const form = formInUse(school, 'parent', 'family');
  const missed = form.responses.pop();
  school.pass(HOUR);
  familySigns(school, { code, children: [{ name: 'Amira' }] });
  school.pass(HOUR);
  if (missed) form.responses.unshift(missed);
  untilNight(school);
  night(school);
  expect(payloadsOf(school, 'agreement signed')).toHaveLength(2);
  expect(recordsOf(school, 'Consents').find((row) => row['Permission'] === 'images-website')?.['Value']).toBe('no');
});

test('A11: whichever call of the nightly comparison fails, what was missed is recorded once and each difference is noted once', () => {
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = threeSigned();
      edit(school, school.people.teacher, true);
      const form = school.staffForm();
      form.responses = form.responses.filter((response) => response.respondentEmail !== school.people.secondTeacher);
      signs(school, 'staff', school.people.supply, 'Nadine Frost');
      const missed = form.responses.pop();
      school.pass(HOUR);
      if (missed) form.responses.push(missed);
      school.pass(5);
      untilNight(school);
      return school;
    },
    clone: (school) => school.another(),
    tries: (call, isFirst) => isFirst || !/^(Item|ItemResponse|FormResponse|\w+Item|Choice)\./.test(call),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      school.workspace.clock.pass(5 * 60_000);
      night(school, 2);
    },
    invariant: (school, where) => {
      const found = {
        ...{ where, signed: payloadsOf(school, 'agreement signed').length, missed: stateOf(school, 'staff', school.people.supply) },
        ...{ noted: payloadsOf(school, 'answer differs').length, differences: differences(school).slice(0, 3), history: school.history() },
      };
      expect(found).toEqual({
        ...{ where, signed: 4, missed: 'awaiting approval', noted: 2 },
        ...{ differences: ['Sam Okafor: edited', 'Hannah Lindqvist: deleted', 'Lorna Beck: '], history: 'unbroken' },
      });
    },
  });
});
