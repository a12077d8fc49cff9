import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import writeXlsx from 'write-excel-file/node';
import type { CellData } from '../../local/workspace/data.ts';
import { logVerify } from '../../scripts/commands/log-verify.ts';
import type { VerifiedHistory } from '../../src/history/verify-history.ts';
import { append, type JournalEntry } from '../../src/records/journal.ts';
import { journalCells, journalReader } from '../../src/records/journal-rows.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A school with a few concerns, and the line from the mail of the day. */
function aHistory(): { school: SchoolUnderTest; line: string; rows: (CellData | null)[][] } {
  const school = aSchool();
  for (const [index, story] of ['a message', 'a photograph', 'a game', 'a password'].entries()) {
    school.as(school.people.teacher).get('raiseConcern', {
      ...{ key: `press-000${index}`, story, happened: '2026-09-07T07:00:00.000Z', where: '', done: '', device: '', url: '' },
      ...{ about: 'pupil', typeHint: '', danger: false, toldDslInPerson: true, people: [{ email: school.people.pupil, name: '', role: 'affected' }] },
    });
  }
  school.workspace.clock.pass(86_400_000);
  school.beat();
  school.workspace.clock.pass(300_000);
  school.beat();
  const mail = school.mailTo(school.people.witness).at(-1);
  const [line = ''] = /\d+:[0-9a-f]{64}/.exec(mail?.text ?? '') ?? [];
  const rows = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Journal')?.rows;
  if (!rows) throw new Error('no journal');
  return { school, line, rows: rows as (CellData | null)[][] };
}

/** What the page says, called on until it is done. */
function onThePage(school: SchoolUnderTest, witness = ''): VerifiedHistory {
  let from: VerifiedHistory['walked'] | null = null;
  for (;;) {
    const result: VerifiedHistory = school.as(school.people.technician).get<VerifiedHistory>('verifyHistory', { from, witness });
    if (result.isDone) return result;
    from = result.walked;
  }
}

/** What the command line says of the records downloaded as XLSX. */
async function offline(school: SchoolUnderTest, witness = ''): Promise<{ code: number; said: Record<string, unknown> }> {
  const sheets = ['Journal', 'Head'].map((sheet) => ({
    sheet,
    data: school.sheet('records', sheet).map((cells) => cells.map((value) => ({ value, type: String }))),
  }));
  const path = join(folder, 'records.xlsx');
  await writeFile(path, await writeXlsx(sheets).toBuffer());
  const lines: string[] = [];
  const code = await logVerify([path, '--json', ...(witness === '' ? [] : ['--head', witness])], (line) => lines.push(line));
  return { code, said: JSON.parse(lines.join('')) };
}

test('B21: a history that nobody touched is unbroken, on the page and on the command line, with the line from the mail or without', async () => {
  const { school, line } = aHistory();
  for (const witness of ['', line]) {
    const result = onThePage(school, witness);
    expect(result).toMatchObject({ isDone: true, broken: null, witnessed: witness === '' ? null : Number(line.split(':')[0]) });
    expect(result.walked.head.sequence).toBe(result.total);
    expect(await offline(school, witness)).toMatchObject({ code: 0, said: { ok: true, count: result.total, head: result.walked.head } });
  }
});

/** Changes the rows of the journal: `rows[0]` are its headings, `rows[3]` is event 3. */
type Tamper = (rows: (CellData | null)[][]) => void;

function typeOver(row: number, column: number, v: string | null): Tamper {
  return (rows) => {
    const cells = rows[row] ?? [];
    cells[column] = v === null ? null : { v };
  };
}

const SALT = 5;
const PAYLOAD = 9;
const TAMPERINGS: [string, Tamper[], { flaw: string; why: string }][] = [
  ['a story is written over', [typeOver(3, PAYLOAD, '{"story":"nothing happened"}')], { flaw: 'changed', why: 'its payload was changed' }],
  ['a time is written over', [typeOver(3, 1, '2026-09-01T08:00:00.000Z')], { flaw: 'changed', why: 'its time, actor, action, subject or hash was changed' }],
  ['a row is deleted', [(rows) => void rows.splice(3, 1)], { flaw: 'changed', why: 'it is missing: the row holds event 4' }],
  [
    'two rows change places',
    [(rows) => void rows.splice(3, 2, ...rows.slice(3, 5).reverse())],
    { flaw: 'changed', why: 'it is missing: the row holds event 4' },
  ],
  [
    'a payload is erased by hand',
    [typeOver(3, SALT, null), typeOver(3, PAYLOAD, 'erased')],
    { flaw: 'erased', why: 'its payload was erased, and no event says that two people decided so' },
  ],
];

test.each(TAMPERINGS)('B21: %s: found at that event, on the page and on the command line', async (_, tamperings, { flaw, why }) => {
  const { school, rows } = aHistory();
  for (const tamper of tamperings) tamper(rows);
  const broken = { flaw, sequence: 3, why };
  expect(onThePage(school).broken).toMatchObject(broken);
  expect(await offline(school)).toMatchObject({ code: 1, said: { ...broken, row: 4 } });
});

test('B21: the end is cut off: the page finds it by what the records have noted; once that is changed too, the witness’s line does', async () => {
  const { school, line, rows } = aHistory();
  const kept = rows.length - 3;
  rows.splice(kept);
  const broken = { flaw: 'cut off', sequence: kept };
  expect(onThePage(school).broken).toMatchObject(broken);
  expect(await offline(school)).toMatchObject({ code: 1, said: broken });

  noteAsEnd(school, String(rows[kept - 1]?.[0]?.v), String(rows[kept - 1]?.[8]?.v));
  expect(onThePage(school).broken).toBeNull();
  expect(onThePage(school, line).broken).toMatchObject(broken);
  expect(await offline(school, line)).toMatchObject({ code: 1, said: broken });
});

test('B21: everything from the middle on is hashed anew: only the witness’s line finds it', async () => {
  const { school, line, rows } = aHistory();
  const read = journalReader((rows[0] ?? []).map((cell) => cell?.v ?? ''));
  const entries = rows.slice(1).map((cells) => read(cells.map((cell) => cell?.v ?? '')));
  const forged = entries
    .slice(2)
    .map(({ action, subject, at, actor, salt, payload }) => ({ event: { action, subject, payload: JSON.parse(payload) }, at, actor, salt }));
  if (!forged[0]) throw new Error('nothing to forge');
  forged[0].event.payload = { nothing: 'happened' };
  let head = { sequence: 2, hash: entries[1]?.hash ?? '' };
  const anew: JournalEntry[] = [];
  for (const { event, at, actor, salt } of forged) {
    const linked = append(head, [event], { at, actor, salts: [salt] });
    anew.push(...linked.entries);
    head = linked.head;
  }
  rows.splice(3, rows.length, ...anew.map((entry) => journalCells(entry).map((v) => (v === '' ? null : { v }))));
  noteAsEnd(school, String(head.sequence), head.hash);

  expect(onThePage(school).broken).toBeNull();
  expect((await offline(school)).code).toBe(0);
  const broken = { flaw: 'written anew', why: 'it is not the event whose hash was written down: the history up to here was written anew' };
  expect(onThePage(school, line).broken).toMatchObject({ ...broken, sequence: Number(line.split(':')[0]) });
  expect(await offline(school, line)).toMatchObject({ code: 1, said: broken });
});

test('B21: a list that was changed by hand is made anew from the history, which it cannot change', () => {
  const { school } = aHistory();
  const cases = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Cases');
  const before = JSON.stringify(cases?.rows);
  const [, row] = cases?.rows ?? [];
  if (!row) throw new Error('no case');
  row[row.findIndex((cell) => cell?.v === 'new')] = { v: 'closed' };
  expect(JSON.stringify(cases?.rows)).not.toBe(before);
  expect(onThePage(school).broken).toBeNull();
  expect(school.as(school.people.office).get('makeListsAnew', { begin: true })).toEqual({ isDone: true });
  const mended = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Cases');
  expect(JSON.stringify(mended?.rows)).toBe(before);
});

function noteAsEnd(school: SchoolUnderTest, sequence: string, hash: string): void {
  const head = school.workspace.data.spreadsheets[school.fileId('records')]?.sheets.find(({ name }) => name === 'Head');
  const [, row] = head?.rows ?? [];
  if (!row) throw new Error('no head');
  row[0] = { v: sequence };
  row[1] = { v: hash };
}
