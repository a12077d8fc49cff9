import type { MessageData } from '../../workspace/data.ts';
import { contentIdOf, contentOf, headerIn, isInline } from '../../workspace/mail/parse.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { GmailAttachment } from './attachment.ts';
import { attempt, COMPOSE_OPEN, FULL, type GmailContext, GmailServed, READ_METADATA, READ_ON_ACTION, READ_OPEN } from './context.ts';
import type { GmailDraft } from './draft.ts';
import { DRAFT_REPLY_OPTIONS, optionsFrom, REPLY_OPTIONS, texts } from './outgoing.ts';
import { composeForward, composeReply, draftReply, sendMessage } from './reply.ts';
import type { GmailThread } from './thread.ts';

const HEADERS = [FULL, READ_OPEN, READ_ON_ACTION, READ_METADATA];
const CONTENT = [FULL, READ_OPEN, READ_ON_ACTION];
const COMPOSE = [FULL, COMPOSE_OPEN];

/** docs/apps-script/reference/gmail/gmail-message.md. Always as the mailbox has it now: Google's keeps what it read until `refresh()`. */
export class GmailMessage extends GmailServed {
  readonly $name = 'GmailMessage';
  override readonly $methodScopes = {
    getId: [],
    isInChats: [],
    isInTrash: [],
    isStarred: [],
    getBcc: HEADERS,
    getCc: HEADERS,
    getDate: HEADERS,
    getFrom: HEADERS,
    getReplyTo: HEADERS,
    getSubject: HEADERS,
    getTo: HEADERS,
    getThread: CONTENT,
    getBody: CONTENT,
    getPlainBody: CONTENT,
    getAttachments: CONTENT,
    createDraftReply: COMPOSE,
    createDraftReplyAll: COMPOSE,
  };
  override readonly $latency = {
    getAttachments: 150,
    getBody: 120,
    getPlainBody: 150,
    getRawContent: 150,
    forward: 350,
    reply: 350,
    replyAll: 350,
    createDraftReply: 300,
    createDraftReplyAll: 300,
    markRead: 150,
    markUnread: 150,
    moveToTrash: 150,
    star: 150,
    unstar: 150,
  };
  readonly #id: string;

  constructor(context: GmailContext, id: string) {
    super(context);
    this.#id = id;
  }

  /** The message as it is now. @throws when it is gone, or is not the one an add-on may see */
  $data(): MessageData {
    const message = this.$context.mailbox().message(this.#id);
    if (!message) throw new ScriptError('Gmail operation not allowed.');
    this.$context.requireAccess(message);
    return message;
  }

  #header(name: string): string {
    return headerIn(this.$data(), name);
  }

  #has(label: string): boolean {
    return this.$data().labelIds.includes(label);
  }

  #change(add: string[], remove: string[]): this {
    this.$context.mailbox().modify(this.$data(), add, remove);
    return this;
  }

  createDraftReply(body: string, options?: unknown): GmailDraft {
    return draftReply(
      this.$context,
      this.$data(),
      'sender',
      texts('GmailMessage.createDraftReply', [body])[0],
      optionsFrom(options, DRAFT_REPLY_OPTIONS, 'GmailMessage.createDraftReply'),
    );
  }

  createDraftReplyAll(body: string, options?: unknown): GmailDraft {
    return draftReply(
      this.$context,
      this.$data(),
      'all',
      texts('GmailMessage.createDraftReplyAll', [body])[0],
      optionsFrom(options, DRAFT_REPLY_OPTIONS, 'GmailMessage.createDraftReplyAll'),
    );
  }

  reply(body: string, options?: unknown): GmailMessage {
    const fields = optionsFrom(options, REPLY_OPTIONS, 'GmailMessage.reply');
    return this.#send(composeReply(this.$context.run, this.$data(), 'sender', texts('GmailMessage.reply', [body])[0], fields), this.$data().threadId);
  }

  replyAll(body: string, options?: unknown): GmailMessage {
    const fields = optionsFrom(options, REPLY_OPTIONS, 'GmailMessage.replyAll');
    return this.#send(composeReply(this.$context.run, this.$data(), 'all', texts('GmailMessage.replyAll', [body])[0], fields), this.$data().threadId);
  }

  forward(recipient: string, options?: unknown): GmailMessage {
    const fields = optionsFrom(options, REPLY_OPTIONS, 'GmailMessage.forward');
    return this.#send(composeForward(this.$context.run, this.$data(), texts('GmailMessage.forward', [recipient])[0], fields), this.$data().threadId);
  }

  #send(message: Parameters<typeof sendMessage>[1], threadId: string): GmailMessage {
    return this.$context.message(sendMessage(this.$context.run, message, threadId).id);
  }

  getAttachments(options?: unknown): GmailAttachment[] {
    const { includeInlineImages = true, includeAttachments = true } = optionsFrom(
      options,
      ['includeInlineImages', 'includeAttachments'],
      'GmailMessage.getAttachments',
    );
    return contentOf(this.$data())
      .files.filter((part) => (isInline(part) && contentIdOf(part) !== '' ? includeInlineImages === true : includeAttachments === true))
      .map((part) => new GmailAttachment(this.$context.run, part));
  }

  getBcc(): string {
    return this.#header('Bcc');
  }

  getBody(): string {
    return contentOf(this.$data()).html;
  }

  getCc(): string {
    return this.#header('Cc');
  }

  getDate(): Date {
    return new Date(this.$data().internalDate);
  }

  getFrom(): string {
    return this.#header('From');
  }

  /** Case matters in the name (docs/apps-script/reference/gmail/gmail-message.md, getHeader). */
  getHeader(name: string): string {
    if (typeof name !== 'string') throw mismatch('GmailMessage.getHeader', [name]);
    return contentOf(this.$data()).root.headers.find((header) => header.name === name)?.value ?? '';
  }

  getId(): string {
    return this.#id;
  }

  getPlainBody(): string {
    return contentOf(this.$data()).text;
  }

  getRawContent(): string {
    return Buffer.from(this.$data().raw, 'latin1').toString('utf8');
  }

  getReplyTo(): string {
    return this.#header('Reply-To');
  }

  getSubject(): string {
    return this.#header('Subject');
  }

  getThread(): GmailThread {
    return this.$context.thread(this.$data().threadId);
  }

  getTo(): string {
    return this.#header('To');
  }

  isDraft(): boolean {
    return this.#has('DRAFT');
  }

  isInChats(): boolean {
    return this.#has('CHAT');
  }

  isInInbox(): boolean {
    return this.#has('INBOX');
  }

  isInPriorityInbox(): boolean {
    return this.#has('INBOX') && this.#has('IMPORTANT');
  }

  isInTrash(): boolean {
    return this.#has('TRASH');
  }

  isStarred(): boolean {
    return this.#has('STARRED');
  }

  isUnread(): boolean {
    return this.#has('UNREAD');
  }

  markRead(): GmailMessage {
    return this.#change([], ['UNREAD']);
  }

  markUnread(): GmailMessage {
    return this.#change(['UNREAD'], []);
  }

  moveToTrash(): GmailMessage {
    attempt(() => this.$context.mailbox().moveTo(this.$data(), 'TRASH'));
    return this;
  }

  refresh(): GmailMessage {
    this.$data();
    return this;
  }

  star(): GmailMessage {
    return this.#change(['STARRED'], []);
  }

  unstar(): GmailMessage {
    return this.#change([], ['STARRED']);
  }
}

documented<GmailMessage, GoogleAppsScript.Gmail.GmailMessage>(true);
