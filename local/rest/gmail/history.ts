import type { MailboxData } from '../../workspace/data.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import type { ApiMethod } from '../api.ts';
import { FULL, gmailMethod, invalid, listPage, METADATA, MODIFY, notFound, READONLY } from './common.ts';

type HistoryData = MailboxData['history'][number];

const FIELDS: Record<HistoryData['kind'], string> = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
};

function historyResource(record: HistoryData, mailbox: Mailbox): Record<string, unknown> {
  const reference = { id: record.messageId, threadId: record.threadId };
  const change = record.kind === 'labelAdded' || record.kind === 'labelRemoved' ? { labelIds: record.labelIds } : {};
  const labelIds = mailbox.message(record.messageId)?.labelIds ?? record.labelIds;
  return { id: String(record.id), messages: [reference], [FIELDS[record.kind]]: [{ message: { ...reference, labelIds }, ...change }] };
}

export const historyMethods: ApiMethod[] = [
  gmailMethod({
    id: 'history.list',
    route: 'GET /history',
    scopes: [FULL, MODIFY, READONLY, METADATA],
    query: { maxResults: 'integer', pageToken: 'string', startHistoryId: 'string', labelId: 'string', historyTypes: 'strings' },
    call({ mailbox, query }) {
      const start = query.startHistoryId;
      if (start === undefined) throw invalid('Missing/invalid startHistoryId');
      if (!/^\d+$/.test(start)) throw notFound();
      const types = query.historyTypes ?? [];
      for (const type of types) if (!(type in FIELDS)) throw invalid(`Invalid value at 'history_types': "${type}"`);
      const labelId = query.labelId;
      const records = mailbox
        .historySince(Number(start))
        .filter((record) => types.length === 0 || types.includes(record.kind))
        .filter((record) => labelId === undefined || (mailbox.message(record.messageId)?.labelIds ?? record.labelIds).includes(labelId));
      const { page, rest } = listPage(records, query);
      return {
        ...(page.length > 0 ? { history: page.map((record) => historyResource(record, mailbox)) } : {}),
        ...rest,
        historyId: String(mailbox.data.historyId),
      };
    },
  }),
];
