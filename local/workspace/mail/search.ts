import type { MessageData } from '../data.ts';
import { NotModelled } from '../errors.ts';
import { parseAddresses } from './headers.ts';
import { contentOf, headerIn, isInline } from './parse.ts';
import { parseQuery, type QueryNode } from './query.ts';

/** What a search needs to know beside the message itself. */
export interface SearchContext {
  /** Milliseconds since 1970: for `newer_than:` and `older_than:`. */
  now: number;
  /** The account whose mail is searched: for `from:me`. */
  email: string;
  /** A user label's id by its name or id, in the spelling of searches; undefined when there is none. */
  labelId(name: string): string | undefined;
}

export type Matcher = (message: MessageData) => boolean;

const DAY = 86_400_000;
const UNITS: Record<string, number> = { d: DAY, m: 30 * DAY, y: 365 * DAY };

/**
 * A test for one message from a query as it is typed into Gmail's search box (support.google.com/mail/answer/7190).
 * Words match whole words. As in Gmail, SPAM and TRASH are left out unless the query asks for them.
 * @throws NotModelled for operators that are not here
 */
export function matcherFor(query: string, context: SearchContext, includeSpamTrash = false): Matcher {
  const node = parsed(query);
  const matches = compile(node, context);
  if (includeSpamTrash || asksForSpamOrTrash(node)) return matches;
  return (message) => !message.labelIds.includes('SPAM') && !message.labelIds.includes('TRASH') && matches(message);
}

/** Filters ask the same of every message that comes: what they ask is read once. */
const PARSED = new Map<string, QueryNode>();
const MOST_PARSED = 1_000;

function parsed(query: string): QueryNode {
  const known = PARSED.get(query);
  if (known) return known;
  if (PARSED.size >= MOST_PARSED) PARSED.clear();
  const node = parseQuery(query);
  PARSED.set(query, node);
  return node;
}

const WANTED = new WeakMap<QueryNode, string>();

function wantedBy(node: QueryNode & { kind: 'text' }): string {
  const known = WANTED.get(node) ?? wordsOf(node.value);
  WANTED.set(node, known);
  return known;
}

function asksForSpamOrTrash(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.some(asksForSpamOrTrash);
  return node.kind === 'field' && (node.field === 'in' || node.field === 'label' || node.field === 'is') && /^(spam|trash|anywhere)$/i.test(node.value);
}

function compile(node: QueryNode, context: SearchContext): Matcher {
  switch (node.kind) {
    case 'and': {
      const all = node.nodes.map((each) => compile(each, context));
      return (message) => all.every((matches) => matches(message));
    }
    case 'or': {
      const any = node.nodes.map((each) => compile(each, context));
      return (message) => any.some((matches) => matches(message));
    }
    case 'not': {
      const inner = compile(node.node, context);
      return (message) => !inner(message);
    }
    case 'text': {
      const wanted = wantedBy(node);
      return (message) => wanted === ' ' || everyWordIn(message).includes(wanted);
    }
    case 'field':
      return fieldMatcher(node.field, node.value, context);
  }
}

function fieldMatcher(field: string, value: string, context: SearchContext): Matcher {
  switch (field) {
    case 'from':
    case 'to':
    case 'cc':
    case 'bcc':
    case 'deliveredto':
      return addressMatcher(field, value, context);
    case 'subject':
      return (message) => hasWords(headerIn(message, 'Subject'), value);
    case 'list':
      return (message) => hasWords(headerIn(message, 'List-ID'), value);
    case 'rfc822msgid':
      return (message) => headerIn(message, 'Message-ID').replace(/[<>]/g, '') === value.replace(/[<>]/g, '');
    case 'label':
    case 'in':
    case 'is':
    case 'category':
      return labelMatcher(field, value, context);
    case 'has':
      return havingMatcher(value);
    case 'filename':
      return (message) =>
        contentOf(message).files.some(
          (file) => file.filename.toLowerCase().endsWith(`.${value.toLowerCase()}`) || file.filename.toLowerCase().includes(value.toLowerCase()),
        );
    case 'after':
    case 'newer': {
      const from = dateOf(value);
      return (message) => message.internalDate >= from;
    }
    case 'before':
    case 'older': {
      const until = dateOf(value);
      return (message) => message.internalDate < until;
    }
    case 'newer_than': {
      const from = context.now - spanOf(value);
      return (message) => message.internalDate >= from;
    }
    case 'older_than': {
      const until = context.now - spanOf(value);
      return (message) => message.internalDate < until;
    }
    case 'larger':
    case 'size': {
      const bytes = sizeOf(value);
      return (message) => message.raw.length > bytes;
    }
    case 'smaller': {
      const bytes = sizeOf(value);
      return (message) => message.raw.length < bytes;
    }
    default:
      throw new NotModelled(`Gmail search operator ${field}:`);
  }
}

/** `to:` looks at Cc and Bcc too, as Gmail's does; a bare local part or a name is enough. */
function addressMatcher(field: string, value: string, context: SearchContext): Matcher {
  const wanted = value.toLowerCase() === 'me' ? context.email : value.toLowerCase();
  const headers = { from: ['From'], to: ['To', 'Cc', 'Bcc'], cc: ['Cc'], bcc: ['Bcc'], deliveredto: ['Delivered-To'] }[field] ?? [];
  return (message) =>
    headers.some((header) => {
      const text = headerIn(message, header);
      return parseAddresses(text).some(({ address }) => address === wanted) || hasWords(text, wanted);
    });
}

const SYSTEM_NAMES: Record<string, string> = { sent: 'SENT', draft: 'DRAFT', drafts: 'DRAFT', chats: 'CHAT', chat: 'CHAT' };
const SAME_NAME = ['inbox', 'trash', 'spam', 'unread', 'starred', 'important'];

function labelMatcher(field: string, value: string, context: SearchContext): Matcher {
  const name = value.toLowerCase();
  if (field === 'category') return withLabel(`CATEGORY_${name === 'primary' ? 'PERSONAL' : name.toUpperCase()}`);
  if (name === 'read' && field !== 'label') return (message) => !message.labelIds.includes('UNREAD');
  if (name === 'anywhere' && field === 'in') return () => true;
  if (name === 'archive' && field === 'in') return (message) => !message.labelIds.some((id) => ['INBOX', 'TRASH', 'SPAM', 'DRAFT', 'SENT'].includes(id));
  if (SAME_NAME.includes(name)) return withLabel(name.toUpperCase());
  const system = SYSTEM_NAMES[name];
  if (system) return withLabel(system);
  if (field === 'is') throw new NotModelled(`Gmail search is:${value}`);
  const id = context.labelId(value);
  return id === undefined ? () => false : withLabel(id);
}

function withLabel(id: string): Matcher {
  return (message) => message.labelIds.includes(id);
}

function havingMatcher(value: string): Matcher {
  switch (value.toLowerCase()) {
    case 'attachment':
      return (message) => contentOf(message).files.some((file) => !isInline(file));
    case 'userlabels':
      return (message) => message.labelIds.some(isUserLabel);
    case 'nouserlabels':
      return (message) => !message.labelIds.some(isUserLabel);
    default:
      throw new NotModelled(`Gmail search has:${value}`);
  }
}

export function isUserLabel(id: string): boolean {
  return id.startsWith('Label_');
}

/** A mailbox has many filters, and each asks for the words of the same message: what it says never changes. */
let latest = { raw: '', words: ' ' };

function everyWordIn(message: MessageData): string {
  if (latest.raw !== message.raw) latest = { raw: message.raw, words: wordsOf(everythingIn(message)) };
  return latest.words;
}

function everythingIn(message: MessageData): string {
  const headers = ['Subject', 'From', 'To', 'Cc', 'Bcc'].map((name) => headerIn(message, name));
  const { text, files } = contentOf(message);
  return [...headers, text, ...files.map((file) => file.filename)].join('\n');
}

/** Whether the words of `wanted` stand in `text` one after another; case and accents do not count. */
function hasWords(text: string, wanted: string): boolean {
  const words = wordsOf(wanted);
  return words === ' ' || wordsOf(text).includes(words);
}

function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${(plain.match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ')} `.replace(/ {2}/, ' ');
}

/** `2026/9/7`, `2026-09-07` or seconds since 1970. A day begins at midnight Pacific time, as the Gmail API counts. */
function dateOf(value: string): number {
  if (/^\d{9,}$/.test(value)) return Number(value) * 1000;
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value) ?? [];
  if (year === undefined) throw new NotModelled(`Gmail search date ${value}`);
  const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 20);
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit', hourCycle: 'h23' }).format(noon));
  return noon - hour * 3_600_000;
}

function spanOf(value: string): number {
  const [, count, unit = ''] = /^(\d+)([dmy])$/i.exec(value) ?? [];
  const length = UNITS[unit.toLowerCase()];
  if (length === undefined) throw new NotModelled(`Gmail search span ${value}`);
  return Number(count) * length;
}

function sizeOf(value: string): number {
  const [, count, unit = ''] = /^(\d+)([km])?b?$/i.exec(value) ?? [];
  if (count === undefined) throw new NotModelled(`Gmail search size ${value}`);
  return Number(count) * ({ k: 1024, m: 1_048_576 }[unit.toLowerCase()] ?? 1);
}
