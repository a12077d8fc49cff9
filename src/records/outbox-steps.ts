import type { OutboxEntry } from './outbox.ts';

/** Mails that are drafted or sent between two notes: a concern that comes meanwhile waits for so many reminders at most. */
export const STEP = 25;

export interface Allowance {
  /** How many more people may get mails that may wait; 0 when only urgent ones go. */
  waitingRecipients: number;
  /** Whether attachments can be made. */
  canAttach: boolean;
}

/**
 * The mails to see to next, in the order in which they were wanted: all to be sent, or all to be drafted. Urgent ones come first, and
 * drafts go before more are made, so that as few as possible stand about when a run is cut off.
 * @returns at most `STEP`; none when nothing may go
 */
export function nextStep(entries: readonly OutboxEntry[], { waitingRecipients, canAttach }: Allowance): OutboxEntry[] {
  const possible = entries.filter(({ attachment }) => canAttach || attachment === null);
  const urgent = possible.filter((entry) => !entry.mayWait);
  const waiting = possible.filter((entry) => entry.mayWait);
  const lanes = [
    urgent.filter(isDrafted),
    urgent.filter(isWanted),
    upTo(waitingRecipients, waiting.filter(isDrafted)),
    upTo(waitingRecipients, waiting.filter(isWanted)),
  ];
  return (lanes.find(({ length }) => length > 0) ?? []).slice(0, STEP);
}

export function recipientsOf(entries: readonly { to: readonly string[] }[]): number {
  return entries.reduce((sum, { to }) => sum + to.length, 0);
}

/** The first of them, as long as the allowance reaches: nobody is passed over for a mail to fewer people. */
function upTo(recipients: number, entries: readonly OutboxEntry[]): OutboxEntry[] {
  let left = recipients;
  const end = entries.findIndex(({ to }) => {
    left -= to.length;
    return left < 0;
  });
  return entries.slice(0, end < 0 ? entries.length : end);
}

const isDrafted = ({ state }: OutboxEntry) => state === 'drafted';
const isWanted = ({ state }: OutboxEntry) => state === 'wanted';
