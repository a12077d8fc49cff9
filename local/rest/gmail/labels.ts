import type { LabelData } from '../../workspace/mail/labels.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import type { ApiMethod } from '../api.ts';
import { LABEL_COLORS } from './colors.ts';
import { bodyOf, FULL, type GmailCall, gmailMethod, invalid, LABELS, METADATA, MODIFY, notFound, READONLY, textOf } from './common.ts';

const READ = [FULL, MODIFY, READONLY, LABELS, METADATA];
const WRITE = [FULL, MODIFY, LABELS];
const LIST_VISIBILITY = ['labelShow', 'labelShowIfUnread', 'labelHide'];
const MESSAGE_VISIBILITY = ['show', 'hide'];

function labelIn(mailbox: Mailbox, id: string): LabelData {
  const label = mailbox.label(id);
  if (!label) throw notFound();
  return label;
}

function labelResource(mailbox: Mailbox, label: LabelData): Record<string, unknown> {
  const messages = mailbox.messages().filter((message) => message.labelIds.includes(label.id));
  const unread = messages.filter((message) => message.labelIds.includes('UNREAD'));
  return {
    ...label,
    messagesTotal: messages.length,
    messagesUnread: unread.length,
    threadsTotal: mailbox.threadIds(messages).length,
    threadsUnread: mailbox.threadIds(unread).length,
  };
}

/** Puts the fields of a request into a label; only a user's own label can be changed. */
function change({ mailbox, path, request }: GmailCall): Record<string, unknown> {
  const label = labelIn(mailbox, path['id'] ?? '');
  if (label.type === 'system') throw invalid('Cannot update a system label');
  const body = labelBody(request.body);
  const name = textOf(body['name']);
  if (name !== undefined) mailbox.renameLabel(label, name);
  setLooks(label, body);
  return { ...label };
}

function labelBody(body: unknown): Record<string, unknown> {
  const fields = [
    'id',
    'name',
    'type',
    'labelListVisibility',
    'messageListVisibility',
    'color',
    'messagesTotal',
    'messagesUnread',
    'threadsTotal',
    'threadsUnread',
  ];
  return bodyOf(body, fields);
}

function setLooks(label: LabelData, body: Record<string, unknown>): void {
  const inList = textOf(body['labelListVisibility']);
  const ofMessages = textOf(body['messageListVisibility']);
  if (inList !== undefined) {
    if (!LIST_VISIBILITY.includes(inList)) throw invalid(`Invalid value at 'label.label_list_visibility': "${inList}"`);
    label.labelListVisibility = inList;
  }
  if (ofMessages !== undefined) {
    if (!MESSAGE_VISIBILITY.includes(ofMessages)) throw invalid(`Invalid value at 'label.message_list_visibility': "${ofMessages}"`);
    label.messageListVisibility = ofMessages;
  }
  if (body['color'] !== undefined && body['color'] !== null) {
    const { textColor, backgroundColor } = bodyOf(body['color'], ['textColor', 'backgroundColor']);
    for (const color of [textColor, backgroundColor]) {
      if (typeof color !== 'string' || !LABEL_COLORS.has(color)) throw invalid(`Label color ${String(color)} is not on the allowed color palette`);
    }
    label.color = { textColor: String(textColor), backgroundColor: String(backgroundColor) };
  }
}

export const labelMethods: ApiMethod[] = [
  gmailMethod({
    id: 'labels.list',
    route: 'GET /labels',
    scopes: READ,
    call: ({ mailbox }) => ({ labels: mailbox.data.labels.map((label) => ({ ...label })) }),
  }),
  gmailMethod({
    id: 'labels.get',
    route: 'GET /labels/{id}',
    scopes: READ,
    call: ({ mailbox, path }) => labelResource(mailbox, labelIn(mailbox, path['id'] ?? '')),
  }),
  gmailMethod({
    id: 'labels.create',
    route: 'POST /labels',
    scopes: WRITE,
    body: true,
    call({ mailbox, request }) {
      const body = labelBody(request.body);
      const label = mailbox.createLabel(textOf(body['name']) ?? '');
      setLooks(label, { labelListVisibility: 'labelShow', messageListVisibility: 'show', ...body });
      return { ...label };
    },
  }),
  gmailMethod({ id: 'labels.update', route: 'PUT /labels/{id}', scopes: WRITE, body: true, call: change }),
  gmailMethod({ id: 'labels.patch', route: 'PATCH /labels/{id}', scopes: WRITE, body: true, call: change }),
  gmailMethod({
    id: 'labels.delete',
    route: 'DELETE /labels/{id}',
    scopes: WRITE,
    call({ mailbox, path }) {
      const label = labelIn(mailbox, path['id'] ?? '');
      if (label.type === 'system') throw invalid('Invalid delete request');
      mailbox.deleteLabel(label);
    },
  }),
];
