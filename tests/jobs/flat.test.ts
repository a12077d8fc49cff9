import { expect, test } from '@jest/globals';
import { ageLog } from '../support/old-log.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const concern = {
  key: 'press-0001-of-the-button',
  story: 'She looked sad.',
  happened: '',
  where: '',
  done: '',
  device: '',
  url: '',
  about: 'pupil',
  typeHint: '',
  danger: false,
  toldDslInPerson: true,
  people: [],
};

/** Names of the service calls of one press, in order. */
function callsOf(school: SchoolUnderTest, email: string, fn: string, input: unknown): string[] {
  const { answer, run } = school.door(email, fn, input);
  if (!answer.ok) throw new Error(answer.message);
  school.workspace.clock.pass(60_000);
  return (run?.calls ?? []).map(({ name }) => name);
}

test('B1, A11: raising a concern, opening a case, adding a note and recording a signature take the same calls in an empty log and in one of 20,000 events', () => {
  const young = aSchool();
  const old = aSchool();
  ageLog(old, 20_000);
  old.beat();
  old.workspace.clock.pass(60_000);
  expect(old.desk('dsl').length).toBeGreaterThan(400);
  expect(old.history()).toBe('unbroken');
  const [inYoung, inOld] = [young, old].map((school) => {
    const { teacher, dsl } = school.people;
    const raise = callsOf(school, teacher, 'raiseConcern', concern);
    const reference = school.desk('dsl')[0]?.[0] ?? '';
    school.sign(teacher, 'Sam Okafor');
    const sign = school.beat().calls.map(({ name }) => name);
    return {
      sign,
      raise,
      open: callsOf(school, dsl, 'openCase', { reference }),
      note: callsOf(school, dsl, 'addNote', { key: 'press-0002-of-the-button', reference, text: 'Seen' }),
    };
  });
  expect(inOld).toEqual(inYoung);
});
