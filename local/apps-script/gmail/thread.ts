import type { MessageData } from '../../workspace/data.ts';
import { compose } from '../../workspace/mail/compose.ts';
import { headerIn } from '../../workspace/mail/parse.ts';
import { isUserLabel } from '../../workspace/mail/search.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { COMPOSE_OPEN, FULL, type GmailContext, GmailServed, READ_OPEN } from './context.ts';
import type { GmailDraft } from './draft.ts';
import { GmailLabel } from './label.ts';
import type { GmailMessage } from './message.ts';
import { DRAFT_REPLY_OPTIONS, optionsFrom, REPLY_OPTIONS, texts } from './outgoing.ts';
import { composeReply, draftReply, sendMessage } from './reply.ts';

/** docs/apps-script/reference/gmail/gmail-thread.md, reply(body): headers included. */
const LARGEST_REPLY = 20 * 1024;

/** docs/apps-script/reference/gmail/gmail-thread.md. A label on a thread is that label on every message it has now. */
export class GmailThread extends GmailServed {
  readonly $name = 'GmailThread';
  override readonly $methodScopes = {
    getId: [],
    getPermalink: [],
    getMessages: [FULL, READ_OPEN],
    getMessageCount: [FULL, READ_OPEN],
    getFirstMessageSubject: [FULL, READ_OPEN],
    getLastMessageDate: [FULL, READ_OPEN],
    createDraftReply: [FULL, COMPOSE_OPEN],
    createDraftReplyAll: [FULL, COMPOSE_OPEN],
  };
  override readonly $latency = {
    getMessages: 150,
    getLabels: 100,
    addLabel: 200,
    removeLabel: 200,
    reply: 350,
    replyAll: 350,
    createDraftReply: 300,
    createDraftReplyAll: 300,
    moveToArchive: 200,
    moveToInbox: 200,
    moveToSpam: 200,
    moveToTrash: 200,
    markRead: 200,
    markUnread: 200,
    markImportant: 200,
    markUnimportant: 200,
  };
  readonly #id: string;

  constructor(context: GmailContext, id: string) {
    super(context);
    this.#id = id;
  }

  /** The thread's messages, oldest first. @throws when the thread is gone */
  $messages(): MessageData[] {
    const messages = this.$context.mailbox().thread(this.#id);
    const first = messages[0];
    if (!first) throw new ScriptError('Gmail operation not allowed.');
    this.$context.requireAccess(first);
    return messages;
  }

  #last(): MessageData {
    const messages = this.$messages();
    return messages.filter((message) => !message.labelIds.includes('DRAFT')).at(-1) ?? (messages[0] as MessageData);
  }

  #any(...labels: string[]): boolean {
    return this.$messages().some((message) => labels.every((label) => message.labelIds.includes(label)));
  }

  /** docs/workspace/gmail/api/guides/labels.md: drafts take no labels. */
  $change(add: string[], remove: string[]): this {
    const mailbox = this.$context.mailbox();
    for (const message of this.$messages()) if (!message.labelIds.includes('DRAFT')) mailbox.modify(message, add, remove);
    return this;
  }

  #move(place: 'INBOX' | 'TRASH' | 'SPAM' | 'archive'): this {
    const mailbox = this.$context.mailbox();
    for (const message of this.$messages()) if (!message.labelIds.includes('DRAFT')) mailbox.moveTo(message, place);
    return this;
  }

  addLabel(label: GmailLabel): GmailThread {
    if (!(label instanceof GmailLabel)) throw mismatch('GmailThread.addLabel', [label]);
    return this.$change([label.$data().id], []);
  }

  removeLabel(label: GmailLabel): GmailThread {
    if (!(label instanceof GmailLabel)) throw mismatch('GmailThread.removeLabel', [label]);
    return this.$change([], [label.$data().id]);
  }

  createDraftReply(body: string, options?: unknown): GmailDraft {
    return draftReply(
      this.$context,
      this.#last(),
      'sender',
      texts('GmailThread.createDraftReply', [body])[0],
      optionsFrom(options, DRAFT_REPLY_OPTIONS, 'GmailThread.createDraftReply'),
    );
  }

  createDraftReplyAll(body: string, options?: unknown): GmailDraft {
    return draftReply(
      this.$context,
      this.#last(),
      'all',
      texts('GmailThread.createDraftReplyAll', [body])[0],
      optionsFrom(options, DRAFT_REPLY_OPTIONS, 'GmailThread.createDraftReplyAll'),
    );
  }

  reply(body: string, options?: unknown): GmailThread {
    return this.#reply('sender', texts('GmailThread.reply', [body])[0], options, 'GmailThread.reply');
  }

  replyAll(body: string, options?: unknown): GmailThread {
    return this.#reply('all', texts('GmailThread.replyAll', [body])[0], options, 'GmailThread.replyAll');
  }

  #reply(to: 'sender' | 'all', body: string | undefined, options: unknown, method: string): this {
    const message = composeReply(this.$context.run, this.#last(), to, body, optionsFrom(options, REPLY_OPTIONS, method));
    if (options === undefined && compose(message).length > LARGEST_REPLY) throw new ScriptError('Limit exceeded: Email Body Size.');
    sendMessage(this.$context.run, message, this.#id);
    return this;
  }

  getFirstMessageSubject(): string {
    return headerIn(this.$messages()[0] as MessageData, 'Subject');
  }

  getId(): string {
    return this.#id;
  }

  getLabels(): GmailLabel[] {
    const ids = new Set(this.$messages().flatMap((message) => message.labelIds.filter(isUserLabel)));
    return [...ids].map((id) => this.$context.label(id));
  }

  getLastMessageDate(): Date {
    return new Date(this.#last().internalDate);
  }

  getMessageCount(): number {
    return this.$messages().length;
  }

  getMessages(): GmailMessage[] {
    return this.$messages().map((message) => this.$context.message(message.id));
  }

  getPermalink(): string {
    return `https://mail.google.com/mail/u/0/#all/${this.#id}`;
  }

  hasStarredMessages(): boolean {
    return this.#any('STARRED');
  }

  isImportant(): boolean {
    return this.#any('IMPORTANT');
  }

  isInChats(): boolean {
    return this.#any('CHAT');
  }

  isInInbox(): boolean {
    return this.#any('INBOX');
  }

  isInPriorityInbox(): boolean {
    return this.#any('INBOX', 'IMPORTANT');
  }

  isInSpam(): boolean {
    return this.#any('SPAM');
  }

  isInTrash(): boolean {
    return this.#any('TRASH');
  }

  isUnread(): boolean {
    return this.#any('UNREAD');
  }

  markImportant(): GmailThread {
    return this.$change(['IMPORTANT'], []);
  }

  markRead(): GmailThread {
    return this.$change([], ['UNREAD']);
  }

  markUnimportant(): GmailThread {
    return this.$change([], ['IMPORTANT']);
  }

  markUnread(): GmailThread {
    return this.$change(['UNREAD'], []);
  }

  moveToArchive(): GmailThread {
    return this.#move('archive');
  }

  moveToInbox(): GmailThread {
    return this.#move('INBOX');
  }

  moveToSpam(): GmailThread {
    return this.#move('SPAM');
  }

  moveToTrash(): GmailThread {
    return this.#move('TRASH');
  }

  refresh(): GmailThread {
    this.$messages();
    return this;
  }
}

documented<GmailThread, GoogleAppsScript.Gmail.GmailThread>(true);
