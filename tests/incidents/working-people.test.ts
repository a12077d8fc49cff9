import { expect, test } from '@jest/globals';
import type { CasePerson } from '../../src/incidents/working/case-file.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** Correcting whom a case names, and what follows from it for who may see it (B2, B5). */

function aCase(people: Record<string, string> = {}) {
  const school = aSchool();
  const reference = raise(school, naming({ [school.people.pupil]: 'affected', ...people }));
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

/** People as the case's page sends them. */
function now(people: Record<string, string>, more: unknown[] = []) {
  return { people: [...Object.entries(people).map(([email, role]) => ({ email, name: '', role, sex: '', outsider: false })), ...more] };
}

function asShown(people: readonly CasePerson[]): Record<string, string> {
  return Object.fromEntries(people.map(({ email, name, role }) => [email || name, role]));
}

function mails(school: SchoolUnderTest, to: string): number {
  return school.mailTo(to).filter(({ subject }) => subject.includes('concern')).length;
}

test('B2: somebody is added, a role corrected, somebody taken out, each with the reason in the history', () => {
  const { dsl, school } = aCase();
  const { pupil, youngPupil } = school.people;
  dsl.press('changePeople', now({ [pupil]: 'witness', [youngPupil]: 'affected' }, [{ email: '', name: 'A man at the gate', role: 'other', outsider: false }]));
  expect(asShown(dsl.file().people)).toEqual({ [pupil]: 'witness', [youngPupil]: 'affected', 'A man at the gate': 'other' });
  dsl.press('changePeople', { ...now({ [youngPupil]: 'affected' }), version: 2, why: 'Amira was at home that day' });
  const file = dsl.file();
  expect(asShown(file.people)).toEqual({ [youngPupil]: 'affected' });
  expect(file.timeline.at(-1)).toMatchObject({ what: 'People changed', said: expect.stringContaining('Amira was at home that day') });
  expect(school.desk('dsl')[0]?.join()).toContain('Y.K.');
});

test('B2: whoever has left the roll since stays named as they were; a sex that was said is kept', () => {
  const { dsl, school } = aCase();
  const { pupil, youngPupil, office } = school.people;
  const csv =
    'Email,First name,Surname,Role\n' +
    Object.entries(school.people)
      .map(([, email]) => (email === pupil ? '' : `${email},A,B,staff\n`))
      .join('');
  school.as(office).get('importRoll', { csv });
  const withSex = { people: [{ email: pupil, name: '', role: 'witness', sex: 'female', outsider: false }] };
  dsl.press('changePeople', withSex);
  expect(dsl.file().people).toMatchObject([{ email: pupil, name: 'Amira Khan', className: expect.stringMatching(/\w/), role: 'witness', sex: 'female' }]);
  expect(dsl.try('changePeople', { ...now({ 'never.was@quillhaven.example': 'witness' }), version: 2 })).toMatchObject({ ok: false, code: 'not-on-roll' });
  expect(dsl.try('changePeople', { people: [...withSex.people, ...withSex.people], version: 2 })).toMatchObject({ ok: false, code: 'named-twice' });
  expect(youngPupil).not.toBe('');
});

test('B5: a teacher who may have done it: the case goes to the head in the same press; the DSL is told before and after, and keeps a stub', () => {
  const { dsl, school, reference } = aCase();
  const { head, secondTeacher, pupil } = school.people;
  const people = now({ [pupil]: 'affected', [secondTeacher]: 'alleged' });
  const asked = dsl.try('changePeople', people);
  expect(asked).toMatchObject({ ok: false, code: 'not-sure', message: expect.stringContaining('Ruth Adeyemi') });
  expect(dsl.file().people).toHaveLength(1);

  const answer = dsl.try('changePeople', { ...people, sure: true });
  expect(answer).toMatchObject({ ok: true, value: { stillMine: false, lane: 'Concerns about staff' } });
  expect(dsl.try('openCase')).toMatchObject({ ok: false, code: 'no-such-case' });
  expect(dsl.list({ state: 'handed over' }).stubs).toEqual([{ reference, to: 'Concerns about staff' }]);
  expect(school.desk('dsl')).toEqual([]);
  expect(school.desk('staff').map(([first]) => first)).toEqual([reference]);
  expect(mails(school, head)).toBe(1);
  expect(new Working(school, head, reference).file().timeline.map(({ what }) => what)).toContain(
    'Handed over from "Safeguarding concerns" to "Concerns about staff"',
  );
});

test('B5: a deputy named as a witness loses sight at once, and gets the desk as another file that never showed it', () => {
  const { dsl, school, reference } = aCase();
  const { deputy, pupil } = school.people;
  const old = school.fileId('desk-dsl');
  expect(school.desk('dsl')).toHaveLength(1);
  dsl.press('changePeople', now({ [pupil]: 'affected', [deputy]: 'witness' }));
  expect(dsl.file().onDesk).toBe(false);
  expect(school.fileId('desk-dsl')).not.toBe(old);
  expect(school.workspace.drive.mayRead(deputy, old)).toBe(false);
  expect(school.workspace.drive.mayRead(deputy, school.fileId('desk-dsl'))).toBe(true);
  expect(school.as(deputy).everythingInSight()).not.toContain(reference);
});

test('B5: the deputy who names themselves must be sure, and sees nothing of it afterwards, not even that it went', () => {
  const { school, reference } = aCase();
  const { deputy, pupil } = school.people;
  const mine = new Working(school, deputy, reference);
  const people = now({ [pupil]: 'affected', [deputy]: 'affected' });
  expect(mine.try('changePeople', people)).toMatchObject({ ok: false, code: 'not-sure' });
  expect(mine.try('changePeople', { ...people, sure: true })).toMatchObject({ ok: true, value: { stillMine: false } });
  expect(mine.list({ state: 'handed over' }).stubs).toEqual([]);
  expect(school.as(deputy).everythingInSight()).not.toContain(reference);
});

test('B5: taking out a deputy who was named by mistake gives them sight of it: that is said first', () => {
  const { dsl, school, reference } = aCase({ 'tom.whitfield@quillhaven.example': 'witness' });
  const { deputy, pupil } = school.people;
  const people = now({ [pupil]: 'affected' });
  expect(dsl.try('changePeople', people)).toMatchObject({ ok: false, code: 'not-sure', message: expect.stringContaining('Tom Whitfield') });
  dsl.press('changePeople', { ...people, sure: true });
  expect(new Working(school, deputy, reference).file().onDesk).toBe(true);
  expect(school.desk('dsl')).toHaveLength(1);
});

test('B5: a typed name that may mean the head is looked into: once it is somebody else, the case goes back to the DSL', () => {
  const school = aSchool();
  const typed = { email: '', name: 'Mrs Adeyemi', role: 'alleged' };
  const reference = raise(school, { people: [typed] }, school.people.pupil);
  const chair = new Working(school, school.people.chair, reference);
  expect(chair.file().people).toMatchObject([{ name: 'Mrs Adeyemi', mayBe: ['Ruth Adeyemi'] }]);
  const people = { people: [{ ...typed, outsider: true }], why: 'The mother of a pupil, of the same name' };
  expect(chair.try('changePeople', people)).toMatchObject({ ok: false, code: 'not-sure' });
  expect(chair.try('changePeople', { ...people, sure: true })).toMatchObject({ ok: true, value: { stillMine: false, lane: 'Safeguarding concerns' } });
  const dsl = new Working(school, school.people.dsl, reference);
  expect(dsl.file().people).toMatchObject([{ name: 'Mrs Adeyemi', mayBe: [] }]);
  dsl.press('changePeople', { people: [{ ...typed, role: 'other', outsider: false }], version: 2 });
  expect(dsl.file().laneId).toBe('dsl');
});

test('B5: a case that was handed to the DSL leaves again when a teacher may have done it, whatever the reporter said it was about', () => {
  const school = aSchool();
  const reference = raise(school, { about: 'head', people: [] });
  const chair = new Working(school, school.people.chair, reference);
  expect(chair.try('handOver', { from: 'head', to: 'dsl' })).toMatchObject({ ok: false, code: 'lane-not-open' });
  chair.press('changePeople', { people: [], why: 'It is about a pupil', sure: true });
  chair.press('handOver', { from: 'head', to: 'dsl' });
  const dsl = new Working(school, school.people.dsl, reference);
  const people = { ...now({ [school.people.secondTeacher]: 'alleged' }), version: 2, sure: true };
  expect(dsl.try('changePeople', people)).toMatchObject({ ok: true, value: { stillMine: false, lane: 'Concerns about staff' } });
  expect(school.as(school.people.dsl).call('openCase', { reference })).toMatchObject({ ok: false });
});

test('B5: nobody is left to read it: nothing is changed, and it says whom to telephone', () => {
  const { dsl, school } = aCase();
  const { head, chair } = school.people;
  const people = { ...now({ [head]: 'alleged', [chair]: 'alleged' }), sure: true };
  expect(dsl.try('changePeople', people)).toMatchObject({ ok: false, code: 'lane-unstaffed', message: expect.stringContaining('LADO') });
  expect(dsl.file().people).toHaveLength(1);
});

test('B5: handed over by hand, a case leaves a stub without content, its owner and those it was escalated to', () => {
  const { dsl, school, reference } = aCase();
  const { head, deputy, dsl: owner } = school.people;
  dsl.press('changeOwner', { from: '', to: owner });
  expect(dsl.file().handOverTo.find(({ lane }) => lane === 'staff')).toMatchObject({ readers: ['Ruth Adeyemi'], youKeepIt: false });
  expect(dsl.try('handOver', { to: 'staff', why: '' })).toMatchObject({ ok: false, field: 'why' });
  expect(dsl.try('handOver', { to: 'dsl' })).toMatchObject({ ok: false, code: 'lane-not-open' });
  expect(dsl.try('handOver', { to: 'staff' })).toMatchObject({ ok: true, value: { stillMine: false } });
  expect(new Working(school, head, reference).file()).toMatchObject({ owner: '', laneId: 'staff', owners: [{ email: head }] });
  for (const one of [owner, deputy]) {
    const list = new Working(school, one, reference).list({ state: 'handed over' });
    expect(list).toMatchObject({ lines: [], stubs: [{ reference, to: 'Concerns about staff' }], counts: { handedOver: 1, open: 0 } });
    expect(school.as(one).call('openCase', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  }
  expect(mails(school, head)).toBe(1);
  expect(school.desk('dsl')).toEqual([]);
});

test('B5: a desk from which a case went is made anew too when one of its readers is named in it later', () => {
  const { dsl, school, reference } = aCase();
  const { head, deputy, pupil } = school.people;
  const old = school.fileId('desk-dsl');
  dsl.press('handOver', { to: 'staff' });
  new Working(school, head, reference).press('changePeople', now({ [pupil]: 'affected', [deputy]: 'witness' }));
  school.pass(5);
  expect(school.fileId('desk-dsl')).not.toBe(old);
  expect(school.as(deputy).everythingInSight()).not.toContain(reference);
});

test('B5: a concern about the headteacher names them, whoever else it names: they do not read it when they are the chair of governors later', () => {
  const school = aSchool();
  const { head, chair, secondDeputy } = school.people;
  const reference = raise(school, { about: 'head', people: [] });
  expect(new Working(school, chair, reference).file().people).toMatchObject([{ name: 'Ruth Adeyemi', role: 'alleged' }]);
  const { school: kept } = school.as(school.people.office).get<{ school: Record<string, unknown> }>('readSetUp');
  const lines = Object.fromEntries(Object.entries(kept).map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]));
  school.as(school.people.office).get('saveSettings', { ...lines, head: secondDeputy, chair: head, slt: '', closures: '' });
  expect(school.as(head).call('openCase', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
});
