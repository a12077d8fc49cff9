import { describe, expect, test } from '@jest/globals';
import { type FoundAgreement, findAgreements } from '../../src/agreements/import/import.ts';
import { whyNothing } from '../../src/agreements/import/import-why.ts';

/** Documents as schools have them, all invented. */

function only(document: string): FoundAgreement {
  const found = findAgreements(document);
  expect(found.map(({ title }) => title)).toHaveLength(1);
  return found[0] as FoundAgreement;
}

function messages({ warnings }: FoundAgreement): string[] {
  return warnings.map(({ message }) => message);
}

const SIGNED = 'Signature: ________ Date: ________';

describe('A10: text taken from a PDF', () => {
  const header = 'Quillhaven Primary School – Online Safety Policy';
  const PDF = [
    `${header}
Contents
1. Filtering ....................... 2
Appendix A: Staff agreement ........ 3
Appendix B: Visitor agreement ...... 4
Page 1 of 4`,
    `${header}
1. Filtering
The school filters what pupils can open. All members of staff sign the Staff
agreement before they are given an account.

Signed: ____________ (Chair of Governors)
Date: ____________
Page 2 of 4`,
    `${header}
Appendix A: Staff agreement

1. I use the school's accounts for my work and keep my pass-
words to myself. I let nobody else use them.
2. I publish nothing about pupils or families in my own name, and keep what is
private apart from my professional
Page 3 of 4`,
    `${header}
life.
3. I tell the designated safeguarding lead on the same day about any worry for a
child's well-
being.

I have read this agreement and will keep to it.

Name ................ Signature ................ Date ................

For office use only
Account set up by ................ Date ................
Page 4 of 4`,
    `${header}
Appendix B: Visitor agreement
For visitors, contractors and supply teachers.

While I am at the school I will:
• use the guest network only;
• take no photographs.

I will not:
o ask pupils for their names
o connect devices of my own.

Full name (please print): ____________
Signature: ____________    Date: ____________
Page 5 of 5`,
  ].join('\n\f');
  const [staff, visitor] = findAgreements(PDF) as [FoundAgreement, FoundAgreement];

  test('an agreement split over two pages is whole again, and says what was left out', () => {
    expect(staff.title).toBe('Staff agreement');
    expect(staff.clauses).toEqual([
      "I use the school's accounts for my work and keep my passwords to myself. I let nobody else use them.",
      'I publish nothing about pupils or families in my own name, and keep what is private apart from my professional life.',
      "I tell the designated safeguarding lead on the same day about any worry for a child's well-being.",
      'I have read this agreement and will keep to it.',
    ]);
    expect(messages(staff)).toEqual([
      '“Page 3 of 4” looks like the header or footer of a page and is left out.',
      '“Quillhaven Primary School – Online Safety Policy” looks like the header or footer of a page and is left out.',
    ]);
  });

  test('the lines tell where it came from, as an editor counts them', () => {
    const lines = PDF.split('\n');
    expect(lines[staff.lines.from - 1]).toBe('Appendix A: Staff agreement');
    expect(lines[staff.lines.to - 1]).toMatch(/^Account set up by/);
    expect(staff.lines.clauses.map((line) => lines[line - 1]?.slice(0, 8))).toEqual(['1. I use', '2. I pub', '3. I tel', 'I have r']);
    expect(staff.lines.signatureFields).toHaveLength(staff.signatureFields.length);
  });

  test('what the office fills in is told apart from what the signer does', () => {
    expect(staff.signatureFields).toEqual(['Name', 'Signature', 'Date', 'For office use only: Account set up by', 'For office use only: Date']);
  });

  test('“I will not:” stands before everything that it forbids', () => {
    expect(visitor).toMatchObject({ audience: 'visitor', alsoFor: ['external', 'supply'], introduction: 'For visitors, contractors and supply teachers.' });
    expect(visitor.clauses).toEqual([
      'While I am at the school I will: use the guest network only;',
      'While I am at the school I will: take no photographs.',
      'I will not: ask pupils for their names',
      'I will not: connect devices of my own.',
    ]);
    expect(visitor.signatureFields).toEqual(['Full name (please print)', 'Signature', 'Date']);
  });

  test('a chair of governors who signs the policy signs no agreement', () => {
    expect(findAgreements(PDF)).toHaveLength(2);
  });

  test('two columns are read one after the other, never across', () => {
    const [english, welsh] = findAgreements(`Agreement for Key Stage 2 pupils

• I keep my password secret and tell it to        • Rwyf yn cadw fy nghyfrinair yn gyfrinachol
  nobody but my parents.                            ac yn ei ddweud wrth neb ond fy rhieni.
• I ask a teacher before I open a website         • Rwyf yn gofyn i athro cyn i mi agor gwefan
  that I do not know.                               nad wyf yn ei hadnabod.
• I tell an adult when something worries me.      • Rwyf yn dweud wrth oedolyn os wyf yn poeni.

Signature / Llofnod: ____________`) as [FoundAgreement, FoundAgreement];
    expect(english.clauses).toEqual([
      'I keep my password secret and tell it to nobody but my parents.',
      'I ask a teacher before I open a website that I do not know.',
      'I tell an adult when something worries me.',
    ]);
    expect(welsh.clauses[0]).toBe('Rwyf yn cadw fy nghyfrinair yn gyfrinachol ac yn ei ddweud wrth neb ond fy rhieni.');
    expect(messages(english)[0]).toMatch(/more than one language: these are the clauses in English/);
    expect(messages(welsh)[0]).toMatch(/in Welsh/);
  });
});

describe('A10: lists of every kind', () => {
  test.each([
    ['bullets', '•', '•', '•'],
    ['bullets without a space', '•', '•', '•'],
    ['letters o', 'o ', 'o ', 'o '],
    ['arrows', '➤ ', '➤ ', '➤ '],
    ['angle brackets', '> ', '> ', '> '],
    ['arabic numbers', '1. ', '2. ', '3. '],
    ['numbers in brackets', '(1) ', '(2) ', '(3) '],
    ['bare numbers', '1 ', '2 ', '3 '],
    ['numbers of sections', '4.1 ', '4.2 ', '4.3 '],
    ['roman numbers', '(i) ', '(ii) ', '(iii) '],
    ['capital roman numbers', 'I. ', 'II. ', 'III. '],
    ['letters', 'a) ', 'b) ', 'c) '],
    ['tick boxes', '☐ ', '☐ ', '☐ '],
    ['task lists', '- [ ] ', '- [ ] ', '- [x] '],
    ['pictures', '🔒 ', '🖐 ', '🙂 '],
    ['nothing but a tab', '\t', '\t', '\t'],
  ])('%s are left out and the clauses whole', (_, first, second, third) => {
    const { clauses } = only(`Staff agreement\n\n${first}I lock my screen.\n${second}I keep my password.\n${third}I tell the DSL.\n\n${SIGNED}`);
    expect(clauses).toEqual(['I lock my screen.', 'I keep my password.', 'I tell the DSL.']);
  });

  test('nested items belong to the clause they complete, and are clauses where they are sentences', () => {
    const { clauses } = only(`Staff agreement

- I keep data safe:
  o on paper,
  o on screen.
- I will not open attachments
    (a) from strangers, or
    (b) that I did not expect.
- I lock my screen.
  - I lock the room too.

${SIGNED}`);
    expect(clauses).toEqual([
      'I keep data safe: on paper; on screen.',
      'I will not open attachments from strangers, or; that I did not expect.',
      'I lock my screen.',
      'I lock the room too.',
    ]);
  });

  test('a number in the middle of a sentence begins no clause', () => {
    const { clauses } = only(`Staff agreement

1. I use the register as it stands in version
3. of the handbook and no other.
2. I lock my screen.
3. I tell the DSL.

${SIGNED}`);
    expect(clauses).toEqual(['I use the register as it stands in version 3. of the handbook and no other.', 'I lock my screen.', 'I tell the DSL.']);
  });

  test('an item that may be the rest of the one above is a clause with a warning', () => {
    const agreement = only(`Staff agreement\n\n- I publish no thoughts\n- and no pictures.\n- I lock my screen.\n- I tell the DSL.\n\n${SIGNED}`);
    expect(agreement.clauses).toHaveLength(4);
    expect(agreement.warnings).toEqual([{ line: 4, message: 'This may be the rest of the clause before it.' }]);
  });

  test('headings with numbers are no clauses', () => {
    const agreement = only(`Staff code of conduct

1. Passwords
1.1 I choose strong passwords.
1.2 I tell them to nobody.
2. Mail
2.1 I use my school address.
3. Declaration
I have read and understood this code.

Print name:            Signed:            Date:`);
    expect(agreement.clauses).toEqual([
      'I choose strong passwords.',
      'I tell them to nobody.',
      'I use my school address.',
      'I have read and understood this code.',
    ]);
    expect(agreement.signatureFields).toEqual(['Print name', 'Signed', 'Date']);
    expect(agreement.warnings).toEqual([
      { line: 3, message: 'The heading “Passwords” is left out.' },
      { line: 6, message: 'The heading “Mail” is left out.' },
      { line: 8, message: 'The heading “Declaration” is left out.' },
    ]);
  });

  test('undertakings that no bullet marks are clauses, broken lines joined', () => {
    const { clauses } = only(`Staff agreement

I use the school's systems for my work and never for anything that would
bring the school into disrepute.
I tell the safeguarding lead on the same day about any worry that I have for
a child.
It is my responsibility to know the policy.

${SIGNED}`);
    expect(clauses).toEqual([
      "I use the school's systems for my work and never for anything that would bring the school into disrepute.",
      'I tell the safeguarding lead on the same day about any worry that I have for a child.',
      'It is my responsibility to know the policy.',
    ]);
  });
});

describe('A10: tables', () => {
  test.each([
    ['tabs', 'I agree that\t✓\nI ask before I click\t☐\nI am kind to everyone\t☐\nI tell an adult\t☐'],
    ['tabs and empty cells', 'How I stay safe:\t✓\nI ask before I click\t\nI am kind to everyone\t\nI tell an adult\t'],
    ['Markdown', '| I agree that | ✓ |\n|---|:-:|\n| I ask before I click | ☐ |\n| I am kind to everyone | ☐ |\n| I tell an adult | ☐ |'],
    [
      'HTML in Markdown',
      '<table>\n<tr><th>Promise</th><th>Tick</th></tr>\n<tr><td>I ask before I click</td><td>☐</td></tr>\n<tr><td>I am kind to everyone</td><td>☐</td></tr>\n<tr><td>I tell an adult</td><td></td></tr></table>',
    ],
    ['numbers in a column of their own', '1\tI ask before I click\t☐\n2\tI am kind to everyone\t☐\n3\tI tell an adult\t☐'],
    ['spaces', 'I ask before I click          ☐\nI am kind to everyone         ☐\nI tell an adult               ☐'],
  ])('a tick table made of %s gives its statements', (_, table) => {
    const { clauses, audience } = only(`KS1 agreement\n\nMy name is ________\n\n${table}\n`);
    expect(audience).toBe('ks1');
    expect(clauses).toEqual(['I ask before I click', 'I am kind to everyone', 'I tell an adult']);
  });

  test('what a parent allows is listed, and asked for yes and no', () => {
    const agreement = only(`Parental consent form

Name of child: ________  Class: ____

\tYes\tNo
My child may use the internet in lessons\t\t
Pictures of my child may hang in the school\t\t
My child's first name may stand below them\t\t

I give permission for films of my child on the school website. ☐ Yes ☐ No
I understand that I can change my mind.

Signed (parent/carer): ________ Date: ____`);
    expect(agreement.audience).toBe('parent');
    expect(agreement.permissions).toEqual([
      'My child may use the internet in lessons',
      'Pictures of my child may hang in the school',
      "My child's first name may stand below them",
      'I give permission for films of my child on the school website.',
    ]);
    expect(agreement.clauses).toEqual([...agreement.permissions, 'I understand that I can change my mind.']);
  });

  test('a table of sixteen rows is no agreement, whatever its heading says', () => {
    const rows = Array.from({ length: 16 }, (_, index) => `Misuse of kind ${index + 1}\t✓\t\t✓\t`).join('\n');
    const document = `Acceptable use: sanctions\n\nIncident\tTeacher\tHead\tPolice\tParents\n${rows}\n\nSigned: ________ (Headteacher)`;
    expect(findAgreements(document)).toEqual([]);
    expect(whyNothing(document)).toMatch(/^No agreement was found\. “Acceptable use: sanctions” names an agreement but has no statements below it\./);
  });

  test('a table among the clauses that is no list is left out with a warning', () => {
    const agreement = only(`Staff agreement

- I lock my screen.
- I keep my password.

Use\tAt school\tAt home\tOn trips\tNever
Telephone\t\t✓\t✓\t
Camera\t✓\t\t✓\t

- I tell the DSL.

${SIGNED}`);
    expect(agreement.clauses).toHaveLength(3);
    expect(messages(agreement)).toEqual(['A table of 3 rows is no list of statements and is left out.']);
  });

  test('lines to sign may stand in a table', () => {
    const { signatureFields } = only(`Staff agreement\n\n- I lock.\n- I keep.\n- I tell.\n\n| Name | Signature | Date |\n|---|---|---|\n|  |  |  |\n`);
    expect(signatureFields).toEqual(['Name', 'Signature', 'Date']);
  });
});

describe('A10: several agreements, several signers', () => {
  test('rules on one page and the declaration below them are one agreement', () => {
    const agreement = only(`Student acceptable use agreement (Years 7 to 11)

• I keep my password safe.
• I respect other people's work.
• I know that my use is watched.

Student agreement form

Please complete the form.

I have read and understand the above and agree to it.

Name of student
Form
Signed
Date
Parent / carer countersignature`);
    expect(agreement).toMatchObject({ title: 'Student acceptable use agreement (Years 7 to 11)', audience: 'secondary', alsoFor: [] });
    expect(agreement.clauses).toHaveLength(4);
    expect(agreement.signatureFields).toEqual(['Name of student', 'Form', 'Signed', 'Date', 'Parent / carer countersignature']);
  });

  test('a preamble says for whom the agreement below it is', () => {
    const agreement = only(`Staff and volunteer acceptable use policy

This policy is intended to ensure:
• that staff and volunteers will be responsible users
• that systems are protected from misuse

Acceptable use agreement

I understand that I must use the systems responsibly.
• I will lock my screen.
• I will keep my password to myself.
• I will be polite.
• I will report what is wrong.
• I will ask when I do not know.
• I will keep to the law.

Name: ____
${SIGNED}`);
    expect(agreement).toMatchObject({ audience: 'staff', alsoFor: ['volunteer'], title: 'Staff and volunteer acceptable use policy' });
    expect(agreement.clauses).toHaveLength(7);
    expect(agreement.introduction).toContain('that systems are protected from misuse');
  });

  test('pupils and parents each sign their own part of a slip', () => {
    const agreement = only(`Pupil and parent acceptable use

Dear Parents,

Please read the rules with your child.

Parent/carer signature
We have discussed the rules with (child's name) and we agree to follow them.
Parent/carer signature
Date
Pupil signature
I agree to follow the rules.
Pupil signature
Class Date`);
    expect(agreement).toMatchObject({ audience: 'ks2', alsoFor: ['parent'] });
    expect(agreement.clauses).toHaveLength(2);
    expect(agreement.signatureFields).toEqual(["child's name", 'Parent/carer signature', 'Date', 'Pupil signature', 'Class', 'Date']);
  });

  test('a home-school agreement keeps what each side undertakes', () => {
    const agreement = only(`Home–school agreement

The school will:
• teach online safety
• tell parents about worries
Signed ________ (Headteacher)

Parents and carers will:
• talk with their child
Signed ________ (Parent/Carer)`);
    expect(agreement).toMatchObject({ audience: 'parent', signatureFields: ['Signed (Headteacher)', 'Signed (Parent/Carer)'] });
    expect(agreement.clauses).toEqual([
      'The school will: teach online safety',
      'The school will: tell parents about worries',
      'Parents and carers will: talk with their child',
    ]);
  });

  test('two agreements that share a page keep their own lines to sign', () => {
    const found = findAgreements(
      `Governors' agreement\n- I lock.\n- I keep.\n- I tell.\nSigned: ____\nTechnicians' agreement\n- I log.\n- I ask.\n- I test.\nSigned: ____\nDate: ____`,
    );
    expect(found.map(({ audience, signatureFields }) => [audience, signatureFields])).toEqual([
      ['governor', ['Signed']],
      ['technician', ['Signed', 'Date']],
    ]);
  });

  test('an agreement and its translation below it are two', () => {
    const found = findAgreements(`CYTUNDEB DISGYBLION CYFNOD ALLWEDDOL 2

Byddaf yn cadw fy nghyfrinair yn gyfrinachol.
Byddaf yn gofyn i athro cyn i mi ymweld â gwefan newydd.
Ni fyddaf yn rhannu lluniau heb ganiatâd.

Llofnod: ________ Dyddiad: ________

AGREEMENT FOR KEY STAGE 2 PUPILS

I will keep my password secret.
I will ask a teacher before I visit a new website.
I will not share pictures without permission.

Signature: ________ Date: ________`);
    expect(found.map(({ audience, clauses, signatureFields }) => [audience, clauses.length, signatureFields])).toEqual([
      ['ks2', 3, ['Llofnod', 'Dyddiad']],
      ['ks2', 3, ['Signature', 'Date']],
    ]);
  });

  test.each([
    [
      'line by line',
      '- I keep my password to myself.\n- Cadwaf fy nghyfrinair i mi fy hun.\n- I lock my screen when I leave.\n- Cloaf fy sgrin pan wyf yn gadael.\n- I tell the lead about any worry.\n- Dywedaf wrth yr arweinydd am unrhyw bryder.',
    ],
    [
      'in a table',
      '\tEnglish\tCymraeg\n1\tI keep my password to myself.\tCadwaf fy nghyfrinair i mi fy hun.\n2\tI lock my screen when I leave.\tCloaf fy sgrin pan wyf yn gadael.\n3\tI tell the lead about any worry.\tDywedaf wrth yr arweinydd am unrhyw bryder.',
    ],
    [
      'in other letters',
      '- I keep my password to myself.\n- I lock my screen when I leave.\n- I tell the lead about any worry.\n- أوافق على أن أحافظ على سرية كلمة المرور الخاصة بي دائما\n- أغلق الشاشة عندما أغادر الغرفة في المدرسة كل يوم وكل ساعة\n- أخبر المسؤول عن أي قلق بشأن طفل في المدرسة أو في البيت',
    ],
  ])('an agreement in two languages, %s, is one for each, never half mixed', (_, clauses) => {
    const [english, other] = findAgreements(`Staff agreement\n\n${clauses}\n\n${SIGNED}`) as [FoundAgreement, FoundAgreement];
    expect(english.clauses).toEqual(['I keep my password to myself.', 'I lock my screen when I leave.', 'I tell the lead about any worry.']);
    expect(other.clauses).toHaveLength(3);
    expect([english, other].every((agreement) => messages(agreement).some((message) => message.includes('more than one language')))).toBe(true);
  });
});

describe('A10: whom an agreement is for', () => {
  test.each([
    ['Staff, Governor and Visitor Agreement', 'staff', ['governor', 'visitor']],
    ['Supply and trainee teachers: agreement', 'supply', []],
    ['Technician agreement', 'technician', []],
    ['Agreement for professional photographers', 'photographer', []],
    ['External groups: agreement', 'external', []],
    ['Volunteers’ code of conduct', 'volunteer', []],
    ['KS1 agreement', 'ks1', []],
    ['Agreement for Years 3 to 6', 'ks2', []],
    ['Sixth form agreement', 'secondary', []],
    ['Class agreement', 'class', []],
    ['Oak Class: our charter', 'class', []],
    ['Parents’ agreement', 'parent', []],
    ['Key Stage 1 and Key Stage 2 pupil agreement', 'ks1', ['ks2']],
  ])('%s', (title, audience, alsoFor) => {
    const agreement = only(`${title}\n\n- I am kind.\n- I ask first.\n- I keep my word.\n\n${SIGNED}`);
    expect(agreement).toMatchObject({ title, audience, alsoFor, warnings: [] });
  });

  test('a pupil agreement without a key stage is for Key Stage 2, with a warning', () => {
    const agreement = only(`Pupil agreement\n\n- I am kind.\n- I ask first.\n- I keep my word.\n\n${SIGNED}`);
    expect(agreement).toMatchObject({ audience: 'ks2', warnings: [{ line: 1, message: expect.stringContaining('no key stage') }] });
  });

  test('a title of two lines is read as one', () => {
    const agreement = only(`Staff, Governor and Volunteer\nAcceptable Use Agreement\n\n- I lock.\n- I keep.\n- I tell.\n\n${SIGNED}`);
    expect(agreement).toMatchObject({ title: 'Staff, Governor and Volunteer Acceptable Use Agreement', alsoFor: ['governor', 'volunteer'] });
  });

  test.each([
    ['who signs', 'Acceptable use: reply slip\n\nI have read the rules with my child.\n\nSigned (parent or carer): ____', 'parent', []],
    ['how it speaks', 'Acceptable use agreement\n\n- I talk with my child.\n- I keep to age limits.\n- I ask the school.\n\nSigned: ____', 'parent', ['guess']],
    ['nothing', 'Acceptable use agreement\n\n- I lock.\n- I keep.\n- I tell.\n\nSigned: ____', 'staff', ['guess']],
  ])('where the title does not say it, %s does', (_, document, audience, warned) => {
    const agreement = only(document);
    expect(agreement.audience).toBe(audience);
    expect(messages(agreement)).toEqual(warned.map((word) => expect.stringContaining(word)));
  });
});

describe('A10: forms', () => {
  test('KS1: promises, trusted adults at school and at home, no line to sign', () => {
    const agreement = only(`Appendix 3: KS1 agreement

Name: ________

The grown-ups I trust are ________ at school and
________ with my family.

I ASK before I click
I AM kind to everyone
I TELL an adult when I am worried`);
    expect(agreement.signatureFields).toEqual(['Name', 'The grown-ups I trust are … at school', 'The grown-ups I trust are … with my family']);
    expect(agreement.clauses).toHaveLength(3);
    expect(messages(agreement)).toEqual(['It has no signature line: nobody signs it in the document.']);
  });

  test('a sentence to fill in is agreed to as well', () => {
    const { clauses, signatureFields } = only(
      `Pupil agreement for Year 6\n\nI, ____________, agree to the rules.\n- I am kind.\n- I ask first.\n\nSigned: ____`,
    );
    expect(clauses[0]).toBe('I, ____________, agree to the rules.');
    expect(signatureFields).toEqual(['I', 'Signed']);
  });

  test('the form of a class has its year above and its signature below', () => {
    const { signatureFields, audience } = only(
      `Pupil agreement\n\nPupils sign this class form together.\n\nClass: Year X\n\nDate: 2026-2027\n\n- I am kind.\n- I ask first.\n- I keep my word.\n\nSigned:`,
    );
    expect([audience, signatureFields]).toEqual(['class', ['Class', 'Date', 'Signed']]);
  });

  test('a form whose heading names no agreement is one when it is signed', () => {
    const agreement = only(
      `Visitors\n\nPlease read before you go online.\n\nI agree to use the guest network only.\nI agree to take no pictures.\nI will hand in my badge.\n\nName: ____ Organisation: ____\nSigned: ____`,
    );
    expect(agreement).toMatchObject({ title: 'Visitors', audience: 'visitor', signatureFields: ['Name', 'Organisation', 'Signed'] });
  });

  test('terms that nobody signs are found with a warning, because they are acknowledged (A9)', () => {
    const agreement = only(`Social networking: staff terms of use

- Sites must not be used to discuss pupils
- Staff should not befriend pupils
- Staff are not permitted to use their own accounts at work

Further reading

- The council's guidance
- The union's guidance`);
    expect(agreement.clauses).toHaveLength(3);
    expect(messages(agreement)).toEqual(['It has no signature line: nobody signs it in the document.']);
  });

  test('advice to the reader is found with its paragraphs, up to the next subject', () => {
    const agreement = only(`PROFESSIONAL RESPONSIBILITIES

For your own protection we advise that you:

Ensure that what you write fits your role.

- Do not talk about pupils.

You have a duty to report what is wrong.

Made with the help of the council, 2026

Stay safe

Information online can be wrong.`);
    expect(agreement.clauses).toEqual(['Ensure that what you write fits your role.', 'Do not talk about pupils.', 'You have a duty to report what is wrong.']);
    expect(agreement).toMatchObject({ audience: 'staff', introduction: 'For your own protection we advise that you:' });
  });
});

describe('A10: no agreement', () => {
  test.each([
    ['nothing', '', /There is no text in the document/],
    ['a scan', '\f\n  \f', /pictures of its pages only/],
    [
      'minutes',
      'Minutes\n\n- We met.\n- We talked.\n- We left.\n\nSignature: ____',
      /There are 3 bullets or statements but no heading that names an agreement/,
    ],
    [
      'a contents page',
      'Contents\n\nStaff agreement\t3\nPupil agreement\t4\nParent agreement\t5',
      /neither a heading that names an agreement nor a list of statements/,
    ],
    [
      'a contents page without numbers',
      'Contents\n\nStaff agreement\n\nPupil agreement\n',
      /“Staff agreement” and “Pupil agreement” name agreements but have no statements below them/,
    ],
    ['an empty form', 'Staff agreement\n\nName: ____\nSignature: ____', /“Staff agreement” names an agreement but has no statements below it/],
    [
      'a policy that its head signs',
      'Acceptable use policy\n\n- Filtering is reviewed.\n- Records are kept.\n- Training is given.\n\nSigned: ____ (Headteacher)',
      /is signed only by those who approve the document/,
    ],
    [
      'a policy about agreements',
      'Acceptable use agreements\n\n- They are discussed at the start of the year.\n- They are kept in files.\n- They are reviewed.',
      /tells how things are, not what somebody agrees to/,
    ],
    ['one line', 'Acceptable use of computers and telephones in our school', /one line: perhaps its line breaks were lost/],
    [
      'a letter',
      'Dear Parents,\n\nWe would like to tell you about our new rules.\n\nI am writing to ask for your help.\n\nSigned: ____ (Headteacher)',
      /neither a heading/,
    ],
    [
      'an incident form',
      'Incident record\n\n- Date and time\n- Who was there\n- What happened\n\nName: ____ Signature: ____ Date: ____',
      /no heading that names an agreement/,
    ],
  ])('%s: the message says what was seen', (_, document, message) => {
    expect(findAgreements(document)).toEqual([]);
    expect(whyNothing(document)).toMatch(message);
    expect(whyNothing(document)).toMatch(/^No agreement was found\. .*An agreement needs a heading that names it/);
  });

  test('of a document with an agreement there is nothing to explain', () => {
    expect(whyNothing(`Staff agreement\n\n- I lock.\n- I keep.\n- I tell.\n\n${SIGNED}`)).toBe('');
  });
});

describe('A10: hostile documents are data', () => {
  const clause = (text: string) => only(`Staff agreement\n\n- ${text}\n- I keep my password.\n- I tell the DSL.\n\n${SIGNED}`);

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("https://evil.example","sign here")',
    '+1+cmd|’ /C calc’!A0',
    '@SUM(A1:A9)',
    '{{7*7}} $(id) %s \\0 `rm -rf`',
    "Robert'); DROP TABLE Signatures;--",
    '\u202eright to left',
    'I keep 🔒 safe',
    '</table><table>',
  ])('%s stays the text it is', (text) => {
    expect(clause(text).clauses).toEqual([text, 'I keep my password.', 'I tell the DSL.']);
  });

  test('a clause of five thousand letters is whole, with a warning', () => {
    const long = `I ${'promise and '.repeat(420)}promise.`;
    const agreement = clause(long);
    expect(agreement.clauses[0]).toBe(long);
    expect(agreement.warnings).toEqual([{ line: 3, message: `This clause is ${long.length} characters long.` }]);
  });

  test('an empty section is pointed out', () => {
    const agreement = only(`Staff agreement\n\n- I lock.\n- I keep.\n\nMail\n\nTelephones\n\n- I tell.\n\n${SIGNED}`);
    expect(messages(agreement)).toEqual(['Nothing stands below the heading “Mail”.', 'The heading “Telephones” is left out.']);
  });

  test.each([
    ['a mark of its encoding', (text: string) => `\ufeff${text}`],
    ['mixed line ends', (text: string) => text.replace('\n', '\r\n').replace('\n\n', '\r\r')],
    ['line separators', (text: string) => text.replaceAll('\n', '\u2028')],
    ['zeros', (text: string) => text.replaceAll('I', '\u0000I')],
    ['hard spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['invisible spaces', (text: string) => text.replaceAll(' ', ' \u200b')],
    ['spaces at line ends', (text: string) => text.replaceAll('\n', '   \n')],
    ['letters drawn as one, soft hyphens', (text: string) => text.replace('minute', 'mi\u00adnute').replaceAll('fi', 'ﬁ')],
    ['every line apart', (text: string) => text.replaceAll('\n', '\n\n')],
  ])('%s changes nothing', (_, change) => {
    const document = 'Staff agreement\n\n- I lock my screen,\neven for a minute.\n- I keep my password.\n- I tell the DSL.\n\nSignature: ____\n';
    const agreement = only(change(document));
    expect(agreement.clauses).toEqual(['I lock my screen, even for a minute.', 'I keep my password.', 'I tell the DSL.']);
    expect(agreement.signatureFields).toEqual(['Signature']);
  });

  test('a document that is one line is read by its bullets', () => {
    const agreement = only('Staff agreement • I keep my password. • I lock my screen. • I tell the DSL. Signature: ____ Date: ____');
    expect(agreement).toMatchObject({ title: 'Staff agreement', lines: { from: 1, to: 1 }, signatureFields: ['Signature', 'Date'] });
    expect(agreement.clauses).toEqual(['I keep my password.', 'I lock my screen.', 'I tell the DSL.']);
  });
});
