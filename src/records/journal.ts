import { canonical, type Json } from './canonical.ts';
import { RecordsDamaged, RecordsError } from './errors.ts';
import { hashOf } from './hash.ts';

/** Something that happened, as the code that decided it puts it. */
export interface NewEvent {
  /** From the closed list of audit actions: `concern.raised`. Printable ASCII. */
  action: string;
  /** What it is about: a reference such as `C-2026-0012`. Printable ASCII. */
  subject: string;
  payload: Json;
}

export interface RecordedEvent extends NewEvent {
  /** 1, 2, 3 … without gaps, across all volumes. */
  sequence: number;
  /** When it was recorded: ISO date and time in UTC. */
  at: string;
  /** Who did it: an e-mail address, or the name of a part of Handrail. Printable ASCII. */
  actor: string;
}

/** The last link of the chain. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/**
 * One event as it is kept. `hash` covers everything but the last two fields: `payloadHash` stands in the chain for them, so that
 * a payload and its salt can be erased without breaking it. Without the salt nobody can guess what was erased.
 */
export interface JournalEntry {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  payloadHash: string;
  previous: string;
  hash: string;
  salt: string;
  /** Canonical JSON, or `ERASED`. */
  payload: string;
}

/** Where every journal begins. Not a row of noughts: a spreadsheet would make a number of that. */
export const START: ChainHead = { sequence: 0, hash: 'start' };

/** Stands in the payload's place after an erasure. It is not JSON, so no payload can look like it. */
export const ERASED = 'erased';

/** The journal is what everything else is made from: it can be restored, not mended. */
export const RESTORE =
  'Please change nothing more there. Open the file "Handrail records" as the safeguarding account, choose File, Version history, and restore the version from before the change.';

/** Ten million cells are what a spreadsheet holds, and a call takes about two megabytes: one event stays well below. */
export const LONGEST_PAYLOAD = 768_000;

export interface Circumstances {
  /** ISO date and time in UTC. */
  at: string;
  actor: string;
  /** One for each event: random, and used once. */
  salts: readonly string[];
}

/**
 * Links events to the end of the chain.
 * @returns the entries to keep, in order, and the head after them
 * @throws RecordsError when a payload is too long to keep
 * @throws RangeError when an action, subject or actor is empty or not printable ASCII, or a salt is missing
 */
export function append(head: ChainHead, events: readonly NewEvent[], { at, actor, salts }: Circumstances): { entries: JournalEntry[]; head: ChainHead } {
  const entries: JournalEntry[] = [];
  let last = head;
  events.forEach((event, index) => {
    const salt = salts[index];
    if (!salt) throw new RangeError(`Event ${index + 1} has no salt`);
    const payload = canonical(event.payload);
    if (payload.length > LONGEST_PAYLOAD)
      throw new RecordsError('too long', 'This is too long to keep in one entry. Please shorten it or send it in two parts.');
    const linked = {
      sequence: last.sequence + 1,
      at: plain('at', at),
      actor: plain('actor', actor),
      action: plain('action', event.action),
      subject: plain('subject', event.subject),
      payloadHash: saltedHash(salt, payload),
      previous: last.hash,
    };
    const hash = linkHash(linked);
    entries.push({ ...linked, hash, salt, payload });
    last = { sequence: linked.sequence, hash };
  });
  return { entries, head: last };
}

export function linkHash(link: Omit<JournalEntry, 'hash' | 'salt' | 'payload'>): string {
  return hashOf(canonical([link.sequence, link.at, link.actor, link.action, link.subject, link.payloadHash, link.previous]));
}

export function saltedHash(salt: string, payload: string): string {
  return hashOf(canonical([salt, payload]));
}

/**
 * The events in entries. One whose payload was erased says nothing any more: it is passed over, and views and pages are as if it had
 * not been.
 * @throws RecordsDamaged when somebody changed a payload into something that is not JSON
 */
export function eventsIn(entries: readonly JournalEntry[]): RecordedEvent[] {
  return entries
    .filter(({ payload }) => payload !== ERASED)
    .map(({ sequence, at, actor, action, subject, payload }) => ({ sequence, at, actor, action, subject, payload: parsed(payload, sequence) }));
}

function parsed(payload: string, sequence: number): Json {
  try {
    return JSON.parse(payload) as Json;
  } catch {
    throw new RecordsDamaged('Journal', `the payload of event ${sequence} was changed`, RESTORE);
  }
}

function plain(name: string, text: string): string {
  if (!/^[\x20-\x7e]{1,320}$/.test(text)) throw new RangeError(`The ${name} of an event must be 1 to 320 printable ASCII characters`);
  return text;
}
