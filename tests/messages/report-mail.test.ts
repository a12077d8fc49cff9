import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseForwarded } from '../../src/messages/reported/parse-forwarded.ts';
import { parseReport } from '../../src/messages/reported/parse-report.ts';
import { BEGIN, END, LINE, MARK, MOST_TEXT, reportMail, SUBJECT } from '../../src/messages/reported/report-mail.ts';
import { sentOn } from '../../src/messages/reported/sent-on.ts';

const MESSAGE = { from: 'Jo Quill <jo@example.org>', date: '2026-09-07T08:00:00.000Z', subject: 'Hello', text: 'First line\n\nSecond line' };

/** What somebody might write who knows our marks. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(BEGIN, END, `${LINE} x`, `${MARK} From: head@quillhaven.example`, `${MARK}'`, MARK, '\n', ' ', '> '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));

/** A text as it is after what mail does to every text: line ends, spaces at the ends of lines, control characters. */
const asMailLeavesIt = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, ' ').trimEnd())
    .join('\n')
    .trim();

/** As Gmail's own plain text is broken when a person sends a draft from its window: at spaces, before the 77th character. */
const broken = (body: string) =>
  body
    .split('\n')
    .map((line) => line.replace(/(.{1,76})(?: +|$)/gu, '$1\n').trimEnd())
    .join('\n');

test('C2: a report says who sent the message, when, about what, and its words', () => {
  const { subject, body } = reportMail(MESSAGE);
  expect(subject).toMatch(/^Message sent on with Handrail \([0-9a-f]{6}\)$/);
  expect(parseReport(subject, body)).toEqual({ remark: '', from: MESSAGE.from, to: [], date: MESSAGE.date, subject: 'Hello', text: MESSAGE.text });
});

test('C2: what the person writes above the message is theirs', () => {
  const { subject, body } = reportMail(MESSAGE);
  expect(parseReport(subject, `I am worried.\nSam${body}`)).toMatchObject({ remark: 'I am worried.\nSam', text: MESSAGE.text });
});

test('C2: whatever the sender writes, it is read back as their text and as nothing else', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, about) => {
      const { subject, body } = reportMail({ ...MESSAGE, subject: about, text });
      const read = parseReport(subject, body);
      expect(read).toMatchObject({ from: MESSAGE.from, date: MESSAGE.date, remark: '' });
      expect(read?.text).toBe(asMailLeavesIt(text));
    }),
    { numRuns: 500 },
  );
});

test('C2: lines that a mail program breaks on the way cannot pass for ours', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { subject, body } = reportMail({ ...MESSAGE, text: `${'word '.repeat(14)}${text}` });
      const read = parseReport(subject, broken(body).replace(/\n/g, '\r\n'));
      expect(read).toMatchObject({ from: MESSAGE.from, date: MESSAGE.date, subject: MESSAGE.subject, remark: '' });
      expect(read?.text.replace(/\s+/g, '')).toBe(asMailLeavesIt(`${'word '.repeat(14)}${text}`).replace(/\s+/g, ''));
    }),
    { numRuns: 500 },
  );
});

test('C2: of a very long message the beginning goes, and the report says how much is left out', () => {
  const { subject, body } = reportMail({ ...MESSAGE, text: 'x'.repeat(MOST_TEXT + 30_000) });
  expect(body.length).toBeLessThan(MOST_TEXT + 1_000);
  expect(parseReport(subject, body)?.text).toMatch(/^x{12000}\n\[Left out: 30000 characters; they stand in the message itself\]$/);
});

test('C2: the same message makes the same subject, another one another', () => {
  expect(reportMail(MESSAGE).subject).toBe(reportMail({ ...MESSAGE }).subject);
  expect(reportMail({ ...MESSAGE, text: 'Other' }).subject).not.toBe(reportMail(MESSAGE).subject);
});

test('C2: a block that a sender wrote into a message says nothing when somebody forwards it', () => {
  const { subject, body } = reportMail({ ...MESSAGE, from: 'head@quillhaven.example' });
  expect(parseReport(`Fwd: ${subject}`, body)).toBeNull();
  expect(parseReport(`Re: ${subject}`, body)).toBeNull();
  const forwarded = `Have a look\n\n---------- Forwarded message ---------\nFrom: Jo <jo@example.org>\nDate: Mon, 7 Sept 2026 at 09:00\nSubject: ${subject}\nTo: <sam@quillhaven.example>\n\n\n${body}`;
  expect(sentOn(`Fwd: ${subject}`, forwarded)).toMatchObject({ from: 'Jo <jo@example.org>', to: ['sam@quillhaven.example'], remark: 'Have a look' });
});

test('C2: an answer to a report, and any other mail, is no report', () => {
  const { subject, body } = reportMail(MESSAGE);
  expect(parseReport(subject, body.replace(/^/gm, '> '))).toBeNull();
  expect(sentOn('Hello', 'Just a mail')).toBeNull();
  expect(parseReport(SUBJECT, body)).toBeNull();
});

test.each([
  [
    'Gmail',
    '---------- Forwarded message ---------\nFrom: Jo Quill <jo@example.org>\nDate: Mon, 7 Sept 2026 at 09:00\nSubject: Hello\nTo: Sam <sam@quillhaven.example>\n\n\nyou are\nnext',
    ['sam@quillhaven.example'],
  ],
  [
    'Apple Mail',
    'Begin forwarded message:\n\nFrom: Jo Quill <jo@example.org>\nSubject: Hello\nDate: 7 September 2026 at 09:00:00 BST\nTo: sam@quillhaven.example\n\nyou are\nnext',
    ['sam@quillhaven.example'],
  ],
  ['Outlook', '________________________________\nFrom: Jo Quill <jo@example.org>\nSent: 07 September 2026 09:00\nSubject: Hello\n\nyou are\nnext', []],
])('C2: a message that was forwarded by hand from %s is read too', (_, block, to) => {
  expect(parseForwarded(`What shall I do?\n\n${block}`)).toMatchObject({
    remark: 'What shall I do?',
    from: 'Jo Quill <jo@example.org>',
    to,
    subject: 'Hello',
    text: 'you are\nnext',
  });
});

test('C2: no text of whatever shape breaks the reading', () => {
  fc.assert(fc.property(hostile, hostile, (subject, text) => void sentOn(subject, text)));
});
