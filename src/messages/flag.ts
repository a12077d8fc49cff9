import { LANE_IDS } from '../incidents/concern.ts';
import { type Evidence, type FlagRoute, ROUTES, type SeenAgain } from '../incidents/mail/evidence.ts';
import { canonical } from '../records/canonical.ts';
import { choice, dateTime, list, number, text } from '../records/fields.ts';
import { hashOf } from '../records/hash.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { CATEGORIES, type Category, type MessageSeverity, type Reason } from './message.ts';

export type { AttachmentNamed, Evidence, FlagRoute, SeenAgain } from '../incidents/mail/evidence.ts';
export { ROUTES };

/** What a flag turned out to be; '' while nobody has said. */
export const DISPOSITIONS = ['', 'real', 'known', 'not a concern', 'test'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/**
 * The journal's actions about flagged messages. The subject is the case's reference, or the flag's own id for one without a case; erasing a
 * case erases what its messages said. To add one: name it here and teach `flagProjection`.
 */
export type FlagEvents = {
  'message flagged': {
    flag: string;
    /** '' without a case. */
    reference: string;
    route: FlagRoute;
    category: Category;
    severity: Exclude<MessageSeverity, 0>;
    /** `what`: what the rule looked for, in words as they were then. */
    reasons: (Reason & { what: string })[];
    /** Of the rules and the model together. */
    scorer: string;
    evidence: Evidence;
    /** SHA-256 over sender, date and text: the same message by two routes is one. */
    fingerprint: string;
    lane: (typeof LANE_IDS)[number];
    /** Addresses of everybody it is from, to or about: who sees a flag is decided by them (B5). */
    named: string[];
  };
  'message seen again': SeenAgain;
  /** '' takes back what was said: it waits again. */
  'message disposed': { flag: string; disposition: Disposition };
};

/** Recipients of a message to more than so many people are not named one by one: it was addressed to nobody in particular. */
export const MOST_ADDRESSED = 20;
/** A cell holds only so much: of more copies the newest are known by their ids. */
const MOST_COPIES = 2_000;
const MOST_KEPT_NAMES = 60;

/** SHA-256 of any text, in hex. */
export function hashOfWords(words: string): string {
  return hashOf(canonical(words));
}

/** Whether an event is of that action, and has not been erased. */
export function isFlag<Action extends keyof FlagEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: FlagEvents[Action] } {
  return event.action === action && event.payload !== null;
}

/** One row a flagged message: nothing that it said. */
export const flagTable = table('Flags', () => ({
  flag: text().key(),
  reference: text(),
  route: choice(ROUTES),
  category: choice(CATEGORIES),
  severity: number(),
  /** Ids of the rules behind it: none whose finding something speaks against. */
  rules: list(),
  scorer: text(),
  /** SHA-256 of the Message-ID and of sender, date and text. */
  messageIdHash: text(),
  fingerprint: text(),
  /** Gmail's thread in the safeguarding mailbox. */
  conversation: text(),
  received: dateTime(),
  flagged: dateTime(),
  lane: choice(LANE_IDS),
  named: list(),
  /** Gmail's ids of further copies in the safeguarding mailbox. */
  copies: list(),
  /** Whom all copies went to; one more than `MOST_ADDRESSED` once they are too many to be named. */
  sentTo: list(),
  disposition: choice(DISPOSITIONS),
  disposedBy: text(),
  disposedAt: dateTime().optional(),
}));
export type FlagRow = RowOf<typeof flagTable>;

export const flagProjection: Projection<typeof flagTable.fields> = {
  table: flagTable,
  keysOf: (event) => (isFlag(event, 'message flagged') || isFlag(event, 'message seen again') || isFlag(event, 'message disposed') ? [event.payload.flag] : []),
  apply: (row, event) => {
    // One that was only noted joins a case later: it was flagged when it was, and what was said of it stands.
    if (isFlag(event, 'message flagged')) return row ? { ...rowOf(event), ...standingOf(row, rowOf(event)) } : rowOf(event);
    if (row && isFlag(event, 'message seen again')) return seenAgain(row, event.payload);
    if (!row || !isFlag(event, 'message disposed')) return row ?? null;
    const { disposition } = event.payload;
    return disposition === '' ? { ...row, ...WAITING } : { ...row, disposition, disposedBy: event.actor, disposedAt: event.at };
  },
};

/** While nobody has said what it turned out to be. */
const WAITING = { disposition: '', disposedBy: '', disposedAt: null } as const;

function standingOf(row: FlagRow, now: FlagRow): Partial<FlagRow> {
  const { flagged, copies, disposition, disposedBy, disposedAt } = row;
  const sentTo = union(row.sentTo, now.sentTo).slice(0, Math.max(MOST_ADDRESSED, row.sentTo.length));
  return { flagged, copies, disposition, disposedBy, disposedAt, sentTo, named: union(row.named, now.named) };
}

function seenAgain(row: FlagRow, { gmailIds, to, named }: SeenAgain): FlagRow {
  const copies = union(row.copies, gmailIds).slice(-MOST_COPIES);
  return { ...row, copies, sentTo: union(row.sentTo, to).slice(0, MOST_ADDRESSED + 1), named: union(row.named, named).slice(0, MOST_KEPT_NAMES) };
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}

function rowOf({ at, payload }: RecordedEvent & { payload: FlagEvents['message flagged'] }): FlagRow {
  const { flag, reference, route, category, severity, reasons, scorer, evidence, fingerprint, lane, named } = payload;
  return {
    ...{ flag, reference, route, category, severity, scorer, fingerprint, lane, named },
    rules: [...new Set(reasons.filter(({ against }) => against === '').map(({ rule }) => rule))],
    messageIdHash: evidence.messageId === '' ? '' : hashOfWords(evidence.messageId),
    conversation: evidence.threadId,
    received: evidence.received,
    flagged: at,
    copies: [],
    sentTo: union(evidence.to, evidence.cc).slice(0, MOST_ADDRESSED),
    ...WAITING,
  };
}
