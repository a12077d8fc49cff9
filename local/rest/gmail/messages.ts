import type { MessageData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { complete } from '../../workspace/mail/complete.ts';
import { parseAddresses } from '../../workspace/mail/headers.ts';
import { AUTOMATIC_LABELS } from '../../workspace/mail/labels.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { headerIn } from '../../workspace/mail/parse.ts';
import type { ApiMethod, Caller } from '../api.ts';
import {
  bodyOf,
  COMPOSE,
  FORMAT_PARAMETERS,
  FULL,
  gmailMethod,
  INSERT,
  invalid,
  LIST_PARAMETERS,
  listOf,
  listPage,
  METADATA,
  MODIFY,
  notFound,
  READONLY,
  readsContent,
  SEND,
  textOf,
} from './common.ts';
import { attachmentOf, Bytes, messageReference, messageResource, rawFrom } from './resource.ts';

/** Fields of a Message that a client may send back although Gmail alone sets them. */
export const MESSAGE_FIELDS = ['id', 'threadId', 'labelIds', 'snippet', 'historyId', 'internalDate', 'payload', 'sizeEstimate', 'raw'];
const MOST_IN_A_BATCH = 1000;

function messageIn(mailbox: Mailbox, id: string): MessageData {
  const message = mailbox.message(id);
  if (message) return message;
  if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalid('Invalid id value');
  throw notFound();
}

/** The messages that a list's `q`, `labelIds` and `includeSpamTrash` leave. */
export function listed(mailbox: Mailbox, query: { q?: string; labelIds?: string[]; includeSpamTrash?: boolean }, caller: Caller): MessageData[] {
  const q = query.q ?? '';
  if (q !== '' && !readsContent(caller)) throw new ApiError(403, "Metadata scope does not support 'q' parameter", 'PERMISSION_DENIED', 'forbidden');
  const labelIds = query.labelIds ?? [];
  for (const id of labelIds) if (!mailbox.label(id)) throw invalid(`Invalid label: ${id}`);
  const everything = query.includeSpamTrash === true || labelIds.includes('SPAM') || labelIds.includes('TRASH');
  return mailbox.search(q, everything).filter((message) => labelIds.every((id) => message.labelIds.includes(id)));
}

/** The labels to add and to remove; only those that exist and that may be put on by hand. */
export function labelChange(mailbox: Mailbox, body: Record<string, unknown>): { add: string[]; remove: string[] } {
  const add = listOf(body['addLabelIds']);
  const remove = listOf(body['removeLabelIds']);
  for (const id of [...add, ...remove]) if (!mailbox.label(id) || AUTOMATIC_LABELS.includes(id)) throw invalid(`Invalid label: ${id}`);
  if (add.length + remove.length === 0) throw invalid('No label add or removes specified');
  const both = add.find((id) => remove.includes(id));
  if (both) throw invalid(`Cannot both add and remove the same label: ${both}`);
  return { add, remove };
}

function change(mailbox: Mailbox, message: MessageData, body: Record<string, unknown>): void {
  const { add, remove } = labelChange(mailbox, body);
  // docs/workspace/gmail/api/guides/labels.md: labels cannot be applied to draft messages.
  if (message.labelIds.includes('DRAFT')) throw invalid('Labels cannot be applied to draft messages');
  mailbox.modify(message, add, remove);
}

function batchIds(body: Record<string, unknown>): string[] {
  const ids = listOf(body['ids']);
  if (ids.length === 0) throw invalid('No message ids specified');
  if (ids.length > MOST_IN_A_BATCH) throw invalid(`Too many message ids: the limit is ${MOST_IN_A_BATCH}`);
  return ids;
}

export const messageMethods: ApiMethod[] = [
  gmailMethod({
    id: 'messages.list',
    route: 'GET /messages',
    scopes: [FULL, MODIFY, READONLY, METADATA],
    query: LIST_PARAMETERS,
    call({ mailbox, query, caller }) {
      const all = listed(mailbox, query, caller);
      const { page, rest } = listPage(all, query);
      return { ...(page.length > 0 ? { messages: page.map((message) => messageReference(message)) } : {}), ...rest, resultSizeEstimate: all.length };
    },
  }),
  gmailMethod({
    id: 'messages.get',
    route: 'GET /messages/{id}',
    scopes: [FULL, MODIFY, READONLY, METADATA],
    query: FORMAT_PARAMETERS,
    call: ({ mailbox, path, query, caller }) => messageResource(messageIn(mailbox, path['id'] ?? ''), query, caller),
  }),
  gmailMethod({
    id: 'messages.send',
    route: 'POST /messages/send',
    scopes: [FULL, MODIFY, COMPOSE, SEND],
    body: true,
    media: true,
    ms: 300,
    call({ mailbox, request, caller }) {
      const body = bodyOf(request.body, MESSAGE_FIELDS);
      const threadId = textOf(body['threadId']);
      if (threadId !== undefined && mailbox.thread(threadId).length === 0) throw notFound();
      return messageReference(caller.workspace.mail.send(mailbox.email, rawFrom(body['raw'], request.media), { threadId }), true);
    },
  }),
  gmailMethod({
    id: 'messages.insert',
    route: 'POST /messages',
    scopes: [FULL, MODIFY, INSERT],
    query: { internalDateSource: 'string', deleted: 'unmodelled' },
    body: true,
    media: true,
    call({ mailbox, request, query, caller }) {
      const body = bodyOf(request.body, MESSAGE_FIELDS);
      const raw = complete(rawFrom(body['raw'], request.media), caller.workspace);
      const labelIds = listOf(body['labelIds']);
      for (const id of labelIds) if (!mailbox.label(id)) throw invalid(`Invalid label: ${id}`);
      const probe: MessageData = { id: '', threadId: '', labelIds, internalDate: caller.workspace.clock.now(), historyId: 0, raw };
      const from = parseAddresses(headerIn(probe, 'From'))[0]?.address ?? '';
      // docs/workspace/gmail/api/guides/labels.md: a message from the user's own address gets SENT.
      const sent = caller.workspace.mail.ownAddresses(mailbox.email).includes(from) ? ['SENT'] : [];
      const threadId = textOf(body['threadId']);
      return messageReference(
        mailbox.add(raw, [...labelIds, ...sent], {
          threadId: threadId !== undefined && mailbox.mayJoin(raw, threadId) ? threadId : undefined,
          internalDate: insertedDate(probe, query.internalDateSource),
        }),
        true,
      );
    },
  }),
  gmailMethod({
    id: 'messages.modify',
    route: 'POST /messages/{id}/modify',
    scopes: [FULL, MODIFY],
    body: true,
    call({ mailbox, path, request }) {
      const message = messageIn(mailbox, path['id'] ?? '');
      change(mailbox, message, bodyOf(request.body, ['addLabelIds', 'removeLabelIds']));
      return messageReference(message, true);
    },
  }),
  gmailMethod({
    id: 'messages.batchModify',
    route: 'POST /messages/batchModify',
    scopes: [FULL, MODIFY],
    body: true,
    call({ mailbox, request }) {
      const body = bodyOf(request.body, ['ids', 'addLabelIds', 'removeLabelIds']);
      const messages = batchIds(body).map((id) => messageIn(mailbox, id));
      for (const message of messages) change(mailbox, message, body);
    },
  }),
  gmailMethod({
    id: 'messages.trash',
    route: 'POST /messages/{id}/trash',
    scopes: [FULL, MODIFY],
    call({ mailbox, path }) {
      const message = messageIn(mailbox, path['id'] ?? '');
      mailbox.moveTo(message, 'TRASH');
      return messageReference(message, true);
    },
  }),
  gmailMethod({
    id: 'messages.untrash',
    route: 'POST /messages/{id}/untrash',
    scopes: [FULL, MODIFY],
    call({ mailbox, path }) {
      const message = messageIn(mailbox, path['id'] ?? '');
      mailbox.modify(message, [], ['TRASH']);
      return messageReference(message, true);
    },
  }),
  gmailMethod({
    id: 'messages.delete',
    route: 'DELETE /messages/{id}',
    scopes: [FULL],
    call: ({ mailbox, path }) => mailbox.remove(messageIn(mailbox, path['id'] ?? '')),
  }),
  gmailMethod({
    id: 'messages.batchDelete',
    route: 'POST /messages/batchDelete',
    scopes: [FULL],
    body: true,
    call({ mailbox, request }) {
      // users.messages/batchDelete.md: no guarantee that the messages existed at all.
      for (const id of batchIds(bodyOf(request.body, ['ids']))) {
        const message = mailbox.message(id);
        if (message) mailbox.remove(message);
      }
    },
  }),
  gmailMethod({
    id: 'messages.attachments.get',
    route: 'GET /messages/{messageId}/attachments/{id}',
    scopes: [FULL, MODIFY, READONLY],
    call({ mailbox, path }) {
      const part = attachmentOf(messageIn(mailbox, path['messageId'] ?? ''), path['id'] ?? '');
      if (!part) throw invalid('Invalid attachment token');
      return { size: part.body.length, data: new Bytes(part.body) };
    },
  }),
];

function insertedDate(message: MessageData, source: string | undefined): number {
  if (source === undefined || source === 'receivedTime') return message.internalDate;
  if (source !== 'dateHeader') throw invalid(`Invalid value at 'internal_date_source': "${source}"`);
  const time = Date.parse(headerIn(message, 'Date'));
  return Number.isNaN(time) ? message.internalDate : time;
}
