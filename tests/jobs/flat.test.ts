import { expect, test } from '@jest/globals';
import { ageLog } from '../support/old-log.ts';
import { aConcern } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { EMPTY, Working } from '../support/working.ts';

/** Names of the service calls of one press, in order, and what it answered. */
function callsOf<Value>(school: SchoolUnderTest, email: string, fn: string, input: unknown): { calls: string[]; value: Value } {
  const { answer, run } = school.door<Value>(email, fn, input);
  if (!answer.ok) throw new Error(answer.message);
  school.workspace.clock.pass(60_000);
  return { calls: (run?.calls ?? []).map(({ name }) => name), value: answer.value };
}

test('B1, B13, A11: raising a concern, opening a case, a note, closing, and recording a signature take the same calls in an empty log and in one of 20,000 events', () => {
  const young = aSchool();
  const old = aSchool();
  ageLog(old, 20_000);
  old.beat();
  old.workspace.clock.pass(60_000);
  expect(old.desk('dsl').length).toBeGreaterThan(400);
  expect(old.history()).toBe('unbroken');
  const [inYoung, inOld] = [young, old].map((school) => {
    const { teacher, dsl, head } = school.people;
    const raised = callsOf<{ reference: string }>(school, teacher, 'raiseConcern', aConcern());
    const { reference } = raised.value;
    school.sign(teacher, 'Sam Okafor');
    const sign = school.beat().calls.map(({ name }) => name);
    const press = (fn: string, input: object = {}) => callsOf(school, dsl, fn, { ...EMPTY[fn], key: `press-0002-of-${fn}`, reference, ...input }).calls;
    const [open, again] = [press('openCase'), press('openCase')];
    const work = { open, again, note: press('addNote', { text: 'Seen' }), classify: press('classifyCase') };
    new Working(school, dsl, reference).finish();
    return { sign, raise: raised.calls, ...work, close: press('closeCase', { second: { email: head, name: '' } }) };
  });
  expect(inOld).toEqual(inYoung);
});
