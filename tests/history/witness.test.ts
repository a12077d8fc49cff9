import { expect, test } from '@jest/globals';
import { headFrom } from '../../src/records/head-text.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aConcern } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const DAY = 24 * 60;

/** Six hours on, with a beat and the next. */
function laterInTheDay(school: SchoolUnderTest): void {
  school.workspace.clock.pass((6 * 60 - 5) * 60_000);
  school.beat();
  school.workspace.clock.pass(5 * 60_000);
  school.beat();
}

const mails = (school: SchoolUnderTest, to: string = school.people.witness) => school.mailTo(to).filter(({ subject }) => subject.includes('the history of'));
const told = (school: SchoolUnderTest) => school.sheet('records', 'Journal').filter(([, , , action]) => action === 'history witnessed');
const hashOfEvent = (school: SchoolUnderTest, sequence: number) => school.sheet('records', 'Journal')[sequence]?.[8];

test('B15: the end of the history goes to the witness once a day, weekends too, with how much is new and nothing of what it is', () => {
  const school = aSchool();
  school.as(school.people.teacher).get('raiseConcern', {
    ...{ key: 'press-0001', story: 'Amira showed me a message', happened: '2026-09-07T07:00:00.000Z', where: 'Playground', done: '', device: '', url: '' },
    ...{ about: 'pupil', typeHint: '', danger: false, toldDslInPerson: true, people: [{ email: school.people.pupil, name: '', role: 'affected' }] },
  });
  for (let quarter = 0; quarter < 4 * 7; quarter += 1) laterInTheDay(school);
  expect(mails(school)).toHaveLength(8);
  const [, second] = mails(school);
  const head = headFrom(second?.text ?? '');
  expect(head?.hash).toBe(hashOfEvent(school, head?.sequence ?? 0));
  expect(second).toMatchObject({ subject: 'Handrail: the history of Quillhaven Primary on 08/09/2026' });
  expect(second?.text).toContain('of them since the mail of 07/09/2026.');
  expect(second?.text).not.toMatch(/Amira|message|Playground|C-[2-9A-Z]{6}/);
  expect(told(school)).toHaveLength(8);
  expect(school.history()).toBe('unbroken');
});

test('B15: no page can keep the witness from being told by taking the key of that mail first', () => {
  const school = aSchool();
  school.as(school.people.pupil).get('raiseConcern', aConcern({ key: 'witness-of-2026-09-08', people: [] }));
  for (let quarter = 0; quarter < 4; quarter += 1) laterInTheDay(school);
  expect(mails(school).map(({ subject }) => subject)).toContain('Handrail: the history of Quillhaven Primary on 08/09/2026');
});

test('B15: without a witness of its own a school’s chair of governors gets it', () => {
  const school = aSchool();
  const settings = JSON.parse(school.workspace.data.scripts[school.handrail.officeId]?.properties.script['school'] ?? '{}');
  Object.assign(school.workspace.data.scripts[school.handrail.officeId]?.properties.script ?? {}, { school: JSON.stringify({ ...settings, witness: '' }) });
  for (let quarter = 0; quarter < 4; quarter += 1) laterInTheDay(school);
  expect(mails(school, school.people.chair)).toHaveLength(1);
});

/** Nine in the evening of the next day: nothing else is due. */
function aNewDay(): SchoolUnderTest {
  const school = aSchool();
  school.workspace.clock.pass((DAY + 12 * 60) * 60_000);
  return school;
}

test('B15: whichever call of the beat fails, the witness is told once, and the history says so once', () => {
  faultSweep<SchoolUnderTest>({
    arrange: aNewDay,
    clone: (school) => school.another(),
    tries: (call) => /batchUpdate|Drafts\.(create|send)|tryLock/.test(call),
    operation: (school, faults) => school.beat(faults),
    recover: (school) => {
      school.workspace.clock.pass(300_000);
      school.beat();
      school.workspace.clock.pass(300_000);
      school.beat();
    },
    invariant: (school, where) => {
      expect({ where, mails: mails(school).length, told: told(school).length, history: school.history() }).toEqual({
        ...{ where, mails: 2, told: 2, history: 'unbroken' },
      });
    },
  });
});
