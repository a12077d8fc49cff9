import { RecordsError } from './errors.ts';
import { choice, dateTime, list, number, text, yesOrNo } from './fields.ts';
import { isAddress } from './mime.ts';
import { type RowOf, table } from './table.ts';

/** A mail that an event causes. It says that there is something to open, never what. */
export interface OutgoingMail {
  to: readonly string[];
  subject: string;
  body: string;
  /** Goes after everything that is urgent, within the day's share for such mails, tomorrow if need be: reminders, copies. */
  mayWait?: boolean;
  /** What it carries: a short reference that the office knows how to make a file from when the mail goes, `copy:2_ABaOnue`. */
  attachment?: string;
}

/** Mails that are still to go. A mail that went leaves this sheet in the same step that enters it in `sentTable`. */
export const outboxTable = table('Outbox', () => ({
  id: text().key(),
  state: choice(['wanted', 'drafted', 'refused']),
  /** Gmail's id of the draft; it goes when the draft is sent. */
  draft: text().optional(),
  to: list(),
  subject: text(),
  body: text(),
  /** Sequence number of the event that caused it. */
  event: number(),
  /** Why it cannot go. */
  why: text().optional(),
  mayWait: yesOrNo().optional(),
  attachment: text().optional(),
}));
export type OutboxEntry = RowOf<typeof outboxTable>;

/** What went, to whom and when; without the text. */
export const sentTable = table('Sent', () => ({ id: text().key(), to: list(), subject: text(), event: number(), at: dateTime() }));
export type SentMail = RowOf<typeof sentTable>;

/** docs/apps-script/guides/services/quotas.md: recipients a message. */
const MOST_RECIPIENTS = 50;
const LONGEST_BODY = 20_000;
const REFERENCE = /^[\x21-\x7e]{1,200}$/;

/**
 * The entries for the mails of one decision. Ids follow from the event, so deciding again gives the same ones; more recipients than
 * Google takes become several mails.
 * @throws RecordsError when a text is too long; RangeError for nobody to send to, an address no mail can go to, or a
 * reference that is none
 */
export function wanted(mails: readonly OutgoingMail[], event: number): OutboxEntry[] {
  const entries: OutboxEntry[] = [];
  for (const { to, subject, body, mayWait = false, attachment = null } of mails) {
    if (body.length > LONGEST_BODY) throw new RecordsError('too long', `The text of a mail may have ${LONGEST_BODY} characters`);
    if (to.length === 0) throw new RangeError('A mail needs somebody to go to');
    const stranger = to.find((each) => !isAddress(each));
    if (stranger !== undefined) throw new RangeError(`${JSON.stringify(stranger.slice(0, 80))} is not an e-mail address`);
    if (attachment !== null && !REFERENCE.test(attachment)) throw new RangeError('What a mail carries is named by 1 to 200 ASCII characters without spaces');
    for (let start = 0; start < to.length; start += MOST_RECIPIENTS) {
      const recipients = to.slice(start, start + MOST_RECIPIENTS);
      const id = `${event}-${entries.length + 1}`;
      entries.push({ ...{ id, state: 'wanted', draft: null, to: recipients, subject, body, event, why: null }, mayWait: mayWait || null, attachment });
    }
  }
  return entries;
}

/** The number of the event that a mail with this id follows from. */
export function eventOf(mailId: string): number {
  return Number(mailId.split('-')[0]);
}

export function drafted(entry: OutboxEntry, draft: string): OutboxEntry {
  return { ...entry, state: 'drafted', draft, why: null };
}

/** This mail cannot go: it is not tried again until somebody says so. All pages warn meanwhile, unless it is one that may wait. */
export function refused(entry: OutboxEntry, why: string): OutboxEntry {
  return { ...entry, state: 'refused', draft: null, why: why.slice(0, 500) };
}

/** A refused mail as it is tried once more. */
export function wantedAgain(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'wanted', draft: null, why: null };
}

export function sent({ id, to, subject, event }: OutboxEntry, at: string): SentMail {
  return { id, to, subject, event, at };
}
