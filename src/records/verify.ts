import { type ChainHead, ERASED, type JournalEntry, linkHash, START, saltedHash } from './journal.ts';

export interface Unbroken {
  ok: true;
  /** Entries looked at. */
  count: number;
  head: ChainHead;
  /** Sequence numbers whose payload has been erased: each should have its own event that says why. */
  erased: number[];
}

export interface Broken {
  ok: false;
  /** The number the first broken event has, or should have. */
  sequence: number;
  /** Its place among the entries given, from 1. */
  row: number;
  why: string;
}

export interface VerifyOptions {
  /** The link before the first entry; the very start unless said. */
  after?: ChainHead;
  /** Whether erased payloads are accepted; they are unless said. */
  erasures?: boolean;
  /** The head written down elsewhere (the daily mail): only with it can entries cut off at the end be noticed. */
  expected?: ChainHead;
}

/** Walks the chain and stops at the first entry that is not as it was written. */
export function verify(entries: Iterable<JournalEntry>, { after = START, erasures = true, expected }: VerifyOptions = {}): Unbroken | Broken {
  let head = after;
  let row = 0;
  const erased: number[] = [];
  for (const entry of entries) {
    row += 1;
    const why = flawIn(entry, head, erasures);
    if (why !== null) return { ok: false, sequence: head.sequence + 1, row, why };
    if (entry.payload === ERASED) erased.push(entry.sequence);
    head = { sequence: entry.sequence, hash: entry.hash };
    if (expected?.sequence === head.sequence && expected.hash !== head.hash) {
      return { ok: false, sequence: head.sequence, row, why: 'it is not the event whose hash was written down: the history up to here was written anew' };
    }
  }
  if (expected && expected.sequence > head.sequence) {
    return { ok: false, sequence: head.sequence + 1, row: row + 1, why: `it is missing: events up to ${expected.sequence} were recorded` };
  }
  return { ok: true, count: row, head, erased };
}

/** What is wrong with `entry` as the one that follows `before`, or null. */
function flawIn(entry: JournalEntry, before: ChainHead, erasures: boolean): string | null {
  const next = before.sequence + 1;
  if (entry.sequence !== next) {
    return entry.sequence > next ? `it is missing: the row holds event ${entry.sequence}` : `the row holds event ${entry.sequence} instead`;
  }
  if (entry.previous !== before.hash) return 'it does not follow the event before it (its "previous" is another hash)';
  if (entry.hash !== linkHash(entry)) return 'its time, actor, action, subject or hash was changed';
  if (entry.payload === ERASED) return erasures ? null : 'its payload was erased';
  if (entry.payloadHash !== saltedHash(entry.salt, entry.payload)) return 'its payload was changed';
  return null;
}
