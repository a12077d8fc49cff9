import { describe, expect, test } from '@jest/globals';
import type { MyAgreement } from '../../src/agreements/asking/my-agreements.ts';
import type { SignedCopy } from '../../src/agreements/copies/signed-copy.ts';
import { aPress, declines, formInUse, payloadsOf, publishText, putIntoUse, recordsOf, signs, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** The register as people see it: each line by the headings of its columns. */
function register(school: SchoolUnderTest): Record<string, string>[] {
  const rows = school.sheet('register', 'Register');
  const at = rows.findIndex((row) => row[0] === 'Entry');
  const headings = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .filter((row) => (row[0] ?? '') !== '' && row[1] !== '')
    .map((row) => Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? ''])));
}

function mine(school: SchoolUnderTest, email: string): MyAgreement[] {
  return school.as(email).get<{ agreements: MyAgreement[] }>('home').agreements;
}

function signatures(school: SchoolUnderTest): string[] {
  return recordsOf(school, 'Signatures').map((row) => `${row['Email']}: ${row['State']}`);
}

/** A school in which a teacher has signed and the heartbeat has seen it. */
function signedByTheTeacher(): { school: SchoolUnderTest; signature: string } {
  const school = aSchool();
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  return { school, signature };
}

describe('signing', () => {
  test('A1, A11: a teacher signs; within five minutes the register says who, which version, and that approval is awaited', () => {
    const { school, signature } = signedByTheTeacher();
    expect(register(school)).toMatchObject([
      {
        ...{ Name: 'Sam Okafor', Group: 'Staff', State: 'awaiting approval', Version: '1', 'Account checked': 'not verified by Google', 'Approved by': '' },
        'Signed by': `Sam Okafor, ${school.people.teacher}`,
      },
    ]);
    expect(recordsOf(school, 'Signatures')).toMatchObject([{ 'Full name': 'Sam Okafor', Role: 'Teacher', Email: school.people.teacher }]);
    expect(mine(school, school.people.teacher)).toMatchObject([{ state: 'awaiting approval', formAddress: '', responseId: signature }]);
  });

  test('A1, A9: what was agreed to is kept word for word: every clause of the copy stood in the form', () => {
    const { school, signature } = signedByTheTeacher();
    const { sections } = school.as(school.people.teacher).get<SignedCopy>('readCopy', { signature });
    const clauses = sections.flatMap(({ first, clauses: own }) => own.map((clause, index) => `${first + index}. ${clause}`));
    expect(clauses.length).toBeGreaterThan(60);
    const shown = school
      .staffForm()
      .items.map((item) => item.helpText)
      .join('\n');
    for (const clause of clauses) expect(shown).toContain(clause);
  });

  test('A1: the form cannot be sent with a part left out', () => {
    const school = aSchool();
    const form = school.staffForm();
    const parts = form.items.filter(({ type }) => type === 'MULTIPLE_CHOICE');
    expect(parts.length).toBeGreaterThan(5);
    const all: Record<string, string> = { 'Full name': 'Sam Okafor', 'Job title': 'Teacher', Signature: 'Sam Okafor' };
    for (const { title, choices } of parts) all[title] = choices?.[0]?.value ?? '';
    for (const { title } of parts) {
      const { [title]: _, ...others } = all;
      expect(() => school.answerForm(form.id, school.people.teacher, others)).toThrow('must be answered');
    }
  });

  test('A3: a technician sees both agreements and signs both', () => {
    const school = aSchool();
    putIntoUse(school, 'technician');
    const { technician } = school.people;
    expect(mine(school, technician).map(({ state }) => state)).toEqual(['not signed yet', 'not signed yet']);
    signs(school, 'technician', technician, 'Callum Brodie');
    signs(school, 'staff', technician, 'Callum Brodie');
    school.pass(5);
    expect([stateOf(school, 'staff', technician), stateOf(school, 'technician', technician)]).toEqual(['awaiting approval', 'awaiting approval']);
    expect(mine(school, school.people.teacher)).toHaveLength(1);
  });

  test('A6: a pupil signs with their own account, and nobody has to approve it', () => {
    const school = aSchool();
    putIntoUse(school, 'ks2');
    const { pupil, networkManager } = school.people;
    expect(mine(school, pupil)).toMatchObject([{ state: 'not signed yet' }]);
    signs(school, 'ks2', pupil, 'Amira Khan');
    school.pass(5);
    expect(recordsOf(school, 'Standings')).toMatchObject([{ Name: 'Amira Khan', Group: '3A', State: 'signed' }]);
    expect(school.mailTo(networkManager)).toEqual([]);
    expect(mine(school, pupil)).toMatchObject([{ state: 'signed', formAddress: '' }]);
  });

  test('A4: a visitor without an account signs at reception; a governor by the address the school knows', () => {
    const school = aSchool();
    putIntoUse(school, 'visitor', 'governor');
    signs(school, 'visitor', school.people.visitor, 'Harold Finch', 'open');
    signs(school, 'governor', school.people.governor, 'Lucien Baptiste', 'open');
    // Somebody who types the head's address is not the head.
    signs(school, 'governor', school.people.head, 'Ruth Adeyemi', 'open');
    school.pass(5);
    const lines = recordsOf(school, 'Standings').map((row) => [row['Person']?.replace(/^guest:.*/, 'guest'), row['Name'], row['Group'], row['State']]);
    expect(lines).toEqual([
      [school.people.visitor, 'Harold Finch', 'Visitors', 'awaiting approval'],
      [school.people.governor, 'Lucien Baptiste', 'Governors', 'awaiting approval'],
      ['guest', 'Ruth Adeyemi', 'Governors', 'awaiting approval'],
    ]);
    expect(recordsOf(school, 'Signatures').map((row) => row['Address'])).toEqual(['typed', 'typed', 'typed']);
  });

  test('A4: people without an account reach the open form alone, and pupils no adults’ agreement', () => {
    const school = aSchool();
    putIntoUse(school, 'visitor');
    const refused = (kind: 'account' | 'open') => school.workspace.forms.refusalFor(formInUse(school, 'visitor', kind), '');
    expect([refused('account')?.reason, refused('open')]).toEqual(['sign-in', null]);
    signs(school, 'staff', school.people.pupil, 'Amira Khan');
    school.pass(5);
    expect(recordsOf(school, 'Standings')).toEqual([]);
    expect(school.mailTo(school.people.networkManager)).toEqual([]);
  });

  test('A1: last year’s form is signed again when the year’s round asks for it', () => {
    const { school } = signedByTheTeacher();
    const { teacher, networkManager, businessManager } = school.people;
    const [{ responseId = '' } = {}] = mine(school, teacher);
    school.as(businessManager).get('countersign', { key: aPress(), responseIds: [responseId], accessEnds: '', seenInPerson: false });
    school.as(networkManager).get('startRound', { key: aPress(), why: 'year', agreements: ['staff'], due: '2026-09-21' });
    school.pass(10);
    expect(mine(school, teacher)).toMatchObject([{ state: 'to be signed by 21/09/2026', formAddress: expect.stringContaining('viewform') }]);
    const again = school.sign(teacher, 'Sam Okafor');
    school.pass(5);
    expect(mine(school, teacher)).toMatchObject([{ state: 'awaiting approval', responseId: again }]);
    expect(signatures(school)).toEqual([`${teacher}: approved`, `${teacher}: awaiting approval`]);
  });
});

describe('saying no', () => {
  test('A11: a no is recorded with its reason, and goes to nobody for approval', () => {
    const school = aSchool();
    const { teacher, networkManager } = school.people;
    declines(school, 'staff', teacher, 'Sam Okafor', 'The clause about phones.');
    school.pass(5);
    expect(recordsOf(school, 'Signatures')).toMatchObject([{ State: 'declined', Reason: 'The clause about phones.', 'Full name': 'Sam Okafor' }]);
    expect(mine(school, teacher)).toMatchObject([{ state: 'you did not agree', formAddress: expect.stringContaining('viewform') }]);
    expect(school.mailTo(networkManager)).toEqual([]);
  });

  test('A11: whoever said no thinks again and signs; a no afterwards is the last word, and cannot be approved', () => {
    const school = aSchool();
    const { teacher } = school.people;
    declines(school, 'staff', teacher, 'Sam Okafor');
    school.pass(5);
    school.sign(teacher, 'Sam Okafor');
    school.pass(5);
    expect(stateOf(school, 'staff', teacher)).toBe('awaiting approval');
    declines(school, 'staff', teacher, 'Sam Okafor');
    school.pass(5);
    expect(stateOf(school, 'staff', teacher)).toBe('declined');
    expect(signatures(school)).toEqual([`${teacher}: declined`, `${teacher}: awaiting approval`, `${teacher}: declined`]);
  });
});

describe('answers late, double and strange', () => {
  test('A2: those who approve get one mail that names nobody; neither the next beat nor the next signature sends another', () => {
    const { school } = signedByTheTeacher();
    school.sign(school.people.secondTeacher, 'Hannah Lindqvist');
    school.pass(30);
    for (const approver of [school.people.networkManager, school.people.businessManager]) {
      const mails = school.mailTo(approver);
      expect(mails).toHaveLength(1);
      expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/Sam|Okafor|sam\.okafor/);
      expect(mails[0]?.text).toContain('?page=approve');
    }
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
    expect(recordsOf(school, 'Standings')).toHaveLength(1);
    form.responses.push(late);
    school.pass(15);
    const names = recordsOf(school, 'Standings').map((row) => row['Name']);
    expect(names.sort()).toEqual(['Hannah Lindqvist', 'Sam Okafor']);
    expect(payloadsOf(school, 'agreement signed')).toHaveLength(2);
  });

  test('A11: somebody who sends the form twice has signed once; both answers are kept', () => {
    const school = aSchool();
    school.sign(school.people.teacher, 'Sam Okafor');
    school.sign(school.people.teacher, 'Sam Okafor');
    school.pass(5);
    expect(signatures(school)).toEqual([`${school.people.teacher}: awaiting approval`, `${school.people.teacher}: signed`]);
    expect(register(school)).toHaveLength(1);
  });

  test('A11: a whole year group that signs in one lesson is on record after some beats, each of them short; nobody is lost or doubled', () => {
    const school = aSchool();
    putIntoUse(school, 'ks2');
    const pupils = school.workspace.people.all().filter(({ record }) => record?.role === 'pupil' && /^[3-6]/.test(record.className));
    expect(pupils.length).toBe(240);
    for (const { email, givenName, familyName } of pupils) signs(school, 'ks2', email, `${givenName} ${familyName}`);
    const beats = Array.from({ length: 8 }, () => {
      const run = school.beat();
      school.workspace.clock.pass(5 * 60_000);
      return run;
    });
    expect(beats.every(({ ok }) => ok)).toBe(true);
    expect(Math.max(...beats.map(({ ms }) => ms))).toBeLessThan(75_000);
    expect(recordsOf(school, 'Standings').map((row) => row['State'])).toEqual(pupils.map(() => 'signed'));
    expect(payloadsOf(school, 'agreement signed')).toHaveLength(240);
    expect(school.history()).toBe('unbroken');
  });

  test('A11: what somebody types as their name is kept as text, and however long it is, it keeps nobody else waiting', () => {
    const school = aSchool();
    school.sign(school.people.secondTeacher, '=IMPORTXML("https://example.org","//a")');
    school.sign(school.people.teachingAssistant, 'x'.repeat(60_000), 'y'.repeat(60_000));
    school.sign(school.people.teacher, 'Sam Okafor');
    school.pass(5);
    expect(register(school)).toHaveLength(3);
    const names = recordsOf(school, 'Signatures').map((row) => row['Full name']);
    expect(names).toEqual(expect.arrayContaining(['=IMPORTXML("https://example.org","//a")', `${'x'.repeat(200)}…`, 'Sam Okafor']));
  });
});

// ---- a form changed by hand ----

/** The role account opens the form's editor and makes a clause harmless. */
function changeByHand(school: SchoolUnderTest): void {
  const part = school.staffForm().items.find((item) => item.type === 'PAGE_BREAK');
  if (!part) throw new Error('the form has no clauses');
  part.helpText = 'I may do as I like.';
}

function step(school: SchoolUnderTest, id: string): string | undefined {
  const { steps } = school.as(school.people.office).get<{ steps: { id: string; state: string }[] }>('readSetUp');
  return steps.find((each) => each.id === id)?.state;
}

describe('a form that was changed by hand', () => {
  test.each<[what: string, change: (school: SchoolUnderTest) => void]>([
    ['whose text was changed', changeByHand],
    [
      'on which a part need not be answered any more',
      (school) => {
        for (const item of school.staffForm().items) if (item.type === 'MULTIPLE_CHOICE') item.required = false;
      },
    ],
    [
      'on which a no leads on as a yes does',
      (school) => {
        for (const item of school.staffForm().items) for (const choice of item.choices ?? []) choice.goTo = 'CONTINUE';
      },
    ],
    [
      'that has stopped to note addresses',
      (school) => {
        school.staffForm().emailCollection = 'DO_NOT_COLLECT';
      },
    ],
  ])('A13: what is signed on one %s does not count; those who approve are told why, and the set-up page shows it', (_, change) => {
    const school = aSchool();
    change(school);
    const signature = school.sign(school.people.teacher, 'Sam Okafor');
    school.pass(10);
    expect(recordsOf(school, 'Signatures').map((row) => row['State'])).toEqual(['form was changed']);
    expect(recordsOf(school, 'Standings')).toEqual([]);
    const press = { key: aPress(), responseIds: [signature], accessEnds: '', seenInPerson: false };
    expect(school.as(school.people.networkManager).call('countersign', press)).toMatchObject({ ok: false, code: 'form-was-changed' });
    expect(school.mailTo(school.people.networkManager).map(({ text }) => text)).toEqual([expect.stringContaining('changed by hand')]);
    expect(mine(school, school.people.teacher)).toMatchObject([{ state: 'not signed yet' }]);
    expect(step(school, 'agreement-staff')).toBe('to be mended');
  });

  test('A13: mending it makes a new version with the recorded text; the old form is closed, its answers are kept, and nobody signs again', () => {
    const school = aSchool();
    const { teacher, secondTeacher, office } = school.people;
    const changed = school.staffForm();
    const before = school.sign(secondTeacher, 'Hannah Lindqvist');
    school.pass(5);
    const original = school.as(secondTeacher).get<SignedCopy>('readCopy', { signature: before }).sections;
    changeByHand(school);
    school.sign(teacher, 'Sam Okafor');
    school.as(office).get('makeStep', { id: 'agreement-staff' });
    expect(step(school, 'agreement-staff')).toBe('there');
    expect(changed.acceptingResponses).toBe(false);
    expect(school.staffForm().id).not.toBe(changed.id);

    const again = school.sign(teacher, 'Sam Okafor');
    school.pass(5);
    expect(signatures(school)).toEqual([`${secondTeacher}: awaiting approval`, `${teacher}: form was changed`, `${teacher}: awaiting approval`]);
    expect(school.as(teacher).get<SignedCopy>('readCopy', { signature: again }).sections).toEqual(original);
    expect(mine(school, secondTeacher)).toMatchObject([{ state: 'awaiting approval' }]);
  });

  test('A13: after a material change a signature is superseded at once, and the page says so', () => {
    const { school } = signedByTheTeacher();
    const text = { title: 'Ours', audience: 'staff' as const, alsoFor: [], introduction: '', permissions: [], signatureFields: [] };
    publishText(school, 'staff', { ...text, sections: [{ heading: 'All', asks: 'agree', clauses: ['I lock my screen.'] }] });
    expect(mine(school, school.people.teacher)).toMatchObject([
      { title: 'Ours', state: 'changed, to be signed again', formAddress: expect.stringContaining('viewform') },
    ]);
  });
});

// ---- whatever fails ----

/** Of calls that only read one question after the other, the first of each kind stands for all. */
const EVERY_CALL_BUT_REPEATED_READS = (call: string, isFirst: boolean) => isFirst || !/^(Item|ItemResponse|FormResponse|\w+Item|Choice)\./.test(call);
/** A no is read as a signature is: only what is kept of it is another thing. */
const WHAT_IS_KEPT = (call: string) => /^(Sheets|Properties)\./.test(call);

test.each<
  [what: string, answer: (school: SchoolUnderTest) => void, action: string, state: string, mails: number, tries: (call: string, isFirst: boolean) => boolean]
>([
  ['a signature', (school) => void school.sign(school.people.teacher, 'Sam Okafor'), 'agreement signed', 'awaiting approval', 1, EVERY_CALL_BUT_REPEATED_READS],
  ['a no', (school) => void declines(school, 'staff', school.people.teacher, 'Sam Okafor'), 'agreement declined', 'declined', 0, WHAT_IS_KEPT],
])(
  'A11: whichever call of the heartbeat fails, %s is recorded once, with one line, one mail at most and one unbroken history',
  (_, answer, action, state, mails, tries) => {
    faultSweep<SchoolUnderTest>({
      arrange: () => {
        const school = aSchool();
        answer(school);
        return school;
      },
      clone: (school) => school.another(),
      tries,
      operation: (school, faults) => school.beat(faults),
      meanwhile: (school) => void school.beat(),
      recover: (school) => void school.beat(),
      invariant: (school, where) => {
        const found = {
          ...{ where, events: payloadsOf(school, action).length, state: stateOf(school, 'staff', school.people.teacher) },
          ...{ lines: register(school).length, mails: school.mailTo(school.people.networkManager).length, history: school.history() },
        };
        expect(found).toEqual({ where, events: 1, state, lines: 1, mails, history: 'unbroken' });
      },
    });
  },
);
