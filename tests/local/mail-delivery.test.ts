import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compose } from '../../local/workspace/mail/compose.ts';
import { isAscii } from '../../local/workspace/mail/encoding.ts';
import { contentOf, headerIn, parseMessage } from '../../local/workspace/mail/parse.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const HEAD = 'head@quillhaven.example';

function inbox(workspace: Workspace, email: string) {
  return workspace.mail
    .mailbox(email)
    .search('in:inbox')
    .map((message) => ({ subject: headerIn(message, 'Subject'), from: headerIn(message, 'From'), text: contentOf(message).text, message }));
}

function send(workspace: Workspace, source: string, as = OFFICE) {
  const result = runScript(`function main() { ${source} }`, { workspace, as });
  expect(result.error).toBeUndefined();
  return result;
}

test('any subject, names, texts and files arrive as they were written', () => {
  // Blanks around a header's value do not count (RFC 5322).
  const line = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/[\r\n\0]/g, ' ').trim());
  fc.assert(
    fc.property(line, line, fc.string({ unit: 'binary', maxLength: 400 }), fc.uint8Array({ maxLength: 200 }), (subject, fileName, text, bytes) => {
      const wellFormed = (value: string) => Buffer.from(value.replace(/\r\n|\r|\n/g, '\r\n')).toString();
      const raw = compose({
        from: { name: 'Sam "the" Okafor, Zoë', address: TEACHER },
        to: OFFICE,
        subject,
        text,
        html: `<p>${text}</p>`,
        attachments: [{ name: `a${fileName}`, contentType: 'application/octet-stream', bytes: Buffer.from(bytes) }],
      });
      // Spaces round a header's value are no part of it; a non-breaking one travels encoded, and is.
      const outerSpaceGone = (value: string) => (isAscii(value) ? value.trim() : value);
      const read = parseMessage(raw);
      expect(read.root.headers.find(({ name }) => name === 'Subject')?.value).toBe(outerSpaceGone(wellFormed(subject)));
      expect(read.text).toBe(wellFormed(text));
      expect(read.html).toBe(`<p>${wellFormed(text)}</p>`);
      expect(read.files.map((file) => [file.filename, [...file.body]])).toEqual([[wellFormed(`a${fileName}`), [...bytes]]]);
    }),
  );
});

test('a line break in a subject adds no header', () => {
  const read = parseMessage(compose({ from: { name: '', address: TEACHER }, to: OFFICE, subject: 'Hello\r\nBcc: x@else.example', text: '' }));
  expect(read.root.headers.map(({ name }) => name)).not.toContain('Bcc');
});

test('mail reaches To, Cc and Bcc, and nobody sees who was in Bcc', () => {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: HEAD, givenName: 'Ada', familyName: 'Lowe' });
  send(workspace, `GmailApp.sendEmail('Sam <${TEACHER}>', 'Grüße 🎉', 'Hello', { bcc: '${HEAD}' })`);
  for (const email of [TEACHER, HEAD]) {
    const [mail] = inbox(workspace, email);
    expect(mail).toMatchObject({ subject: 'Grüße 🎉', from: `Safeguarding Office <${OFFICE}>`, text: 'Hello' });
    expect(mail && headerIn(mail.message, 'Bcc')).toBe('');
    expect(mail?.message.labelIds).toEqual(['INBOX', 'UNREAD']);
  }
  const [sent] = workspace.mail.mailbox(OFFICE).search('in:sent');
  expect(sent && headerIn(sent, 'Bcc')).toBe(HEAD);
});

test('an address at the school that is nobody’s bounces; one elsewhere does not', () => {
  const workspace = anEmptyWorkspace();
  send(workspace, `MailApp.sendEmail('nobody@quillhaven.example,someone@elsewhere.example', 'Hello', 'x')`);
  expect(inbox(workspace, OFFICE).map(({ subject }) => subject)).toEqual(['Delivery Status Notification (Failure)']);
  expect(inbox(workspace, OFFICE)[0]?.text).toContain('nobody@quillhaven.example');
});

test('a group’s mail reaches its members once, through groups inside it too, and not the sender again', () => {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: HEAD, givenName: 'Ada', familyName: 'Lowe' });
  const group = (email: string, members: string[]) => ({
    email,
    name: email,
    description: '',
    members: members.map((each) => ({ email: each, role: 'MEMBER' as const })),
  });
  workspace.data.groups['staff@quillhaven.example'] = group('staff@quillhaven.example', [TEACHER, OFFICE, 'leaders@quillhaven.example']);
  workspace.data.groups['leaders@quillhaven.example'] = group('leaders@quillhaven.example', [HEAD, TEACHER, 'staff@quillhaven.example']);
  send(workspace, `MailApp.sendEmail('staff@quillhaven.example', 'All', 'x')`);
  expect([TEACHER, HEAD, OFFICE].map((email) => inbox(workspace, email).length)).toEqual([1, 1, 0]);
});

test('a message to oneself is one message, sent and received', () => {
  const workspace = anEmptyWorkspace();
  send(workspace, `MailApp.sendEmail('${OFFICE}', 'Note', 'x')`);
  expect(workspace.mail.mailbox(OFFICE).messages()).toMatchObject([{ labelIds: ['SENT', 'INBOX', 'UNREAD'] }]);
});

test('an answer joins the thread on both sides; another subject, or the same subject without a reference, begins a new one', () => {
  const workspace = anEmptyWorkspace();
  send(workspace, `GmailApp.sendEmail('${TEACHER}', 'Trip', 'Who comes?')`);
  send(workspace, `GmailApp.getInboxThreads()[0].reply('I do')`, TEACHER);
  send(workspace, `GmailApp.getInboxThreads()[0].getMessages()[0].reply('Something else', { subject: 'Lunch' })`, TEACHER);
  send(workspace, `GmailApp.sendEmail('${TEACHER}', 'Trip', 'again')`);
  const threads = send(workspace, `return GmailApp.search('in:anywhere').map(t => [t.getFirstMessageSubject(), t.getMessages().map(m => m.getPlainBody())])`);
  expect(threads.value).toEqual([
    ['Trip', ['again']],
    ['Lunch', ['Something else']],
    ['Trip', ['Who comes?', 'I do']],
  ]);
});

// docs/workspace/gmail/api/guides/filter_settings.md
test('filters label, archive and forward what comes in, and keep it from spam', () => {
  const workspace = anEmptyWorkspace();
  workspace.mail.addForwardingAddress(TEACHER, OFFICE);
  send(
    workspace,
    `const label = Gmail.Users.Labels.create({ name: 'Online safety' }, 'me');
     const make = (criteria, action) => Gmail.Users.Settings.Filters.create({ criteria, action }, 'me');
     make({ from: 'alerts@filter.example' }, { addLabelIds: [label.id], removeLabelIds: ['SPAM'] });
     make({ subject: 'newsletter' }, { removeLabelIds: ['INBOX', 'UNREAD'] });
     make({ query: '"sees this" OR knife', negatedQuery: 'kitchen' }, { forward: '${OFFICE}' });`,
    TEACHER,
  );
  const from = (address: string, subject: string, text: string, spam = false) =>
    workspace.mail.receive(compose({ from: { name: '', address }, to: TEACHER, subject, text }), { spam });
  from('alerts@filter.example', 'Alert', 'blocked', true);
  from('shop@else.example', 'Our newsletter', 'buy');
  from('pupil@else.example', 'Hi', 'a knife');
  from('pupil@else.example', 'Hi', 'a kitchen knife');
  from('pupil@else.example', 'Win', 'money', true);
  const labels = workspace.mail
    .mailbox(TEACHER)
    .messages()
    .reverse()
    .map(({ labelIds }) => labelIds.sort());
  expect(labels).toEqual([['INBOX', 'Label_1', 'UNREAD'], [], ['INBOX', 'UNREAD'], ['INBOX', 'UNREAD'], ['SPAM', 'UNREAD']]);
  expect(inbox(workspace, OFFICE).map(({ text }) => text)).toEqual(['a knife']);
});

test('what a parent without an account receives can be looked at', () => {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: 'pat@home.example', givenName: 'Pat', familyName: 'Quill', hasAccount: false });
  send(
    workspace,
    `MailApp.sendEmail({ to: 'pat@home.example', subject: 'Agreement', htmlBody: '<p>Please <a href="https://q.example/x">sign</a></p>', noReply: true })`,
  );
  expect(inbox(workspace, 'pat@home.example')).toMatchObject([
    { subject: 'Agreement', from: 'Safeguarding Office <noreply@quillhaven.example>', text: 'Please sign <https://q.example/x>' },
  ]);
});
