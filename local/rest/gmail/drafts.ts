import { NotModelled } from '../../workspace/errors.ts';
import { headerOf, isAddress, parseAddresses } from '../../workspace/mail/headers.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { parseMessage } from '../../workspace/mail/parse.ts';
import type { ApiMethod, ApiRequest } from '../api.ts';
import { bodyOf, COMPOSE, FULL, gmailMethod, invalid, listPage, MODIFY, notFound, READONLY, textOf } from './common.ts';
import { listed, MESSAGE_FIELDS } from './messages.ts';
import { messageReference, messageResource, rawFrom } from './resource.ts';

/** The new content of a draft. Addresses may be missing; what is there must be addresses. */
function contentFrom(mailbox: Mailbox, request: ApiRequest): { raw: string; threadId: string | undefined } {
  const message = bodyOf(bodyOf(request.body, ['id', 'message'])['message'], MESSAGE_FIELDS);
  const raw = rawFrom(message['raw'], request.media);
  const { headers } = parseMessage(raw).root;
  for (const name of ['To', 'Cc', 'Bcc']) {
    if (parseAddresses(headerOf(headers, name)).some(({ address }) => !isAddress(address))) throw invalid(`Invalid ${name} header`);
  }
  const threadId = textOf(message['threadId']);
  if (threadId !== undefined && mailbox.thread(threadId).length === 0) throw notFound();
  return { raw, threadId };
}

export const draftMethods: ApiMethod[] = [
  gmailMethod({
    id: 'drafts.create',
    route: 'POST /drafts',
    scopes: [FULL, MODIFY, COMPOSE],
    body: true,
    media: true,
    call({ mailbox, request }) {
      const { raw, threadId } = contentFrom(mailbox, request);
      const id = mailbox.createDraft(raw, threadId);
      return { id, message: messageReference(mailbox.draft(id), true) };
    },
  }),
  gmailMethod({
    id: 'drafts.get',
    route: 'GET /drafts/{id}',
    scopes: [FULL, MODIFY, COMPOSE, READONLY],
    query: { format: 'string' },
    // The compose scope is enough to read a draft whole.
    call: ({ mailbox, path, query, caller }) => ({
      id: path['id'],
      message: messageResource(mailbox.draft(path['id'] ?? ''), query, { ...caller, scopes: [FULL] }),
    }),
  }),
  gmailMethod({
    id: 'drafts.list',
    route: 'GET /drafts',
    scopes: [FULL, MODIFY, COMPOSE, READONLY],
    query: { maxResults: 'integer', pageToken: 'string', q: 'string', includeSpamTrash: 'boolean' },
    call({ mailbox, query, caller }) {
      const drafts = listed(mailbox, query, { ...caller, scopes: [FULL] }).flatMap((message) => {
        const id = mailbox.draftIdOf(message.id);
        return id === undefined ? [] : [{ id, message: messageReference(message) }];
      });
      const { page, rest } = listPage(drafts, query);
      return { ...(page.length > 0 ? { drafts: page } : {}), ...rest, resultSizeEstimate: drafts.length };
    },
  }),
  gmailMethod({
    id: 'drafts.update',
    route: 'PUT /drafts/{id}',
    scopes: [FULL, MODIFY, COMPOSE],
    body: true,
    media: true,
    call({ mailbox, path, request }) {
      const id = path['id'] ?? '';
      mailbox.draft(id);
      const { raw, threadId } = contentFrom(mailbox, request);
      return { id, message: messageReference(mailbox.updateDraft(id, raw, threadId), true) };
    },
  }),
  gmailMethod({
    id: 'drafts.send',
    route: 'POST /drafts/send',
    scopes: [FULL, MODIFY, COMPOSE],
    body: true,
    media: true,
    ms: 300,
    call({ mailbox, request, caller }) {
      const body = bodyOf(request.body, ['id', 'message']);
      if (request.media !== undefined || bodyOf(body['message'], MESSAGE_FIELDS)['raw'] !== undefined) {
        throw new NotModelled('gmail.users.drafts.send with a message: update the draft first');
      }
      const id = textOf(body['id']);
      if (id === undefined) throw invalid('Invalid draft');
      return messageReference(caller.workspace.mail.sendDraft(mailbox.email, id), true);
    },
  }),
  gmailMethod({
    id: 'drafts.delete',
    route: 'DELETE /drafts/{id}',
    scopes: [FULL, MODIFY, COMPOSE],
    call: ({ mailbox, path }) => mailbox.remove(mailbox.draft(path['id'] ?? '')),
  }),
];
