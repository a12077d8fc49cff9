import { aloneAmongBeats } from './lock.script.ts';
import type { Outbox } from './outbox.sheet.ts';
import { type OutboxEntry, refused, type SentMail } from './outbox.ts';
import { type DayCount, dayCount } from './outbox-day.script.ts';
import { type AttachmentFor, makeDraft, NotYetAttached, removeStrays, sendDraft } from './outbox-drafts.mail.ts';
import { nextStep, recipientsOf } from './outbox-steps.ts';
import { codeOf, isDailyLimit, isPassing, messageOf } from './patience.script.ts';

export interface DeliveryOptions {
  /** False once the run's time is used up. */
  mayGoOn?: () => boolean;
  /** Mails that may wait go as well, after the urgent ones, to at most so many people in any 24 hours. Left out: they stay. */
  waitingADay?: number;
  /** Left out: mails that carry something stay. */
  attachmentFor?: AttachmentFor;
}

export interface Delivery {
  sent: number;
  /** Given up in this round: see `OutboxEntry.why`. */
  refused: number;
  /** Urgent mails still to go: in the next round, or tomorrow when Google takes no more today. */
  left: number;
  /** Mails that may wait, still to go. */
  waiting: number;
  /** Google's words for an urgent mail that did not go, now or before, without anything from the mail: people must be told. */
  problem: string | null;
  /** Whether nothing but a hitch of Google's stands behind the problem: the next round may well send them. */
  willPass: boolean;
  /** The same for a mail that may wait, in this round: for the log. */
  hitch: string | null;
}

/**
 * Sends what waits, a few at a time: a draft is made for each, the drafts' ids are noted, the drafts are sent, and that is noted.
 * Whatever happens in between, the next round knows: a draft that is gone was sent; a draft whose id was not noted is never sent.
 * Urgent mails go first, also those that come while others are being sent. The outbox is read whole once, and again when mails came.
 * @param now ISO date and time in UTC, for the record of what was sent
 */
export function deliver(outbox: Outbox, now: string, options: DeliveryOptions = {}): Delivery {
  return aloneAmongBeats(() => deliverAlone(outbox, now, options)) ?? { sent: 0, refused: 0, left: 0, waiting: 0, problem: null, willPass: true, hitch: null };
}

/**
 * Throws away drafts that a run made and did not live to note: they carry a mail's id and are not in the outbox. Once a day is
 * enough, nobody ever sends them.
 * @returns how many went
 */
export function clearStrayDrafts(outbox: Outbox): number {
  return aloneAmongBeats(() => removeStrays(() => new Set(outbox.waiting().map(({ draft }) => draft)))) ?? 0;
}

function deliverAlone(outbox: Outbox, now: string, options: DeliveryOptions): Delivery {
  const { mayGoOn = () => true, waitingADay = 0 } = options;
  let entries = byId(outbox.waiting());
  const earlier = [...entries.values()].find((entry) => entry.state === 'refused' && !entry.mayWait);
  const problem = earlier ? (earlier.why ?? 'Google refused a mail') : null;
  const delivery: Delivery = { sent: 0, refused: 0, left: 0, waiting: 0, problem, willPass: problem === null, hitch: null };
  const failed = new Set<string>();
  let day: DayCount | null = null;
  let isOver = false;

  while (!isOver && mayGoOn()) {
    const open = [...entries.values()].filter(({ id, state }) => state !== 'refused' && !failed.has(id));
    if (waitingADay > 0 && open.some(({ mayWait }) => mayWait)) day ??= dayCount(now);
    const step = nextStep(open, { waitingRecipients: day ? waitingADay - day.sent : 0, canAttach: options.attachmentFor !== undefined });
    const [first] = step;
    if (!first) break;

    const outcome = attempt(step, now, mayGoOn, options.attachmentFor);
    // Counted before it is noted: whatever was sent is counted at least once, wherever the run is cut off.
    if (first.mayWait && outcome.gone.length > 0) day?.add(recipientsOf(outcome.gone));
    const standing = outbox.note(outcome.changed, outcome.gone);
    for (const entry of outcome.changed) entries.set(entry.id, entry);
    for (const { id } of outcome.gone) entries.delete(id);
    if (standing.some((id) => !entries.has(id))) entries = byId(outbox.waiting());

    delivery.sent += outcome.gone.length;
    delivery.refused += outcome.changed.filter(({ state }) => state === 'refused').length;
    if (outcome.words !== null) delivery[first.mayWait ? 'hitch' : 'problem'] = outcome.words;
    if (!first.mayWait) delivery.willPass &&= outcome.willPass;
    for (const id of outcome.failed) failed.add(id);
    isOver = outcome.isOver;
  }

  const open = [...entries.values()].filter(({ state }) => state !== 'refused');
  const waiting = open.filter(({ mayWait }) => mayWait).length;
  return { ...delivery, left: open.length - waiting, waiting };
}

interface Outcome {
  /** As they are now: drafted, or refused. */
  changed: OutboxEntry[];
  gone: SentMail[];
  /** Ids of those that are left for the next round. */
  failed: string[];
  words: string | null;
  /** Nothing failed, or only in ways that pass. */
  willPass: boolean;
  /** Google takes no more from this account for now. */
  isOver: boolean;
}

/** Drafts or sends one after the other. One that fails is left for the next round, unless it will never go. */
function attempt(step: readonly OutboxEntry[], now: string, mayGoOn: () => boolean, attachmentFor: AttachmentFor | undefined): Outcome {
  const outcome: Outcome = { changed: [], gone: [], failed: [], words: null, willPass: true, isOver: false };
  for (const entry of step) {
    if (outcome.isOver || !mayGoOn()) break;
    try {
      if (entry.state === 'wanted') outcome.changed.push(makeDraft(entry, attachmentFor));
      else outcome.gone.push(sendDraft(entry, now));
    } catch (error) {
      outcome.words = messageOf(error);
      outcome.willPass &&= isPassing(error);
      // What Google or we cannot make a mail of stays so.
      if (codeOf(error) === 400 || error instanceof RangeError) outcome.changed.push(refused(entry, messageOf(error)));
      else outcome.failed.push(entry.id);
      outcome.isOver = isTooMuch(error);
    }
  }
  return outcome;
}

/** Whether Google says that there were too many calls or mails (docs/workspace/gmail/api/guides/handle-errors): another try soon is of no use. */
function isTooMuch(error: unknown): boolean {
  if (error instanceof NotYetAttached) return false;
  const code = codeOf(error);
  return isDailyLimit(error) || ((code === 429 || code === 403) && isPassing(error));
}

function byId(entries: readonly OutboxEntry[]): Map<string, OutboxEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
