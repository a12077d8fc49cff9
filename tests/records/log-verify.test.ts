import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import writeXlsx from 'write-excel-file/node';
import { logVerify } from '../../scripts/commands/log-verify.ts';
import { append, ERASED, type JournalEntry, START } from '../../src/records/journal.ts';
import { JOURNAL_HEADINGS, journalCells } from '../../src/records/journal-rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterAll(() => rm(folder, { recursive: true }));

const STORIES = ['=1+1', 'He said "no", twice;\nthen left', 'שלום 😀', 'x'.repeat(60_000), ''];

function entries(count: number, stories = STORIES): JournalEntry[] {
  const events = Array.from({ length: count }, (_, index) => ({
    action: 'concern raised',
    subject: `C-${index}`,
    payload: { story: stories[index % stories.length] ?? '' },
  }));
  return append(START, events, { at: '2026-09-07T08:00:00.000Z', actor: 'sam.okafor@quillhaven.example', salts: events.map((_, index) => `s-${index}`) })
    .entries;
}

/** As Google writes a sheet to CSV: quotes only where needed, CRLF, every row as wide as the sheet. */
function csv(rows: readonly (readonly string[])[], { bom = '', spare = 0 } = {}): string {
  const width = Math.max(...rows.map((cells) => cells.length)) + spare;
  const quoted = (cell = '') => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  return bom + rows.map((cells) => Array.from({ length: width }, (_, place) => quoted(cells[place])).join(',')).join('\r\n');
}

async function run(name: string, content: string | Buffer, ...args: string[]): Promise<{ code: number; text: string }> {
  const path = join(folder, name);
  await writeFile(path, content);
  const lines: string[] = [];
  const code = await logVerify([path, ...args], (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

const journal = (count: number) => entries(count).map(journalCells);
const headOf = (count: number) => `${count}:${entries(count)[count - 1]?.hash}`;

test('a journal exported as CSV is unbroken: count, head, exit 0', async () => {
  expect(await run('a.csv', csv([[...JOURNAL_HEADINGS], ...journal(12)]))).toEqual({ code: 0, text: `12 events, unbroken. Head: ${headOf(12)}.` });
});

test('a byte order mark, spare columns, blank lines at the end and line ends of another system are no harm', async () => {
  const text = csv([[...JOURNAL_HEADINGS], ...journal(12)], { bom: '\ufeff', spare: 3 });
  expect((await run('b.csv', `${text}\r\n,,\r\n\r\n`)).code).toBe(0);
  expect((await run('c.csv', text.replace(/\r\n/g, '\n'))).code).toBe(0);
});

test('an empty journal is unbroken', async () => {
  expect(await run('d.csv', csv([[...JOURNAL_HEADINGS]]))).toEqual({ code: 0, text: '0 events, unbroken. Head: 0:start.' });
});

test('the first broken event is named with its row: exit 1', async () => {
  const rows = journal(12);
  (rows[6] as string[])[9] = '{"story":"nothing happened"}';
  (rows[9] as string[])[2] = 'someone.else@quillhaven.example';
  expect(await run('e.csv', csv([[...JOURNAL_HEADINGS], ...rows]))).toEqual({ code: 1, text: 'Broken at event 7 (row 8): its payload was changed.' });
  expect(JSON.parse((await run('e.csv', csv([[...JOURNAL_HEADINGS], ...rows]), '--json')).text)).toEqual({
    ok: false,
    flaw: 'changed',
    sequence: 7,
    row: 8,
    why: 'its payload was changed',
  });
});

test('an event that was taken out is named', async () => {
  const rows = journal(12);
  rows.splice(4, 1);
  expect((await run('f.csv', csv([[...JOURNAL_HEADINGS], ...rows]))).text).toBe('Broken at event 5 (row 6): it is missing: the row holds event 6.');
});

test('events cut off at the end are named with the head from the daily mail', async () => {
  const text = csv([[...JOURNAL_HEADINGS], ...journal(10)]);
  expect((await run('g.csv', text)).code).toBe(0);
  expect(await run('g.csv', text, '--head', headOf(12))).toEqual({
    code: 1,
    text: 'Broken at event 11 (row 12): it is missing: events up to 12 were recorded.',
  });
});

test('B21: erased payloads are listed when two people decided so, and else named', async () => {
  const kept = entries(3);
  const approval = { action: 'erasure approved', subject: 'C-1', payload: { events: [2] } };
  const { entries: more } = append({ sequence: 3, hash: kept[2]?.hash ?? '' }, [approval], { at: '2026-09-08T08:00:00.000Z', actor: 'head', salts: ['s'] });
  const rows = [...kept, ...more].map((entry) => journalCells(entry.sequence === 2 ? { ...entry, payload: ERASED, salt: '' } : entry));
  expect((await run('h.csv', csv([[...JOURNAL_HEADINGS], ...rows]))).text).toContain('Erased: 2.');
  expect(await run('h.csv', csv([[...JOURNAL_HEADINGS], ...rows.slice(0, 3)]))).toEqual({
    code: 1,
    text: 'Broken at event 2 (row 3): its payload was erased, and no event says that two people decided so.',
  });
});

test('a journal of 20,000 events exported as XLSX is read, numbers made of sequence numbers and all', async () => {
  const long = entries(20_000, ['=1+1', ' שלום 😀 ']);
  const rows = long.map((entry) =>
    journalCells(entry).map((cell, place) => (place === 0 ? { value: Number(cell), type: Number } : { value: cell, type: String })),
  );
  const written = await writeXlsx([JOURNAL_HEADINGS.map((value) => ({ value, type: String })), ...rows], { sheet: 'Journal' }).toBuffer();
  expect(await run('i.xlsx', written)).toEqual({ code: 0, text: `20000 events, unbroken. Head: 20000:${long[19_999]?.hash}.` });
});

test.each([
  ['no file at all', 'nowhere.csv', null, 'There is no file'],
  ['a list of something else', 'j.csv', 'Name,Class\r\nSam,4C', 'is not a journal of Handrail: the column "Sequence" is missing'],
  ['an empty file', 'k.csv', '', 'is not a journal of Handrail'],
  ['a broken CSV file', 'l.csv', 'Sequence,At\r\n1,"never closed', 'is not a CSV file'],
  ['a broken XLSX file', 'm.xlsx', 'PK\u0003\u0004 and then nothing', 'is not an XLSX file'],
])('%s cannot be judged: exit 2 and what to do', async (_, name, content, message) => {
  const lines: string[] = [];
  if (content !== null) await writeFile(join(folder, name), content);
  expect(await logVerify([join(folder, name)], (line) => lines.push(line))).toBe(2);
  expect(lines.join('\n')).toContain(message);
});

test('without a file, or with an unknown option, the command says how it is used', async () => {
  const lines: string[] = [];
  expect(await logVerify([], (line) => lines.push(line))).toBe(2);
  expect(await logVerify(['a.csv', '--fast'], (line) => lines.push(line))).toBe(2);
  expect(lines.every((line) => line.includes('log verify FILE'))).toBe(true);
});
