import { expect, test } from '@jest/globals';
import { USUAL_INCIDENT_SETTINGS } from '../../src/incidents/settings.ts';
import { recordsOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Somebody who reads a desk is named in a case that it has shown: nobody can take anything out of a Sheet's revision history (B5). */

function named(school: SchoolUnderTest, ...emails: string[]) {
  return [school.people.pupil, ...emails].map((email, index) => ({ email, name: '', role: index === 0 ? 'affected' : 'witness', outsider: false }));
}

/** What the DSL sends when a deputy turns out to have seen it. */
function namingTheDeputy(school: SchoolUnderTest, reference: string, key = newKey()) {
  return { key, reference, people: named(school, school.people.deputy), why: 'He saw it', version: 1, sure: true };
}

function aCaseOnTheDesk() {
  const school = aSchool();
  const other = raise(school, naming({ [school.people.pupil]: 'affected' }));
  const reference = raise(school, naming({ [school.people.pupil]: 'affected' }));
  return { school, reference, other, desk: school.fileId('desk-dsl') };
}

function isGone(school: SchoolUnderTest, id: string): boolean {
  return school.workspace.drive.find(id) === undefined || school.workspace.data.files[id] === undefined;
}

function desksInDrive(school: SchoolUnderTest): string[] {
  return Object.values(school.workspace.data.files)
    .filter(({ name }) => name === 'Safeguarding concerns')
    .map(({ id }) => id);
}

test('B5: the desk is another file at once, the old one is deleted for good, and shows the other cases alone', () => {
  const { school, reference, other, desk } = aCaseOnTheDesk();
  const { dsl, deputy } = school.people;
  expect(school.as(deputy).everythingInSight().includes(reference)).toBe(true);
  new Working(school, dsl, reference).press('changePeople', { people: named(school, deputy), why: 'He saw it', version: 1, sure: true });

  expect(isGone(school, desk)).toBe(true);
  expect(desksInDrive(school)).toEqual([school.fileId('desk-dsl')]);
  expect(school.fileId('desk-dsl')).not.toBe(desk);
  expect(school.desk('dsl').map(([first]) => first)).toEqual([other]);
  expect(school.as(deputy).everythingInSight().includes(reference)).toBe(false);
  expect(school.as(deputy).everythingInSight().includes(other)).toBe(true);
  expect(new Working(school, dsl, reference).file().onDesk).toBe(false);
  expect(
    school
      .as(deputy)
      .get<{ links: { address: string }[] }>('home')
      .links.map(({ address }) => address),
  ).toContain(`https://docs.google.com/spreadsheets/d/${school.fileId('desk-dsl')}/edit`);
});

test('B5: it is made anew once: neither the next beats nor a correction of somebody else make it again', () => {
  const { school, reference } = aCaseOnTheDesk();
  const working = new Working(school, school.people.dsl, reference);
  working.press('changePeople', { people: named(school, school.people.deputy), why: 'He saw it', version: 1, sure: true });
  const desk = school.fileId('desk-dsl');
  school.pass(65);
  working.press('changePeople', { people: named(school, school.people.deputy, school.people.teacher), why: 'So did she', version: 2, sure: true });
  school.pass(10);
  expect(school.fileId('desk-dsl')).toBe(desk);
});

test('B5: a case that names a reader from the beginning was never on the desk: the desk stays', () => {
  const { school, desk } = aCaseOnTheDesk();
  raise(school, naming({ [school.people.deputy]: 'witness' }));
  school.pass(10);
  expect(school.fileId('desk-dsl')).toBe(desk);
});

test('B5: named after it went to another lane, a reader of the first desk loses what that desk remembers of it', () => {
  const { school, reference, desk } = aCaseOnTheDesk();
  const { dsl, head, deputy } = school.people;
  new Working(school, dsl, reference).press('handOver', { to: 'staff' });
  expect(school.desk('dsl').map(([first]) => first)).not.toContain(reference);
  expect(school.desk('staff').map(([first]) => first)).toContain(reference);
  new Working(school, head, reference).press('changePeople', { people: named(school, deputy), why: 'He saw it', version: 1, sure: true });
  expect(isGone(school, desk)).toBe(true);
});

test('B5: whoever becomes a deputy and is named in a case of the desk gets a desk that never showed it', () => {
  const { school, reference, desk } = aCaseOnTheDesk();
  const { secondTeacher: teacher, dsl, office } = school.people;
  new Working(school, dsl, reference).press('changePeople', { people: named(school, teacher), why: 'He saw it', version: 1, sure: true });
  expect(school.fileId('desk-dsl')).toBe(desk);
  school.as(office).get('saveSettings', settingsWithDeputy(school, teacher));
  school.pass(5);
  expect(isGone(school, desk)).toBe(true);
  expect(school.as(teacher).everythingInSight().includes(reference)).toBe(false);
});

test('B5: the run that would give them another desk dies: what the settings of cases share next is not the old one', () => {
  const school = aSchool();
  const { secondTeacher: teacher, dsl, office, pupil } = school.people;
  const reference = raise(school, naming({ [pupil]: 'affected', [teacher]: 'witness' }));
  const desk = school.fileId('desk-dsl');
  expect(school.desk('dsl')).toHaveLength(1);
  const settings = settingsWithDeputy(school, teacher);
  const { run } = school.clone().door(office, 'saveSettings', settings, []);
  const at = (run?.calls.findIndex(({ name }) => name.startsWith('Drive.')) ?? -1) + 1;
  school.door(office, 'saveSettings', settings, [{ at, kind: 'dies before' }]);
  expect(school.workspace.drive.mayRead(teacher, desk)).toBe(false);

  school.as(dsl).get('saveIncidentSettings', { ...USUAL_INCIDENT_SETTINGS, peopleOnDesk: 'none' });
  expect(school.workspace.drive.mayRead(teacher, school.fileId('desk-dsl'))).toBe(true);
  expect(isGone(school, desk)).toBe(true);
  expect(desksInDrive(school)).toEqual([school.fileId('desk-dsl')]);
  expect(school.as(teacher).everythingInSight().includes(reference)).toBe(false);
});

function settingsWithDeputy(school: SchoolUnderTest, deputy: string): Record<string, unknown> {
  const { school: settings } = school.as(school.people.office).get<{ school: Record<string, unknown> }>('readSetUp');
  const lists = Object.fromEntries(['approvers', 'technicians', 'office', 'slt'].map((field) => [field, (settings[field] as string[]).join(', ')]));
  return { ...settings, ...lists, deputies: `${(settings['deputies'] as string[]).join(', ')}, ${deputy}`, closures: '' };
}

test('B5: whichever call fails while the desk is made anew, the old one goes, there is one desk, and the named see nothing', () => {
  faultSweep({
    arrange: aCaseOnTheDesk,
    clone: ({ school, ...facts }) => ({ ...facts, school: school.another() }),
    // What is done for several desks or readers is the same call: the first stands for all.
    tries: (call, isFirst) => isFirst && /^(Drive|Sheets\.Spreadsheets\.batchUpdate)/.test(call),
    operation: ({ school, reference }, faults) => {
      const { run } = school.door(school.people.dsl, 'changePeople', namingTheDeputy(school, reference, 'press-that-names-him'), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: ({ school }) => void school.beat(),
    recover: ({ school, reference }) => {
      school.as(school.people.dsl).get('changePeople', namingTheDeputy(school, reference, 'press-that-names-him'));
      school.pass(5);
    },
    invariant: ({ school, reference, other, desk }, where) => {
      const facts = {
        where,
        gone: isGone(school, desk),
        desks: desksInDrive(school).length,
        lines: school.desk('dsl').map(([first]) => first),
        readers: [school.people.dsl, school.people.deputy].map((email) => school.workspace.drive.mayRead(email, school.fileId('desk-dsl'))),
        seen: school.as(school.people.deputy).everythingInSight().includes(reference),
        noted: recordsOf(school, 'Cases').find((row) => row['Reference'] === reference)?.['Clean desks'],
        history: school.history(),
      };
      expect(facts).toEqual({ where, gone: true, desks: 1, lines: [other], readers: [true, true], seen: false, noted: 'dsl 1', history: 'unbroken' });
    },
  });
});
