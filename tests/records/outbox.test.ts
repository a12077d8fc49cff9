import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mimeOf, rawOf } from '../../src/records/mime.ts';
import { drafted, refused, sent, wanted } from '../../src/records/outbox.ts';

const DSL = 'amira.patel@quillhaven.example';
const notice = { to: [DSL], subject: 'A new concern is waiting', body: 'Please open it.' };

/** Headers and text as a mail program reads them. */
function read(mail: string): { headers: Map<string, string>; text: string } {
  const [head = '', body = ''] = mail.split(/\r\n\r\n/, 2);
  const headers = head
    .replace(/\r\n /g, ' ')
    .split('\r\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  return { headers: new Map(headers), text: Buffer.from(body, 'base64').toString('utf8') };
}

function subjectIn(header: string): string {
  return header.replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'));
}

test('ids of mails follow from their event, so that deciding again wants the same mails', () => {
  expect(wanted([notice, notice], 12).map(({ id, state }) => [id, state])).toEqual([
    ['12-1', 'wanted'],
    ['12-2', 'wanted'],
  ]);
});

test('a mail to more people than Google takes becomes several', () => {
  const to = Array.from({ length: 120 }, (_, index) => `p${index}@quillhaven.example`);
  const entries = wanted([{ ...notice, to }], 3);
  expect(entries.map((entry) => entry.to.length)).toEqual([50, 50, 20]);
  expect(entries.flatMap((entry) => entry.to)).toEqual(to);
});

test('a mail to nobody, or to something that is no address, is refused when it is wanted', () => {
  expect(() => wanted([{ ...notice, to: [] }], 1)).toThrow('somebody');
  expect(() => wanted([{ ...notice, to: ['the head'] }], 1)).toThrow('"the head" is not an e-mail address');
  expect(() => wanted([{ ...notice, to: [`${DSL}\r\nBcc: x@y.example`] }], 1)).toThrow('not an e-mail address');
});

test('a mail goes from wanted to drafted to sent, and what stays afterwards has no text', () => {
  const [entry] = wanted([notice], 1);
  if (!entry) throw new Error('no entry');
  expect(drafted(entry, 'r-1')).toMatchObject({ state: 'drafted', draft: 'r-1' });
  expect(refused(entry, 'Invalid To header')).toMatchObject({ state: 'refused', why: 'Invalid To header', draft: null });
  expect(sent(drafted(entry, 'r-1'), '2026-09-07T08:00:00.000Z')).toEqual({
    id: '1-1',
    to: [DSL],
    subject: notice.subject,
    event: 1,
    at: '2026-09-07T08:00:00.000Z',
  });
});

test('subject and text arrive as written, whatever the language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'grapheme' }), (subject, body) => {
      const mail = mimeOf({ id: '1-1', to: [DSL], subject, body });
      const { headers, text } = read(mail);
      expect(mail).toMatch(/^[\x20-\x7e\r\n]*$/);
      expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(subjectIn(headers.get('Subject') ?? '')).toBe(subject.replace(/\s+/g, ' ').trim());
      expect(text).toBe(body.replace(/\r\n?|\n/g, '\r\n'));
    }),
  );
});

test('no text can add a header', () => {
  const { headers } = read(mimeOf({ id: '1-1', to: [DSL], subject: 'Hello\r\nBcc: x@y.example\u2028', body: 'x\r\n\r\nBcc: x@y.example' }));
  expect([...headers.keys()]).toEqual(['To', 'Subject', 'X-Handrail-Mail', 'Auto-Submitted', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding']);
  expect(() => mimeOf({ id: '1\r\nBcc: x', to: [DSL], subject: '', body: '' })).toThrow('mail id');
  expect(() => mimeOf({ id: '1', to: [`${DSL}>, <x@y.example`], subject: '', body: '' })).toThrow('not an e-mail address');
});

test('fifty long addresses keep every line short', () => {
  const to = Array.from({ length: 50 }, (_, index) => `${'long.name.'.repeat(5)}${index}@quillhaven.example`);
  const mail = mimeOf({ id: '1-1', to, subject: '', body: '' });
  expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(read(mail).headers.get('To')?.split(', ')).toEqual(to);
});

// docs/workspace/gmail/api/reference/rest/v1/users.messages.md: `raw` is RFC 2822 text, base64url encoded.
test('the Gmail API gets the message in the alphabet for addresses', () => {
  const mail = { id: '1-1', to: [DSL], subject: 'Ünïcode?>', body: '????>>>>' };
  expect(rawOf(mail)).toMatch(/^[\w-]+=*$/);
  expect(Buffer.from(rawOf(mail), 'base64url').toString('latin1')).toBe(mimeOf(mail));
});
