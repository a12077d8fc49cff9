import { expect, test } from '@jest/globals';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const DAY = 86_400_000;
const AUTH = 'https://www.googleapis.com/auth';

/** A script's helpers for raw messages; `b64` and `text` because bytes are signed numbers in a script. */
const HELPERS = `
  const raw = (lines) => lines.join('\\r\\n').split('').map(c => c.charCodeAt(0));
  const mail = (to, subject, body, more = []) => raw(['To: ' + to, 'Subject: ' + subject, ...more, '', body]);
  const text = (bytes) => String.fromCharCode(...bytes);
`;

function run(source: string, options: { workspace?: Workspace; as?: string; scopes?: string[] } = {}) {
  return runScript(`${HELPERS} function main() { ${source} }`, options);
}

function value(source: string, options: { workspace?: Workspace; as?: string } = {}) {
  const result = run(source, options);
  expect(result.error).toBeUndefined();
  return result.value;
}

// docs/workspace/gmail/api/guides/drafts.md
test('a draft keeps its id while its message is replaced, and is gone once it is sent', () => {
  const workspace = anEmptyWorkspace();
  const seen = value(
    `const draft = Gmail.Users.Drafts.create({ message: { raw: mail('${TEACHER}', 'One', 'a') } }, 'me');
     const updated = Gmail.Users.Drafts.update({ message: { raw: mail('${TEACHER}', 'Two', 'b') } }, 'me', draft.id);
     const subject = Gmail.Users.Drafts.get('me', draft.id).message.payload.headers.find(h => h.name === 'Subject').value;
     const sent = Gmail.Users.Drafts.send({ id: draft.id }, 'me');
     const after = [];
     for (const again of [() => Gmail.Users.Drafts.get('me', draft.id), () => Gmail.Users.Drafts.send({ id: draft.id }, 'me')]) {
       try { again(); } catch (e) { after.push([e.name, e.message, e.details.code]); }
     }
     return { same: updated.id === draft.id, replaced: updated.message.id !== draft.message.id, subject, labels: sent.labelIds, fresh: sent.id !== updated.message.id, after, left: Gmail.Users.Drafts.list('me') };`,
    { workspace },
  );
  const gone = (method: string) => [
    'GoogleJsonResponseException',
    `API call to gmail.users.drafts.${method} failed with error: Requested entity was not found.`,
    404,
  ];
  expect(seen).toEqual({
    same: true,
    replaced: true,
    subject: 'Two',
    labels: ['SENT'],
    fresh: true,
    after: [gone('get'), gone('send')],
    left: { resultSizeEstimate: 0 },
  });
  expect(workspace.mail.mailbox(TEACHER).messages()).toHaveLength(1);
});

test('raw is base64url text or bytes going in, and bytes coming out', () => {
  const encoded = Buffer.from(`To: ${TEACHER}\r\nSubject: =?UTF-8?Q?Caf=C3=A9?=\r\n\r\nHello`).toString('base64url');
  expect(
    value(
      `const sent = Gmail.Users.Messages.send({ raw: '${encoded}' }, 'me');
       const full = Gmail.Users.Messages.get('me', sent.id);
       return [full.payload.headers.find(h => h.name === 'Subject').value, text(full.payload.body.data), text(Gmail.Users.Messages.get('me', sent.id, { format: 'raw' }).raw).endsWith('Hello')];`,
    ),
  ).toEqual(['Café', 'Hello', true]);
});

test.each([
  [`Gmail.Users.Messages.send({ raw: mail('', 'x', 'y') }, 'me')`, 400, 'Recipient address required'],
  [`Gmail.Users.Messages.send({ raw: mail('nonsense', 'x', 'y') }, 'me')`, 400, 'Invalid To header'],
  [`Gmail.Users.Messages.send({}, 'me')`, 400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required"],
  [`Gmail.Users.Messages.get('me', 'f00')`, 404, 'Requested entity was not found.'],
  [`Gmail.Users.Messages.list('${TEACHER}')`, 403, `Delegation denied for ${OFFICE}`],
  [`Gmail.Users.Labels.create({ name: 'inbox' }, 'me')`, 409, 'Label name exists or conflicts'],
  [
    `Gmail.Users.Settings.ForwardingAddresses.create({ forwardingEmail: 'a@b.example' }, 'me')`,
    403,
    'Access restricted to service accounts that have been delegated domain-wide authority',
  ],
  [`Gmail.Users.Settings.Filters.create({ criteria: { from: 'a' }, action: { forward: 'a@b.example' } }, 'me')`, 400, 'Unrecognized forwarding address'],
  [`Gmail.Users.Settings.Filters.create({ criteria: {}, action: { addLabelIds: ['STARRED'] } }, 'me')`, 400, "Filter doesn't have any criteria"],
])('%s is refused with %d', (call, code, message) => {
  const result = run(`try { ${call}; } catch (e) { return [e.details.code, e.details.message]; }`);
  expect(result.value).toEqual([code, message]);
});

// docs/workspace/gmail/api/guides/sync.md
test('history tells what changed after a point, and a point more than a week back needs a full sync', () => {
  const workspace = anEmptyWorkspace();
  const start = value(`return Gmail.Users.getProfile('me').historyId`, { workspace, as: TEACHER });
  value(`Gmail.Users.Messages.send({ raw: mail('${TEACHER}', 'x', 'y') }, 'me')`, { workspace });
  const changes = `
    const id = Gmail.Users.Messages.list('me').messages[0].id;
    Gmail.Users.Messages.modify({ addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] }, 'me', id);
    const list = (more) => Gmail.Users.History.list('me', { startHistoryId: '${start}', ...more });
    return [list({}).history.map(h => Object.keys(h).filter(k => /s(Added|Removed)$/.test(k))[0]), list({ historyTypes: ['labelRemoved'] }).history.map(h => h.labelsRemoved[0].labelIds), list({}).historyId];`;
  const [kinds, removed, latest] = value(changes, { workspace, as: TEACHER }) as [string[], string[][], string];
  expect(kinds).toEqual(['messagesAdded', 'labelsAdded', 'labelsRemoved']);
  expect(removed).toEqual([['UNREAD']]);
  workspace.clock.pass(8 * DAY);
  const codes = [start, latest, '999999'].map(
    (from) =>
      run(`try { return Gmail.Users.History.list('me', { startHistoryId: '${from}' }).historyId } catch (e) { return e.details.code }`, {
        workspace,
        as: TEACHER,
      }).value,
  );
  expect(codes).toEqual([404, latest, 404]);
});

test('labels are kept by message, listed in pages, and counted', () => {
  const workspace = anEmptyWorkspace();
  value(`for (const s of ['a', 'b', 'c']) Gmail.Users.Messages.send({ raw: mail('${TEACHER}', s, s) }, 'me')`, { workspace });
  expect(
    value(
      `const label = Gmail.Users.Labels.create({ name: 'Safety' }, 'me');
       const first = Gmail.Users.Messages.list('me', { maxResults: 2, q: 'in:inbox' });
       const second = Gmail.Users.Messages.list('me', { maxResults: 2, q: 'in:inbox', pageToken: first.nextPageToken });
       Gmail.Users.Messages.batchModify({ ids: first.messages.map(m => m.id), addLabelIds: [label.id], removeLabelIds: ['INBOX'] }, 'me');
       const { messagesTotal, threadsUnread } = Gmail.Users.Labels.get('me', label.id);
       Gmail.Users.Labels.remove('me', label.id);
       return [first.messages.length, second.messages.length, second.nextPageToken === undefined, messagesTotal, threadsUnread, Gmail.Users.Messages.list('me', { labelIds: ['INBOX'] }).messages.length, Gmail.Users.Labels.list('me').labels.filter(l => l.type === 'user').length];`,
      { workspace, as: TEACHER },
    ),
  ).toEqual([2, 1, true, 2, 2, 1, 0]);
});

// docs/workspace/gmail/api/reference/rest/v1/users.messages.md, threadId
test('a message joins the thread it names only with matching references and subject', () => {
  expect(
    value(
      `const first = Gmail.Users.Messages.send({ raw: mail('${TEACHER}', 'Trip', 'a', ['Message-ID: <one@q.example>']) }, 'me');
       const answer = (subject, more) => Gmail.Users.Messages.send({ raw: mail('${TEACHER}', subject, 'b', more), threadId: first.threadId }, 'me').threadId === first.threadId;
       return [answer('Re: Trip', ['In-Reply-To: <one@q.example>']), answer('Lunch', ['In-Reply-To: <one@q.example>']), answer('Trip', [])];`,
    ),
  ).toEqual([true, false, false]);
});

// docs/workspace/gmail/api/reference/rest/v1/Format.md
test('the metadata scope gives headers and no text', () => {
  const workspace = anEmptyWorkspace();
  value(`Gmail.Users.Messages.send({ raw: mail('${OFFICE}', 'x', 'y') }, 'me')`, { workspace });
  const result = run(
    `const id = Gmail.Users.Messages.list('me').messages[0].id;
     const headers = Gmail.Users.Messages.get('me', id, { format: 'metadata', metadataHeaders: ['Subject'] }).payload.headers;
     const refused = [() => Gmail.Users.Messages.get('me', id), () => Gmail.Users.Messages.list('me', { q: 'x' })].map(f => { try { f() } catch (e) { return e.details.message } });
     return [headers, refused];`,
    { workspace, scopes: [`${AUTH}/gmail.metadata`] },
  );
  expect(result.value).toEqual([
    [{ name: 'Subject', value: 'x' }],
    ["Metadata scope doesn't allow format FULL", "Metadata scope does not support 'q' parameter"],
  ]);
});

test('attachments are fetched by their id', () => {
  const workspace = anEmptyWorkspace();
  value(`GmailApp.sendEmail('${OFFICE}', 'x', 'y', { attachments: [Utilities.newBlob('some bytes', 'text/plain', 'note.txt')] })`, { workspace });
  expect(
    value(
      `const message = Gmail.Users.Messages.get('me', Gmail.Users.Messages.list('me', { q: 'has:attachment' }).messages[0].id);
       const part = message.payload.parts.find(p => p.filename === 'note.txt');
       return [part.body.data === undefined, text(Gmail.Users.Messages.Attachments.get('me', message.id, part.body.attachmentId).data)];`,
      { workspace },
    ),
  ).toEqual([true, 'some bytes']);
});
