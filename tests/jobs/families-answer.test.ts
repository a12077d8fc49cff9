import { describe, expect, test } from '@jest/globals';
import type { Workspace } from '../../local/workspace/workspace.ts';
import {
  codeOf,
  familySigns,
  filledInBy,
  formInUse,
  noToFirst,
  PERMISSIONS,
  payloadsOf,
  promises,
  putIntoUse,
  recordsOf,
  stateOf,
  yesToAll,
} from '../support/agreement-forms.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const [WEBSITE = '', PRESS = ''] = ['images-website', 'images-press'];

/** A school whose parents' and youngest pupils' agreements are in use, with a third child for the Khans. */
function aFamilySchool(): SchoolUnderTest {
  const school = aSchool();
  const { workspace, people } = school;
  workspace.people.add({
    email: 'zara.khan@quillhaven.example',
    givenName: 'Zara',
    familyName: 'Khan',
    record: { role: 'pupil', jobTitle: '', className: '5B', parentOf: [] },
  });
  for (const parent of [people.parent, people.secondParent]) workspace.people.find(parent)?.record?.parentOf.push('zara.khan@quillhaven.example');
  school.as(people.office).get('importRoll', { csv: rollOf(workspace) });
  putIntoUse(school, 'parent', 'ks1');
  return school;
}

/** The list of people as the office would export it. */
function rollOf(workspace: Workspace): string {
  const rows = workspace.people
    .all()
    .flatMap(({ email, givenName, familyName, record }) =>
      record ? [[email, givenName, familyName, record.role, record.className, record.jobTitle, record.parentOf.join('; ')]] : [],
    );
  return [['email', 'given name', 'family name', 'role', 'class', 'job title', 'parent of'], ...rows]
    .map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\r\n`)
    .join('');
}

const child = (givenName: string) => `${givenName}.khan@quillhaven.example`;

/** `yes`, `no` or `not said`, with `differs` where two parents do. */
function consent(school: SchoolUnderTest, email: string, permission: string): string {
  const row = recordsOf(school, 'Consents').find((each) => each['Child'] === email && each['Permission'] === permission);
  return row ? [row['Value'], ...(row['Differs'] === 'yes' ? ['differs'] : [])].join(', ') : 'not said';
}

function answers(school: SchoolUnderTest): string[] {
  return recordsOf(school, 'Signatures').map((row) => `${row['Email']} (${row['Address']}): ${row['State']}`);
}

describe('parents', () => {
  test('A8: the personal link fills in the code and nothing else, and leads to the form that is in use', () => {
    const school = aFamilySchool();
    const form = formInUse(school, 'parent', 'family');
    const link = form.prefill.replace('CODE-GOES-HERE', codeOf(school, school.people.parent));
    expect(link.startsWith(school.workspace.forms.publishedUrl(form))).toBe(true);
    expect(filledInBy(form, link)).toEqual({ Code: codeOf(school, school.people.parent) });
    expect(filledInBy(formInUse(school, 'ks1', 'promises'), formInUse(school, 'ks1', 'promises').prefill)).toEqual({ Code: 'CODE-GOES-HERE' });
  });

  test('A8: a parent with three children signs once by the link; each child has its own yes and no', () => {
    const school = aFamilySchool();
    const { parent } = school.people;
    familySigns(school, {
      code: codeOf(school, parent),
      children: [{ name: 'Amira Khan', className: '3A', allowed: [WEBSITE] }, { name: 'yusuf khan', allowed: PERMISSIONS }, { name: 'Khan, Zara' }],
    });
    school.pass(5);
    expect(answers(school)).toEqual([`${parent} (by the code we mailed): signed`]);
    expect(['amira', 'yusuf', 'zara'].map((name) => stateOf(school, 'parent', child(name)))).toEqual(['signed', 'signed', 'signed']);
    expect(['amira', 'yusuf', 'zara'].map((name) => [consent(school, child(name), WEBSITE), consent(school, child(name), PRESS)])).toEqual([
      ['yes', 'no'],
      ['yes', 'yes'],
      ['no', 'no'],
    ]);
    expect(recordsOf(school, 'Consents')).toHaveLength(3 * PERMISSIONS.length);
    expect(school.mailTo(school.people.networkManager)).toEqual([]);
  });

  test('A8: without the link a parent is known by an address the school has, and the register says that it was typed', () => {
    const school = aFamilySchool();
    familySigns(school, { address: school.people.secondParent.toUpperCase(), children: [{ name: 'Zara' }] }, 'Imran Khan');
    school.pass(5);
    expect(answers(school)).toEqual([`${school.people.secondParent} (typed): signed`]);
    expect(stateOf(school, 'parent', child('zara'))).toBe('signed');
  });

  test('A8: a name that fits none of their children is for the office to settle; the others count at once', () => {
    const school = aFamilySchool();
    familySigns(school, {
      code: codeOf(school, school.people.parent),
      children: [
        { name: 'Amira Khan', allowed: [WEBSITE] },
        { name: 'Joe Khan', allowed: PERMISSIONS },
      ],
    });
    school.pass(5);
    expect(answers(school)).toEqual([`${school.people.parent} (by the code we mailed): to be settled`]);
    expect(stateOf(school, 'parent', child('amira'))).toBe('signed');
    expect(consent(school, child('amira'), WEBSITE)).toBe('yes');
    expect(recordsOf(school, 'Consents')).toHaveLength(PERMISSIONS.length);
    const told = school.mailTo(school.people.officeManager);
    expect(told.map(({ subject }) => subject)).toEqual(['Handrail: parents’ answers must be settled']);
    expect(told[0]?.text).toContain('?page=settle');
    expect(JSON.stringify(told)).not.toMatch(/khan|amira|joe/i);
  });

  test('A8: whoever names another family’s child learns nothing, and nothing is recorded about that child', () => {
    const school = aFamilySchool();
    const other = school.workspace.people.all().find(({ record, familyName }) => record?.role === 'pupil' && familyName !== 'Khan');
    if (!other) throw new Error('the school has one family only');
    const theirs = { name: `${other.givenName} ${other.familyName}`, className: other.record?.className ?? '', allowed: PERMISSIONS };
    const form = formInUse(school, 'parent', 'family');
    const told = () => [form.confirmationMessage, form.published, form.acceptingResponses];
    const before = told();
    familySigns(school, { code: codeOf(school, school.people.parent), children: [theirs] });
    familySigns(school, { address: school.people.secondParent, children: [theirs] });
    familySigns(school, { children: [theirs] }, 'A Stranger');
    school.pass(5);
    expect(recordsOf(school, 'Signatures').map((row) => row['State'])).toEqual(['to be settled', 'to be settled', 'to be settled']);
    expect([recordsOf(school, 'Consents'), recordsOf(school, 'Standings')]).toEqual([[], []]);
    expect(told()).toEqual(before);
    // What everybody is told is the same whatever was answered.
    expect(form.confirmationMessage).not.toMatch(/child|match|found|settle/i);
  });

  test.each([
    [['images-website'], [], 'no, differs'],
    [[], ['images-website'], 'no, differs'],
    [['images-website'], ['images-website'], 'yes'],
  ])('A8: when one parent allows %j and the other %j, the website is: %s', (mother, father, wanted) => {
    const school = aFamilySchool();
    const { parent, secondParent } = school.people;
    familySigns(school, { code: codeOf(school, parent), children: [{ name: 'Amira', allowed: mother }] });
    familySigns(school, { code: codeOf(school, secondParent), children: [{ name: 'Amira', allowed: father }] }, 'Imran Khan');
    school.pass(5);
    expect(consent(school, child('amira'), WEBSITE)).toBe(wanted);
    expect(stateOf(school, 'parent', child('amira'))).toBe('signed');
    expect(payloadsOf<{ standings: unknown[] }>(school, 'agreement signed').map(({ standings }) => standings.length)).toEqual([1, 0]);
  });

  test('A8: a parent takes a consent back by sending the form again', () => {
    const school = aFamilySchool();
    const code = codeOf(school, school.people.parent);
    familySigns(school, { code, children: [{ name: 'Amira', allowed: PERMISSIONS }] });
    school.pass(5);
    familySigns(school, { code, children: [{ name: 'Amira', allowed: [PRESS] }] });
    school.pass(5);
    expect([consent(school, child('amira'), WEBSITE), consent(school, child('amira'), PRESS)]).toEqual(['no', 'yes']);
  });

  test('A8: nothing is chosen beforehand, and each question must be answered for each child', () => {
    const school = aFamilySchool();
    const form = formInUse(school, 'parent', 'family');
    const who = { 'Your full name': 'Nadia Khan', 'Your relationship to the children': 'Mother', ...yesToAll(form), Signature: 'Nadia Khan' };
    const one = { 'Child 1 / Full name of the child': 'Amira', 'Child 1 / Do you have another child at the school?': 'No, that is all' };
    const rows = PERMISSIONS.map((_, index) => (index === 2 ? null : 'Yes'));
    expect(() => school.answerForm(form.id, '', { ...who, ...one })).toThrow('must be answered');
    expect(() => school.answerForm(form.id, '', { ...who, ...one, 'Child 1 / Yes or no for this child': rows })).toThrow('needs an answer in each row');
  });

  test('A8: a parent who does not agree says so once for all of their children; a stranger’s no touches nobody', () => {
    const school = aFamilySchool();
    const form = formInUse(school, 'parent', 'family');
    const no = (code?: string) =>
      school.answerForm(form.id, '', {
        ...{ 'Your full name': 'Nadia Khan', 'Your relationship to the children': 'Mother', 'Why not? You need not say.': 'No pictures at all.' },
        ...noToFirst(form),
        ...(code ? { Code: code } : {}),
      });
    no();
    no(codeOf(school, school.people.parent));
    school.pass(5);
    expect(recordsOf(school, 'Signatures').map((row) => [row['State'], row['Standings']?.split('\n').filter((key) => key !== '').length])).toEqual([
      ['declined', 0],
      ['declined', 3],
    ]);
    expect(recordsOf(school, 'Standings').map((row) => row['State'])).toEqual(['declined', 'declined', 'declined']);
  });
});

describe('the youngest', () => {
  test('A5: ten promises ticked, the trusted adults named, the parent signs; the child’s standing follows', () => {
    const school = aFamilySchool();
    const { parent, youngPupil } = school.people;
    promises(school, { name: 'Yusuf Khan', className: '1A' }, { code: codeOf(school, parent) });
    school.pass(5);
    expect(recordsOf(school, 'Standings')).toMatchObject([{ Person: youngPupil, Name: 'Yusuf Khan', Group: '1A', State: 'signed' }]);
    const [signed] = payloadsOf<{ role: string; children: { trustedAtSchool: string; trustedAtHome: string }[] }>(school, 'agreement signed');
    expect(signed).toMatchObject({ role: 'mum', children: [{ trustedAtSchool: 'Miss Cartwright', trustedAtHome: 'Gran' }] });
  });

  test('A5: nine promises are not ten', () => {
    const school = aFamilySchool();
    const form = formInUse(school, 'ks1', 'promises');
    const ticks = form.items.find(({ type }) => type === 'CHECKBOX');
    expect(ticks?.choices).toHaveLength(10);
    ticks?.choices?.pop();
    expect(() => promises(school, { name: 'Yusuf Khan' }, {})).toThrow('Please tick all of them.');
  });

  test('A5: a parent who will not sign says so before the promises', () => {
    const school = aFamilySchool();
    const form = formInUse(school, 'ks1', 'promises');
    school.answerForm(form.id, '', {
      ...{ 'Full name of the child': 'Yusuf', 'Your full name (the grown-up)': 'Nadia Khan', 'Who are you to the child? (mum, dad, carer …)': 'mum' },
      ...{ 'Your e-mail address': school.people.parent, ...noToFirst(form), 'Why did you say no? You do not have to tell us.': 'We want no screens.' },
    });
    school.pass(5);
    expect(recordsOf(school, 'Standings')).toMatchObject([{ Person: school.people.youngPupil, State: 'declined', Note: 'We want no screens.' }]);
  });
});
