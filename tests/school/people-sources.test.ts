import { expect, test } from '@jest/globals';
import { builtFiles, installHandrail } from '../../local/school/install.ts';
import { quillhaven } from '../../local/school/quillhaven.ts';
import { type OptionalService, withServices } from '../../scripts/optional-services.ts';
import type { SourceLine } from '../../src/set-up.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, SchoolUnderTest } from '../support/school.ts';
import { MONDAY } from '../support/script.ts';

const HEADINGS = 'email,given name,family name,role,class,job title,parent of';
const STAFF = { from: 'group', name: 'staff@quillhaven.example', kind: 'staff', className: '' };
const CLASS = { from: 'group', name: 'class-3a@quillhaven.example', kind: 'pupil', className: '3A' };

/** Quillhaven as deployed with `--with directory` or `--with classroom`. */
function aSchoolWith(...services: OptionalService[]): SchoolUnderTest {
  const workspace = quillhaven(MONDAY);
  const files = builtFiles('office').map((file) => (file.type === 'JSON' ? { ...file, source: withServices(file.source, services) } : file));
  return new SchoolUnderTest(workspace, installHandrail(workspace, files));
}

/** A list in which the file has the posts alone. */
function withPostsOnly(school: SchoolUnderTest): SchoolUnderTest {
  const { head, dsl, deputy, senco, chair, office } = school.people;
  const posts = [head, dsl, deputy, senco, chair].map((email) => `${email},Post,${email.split('@')[0]},staff,,,`);
  school.as(office).get('importRoll', { csv: [HEADINGS, ...posts].join('\r\n') });
  return school;
}

function save(school: SchoolUnderTest, sources: object[]): { sources: SourceLine[]; people: number } {
  return school.as(school.people.office).get('saveSources', { sources });
}

/** The list as its Sheet has it: `email, kind, class, source`. */
function list(school: SchoolUnderTest): string[] {
  const sheet = school.workspace.data.spreadsheets[school.fileId('people')]?.sheets[0];
  const [head = [], ...rows] = (sheet?.rows ?? []).map((row) => (row ?? []).map((cell) => String(cell?.v ?? '')));
  const columns = ['email', 'role', 'class', 'source'].map((heading) => head.indexOf(heading));
  return rows.filter((row) => (row[0] ?? '') !== '').map((row) => columns.map((place) => row[place] ?? '').join(', '));
}

function group(school: SchoolUnderTest, name: string) {
  const found = school.workspace.data.groups[`${name}@quillhaven.example`];
  if (!found) throw new Error(`there is no group ${name}`);
  return found;
}

function nextMorning(school: SchoolUnderTest): void {
  const day = new Date(school.workspace.clock.now() + 86_400_000);
  school.workspace.clock.moveTo(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 4, 10));
}

test('A12: people are taken from groups the moment that is saved: the class without its teacher, the file’s own as they are', () => {
  const school = withPostsOnly(aSchool());
  group(school, 'class-3a').members.push({ email: school.people.teacher, role: 'OWNER' });
  const { sources, people } = save(school, [STAFF, CLASS]);
  expect(sources).toMatchObject([
    { name: STAFF.name, result: expect.any(Number) },
    { name: CLASS.name, result: 30 },
  ]);
  const found = list(school);
  expect(found).toHaveLength(people);
  expect(found).toContain(`${school.people.head}, staff, , file`);
  expect(found).toContain(`${school.people.teacher}, staff, , group ${STAFF.name}`);
  expect(found).toContain(`${school.people.pupil}, pupil, 3A, group ${CLASS.name}`);
  expect(found.filter((line) => line.includes(`group ${CLASS.name}`))).toHaveLength(30);
  expect(found.join()).not.toContain(school.people.office);
  // They count at once: a page knows them.
  const answer = school.as(school.people.pupil).call('home');
  expect(answer.ok && answer.visit.me.name).toBe('Amira Khan');
});

test('A12: another file leaves what groups gave; without groups in the settings their people go', () => {
  const school = withPostsOnly(aSchool());
  save(school, [CLASS]);
  withPostsOnly(school);
  expect(list(school)).toHaveLength(35);
  expect(school.as(school.people.office).get('readSetUp')).toMatchObject({ sources: [{ ...CLASS, result: 30 }], people: 35 });
  expect(save(school, [])).toEqual({ sources: [], people: 5 });
  expect(list(school)).toHaveLength(5);
});

test('A12: every morning the groups are read again: who joined is asked, who left is closed', () => {
  const school = withPostsOnly(aSchool());
  save(school, [STAFF]);
  school.as(school.people.officeManager).get('startRound', { key: 'press-0001-of-round', why: 'first', agreements: ['staff'], due: '2026-09-21' });
  school.beat();
  school.workspace.people.add({ email: 'new.starter@quillhaven.example', givenName: 'New', familyName: 'Starter' });
  const staff = group(school, 'staff');
  staff.members = [...staff.members.filter(({ email }) => email !== school.people.teacher), { email: 'new.starter@quillhaven.example', role: 'MEMBER' }];
  nextMorning(school);
  school.beat();
  const states = Object.fromEntries(
    school
      .sheet('records', 'Standings')
      .slice(1)
      .map((row) => [row[2], row[school.sheet('records', 'Standings')[0]?.indexOf('State') ?? 0]]),
  );
  expect([states['new.starter@quillhaven.example'], states[school.people.teacher], states[school.people.computingLead]]).toEqual(['asked', 'closed', 'asked']);
});

test('A12: a group that cannot be read any more says why, keeps whom it had, and stops no other', () => {
  const school = withPostsOnly(aSchool());
  save(school, [STAFF, CLASS]);
  const before = list(school);
  const staff = group(school, 'staff');
  staff.members = staff.members.filter(({ email }) => email !== school.people.office);
  group(school, 'class-3a').members.pop();
  nextMorning(school);
  school.beat();
  const { sources } = school.as(school.people.office).get<{ sources: SourceLine[] }>('readSetUp');
  expect(sources[0]?.result).toMatch(/^The role account cannot look there\. Google says: You do not have permission to view the member list/);
  expect(sources[1]?.result).toBe(29);
  expect(list(school)).toEqual(before.slice(0, -1));
});

test.each([
  ['a group that is none', { ...STAFF, name: 'nobody@quillhaven.example' }, 'Cannot find a group named: nobody@quillhaven.example'],
  ['the directory, not switched on', { ...STAFF, from: 'unit', name: '/Staff' }, 'npm run deploy -- --with directory'],
  ['Classroom, not switched on', { ...CLASS, from: 'course', name: 'Class 3A' }, 'npm run deploy -- --with classroom'],
])('A12: %s is said beside its line, and nothing else is disturbed', (_, source, words) => {
  const school = withPostsOnly(aSchool());
  const { sources, people } = save(school, [source, CLASS]);
  expect(sources[0]?.result).toContain(words);
  expect([sources[1]?.result, people]).toEqual([30, 35]);
});

test('A12: a line that makes no sense is refused, and what was saved before stays', () => {
  const school = withPostsOnly(aSchool());
  save(school, [CLASS]);
  expect(school.as(school.people.office).call('saveSources', { sources: [CLASS, { ...STAFF, name: 'staff' }] })).toMatchObject({
    ...{ ok: false, code: 'sources-wrong', field: 'sources' },
    message: expect.stringContaining('Line 2'),
  });
  expect(school.as(school.people.office).get('readSetUp')).toMatchObject({ sources: [CLASS] });
});

test('A12: from the directory come a unit’s people with their names, where the role account may look there; else it says that it may not', () => {
  const school = withPostsOnly(aSchoolWith('directory'));
  const unit = { from: 'unit', name: '/Staff', kind: 'staff', className: '' };
  expect(save(school, [unit]).sources[0]?.result).toContain('Google says');
  Object.assign(school.workspace.people.find(school.people.office) ?? {}, { isAdmin: true });
  Object.assign(school.workspace.people.find(school.people.secondTeacher) ?? {}, { suspended: true });
  const { sources } = save(school, [unit, { ...unit, name: "/Staff/O'Neill" }]);
  expect(sources).toMatchObject([{ result: 43 }, { result: 0 }]);
  expect(list(school)).toContain(`${school.people.teacher}, staff, , unit /Staff`);
  expect(list(school).join()).not.toContain(school.people.secondTeacher);
  const answer = school.as(school.people.computingLead).call('home');
  expect(answer.ok && answer.visit.me.name).toBe('Imogen Tan');
});

test('A8, A12: from a Classroom course that the role account co-teaches come its pupils and their guardians with their children', () => {
  const school = withPostsOnly(aSchoolWith('classroom'));
  const course = { from: 'course', name: 'Class 3A', kind: 'pupil', className: '3A' };
  expect(save(school, [course]).sources[0]?.result).toBe('The role account sees no active course of that name');
  const found = Object.values(school.workspace.data.courses).find(({ name }) => name === 'Class 3A');
  found?.teachers.push(school.people.office);
  save(school, [course]);
  expect(list(school)).toContain(`${school.people.pupil}, pupil, 3A, course Class 3A`);
  expect(list(school)).toContain(`${school.people.parent}, parent, , course Class 3A`);
  const row = school.workspace.data.spreadsheets[school.fileId('people')]?.sheets[0]?.rows.find((cells) => cells?.[0]?.v === school.people.parent);
  expect(row?.[6]?.v).toBe(school.people.pupil);
});

test('A12: without a file a school can begin with its groups', () => {
  const school = aSchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  school.workspace.drive.remove(school.people.office, school.fileId('people'));
  delete script?.properties.script['file:people'];
  expect(save(school, [STAFF]).people).toBeGreaterThan(40);
});

test('A12: a list that was kept before there were years and sources is still read, and the next import brings it up to date', () => {
  const school = aSchool();
  const sheet = school.workspace.data.spreadsheets[school.fileId('people')]?.sheets[0];
  if (!sheet) throw new Error('there is no list');
  for (const row of sheet.rows) row?.splice(7);
  sheet.columnCount = 7;
  school.workspace.clock.pass(10 * 60_000);
  const answer = school.as(school.people.teacher).call('home');
  expect(answer).toMatchObject({ ok: true, visit: { me: { name: 'Sam Okafor' } } });
  withPostsOnly(school);
  expect(sheet.rows[0]?.map((cell) => cell?.v)).toEqual([
    'email',
    'given name',
    'family name',
    'role',
    'class',
    'job title',
    'parent of',
    'year',
    'line manager',
    'leaves',
    'source',
  ]);
});

test('A12: more groups than a beat has time for are read in the next beats, each morning once', () => {
  const school = withPostsOnly(aSchool());
  const classes = ['ra', 'rb', '1a', '1b', '2a', '2b', '3a', '3b'].map((name) => ({
    ...CLASS,
    name: `class-${name}@quillhaven.example`,
    className: name.toUpperCase(),
  }));
  save(school, classes);
  nextMorning(school);
  const reads = (calls: readonly { name: string }[]) => calls.filter(({ name }) => name === 'Group.getUsers').length;
  const trial = school.clone().beat().calls;
  expect(reads(trial)).toBe(8);
  const third = trial.findIndex(({ name }, index) => name === 'Group.getUsers' && reads(trial.slice(0, index + 1)) === 3);
  const first = school.beat([{ at: third + 1, kind: 'meanwhile', run: () => school.workspace.clock.pass(61_000) }]);
  expect(reads(first.calls)).toBe(3);
  school.workspace.clock.pass(300_000);
  expect(reads(school.beat().calls)).toBe(5);
  school.workspace.clock.pass(300_000);
  expect(reads(school.beat().calls)).toBe(0);
});

test('A12: whichever call of taking people from groups fails, saving again leaves everybody on the list once', () => {
  faultSweep<SchoolUnderTest>({
    arrange: () => withPostsOnly(aSchool()),
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.office, 'saveSources', { sources: [CLASS] }, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.beat(),
    recover: (school) => void save(school, [CLASS]),
    invariant: (school, where) => {
      expect([where, list(school).length, new Set(list(school)).size]).toEqual([where, 35, 35]);
    },
  });
});

test('A12: when as many sources as there can be say no at once, each says why, and people are followed all the same', () => {
  const school = withPostsOnly(aSchool());
  const groups = Array.from({ length: 78 }, (_, index) => ({ ...CLASS, name: `nobody-in-class-number-${index + 10}@quillhaven.example`, className: '' }));
  save(school, groups);
  nextMorning(school);
  school.pass(30);
  const { sources } = school.as(school.people.office).get<{ sources: SourceLine[] }>('readSetUp');
  expect(sources).toHaveLength(78);
  for (const { result } of sources) expect(result).toMatch(/^The role account cannot look there/);
});
