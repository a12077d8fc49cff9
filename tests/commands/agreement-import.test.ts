import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementImport } from '../../scripts/commands/agreement-import.ts';
import { type FoundAgreement, findAgreements } from '../../src/agreements/import.ts';

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

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
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

test('the JSON holds title, audience, introduction, every clause and every line to fill in', async () => {
  const path = file('staff.txt', STAFF);
  expect(await found(path)).toEqual([
    {
      title: 'Staff acceptable use agreement',
      audience: 'staff',
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
    },
  ]);
  expect(await command(path)).toMatchObject({ code: 0, said: expect.stringContaining('2. I lock my screen, even for a minute.'), complained: '' });
});

test('the command line finds the command', async () => {
  const path = file('staff.txt', STAFF);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/handrail.ts', 'agreement', 'import', path, '--json'], {
    cwd: TOP,
  });
  expect(JSON.parse(stdout)).toHaveLength(1);
});

test.each([
  ['Windows line ends', Buffer.from(STAFF.replaceAll('\n', '\r\n'))],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${STAFF}`)],
  ['UTF-16', Buffer.from(`\ufeff${STAFF}`, 'utf16le')],
  ['an older program’s letters', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '\u0095 '), 'latin1')],
  ['Word’s own bullets', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '\uf0b7\t'))],
  ['bullets before bullets', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '- ➤ '))],
  ['numbers of sections', Buffer.from(STAFF.replaceAll(/^[-*] /gm, '2.1 '))],
  ['Markdown', Buffer.from(STAFF.replace('\n\nAppendix 1', '\n\n## Appendix 1').replace('I keep', '**I keep**'))],
])('a document with %s is read the same', async (_, content) => {
  const [agreement] = await found(file('variant.txt', content));
  expect(agreement?.title).toBe('Staff acceptable use agreement');
  expect(agreement?.clauses.slice(0, 2)).toEqual(['I keep my password to myself.', 'I lock my screen, even for a minute.']);
  expect(agreement?.signatureFields).toHaveLength(6);
});

test('a form feed or a line separator is an end of a line', async () => {
  const [agreement] = findAgreements(STAFF.replaceAll('\n', '\u2028'));
  expect(agreement?.clauses).toHaveLength(4);
});

test('a document without an agreement is not an error of ours: it says what an agreement needs', async () => {
  const path = file('none.txt', 'Minutes\n\n- We met.\n- We talked.\n- We left.\n\nSignature: ____\n');
  expect(await command(path)).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(/^No agreement was found\. It needs a heading/) });
  expect(await command(path, '--json')).toMatchObject({ code: 1, said: '[]', complained: expect.stringContaining('No agreement') });
});

test.each([
  ['an empty file', ''],
  ['an agreement that nobody signs', STAFF.replaceAll(/^.*(Name|Signature).*$/gm, '')],
  ['an agreement without clauses', STAFF.replaceAll(/^[-*] .*$/gm, '')],
])('%s holds no agreement', async (_, text) => {
  expect(await command(file('nothing.txt', text))).toMatchObject({ code: 1 });
});

test.each([
  ['a file that is not there', () => join(folder, 'missing.txt'), /^There is no file .*missing\.txt\.$/],
  ['a folder', () => folder, /is a folder, not a file\.$/],
  ['a PDF', () => file('policy.pdf', '%PDF-1.7\n…'), /is a PDF, which is not read yet\. Open it, copy its text/],
  ['a Word document', () => file('policy.docx', Buffer.from('504b030414000600', 'hex')), /is a Word document or another zipped file/],
  ['an old Word document', () => file('policy.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /is an old Word document/],
  ['a picture', () => file('scan.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')), /is not text\. Save the document as plain text/],
])('%s is refused in words', async (_, path, message) => {
  expect(await command(path(), '--json')).toEqual({ code: 2, said: '', complained: expect.stringMatching(message) });
});

test.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--jsn']]])('a command line that cannot be understood gets the usage: %j', async (args) => {
  expect(await command(...args)).toMatchObject({ code: 2, complained: expect.stringContaining('agreement import FILE [--json]') });
});

test('whatever a document says stays text', async () => {
  const hostile = [
    '=HYPERLINK("https://evil.example","sign here")',
    '<script>alert(1)</script> & "quotes"',
    '{{7*7}} `rm -rf` %s \\0',
    '\u202eright to left',
    '🙂',
  ];
  const text = `Staff agreement <b>\n\n${hostile.map((clause) => `- ${clause}`).join('\n')}\n\nSignature: ____\nJob title <img src=x>: ____\n`;
  const [agreement] = await found(file('hostile.txt', text));
  expect(agreement).toMatchObject({ title: 'Staff agreement <b>', clauses: hostile, signatureFields: ['Signature', 'Job title <img src=x>'] });
});

test('no text makes it fail, and what it finds is whole', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'Appendix 1',
      'Staff agreement',
      '# Code of conduct',
      '**',
      '- I agree',
      '- ',
      '1.',
      '(a) I do',
      'Signature: ____ Date: ____',
      'Date',
      '_/_/____',
      'Authorised by',
      'I will',
      '',
    ),
  );
  const document = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n')),
  );
  fc.assert(
    fc.property(document, (text) => {
      for (const agreement of findAgreements(text)) {
        expect(agreement.title.trim()).not.toBe('');
        expect(agreement.clauses.length).toBeGreaterThanOrEqual(3);
        expect(agreement.signatureFields.some((field) => /sign/i.test(field))).toBe(true);
        expect(agreement.clauses.every((clause) => clause.trim() !== '' && text.includes(clause.split(' ')[0] ?? ''))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a very long document of nothing but lines to sign is got through', () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => (index % 14 === 0 ? 'Signature: ____' : 'and so on, and so on.'));
  expect(findAgreements(lines.join('\n'))).toEqual([]);
  expect(findAgreements(`Signature: ${'_/ ('.repeat(100_000)}`)).toEqual([]);
});

const POLICIES = resolve(TOP, '../shared/policies');

/** Real policies are not ours to ship: they are read where they are. */
describe('real policies', () => {
  const real = (name: string, check: (agreements: FoundAgreement[]) => void) => {
    const path = join(POLICIES, name);
    if (!existsSync(path)) {
      console.log(`${name} is not here: not tested.`);
      return;
    }
    return found(path).then(check);
  };

  test('a staff agreement in an appendix, with an approver’s block (Burdett-Coutts)', () =>
    real('burdett-coutts.txt', (agreements) => {
      const staff = agreements.find(({ audience }) => audience === 'staff');
      expect(staff?.title).toContain('Staff Acceptable Use Policy');
      expect(staff?.clauses).toHaveLength(28);
      const block = ['Full Name (printed)', 'Job title', 'Signature', 'Date'];
      expect(staff?.signatureFields).toEqual([...block, ...block.map((field) => `Authorised School Signature: ${field}`)]);
    }));

  test('undertakings that stand among the lines to sign are clauses too (St Mary’s)', () =>
    real('st-marys.txt', (agreements) => {
      const staff = agreements.find(({ audience }) => audience === 'staff');
      expect(staff?.title).toContain('Staff Agreement');
      expect(staff?.clauses).toHaveLength(30 + 4);
      expect(staff?.clauses.slice(-4).every((clause) => clause.startsWith('I '))).toBe(true);
      expect(staff?.signatureFields).toHaveLength(8);
    }));

  test.each(['beechfield.txt', 'glenfield.txt', 'reckleford.txt'])('%s is read without a fault', (name) =>
    real(name, (agreements) => expect(agreements.every(({ clauses }) => clauses.length >= 3)).toBe(true)),
  );
});
