import { html } from 'hono/html';
import type { MessageData } from '../../workspace/data.ts';
import { contentIdOf, contentOf, headerIn, isInline } from '../../workspace/mail/parse.ts';
import { isUserLabel } from '../../workspace/mail/search.ts';
import { CARD_SCRIPT } from '../cards/card.ts';
import { addOnPanels, hasAddOn, isForPanels } from '../cards/panel.ts';
import type { PageReply } from '../page-reply.ts';
import { inWords, type Markup } from '../shell.ts';
import { FIT_FRAMES, messageBody } from './body.ts';
import type { Desk } from './desk.ts';
import { frame } from './list.ts';

/** One conversation, oldest message first, with the add-ons beside. Opening it marks it as read. */
export function threadPage(desk: Desk, threadId: string): PageReply {
  const { mailbox } = desk;
  const messages = mailbox.thread(threadId);
  const first = messages[0];
  if (!first) return missing(desk);
  for (const message of messages) mailbox.modify(message, [], ['UNREAD']);
  const subject = headerIn(first, 'Subject') || '(no subject)';
  const labels = new Set(messages.flatMap((message) => message.labelIds.filter(isUserLabel)));
  return frame(desk, subject, {
    status: 200,
    current: '',
    main: withPanels(
      desk,
      messages,
      html`<h1>${subject} ${[...labels].map((id) => html`<span class="mail-label">${mailbox.label(id)?.name}</span> `)}</h1>
${actions(desk, messages)}
${messages.map((message) => messageCard(desk, message))}
${FIT_FRAMES}`,
    ),
  });
}

/** Gmail opens the newest message of a conversation, and add-ons are shown for that. Whoever has no account of the school has none of its add-ons. */
function withPanels({ workspace, visitor, fields, path }: Desk, messages: readonly MessageData[], main: Markup): Markup {
  const open = messages.filter((message) => !message.labelIds.includes('DRAFT')).at(-1);
  if (!open || !hasAddOn(workspace, 'gmail') || !workspace.people.isInDomain(visitor)) return main;
  const panels = addOnPanels(workspace, {
    visitor,
    context: { host: 'gmail', trigger: 'contextual', messageId: open.id },
    address: path,
    ...(isForPanels(fields) ? { fields } : {}),
  });
  return html`<div class="mail-open"><div>${main}</div><aside aria-label="Add-ons">${panels}</aside></div>${CARD_SCRIPT}`;
}

/** What can be done with a whole conversation. */
const ACTIONS = {
  archive: { words: 'Archive', applies: (labels: Set<string>) => labels.has('INBOX') },
  inbox: { words: 'Move to inbox', applies: (labels: Set<string>) => !labels.has('INBOX') && !labels.has('SENT') },
  spam: { words: 'Report spam', applies: (labels: Set<string>) => !labels.has('SPAM') },
  trash: { words: 'Delete', applies: (labels: Set<string>) => !labels.has('TRASH') },
  unread: { words: 'Mark as unread', applies: () => true },
  star: { words: 'Star', applies: (labels: Set<string>) => !labels.has('STARRED') },
  unstar: { words: 'Take the star off', applies: (labels: Set<string>) => labels.has('STARRED') },
} as const;

function actions({ path, mailbox }: Desk, messages: readonly MessageData[]): Markup {
  const labels = new Set(messages.flatMap((message) => message.labelIds));
  const own = mailbox.data.labels.filter(({ type }) => type === 'user');
  return html`<form method="post" action="${path}" class="row" aria-label="This conversation">
${Object.entries(ACTIONS).map(([id, { words, applies }]) => (applies(labels) ? html`<button class="plain" name="do" value="${id}">${words}</button>` : ''))}
${own.map(({ id, name }) => html`<button class="plain" name="${labels.has(id) ? 'unlabel' : 'label'}" value="${id}">${labels.has(id) ? 'Remove' : 'Add'} label ${name}</button>`)}
</form>`;
}

/** Does what a button of the conversation says, then goes back to the list it leaves, or stays. */
export function changeThread(desk: Desk, threadId: string): PageReply {
  const { mailbox, fields, path } = desk;
  const messages = mailbox.thread(threadId).filter((message) => !message.labelIds.includes('DRAFT'));
  if (messages.length === 0) return missing(desk);
  const go = (location: string): PageReply => ({ status: 303, location, title: '', main: html`` });
  const added = mailbox.label(fields.get('label') ?? '')?.id;
  const removed = mailbox.label(fields.get('unlabel') ?? '')?.id;
  for (const message of messages) mailbox.modify(message, added ? [added] : [], removed ? [removed] : []);
  const places = { archive: 'archive', inbox: 'INBOX', spam: 'SPAM', trash: 'TRASH' } as const;
  const action = fields.get('do') ?? '';
  if (action in places) {
    for (const message of messages) mailbox.moveTo(message, places[action as keyof typeof places]);
    return go('/mail');
  }
  const last = messages.at(-1) as MessageData;
  if (action === 'star') mailbox.modify(last, ['STARRED'], []);
  if (action === 'unstar') for (const message of messages) mailbox.modify(message, [], ['STARRED']);
  if (action === 'unread') {
    mailbox.modify(last, ['UNREAD'], []);
    return go('/mail');
  }
  return go(path);
}

function messageCard({ mailbox }: Desk, message: MessageData): Markup {
  const draftId = mailbox.draftIdOf(message.id);
  const line = (name: string) => {
    const value = headerIn(message, name);
    return value ? html`<p class="quiet">${name}: ${value}</p>` : '';
  };
  const files = contentOf(message)
    .files.map((part, index) => ({ part, index }))
    .filter(({ part }) => !isInline(part) || contentIdOf(part) === '');
  return html`<article class="mail-message">
<header><h2>${draftId === undefined ? headerIn(message, 'From') : 'Draft'}</h2>
${line('To')}${line('Cc')}${line('Bcc')}${line('Reply-To')}
<p class="quiet"><time datetime="${new Date(message.internalDate).toISOString()}">${inWords(message.internalDate)}</time></p></header>
${messageBody(message)}
${files.length > 0 ? html`<ul class="mail-files" aria-label="Attachments">${files.map(({ part, index }) => html`<li><a href="/mail/file/${message.id}/${index}" ${isPdf(part.body) ? html`target="_blank" rel="noopener"` : 'download'}>${part.filename || 'Unnamed file'}</a> <span class="quiet">${size(part.body.length)}</span></li>`)}</ul>` : ''}
<footer class="row">${
    draftId === undefined
      ? html`<a href="/mail/compose?reply=${message.id}">Reply</a> <a href="/mail/compose?reply=${message.id}&all=1">Reply to all</a>`
      : html`<a href="/mail/compose?draft=${draftId}">Go on writing</a>`
  }</footer>
</article>`;
}

/** An attachment's bytes, and whether a browser may open it; undefined when it is not there. */
export function attachedFile(
  { mailbox }: Pick<Desk, 'mailbox'>,
  messageId: string,
  index: number,
): { name: string; bytes: Buffer; isPdf: boolean } | undefined {
  const message = mailbox.message(messageId);
  const part = message && contentOf(message).files[index];
  return part && { name: part.filename || 'file', bytes: part.body, isPdf: isPdf(part.body) };
}

/** By what it is, not by what it is called. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}

export function missing(desk: Desk): PageReply {
  return frame(desk, 'Not here', {
    status: 404,
    current: '',
    main: html`<h1>This mail is not here</h1><p>It may have been deleted or sent. <a href="/mail">Inbox</a></p>`,
  });
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
