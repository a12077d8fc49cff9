import type { MessageData } from '../../workspace/data.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { FULL, type GmailContext } from './context.ts';
import { GmailDraft } from './draft.ts';
import { GmailLabel } from './label.ts';
import { GmailMessage } from './message.ts';
import { GmailThread } from './thread.ts';

/** One run's view of the effective user's mailbox. */
export class GmailSession implements GmailContext {
  /** Set by `GmailApp.setCurrentMessageAccessToken`. */
  token: string | undefined;

  constructor(readonly run: Run) {}

  mailbox(): Mailbox {
    const { quotas, mail } = this.run.workspace;
    if (!quotas.use(this.run.effective, 'mail read/write')) throw new ScriptError('Service invoked too many times for one day: gmail.');
    return mail.mailbox(this.run.effective);
  }

  requireAccess(message: MessageData): void {
    const open = this.openMessage();
    // Reading the open message lets one read the others of its thread too.
    if (open !== 'any' && open.threadId !== message.threadId) throw new ScriptError('Access denied: : This message is not the current message.');
  }

  requireToken(): void {
    this.openMessage();
  }

  /** The message an add-on may see, or `any` for a run with the whole mailbox. */
  private openMessage(): MessageData | 'any' {
    if (this.run.scopes.includes('*') || this.run.scopes.includes(FULL)) return 'any';
    const { mail } = this.run.workspace;
    const open = this.token === undefined ? undefined : mail.currentMessage(this.token);
    const message = open && mail.ownAddresses(this.run.effective).includes(open.email) ? mail.mailbox(open.email).message(open.messageId) : undefined;
    if (!message) throw new ScriptError('Access denied: : Missing access token for per message authorization.');
    return message;
  }

  message(id: string): GmailMessage {
    return new GmailMessage(this, id);
  }

  thread(id: string): GmailThread {
    return new GmailThread(this, id);
  }

  draft(id: string): GmailDraft {
    return new GmailDraft(this, id);
  }

  label(id: string): GmailLabel {
    return new GmailLabel(this, id);
  }
}
