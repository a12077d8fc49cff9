import type { MailboxData, MessageData } from '../data.ts';
import type { Workspace } from '../workspace.ts';
import { complete } from './complete.ts';
import { MailError } from './errors.ts';
import { type LabelData, labelInSearch, SYSTEM_LABELS } from './labels.ts';
import { headerIn } from './parse.ts';
import { matcherFor } from './search.ts';

type HistoryKind = MailboxData['history'][number]['kind'];

const HEX = '0123456789abcdef';
const WEEK = 7 * 86_400_000;

/** The mail of one account. Every change leaves a history record (docs/workspace/gmail/api/guides/sync.md). */
export class Mailbox {
  constructor(
    private readonly workspace: Workspace,
    readonly data: MailboxData,
  ) {}

  get email(): string {
    return this.data.email;
  }

  // ---- messages and threads

  message(id: string): MessageData | undefined {
    return this.data.messages[id];
  }

  /** All messages, newest first. */
  messages(): MessageData[] {
    return Object.values(this.data.messages)
      .reverse()
      .sort((a, b) => b.internalDate - a.internalDate);
  }

  /** The messages of a thread, oldest first; empty when there is no such thread. */
  thread(id: string): MessageData[] {
    return Object.values(this.data.messages)
      .filter((message) => message.threadId === id)
      .sort((a, b) => a.internalDate - b.internalDate);
  }

  /** Ids of the threads with at least one of these messages, in the messages' order. */
  threadIds(messages: readonly MessageData[]): string[] {
    return [...new Set(messages.map((message) => message.threadId))];
  }

  /** Messages that match a query of Gmail's search box, newest first. @throws NotModelled for unknown operators */
  search(query: string, includeSpamTrash = false): MessageData[] {
    return this.messages().filter(this.matcher(query, includeSpamTrash));
  }

  /** A test for one message, which need not be in the mailbox. @throws NotModelled for unknown operators */
  matcher(query: string, includeSpamTrash = false): (message: MessageData) => boolean {
    const context = { now: this.workspace.clock.now(), email: this.email, labelId: (name: string) => this.labelForSearch(name)?.id };
    return matcherFor(query, context, includeSpamTrash);
  }

  /**
   * Puts a message in. It joins the thread that it answers (References or In-Reply-To, and the same subject), or `threadId`,
   * or begins one of its own.
   */
  add(raw: string, labelIds: readonly string[], options: { threadId?: string | undefined; internalDate?: number } = {}): MessageData {
    const id = this.workspace.newId(16, HEX);
    const message: MessageData = {
      id,
      threadId: id,
      labelIds: [...new Set(labelIds)],
      internalDate: options.internalDate ?? this.workspace.clock.now(),
      historyId: 0,
      raw,
    };
    message.threadId = options.threadId ?? this.threadAnswered(message) ?? id;
    this.data.messages[id] = message;
    this.record('messageAdded', message, message.labelIds);
    return message;
  }

  /** Adds and removes labels; ids must exist. Nothing happens for labels that are already so. */
  modify(message: MessageData, add: readonly string[], remove: readonly string[]): void {
    const added = add.filter((id) => !message.labelIds.includes(id));
    const removed = remove.filter((id) => message.labelIds.includes(id));
    message.labelIds = [...message.labelIds.filter((id) => !removed.includes(id)), ...added];
    if (added.length > 0) this.record('labelAdded', message, added);
    if (removed.length > 0) this.record('labelRemoved', message, removed);
  }

  /** A message in the trash or in spam is not in the inbox. */
  moveTo(message: MessageData, place: 'INBOX' | 'TRASH' | 'SPAM' | 'archive'): void {
    const others = ['INBOX', 'TRASH', 'SPAM'].filter((label) => label !== place);
    this.modify(message, place === 'archive' ? [] : [place], place === 'archive' ? ['INBOX'] : others);
  }

  /** Takes a message away for good. */
  remove(message: MessageData): void {
    delete this.data.messages[message.id];
    for (const [draftId, messageId] of Object.entries(this.data.drafts)) if (messageId === message.id) delete this.data.drafts[draftId];
    this.record('messageDeleted', message, message.labelIds);
  }

  /** The thread that a new message answers, if it is here. Gmail wants the reference and the subject to agree. */
  private threadAnswered(message: MessageData): string | undefined {
    const ids: readonly string[] = `${headerIn(message, 'References')} ${headerIn(message, 'In-Reply-To')}`.match(/<[^<>\s]+>/g) ?? [];
    if (ids.length === 0) return undefined;
    const subject = plainSubject(headerIn(message, 'Subject'));
    return this.messages().find((each) => ids.includes(headerIn(each, 'Message-ID')) && plainSubject(headerIn(each, 'Subject')) === subject)?.threadId;
  }

  /** Whether a message may join `threadId` (docs/workspace/gmail/api/reference/rest/v1/users.messages.md, `threadId`). */
  mayJoin(raw: string, threadId: string): boolean {
    const probe: MessageData = { id: '', threadId: '', labelIds: [], internalDate: 0, historyId: 0, raw };
    return this.threadAnswered(probe) === threadId;
  }

  // ---- drafts: the id is stable, the message inside is replaced (docs/workspace/gmail/api/guides/drafts.md)

  createDraft(raw: string, threadId?: string): string {
    const id = `r${this.workspace.newId(18, '0123456789')}`;
    this.data.drafts[id] = this.addDraftMessage(raw, threadId).id;
    return id;
  }

  updateDraft(id: string, raw: string, threadId?: string): MessageData {
    const old = this.draft(id);
    const message = this.addDraftMessage(raw, threadId);
    this.data.drafts[id] = message.id;
    this.remove(old);
    return message;
  }

  /** The message inside a draft. @throws MailError `not found` when the draft was sent or deleted */
  draft(id: string): MessageData {
    const message = this.data.messages[this.data.drafts[id] ?? ''];
    if (!message) throw new MailError('not found', id);
    return message;
  }

  draftIdOf(messageId: string): string | undefined {
    return Object.keys(this.data.drafts).find((id) => this.data.drafts[id] === messageId);
  }

  /** Draft ids, newest first. */
  draftIds(): string[] {
    return this.messages().flatMap((message) => this.draftIdOf(message.id) ?? []);
  }

  private addDraftMessage(raw: string, threadId: string | undefined): MessageData {
    const whole = complete(raw, this.workspace);
    const joins = threadId !== undefined && this.mayJoin(whole, threadId);
    return this.add(whole, ['DRAFT'], { threadId: joins ? threadId : undefined });
  }

  // ---- labels

  label(id: string): LabelData | undefined {
    return this.data.labels.find((label) => label.id === id);
  }

  /** Names differ by more than case. */
  labelNamed(name: string): LabelData | undefined {
    return this.data.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  private labelForSearch(name: string): LabelData | undefined {
    const wanted = labelInSearch(name);
    return this.data.labels.find((label) => label.id === name || labelInSearch(label.name) === wanted);
  }

  /** @throws MailError `label exists` for a name in use, system names included */
  createLabel(name: string): LabelData {
    this.refuseTakenName(name);
    const used = this.data.labels.map(({ id }) => Number(/^Label_(\d+)$/.exec(id)?.[1] ?? 0));
    const label: LabelData = { id: `Label_${Math.max(0, ...used) + 1}`, name, type: 'user' };
    this.data.labels.push(label);
    return label;
  }

  renameLabel(label: LabelData, name: string): void {
    if (label.name !== name) this.refuseTakenName(name, label);
    label.name = name;
  }

  /** Also takes it from every message and filter. */
  deleteLabel(label: LabelData): void {
    for (const message of this.messages()) this.modify(message, [], [label.id]);
    for (const { action } of this.data.filters) if (action.addLabelIds) action.addLabelIds = action.addLabelIds.filter((id) => id !== label.id);
    this.data.labels = this.data.labels.filter((each) => each.id !== label.id);
  }

  private refuseTakenName(name: string, except?: LabelData): void {
    const taken = this.labelNamed(name);
    if (name.trim() === '' || (taken && taken !== except) || SYSTEM_LABELS.some((system) => system === name.toUpperCase()))
      throw new MailError('label exists', name);
  }

  // ---- history

  /**
   * What changed after `start`, oldest first.
   * @throws MailError `not found` for an id that is too old (records are kept for a week) or was never given out
   */
  historySince(start: number): MailboxData['history'] {
    const old = this.data.history.filter((record) => record.time < this.workspace.clock.now() - WEEK);
    const floor = old.at(-1)?.id ?? 0;
    if (!(start >= Math.max(floor, FIRST_HISTORY_ID)) || start > this.data.historyId) throw new MailError('not found', String(start));
    return this.data.history.filter((record) => record.id > start);
  }

  private record(kind: HistoryKind, message: MessageData, labelIds: readonly string[]): void {
    // The ids rise with gaps (docs/workspace/gmail/api/reference/rest/v1/users.history/list.md).
    this.data.historyId += 1 + (this.data.historyId % 3);
    message.historyId = this.data.historyId;
    this.data.history.push({
      id: message.historyId,
      time: this.workspace.clock.now(),
      kind,
      messageId: message.id,
      threadId: message.threadId,
      labelIds: [...labelIds],
    });
  }
}

const FIRST_HISTORY_ID = 1000;

export function emptyMailbox(email: string): MailboxData {
  return {
    email,
    messages: {},
    drafts: {},
    labels: SYSTEM_LABELS.map((name) => ({ id: name, name, type: 'system' })),
    filters: [],
    forwardingAddresses: [],
    history: [],
    historyId: FIRST_HISTORY_ID,
  };
}

/** A subject without the `Re:` and `Fwd:` that replies put before it. */
function plainSubject(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:re|fwd?|aw|sv)(?:\[\d+\])?:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
