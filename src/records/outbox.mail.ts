import { RecordsMissing } from './errors.ts';
import { aloneAmongBeats } from './lock.script.ts';
import { MAIL_HEADER, rawOf } from './mime.ts';
import type { Outbox } from './outbox.sheet.ts';
import { drafted, type OutboxEntry, refused, type SentMail, sent } from './outbox.ts';
import { codeOf, isDailyLimit, messageOf } from './patience.script.ts';

export interface Delivery {
  sent: number;
  refused: number;
  /** Still to go: in the next round, or tomorrow when today's quota is used up. */
  left: number;
  /** Google's words for a mail that did not go, now or before, without anything from the mail. */
  problem: string | null;
}

/**
 * One round of the outbox: a draft is made for each mail, the drafts' ids are noted, the drafts are sent, and that is noted. Whatever
 * happens in between, the next round knows: a draft that is gone was sent; a draft whose id was not noted is never sent.
 * @param now ISO date and time in UTC, for the record of what was sent
 * @param mayGoOn false once the run's time is used up
 */
export function deliver(outbox: Outbox, now: string, mayGoOn: () => boolean = () => true): Delivery {
  const delivery = aloneAmongBeats(() => {
    const waiting = outbox.waiting();
    const drafting = each(
      waiting.filter(({ state }) => state === 'wanted'),
      mayGoOn,
      makeDraft,
    );
    outbox.note([...drafting.done, ...drafting.refused], []);

    const ready = [...waiting, ...drafting.done].filter(({ state }) => state === 'drafted');
    const sending = each(ready, mayGoOn, (entry) => send(entry, now));
    outbox.note(sending.refused, sending.done);

    const refusals = drafting.refused.length + sending.refused.length;
    const before = waiting.find(({ state }) => state === 'refused');
    const problem = sending.problem ?? drafting.problem ?? (before ? (before.why ?? 'Google refused a mail') : null);
    const open = waiting.filter(({ state }) => state !== 'refused').length;
    return { sent: sending.done.length, refused: refusals, left: open - sending.done.length - refusals, problem };
  });
  return delivery ?? { sent: 0, refused: 0, left: 0, problem: null };
}

/**
 * Throws away drafts that a run made and did not live to note: they carry a mail's id and are not in the outbox. Drafts that a
 * person wrote stay. Once a day is enough, nobody ever sends them.
 * @returns how many went
 */
export function clearStrayDrafts(outbox: Outbox): number {
  const cleared = aloneAmongBeats(() => {
    const listed = drafts().list('me', { maxResults: 100 }).drafts ?? [];
    if (listed.length === 0) return 0;
    const noted = new Set(outbox.waiting().map(({ draft }) => draft));
    const strays = listed.flatMap(({ id = '' }) => (noted.has(id) || !isOurs(id) ? [] : [id]));
    for (const id of strays) drafts().remove('me', id);
    return strays.length;
  });
  return cleared ?? 0;
}

function makeDraft(entry: OutboxEntry): OutboxEntry {
  const { id } = drafts().create({ message: { raw: rawOf(entry) } }, 'me');
  if (!id) throw new Error('Gmail made a draft and did not say which');
  return drafted(entry, id);
}

function send(entry: OutboxEntry, now: string): SentMail {
  try {
    drafts().send({ id: entry.draft ?? '' }, 'me');
  } catch (error) {
    // Drafts go when they are sent (docs/workspace/gmail/api/guides/drafts): an earlier try had its effect after all.
    if (codeOf(error) !== 404) throw error;
  }
  return sent(entry, now);
}

interface Round<Outcome> {
  done: Outcome[];
  refused: OutboxEntry[];
  problem: string | null;
}

/** Does one entry after the other. One that fails is left for the next round, unless Google says that it will never take it. */
function each<Outcome>(entries: readonly OutboxEntry[], mayGoOn: () => boolean, work: (entry: OutboxEntry) => Outcome): Round<Outcome> {
  const round: Round<Outcome> = { done: [], refused: [], problem: null };
  for (const entry of entries) {
    if (!mayGoOn()) break;
    try {
      round.done.push(work(entry));
    } catch (error) {
      round.problem = messageOf(error);
      // An address that is none, to Google or to us, stays one.
      if (codeOf(error) === 400 || error instanceof RangeError) round.refused.push(refused(entry, messageOf(error)));
      if (isDailyLimit(error)) break;
    }
  }
  return round;
}

function isOurs(draftId: string): boolean {
  const headers = drafts().get('me', draftId, { format: 'metadata' }).message?.payload?.headers ?? [];
  return headers.some(({ name }) => name?.toLowerCase() === MAIL_HEADER.toLowerCase());
}

function drafts(): GoogleAppsScript.Gmail.Collection.Users.DraftsCollection {
  if (typeof Gmail === 'undefined') throw new RecordsMissing('The advanced Gmail service is not enabled in this script.', 'Please deploy Handrail again.');
  return Gmail.Users.Drafts;
}
