import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type AgreementText, sectionsFrom } from '../../src/agreements/agreement.ts';
import type { FoundAgreement } from '../../src/agreements/import.ts';
import type { SignedCopy } from '../../src/agreements/read-copy.ts';
import type { Overview } from '../../src/agreements/see-agreements.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** The places of the register's columns, from 0. */
const REGISTER = { name: 1, account: 2, checked: 3, jobTitle: 4, agreement: 5, version: 6, state: 8, approver: 9, approved: 10 };

function register(school: SchoolUnderTest): string[][] {
  return school
    .sheet('register', 'Register')
    .slice(3)
    .filter((row) => (row[0] ?? '') !== '');
}

/** Events of one action in the journal, as its rows hold them. */
function events(school: SchoolUnderTest, action: string): string[][] {
  return school.sheet('records', 'Journal').filter((row) => row[3] === action);
}

function press(responseIds: string[], key = 'press-0001-of-approve') {
  return { key, responseIds, accessEnds: '', seenInPerson: false };
}

/** A school in which a teacher has signed and the heartbeat has seen it. */
function signedByTheTeacher(): { school: SchoolUnderTest; signature: string } {
  const school = aSchool();
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  return { school, signature };
}

function copies(school: SchoolUnderTest, email: string) {
  return school.mailTo(email).filter(({ subject }) => subject.startsWith('Your copy'));
}

test('A1, A11: a teacher signs; within five minutes the register says who, which version, and that approval is awaited', () => {
  const { school, signature } = signedByTheTeacher();
  expect(register(school)).toHaveLength(1);
  const line = register(school)[0] ?? [];
  expect(line[REGISTER.name]).toBe('Sam Okafor');
  expect(line[REGISTER.account]).toBe(school.people.teacher);
  expect(line[REGISTER.checked]).toBe('not verified by Google');
  expect(line[REGISTER.jobTitle]).toBe('Teacher');
  expect(line[REGISTER.version]).toBe('1');
  expect(line[REGISTER.state]).toBe('awaiting approval');
  expect(line[REGISTER.approver]).toBe('');
  expect(school.as(school.people.teacher).get<{ agreements: unknown[] }>('home').agreements).toMatchObject([
    { state: 'awaiting approval', responseId: signature },
  ]);
});

test('A1: every clause of the agreement stands in the form, in parts that are ticked one by one', () => {
  const school = aSchool();
  const form = school.staffForm();
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  const { text } = school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature });
  const clauses = text.split('\n').flatMap((line) => line.match(/^\d+\. (.*)$/)?.[1] ?? []);
  expect(clauses.length).toBeGreaterThan(10);
  const shown = form.items.map((item) => item.helpText).join('\n');
  for (const clause of clauses) expect(shown).toContain(clause);
  const ticks = form.items.filter((item) => item.type === 'CHECKBOX');
  expect(ticks.length).toBeGreaterThan(2);
  expect(ticks.every((item) => item.required)).toBe(true);
});

test('A2: those who approve get one mail that names nobody; the heartbeat does not repeat it', () => {
  const { school } = signedByTheTeacher();
  school.pass(30);
  for (const approver of [school.people.networkManager, school.people.businessManager]) {
    const mails = school.mailTo(approver);
    expect(mails).toHaveLength(1);
    expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/Sam|Okafor|sam\.okafor/);
    expect(mails[0]?.text).toContain('?page=approve');
  }
});

test('A2, A11: an approver countersigns; the teacher gets one copy of exactly what was agreed to, with what proves it', () => {
  const { school, signature } = signedByTheTeacher();
  expect(school.as(school.people.networkManager).get('countersign', press([signature]))).toEqual({ approved: 1 });
  school.pass(10);

  const line = register(school)[0] ?? [];
  expect([line[REGISTER.state], line[REGISTER.approver]]).toEqual(['approved', 'Dev Mistry']);
  expect(line[REGISTER.approved]).toMatch(/^07\/09\/2026 09:\d\d$/);

  const [mail, ...others] = copies(school, school.people.teacher);
  expect(others).toEqual([]);
  const copy = school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature });
  const fingerprint = copy.facts.find(({ label }) => label.includes('SHA-256'))?.value ?? '';
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  for (const part of [fingerprint, signature, 'Version: 1', 'by Dev Mistry', 'sam.okafor@quillhaven.example (not verified by Google)'])
    expect(mail?.text).toContain(part);
  expect(mail?.text.replace(/\r\n/g, '\n')).toContain(copy.text);
});

test('A11: a signed copy is for its signer and for those who approve, and nobody else learns that it exists', () => {
  const { school, signature } = signedByTheTeacher();
  const { teacher, networkManager, businessManager, secondTeacher, head, dsl, pupil, office } = school.people;
  for (const reader of [teacher, networkManager, businessManager]) expect(school.as(reader).call('readCopy', { signature })).toMatchObject({ ok: true });
  const words = (email: string, id: string) => {
    const answer = school.as(email).call('readCopy', { signature: id });
    return answer.ok ? 'read' : answer.message;
  };
  for (const other of [secondTeacher, head, dsl, pupil, office]) expect(words(other, signature)).toBe(words(other, 'no-such-signature'));
  expect(words(secondTeacher, signature)).not.toContain('Sam');
});

test('A2: nobody approves their own agreement', () => {
  const school = aSchool();
  const { networkManager, businessManager } = school.people;
  const own = school.sign(networkManager, 'Dev Mistry', 'Network Manager');
  const other = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(school.as(networkManager).call('countersign', press([own]))).toMatchObject({ ok: false, code: 'own-signature' });
  // Not hidden among others either: then none is approved.
  expect(school.as(networkManager).call('countersign', press([other, own]))).toMatchObject({ ok: false, code: 'own-signature' });
  expect(events(school, 'agreement approved')).toEqual([]);
  expect(school.as(businessManager).get('countersign', press([own, other]))).toEqual({ approved: 2 });
});

test('A2: a second press is the same approval; the same signature chosen twice counts once', () => {
  const { school, signature } = signedByTheTeacher();
  const approve = () => school.as(school.people.networkManager).get('countersign', press([signature, signature]));
  expect(approve()).toEqual({ approved: 1 });
  expect(approve()).toEqual({ approved: 1 });
  school.pass(10);
  expect(events(school, 'agreement approved')).toHaveLength(1);
  expect(copies(school, school.people.teacher)).toHaveLength(1);
});

test.each([
  ['what is approved already', (signature: string) => [signature], 'not-waiting'],
  ['what is not on record', () => ['no-such-signature'], 'no-such-signature'],
  ['nothing', () => [], 'nothing-chosen'],
])('A2: approving %s says so and records nothing', (_, chosen, code) => {
  const { school, signature } = signedByTheTeacher();
  school.as(school.people.networkManager).get('countersign', press([signature]));
  const answer = school.as(school.people.businessManager).call('countersign', press(chosen(signature), 'press-0002-of-approve'));
  expect(answer).toMatchObject({ ok: false, code });
  expect(events(school, 'agreement approved')).toHaveLength(1);
});

test('A11: two people sign between two beats: two lines, one mail that counts them', () => {
  const school = aSchool();
  school.sign(school.people.teacher, 'Sam Okafor');
  school.sign(school.people.secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  expect(register(school).map((line) => line[REGISTER.name])).toEqual(expect.arrayContaining(['Sam Okafor', 'Hannah Lindqvist']));
  expect(school.mailTo(school.people.networkManager).map(({ text }) => text)).toEqual([expect.stringContaining('2 agreements')]);
});

test('A11: an answer that Google shows late, behind newer ones, is still recorded; none is recorded twice', () => {
  const school = aSchool();
  const form = school.staffForm();
  school.sign(school.people.secondTeacher, 'Hannah Lindqvist');
  const late = form.responses.pop();
  if (!late) throw new Error('the form kept no answer');
  school.workspace.clock.pass(4 * 60_000);
  school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(register(school)).toHaveLength(1);
  form.responses.push(late);
  school.pass(15);
  expect(
    register(school)
      .map((line) => line[REGISTER.name])
      .sort(),
  ).toEqual(['Hannah Lindqvist', 'Sam Okafor']);
  expect(events(school, 'agreement signed')).toHaveLength(2);
});

test('A11: what somebody types as their name is kept as text, and however long it is, it keeps nobody else waiting', () => {
  const school = aSchool();
  const formula = school.sign(school.people.secondTeacher, '=IMPORTXML("https://example.org","//a")');
  const endless = school.sign(school.people.teachingAssistant, 'x'.repeat(60_000), 'y'.repeat(60_000));
  const ordinary = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(register(school)).toHaveLength(3);
  expect(register(school).map((line) => line[REGISTER.name])).toContain('=IMPORTXML("https://example.org","//a")');
  expect(school.as(school.people.networkManager).get('countersign', press([formula, endless, ordinary]))).toEqual({ approved: 3 });
  school.pass(5);
  for (const signer of [school.people.secondTeacher, school.people.teachingAssistant, school.people.teacher]) expect(copies(school, signer)).toHaveLength(1);
});

test('A11: when somebody has switched off that the form notes addresses, an answer without one counts for nobody', () => {
  const school = aSchool();
  const form = school.staffForm();
  form.emailCollection = 'DO_NOT_COLLECT';
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(register(school)[0]?.[REGISTER.state]).toBe('form was changed');
  expect(school.as(school.people.networkManager).call('countersign', press([signature]))).toMatchObject({ ok: false, code: 'form-was-changed' });
  expect(step(school, 'agreement-staff')).toBe('to be mended');
});

// ---- a form changed by hand ----

function step(school: SchoolUnderTest, id: string): string | undefined {
  return school
    .as(school.people.office)
    .get<{ steps: { id: string; state: string }[] }>('readSetUp')
    .steps.find((each) => each.id === id)?.state;
}

/** The role account opens the form's editor and makes a clause harmless. */
function changeByHand(school: SchoolUnderTest): void {
  const part = school.staffForm().items.find((item) => item.type === 'SECTION_HEADER' || item.type === 'PAGE_BREAK');
  if (!part) throw new Error('the form has no clauses');
  part.helpText = 'I may do as I like.';
}

test('A13: a signature on a form whose text was changed by hand does not count, and those who approve are told why', () => {
  const school = aSchool();
  changeByHand(school);
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(register(school)[0]?.[REGISTER.state]).toBe('form was changed');
  expect(school.as(school.people.networkManager).call('countersign', press([signature]))).toMatchObject({ ok: false, code: 'form-was-changed' });
  expect(school.mailTo(school.people.networkManager)[0]?.text).toContain('changed by hand');
  expect(school.as(school.people.teacher).get<{ agreements: unknown[] }>('home').agreements).toMatchObject([{ state: 'form was changed' }]);
});

test('A13: a tick that was made optional by hand is a changed form too', () => {
  const school = aSchool();
  for (const item of school.staffForm().items) if (item.type === 'CHECKBOX') item.required = false;
  school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(register(school)[0]?.[REGISTER.state]).toBe('form was changed');
});

test('A13: mending a changed form makes a new version with the recorded text; the old form is closed and its answers are kept', () => {
  const school = aSchool();
  const changed = school.staffForm();
  const before = school.sign(school.people.secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  const original = school.as(school.people.secondTeacher).get<SignedCopy>('readCopy', { signature: before }).text;
  changeByHand(school);
  school.sign(school.people.teacher, 'Sam Okafor');
  expect(step(school, 'agreement-staff')).toBe('to be mended');
  school.as(school.people.office).get('makeStep', { id: 'agreement-staff' });
  expect(step(school, 'agreement-staff')).toBe('there');

  expect(changed.acceptingResponses).toBe(false);
  expect(school.staffForm().id).not.toBe(changed.id);
  const again = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  const lines = register(school).map((line) => [line[REGISTER.name], line[REGISTER.version], line[REGISTER.state]]);
  expect(lines).toHaveLength(3);
  expect(lines).toEqual(
    expect.arrayContaining([
      ['Sam Okafor', '2', 'awaiting approval'],
      ['Sam Okafor', '1', 'form was changed'],
      ['Hannah Lindqvist', '1', 'awaiting approval'],
    ]),
  );
  expect(school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature: again }).text).toBe(original);
  // The text has not changed, so whoever signed the first version has signed this one.
  expect(school.as(school.people.secondTeacher).get<{ agreements: unknown[] }>('home').agreements).toMatchObject([{ state: 'awaiting approval' }]);
});

test('A13: an answer sent just before a new version took the form’s place is recorded, even when Google shows it late', () => {
  const school = aSchool();
  const old = school.staffForm();
  school.sign(school.people.teacher, 'Sam Okafor');
  const late = old.responses.pop();
  if (!late) throw new Error('the form kept no answer');
  publish(school, ownAgreement());
  old.responses.push(late);
  school.pass(10);
  expect(register(school).map((line) => [line[REGISTER.name], line[REGISTER.version]])).toEqual([['Sam Okafor', '1']]);
});

// ---- the school's own agreement ----

function ownAgreement(): AgreementText {
  return {
    ...{ title: 'Our staff agreement', audience: 'staff', alsoFor: [], introduction: 'For all of us.' },
    sections: sectionsFrom(['I lock my screen.', 'I keep my password to myself.', 'I tell the DSL about any worry.']),
    ...{ permissions: [], signatureFields: ['Signature', 'Date'] },
  };
}

let presses = 0;
function publication(agreement: AgreementText) {
  presses += 1;
  return { key: `press-${presses}-of-publish`, id: 'staff', agreement, change: 'material', effective: '', approvedBy: 'Governors', signAgainBy: '' };
}

function publish(school: SchoolUnderTest, agreement: AgreementText): { version: number } {
  return school.as(school.people.networkManager).get('publishAgreement', publication(agreement));
}

test('A10, A13: the school’s own agreement takes the place of the built-in one; the old text stays readable with its signatures', () => {
  const { school, signature } = signedByTheTeacher();
  expect(publish(school, ownAgreement())).toEqual({ version: 2 });
  const { agreements } = school.as(school.people.networkManager).get<Overview>('seeAgreements');
  expect(agreements).toMatchObject([{ id: 'staff', title: 'Our staff agreement', version: 2 }]);
  // Everybody signs the new text; the old signature is still what it was.
  expect(school.as(school.people.teacher).get<{ agreements: unknown[] }>('home').agreements).toMatchObject([{ state: 'not signed yet' }]);
  expect(school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature }).title).toMatch(/^Staff agreement/);
  // A second press publishes nothing anew.
  expect(publish(school, ownAgreement())).toEqual({ version: 2 });
  expect(events(school, 'agreement published')).toHaveLength(2);
  // A signature on the version before is still approved as what it is.
  expect(school.as(school.people.networkManager).get('countersign', press([signature]))).toEqual({ approved: 1 });
  school.pass(5);
  expect(copies(school, school.people.teacher)[0]?.text).toContain('Version: 1');
});

test.each([
  ['nothing', '   ', 'text-empty'],
  ['a letter', 'Dear parents,\nthe trip is on Friday.\n', 'no-agreement-found'],
  ['a heading without clauses', 'Staff acceptable use agreement\n\nSignature: ____\nDate: ____\n', 'no-agreement-found'],
])('A10: pasting %s is answered with what is missing', (_, text, code) => {
  const school = aSchool();
  expect(school.as(school.people.networkManager).call('readAgreementText', { text })).toMatchObject({ ok: false, code, field: 'text' });
});

test.each([
  ['no clauses', { sections: [] }, 'agreement-empty'],
  ['only empty clauses', { sections: sectionsFrom([' ', '']) }, 'agreement-empty'],
  ['no title', { title: ' ' }, 'agreement-untitled'],
])('A10: an agreement with %s is not put into use', (_, change, code) => {
  const school = aSchool();
  const { networkManager } = school.people;
  const form = school.staffForm().id;
  expect(school.as(networkManager).call('publishAgreement', publication({ ...ownAgreement(), ...change }))).toMatchObject({ ok: false, code });
  expect(events(school, 'agreement published')).toHaveLength(1);
  expect(school.staffForm().id).toBe(form);
});

/** Policies that schools have published; they are not part of this project. */
const POLICIES = join(import.meta.dirname, '../../../shared/policies');

test.each([
  ['Burdett-Coutts, appendix 1', 'burdett-coutts.txt', /Staff Acceptable Use Policy/i],
  ['St Mary’s, appendix C', 'st-marys.txt', /Staff Agreement/i],
])('A10: the staff agreement of %s is pasted with its whole policy, built as a form and signed', (_, file, title) => {
  const path = join(POLICIES, file);
  if (!existsSync(path)) {
    console.warn(`not tried: ${path} is not here`);
    return;
  }
  const school = aSchool();
  const { found } = school.as(school.people.networkManager).get<{ found: FoundAgreement[] }>('readAgreementText', { text: readFileSync(path, 'utf8') });
  const agreement = found.find((each) => each.audience === 'staff' && title.test(each.title));
  if (!agreement) throw new Error(`not found among ${found.map((each) => each.title).join(', ')}`);
  expect(agreement.clauses.length).toBeGreaterThan(8);
  const { title: name, introduction, clauses, signatureFields } = agreement;
  publish(school, { ...ownAgreement(), title: name, introduction, sections: sectionsFrom(clauses), signatureFields });

  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  school.as(school.people.networkManager).get('countersign', press([signature]));
  school.pass(5);
  const copy = school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature });
  for (const clause of agreement.clauses) expect(copy.text).toContain(clause);
  const shown = school
    .staffForm()
    .items.map((item) => item.helpText)
    .join('\n');
  for (const clause of agreement.clauses) expect(shown).toContain(clause);
  expect(copies(school, school.people.teacher)).toHaveLength(1);
});

// ---- whatever fails ----

/** What must be so after a signature, whatever failed on the way; another teacher's signature may have come between. */
function facts(school: SchoolUnderTest, where: string) {
  const mine = (rows: string[][]) => rows.filter((row) => row.join('\n').includes(school.people.teacher)).length;
  return {
    where,
    signed: mine(school.sheet('records', 'Signatures')),
    lines: mine(register(school)),
    events: events(school, 'agreement signed').length,
    history: school.history(),
  };
}

/** Of calls that only read one item after the other, the first of each kind stands for all. */
const EVERY_CALL_BUT_REPEATED_READS = (call: string, isFirst: boolean) => isFirst || !/^(Item|ItemResponse|CheckboxItem|Choice)\./.test(call);

test('A11: whichever call of the heartbeat fails, one signature, one line in the register, one mail, one unbroken history', () => {
  const trials = faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = aSchool();
      school.sign(school.people.teacher, 'Sam Okafor');
      return school;
    },
    clone: (school) => school.clone(),
    tries: EVERY_CALL_BUT_REPEATED_READS,
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => void school.beat(),
    invariant: (school, where) => {
      expect({ ...facts(school, where), mails: school.mailTo(school.people.networkManager).length }).toEqual({
        ...{ where, signed: 1, lines: 1, events: 1, history: 'unbroken' },
        mails: 1,
      });
    },
  });
  expect(trials).toBeGreaterThan(150);
});

test('A2: whichever call of an approval fails, pressing again gives one approval, one line, one copy, one unbroken history', () => {
  let signature = '';
  const trials = faultSweep<SchoolUnderTest>({
    arrange: () => {
      const signed = signedByTheTeacher();
      signature = signed.signature;
      return signed.school;
    },
    clone: (school) => school.clone(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.networkManager, 'countersign', press([signature]), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      school.as(school.people.networkManager).get('countersign', press([signature]));
      school.beat();
    },
    invariant: (school, where) => {
      const approvals = events(school, 'agreement approved').length;
      expect({
        ...facts(school, where),
        approvals,
        states: register(school).map((line) => line[REGISTER.state]),
        copies: copies(school, school.people.teacher).length,
      }).toEqual({
        ...{ where, signed: 1, lines: 1, events: 1, history: 'unbroken' },
        ...{ approvals: 1, states: ['approved'], copies: 1 },
      });
    },
  });
  expect(trials).toBeGreaterThan(100);
});
