import { expect, test } from '@jest/globals';
import { compose } from '../../local/workspace/mail/compose.ts';
import { headerIn } from '../../local/workspace/mail/parse.ts';
import { anEmptyWorkspace, MONDAY, runScript, TEACHER } from '../support/script.ts';

const DAY = 86_400_000;

/** A mailbox with a message a day, newest last. */
function mailbox() {
  const workspace = anEmptyWorkspace();
  const box = workspace.mail.mailbox(TEACHER);
  const label = box.createLabel('Online safety/To do');
  const add = (days: number, labels: string[], message: Partial<Parameters<typeof compose>[0]>) =>
    box.add(compose({ from: { name: 'Ada Lowe', address: 'head@quillhaven.example' }, to: TEACHER, subject: 'x', text: '', ...message }), labels, {
      internalDate: MONDAY - days * DAY,
    });
  add(400, ['INBOX'], { subject: 'Old trip plan', text: 'The field trip to the zoo' });
  add(9, ['INBOX', 'UNREAD', 'STARRED'], {
    subject: 'Zoo',
    cc: 'dsl@quillhaven.example',
    text: 'A trip; the field is wet',
    attachments: [{ name: 'Map.pdf', contentType: 'application/pdf', bytes: Buffer.from('x') }],
  });
  add(8, ['SENT', label.id], { subject: 'Café menu', from: { name: '', address: TEACHER }, to: 'dsl@quillhaven.example' });
  add(7, ['TRASH'], { subject: 'Binned', text: 'trip' });
  add(6, ['SPAM'], { subject: 'Win', text: 'trip' });
  return workspace;
}

// support.google.com/mail/answer/7190 (Gmail's list of search operators)
test.each([
  ['trip', ['Zoo', 'Old trip plan']],
  ['"field trip"', ['Old trip plan']],
  ['field trip', ['Zoo', 'Old trip plan']],
  ['tri', []],
  ['cafe', ['Café menu']],
  ['subject:zoo', ['Zoo']],
  ['subject:(trip plan)', ['Old trip plan']],
  ['-zoo', ['Café menu']],
  ['zoo -subject:zoo', ['Old trip plan']],
  ['subject:zoo OR subject:café', ['Café menu', 'Zoo']],
  ['{subject:zoo subject:café}', ['Café menu', 'Zoo']],
  ['from:{ada sam.okafor}', ['Café menu', 'Zoo', 'Old trip plan']],
  ['from:me', ['Café menu']],
  ['from:(Ada Lowe) (plan OR wet)', ['Zoo', 'Old trip plan']],
  ['to:dsl', ['Café menu', 'Zoo']],
  ['cc:dsl@quillhaven.example', ['Zoo']],
  ['label:online-safety-to-do', ['Café menu']],
  ['label:"Online safety/To do"', ['Café menu']],
  ['has:userlabels', ['Café menu']],
  ['in:inbox is:read', ['Old trip plan']],
  ['is:unread is:starred', ['Zoo']],
  ['in:trash', ['Binned']],
  ['in:anywhere trip', ['Win', 'Binned', 'Zoo', 'Old trip plan']],
  ['has:attachment', ['Zoo']],
  ['filename:pdf', ['Zoo']],
  ['filename:map.pdf', ['Zoo']],
  ['newer_than:9d', ['Café menu', 'Zoo']],
  ['older_than:1y', ['Old trip plan']],
  ['after:2026/8/30', ['Café menu']],
  ['before:2026-08-30', ['Zoo', 'Old trip plan']],
  ['larger:1M', []],
  ['re:zoo nothing', []],
])('a search for %s finds %j', (query, subjects) => {
  const box = mailbox().mail.mailbox(TEACHER);
  expect(box.search(query).map((message) => headerIn(message, 'Subject'))).toEqual(subjects);
});

test('a message is found by its Message-ID', () => {
  const box = mailbox().mail.mailbox(TEACHER);
  const message = box.add('Message-ID: <abc.1@x.example>\r\nSubject: y\r\n\r\n', ['INBOX']);
  expect(box.search('rfc822msgid:<abc.1@x.example>')).toEqual([message]);
});

test('an operator that is not modelled is said aloud', () => {
  expect(runScript(`function main() { GmailApp.search('has:drive') }`).error?.message).toBe('not in the local Workspace: Gmail search has:drive');
});
