import { eventsApproved } from './erasures.ts';
import { type ChainHead, ERASED, type JournalEntry, linkHash, START, saltedHash } from './journal.ts';

/** How far a walk along the chain came: all that the next stretch needs to know. */
export interface Walked {
  head: ChainHead;
  /** Sequence numbers whose payload has been erased. */
  erased: number[];
  /** Sequence numbers that two people decided to erase, as the journal's own events say. */
  approved: number[];
}

export const NOT_WALKED: Walked = { head: START, erased: [], approved: [] };

export interface Unbroken extends Walked {
  ok: true;
  /** Entries looked at, from the very start. */
  count: number;
}

/** `changed`: a cell, a row or their order. `written anew`: the hashes fit one another and are not those that were written down. */
export type Flaw = 'changed' | 'cut off' | 'written anew' | 'erased';

export interface Broken {
  ok: false;
  flaw: Flaw;
  /** The number the first broken event has, or should have; it is also its place in the journal. */
  sequence: number;
  /** Goes on from "event 7:". */
  why: string;
}

export interface VerifyOptions {
  /** Where an earlier stretch ended; the very start unless said. */
  from?: Walked;
  /** More entries follow these: what only the end can tell is left open. */
  isPart?: boolean;
  /** The end that the records themselves have noted. */
  end?: ChainHead;
  /** A head written down elsewhere (the daily mail to the witness): only with it is a history noticed that was written anew, or cut off, as a whole. */
  witness?: ChainHead;
}

/** Walks the chain and stops at the first entry that is not as it was written (`handrail log verify` and the page "Verify history" alike). */
export function verify(entries: Iterable<JournalEntry>, { from = NOT_WALKED, isPart = false, end, witness }: VerifyOptions = {}): Unbroken | Broken {
  let { head } = from;
  const erased = [...from.erased];
  const approved = [...from.approved];
  for (const entry of entries) {
    const why = flawIn(entry, head);
    if (why !== null) return broken('changed', head.sequence + 1, why);
    if (entry.payload === ERASED) erased.push(entry.sequence);
    approved.push(...eventsApproved(entry));
    head = { sequence: entry.sequence, hash: entry.hash };
    if (witness?.sequence === head.sequence && witness.hash !== head.hash)
      return broken('written anew', head.sequence, 'it is not the event whose hash was written down: the history up to here was written anew');
  }
  return (isPart ? null : flawAtTheEnd(head, { end, witness }, unapproved(erased, approved))) ?? { ok: true, count: head.sequence, head, erased, approved };
}

/** What is wrong with `entry` as the one that follows `before`, or null. */
function flawIn(entry: JournalEntry, before: ChainHead): string | null {
  const next = before.sequence + 1;
  if (entry.sequence !== next) {
    return entry.sequence > next ? `it is missing: the row holds event ${entry.sequence}` : `the row holds event ${entry.sequence} instead`;
  }
  if (entry.previous !== before.hash) return 'it does not follow the event before it (its "previous" is another hash)';
  if (entry.hash !== linkHash(entry)) return 'its time, actor, action, subject or hash was changed';
  if (entry.payload !== ERASED && entry.payloadHash !== saltedHash(entry.salt, entry.payload)) return 'its payload was changed';
  return null;
}

function flawAtTheEnd(head: ChainHead, { end, witness }: Pick<VerifyOptions, 'end' | 'witness'>, [unapprovedErasure]: readonly number[]): Broken | null {
  const last = Math.max(end?.sequence ?? 0, witness?.sequence ?? 0);
  if (last > head.sequence) return broken('cut off', head.sequence + 1, `it is missing: events up to ${last} were recorded`);
  if (end && end.sequence < head.sequence) return broken('changed', end.sequence + 1, 'it was put behind the last event that was recorded');
  if (end && end.hash !== head.hash) return broken('written anew', head.sequence, 'it is not the event that was recorded last');
  return unapprovedErasure === undefined ? null : broken('erased', unapprovedErasure, 'its payload was erased, and no event says that two people decided so');
}

function unapproved(erased: readonly number[], approved: readonly number[]): number[] {
  const known = new Set(approved);
  return erased.filter((sequence) => !known.has(sequence));
}

function broken(flaw: Flaw, sequence: number, why: string): Broken {
  return { ok: false, flaw, sequence, why };
}
