import type { LabelData } from '../../workspace/mail/labels.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { type GmailContext, GmailServed } from './context.ts';
import { paged } from './lists.ts';
import type { GmailThread } from './thread.ts';

/** docs/apps-script/reference/gmail/gmail-label.md: up to 100 threads a batch. */
const MOST_THREADS = 100;

export class GmailLabel extends GmailServed {
  readonly $name = 'GmailLabel';
  override readonly $latency = {
    addToThread: 200,
    addToThreads: 300,
    removeFromThread: 200,
    removeFromThreads: 300,
    deleteLabel: 250,
    getThreads: 200,
    getUnreadCount: 100,
  };
  readonly #id: string;

  constructor(context: GmailContext, id: string) {
    super(context);
    this.#id = id;
  }

  /** @throws when the label was deleted */
  $data(): LabelData {
    const label = this.$context.mailbox().label(this.#id);
    if (!label) throw new ScriptError('Invalid label');
    return label;
  }

  addToThread(thread: GmailThread): GmailLabel {
    return this.addToThreads([thread]);
  }

  addToThreads(threads: GmailThread[]): GmailLabel {
    for (const thread of batch(threads, 'GmailLabel.addToThreads')) thread.$change([this.$data().id], []);
    return this;
  }

  removeFromThread(thread: GmailThread): GmailLabel {
    return this.removeFromThreads([thread]);
  }

  removeFromThreads(threads: GmailThread[]): GmailLabel {
    for (const thread of batch(threads, 'GmailLabel.removeFromThreads')) thread.$change([], [this.$data().id]);
    return this;
  }

  deleteLabel(): void {
    this.$context.mailbox().deleteLabel(this.$data());
  }

  getId(): string {
    return this.$data().id;
  }

  getName(): string {
    return this.$data().name;
  }

  getThreads(start?: number, max?: number): GmailThread[] {
    const mailbox = this.$context.mailbox();
    const { id } = this.$data();
    const ids = mailbox.threadIds(mailbox.messages().filter((message) => message.labelIds.includes(id)));
    return paged(ids, start, max, 'GmailLabel.getThreads').map((each) => this.$context.thread(each));
  }

  getUnreadCount(): number {
    const mailbox = this.$context.mailbox();
    const { id } = this.$data();
    return mailbox.threadIds(mailbox.messages().filter((message) => message.labelIds.includes(id) && message.labelIds.includes('UNREAD'))).length;
  }
}

documented<GmailLabel, GoogleAppsScript.Gmail.GmailLabel & { getId(): string }>(true);

function batch(threads: readonly GmailThread[], method: string): readonly GmailThread[] {
  if (!Array.isArray(threads) || !threads.every((thread) => thread.$name === 'GmailThread')) throw mismatch(method, [threads]);
  if (threads.length > MOST_THREADS) throw new ScriptError(`This operation can only be applied to at most ${MOST_THREADS} threads. Use smaller batches.`);
  return threads;
}
