import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailRehearse } from '../../scripts/commands/mail-rehearse.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Line {
  id: string;
  flag: boolean | null;
  category: string;
  severity: number;
  reasons: { rule: string; words: string }[];
  trouble?: string;
  house?: { rule: string }[];
}

async function rehearse(files: Record<string, string | Buffer>, ...args: string[]): Promise<{ code: number; lines: Line[]; said: string; beside: string }> {
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    }),
  );
  const printed: string[] = [];
  const beside: string[] = [];
  const code = await mailRehearse(
    [...paths, ...args],
    (line) => printed.push(line),
    (line) => beside.push(line),
  );
  const lines = printed.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
  return { code, lines, said: printed.filter((line) => !line.startsWith('{')).join('\n'), beside: beside.join('\n') };
}

const THREAT = 'I am going to stab you after school, you are dead';
const HARMLESS = 'Please bring your PE kit on Monday.';

function mail(headers: Record<string, string>, body: string): string {
  const usual = { From: 'Ben <ben@quillhaven.example>', To: 'sam@quillhaven.example', Subject: 'Hello', Date: 'Mon, 7 Sep 2026 09:00:00 +0100' };
  const all = Object.entries({ ...usual, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${all.join('\r\n')}\r\n\r\n${body}\r\n`;
}

test('C1: before anything is switched on, a JSON line a message says what would be flagged and why', async () => {
  const lines = [
    { id: 'one', from: 'pupil', to: 'pupil', text: THREAT },
    { id: 2, text: HARMLESS },
  ];
  const { code, lines: found, said } = await rehearse({ 'a.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  expect(code).toBe(0);
  expect(found.map(({ id, flag, category, severity }) => [id, flag, category, severity])).toEqual([
    ['one', true, 'threat', 3],
    ['2', false, '', 0],
  ]);
  expect(found[0]?.reasons[0]?.words).toContain('stab you');
  expect(said).toContain('2 messages, 1 flagged (50.0 %): 1 high, 0 medium, 0 low.');
  expect(said).toContain('nothing can be said of a week');
});

test('C1: with --json the summary is JSON beside the lines, which stay one a message', async () => {
  const { lines, said, beside } = await rehearse({ 'b.jsonl': `${JSON.stringify({ id: 'a', text: THREAT })}\n` }, '--json');
  expect(lines).toHaveLength(1);
  expect(said).toBe('');
  expect(JSON.parse(beside)).toMatchObject({ summary: { messages: 1, flagged: 1, byCategory: { threat: 1 }, weeks: null } });
});

test('C1: an mbox as Vault and Takeout export it is read mail by mail, also packed, and says how many a week', async () => {
  const base64 = Buffer.from(THREAT).toString('base64');
  const box = [
    `From 1@xxx Mon Sep 07 08:00:00 +0000 2026\r\n${mail({ 'Message-ID': '<one@x.example>' }, `${HARMLESS}\r\n>From the office: none`)}`,
    `From 2@xxx Mon Sep 21 08:00:00 +0000 2026\r\n${mail({ 'Message-ID': '<two@x.example>', Date: 'Mon, 21 Sep 2026 09:00:00 +0100', 'Content-Transfer-Encoding': 'base64', 'Content-Type': 'text/plain; charset=utf-8' }, base64)}`,
    `From 3@xxx Mon Sep 21 08:00:00 +0000 2026\r\n${mail({ 'Content-Type': 'text/html; charset=utf-8' }, `<p>I am going to <b>stab</b> you after school,<br>you are dead</p>`)}`,
  ].join('\r\n');
  const packed: Record<string, string | Buffer>[] = [{ 'c.mbox': box }, { 'd.mbox.gz': gzipSync(box) }];
  for (const files of packed) {
    const { code, lines, said } = await rehearse(files);
    expect(code).toBe(0);
    expect(lines.map(({ id, flag }) => [id.replace(/^[cd]\.mbox(\.gz)?/, ''), flag])).toEqual([
      ['<one@x.example>', false],
      ['<two@x.example>', true],
      ['#3', true],
    ]);
    expect(said).toContain('Over 2 weeks: 1.5 messages a week, 1 of them flagged.');
  }
});

test('C1: what cannot be read is told with its place and is not called harmless; the rest goes on', async () => {
  const { code, lines, said } = await rehearse({
    'empty.eml': '',
    'archive.eml': 'PK\u0003\u0004rubbish',
    'noise.eml': Buffer.from([0, 1, 2, 3, 255, 254]),
    'e.jsonl': `not json\n${JSON.stringify({ id: 'no-text' })}\n${JSON.stringify({ id: 'good', text: THREAT })}`,
  });
  expect(code).toBe(1);
  expect(lines.map(({ id, flag, trouble }) => [id, flag, trouble])).toEqual([
    ['empty.eml', null, 'the file is empty'],
    ['archive.eml', null, 'it is a ZIP archive: unpack it, and name the files inside'],
    ['noise.eml', null, 'there is no mail in it'],
    ['e.jsonl#1', null, expect.stringContaining('not JSON')],
    ['e.jsonl#2', null, expect.stringContaining('needs its text')],
    ['good', true, undefined],
  ]);
  expect(said).toContain('5 could not be read');
});

test('C1: broken MIME, letters of an unknown alphabet and mails of nothing but files are read as far as they can be, and say so', async () => {
  const broken = mail({ 'Content-Type': 'multipart/mixed; boundary=xyz' }, `--xyz\r\nContent-Type: text/plain\r\n\r\n${THREAT}`);
  const unknown = mail({ 'Content-Type': 'text/plain; charset=klingon' }, THREAT);
  const file = mail({ Subject: '', 'Content-Type': 'application/pdf; name=a.pdf', 'Content-Disposition': 'attachment; filename=a.pdf' }, 'x');
  const { code, lines } = await rehearse({ 'f.eml': broken, 'g.eml': unknown, 'h.eml': file });
  expect(code).toBe(0);
  expect(lines.map(({ flag, trouble = '' }) => [flag, trouble])).toEqual([
    [true, ''],
    [true, expect.stringContaining('klingon')],
    [false, expect.stringContaining('attachments and no text')],
  ]);
});

test('C3: a mail of 25 MB is read without a look at what is attached', async () => {
  const attachment = Buffer.alloc(18 * 1024 * 1024).toString('base64');
  const parts = [
    `Content-Type: text/plain\r\n\r\n${THREAT}`,
    `Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}`,
  ];
  const large = mail({ 'Content-Type': 'multipart/mixed; boundary=xyz' }, `${parts.map((part) => `--xyz\r\n${part}\r\n`).join('')}--xyz--`);
  const { lines } = await rehearse({ 'i.eml': large });
  expect(lines).toMatchObject([{ flag: true, category: 'threat' }]);
  expect(JSON.stringify(lines)).not.toContain('a.png');
});

test('C5: house rules are listed beside the flags when the domain is said', async () => {
  const to = Array.from({ length: 25 }, (_, index) => `parent${index}@example.org`).join(', ');
  const newsletter = mail({ To: to }, HARMLESS);
  const { lines, said } = await rehearse({ 'j.eml': newsletter }, '--domain', 'quillhaven.example');
  expect(lines).toMatchObject([{ flag: false, house: [{ rule: 'visible-recipients' }] }]);
  expect(said).toContain('Many addresses that everybody can see');
});

test('C1: without a file, or with an option that is none, it says how it is used', async () => {
  for (const args of [[], ['--what', 'x.eml']]) {
    const beside: string[] = [];
    expect(
      await mailRehearse(
        args,
        () => {},
        (line) => beside.push(line),
      ),
    ).toBe(2);
    expect(beside.join('\n')).toContain('mail rehearse FILE');
  }
  const { code, lines } = await rehearse({});
  expect([code, lines]).toEqual([2, []]);
  const printed: string[] = [];
  expect(await mailRehearse([join(folder, 'none.mbox')], (line) => printed.push(line))).toBe(1);
  expect(printed[0]).toContain('there is no such file');
});
