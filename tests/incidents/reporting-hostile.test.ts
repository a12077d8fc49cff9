import { expect, test } from '@jest/globals';
import type { Uploaded } from '../../src/incidents/reporting/upload-file.ts';
import { JOURNAL_SHEET, journalReader } from '../../src/records/journal-rows.ts';
import { aConcern, PDF, Writing } from '../support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const HOSTILE: [string, string][] = [
  ['a formula', '=IMPORTXML("https://example.org","//a")'],
  ['a sum', '+1+1'],
  ['an at sign', '@SUM(1)'],
  ['an apostrophe', "'quoted"],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['text that would end a line of a mail', 'a\r\nBcc: everybody@example.org'],
  ['right-to-left text', 'قالت لي شيئًا \u202E'],
  ['a null byte and emoji', 'a\u0000b 😟🏳️‍🌈'],
  ['a query of Drive', "' or name contains 'a"],
  ['JSON of its own', '{"__proto__":{"by":"head"}}'],
];

/** Everything that the journal holds of what was done, by action. */
function payloads(school: SchoolUnderTest, action: string): Record<string, unknown>[] {
  const [headings = [], ...rows] = school.sheet('records', JOURNAL_SHEET);
  const entries = rows.filter((row) => row.includes(action)).map(journalReader(headings));
  return entries.map(({ payload }) => JSON.parse(payload) as Record<string, unknown>);
}

test.each(HOSTILE)('B2: %s in every field is kept as it was typed, is no formula anywhere, and stands in no mail', (_, text) => {
  const school = aSchool();
  const { teacher, dsl } = school.people;
  const words = { story: text, where: text, device: text, url: text, done: text };
  const page = new Writing(school, teacher).save({ ...words, happened: text.slice(0, 40), people: [{ email: '', name: text, role: 'other' }] });
  expect(page.found().draft?.text).toMatchObject({ ...words, people: [{ name: text }] });
  const file = school.as(teacher).get<Uploaded>('uploadFile', {
    ...{ what: '', draft: page.draft, key: 'press-of-the-file', name: `${text}.pdf`, data: Buffer.from(PDF).toString('base64'), typeHint: '', story: text },
  });

  const people = [{ email: '', name: text, role: 'other' }];
  const reference = page.send({ ...aConcern(), ...words, draft: page.draft, people, files: [file.id] });
  school.as(teacher).get('addToConcern', { key: 'press-of-the-addition', reference, text, draft: '', files: [] });
  school.pass(10);

  expect(payloads(school, 'concern raised')).toMatchObject([{ ...words, people: [{ name: text.trim() }], files: [{ id: file.id, name: file.name }] }]);
  expect(payloads(school, 'concern added to')).toMatchObject([{ text }]);
  expect(file.name).toMatch(/^[^\p{Cc}/\\<>:"|?*]*\.pdf$/u);
  const formulas = Object.values(school.workspace.data.spreadsheets).flatMap((each) =>
    each.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => (row ?? []).filter((cell) => cell?.f))),
  );
  expect(formulas).toEqual([]);
  const mails = school.mailTo(dsl);
  expect(mails.map(({ subject }) => subject).sort()).toEqual(['Handrail: a new concern is waiting for you', 'Handrail: something was added to a concern']);
  expect(JSON.stringify(mails)).not.toContain(JSON.stringify(text).slice(1, -1));
  expect(school.history()).toBe('unbroken');
});
