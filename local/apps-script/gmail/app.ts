import { compose } from '../../workspace/mail/compose.ts';
import { mismatch } from '../errors.ts';
import { documented } from '../served.ts';
import { GmailBulk, one, several } from './bulk.ts';
import { attempt, COMPOSE_OPEN, FULL, READ_METADATA, READ_ON_ACTION, READ_OPEN } from './context.ts';
import type { GmailDraft } from './draft.ts';
import { GmailLabel } from './label.ts';
import { paged } from './lists.ts';
import type { GmailMessage } from './message.ts';
import { DRAFT_OPTIONS, optionsFrom, outgoing, SEND_OPTIONS, texts } from './outgoing.ts';
import { sendMessage } from './reply.ts';
import { GmailThread } from './thread.ts';

/** docs/apps-script/reference/gmail/gmail-app.md */
export class GmailApp extends GmailBulk {
  readonly $name = 'GmailApp';
  override readonly $scopes = [FULL];
  override readonly $methodScopes = {
    createDraft: [FULL, COMPOSE_OPEN],
    getMessageById: [FULL, READ_OPEN, READ_ON_ACTION, READ_METADATA],
    setCurrentMessageAccessToken: [FULL, READ_OPEN, READ_ON_ACTION, READ_METADATA, COMPOSE_OPEN],
  };
  override readonly $latency = {
    sendEmail: 350,
    createDraft: 300,
    search: 250,
    createLabel: 250,
    deleteLabel: 250,
    getInboxThreads: 200,
    getStarredThreads: 200,
    getSpamThreads: 200,
    getTrashThreads: 200,
    getPriorityInboxThreads: 200,
    getDrafts: 200,
    getDraftMessages: 200,
    getMessageById: 120,
    getThreadById: 120,
    getMessagesForThreads: 300,
    getUserLabels: 100,
    setCurrentMessageAccessToken: 0,
  };
  // ---- writing

  sendEmail(recipient: string, subject: string, body: string, options?: unknown): GmailApp {
    const [to = '', title = '', text = ''] = texts('GmailApp.sendEmail', [recipient, subject, body]);
    sendMessage(this.$session.run, outgoing(this.$session.run, { to, subject: title, text }, optionsFrom(options, SEND_OPTIONS, 'GmailApp.sendEmail')));
    return this;
  }

  createDraft(recipient: string, subject: string, body: string, options?: unknown): GmailDraft {
    const [to = '', title = '', text = ''] = texts('GmailApp.createDraft', [recipient, subject, body]);
    const message = outgoing(this.$session.run, { to, subject: title, text }, optionsFrom(options, DRAFT_OPTIONS, 'GmailApp.createDraft'));
    this.$session.requireToken();
    return this.$session.draft(this.$session.mailbox().createDraft(compose(message)));
  }

  getAliases(): string[] {
    const { run } = this.$session;
    return run.workspace.mail.ownAddresses(run.effective).slice(1);
  }

  // ---- finding

  getDraft(draftId: string): GmailDraft {
    attempt(() => this.$session.mailbox().draft(String(draftId)));
    return this.$session.draft(draftId);
  }

  getDrafts(): GmailDraft[] {
    return this.$session
      .mailbox()
      .draftIds()
      .map((id) => this.$session.draft(id));
  }

  getDraftMessages(): GmailMessage[] {
    const mailbox = this.$session.mailbox();
    return mailbox.draftIds().map((id) => this.$session.message(mailbox.draft(id).id));
  }

  getMessageById(id: string): GmailMessage {
    if (typeof id !== 'string') throw mismatch('GmailApp.getMessageById', [id]);
    const message = this.$session.message(id);
    message.$data();
    return message;
  }

  getThreadById(id: string): GmailThread | null {
    if (typeof id !== 'string') throw mismatch('GmailApp.getThreadById', [id]);
    return this.$session.mailbox().thread(id).length > 0 ? this.$session.thread(id) : null;
  }

  getMessagesForThread(thread: GmailThread): GmailMessage[] {
    return this.getMessagesForThreads([thread])[0] ?? [];
  }

  getMessagesForThreads(threads: GmailThread[]): GmailMessage[][] {
    return several(threads, GmailThread, 'GmailApp.getMessagesForThreads').map((thread) => thread.getMessages());
  }

  search(query: string, start?: number, max?: number): GmailThread[] {
    if (typeof query !== 'string') throw mismatch('GmailApp.search', [query]);
    return this.#found(query, start, max, 'GmailApp.search');
  }

  getInboxThreads(start?: number, max?: number): GmailThread[] {
    return this.#found('in:inbox', start, max, 'GmailApp.getInboxThreads');
  }

  getPriorityInboxThreads(start?: number, max?: number): GmailThread[] {
    return this.#found('in:inbox is:important', start, max, 'GmailApp.getPriorityInboxThreads');
  }

  getStarredThreads(start?: number, max?: number): GmailThread[] {
    return this.#found('is:starred', start, max, 'GmailApp.getStarredThreads');
  }

  getSpamThreads(start?: number, max?: number): GmailThread[] {
    return this.#found('in:spam', start, max, 'GmailApp.getSpamThreads');
  }

  getTrashThreads(start?: number, max?: number): GmailThread[] {
    return this.#found('in:trash', start, max, 'GmailApp.getTrashThreads');
  }

  getInboxUnreadCount(): number {
    return this.#ids('in:inbox is:unread').length;
  }

  getPriorityInboxUnreadCount(): number {
    return this.#ids('in:inbox is:important is:unread').length;
  }

  getStarredUnreadCount(): number {
    return this.#ids('is:starred is:unread').length;
  }

  getSpamUnreadCount(): number {
    return this.#ids('in:spam is:unread').length;
  }

  #ids(query: string): string[] {
    const mailbox = this.$session.mailbox();
    return mailbox.threadIds(mailbox.search(query));
  }

  #found(query: string, start: number | undefined, max: number | undefined, method: string): GmailThread[] {
    return paged(this.#ids(query), start, max, method).map((id) => this.$session.thread(id));
  }

  // ---- labels

  /** An existing label of that name is given back. */
  createLabel(name: string): GmailLabel {
    if (typeof name !== 'string') throw mismatch('GmailApp.createLabel', [name]);
    const mailbox = this.$session.mailbox();
    const known = mailbox.labelNamed(name);
    return this.$session.label(known?.type === 'user' ? known.id : attempt(() => mailbox.createLabel(name)).id);
  }

  deleteLabel(label: GmailLabel): GmailApp {
    one(label, GmailLabel, 'GmailApp.deleteLabel').deleteLabel();
    return this;
  }

  getUserLabelByName(name: string): GmailLabel | null {
    if (typeof name !== 'string') throw mismatch('GmailApp.getUserLabelByName', [name]);
    const label = this.$session.mailbox().labelNamed(name);
    return label?.type === 'user' ? this.$session.label(label.id) : null;
  }

  getUserLabels(): GmailLabel[] {
    const labels = this.$session.mailbox().data.labels.filter(({ type }) => type === 'user');
    return labels.map(({ id }) => this.$session.label(id));
  }

  // ---- add-ons

  setCurrentMessageAccessToken(accessToken: string): void {
    if (typeof accessToken !== 'string') throw mismatch('GmailApp.setCurrentMessageAccessToken', [accessToken]);
    this.$session.token = accessToken;
  }
}

documented<GmailApp, GoogleAppsScript.Gmail.GmailApp>(true);
