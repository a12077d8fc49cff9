import { expect, test } from '@jest/globals';
import type { Receipt } from '../../src/incidents/reporting/raise-concern.ts';
import type { SetUpState } from '../../src/set-up.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { typeOnDesk } from '../support/desk.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** Sequences after which a concern could be lost, be seen by somebody it names, or look well when it is not. */

let presses = 0;

function raise(school: SchoolUnderTest, people: unknown[] = []): string {
  presses += 1;
  const concern = {
    story: 'She told me.',
    ...ACCOUNT,
  };
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
    ...{ coordinator: '', dataLead: '', slt: '', witness: '' },
    ...{ office: '', clerk: '', nation: 'england and wales', closures: '' },
    ...change,
  };
}

function save(school: SchoolUnderTest, change: Record<string, string>) {
  return school.as(school.people.office).call('saveSettings', settings(school, change));
}

function state(school: SchoolUnderTest, id: string): string | undefined {
  school.workspace.clock.pass(20_000);
  return school
    .as(school.people.office)
    .get<SetUpState>('readSetUp')
    .steps.find((step) => step.id === id)?.state;
}

function banner(school: SchoolUnderTest, email = school.people.teacher): string {
  const answer = school.as(email).call('home');
  return answer.ok ? answer.visit.banner : answer.message;
}

function mayOpen(school: SchoolUnderTest, email: string, key: string): boolean {
  return school.workspace.drive.mayRead(email, school.fileId(key));
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

test('B5: somebody whom a case on the desk names never gets into that file, whose history would show it: the desk is made anew', () => {
  const school = aSchool();
  const { secondTeacher, deputy, dsl } = school.people;
  const reference = raise(school, about(secondTeacher, 'witness'));
  const other = raise(school);
  const old = school.fileId('desk-dsl');
  expect(school.desk('dsl').map(([first]) => first)).toContain(reference);
  save(school, { deputies: `${deputy} ${secondTeacher}` });
  expect(school.workspace.drive.mayRead(secondTeacher, old)).toBe(false);
  expect(school.as(secondTeacher).everythingInSight()).not.toContain(reference);
  for (const reader of [secondTeacher, deputy, dsl]) expect(mayOpen(school, reader, 'desk-dsl')).toBe(true);
  expect(school.desk('dsl').map(([first]) => first)).toEqual([other]);
  expect(state(school, 'desk-dsl')).toBe('there');
});

test('B5: whoever leaves loses every desk, even when Google will not share another desk with somebody new', () => {
  const school = aSchool();
  const { head, secondDeputy } = school.people;
  expect(save(school, { head: secondDeputy, deputies: `nobody.such@quillhaven.example` })).toMatchObject({ ok: false, code: 'cannot-share' });
  expect(mayOpen(school, head, 'desk-staff')).toBe(false);
});

test('B1: while mails do not go out, every page says so', () => {
  const school = aSchool();
  const scope = 'https://www.googleapis.com/auth/gmail.modify';
  const grants = school.workspace.data.scripts[school.handrail.officeId]?.grants ?? {};
  grants[school.people.office] = (grants[school.people.office] ?? []).filter((each) => each !== scope);
  raise(school);
  school.pass(5);
  expect(banner(school)).toContain('tell the DSL in person');
});

test('B1: a hitch of Gmail’s that passes alarms nobody; one that lasts for three beats does, until mails go again', () => {
  const school = aSchool();
  const { clock, quotas } = school.workspace;
  const useUpTheMinute = () => {
    clock.pass(60_000 - (clock.now() % 60_000));
    expect(quotas.useMinute(school.people.office, 'gmail units', 15_000)).toBe(true);
  };
  const beats = (count: number, isBusy: boolean) => {
    for (let beat = 0; beat < count; beat += 1) {
      clock.pass(240_000);
      if (isBusy) useUpTheMinute();
      school.beat();
    }
  };
  useUpTheMinute();
  raise(school);
  beats(2, true);
  expect([school.mailTo(school.people.dsl).length, banner(school)]).toEqual([0, '']);
  beats(1, true);
  expect(banner(school)).toContain('Mails are not going out');
  beats(1, false);
  expect([school.mailTo(school.people.dsl).length, banner(school)]).toEqual([1, '']);
});

// docs/workspace/gmail/api/guides/handle-errors: 400 also stands for a mailbox that is not able to send.
test('B1: a mail that Google refused is not forgotten: pages say so until it is sent again from the set-up page', () => {
  const school = aSchool();
  const grants = school.workspace.data.scripts[school.handrail.officeId]?.grants ?? {};
  const given = grants[school.people.office] ?? [];
  grants[school.people.office] = given.filter((each) => !each.includes('gmail'));
  raise(school);
  grants[school.people.office] = given;
  const outbox = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Outbox');
  const cell = outbox?.rows[1]?.[1];
  if (!cell) throw new Error('no mail waits');
  cell.v = 'refused';
  school.pass(5);
  expect(school.mailTo(school.people.dsl)).toEqual([]);
  expect(banner(school)).toContain('tell the DSL in person');
  expect(state(school, 'mails')).toBe('to be mended');
  school.as(school.people.office).get('makeStep', { id: 'mails' });
  school.pass(5);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
  expect(banner(school)).toBe('');
  expect(state(school, 'mails')).toBe('there');
});

test('A15: a mail that may wait and was refused alarms nobody', () => {
  const school = aSchool();
  const grants = school.workspace.data.scripts[school.handrail.officeId]?.grants ?? {};
  const given = grants[school.people.office] ?? [];
  grants[school.people.office] = given.filter((each) => !each.includes('gmail'));
  raise(school);
  grants[school.people.office] = given;
  const [headings = [], row = []] = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Outbox')?.rows ?? [];
  const write = (heading: string, v: string) => {
    row[headings.findIndex((cell) => cell?.v === heading)] = { v };
  };
  write('State', 'refused');
  write('May wait', 'yes');
  school.pass(5);
  expect(banner(school)).toBe('');
  expect(state(school, 'mails')).toBe('there');
});

test('B2: a note of any length typed on a desk is kept, and stops no other desk', () => {
  const school = aSchool();
  const { dsl, secondTeacher } = school.people;
  const reference = raise(school);
  const note = `${'word "quoted" '.repeat(3_200)}end`;
  typeOnDesk(school, dsl, reference, 'Note', note);
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
  const reference = raise(school, about(school.people.secondTeacher, 'alleged'));
  typeOnDesk(school, school.people.head, reference, 'State', 'open', 'staff');
  school.workspace.drive.remove(school.people.office, school.fileId('desk-dsl'));
  school.pass(5);
  expect(school.as(school.people.head).get<{ lines: unknown[] }>('listCases').lines).toMatchObject([{ state: 'open' }]);
});

test('the set-up page shows no tick for records in which nothing can be written down', () => {
  const school = aSchool();
  const sheet = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Answers');
  const cell = sheet?.rows[0]?.[0];
  if (!cell) throw new Error('no heading');
  cell.v = 'Something else';
  expect(state(school, 'records')).toBe('to be mended');
});

test('the set-up page shows no tick for a heartbeat that has stopped', () => {
  const school = aSchool();
  school.pass(5);
  expect(state(school, 'heartbeat')).toBe('there');
  school.workspace.clock.pass(40 * 60_000);
  expect(state(school, 'heartbeat')).toBe('to be mended');
  school.as(school.people.office).get('makeStep', { id: 'heartbeat' });
  school.pass(5);
  expect(state(school, 'heartbeat')).toBe('there');
  expect(banner(school)).toBe('');
});

// docs/apps-script/reference/lock/lock.md does not say whether a run that holds a lock gets it again from another Lock object.
test('B1: a beat takes the lock of the beats once and keeps it to its end, past the mails', () => {
  const school = aSchool();
  raise(school);
  school.pass(10);
  const { calls } = school.beat();
  // One for the beats, one for looking whether a view must be made anew.
  expect(calls.filter(({ name }) => name === 'Lock.tryLock')).toHaveLength(2);
});
