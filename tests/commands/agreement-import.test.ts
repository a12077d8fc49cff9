import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { jsPDF } from 'jspdf';
import { agreementImport } from '../../scripts/commands/agreement-import.ts';
import type { FoundAgreement } from '../../src/agreements/import/import.ts';
import { wordPolicy } from '../support/word.ts';

const TOP = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STAFF = `
Quillhaven Primary

Contents
Appendix 1: Staff acceptable use agreement	4

Appendix 1: Staff acceptable use agreement

This is for everybody who is paid by the school.

- I keep my password to myself.
- I lock my screen,
even for a minute.
* I tell the technician when a device is lost.

I have read the policy.

Full Name: _____ (printed)
Signature: _____ Date: _____

Authorised by the head
Full Name: _____ (printed)
Signature: _____ Date: _____
`;

const PARENTS = `Parent and pupil agreement

- I talk with my child.
- I give permission for pictures.
At home
- I keep to age limits.

Signed: ____
`;

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const PDF_CLAUSES = [
  'I keep my password to myself and change it at once when somebody else may know it, whoever that may be and however it came about.',
  'I lock my screen whenever I leave a device.',
  'I tell the designated safeguarding lead on the same day about any worry that I have for a child, and promise no child a secret.',
  'I use the school’s accounts for the school’s work, and keep what I hold about people in the places that the school gives me for it.',
];
const ENGLISH = [
  'I keep my password secret and tell it to nobody but my parents.',
  'I ask a teacher before I open a website that I do not know.',
  'I tell an adult I trust when something worries me online.',
];
const WELSH = [
  'Rwyf yn cadw fy nghyfrinair yn gyfrinachol ac yn ei ddweud wrth neb ond fy rhieni.',
  'Rwyf yn gofyn i athro cyn i mi agor gwefan nad wyf yn ei hadnabod.',
  'Rwyf yn dweud wrth oedolyn os bydd rhywbeth yn fy mhoeni ar-lein.',
];

/** An invented policy of three pages: a staff agreement over two of them, then one for pupils with its translation beside it. */
function pdfPolicy(): Buffer {
  const pdf = new jsPDF();
  let y = 25;
  const list = (clauses: readonly string[], x: number, width: number) => {
    for (const clause of clauses) {
      pdf.text('•', x, y);
      for (const line of pdf.splitTextToSize(clause, width) as string[]) {
        pdf.text(line, x + 5, y);
        y += 5;
      }
    }
  };
  const page = (number: number) => {
    if (number > 1) pdf.addPage();
    pdf.setFontSize(11);
    pdf.text('Quillhaven Primary School: online safety', 20, 10);
    pdf.text(`Page ${number}`, 180, 287);
    y = 25;
  };
  page(1);
  pdf.text('Staff acceptable use agreement', 20, 18);
  list(PDF_CLAUSES.slice(0, 2), 20, 155);
  page(2);
  list(PDF_CLAUSES.slice(2), 20, 155);
  pdf.text('Full name: ______________________', 20, y + 10);
  pdf.text('Job title: ____________________', 110, y + 10);
  pdf.text('Signature: ______________________', 20, y + 20);
  pdf.text('Date: ____________________', 110, y + 20);
  page(3);
  pdf.text('Pupil agreement (Key Stage 2)', 20, 18);
  pdf.text('Cytundeb disgyblion (Cyfnod Allweddol 2)', 110, 18);
  list(ENGLISH, 20, 75);
  y = 25;
  list(WELSH, 110, 75);
  pdf.text('Signature / Llofnod: ____________________', 20, y + 10);
  return Buffer.from(pdf.output('arraybuffer'));
}

async function command(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await agreementImport(
    args,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

async function found(path: string): Promise<FoundAgreement[]> {
  return JSON.parse((await command(path, '--json')).said) as FoundAgreement[];
}

test('A10: the JSON holds title, audience, introduction, every clause, every line to fill in and where they stand', async () => {
  const path = file('staff.txt', STAFF);
  expect(await found(path)).toEqual([
    {
      title: 'Staff acceptable use agreement',
      audience: 'staff',
      alsoFor: [],
      introduction: 'This is for everybody who is paid by the school.',
      clauses: [
        'I keep my password to myself.',
        'I lock my screen, even for a minute.',
        'I tell the technician when a device is lost.',
        'I have read the policy.',
      ],
      signatureFields: [
        'Full Name (printed)',
        'Signature',
        'Date',
        'Authorised by the head: Full Name (printed)',
        'Authorised by the head: Signature',
        'Authorised by the head: Date',
      ],
      permissions: [],
      lines: { from: 7, to: 23, clauses: [11, 12, 14, 16], signatureFields: [18, 19, 19, 22, 23, 23] },
      warnings: [],
    },
  ]);
});

test('A10: without --json people read the same, with what to look at', async () => {
  const { code, said, complained } = await command(file('parents.txt', PARENTS));
  expect([code, complained]).toEqual([0, '']);
  expect(said).toBe(`Parent and pupil agreement (for: parent, ks2; lines 1 to 8)

  1. I talk with my child.
  2. I give permission for pictures.
  3. I keep to age limits.

Allowed or refused: I give permission for pictures.
Signed with: Signed
Look at line 1: It is for pupils but names no key stage: Key Stage 2 is assumed.
Look at line 5: The heading “At home” is left out.
`);
});

test('A10: the command line finds the command', async () => {
  expect(await throughTheProgram(file('staff.txt', STAFF))).toHaveLength(1);
});

async function throughTheProgram(path: string): Promise<FoundAgreement[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/handrail.ts', 'agreement', 'import', path, '--json'], {
    cwd: TOP,
  });
  return JSON.parse(stdout) as FoundAgreement[];
}

test.each([
  ['Windows line ends', Buffer.from(STAFF.replaceAll('\n', '\r\n'))],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${STAFF}`)],
  ['UTF-16', Buffer.from(`\ufeff${STAFF}`, 'utf16le')],
  ['an older program’s letters', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '\u0095 '), 'latin1')],
  ['Word’s own bullets', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '\uf0b7\t'))],
  ['bullets before bullets', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '- ➤ '))],
  ['numbers of sections', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '2.1 '))],
  ['Markdown', Buffer.from(STAFF.replace('\n\nAppendix 1', '\n\n## Appendix 1').replace('I keep', '**I keep**'))],
])('A10: a document with %s is read the same', async (_, content) => {
  const [agreement] = await found(file('variant.txt', content));
  expect(agreement?.title).toBe('Staff acceptable use agreement');
  expect(agreement?.clauses.slice(0, 2)).toEqual(['I keep my password to myself.', 'I lock my screen, even for a minute.']);
  expect(agreement?.signatureFields).toHaveLength(6);
});

test('A10: a Word document is read with its lists and tables', async () => {
  const agreements = await found(file('policy.docx', wordPolicy()));
  expect(agreements.map(({ audience, clauses }) => [audience, clauses.length])).toEqual([
    ['staff', 3],
    ['visitor', 3],
    ['ks1', 3],
  ]);
});

test('A10: a page saved as HTML is read', async () => {
  const html = `<!doctype html><title>x</title><h2>Governors&rsquo; agreement</h2><ul><li>I lock.<li>I keep.<li>I tell &lt;soon&gt;.</ul><p>Signature: ____`;
  expect(await found(file('policy.html', html))).toMatchObject([{ title: 'Governors’ agreement', clauses: ['I lock.', 'I keep.', 'I tell <soon>.'] }]);
});

test('A10: a PDF is read, in columns and over pages', async () => {
  const agreements = await throughTheProgram(file('policy.pdf', pdfPolicy()));
  expect(agreements.map(({ title, audience }) => [title, audience])).toEqual([
    ['Staff acceptable use agreement', 'staff'],
    ['Pupil agreement (Key Stage 2)', 'ks2'],
    ['Cytundeb disgyblion (Cyfnod Allweddol 2)', 'ks2'],
  ]);
  const [staff, pupils, disgyblion] = agreements;
  expect(staff?.clauses).toEqual(PDF_CLAUSES);
  expect(staff?.signatureFields).toEqual(['Full name', 'Job title', 'Signature', 'Date']);
  expect(staff?.warnings.map(({ message }) => message)).toEqual([
    '“Page 1” looks like the header or footer of a page and is left out.',
    '“Quillhaven Primary School: online safety” looks like the header or footer of a page and is left out.',
  ]);
  expect(pupils?.clauses).toEqual(ENGLISH);
  expect(disgyblion?.clauses).toEqual(WELSH);
});

test('A10: a document without an agreement is not an error of ours: it says what was seen in it', async () => {
  const path = file('none.txt', 'Minutes\n\n- We met.\n- We talked.\n- We left.\n\nSignature: ____\n');
  expect(await command(path)).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(/^No agreement was found\. There are 3 bullets/) });
  expect(await command(path, '--json')).toMatchObject({ code: 1, said: '[]', complained: expect.stringContaining('No agreement') });
});

test.each([
  ['a file that is not there', () => join(folder, 'missing.txt'), /^There is no file .*missing\.txt\.$/],
  ['a folder', () => folder, /is a folder, not a file\.$/],
  ['a damaged Word document', () => file('damaged.docx', Buffer.from('504b030414000600', 'hex')), /cannot be read as a Word document .* save it anew/],
  ['a spreadsheet', () => file('policy.xlsx', Buffer.from('504b030414000600', 'hex')), /is a zipped file: a spreadsheet.*Save the document as \.docx/],
  ['an old Word document', () => file('policy.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /is an old Word document\. Save it as \.docx first/],
  ['a rich text', () => file('policy.rtf', '{\\rtf1 x}'), /is an RTF document\. Save it as/],
  ['a picture', () => file('scan.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')), /is not text\. Save the document as plain text/],
])('%s is refused in words', async (_, path, message) => {
  expect(await command(path(), '--json')).toEqual({ code: 2, said: '', complained: expect.stringMatching(message) });
});

test('a damaged PDF is refused in words', async () => {
  await expect(throughTheProgram(file('damaged.pdf', '%PDF-1.7\n…'))).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/cannot be read as a PDF .* Open it, copy its text/),
  });
});

test.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--jsn']]])('a command line that cannot be understood gets the usage: %j', async (args) => {
  expect(await command(...args)).toMatchObject({ code: 2, complained: expect.stringContaining('agreement import FILE [--json]') });
});

const POLICIES = resolve(TOP, '../shared/policies');

/** Real policies are not ours to ship: they are read where they are. What stands in them is counted here, not repeated. */
describe('A10: real policies', () => {
  type Counted = [title: string, audiences: string, clauses: number, fields: string[]];
  const block = ['Full Name (printed)', 'Job title', 'Signature', 'Date'];
  const POLICY_AGREEMENTS: [name: string, Counted[]][] = [
    [
      'burdett-coutts.txt',
      [
        ['Staff Acceptable Use', 'staff', 28, [...block, ...block.map((field) => `Authorised School Signature: ${field}`)]],
        ['KS1 Acceptable Use', 'ks1', 10, ['My name is', 'My trusted adults are … in school', 'My trusted adults are … at home']],
        ['KS2 Acceptable Use', 'ks2', 16 + 1, ['Signed', 'Date']],
        // What access is granted with its opening sentence, two paragraphs, three undertakings about images, six about social media.
        ["Parents' Acceptable Use", 'parent', 1 + 4 + 2 + 3 + 6, ['Name(s) of Pupil', 'Parent / Guardian Signature', 'Date']],
      ],
    ],
    [
      'beechfield.txt',
      [
        ['Primary Pupil Acceptable', 'ks2', 18, []],
        ['Pupil and Parent', 'ks2 parent', 3, ["child's name", 'Parent/ Carer Signature', 'Class', 'Date', 'Pupil Signature', 'Class', 'Date']],
        ['Staff, Governor and', 'staff governor visitor', 20 + 1, ['Signature', 'Date', 'Full Name (printed)']],
        ['Social Networking Staff', 'staff', 11, []],
        ['PROFESSIONAL RESPONSIBILITIES', 'staff', 10, []],
      ],
    ],
    [
      'st-marys.txt',
      [
        ['Acceptable Use Policy', 'class', 8, ['Class', 'Date', 'Signed']],
        ['Acceptable Use Policy', 'staff governor volunteer', 30 + 4, [...block, ...block.map((field) => `Authorised Signature: ${field}`)]],
      ],
    ],
    ['reckleford.txt', []],
    ['glenfield.txt', []],
  ];

  /** Enough to know it by: the policies' own words stay theirs. */
  const beginning = (title: string) => title.split(' ').slice(0, 3).join(' ');

  test.each(POLICY_AGREEMENTS)('every agreement in %s is found with every clause and every line to sign', async (name, expected) => {
    const path = join(POLICIES, name);
    if (!existsSync(path)) {
      console.log(`${name} is not here: not tested.`);
      return;
    }
    const agreements = JSON.parse((await command(path, '--json')).said) as FoundAgreement[];
    expect(
      agreements.map(({ title, audience, alsoFor, clauses, signatureFields }) => [
        beginning(title),
        [audience, ...alsoFor].join(' '),
        clauses.length,
        signatureFields,
      ]),
    ).toEqual(expected);
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const { clauses, lines: from, signatureFields, warnings } of agreements) {
      expect(clauses.every((clause, index) => lines[(from.clauses[index] ?? 0) - 1]?.includes(clause.slice(0, 12)))).toBe(true);
      const isUnsigned = warnings.some(({ message }) => message.includes('no signature line'));
      expect(isUnsigned).toBe(!signatureFields.some((field) => /sign/i.test(field)));
    }
  });

  test('what parents allow is listed on its own (Burdett-Coutts)', async () => {
    const path = join(POLICIES, 'burdett-coutts.txt');
    if (!existsSync(path)) return;
    const parents = (await found(path)).find(({ audience }) => audience === 'parent');
    expect(parents?.permissions).toHaveLength(4);
    expect(parents?.clauses.slice(1, 5)).toEqual(parents?.permissions);
  });
});
