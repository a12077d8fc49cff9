import { expect, test } from '@jest/globals';
import { roll } from '../../local/school/roll.ts';
import type { PersonConsent, PersonFile, PersonStanding } from '../../src/agreements/by-hand/see-person.ts';
import { aPress, familySigns, payloadsOf, putIntoUse, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();
const STAFF = `staff|${people.teacher}`;

function seen(school: SchoolUnderTest, person: string, as: string = people.head): PersonFile {
  return school.as(as).get<PersonFile>('seePerson', { person });
}

function standingOf(school: SchoolUnderTest, person: string): PersonStanding {
  const [standing] = seen(school, person).standings;
  if (!standing) throw new Error(`nothing was asked of ${person}`);
  return standing;
}

function consentOf(file: PersonFile, permission: string): PersonConsent | undefined {
  return file.consents?.find((each) => each.permission === permission);
}

/** A school in which a teacher has signed and was approved. */
function withTeacher(): SchoolUnderTest {
  const school = aSchool();
  const signature = signs(school, 'staff', people.teacher, 'Sam Okafor');
  school.pass(5);
  school.as(people.networkManager).get('countersign', { key: aPress(), responseIds: [signature], accessEnds: '', seenInPerson: false });
  return school;
}

function change(school: SchoolUnderTest, door: string, input: Record<string, unknown>, by: string = people.head) {
  return school.as(by).call(door, { key: aPress(), standing: STAFF, from: 'approved', why: 'They asked us to', ...input });
}

test('A11: the office sees of a person what was signed and approved, when and by whom, and the copy', () => {
  const school = withTeacher();
  const file = seen(school, people.teacher);
  expect(file).toMatchObject({ name: 'Sam Okafor', what: 'staff, 3A, Teacher', isOnRoll: true, consents: null });
  expect(file.standings).toMatchObject([
    { state: 'approved', version: 1, signed: '07/09/2026', approved: '07/09/2026', approver: 'Dev Mistry', possible: ['ask again', 'withdraw', 'close'] },
  ]);
  expect(file.copies).toMatchObject([{ title: expect.stringContaining('Staff agreement'), by: 'Sam Okafor', state: 'approved' }]);
  expect(file.history.map(({ what }) => what.replace(/:.*/, ''))).toEqual(['Approved', 'Signed']);
  // What the links of the page lead to may be read by whoever sees the page.
  const signature = /signature=(.*)$/.exec(file.copies[0]?.copy ?? '')?.[1] ?? '';
  expect(school.as(people.head).call('readCopy', { signature: decodeURIComponent(signature) })).toMatchObject({ ok: true });
});

test('A8: of a pupil the office sees the parents who are told and every consent; what nobody answered is not a yes', () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const before = seen(school, people.pupil);
  expect(before.parents).toEqual([
    { person: people.parent, name: 'Nadia Khan', canBeMailed: true },
    { person: people.secondParent, name: 'Imran Khan', canBeMailed: true },
  ]);
  expect(before.consents?.length).toBeGreaterThan(5);
  expect(before.consents?.every(({ value, since }) => value === null && since === '')).toBe(true);

  familySigns(school, { address: people.parent, children: [{ name: 'Amira Khan', allowed: ['images-website'] }] });
  school.pass(5);
  const after = seen(school, people.pupil);
  expect(consentOf(after, 'images-website')).toMatchObject({ value: true, since: '07/09/2026', by: 'Nadia Khan', how: '', differs: false });
  expect(consentOf(after, 'images-press')).toMatchObject({ value: false });
  expect(after.copies).toMatchObject([{ by: 'Nadia Khan', state: 'signed' }]);
  expect(seen(school, people.parent)).toMatchObject({
    ...{ children: [{ person: people.pupil }, { person: people.youngPupil }], consents: null, standings: [] },
    copies: [{ by: 'Nadia Khan' }],
  });
});

test('A8: a consent given or withdrawn by hand is in the person’s history with day, author and how the school knows', () => {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const record = (value: string, how: string) => {
    const was = consentOf(seen(school, people.pupil), 'images-website')?.stamp ?? '';
    const request = { key: aPress(), child: people.pupil, consents: [{ permission: 'images-website', value, was }], since: '01/09/2026', how };
    school.as(people.head).get('recordConsent', request);
    school.pass(1);
  };
  record('yes', 'A letter from the mother');
  record('no', 'The mother telephoned');
  const file = seen(school, people.pupil);
  expect(consentOf(file, 'images-website')).toMatchObject({ value: false, since: '01/09/2026', by: 'Ruth Adeyemi', how: 'The mother telephoned' });
  expect(file.history).toMatchObject([
    {
      what: expect.stringMatching(/^Consent recorded, no since 01\/09\/2026: May photographs of your child/),
      who: 'Ruth Adeyemi',
      said: 'The mother telephoned',
    },
    { what: expect.stringContaining('yes since'), said: 'A letter from the mother' },
  ]);
});

test('A11: somebody whom nobody knows is said to be unknown; a page without a name asks for one', () => {
  const school = aSchool();
  expect(school.as(people.head).call('seePerson', { person: 'nobody@example.org' })).toMatchObject({ ok: false, code: 'no-such-person' });
  expect(school.as(people.head).call('seePerson', { person: '' })).toMatchObject({ ok: false, code: 'no-such-person' });
});

test('A1, A15: somebody who is asked again by hand is outstanding anew, with another day to be done by and the reason', () => {
  const school = withTeacher();
  expect(change(school, 'askAgain', { why: 'The name was misspelt' })).toMatchObject({ ok: true });
  expect(standingOf(school, people.teacher)).toMatchObject({ state: 'asked', due: '21/09/2026', note: 'The name was misspelt', told: 0 });
  expect(seen(school, people.teacher).history[0]).toMatchObject({ what: expect.stringMatching(/^Asked (again|last)/) });
  const again = signs(school, 'staff', people.teacher, 'Samuel Okafor');
  school.pass(5);
  expect(standingOf(school, people.teacher).state).toBe('awaiting approval');
  expect(rowOf(school, 'Standings', STAFF)['Response id']).toBe(again);
});

test.each([
  ['withdrawStanding', { since: '01/09/2026', why: 'By letter' }, 'withdrawn', 'Withdrawn from 01/09/2026'],
  ['closeStanding', { why: 'On leave for a year' }, 'closed', 'Closed'],
])('A11: %s keeps the day, the author and the reason; the second of two people is told', (door, input, state, what) => {
  const school = withTeacher();
  expect(change(school, door, input)).toMatchObject({ ok: true });
  expect(stateOf(school, 'staff', people.teacher)).toBe(state);
  expect(seen(school, people.teacher).history[0]).toMatchObject({ what: expect.stringContaining(what), who: 'Ruth Adeyemi', said: input.why });
  expect(change(school, door, input, people.businessManager)).toMatchObject({ ok: false, code: 'changed-meanwhile', message: expect.stringContaining(state) });
});

test('A4: a guest’s last day of access is moved from the person’s page, never into the past or beyond a year', () => {
  const school = aSchool();
  putIntoUse(school, 'visitor');
  const signature = signs(school, 'visitor', '', 'Ada Quill', 'open');
  school.pass(5);
  school.as(people.networkManager).get('countersign', { key: aPress(), responseIds: [signature], accessEnds: '10/09/2026', seenInPerson: true });
  const guest = `guest:${signature}`;
  expect(seen(school, guest)).toMatchObject({
    name: 'Ada Quill',
    isOnRoll: false,
    standings: [{ accessEndsOn: '10/09/2026', possible: ['withdraw', 'close', 'extend'] }],
  });
  const extend = (until: string, was = '2026-09-10', by: string = people.head) =>
    school.as(by).call('extendAccess', { key: aPress(), standing: `visitor|${guest}`, from: 'approved', was, until });
  expect(extend('06/09/2026')).toMatchObject({ ok: false, code: 'access-end-past', field: 'until' });
  expect(extend('08/09/2027')).toMatchObject({ ok: false, code: 'access-end-far', field: 'until' });
  expect(extend('10/09/2026')).toMatchObject({ ok: false, code: 'same-day' });
  expect(extend('01/10/2026')).toMatchObject({ ok: true, value: { until: '2026-10-01' } });
  expect(extend('01/12/2026', '2026-09-10', people.businessManager)).toMatchObject({
    ok: false,
    code: 'changed-meanwhile',
    message: expect.stringContaining('01/10/2026'),
  });
  expect(seen(school, guest)).toMatchObject({
    standings: [{ accessEndsOn: '01/10/2026' }],
    history: [{ what: expect.stringContaining('01/10/2026') }, {}, {}],
  });
});

test('A11: whichever call of asking again fails, pressing again asks once', () => {
  const request = { key: 'press-0001-of-again', standing: STAFF, from: 'approved', why: 'The name was misspelt' };
  faultSweep<SchoolUnderTest>({
    arrange: withTeacher,
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(people.head, 'askAgain', request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void change(school, 'closeStanding', { why: 'Has left' }, people.businessManager),
    recover: (school) => {
      const again = school.as(people.head).call('askAgain', request);
      if (!again.ok) expect(again.code).toBe('changed-meanwhile');
    },
    invariant: (school, where) => {
      const asked = payloadsOf(school, 'people asked').length;
      const closed = payloadsOf(school, 'standings closed').length;
      expect({ where, history: school.history(), asked: asked <= 1, state: stateOf(school, 'staff', people.teacher) }).toEqual({
        ...{ where, history: 'unbroken', asked: true, state: closed === 1 ? 'closed' : 'asked' },
      });
      expect(asked + closed).toBeGreaterThan(0);
    },
  });
});

// ---- a line manager's team ----

/** The school's list, with some people's line managers as given. */
function importWithManagers(school: SchoolUnderTest, managers: Record<string, string>): void {
  for (const { email, record } of school.workspace.people.all()) if (record) record.lineManager = managers[email] ?? '';
  school.as(people.office).get('importRoll', { csv: roll(school.workspace) });
}

test('A15: a line manager sees who in their team is overdue, and nothing about anybody else', () => {
  const school = withTeacher();
  importWithManagers(school, { [people.teacher]: people.deputy, [people.secondTeacher]: people.deputy, [people.senco]: people.head });
  const myTeam = (as: string) => school.as(as).get<{ team: number; late: { name: string }[] }>('myTeam');
  expect(myTeam(people.deputy)).toEqual({ team: 2, late: [] });
  const link = expect.objectContaining({ text: 'Your team’s agreements' });
  expect(school.as(people.deputy).get('home')).toMatchObject({ links: expect.arrayContaining([link]) });
  expect(school.as(people.secondTeacher).get<{ links: unknown[] }>('home').links).not.toContainEqual(link);

  change(school, 'askAgain', {});
  for (const email of [people.secondTeacher, people.senco]) signs(school, 'staff', email, 'Somebody');
  school.pass(5);
  // Three weeks later.
  school.workspace.clock.pass(21 * 24 * 3_600_000);
  expect(myTeam(people.deputy)).toMatchObject({
    team: 2,
    late: [{ name: 'Sam Okafor', jobTitle: 'Teacher', due: '21/09/2026', late: 7, told: expect.any(Number) }],
  });
  expect(myTeam(people.head)).toEqual({ team: 1, late: [] });
  expect(myTeam(people.teacher)).toEqual({ team: 0, late: [] });
});
