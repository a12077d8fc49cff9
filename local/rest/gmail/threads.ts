import type { MessageData } from '../../workspace/data.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { contentOf } from '../../workspace/mail/parse.ts';
import { snippetOf } from '../../workspace/mail/text.ts';
import type { ApiMethod } from '../api.ts';
import { bodyOf, FORMAT_PARAMETERS, FULL, gmailMethod, invalid, LIST_PARAMETERS, listPage, METADATA, MODIFY, notFound, READONLY } from './common.ts';
import { labelChange, listed } from './messages.ts';
import { messageReference, messageResource } from './resource.ts';

function threadIn(mailbox: Mailbox, id: string): MessageData[] {
  const messages = mailbox.thread(id);
  if (messages.length > 0) return messages;
  if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalid('Invalid id value');
  throw notFound();
}

function historyIdOf(messages: readonly MessageData[]): string {
  return String(Math.max(...messages.map((message) => message.historyId)));
}

function changed(id: string, messages: readonly MessageData[]): Record<string, unknown> {
  return { id, messages: messages.map((message) => messageReference(message, true)) };
}

export const threadMethods: ApiMethod[] = [
  gmailMethod({
    id: 'threads.list',
    route: 'GET /threads',
    scopes: [FULL, MODIFY, READONLY, METADATA],
    query: LIST_PARAMETERS,
    call({ mailbox, query, caller }) {
      const ids = mailbox.threadIds(listed(mailbox, query, caller));
      const { page, rest } = listPage(ids, query);
      const threads = page.map((id) => {
        const messages = mailbox.thread(id);
        const last = messages.at(-1);
        return { id, snippet: last ? snippetOf(contentOf(last).text) : '', historyId: historyIdOf(messages) };
      });
      return { ...(threads.length > 0 ? { threads } : {}), ...rest, resultSizeEstimate: ids.length };
    },
  }),
  gmailMethod({
    id: 'threads.get',
    route: 'GET /threads/{id}',
    scopes: [FULL, MODIFY, READONLY, METADATA],
    query: FORMAT_PARAMETERS,
    call({ mailbox, path, query, caller }) {
      const messages = threadIn(mailbox, path['id'] ?? '');
      if (query.format?.toLowerCase() === 'raw') throw invalid('Unsupported format: RAW');
      return { id: path['id'], historyId: historyIdOf(messages), messages: messages.map((message) => messageResource(message, query, caller)) };
    },
  }),
  gmailMethod({
    id: 'threads.modify',
    route: 'POST /threads/{id}/modify',
    scopes: [FULL, MODIFY],
    body: true,
    call({ mailbox, path, request }) {
      const messages = threadIn(mailbox, path['id'] ?? '');
      const { add, remove } = labelChange(mailbox, bodyOf(request.body, ['addLabelIds', 'removeLabelIds']));
      // docs/workspace/gmail/api/guides/labels.md: on all existing messages in the thread, but never on drafts.
      for (const message of messages) if (!message.labelIds.includes('DRAFT')) mailbox.modify(message, add, remove);
      return changed(path['id'] ?? '', messages);
    },
  }),
  gmailMethod({
    id: 'threads.trash',
    route: 'POST /threads/{id}/trash',
    scopes: [FULL, MODIFY],
    call({ mailbox, path }) {
      const messages = threadIn(mailbox, path['id'] ?? '');
      for (const message of messages) mailbox.moveTo(message, 'TRASH');
      return changed(path['id'] ?? '', messages);
    },
  }),
  gmailMethod({
    id: 'threads.untrash',
    route: 'POST /threads/{id}/untrash',
    scopes: [FULL, MODIFY],
    call({ mailbox, path }) {
      const messages = threadIn(mailbox, path['id'] ?? '');
      for (const message of messages) mailbox.modify(message, [], ['TRASH']);
      return changed(path['id'] ?? '', messages);
    },
  }),
  gmailMethod({
    id: 'threads.delete',
    route: 'DELETE /threads/{id}',
    scopes: [FULL],
    call({ mailbox, path }) {
      for (const message of threadIn(mailbox, path['id'] ?? '')) mailbox.remove(message);
    },
  }),
];
