import { html, raw } from 'hono/html';
import type { MessageData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import { parseAddresses } from '../../workspace/mail/headers.ts';
import { contentOf, headerIn } from '../../workspace/mail/parse.ts';
import { isUserLabel } from '../../workspace/mail/search.ts';
import { snippetOf } from '../../workspace/mail/text.ts';
import type { PageReply } from '../page-reply.ts';
import { inWords, type Markup } from '../shell.ts';
import type { Desk } from './desk.ts';
import { MAIL_STYLE } from './style.ts';

const PAGE = 50;
const FOLDERS = [
  { id: 'inbox', name: 'Inbox', query: 'in:inbox' },
  { id: 'starred', name: 'Starred', query: 'is:starred' },
  { id: 'sent', name: 'Sent', query: 'in:sent' },
  { id: 'drafts', name: 'Drafts', query: 'in:drafts' },
  { id: 'all', name: 'All mail', query: '' },
  { id: 'spam', name: 'Spam', query: 'in:spam' },
  { id: 'trash', name: 'Trash', query: 'in:trash' },
] as const;

/** A folder, a label or what a search finds, fifty conversations a page. */
export function listPage(desk: Desk): PageReply {
  const { mailbox, query } = desk;
  const label = mailbox.label(query.get('label') ?? '');
  const folder = FOLDERS.find(({ id }) => id === (query.get('in') ?? 'inbox')) ?? FOLDERS[0];
  const typed = query.get('q')?.trim() ?? '';
  const heading = typed ? `Search: ${typed}` : (label?.name ?? folder.name);
  const found = search(desk, typed || (label ? '' : folder.query));
  const messages = label && !typed ? found.messages.filter((message) => message.labelIds.includes(label.id)) : found.messages;
  const threads = mailbox.threadIds(messages);
  const start = Math.max(0, Number(query.get('from')) || 0);
  const turn = (from: number, words: string) => {
    const next = new URLSearchParams(query);
    next.set('from', String(from));
    return html`<a href="/mail?${next.toString()}">${words}</a> `;
  };
  return frame(desk, heading, {
    status: found.problem ? 422 : 200,
    current: typed ? '' : (label?.id ?? folder.id),
    main: html`<h1>${heading}</h1>
${found.problem ? html`<p class="bad" role="alert">${found.problem}</p>` : ''}
${threads.length === 0 ? html`<p class="quiet">No mail here.</p>` : html`<ul class="mail-list">${threads.slice(start, start + PAGE).map((id) => row(desk, id, messages))}</ul>`}
<p>${start > 0 ? turn(Math.max(0, start - PAGE), 'Newer') : ''}${start + PAGE < threads.length ? turn(start + PAGE, 'Older') : ''}</p>`,
  });
}

function search({ mailbox }: Desk, query: string): { messages: MessageData[]; problem?: string } {
  try {
    return { messages: mailbox.search(query) };
  } catch (error) {
    if (!(error instanceof NotModelled)) throw error;
    return { messages: [], problem: `The local school cannot search for that: ${error.message}` };
  }
}

/** One conversation: by its newest message among those found. */
function row({ mailbox, workspace }: Desk, threadId: string, found: readonly MessageData[]): Markup {
  const thread = mailbox.thread(threadId);
  const newest = found.find((message) => message.threadId === threadId) ?? thread.at(-1);
  if (!newest) return html``;
  const unread = thread.some((message) => message.labelIds.includes('UNREAD'));
  const labels = new Set(thread.flatMap((message) => message.labelIds.filter(isUserLabel)));
  const draft = newest.labelIds.includes('DRAFT') ? mailbox.draftIdOf(newest.id) : undefined;
  const href = draft !== undefined && thread.length === 1 ? `/mail/compose?draft=${draft}` : `/mail/thread/${threadId}`;
  return html`<li><a href="${href}" class="${unread ? 'unread' : ''}">
<span>${unread ? html`<span class="skip">Unread: </span>` : ''}${others(newest)}${thread.length > 1 ? ` (${thread.length})` : ''}</span>
<span class="about">${[...labels].map((id) => html`<span class="mail-label">${mailbox.label(id)?.name}</span> `)}${headerIn(newest, 'Subject') || '(no subject)'} <span class="quiet">${raw(snippetOf(contentOf(newest).text))}</span></span>
<time class="quiet" datetime="${new Date(newest.internalDate).toISOString()}" title="${inWords(newest.internalDate)}">${shortDate(newest.internalDate, workspace.clock.now())}</time>
</a></li>`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const YEAR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric' });

/** The time today, the day this year, or day and year: what a list has room for. */
function shortDate(time: number, now: number): string {
  if (YEAR.format(time) !== YEAR.format(now)) return `${DAY.format(time)} ${YEAR.format(time)}`;
  return DAY.format(time) === DAY.format(now) ? TIME.format(time) : DAY.format(time);
}

/** Who a message came from, or for one's own where it went. */
function others(message: MessageData): string {
  const own = message.labelIds.includes('SENT') || message.labelIds.includes('DRAFT');
  const names = parseAddresses(headerIn(message, own ? 'To' : 'From')).map(({ name, address }) => name || address);
  return own ? `${message.labelIds.includes('DRAFT') ? 'Draft' : 'To'}: ${names.join(', ')}` : names.join(', ') || '(unknown sender)';
}

/** A mail page: folders and labels beside it, the search box above. */
export function frame({ mailbox, query }: Desk, title: string, { status, current, main }: { status: number; current: string; main: Markup }): PageReply {
  const unread = mailbox.threadIds(mailbox.search('in:inbox is:unread')).length;
  const link = (href: string, id: string, name: string) =>
    html`<li><a href="${href}"${id === current ? html` aria-current="page"` : ''}><span>${name}</span>${id === 'inbox' && unread > 0 ? html`<span>${unread} unread</span>` : ''}</a></li>`;
  const labels = mailbox.data.labels.filter(({ type }) => type === 'user').sort((a, b) => a.name.localeCompare(b.name));
  return {
    status,
    title,
    wide: true,
    head: html`<style>${raw(MAIL_STYLE)}</style>`,
    main: html`<div class="mail">
<nav aria-label="Mail">
<a class="button" href="/mail/compose">Write</a>
<ul>${FOLDERS.map(({ id, name }) => link(`/mail?in=${id}`, id, name))}</ul>
${labels.length > 0 ? html`<h2>Labels</h2><ul>${labels.map(({ id, name }) => link(`/mail?label=${id}`, id, name))}</ul>` : ''}
</nav>
<div>
<form class="mail-search" role="search" action="/mail">
<label class="skip" for="q">Search mail</label>
<input id="q" name="q" type="search" placeholder="Search mail" value="${query.get('q') ?? ''}">
<button>Search</button>
</form>
${main}
</div>
</div>`,
  };
}
