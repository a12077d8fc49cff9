import type { OpenMessage } from './report-mail.ts';

/** What Gmail tells a card about the message that is open, and for which it gives the card a key. */
export interface GmailEvent {
  messageId: string;
  accessToken: string;
}

/**
 * The open message, by the getters that the card's rights are documented for (docs/apps-script/reference/gmail/gmail-message.md): never its headers as a
 * whole, never what hangs on it.
 */
export function readOpenMessage({ messageId, accessToken }: GmailEvent): OpenMessage {
  GmailApp.setCurrentMessageAccessToken(accessToken);
  const message = GmailApp.getMessageById(messageId);
  return { from: message.getFrom(), date: new Date(message.getDate().getTime()).toISOString(), subject: message.getSubject(), text: message.getPlainBody() };
}

/** A draft in the mailbox of whoever has the card open: they send it themselves. */
export function makeDraft({ accessToken }: GmailEvent, to: string, { subject, body }: { subject: string; body: string }): GoogleAppsScript.Gmail.GmailDraft {
  GmailApp.setCurrentMessageAccessToken(accessToken);
  return GmailApp.createDraft(to, subject, body);
}
