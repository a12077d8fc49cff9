import { RecordsBusy, RecordsMissing } from './errors.ts';
import { type Attachment, MAIL_HEADER, rawOf } from './mime.ts';
import { drafted, type OutboxEntry, type SentMail, sent } from './outbox.ts';
import { codeOf, isDailyLimit, isPassing, messageOf } from './patience.script.ts';

/**
 * Makes what a reference names: asked when the mail's draft is made. Null when there is nothing of that name any more. It may throw
 * `NotYetAttached`; anything else it throws that does not pass by itself ends the mail.
 */
export type AttachmentFor = (reference: string) => Attachment | null;

/** An attachment could not be made just now, for a reason that has nothing to do with mail. */
export class NotYetAttached extends Error {}

/** @throws RangeError when this mail can never go: nothing can be made of its reference, what was made is too large */
export function makeDraft({ id, to, subject, body, ...entry }: OutboxEntry, attachmentFor: AttachmentFor | undefined): OutboxEntry {
  const attachment = entry.attachment === null ? null : attached(entry.attachment, attachmentFor);
  const made = drafts().create({ message: { raw: rawOf({ id, to, subject, body, attachment }) } }, 'me');
  if (!made.id) throw new Error('Gmail made a draft and did not say which');
  return drafted({ ...entry, id, to, subject, body }, made.id);
}

export function sendDraft(entry: OutboxEntry, now: string): SentMail {
  try {
    drafts().send({ id: entry.draft ?? '' }, 'me');
  } catch (error) {
    // Drafts go when they are sent (docs/workspace/gmail/api/guides/drafts): an earlier try had its effect after all.
    if (codeOf(error) !== 404) throw error;
  }
  return sent(entry, now);
}

/**
 * Throws away drafts that carry a mail's id and are not noted. Drafts that a person wrote stay.
 * @param noted ids of the drafts that stand in the outbox, asked for when there are any drafts at all
 * @returns how many went
 */
export function removeStrays(noted: () => ReadonlySet<string | null>): number {
  const listed = drafts().list('me', { maxResults: 100 }).drafts ?? [];
  if (listed.length === 0) return 0;
  const known = noted();
  const strays = listed.flatMap(({ id = '' }) => (known.has(id) || !isOurs(id) ? [] : [id]));
  for (const id of strays) drafts().remove('me', id);
  return strays.length;
}

function attached(reference: string, attachmentFor: AttachmentFor | undefined): Attachment {
  let made: Attachment | null;
  try {
    made = attachmentFor?.(reference) ?? null;
  } catch (error) {
    // A day's documents used up, a busy minute: no fault of this mail.
    if (error instanceof NotYetAttached) throw error;
    if (isPassing(error) || isDailyLimit(error) || error instanceof RecordsBusy) throw new NotYetAttached(messageOf(error));
    throw new RangeError(`What this mail carries (${reference}) could not be made: ${messageOf(error)}`);
  }
  if (made === null) throw new RangeError(`What this mail carries (${reference}) is not there any more`);
  return made;
}

function isOurs(draftId: string): boolean {
  const headers = drafts().get('me', draftId, { format: 'metadata' }).message?.payload?.headers ?? [];
  return headers.some(({ name }) => name?.toLowerCase() === MAIL_HEADER.toLowerCase());
}

function drafts(): GoogleAppsScript.Gmail.Collection.Users.DraftsCollection {
  if (typeof Gmail === 'undefined') throw new RecordsMissing('The advanced Gmail service is not enabled in this script.', 'Please deploy Handrail again.');
  return Gmail.Users.Drafts;
}
