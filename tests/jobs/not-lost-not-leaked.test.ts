import { expect, test } from '@jest/globals';
import type { Receipt } from '../../src/incidents/raise-concern.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** Sequences after which a concern could be lost, be seen by somebody it names, or look well when it is not. */

let presses = 0;

function raise(school: SchoolUnderTest, people: unknown[] = []): string {
  presses += 1;
  const concern = { story: 'She told me.', happened: '', where: '', done: '', toldDslInPerson: true };
  return school.as(school.people.teacher).get<Receipt>('raiseConcern', { ...concern, key: `press-of-the-button-${presses}`, people }).reference;
}

function about(email: string, role: string) {
  return [{ email, name: '', role }];
}

function settings(school: SchoolUnderTest, change: Record<string, string>) {
  const { people } = school;
  return {
    ...{ name: 'Quillhaven Primary', address: school.handrail.address, dslTelephone: '01632 960 123' },
    ...{ head: people.head, dsl: people.dsl, deputies: people.deputy, chair: people.chair },
    ...{ approvers: people.networkManager, technicians: people.technician },
    ...change,
  };
}

function save(school: SchoolUnderTest, change: Record<string, string>) {
  return school.as(school.people.office).call('saveSettings', settings(school, change));
}

test('B5: when the person a staff concern is about becomes headteacher, the chair of governors has it from then on', () => {
  const school = aSchool();
  const { secondDeputy, chair } = school.people;
  const reference = raise(school, about(secondDeputy, 'alleged'));
  save(school, { head: secondDeputy });
  school.pass(5);
  expect(school.as(secondDeputy).everythingInSight()).not.toContain(reference);
  expect(school.as(chair).get<{ owners: unknown }>('openCase', { reference }).owners).toMatchObject([{ email: chair }]);
});

test('B2: a note of any length typed on a desk is kept, and stops no other desk', () => {
  const school = aSchool();
  const { dsl, secondTeacher } = school.people;
  const reference = raise(school);
  const note = `${'word "quoted" '.repeat(3_200)}end`;
  school.type(dsl, 'desk-dsl', 'Desk', 4, 7, note);
  school.pass(5);
  const { timeline } = school.as(dsl).get<{ timeline: { said: string }[] }>('openCase', { reference });
  expect(timeline.map(({ said }) => said)).toContain(note);
  const another = raise(school, about(secondTeacher, 'affected'));
  school.pass(5);
  expect(school.desk('staff')[0]?.[0]).toBe(another);
  const length = school.sheet('records', 'Journal').length;
  school.pass(10);
  expect(school.sheet('records', 'Journal')).toHaveLength(length);
});

test('B2: a desk that was deleted stops no other desk', () => {
  const school = aSchool();
  raise(school, about(school.people.secondTeacher, 'alleged'));
  school.type(school.people.head, 'desk-staff', 'Desk', 4, 5, 'open');
  school.workspace.drive.remove(school.people.office, school.fileId('desk-dsl'));
  school.pass(5);
  expect(school.as(school.people.head).get<{ lines: unknown[] }>('listCases').lines).toMatchObject([{ state: 'open' }]);
});
