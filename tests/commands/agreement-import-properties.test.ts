import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FoundAgreement, findAgreements } from '../../src/agreements/import/import.ts';
import { documentText } from '../../src/agreements/import/import-html.ts';
import { whyNothing } from '../../src/agreements/import/import-why.ts';

const LINES = [
  'Appendix 1',
  'Staff agreement',
  'Pupil and parent acceptable use agreement',
  '# Code of conduct',
  'Declaration',
  '**',
  '- I agree',
  '- ',
  '•',
  '1.',
  '(a) I do',
  '2. Passwords',
  'I will not:',
  'share my password',
  'I understand that',
  'I give permission for:',
  'the internet ☐ Yes ☐ No',
  'Yes / No',
  'I, ____, promise',
  'My name is ____',
  'Signature: ____ Date: ____',
  'Pupil signature',
  'Date',
  '_/_/____',
  'Authorised by',
  'Signed (Headteacher)',
  '| I ask | ✓ |',
  '|---|---|',
  'I ask\t✓',
  'a\tb\tc\td',
  '<table><tr><td>',
  '</table>',
  'Page 1 of 2',
  'Quillhaven',
  'Rwyf yn cadw fy nghyfrinair yn gyfrinachol',
  'I keep my password to myself        Rwyf yn cadw fy nghyfrinair',
  'and so on',
  '\f',
  '=====',
  '---',
  '',
] as const;
const anyLine = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...LINES));
const anyLines = fc.array(anyLine, { maxLength: 40 });
const anyDocument = fc.oneof(
  fc.string({ unit: 'binary' }),
  anyLines.map((lines) => lines.join('\n')),
  // So that something is found in most of them.
  fc
    .tuple(anyLines, anyLines, anyLines)
    .map(([before, within, after]) => [...before, 'Staff agreement', '- I lock', ...within, 'Signature: ____', ...after].join('\n')),
);

/** Letters and digits alone: what lays a text out does not count. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether the words stand in the text one after the other; others may stand between them, as between a stem and its second item. */
function standsIn(text: string, words: readonly string[]): boolean {
  let at = 0;
  return words.every((word) => {
    const found = text.indexOf(word, at);
    at = found + word.length;
    return found >= 0;
  });
}

test('A10: no document makes it fail, and what it finds is whole', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      for (const { title, audience, alsoFor, clauses, signatureFields, permissions, lines, warnings } of findAgreements(document)) {
        expect(title.trim()).not.toBe('');
        expect(alsoFor).not.toContain(audience);
        expect(clauses.length).toBeGreaterThan(0);
        expect([...clauses, ...signatureFields, ...warnings.map(({ message }) => message)].every((text) => text.trim() !== '')).toBe(true);
        expect(permissions.every((permission) => clauses.includes(permission))).toBe(true);
        expect([lines.clauses.length, lines.signatureFields.length]).toEqual([clauses.length, signatureFields.length]);
      }
    }),
    { numRuns: 1500 },
  );
});

test('A10: every clause is made of the document’s own words in their order, from the line it says', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const lines = document.split(/\r\n|\r|\n/);
      for (const { clauses, lines: where } of findAgreements(document)) {
        expect(where.from).toBeGreaterThanOrEqual(1);
        expect(where.to).toBeLessThanOrEqual(lines.length);
        const own = bare(lines.slice(where.from - 1).join(''));
        clauses.forEach((clause, index) => {
          const line = where.clauses[index] ?? 0;
          expect(line).toBeGreaterThanOrEqual(where.from);
          expect(line).toBeLessThanOrEqual(where.to);
          expect(standsIn(own, wordsOf(clause))).toBe(true);
          const here = lines[line - 1] ?? '';
          const words = wordsOf(clause);
          const isTold = bare(here) !== '' && words.length > 0 && !here.trimEnd().endsWith('-');
          if (isTold) expect(words.some((word) => bare(here).includes(word))).toBe(true);
        });
      }
    }),
    { numRuns: 2000 },
  );
});

test('A10: either an agreement is found or the message says why not', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(whyNothing(document) === '').toBe(findAgreements(document).length > 0);
    }),
    { numRuns: 500 },
  );
});

test('A10: no HTML makes it fail, and none of its tags is left in the text', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<ul>',
    '<ol>',
    '<li>',
    '</li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '</table>',
    '<h1>',
    '</h1>',
    '<br>',
    '<b>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '&#x1F512;',
  );
  const html = fc.array(fc.oneof(tag, fc.constantFrom('I keep', ' ', '\n', '\t', 'words')), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(html, (text) => {
      expect(documentText(text)).not.toMatch(/<\/?[a-z]/i);
    }),
    { numRuns: 1000 },
  );
});

const VERBS = ['keep', 'lock', 'share nothing about', 'report', 'look after', 'never lend'] as const;
const THINGS = ['my password', 'the screen', 'a lost device', 'any worry for a child', 'pictures of pupils', 'school mail', 'data that names people'] as const;
const statement = fc
  .tuple(
    fc.constantFrom('I', 'I will', 'I always'),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...THINGS),
    fc.constantFrom('.', ', at school and at home.', ' (whatever happens).', ''),
  )
  .map(([who, verb, thing, end]) => `${who} ${verb} ${thing}${end}`);
const agreement = fc.record({
  title: fc.constantFrom(
    'Staff agreement',
    'Parents’ acceptable use agreement',
    'Governors and volunteers: code of conduct',
    'KS1 agreement',
    'Visitor agreement',
  ),
  introduction: fc.constantFrom('', 'This covers everything that the school lends or opens to people.', 'For everybody who comes to the school.'),
  clauses: fc.uniqueArray(statement, { minLength: 3, maxLength: 30 }),
  fields: fc.constantFrom(['Signature'], ['Full name', 'Signature', 'Date'], ['Name of child', 'Class', 'Parent or carer’s signature', 'Date']),
});

type Written = Pick<FoundAgreement, 'title' | 'introduction' | 'clauses'> & { fields: readonly string[] };

function writtenOut({ title, introduction, clauses, fields }: Written, mark: (index: number) => string, end: string): string {
  return [
    title,
    '',
    introduction,
    '',
    ...clauses.map((clause, index) => `${mark(index)}${clause}`),
    '',
    ...fields.map((field) => `${field}: ________`),
    '',
  ].join(end);
}

function asWritten({ title, introduction, clauses, signatureFields }: FoundAgreement): Written {
  return { title, introduction, clauses, fields: signatureFields };
}

test('A10: an agreement written out is found as it is, in every usual style, and found again when it is written out again', () => {
  const mark = fc.constantFrom<(index: number) => string>(
    () => '- ',
    () => '• ',
    () => '\uf0b7\t',
    () => '☐ ',
    (index) => `${index + 1}. `,
    (index) => `(${index + 1}) `,
    (index) => `2.${index + 1} `,
  );
  fc.assert(
    fc.property(agreement, mark, fc.constantFrom('\n', '\r\n', '\r'), (written, style, end) => {
      const found = findAgreements(writtenOut(written, style, end)).map(asWritten);
      expect(found).toEqual([written]);
      expect(findAgreements(writtenOut(found[0] as Written, () => '* ', '\n')).map(asWritten)).toEqual([written]);
    }),
    { numRuns: 400 },
  );
});

test('A10: broken into lines of any width, a clause is the same clause', () => {
  fc.assert(
    fc.property(agreement, fc.integer({ min: 40, max: 110 }), (written, width) => {
      const broken = writtenOut(written, () => '• ', '\n').replace(/^• .*$/gm, (line) => wrapped(line, width));
      expect(findAgreements(broken).map(asWritten)).toEqual([written]);
    }),
    { numRuns: 400 },
  );
});

function wrapped(line: string, width: number): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines[lines.length - 1] as string;
    if (last !== '' && last.length + 1 + word.length > width) lines.push(`  ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

test('A10: a very long document of nothing is got through', () => {
  const many = (line: (index: number) => string) => Array.from({ length: 200_000 }, (_, index) => line(index)).join('\n');
  expect(findAgreements(many((index) => (index % 14 === 0 ? 'Signature: ____' : 'and so on, and so on.')))).toEqual([]);
  expect(findAgreements(many(() => '\t'))).toEqual([]);
  expect(findAgreements(`Signature: ${'_/ ('.repeat(100_000)}`)).toEqual([]);
  expect(findAgreements(`${' '.repeat(300_000)}x${' '.repeat(300_000)}y`)).toEqual([]);
  expect(documentText(`${'\t'.repeat(300_000)}<a ${'"'.repeat(300_000)}`)).not.toBe('');
});
