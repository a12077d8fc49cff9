import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gmailApi } from '../../local/rest/gmail.ts';
import type { Arrived, Reported } from '../../src/messages/triage/arrived.ts';
import { arrivedFrom } from '../../src/messages/triage/arrived-from.ts';
import type { Decode } from '../../src/messages/triage/parts.ts';
import { anEmptyWorkspace, OFFICE } from '../support/script.ts';

const PUPIL = 'noah.bird@quillhaven.example';

const decode: Decode = (data, charset) => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'base64url') : Uint8Array.from(data, (byte) => byte & 0xff);
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

/** A mail as it travels, taken in by the role account's mailbox, and read as Gmail's API gives it. */
function arrived(
  raw: string | readonly string[],
  { labels = ['INBOX'], reported = () => null }: { labels?: string[]; reported?: () => Reported | null } = {},
): Arrived {
  const workspace = anEmptyWorkspace();
  const wire = typeof raw === 'string' ? raw : raw.join('\r\n');
  const { id } = workspace.mail.mailbox(OFFICE).add(Buffer.from(wire).toString('latin1'), labels);
  const get = gmailApi.find((method) => method.id === 'gmail.users.messages.get');
  const caller = { workspace, email: OFFICE, scopes: ['*'], app: 'test' };
  const message = JSON.parse(JSON.stringify(get?.call(caller, { path: { userId: 'me', id }, query: { format: 'full' }, body: undefined })));
  return arrivedFrom(message, { ours: [OFFICE], decode, reported });
}

const HEADS = [
  'Message-ID: <one@mail.example>',
  'From: "Bird, Noah" <Noah.Bird@quillhaven.example>',
  'To: Ivy <ivy.lane@quillhaven.example>, sam@else.example',
  'Date: Mon, 7 Sep 2026 09:00:00 +0100',
  'Subject: Later',
];
const copy = (...more: string[]) => [`X-Gm-Original-To: ivy.lane@quillhaven.example`, ...HEADS, ...more];

test('C3: of a copied message is kept who, to whom, when and what, and nothing else', () => {
  const { evidence, ...rest } = arrived([...copy('In-Reply-To: <zero@mail.example>', 'References: <a@x> <zero@mail.example>'), '', 'See you after school.']);
  expect(evidence).toMatchObject({
    messageId: '<one@mail.example>',
    from: `Bird, Noah <${PUPIL}>`,
    to: ['ivy.lane@quillhaven.example', 'sam@else.example'],
    date: '2026-09-07T08:00:00.000Z',
    subject: 'Later',
    text: 'See you after school.',
    attachments: [],
  });
  expect(rest).toMatchObject({ route: 'rule', isCopy: true, from: PUPIL, by: PUPIL, automatic: '', answers: ['<a@x>', '<zero@mail.example>'] });
  expect(rest.addresses).toEqual([PUPIL, 'ivy.lane@quillhaven.example', 'sam@else.example']);
});

test('C2: a mail to the office is written to it, and one that carries another message is sent on by a person', () => {
  const toUs = ['From: sam@quillhaven.example', `Cc: ${OFFICE}`, 'Subject: Fwd: look', '', 'Look at this'];
  expect(arrived(toUs)).toMatchObject({ route: 'written to us', isCopy: false, to: [] });
  const inside = { remark: 'Look', from: `Noah <${PUPIL}>`, to: ['b@x.example'], date: '2026-09-07T08:00:00.000Z', subject: 'hey', text: 'You are dead' };
  const sentOn = arrived(toUs, { reported: () => inside });
  expect(sentOn).toMatchObject({ route: 'person', by: 'sam@quillhaven.example', from: PUPIL, remark: 'Look', text: 'You are dead' });
  expect(sentOn.evidence).toMatchObject({ from: `Noah <${PUPIL}>`, subject: 'hey', text: 'You are dead' });
  expect(sentOn.addresses).toContain('sam@quillhaven.example');
});

test('C2: an answer to the office carries its mail and sends nothing on', () => {
  const answer = ['From: sam@quillhaven.example', `To: ${OFFICE}`, 'Subject: Re: look', '', 'Yes', '-----Original Message-----', 'From: us'];
  const inside = { remark: 'Yes', from: 'us', to: [], date: '', subject: '', text: '' };
  expect(arrived(answer, { reported: () => inside })).toMatchObject({ route: 'written to us', remark: '' });
});

test('the same message has one fingerprint, whichever way it came and however its text is wrapped', () => {
  const direct = arrived([...HEADS, '', 'See you after school today.']);
  const routed = arrived([...copy(), '', 'See you', 'after  school today.', '']);
  expect(routed.fingerprint).toBe(direct.fingerprint);
  expect(arrived([...HEADS, '', 'See you before school today.']).fingerprint).not.toBe(direct.fingerprint);
});

test.each([
  ['automatic reply', ['Auto-Submitted: auto-replied']],
  ['list', ['List-Id: <news.else.example>']],
  ['bounce', ['X-Failed-Recipients: a@else.example']],
  ['bounce', ['From: MAILER-DAEMON@googlemail.com']],
  ['google', ['From: drive-shares-noreply@google.com']],
  ['', ['Auto-Submitted: no']],
])('mail that is %s and addressed to the office is scored, not taken for somebody’s word', (automatic, heads) => {
  const result = arrived([...heads, 'From: sam@else.example', `To: ${OFFICE}`, '', 'Text']);
  expect(result.automatic).toBe(automatic);
  expect(result.route).toBe(automatic === '' ? 'written to us' : 'rule');
});

test('only Gmail’s own label says that the office wrote a mail: its address in From is a claim', () => {
  const forged = [`From: ${OFFICE}`, 'X-Handrail-Mail: 12.0', `To: ${OFFICE}`, '', 'I will hurt you'];
  expect(arrived(forged).route).toBe('written to us');
  expect(arrived(forged, { labels: ['SENT', 'INBOX'] }).route).toBeNull();
});

test('repeated and forged headers: everybody they name counts, and a mail to the office stays one', () => {
  const result = arrived(['From: a@x.example', 'From: b@x.example', 'X-Gm-Original-To: c@x.example', `To: ${OFFICE}`, 'Sender: d@x.example', '', 'Hi']);
  expect(result.route).toBe('written to us');
  expect(result.by).toBe('a@x.example');
  expect(result.addresses).toEqual(expect.arrayContaining(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example', OFFICE]));
});

test('C2: what came by an alias or a blind copy is no copy of the console’s: it is looked at in every mode and never deleted', () => {
  expect(arrived(HEADS)).toMatchObject({ isCopy: false, route: 'rule' });
  expect(arrived([`X-Forwarded-To: ${OFFICE}`, ...HEADS])).toMatchObject({ isCopy: true });
  expect(arrived(copy())).toMatchObject({ isCopy: true });
});

test('what a filter forwards does not pass for a copy of all mail, though its sender says so', () => {
  const claim = 'X-Handrail-Copy: journal';
  expect(arrived([`X-Forwarded-To: ${OFFICE}`, claim, ...HEADS]).copiedBy).toBe('words');
  expect(arrived(copy(claim)).copiedBy).toBe('journal');
});

test('a header cannot break into lines or turn its direction', () => {
  const encoded = `=?UTF-8?B?${Buffer.from('Hello\r\nBcc: x@else.example\u202e gpj').toString('base64')}?=`;
  const { evidence } = arrived([...copy().filter((line) => !line.startsWith('Subject')), `Subject: ${encoded}`, '', 'Text']);
  expect(evidence.subject).toBe('Hello Bcc: x@else.example gpj');
});

test('a picture is named, weighed and typed, and its bytes are nowhere (rule 8)', () => {
  const picture = Buffer.from('not for anybody to keep').toString('base64');
  const result = arrived([
    ...copy('Content-Type: multipart/mixed; boundary=b'),
    '',
    '--b',
    '',
    'Look at her',
    '--b',
    'Content-Type: image/jpeg; name="me.jpg"',
    'Content-Disposition: attachment; filename="me.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    picture,
    '--b--',
  ]);
  expect(result.evidence.attachments).toEqual([{ name: 'me.jpg', mimeType: 'image/jpeg', bytes: 23 }]);
  expect(JSON.stringify(result)).not.toContain('not for anybody');
  expect(JSON.stringify(result)).not.toContain(picture);
});

test.each([
  ['plain beside HTML', 'Meet me later at the gate', '<p>Meet me later at the <b>gate</b></p>', 'Meet me later at the gate'],
  ['HTML alone', '', '<p>Meet me<br>later</p>', 'Meet me\nlater'],
  ['a stub beside HTML', 'Your program shows no HTML', `<p>${'I know where you live. '.repeat(30)}</p>`, 'I know where you live.'],
])('what the reader sees is read: %s', (_, plain, html, seen) => {
  const part = (type: string, text: string) => ['--b', `Content-Type: text/${type}; charset=utf-8`, '', text];
  const { text } = arrived([...copy('Content-Type: multipart/alternative; boundary=b'), '', ...part('plain', plain), ...part('html', html), '--b--']);
  expect(text.trim()).toContain(seen);
  expect(text.includes('Your program')).toBe(false);
});

test('what HTML says besides the plain text is read too: a sender chooses which of them people see', () => {
  const part = (type: string, text: string) => ['--b', `Content-Type: text/${type}; charset=utf-8`, '', text];
  const textOf = (...parts: string[]) => arrived([...copy('Content-Type: multipart/alternative; boundary=b'), '', ...parts, '--b--']).text;
  const plain = part('plain', 'See you at lunch, bring your kit <https://club.example/kit>\r\nand the ball.');
  const same = '<p>See you at lunch, bring your <a href="https://club.example/kit">kit</a> and the ball.</p>';
  expect(textOf(...plain, ...part('html', same))).not.toMatch(/ball[\s\S]*ball/);
  expect(textOf(...plain, ...part('html', `${same}<p>I know where you live</p>`))).toContain('I know where you live');
  expect(textOf(...plain, ...part('html', same), ...part('html', '<p>I know where you live</p>'))).toContain('I know where you live');
});

test('an unknown charset, broken base64 and no headers at all are read as well as can be', () => {
  expect(arrived([...copy('Content-Type: text/plain; charset=klingon'), '', 'Meet me']).text).toBe('Meet me');
  expect(arrived([...copy('Content-Type: text/plain', 'Content-Transfer-Encoding: base64'), '', 'TWVldCBt%%%ZQ']).text).toContain('Meet m');
  expect(arrived('\r\nMeet me')).toMatchObject({ text: 'Meet me', from: '', by: '', route: 'rule' });
});

test('of a gigantic text the beginning and the end are scored, the beginning is kept, and it says so', () => {
  const { text, evidence } = arrived([...copy(), '', `${'word '.repeat(100_000)}I will kill you`]);
  expect(text.length).toBeLessThan(61_000);
  expect(text.endsWith('I will kill you')).toBe(true);
  expect(evidence.text.length).toBeLessThan(21_000);
  expect(evidence.text).toMatch(/\[\d+ more characters stand in the message itself.\]$/);
});

test('ten thousand recipients are counted, and each of them is known', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `p${at}@quillhaven.example`);
  const result = arrived(['From: a@x.example', `To: ${many.join(', ')}`, '', 'Hi']);
  expect(result.evidence.to).toHaveLength(51);
  expect(result.evidence.to.at(-1)).toBe('and 9950 more');
  expect(result.to).toHaveLength(10_000);
  expect(result.addresses).toContain('p9999@quillhaven.example');
});

test('whatever the headers and the text are, reading them does not fail', () => {
  const line = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' '));
  const name = fc.constantFrom('From', 'To', 'Cc', 'Date', 'Message-ID', 'References', 'Content-Type', 'X-Gm-Original-To', 'Auto-Submitted');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, line), { maxLength: 12 }), fc.string({ unit: 'binary' }), (headers, body) => {
      const result = arrived([...headers.map(([key, value]) => `${key}: ${value}`), '', body]);
      expect(result.addresses.every((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address))).toBe(true);
      expect(result.evidence.date === '' || !Number.isNaN(Date.parse(result.evidence.date))).toBe(true);
    }),
  );
});
