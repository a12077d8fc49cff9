import { expect, test } from '@jest/globals';
import { roll } from '../../local/school/roll.ts';
import type { BlockData } from '../../local/workspace/data.ts';
import type { ReadAgreement } from '../../src/agreements/import/read-agreement.ts';
import type { FindStandings, StandingLine } from '../../src/agreements/register/find-standings.ts';
import type { AgreementOpened } from '../../src/agreements/register/open-agreement.ts';
import { type Counts, emptyCounts } from '../../src/agreements/register/overview.ts';
import type { Overview } from '../../src/agreements/register/see-agreements.ts';
import { aPress, declines, formInUse, putIntoUse, signs } from '../support/agreement-forms.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const NO_COUNTS = emptyCounts();

function overview(school: SchoolUnderTest): Overview {
  return school.as(school.people.networkManager).get<Overview>('seeAgreements');
}

/** A bar of the picture of one agreement. */
function counts(school: SchoolUnderTest, agreementId: string, group: string): Counts {
  const bars = overview(school).pictures.find((picture) => picture.agreementId === agreementId)?.bars;
  return bars?.find((bar) => bar.group === group)?.counts ?? NO_COUNTS;
}

function find(school: SchoolUnderTest, wanted: Partial<FindStandings>): { lines: StandingLine[]; total: number } {
  return school.as(school.people.officeManager).get('findStandings', { text: '', agreementId: '', group: '', state: '', from: 0, ...wanted });
}

/** The office manager keeps the register, as the settings say. */
function aSchoolWithAnOffice(): SchoolUnderTest {
  const school = aSchool();
  const script = school.workspace.data.scripts[school.handrail.officeId];
  const properties = script?.properties.script ?? {};
  const settings = JSON.parse(properties['school'] ?? '{}') as Record<string, unknown>;
  properties['school'] = JSON.stringify({ ...settings, office: [school.people.officeManager] });
  return school;
}

/** Days go by in which nobody does anything; then Handrail's heart beats again. */
function days(school: SchoolUnderTest, count: number): void {
  school.workspace.clock.pass(count * 24 * 60 * 60_000);
  school.beat();
}

/** Everybody is asked for some agreements. */
function ask(school: SchoolUnderTest, ...agreements: string[]): void {
  school.as(school.people.networkManager).get('startRound', { key: aPress(), why: 'first', agreements, due: '2026-09-21' });
  school.pass(10);
}

/** A new list of people, without some of them. */
function leave(school: SchoolUnderTest, ...gone: string[]): void {
  const lines = roll(school.workspace).split('\r\n');
  school.as(school.people.office).get('importRoll', { csv: lines.filter((line) => !gone.some((email) => line.startsWith(email))).join('\r\n') });
}

test('A11: the picture is right as soon as somebody was asked, has signed, was approved, declined or has left', () => {
  const school = aSchoolWithAnOffice();
  const { teacher, secondTeacher, networkManager, supply } = school.people;
  const staff = () => counts(school, 'staff', 'Staff');
  const everybody = staff()['not asked'];
  expect(staff()).toEqual({ ...NO_COUNTS, 'not asked': everybody });
  expect(everybody).toBeGreaterThan(40);

  ask(school, 'staff');
  expect(staff()).toEqual({ ...NO_COUNTS, outstanding: everybody });

  const signature = signs(school, 'staff', teacher, 'Sam Okafor');
  declines(school, 'staff', secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  expect(staff()).toEqual({ ...NO_COUNTS, outstanding: everybody - 2, 'awaiting approval': 1, declined: 1 });
  expect(overview(school).needs).toMatchObject({ toApprove: 1, declined: 1 });

  school.as(networkManager).get('countersign', { key: aPress(), responseIds: [signature], accessEnds: '', seenInPerson: false });
  expect(staff()).toEqual({ ...NO_COUNTS, outstanding: everybody - 2, 'in force': 1, declined: 1 });

  leave(school, secondTeacher, supply);
  days(school, 1);
  expect(staff()).toEqual({ ...NO_COUNTS, outstanding: everybody - 2, 'in force': 1 });
  expect(find(school, { state: 'closed' }).lines.map(({ name }) => name)).toEqual(['Hannah Lindqvist']);

  days(school, 14);
  expect(staff()).toEqual({ ...NO_COUNTS, overdue: everybody - 2, 'in force': 1 });
});

test('A12: whoever was asked and has not signed within the days of the settings is listed as having no right to access', () => {
  const school = aSchoolWithAnOffice();
  ask(school, 'staff');
  signs(school, 'staff', school.people.teacher, 'Sam Okafor');
  days(school, 4);
  expect(overview(school).needs.unsigned).toBe(0);
  days(school, 1);
  const { unsigned } = overview(school).needs;
  expect(find(school, { state: 'no access before signature' }).total).toBe(unsigned);
  expect(unsigned).toBe(find(school, { agreementId: 'staff' }).total);
});

test('A12: when a list of people would close a great part of the school at once, nothing is closed until somebody says that they have left', () => {
  const school = aSchoolWithAnOffice();
  putIntoUse(school, 'ks2');
  ask(school, 'ks2');
  const before = overview(school);
  const pupils = find(school, { agreementId: 'ks2' }).total;
  const gone = roll(school.workspace)
    .split('\r\n')
    .flatMap((line) => (/,pupil,[3-6]A,/.test(line) ? [line.split(',')[0] ?? ''] : []));
  expect(gone.length).toBeGreaterThan(100);
  leave(school, ...gone);
  days(school, 1);
  expect(before.heldBack).toEqual([]);
  expect(overview(school).heldBack).toEqual([expect.objectContaining({ kind: 'Pupils', leaving: gone.length })]);
  expect(find(school, { agreementId: 'ks2' }).total).toBe(pupils);
  school.as(school.people.head).get('confirmLeavers', { key: aPress() });
  expect(overview(school).heldBack).toEqual([]);
  expect(find(school, { agreementId: 'ks2' }).total).toBe(pupils - gone.length);
});

test('A11: people are found by name, class, state and group, fifty at a time in the order of a register', () => {
  const school = aSchoolWithAnOffice();
  putIntoUse(school, 'ks2');
  ask(school, 'ks2', 'staff');
  expect(find(school, { text: 'khan 3a' }).lines).toMatchObject([{ name: 'Amira Khan', group: '3A', state: 'outstanding', due: '21/09/2026', responseId: '' }]);
  expect(find(school, { text: 'khan', agreementId: 'staff' }).total).toBe(0);
  expect(find(school, { text: '3a' }).total).toBe(find(school, { group: '3A' }).total);
  const first = find(school, { agreementId: 'ks2' });
  const second = find(school, { agreementId: 'ks2', from: 50 });
  expect([first.lines.length, second.lines.length, second.total]).toEqual([50, 50, first.total]);
  const names = [...first.lines, ...second.lines].map(({ name }) => name.split(' ').pop() ?? '');
  expect(names).toEqual([...names].sort());
  expect(new Set([...first.lines, ...second.lines].map(({ key }) => key)).size).toBe(100);
});

test('A11: opening the page and searching is one read of the records, however many people there are', () => {
  const school = aSchoolWithAnOffice();
  putIntoUse(school, 'ks1', 'ks2', 'parent');
  ask(school, 'staff', 'ks1', 'ks2', 'parent');
  const reads = (fn: string, input: unknown) =>
    (school.door(school.people.networkManager, fn, input).run?.calls ?? []).filter(({ name }) => name.startsWith('Sheets.')).map(({ name }) => name);
  expect(reads('seeAgreements', {})).toHaveLength(1);
  expect(reads('findStandings', { text: '', agreementId: '', group: '', state: '', from: 0 })).toHaveLength(1);
});

test('A1 to A8: each text that a school starts with is put into use with one press, is for somebody on the list, and asks nobody by itself', () => {
  const school = aSchoolWithAnOffice();
  const missing = overview(school).needs.withoutAgreement;
  expect(missing).toEqual(expect.arrayContaining(['Technicians', 'Governors', 'Pupils to Year 2', 'Pupils, Years 3 to 6', 'Parents and carers']));
  putIntoUse(school, 'technician', 'supply', 'governor', 'volunteer', 'visitor', 'ks1', 'ks2', 'parent');
  days(school, 1);
  const { needs, agreements } = overview(school);
  expect(needs.withoutAgreement).toEqual([]);
  expect(agreements.every(({ asks, forms }) => !asks && forms.length > 0)).toBe(true);
  expect(school.mailTo(school.people.governor)).toEqual([]);
  const again = school.as(school.people.officeManager).get<{ version: number }>('publishBuiltIn', { key: aPress(), audience: 'ks2' });
  expect(again).toEqual({ version: 1 });
});

test('A13: a text is changed by those who keep the register, and every version stays readable with how it came about', () => {
  const school = aSchoolWithAnOffice();
  const { officeManager } = school.people;
  const open = () => school.as(officeManager).get<AgreementOpened>('openAgreement', { id: 'staff' });
  const { text } = open();
  const publish = (request: object) =>
    school.as(officeManager).call('publishAgreement', { key: aPress(), id: 'staff', approvedBy: ' Governors ', signAgainBy: '', ...request });
  publish({ agreement: { ...text, title: 'Our staff agreement' }, change: 'minor', effective: '14/9/2026' });
  const { agreement, versions } = open();
  expect(agreement).toMatchObject({ title: 'Our staff agreement', version: 2, since: '14/09/2026' });
  expect(versions).toMatchObject([
    { version: 2, change: 'minor', effective: '14/09/2026', approvedBy: 'Governors', by: officeManager },
    { version: 1, change: 'material' },
  ]);
  expect(versions[1]?.text).toContain(text.title);
  expect(publish({ agreement: text, change: 'minor', effective: '31/9/2026' })).toMatchObject({ ok: false, code: 'no-such-day', field: 'effective' });
  expect(publish({ id: 'nothing', agreement: text, change: 'minor', effective: '' })).toMatchObject({ ok: false, code: 'no-such-agreement' });
  const forPupils = { ...text, audience: 'ks2' };
  expect(publish({ agreement: forPupils, change: 'minor', effective: '' })).toMatchObject({ ok: false, code: 'other-audience', field: 'audience' });
  expect(versions).toEqual(open().versions);
});

test('A10: a further text for the same people is an agreement of its own, and a class’s own text stays one', () => {
  const school = aSchoolWithAnOffice();
  const { text } = school.as(school.people.officeManager).get<AgreementOpened>('openAgreement', { id: 'staff' });
  const press = (agreement: object) =>
    school
      .as(school.people.officeManager)
      .call('publishAgreement', { key: aPress(), id: '', agreement, change: 'material', effective: '', approvedBy: '', signAgainBy: '' });
  press({ ...text, title: 'Phones at work' });
  press({ ...text, title: 'Driving the minibus' });
  expect(overview(school).agreements.map(({ id, title }) => [id, title])).toEqual([
    ['staff', text.title],
    ['staff-2', 'Phones at work'],
    ['staff-3', 'Driving the minibus'],
  ]);
  putIntoUse(school, 'class');
  expect(press({ ...text, audience: 'class' })).toMatchObject({ ok: false, code: 'class-once', field: 'audience' });
  expect(press({ ...text, alsoFor: ['class'] })).toMatchObject({ ok: false, code: 'class-alone', field: 'alsoFor' });
});

test('A13: what is taken out of use asks nobody any more, its forms take no answers, and it can be used again', () => {
  const school = aSchoolWithAnOffice();
  ask(school, 'staff');
  const form = formInUse(school, 'staff');
  const { officeManager, teacher } = school.people;
  school.as(officeManager).get('retireAgreement', { key: aPress(), id: 'staff' });
  expect(school.workspace.forms.find(form.id)?.acceptingResponses).toBe(false);
  expect(overview(school)).toMatchObject({ agreements: [], retired: [{ id: 'staff' }] });
  expect(find(school, {}).total).toBe(0);
  expect(overview(school).needs.withoutAgreement).toContain('Staff');
  const { text, retired } = school.as(officeManager).get<AgreementOpened>('openAgreement', { id: 'staff' });
  expect(retired).toBe(true);
  school
    .as(officeManager)
    .get('publishAgreement', { key: aPress(), id: 'staff', agreement: text, change: 'material', effective: '', approvedBy: '', signAgainBy: '' });
  expect(overview(school).agreements).toMatchObject([{ id: 'staff', version: 2, asks: false }]);
  signs(school, 'staff', teacher, 'Sam Okafor');
  school.pass(5);
  expect(counts(school, 'staff', 'Staff')['awaiting approval']).toBe(1);
});

test('A13: forms that cannot be answered, or were changed by hand, are said to be on the agreement’s page, and one press mends them', () => {
  const school = aSchoolWithAnOffice();
  const check = () => school.as(school.people.officeManager).get<{ problems: string[] }>('checkForms', { id: 'staff' }).problems;
  expect(check()).toEqual([]);
  const form = school.workspace.forms.find(formInUse(school, 'staff').id);
  if (form?.items[0]) form.items[0].title = 'Something else';
  expect(check()).toEqual([expect.stringContaining('changed by hand')]);
  const { text } = school.as(school.people.officeManager).get<AgreementOpened>('openAgreement', { id: 'staff' });
  school.as(school.people.officeManager).get('publishAgreement', {
    ...{ key: aPress(), id: 'staff', agreement: text, change: 'minor', effective: '', approvedBy: '', signAgainBy: '' },
  });
  expect(check()).toEqual([]);
});

// ---- documents ----

function line(text: string): BlockData {
  return { kind: 'paragraph', heading: 'NORMAL', text };
}

const SECRET = 'What Amira told me on Monday stays between us.';
const AGREEMENT: BlockData[] = [
  { kind: 'paragraph', heading: 'HEADING1', text: 'Staff acceptable use agreement' },
  ...['I keep my password to myself.', 'I lock my screen.', 'I <img src=x onerror=alert(1)> =1+1 share nothing & “say” so.'].map(
    (text): BlockData => ({ kind: 'list item', listId: 'l', level: 0, glyph: 'BULLET', text }),
  ),
  line('Signature: ________  Date: ________'),
];

/** A Doc that the head has, shared with the role account when that is wanted. Gives its address. */
function aDoc(school: SchoolUnderTest, body: BlockData[], isShared = true): string {
  const { head, office } = school.people;
  const file = school.workspace.documents.create(head, 'A document', { body });
  if (isShared) school.workspace.drive.sharing.share(head, file.id, { type: 'user', role: 'reader', emailAddress: office }, { notify: false });
  return `https://docs.google.com/document/d/${file.id}/edit?tab=t.0`;
}

test('A10: a Google Doc is read as it is written, hostile text too, with its lines; what is no agreement in it is shown to nobody', () => {
  const school = aSchoolWithAnOffice();
  const read = (address: string) => school.as(school.people.officeManager).call<{ found: ReadAgreement[] }>('readAgreementDoc', { address });
  const answer = read(aDoc(school, [line(SECRET), line(''), ...AGREEMENT, line(''), { kind: 'paragraph', heading: 'HEADING1', text: 'Notes' }, line(SECRET)]));
  if (!answer.ok) throw new Error(answer.message);
  expect(answer.value.found).toHaveLength(1);
  expect(answer.value.found[0]?.clauses).toEqual([
    'I keep my password to myself.',
    'I lock my screen.',
    'I <img src=x onerror=alert(1)> =1+1 share nothing & “say” so.',
  ]);
  expect(answer.value.found[0]?.source.join('\n')).toContain('I lock my screen.');
  expect(JSON.stringify(answer)).not.toContain('Amira');
  const none = read(aDoc(school, [line(SECRET)]));
  expect(none).toMatchObject({ ok: false, code: 'no-agreement-found', field: 'address' });
  expect(JSON.stringify(none)).not.toContain('Amira');
});

test.each([
  ['is not shared with the role account', (school: SchoolUnderTest) => aDoc(school, AGREEMENT, false), 'doc-not-readable'],
  ['was never there', () => `https://docs.google.com/document/d/${'x'.repeat(40)}/edit`, 'doc-not-readable'],
  ['is a Sheet', () => 'https://docs.google.com/spreadsheets/d/abcdefghijklmnopqrstuvwxyz/edit', 'no-doc-address'],
  ['is none', () => 'our agreement', 'no-doc-address'],
])('A10: a document that %s is refused with what to do', (_, address, code) => {
  const school = aSchoolWithAnOffice();
  const answer = school.as(school.people.officeManager).call('readAgreementDoc', { address: address(school) });
  expect(answer).toMatchObject({ ok: false, code, field: 'address' });
  if (!answer.ok && code === 'doc-not-readable') expect(answer.message).toContain(school.people.office);
});

test('A11: a teacher and a pupil learn nothing from any door of the page, whatever there is', () => {
  const school = aSchoolWithAnOffice();
  ask(school, 'staff');
  declines(school, 'staff', school.people.secondTeacher, 'Hannah Lindqvist', 'A private reason');
  school.pass(5);
  const requests: Record<string, unknown> = {
    seeAgreements: {},
    findStandings: { text: 'hannah', agreementId: '', group: '', state: 'declined', from: 0 },
    openAgreement: { id: 'staff' },
    checkForms: { id: 'staff' },
    planRound: { why: 'year', agreements: ['staff'], due: '2026-10-01' },
    readAgreementSettings: {},
  };
  for (const email of [school.people.teacher, school.people.pupil])
    for (const [door, request] of Object.entries(requests)) {
      const answer = school.as(email).call(door, request);
      expect({ door, answer }).toEqual({ door, answer: { ok: false, code: 'not-yours', message: expect.stringContaining(email) } });
    }
  expect(school.as(school.people.teacher).everythingInSight()).not.toContain('A private reason');
});
