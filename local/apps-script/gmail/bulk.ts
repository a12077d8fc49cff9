import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Served } from '../served.ts';
import { GmailMessage } from './message.ts';
import { GmailSession } from './session.ts';
import { GmailThread } from './thread.ts';

/** Moves and marks take 100 threads or messages at a time. */
const MOST_AT_ONCE = 100;

/** What GmailApp does to messages and threads it is given, one or many. */
export abstract class GmailBulk extends Served {
  readonly $session: GmailSession;

  constructor(run: Run) {
    super();
    this.$session = new GmailSession(run);
  }

  // ---- messages

  markMessageRead(message: GmailMessage): this {
    return this.#messages([message], 'markMessageRead', (each) => each.markRead());
  }

  markMessagesRead(messages: GmailMessage[]): this {
    return this.#messages(messages, 'markMessagesRead', (each) => each.markRead());
  }

  markMessageUnread(message: GmailMessage): this {
    return this.#messages([message], 'markMessageUnread', (each) => each.markUnread());
  }

  markMessagesUnread(messages: GmailMessage[]): this {
    return this.#messages(messages, 'markMessagesUnread', (each) => each.markUnread());
  }

  moveMessageToTrash(message: GmailMessage): this {
    return this.#messages([message], 'moveMessageToTrash', (each) => each.moveToTrash());
  }

  moveMessagesToTrash(messages: GmailMessage[]): this {
    return this.#messages(messages, 'moveMessagesToTrash', (each) => each.moveToTrash());
  }

  starMessage(message: GmailMessage): this {
    return this.#messages([message], 'starMessage', (each) => each.star());
  }

  starMessages(messages: GmailMessage[]): this {
    return this.#messages(messages, 'starMessages', (each) => each.star());
  }

  unstarMessage(message: GmailMessage): this {
    return this.#messages([message], 'unstarMessage', (each) => each.unstar());
  }

  unstarMessages(messages: GmailMessage[]): this {
    return this.#messages(messages, 'unstarMessages', (each) => each.unstar());
  }

  refreshMessage(message: GmailMessage): this {
    return this.#messages([message], 'refreshMessage', (each) => each.refresh());
  }

  refreshMessages(messages: GmailMessage[]): this {
    return this.#messages(messages, 'refreshMessages', (each) => each.refresh());
  }

  #messages(messages: unknown, method: string, change: (message: GmailMessage) => unknown): this {
    for (const message of several(messages, GmailMessage, `GmailApp.${method}`)) change(message);
    return this;
  }

  // ---- threads

  markThreadImportant(thread: GmailThread): this {
    return this.#threads([thread], 'markThreadImportant', (each) => each.markImportant());
  }

  markThreadsImportant(threads: GmailThread[]): this {
    return this.#threads(threads, 'markThreadsImportant', (each) => each.markImportant());
  }

  markThreadUnimportant(thread: GmailThread): this {
    return this.#threads([thread], 'markThreadUnimportant', (each) => each.markUnimportant());
  }

  markThreadsUnimportant(threads: GmailThread[]): this {
    return this.#threads(threads, 'markThreadsUnimportant', (each) => each.markUnimportant());
  }

  markThreadRead(thread: GmailThread): this {
    return this.#threads([thread], 'markThreadRead', (each) => each.markRead());
  }

  markThreadsRead(threads: GmailThread[]): this {
    return this.#threads(threads, 'markThreadsRead', (each) => each.markRead());
  }

  markThreadUnread(thread: GmailThread): this {
    return this.#threads([thread], 'markThreadUnread', (each) => each.markUnread());
  }

  markThreadsUnread(threads: GmailThread[]): this {
    return this.#threads(threads, 'markThreadsUnread', (each) => each.markUnread());
  }

  moveThreadToArchive(thread: GmailThread): this {
    return this.#threads([thread], 'moveThreadToArchive', (each) => each.moveToArchive());
  }

  moveThreadsToArchive(threads: GmailThread[]): this {
    return this.#threads(threads, 'moveThreadsToArchive', (each) => each.moveToArchive());
  }

  moveThreadToInbox(thread: GmailThread): this {
    return this.#threads([thread], 'moveThreadToInbox', (each) => each.moveToInbox());
  }

  moveThreadsToInbox(threads: GmailThread[]): this {
    return this.#threads(threads, 'moveThreadsToInbox', (each) => each.moveToInbox());
  }

  moveThreadToSpam(thread: GmailThread): this {
    return this.#threads([thread], 'moveThreadToSpam', (each) => each.moveToSpam());
  }

  moveThreadsToSpam(threads: GmailThread[]): this {
    return this.#threads(threads, 'moveThreadsToSpam', (each) => each.moveToSpam());
  }

  moveThreadToTrash(thread: GmailThread): this {
    return this.#threads([thread], 'moveThreadToTrash', (each) => each.moveToTrash());
  }

  moveThreadsToTrash(threads: GmailThread[]): this {
    return this.#threads(threads, 'moveThreadsToTrash', (each) => each.moveToTrash());
  }

  refreshThread(thread: GmailThread): this {
    return this.#threads([thread], 'refreshThread', (each) => each.refresh());
  }

  refreshThreads(threads: GmailThread[]): this {
    return this.#threads(threads, 'refreshThreads', (each) => each.refresh());
  }

  #threads(threads: unknown, method: string, change: (thread: GmailThread) => unknown): this {
    for (const thread of several(threads, GmailThread, `GmailApp.${method}`)) change(thread);
    return this;
  }
}

type Kind<T> = new (...args: never[]) => T;

/** The value as one of our objects. @throws mismatch */
export function one<T>(value: unknown, kind: Kind<T>, method: string): T {
  if (!(value instanceof kind)) throw mismatch(method, [value]);
  return value;
}

export function several<T>(values: unknown, kind: Kind<T>, method: string): T[] {
  if (!Array.isArray(values)) throw mismatch(method, [values]);
  if (values.length > MOST_AT_ONCE) throw new ScriptError(`This operation can only be applied to at most ${MOST_AT_ONCE} threads. Use smaller batches.`);
  return values.map((value) => one(value, kind, method));
}
