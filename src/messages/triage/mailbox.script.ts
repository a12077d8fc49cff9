import { remember } from '../../school/settings.script.ts';
import { MAILBOX, type MailboxState, mailboxFrom } from './mailbox.ts';

/** As it stands now: what the run has read when it began may be older than what the run before it kept. */
export function keptMailbox(): MailboxState {
  return mailboxFrom(PropertiesService.getScriptProperties().getProperty(MAILBOX));
}

/** One call: how far was read, what was counted and what is owed stand together or not at all. */
export function keepMailbox(state: MailboxState): void {
  remember(MAILBOX, JSON.stringify(state));
}
