import type { MessageData } from '../../workspace/data.ts';
import { compose } from '../../workspace/mail/compose.ts';
import { documented } from '../served.ts';
import { attempt, type GmailContext, GmailServed } from './context.ts';
import type { GmailMessage } from './message.ts';
import { DRAFT_OPTIONS, optionsFrom, outgoing, texts } from './outgoing.ts';

/** docs/apps-script/reference/gmail/gmail-draft.md. Its id stays; the message in it is replaced by every update and goes when it is sent. */
export class GmailDraft extends GmailServed {
  readonly $name = 'GmailDraft';
  override readonly $latency = { send: 350, update: 300, deleteDraft: 200, getMessage: 120 };
  readonly #id: string;

  constructor(context: GmailContext, id: string) {
    super(context);
    this.#id = id;
  }

  #data(): MessageData {
    return attempt(() => this.$context.mailbox().draft(this.#id));
  }

  deleteDraft(): void {
    this.$context.mailbox().remove(this.#data());
  }

  getId(): string {
    return this.#id;
  }

  getMessage(): GmailMessage {
    return this.$context.message(this.#data().id);
  }

  getMessageId(): string {
    return this.#data().id;
  }

  send(): GmailMessage {
    const { run } = this.$context;
    return this.$context.message(attempt(() => run.workspace.mail.sendDraft(run.effective, this.#id)).id);
  }

  update(recipient: string, subject: string, body: string, options?: unknown): GmailDraft {
    const old = this.#data();
    const [to = '', title = '', text = ''] = texts('GmailDraft.update', [recipient, subject, body]);
    const message = outgoing(this.$context.run, { to, subject: title, text }, optionsFrom(options, DRAFT_OPTIONS, 'GmailDraft.update'));
    this.$context.mailbox().updateDraft(this.#id, compose(message), old.threadId);
    return this;
  }
}

documented<GmailDraft, GoogleAppsScript.Gmail.GmailDraft>(true);
