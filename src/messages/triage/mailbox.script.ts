import { remember } from '../../school/settings.script.ts';
import { MAILBOX, type MailboxState } from './mailbox.ts';

/** One call: how far was read, what was counted and what is owed stand together or not at all. */
export function keepMailbox(state: MailboxState): void {
  remember(MAILBOX, JSON.stringify(state));
}
