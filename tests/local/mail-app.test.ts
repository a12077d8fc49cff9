import { expect, test } from '@jest/globals';
import { compose } from '../../local/workspace/mail/compose.ts';
import { headerIn } from '../../local/workspace/mail/parse.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const AUTH = 'https://www.googleapis.com/auth';

function value(workspace: Workspace, source: string, as = OFFICE) {
  const result = runScript(`function main() { ${source} }`, { workspace, as });
  expect(result.error).toBeUndefined();
  return result.value;
}

function error(source: string, options: Parameters<typeof runScript>[1] = {}) {
  return runScript(`function main() { ${source} }`, options).error?.message;
}

// docs/apps-script/guides/services/quotas.md
test.each([
  [`GmailApp.sendEmail(Array.from({ length: 51 }, (_, i) => 'p' + i + '@else.example').join(), 'x', 'y')`, 'Limit exceeded: Email Recipients Per Message.'],
  [`GmailApp.sendEmail('${TEACHER}', 'x', 'y'.repeat(400 * 1024 + 1))`, 'Limit exceeded: Email Body Size.'],
  [`GmailApp.sendEmail('${TEACHER}', 'x'.repeat(251), 'y')`, 'Argument too large: subject'],
  [`GmailApp.sendEmail('nonsense', 'x', 'y')`, 'Invalid email: nonsense'],
  [`MailApp.sendEmail('', 'x', 'y')`, 'Failed to send email: no recipient'],
  [`MailApp.sendEmail('${TEACHER}', 'x')`, "The parameters (String,String) don't match the method signature for MailApp.sendEmail."],
  [`GmailApp.sendEmail('${TEACHER}', 'x', 'y', { from: '${TEACHER}' })`, `Invalid argument: ${TEACHER}`],
  [`GmailApp.sendEmail('${TEACHER}', 'x', 'y', { attachments: ['text'] })`, 'Invalid argument: attachments'],
  [`GmailApp.sendEmail('${TEACHER}', 'x', 'y', { importance: 'high' })`, 'not in the local Workspace: GmailApp.sendEmail with the option importance'],
  [`GmailApp.getInboxThreads(0, 501)`, 'Argument cannot exceed 500.'],
])('%s is refused', (call, message) => {
  expect(error(call)).toBe(message);
});

test('1,500 recipients a day, counted by address, and the message that goes beyond is not sent', () => {
  const workspace = anEmptyWorkspace();
  const fifty = `Array.from({ length: 50 }, (_, i) => 'p' + i + '@else.example').join()`;
  expect(
    value(
      workspace,
      `for (let i = 0; i < 29; i++) MailApp.sendEmail(${fifty}, 'x', 'y'); MailApp.sendEmail('${TEACHER}', 'x', 'y'); return MailApp.getRemainingDailyQuota()`,
    ),
  ).toBe(49);
  expect(error(`MailApp.sendEmail(${fifty}, 'last', 'y')`, { workspace })).toBe('Service invoked too many times for one day: email.');
  expect(workspace.mail.mailbox(OFFICE).search('subject:last')).toEqual([]);
  workspace.clock.pass(86_400_000);
  expect(value(workspace, `return MailApp.getRemainingDailyQuota()`)).toBe(1500);
});

// docs/apps-script/reference/mail/mail-app.md and gmail/gmail-app.md, "Authorization"
test('MailApp needs the sending scope, GmailApp the whole mailbox', () => {
  const send = (service: string, scope: string) => error(`${service}.sendEmail('${TEACHER}', 'x', 'y')`, { scopes: [scope] });
  expect(send('MailApp', `${AUTH}/script.send_mail`)).toBeUndefined();
  expect(send('MailApp', 'https://mail.google.com/')).toContain(`${AUTH}/script.send_mail`);
  expect(send('GmailApp', `${AUTH}/gmail.send`)).toContain('https://mail.google.com/');
  expect(send('GmailApp', 'https://mail.google.com/')).toBeUndefined();
});

// docs/apps-script/reference/mail/mail-app.md
test('the four ways to call MailApp.sendEmail', () => {
  const workspace = anEmptyWorkspace();
  value(
    workspace,
    `MailApp.sendEmail('${TEACHER}', 'one', 'text');
     MailApp.sendEmail('${TEACHER}', 'two', 'text', { name: 'The Office', replyTo: 'dsl@quillhaven.example' });
     MailApp.sendEmail('${TEACHER}', 'head@quillhaven.example', 'three', 'text');
     MailApp.sendEmail({ to: '${TEACHER}', subject: 'four', body: 'plain', htmlBody: '<b>rich</b> <img src="cid:dot">', inlineImages: { dot: Utilities.newBlob([1, 2], 'image/png', 'dot.png') } });`,
  );
  expect(
    value(
      workspace,
      `return GmailApp.search('in:inbox').reverse().map(t => t.getMessages()[0]).map(m => [m.getSubject(), m.getFrom(), m.getReplyTo(), m.getPlainBody(), m.getBody(),
         m.getAttachments().map(a => [a.getName(), a.getSize(), a.getBytes()]), m.getAttachments({ includeInlineImages: false }).length])`,
      TEACHER,
    ),
  ).toEqual([
    ['one', `Safeguarding Office <${OFFICE}>`, '', 'text', 'text', [], 0],
    ['two', `The Office <${OFFICE}>`, 'dsl@quillhaven.example', 'text', 'text', [], 0],
    ['three', `Safeguarding Office <${OFFICE}>`, 'head@quillhaven.example', 'text', 'text', [], 0],
    ['four', `Safeguarding Office <${OFFICE}>`, '', 'plain', '<b>rich</b> <img src="cid:dot">', [['dot.png', 2, [1, 2]]], 0],
  ]);
});

// docs/apps-script/reference/gmail/gmail-draft.md
test('a draft can be written, changed, found and sent once', () => {
  const workspace = anEmptyWorkspace();
  expect(
    value(
      workspace,
      `const draft = GmailApp.createDraft('', 'First', 'body');
       const id = draft.getMessageId();
       draft.update('${TEACHER}', 'Second', 'body', { cc: 'x@else.example' });
       const found = GmailApp.getDraft(draft.getId()).getMessage();
       const before = [id !== found.getId(), found.getSubject(), found.isDraft()];
       const sent = draft.send();
       let error; try { draft.getMessage(); } catch (e) { error = e.message; }
       return [...before, sent.isDraft(), sent.getCc(), GmailApp.getDrafts().length, error]`,
    ),
  ).toEqual([true, 'Second', true, false, 'x@else.example', 0, 'Gmail operation not allowed.']);
});

test('threads move, are marked and carry labels', () => {
  const workspace = anEmptyWorkspace();
  value(workspace, `MailApp.sendEmail('${TEACHER}', 'x', 'y')`);
  expect(
    value(
      workspace,
      `const thread = GmailApp.getInboxThreads(0, 1)[0];
       const label = GmailApp.createLabel('Safety/New');
       const same = GmailApp.createLabel('Safety/New').getId() === label.getId();
       label.addToThread(thread);
       const unread = [GmailApp.getInboxUnreadCount(), label.getUnreadCount()];
       GmailApp.markThreadRead(thread);
       thread.getMessages()[0].star();
       const states = [thread.isUnread(), thread.hasStarredMessages(), thread.getLabels().map(l => l.getName()), label.getThreads().length, GmailApp.getStarredThreads().length];
       thread.moveToArchive();
       const archived = [thread.isInInbox(), GmailApp.getInboxThreads().length];
       thread.moveToTrash();
       const binned = [thread.isInTrash(), GmailApp.getTrashThreads().length, GmailApp.search('x').length];
       label.deleteLabel();
       return [same, unread, states, archived, binned, GmailApp.getUserLabelByName('Safety/New'), thread.getLabels(), GmailApp.getThreadById('f00')]`,
      TEACHER,
    ),
  ).toEqual([true, [1, 1], [false, true, ['Safety/New'], 1, 1], [false, 0], [true, 1, 0], null, [], null]);
});

test('replyAll answers everyone but oneself, and forward takes the files along', () => {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: 'head@quillhaven.example', givenName: 'Ada', familyName: 'Lowe' });
  value(
    workspace,
    `GmailApp.sendEmail('${TEACHER},x@else.example', 'Plan', 'text', { cc: 'head@quillhaven.example', attachments: [Utilities.newBlob('a', 'text/plain', 'a.txt')] })`,
  );
  value(workspace, `const m = GmailApp.getInboxThreads()[0].getMessages()[0]; m.replyAll('Yes'); m.forward('pat@else.example')`, TEACHER);
  const [forwarded, answer] = workspace.mail.mailbox(TEACHER).search('in:sent');
  expect(answer && ['To', 'Cc', 'Subject'].map((name) => headerIn(answer, name))).toEqual([
    `Safeguarding Office <${OFFICE}>, x@else.example`,
    'head@quillhaven.example',
    'Re: Plan',
  ]);
  expect(forwarded && headerIn(forwarded, 'Subject')).toBe('Fwd: Plan');
  expect(workspace.mail.mailbox(TEACHER).search('subject:fwd has:attachment')).toEqual([forwarded]);
});

// docs/workspace/add-ons/concepts/workspace-scopes.md
test('an add-on reads the open message with its token, and no other message', () => {
  const workspace = anEmptyWorkspace();
  for (const subject of ['Open', 'Closed'])
    workspace.mail.receive(compose({ from: { name: '', address: 'pupil@else.example' }, to: TEACHER, subject, text: 'words' }));
  const [closed, open] = workspace.mail.mailbox(TEACHER).messages();
  const token = workspace.mail.currentMessageToken(TEACHER, open?.id ?? '');
  const addOn = (source: string, scope = 'gmail.addons.current.message.readonly') =>
    runScript(`function main() { ${source} }`, { workspace, as: TEACHER, kind: 'add-on', scopes: [`${AUTH}/${scope}`] });
  const read = (id: string | undefined) => `const m = GmailApp.getMessageById('${id}'); return [m.getFrom(), m.getSubject(), m.getPlainBody()]`;
  expect(addOn(read(open?.id)).error?.message).toBe('Access denied: : Missing access token for per message authorization.');
  expect(addOn(`GmailApp.setCurrentMessageAccessToken('${token}'); ${read(open?.id)}`).value).toEqual(['pupil@else.example', 'Open', 'words']);
  expect(addOn(`GmailApp.setCurrentMessageAccessToken('${token}'); ${read(closed?.id)}`).error?.message).toContain('Access denied');
  expect(addOn(`GmailApp.setCurrentMessageAccessToken('${token}'); ${read(open?.id)}`, 'gmail.addons.current.message.metadata').error?.message).toContain(
    'GmailMessage.getPlainBody',
  );
  expect(addOn(`GmailApp.setCurrentMessageAccessToken('${token}'); GmailApp.getMessageById('${open?.id}').getRawContent()`).error?.message).toContain(
    'https://mail.google.com/',
  );
});
