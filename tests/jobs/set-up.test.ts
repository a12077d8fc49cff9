import { expect, test } from '@jest/globals';
import { authorize } from '../../local/apps-script/authorization.ts';
import { execute } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { builtFiles, push } from '../../local/school/install.ts';
import { quillhaven } from '../../local/school/quillhaven.ts';
import { roll } from '../../local/school/roll.ts';
import { people } from '../../local/school/staff.ts';
import type { FileData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import type { SetUpState } from '../../src/set-up.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { SchoolUnderTest } from '../support/school.ts';
import { MONDAY } from '../support/script.ts';

let quiet: Workspace | null = null;

/** Quillhaven with the office pushed and deployed by the role account, and nothing more. */
function aNewSchool(): SchoolUnderTest {
  quiet ??= quillhaven(MONDAY);
  const workspace = quiet.clone();
  const officeId = push(workspace, 'Handrail office', builtFiles('office'));
  const { versionNumber } = workspace.scripts.createVersion(people.office, officeId, 'First');
  const { deploymentId } = workspace.scripts.deploy(people.office, officeId, versionNumber, 'Handrail');
  authorize(workspace, officeId, people.office);
  return new SchoolUnderTest(workspace, { officeId, deploymentId, address: `https://script.google.com/a/macros/quillhaven.example/s/${deploymentId}/exec` });
}

function start(school: SchoolUnderTest) {
  return execute(school.workspace, { scriptId: school.handrail.officeId, kind: 'editor', active: people.office, effective: people.office, fn: 'start' });
}

function settings(school: SchoolUnderTest, change: Record<string, string> = {}) {
  return {
    ...{ name: 'Quillhaven Primary', address: school.handrail.address, dslTelephone: '01632 960 123' },
    ...{ head: people.head, dsl: people.dsl, deputies: people.deputy, chair: people.chair },
    ...{ approvers: `${people.networkManager}\n${people.businessManager}`, technicians: people.technician },
    ...{ coordinator: people.computingLead, dataLead: people.businessManager, slt: people.secondDeputy, witness: people.witness },
    ...{ office: people.officeManager, clerk: people.clerk, nation: 'england and wales', closures: '26/10/2026 to 30/10/2026 Half term' },
    ...change,
  };
}

function asOffice(school: SchoolUnderTest) {
  return school.as(people.office);
}

function setUp(school: SchoolUnderTest): SetUpState {
  // Google counts what one account reads in a minute; nobody looks at this page that often.
  school.workspace.clock.pass(60_000);
  return asOffice(school).get<SetUpState>('readSetUp');
}

function states(school: SchoolUnderTest): Record<string, string> {
  return Object.fromEntries(setUp(school).steps.map(({ id, state }) => [id, state]));
}

function make(school: SchoolUnderTest, id: string): void {
  asOffice(school).get('makeStep', { id });
}

/** Everything the role account owns, by the key Handrail keeps it under. */
function kept(school: SchoolUnderTest): Record<string, FileData[]> {
  const mine = Object.values(school.workspace.data.files).filter((file) => file.owner === people.office && Object.keys(file.appProperties).length > 0);
  const found: Record<string, FileData[]> = {};
  for (const file of mine) {
    const key = Object.values(file.appProperties)[0]?.['handrail'] ?? '';
    found[key] = [...(found[key] ?? []), file];
  }
  return found;
}

/** Whom a file is shared with besides its owner: `writer somebody@…`. */
function sharing(file: FileData | undefined): string[] {
  return (file?.permissions ?? [])
    .filter(({ role }) => role !== 'owner')
    .map(({ role, emailAddress, domain }) => `${role} ${emailAddress ?? domain}`)
    .sort();
}

const DESKS = {
  'desk-dsl': ['dsl', 'deputy'],
  'desk-staff': ['head'],
  'desk-dsl-concern': ['head'],
  'desk-head': ['chair'],
  'desk-low-level': ['head'],
  'desk-data': ['head', 'businessManager'],
  'desk-misuse': ['computingLead'],
} as const;
const SHARED: Record<string, string[]> = {
  folder: [],
  records: [],
  people: [],
  ...Object.fromEntries(Object.entries(DESKS).map(([key, readers]) => [key, readers.map((reader) => `writer ${people[reader]}`).sort()])),
  register: [`reader ${people.networkManager}`, `reader ${people.businessManager}`],
  'form-staff-1-account': ['reader quillhaven.example'],
};

/** Exactly one of everything, shared exactly as it should be. */
function expectOneOfEach(school: SchoolUnderTest, keys: readonly string[], where = ''): void {
  const found = kept(school);
  const counts = Object.fromEntries(keys.map((key) => [key, { files: (found[key] ?? []).length, shared: sharing(found[key]?.[0]) }]));
  expect({ where, ...counts }).toEqual({ where, ...Object.fromEntries(keys.map((key) => [key, { files: 1, shared: SHARED[key] }])) });
}

function triggers(school: SchoolUnderTest) {
  return school.workspace.data.scripts[school.handrail.officeId]?.triggers.map(({ handlerFunction }) => handlerFunction);
}

function openForms(school: SchoolUnderTest): number {
  return Object.values(school.workspace.data.forms).filter((form) => form.published && form.acceptingResponses && school.workspace.forms.find(form.id)).length;
}

/** A school in which the settings are saved and the roll is imported. */
function aSchoolWithSettings(): SchoolUnderTest {
  const school = aNewSchool();
  start(school);
  asOffice(school).get('saveSettings', settings(school));
  asOffice(school).get('importRoll', { csv: roll(school.workspace) });
  return school;
}

function theSame(before: SchoolUnderTest): SchoolUnderTest {
  return before.clone();
}

let ready: SchoolUnderTest | null = null;
/** A school with everything made, and a concern and a signature on record. */
function aReadySchool(): SchoolUnderTest {
  if (!ready) {
    ready = aSchoolWithSettings();
    for (const { id } of setUp(ready).steps) make(ready, id);
    ready.as(people.teacher).get('raiseConcern', concern('press-0001-of-raise'));
    ready.sign(people.teacher, 'Sam Okafor');
    ready.pass(5);
  }
  return theSame(ready);
}

function concern(key: string) {
  return {
    key,
    story: 'Something happened.',
    ...ACCOUNT,
    people: [],
  };
}

// ---- from nothing ----

test('from nothing: start, settings, people, then every step makes what it says, once and shared with exactly the right people', () => {
  const school = aSchoolWithSettings();
  expect(setUp(school)).toMatchObject({ gaps: [], people: expect.any(Number), rollProblem: '' });
  const before = states(school);
  expect(Object.entries(before).filter(([, state]) => state === 'there')).toEqual([
    ['rights', 'there'],
    ['folder', 'there'],
    ['people', 'there'],
  ]);
  for (const id of Object.keys(before)) {
    make(school, id);
    expect([id, states(school)[id]]).toEqual([id, 'there']);
  }
  expect(new Set(Object.values(states(school)))).toEqual(new Set(['there']));
  expectOneOfEach(school, Object.keys(SHARED));
  expect(triggers(school)).toEqual(['clock.beat']);
  expect(openForms(school)).toBe(1);
});

test('run again, nothing is made twice and nothing is lost', () => {
  const school = aReadySchool();
  const before = { kept: kept(school), journal: school.sheet('records', 'Journal'), desk: school.desk('dsl') };
  start(school);
  asOffice(school).get('saveSettings', settings(school));
  asOffice(school).get('importRoll', { csv: roll(school.workspace) });
  for (const { id } of setUp(school).steps) make(school, id);
  expectOneOfEach(school, Object.keys(SHARED));
  expect(Object.keys(kept(school))).toEqual(Object.keys(before.kept));
  expect({ journal: school.sheet('records', 'Journal'), desk: school.desk('dsl') }).toEqual({ journal: before.journal, desk: before.desk });
  expect(triggers(school)).toEqual(['clock.beat']);
  expect(openForms(school)).toBe(1);
});

// ---- before it is ready ----

test('before start, the web app says what is to be done, to the role account and to everybody else', () => {
  const school = aNewSchool();
  expect(asOffice(school).call('readSetUp')).toMatchObject({ ok: false, code: 'not-started', message: expect.stringContaining('run "start" once') });
  expect(school.as(people.teacher).call('home')).toMatchObject({ ok: false, code: 'not-set-up', message: expect.stringContaining('has not run "start"') });
});

test('before the settings are whole, every door says what is missing and whom to tell meanwhile', () => {
  const school = aNewSchool();
  start(school);
  const { gaps } = asOffice(school).get<{ gaps: { field: string }[] }>('saveSettings', settings(school, { dsl: '' }));
  expect(gaps).toMatchObject([{ field: 'dsl', message: expect.stringContaining('No designated safeguarding lead') }]);
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0001-of-raise'))).toMatchObject({
    ...{ ok: false, code: 'not-set-up' },
    message: expect.stringMatching(/No designated safeguarding lead.*set-up page.*in person/),
  });
  // What was typed is there when the page is opened again.
  expect(setUp(school)).toMatchObject({ school: { name: 'Quillhaven Primary', dsl: '' }, steps: [] });
});

test('A15: holidays that cannot be read are named by their line and nothing is saved; those that can are shown again as typed', () => {
  const school = aReadySchool();
  const closures = '26/10/2026 to 30/10/2026 Half term\n02/11/2026 INSET day';
  expect(asOffice(school).call('saveSettings', settings(school, { name: 'Other', closures: `${closures}\nEaster` }))).toMatchObject({
    ...{ ok: false, code: 'closures-unreadable', field: 'closures' },
    message: expect.stringMatching(/^Line 3 .*must begin with days/),
  });
  expect(setUp(school).school.name).toBe('Quillhaven Primary');
  asOffice(school).get('saveSettings', settings(school, { closures, clerk: 'clerk@council.example', nation: 'scotland' }));
  expect(setUp(school).school).toMatchObject({
    ...{ clerk: 'clerk@council.example', nation: 'scotland', office: [people.officeManager] },
    closures: [
      { from: '2026-10-26', to: '2026-10-30', name: 'Half term' },
      { from: '2026-11-02', to: '2026-11-02', name: 'INSET day' },
    ],
  });
});

test('once the school is at work, settings with a gap are not put in force', () => {
  const school = aReadySchool();
  const { gaps } = asOffice(school).get<{ gaps: unknown[] }>('saveSettings', settings(school, { dsl: '', deputies: '' }));
  expect(gaps).toHaveLength(1);
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'))).toMatchObject({ ok: true });
  expect(school.desk('dsl')).toHaveLength(2);
});

test('an address that Google will not share with is named, and nobody else loses anything', () => {
  const school = aSchoolWithSettings();
  asOffice(school).get('saveSettings', settings(school, { deputies: 'no.such.person@quillhaven.example' }));
  make(school, 'folder');
  make(school, 'records');
  expect(asOffice(school).call('makeStep', { id: 'desk-dsl' })).toMatchObject({
    ...{ ok: false, code: 'cannot-share' },
    message: expect.stringContaining('no.such.person@quillhaven.example'),
  });
});

test.each([
  ['no file', '', 'roll-empty', 'Choose the file'],
  ['a picture', '\u0089PNG\r\n\u001a', 'roll-unreadable', 'There is no column headed'],
  ['renamed columns', 'Mail,Vorname,Nachname,Rolle\na@quillhaven.example,A,B,pupil\n', 'roll-unreadable', 'There is no column headed "email"'],
  ['headings alone', 'Email,Given name,Family name,Role\n', 'roll-unreadable', 'Nobody could be read'],
])('importing %s says what is wrong and leaves the list as it was', (_, csv, code, words) => {
  const school = aReadySchool();
  expect(asOffice(school).call('importRoll', { csv })).toMatchObject({ ok: false, code, message: expect.stringContaining(words), field: 'csv' });
  expect(setUp(school).people).toBeGreaterThan(500);
});

test('rows that cannot be read are named; the others are taken', () => {
  const school = aReadySchool();
  const csv = `\ufeffEmail,Forename,Surname,Role\r\n${people.teacher},Sam,"Okafor, Mr",teacher\r\nnobody,A,B,pupil\r\n`;
  expect(asOffice(school).get('importRoll', { csv })).toEqual({ people: 1, faults: [{ row: 3, message: '"nobody" is not an e-mail address' }] });
});

// ---- what people do to it ----

function trash(school: SchoolUnderTest, key: string): void {
  school.workspace.drive.setTrashed(people.office, school.fileId(key), true);
}

function share(school: SchoolUnderTest, key: string, emailAddress: string): void {
  school.workspace.drive.sharing.share(people.office, school.fileId(key), { type: 'user', role: 'writer', emailAddress }, { notify: false });
}

function spreadsheet(school: SchoolUnderTest, key: string) {
  const found = school.workspace.data.spreadsheets[school.fileId(key)];
  if (!found) throw new Error(`${key} is no spreadsheet`);
  return found;
}

/** Puts another text into the cell that holds this one. */
function rename(school: SchoolUnderTest, key: string, sheet: string, from: string, to: string): void {
  const cell = spreadsheet(school, key)
    .sheets.find(({ name }) => name === sheet)
    ?.rows.flatMap((row) => row ?? [])
    .find((each) => each?.v === from);
  if (!cell) throw new Error(`${sheet} holds no ${from}`);
  cell.v = to;
}

/** Somebody adds a tab and deletes those that were there. */
function replaceTabs(school: SchoolUnderTest, key: string): void {
  const file = spreadsheet(school, key);
  file.sheets = file.sheets.slice(0, 1).map((sheet) => ({ ...sheet, id: 99, name: 'Sheet2', rows: [] }));
}

test.each([
  ['a desk in the bin', 'desk-dsl', (school: SchoolUnderTest) => trash(school, 'desk-dsl')],
  ['a desk whose tab was deleted', 'desk-dsl', (school: SchoolUnderTest) => replaceTabs(school, 'desk-dsl')],
  ['a desk with a renamed heading', 'desk-dsl', (school: SchoolUnderTest) => rename(school, 'desk-dsl', 'Desk', 'State', 'Status')],
  ['a desk shared by hand with a teacher', 'desk-dsl', (school: SchoolUnderTest) => share(school, 'desk-dsl', people.teacher)],
  ['the register shared by hand with a teacher', 'register', (school: SchoolUnderTest) => share(school, 'register', people.teacher)],
  ['the records shared by hand with a teacher', 'records', (school: SchoolUnderTest) => share(school, 'records', people.teacher)],
  ['the list of people shared by hand with a teacher', 'people', (school: SchoolUnderTest) => share(school, 'people', people.teacher)],
  ['the folder shared by hand with a teacher', 'folder', (school: SchoolUnderTest) => share(school, 'folder', people.teacher)],
  ['the folder in the bin', 'folder', (school: SchoolUnderTest) => trash(school, 'folder')],
  ['the list of people in the bin', 'people', (school: SchoolUnderTest) => trash(school, 'people')],
  ['a view in the records with a renamed column', 'records', (school: SchoolUnderTest) => rename(school, 'records', 'Cases', 'State', 'Status')],
  ['the agreement’s form closed by hand', 'agreement-staff', (school: SchoolUnderTest) => Object.assign(school.staffForm(), { acceptingResponses: false })],
  ['the agreement’s form in the bin', 'agreement-staff', (school: SchoolUnderTest) => trash(school, 'form-staff-1-account')],
  [
    'the agreement’s form hidden from the domain',
    'agreement-staff',
    (school: SchoolUnderTest) => {
      const file = school.workspace.drive.find(school.fileId('form-staff-1-account'));
      if (file) file.permissions = file.permissions.filter(({ role }) => role === 'owner');
    },
  ],
  [
    'a second heartbeat',
    'heartbeat',
    (school: SchoolUnderTest) => {
      const script = school.workspace.data.scripts[school.handrail.officeId];
      const [first] = script?.triggers ?? [];
      if (script && first) script.triggers.push({ ...first, uniqueId: 'another' });
    },
  ],
] as [string, string, (school: SchoolUnderTest) => unknown][])('%s is shown as "to be mended", and mended with nothing lost', (_, step, damage) => {
  const school = aReadySchool();
  const before = { desk: school.desk('dsl'), journal: school.sheet('records', 'Journal') };
  damage(school);
  expect([step, states(school)[step]]).toEqual([step, 'to be mended']);
  for (const { id, state } of setUp(school).steps) if (state !== 'there') make(school, id);
  school.pass(5);
  expect(states(school)).toEqual(Object.fromEntries(Object.keys(states(school)).map((id) => [id, 'there'])));
  expect({ desk: school.desk('dsl'), journal: school.sheet('records', 'Journal').slice(0, before.journal.length) }).toEqual(before);
  expectOneOfEach(school, Object.keys(SHARED));
  expect(openForms(school)).toBe(1);
  expect(triggers(school)).toEqual(['clock.beat']);
  expect(school.history()).toBe('unbroken');
});

test('a desk that was deleted for good is missing, and is made anew from the records', () => {
  const school = aReadySchool();
  const desk = school.desk('dsl');
  school.workspace.drive.remove(people.office, school.fileId('desk-dsl'));
  expect(states(school)['desk-dsl']).toBe('missing');
  // Meanwhile concerns are raised as ever.
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'))).toMatchObject({ ok: true });
  make(school, 'desk-dsl');
  expect(school.desk('dsl')).toHaveLength(2);
  expect(school.desk('dsl')).toContainEqual(desk[0]);
  expectOneOfEach(school, ['desk-dsl']);
});

test('a form that was deleted for good is replaced by a new version; the signatures on the old one stay', () => {
  const school = aReadySchool();
  school.workspace.drive.remove(people.office, school.fileId('form-staff-1-account'));
  expect(states(school)['agreement-staff']).toBe('to be mended');
  make(school, 'agreement-staff');
  expect(states(school)['agreement-staff']).toBe('there');
  expect(school.as(people.teacher).get<{ agreements: unknown[] }>('home').agreements).toMatchObject([{ state: 'awaiting approval' }]);
});

test('an answer in a form that went into the bin before it was read is recorded once the form is mended', () => {
  const school = aReadySchool();
  school.sign(people.secondTeacher, 'Hannah Lindqvist');
  trash(school, 'form-staff-1-account');
  school.pass(10);
  make(school, 'agreement-staff');
  school.pass(5);
  expect(JSON.stringify(school.sheet('register', 'Register'))).toContain('Hannah Lindqvist');
});

test.each([
  ['in the bin', (school: SchoolUnderTest) => trash(school, 'records'), /is in the bin.*restore it/i],
  ['deleted for good', (school: SchoolUnderTest) => school.workspace.drive.remove(people.office, school.fileId('records')), /is gone.*restore it.*25 days/i],
])('records %s are never replaced by empty ones: the page says how to get them back', (_, lose, words) => {
  const school = aReadySchool();
  const spreadsheets = Object.keys(school.workspace.data.spreadsheets).length;
  lose(school);
  const after = Object.keys(school.workspace.data.spreadsheets).length;
  expect(after).toBeLessThanOrEqual(spreadsheets);
  expect(states(school)['records']).toBe('to be mended');
  const answer = asOffice(school).call('makeStep', { id: 'records' });
  expect(answer).toMatchObject({ ok: false, code: 'records', message: expect.stringMatching(words) });
  school.pass(10);
  for (const { id } of setUp(school).steps) asOffice(school).call('makeStep', { id });
  expect(Object.keys(school.workspace.data.spreadsheets)).toHaveLength(after);
});

test('with the records gone, a reporter is told that nothing was kept and what to do', () => {
  const school = aReadySchool();
  school.workspace.drive.remove(people.office, school.fileId('records'));
  const answer = school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'));
  expect(answer).toMatchObject({ ok: false, code: 'records', message: expect.stringContaining('The file "Handrail records" is gone') });
});

test('records in the bin come back as they were once they are restored', () => {
  const school = aReadySchool();
  const journal = school.sheet('records', 'Journal');
  trash(school, 'records');
  school.workspace.drive.setTrashed(people.office, school.fileId('records'), false);
  expect(new Set(Object.values(states(school)))).toEqual(new Set(['there']));
  expect(school.sheet('records', 'Journal')).toEqual(journal);
});

test.each([
  ['deleted for good', (school: SchoolUnderTest) => school.workspace.drive.remove(people.office, school.fileId('people')), 'The file was deleted'],
  [
    'without its headings',
    (school: SchoolUnderTest) => rename(school, 'people', spreadsheet(school, 'people').sheets[0]?.name ?? '', 'email', 'Mail'),
    'no column headed "email"',
  ],
  ['with another tab in its place', (school: SchoolUnderTest) => replaceTabs(school, 'people'), 'The file is empty'],
])('a list of people %s: nobody is let through unread, what is signed waits, and importing it again mends it', (_, damage, words) => {
  const school = aReadySchool();
  const signature = school.sign(people.secondTeacher, 'Hannah Lindqvist');
  damage(school);
  // As it was kept before the damage, the list goes on for a few minutes.
  school.pass(10);
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'))).toMatchObject({
    ...{ ok: false, code: 'roll-damaged' },
    message: expect.stringMatching(new RegExp(`${words}.*import it again.*telephone`)),
  });

  expect(setUp(school)).toMatchObject({ people: 0, rollProblem: expect.stringContaining(words) });
  asOffice(school).get('importRoll', { csv: roll(school.workspace) });
  expect(setUp(school)).toMatchObject({ people: expect.any(Number), rollProblem: '' });
  expect(setUp(school).people).toBeGreaterThan(500);
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'))).toMatchObject({ ok: true });
  school.pass(5);
  expect(school.as(people.networkManager).call('readCopy', { signature })).toMatchObject({ ok: true });
});

test('a headteacher who stands on the list with another address than in the settings is shown as to be mended', () => {
  const school = aReadySchool();
  asOffice(school).get('importRoll', { csv: roll(school.workspace).replaceAll(people.head, `head@${people.head.split('@')[1]}`) });
  expect(states(school)).toMatchObject({ people: 'to be mended' });
  expect(asOffice(school).call('makeStep', { id: 'people' })).toMatchObject({
    ok: false,
    code: 'post-not-listed',
    message: expect.stringContaining(people.head),
  });
});

test('the role account can hold no post', () => {
  const school = aReadySchool();
  for (const post of ['head', 'dsl', 'chair', 'deputies', 'approvers']) {
    const { gaps } = asOffice(school).get<{ gaps: { field: string }[] }>('saveSettings', settings(school, { [post]: people.office }));
    expect(gaps.map(({ field }) => field)).toContain(post);
  }
});

test('more addresses than Google keeps are refused in words, and the settings stay as they were', () => {
  const school = aReadySchool();
  const before = setUp(school);
  const many = Array.from({ length: 75 }, (_, index) => `a.long.name.${index}@${school.workspace.data.domain}`).join('\n');
  expect(asOffice(school).call('saveSettings', settings(school, { deputies: many, approvers: many, technicians: many }))).toMatchObject({
    ...{ ok: false, code: 'settings-too-long', field: 'approvers' },
  });
  expect(setUp(school)).toEqual(before);
});

// ---- people come and go, rights, the heart ----

test('a deputy who leaves loses the desk, the cases and the mails the moment the settings are saved', () => {
  const school = aReadySchool();
  expect(school.workspace.drive.mayRead(people.deputy, school.fileId('desk-dsl'))).toBe(true);
  asOffice(school).get('saveSettings', settings(school, { deputies: people.senco }));
  expect(school.workspace.drive.mayRead(people.deputy, school.fileId('desk-dsl'))).toBe(false);
  expect(school.workspace.drive.mayRead(people.senco, school.fileId('desk-dsl'))).toBe(true);
  expect(school.as(people.deputy).call('listCases')).toMatchObject({ ok: false, code: 'not-yours' });
  const mails = school.mailTo(people.deputy).length;
  school.as(people.teacher).get('raiseConcern', concern('press-0002-of-raise'));
  expect(school.mailTo(people.deputy)).toHaveLength(mails);
  expect(school.mailTo(people.senco)).toHaveLength(1);
});

test('a new head gets the staff desk and the old one loses it; an approver who leaves loses the register', () => {
  const school = aReadySchool();
  asOffice(school).get('saveSettings', settings(school, { head: people.secondDeputy, approvers: people.businessManager }));
  const found = kept(school);
  expect(sharing(found['desk-staff']?.[0])).toEqual([`writer ${people.secondDeputy}`]);
  expect(sharing(found['register']?.[0])).toEqual([`reader ${people.businessManager}`]);
});

test('a right that was not given in Google’s dialog is shown, with what to do about it', () => {
  const school = aReadySchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (!script) throw new Error('no script');
  script.grants[people.office] = (script.grants[people.office] ?? []).filter((scope) => !scope.includes('gmail'));
  expect(states(school)['rights']).toBe('to be mended');
  expect(asOffice(school).call('makeStep', { id: 'rights' })).toMatchObject({
    ok: false,
    code: 'rights-missing',
    message: expect.stringContaining('run "start"'),
  });
  // A concern is recorded all the same; the mail goes once the right is there.
  school.as(people.teacher).get('raiseConcern', concern('press-0002-of-raise'));
  const concerns = () => school.mailTo(people.dsl).filter(({ subject }) => subject.includes('concern')).length;
  expect(concerns()).toBe(1);
  authorize(school.workspace, school.handrail.officeId, people.office);
  expect(states(school)['rights']).toBe('there');
  school.pass(5);
  expect(concerns()).toBe(2);
});

test('without the right to its spreadsheets, every door says who can mend it', () => {
  const school = aReadySchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (!script) throw new Error('no script');
  script.grants[people.office] = (script.grants[people.office] ?? []).filter((scope) => !/spreadsheets|drive/.test(scope));
  expect(school.as(people.teacher).call('raiseConcern', concern('press-0002-of-raise'))).toMatchObject({
    ...{ ok: false, code: 'rights-missing' },
    message: expect.stringMatching(/script editor.*telephone/),
  });
});

test('start without every right asks for them and changes nothing', () => {
  const school = aNewSchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (!script) throw new Error('no script');
  script.grants[people.office] = [];
  expect(start(school)).toMatchObject({ ok: false });
  expect(script.properties.script).toEqual({});
});

test('when the heart has stopped, every page says so; the set-up page makes it beat again', () => {
  const school = aReadySchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (!script) throw new Error('no script');
  script.triggers = [];
  school.pass(30);
  const banner = () => {
    const answer = school.as(people.teacher).call('home');
    return answer.ok ? answer.visit.banner : answer.message;
  };
  expect(banner()).toContain('heartbeat has stopped');
  expect(states(school)['heartbeat']).toBe('missing');
  make(school, 'heartbeat');
  school.pass(5);
  expect(banner()).toBe('');
});

test('while the trigger runs other code than the web app, it touches nothing, and every page says that an update is half done', () => {
  const school = aReadySchool();
  const { workspace, handrail } = school;
  const script = workspace.data.scripts[handrail.officeId];
  if (!script) throw new Error('no script');
  // Somebody pushes new code and does not deploy it.
  const build = setUp(school).build;
  workspace.scripts.setContent(
    people.office,
    handrail.officeId,
    script.files.map((file) => ({ ...file, source: file.source.replaceAll(build, 'another-build') })),
  );
  const before = school.sheet('records', 'Journal');
  school.sign(people.secondTeacher, 'Hannah Lindqvist');
  school.pass(10);
  expect(school.sheet('records', 'Journal')).toEqual(before);
  expect(school.as(people.teacher).call('home')).toMatchObject({ ok: true, visit: { banner: expect.stringContaining('being updated') } });

  const { versionNumber } = workspace.scripts.createVersion(people.office, handrail.officeId, 'Second');
  workspace.scripts.redeploy(people.office, handrail.officeId, handrail.deploymentId, versionNumber, 'Handrail');
  school.as(people.teacher).get('home');
  school.pass(5);
  expect(school.sheet('records', 'Journal').length).toBe(before.length + 1);
  expect(school.as(people.teacher).call('home')).toMatchObject({ ok: true, visit: { banner: '' } });
});

// ---- whatever fails ----

/** Each kind of call once, and every one that writes to a Sheet, keeps an id or lets somebody in. */
const TRIED = (call: string, isFirst: boolean) => isFirst || /batchUpdate$|^Properties\.set|^Drive\.(Permissions|Files)\.(create|remove|update)$/.test(call);

function sweep(
  fn: string,
  input: (school: SchoolUnderTest) => unknown,
  arrange: () => SchoolUnderTest,
  invariant: (school: SchoolUnderTest, where: string) => void,
): void {
  const call = (school: SchoolUnderTest, faults: Fault[] = []) => school.door(people.office, fn, input(school), faults);
  faultSweep<SchoolUnderTest>({
    arrange,
    clone: (school) => school.another(),
    tries: TRIED,
    operation: (school, faults) => {
      const { run } = call(school, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    // The same page, open twice.
    meanwhile: (school) => void call(school),
    recover: (school) => {
      const { answer } = call(school);
      if (!answer.ok) throw new Error(answer.message);
    },
    invariant,
  });
}

const STEPS = ['folder', 'records', 'desk-dsl', 'register', 'agreement-staff', 'heartbeat'];

test.each(STEPS)('whichever call of the step %s fails, running it again leaves exactly one of it, shared exactly', (id) => {
  const arrange = () => {
    const school = aNewSchool();
    start(school);
    asOffice(school).get('saveSettings', settings(school));
    for (const earlier of STEPS.slice(0, STEPS.indexOf(id))) make(school, earlier);
    return school;
  };
  const key = id === 'agreement-staff' ? 'form-staff-1-account' : id;
  sweep(
    'makeStep',
    () => ({ id }),
    arrange,
    (school, where) => {
      if (id !== 'heartbeat') expectOneOfEach(school, [key], where);
      expect([where, states(school)[id]]).toEqual([where, 'there']);
      if (id === 'heartbeat') expect([where, triggers(school)]).toEqual([where, ['clock.beat']]);
      if (id === 'agreement-staff') {
        expect([where, openForms(school)]).toEqual([where, 1]);
        expect([where, school.history(), school.sheet('records', 'Journal').length]).toEqual([where, 'unbroken', 2]);
      }
    },
  );
});

test('whichever call of saving the settings fails, saving again keeps them and leaves everything shared exactly', () => {
  const change = { deputies: people.senco };
  sweep(
    'saveSettings',
    (school) => settings(school, change),
    aReadySchool,
    (school, where) => {
      expect([where, setUp(school).school.deputies]).toEqual([where, [people.senco]]);
      expect([where, sharing(kept(school)['desk-dsl']?.[0])]).toEqual([where, [`writer ${people.dsl}`, `writer ${people.senco}`].sort()]);
    },
  );
});

test('whichever call of importing the people fails, importing again leaves one list with everybody on it', () => {
  const csv = `Email,Forename,Surname,Role\n${people.teacher},Sam,Okafor,teacher\n${people.pupil},Amira,Khan,pupil\n`;
  const arrange = () => {
    const school = aNewSchool();
    start(school);
    return school;
  };
  sweep(
    'importRoll',
    () => ({ csv }),
    arrange,
    (school, where) => {
      expectOneOfEach(school, ['folder', 'people'], where);
      expect([where, setUp(school).people]).toEqual([where, 2]);
    },
  );
});
