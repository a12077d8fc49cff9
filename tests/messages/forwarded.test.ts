import { expect, test } from '@jest/globals';
import { forwardedIn } from '../../src/messages/triage/forwarded.ts';

const PROGRAMS: [string, string][] = [
  [
    'Gmail',
    '---------- Forwarded message ---------\nFrom: Noah Bird <noah.bird@q.example>\nDate: Mon, 7 Sept 2026 at 09:00\nSubject: hey\nTo: <ivy@q.example>',
  ],
  ['Outlook', '-----Original Message-----\nFrom: Noah Bird <noah.bird@q.example>\nSent: 07 September 2026 09:00\nTo: Ivy <ivy@q.example>\nSubject: hey'],
  ['Apple Mail', 'Begin forwarded message:\n\nFrom: Noah Bird <noah.bird@q.example>\nSubject: hey\nDate: 7 September 2026 at 09:00:00 BST\nTo: ivy@q.example'],
  ['a quoting program', '> ---------- Forwarded message ---------\n> From: Noah Bird <noah.bird@q.example>\n> Subject: hey\n> To:\n>  ivy@q.example'],
];

test.each(PROGRAMS)('C2: a message that somebody forwards with %s is told apart from what they write themselves', (_, block) => {
  const quoting = block.startsWith('>') ? '> ' : '';
  const mail = ['Please look at this.', '', block, quoting, `${quoting}You are dead.`, `${quoting}Tomorrow.`].join('\n');
  expect(forwardedIn('Fwd: hey', mail)).toEqual({
    remark: 'Please look at this.',
    from: 'Noah Bird <noah.bird@q.example>',
    to: ['ivy@q.example'],
    date: '',
    subject: 'hey',
    text: 'You are dead.\nTomorrow.',
  });
});

test('a time is taken over only with its zone', () => {
  const block = '---------- Forwarded message ---------\nFrom: a@q.example\nDate: Mon, 7 Sep 2026 09:00:00 +0100\n\nHello';
  expect(forwardedIn('Fwd: hey', block)?.date).toBe('2026-09-07T08:00:00.000Z');
});

test.each([
  ['a mail about forwarding', 'Fwd: hey', 'They said: forwarded message'],
  ['an answer with the mail below it', 'Re: hey', 'Yes.\n-----Original Message-----\nFrom: a@q.example\nSubject: hey\n\nNo?'],
  ['a mark with nothing behind it', 'Fwd: hey', '---------- Forwarded message ---------\nHello there\n'],
])('%s forwards nothing', (_, subject, text) => {
  expect(forwardedIn(subject, text)).toBeNull();
});
