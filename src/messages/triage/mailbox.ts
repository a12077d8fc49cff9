import { addRead, type WeekCount } from './counts.ts';

/**
 * What the office remembers of its mailbox, in one property: how far it has read, and what it still owes to messages that are read. Kept as a
 * whole in one call, so that what was read and what was counted always agree.
 */
export interface MailboxState {
  /** Gmail's history up to which everything is read; '' before the first look. */
  history: string;
  /** ISO: everything that came before is read, should the history be lost. */
  readTo: string;
  rescan: Rescan | null;
  /** The mailbox's own addresses, lower case: besides the account's there may be others. */
  addresses: string[];
  /** Messages that could not be read, by their ids: tried again, and shown to people when that does not help. */
  unread: Record<string, { since: string; tries: number }>;
  /** Ids of the mailbox's labels. */
  labels: Partial<Record<LabelName, string>>;
  /** What is still to be done with messages that are filed. */
  owed: Owed;
  /** ISO: since when Gmail does not do all of that; ''. */
  owedSince: string;
  weeks: WeekCount[];
  /** Whether Google did not let harmless messages be deleted for good. */
  mayNotDelete: boolean;
  /** ISO: since when messages are judged by the rules alone, because the second voice cannot be had; ''. */
  rulesAlone: string;
  /** The UK day on which what is due once a day was last done. */
  day: string;
}

/** Reading what is there after the history was lost, from the newest back. Times are seconds since 1970, as Gmail's search takes them. */
export interface Rescan {
  /** Where the history goes on afterwards. */
  history: string;
  startedAt: string;
  after: number;
  before: number;
  /** So many of those in the second before `before` are read already. */
  skip: number;
}

/** The mailbox's own labels: nobody's mailbox but the role account's gets one. */
export const LABELS = { High: 'Handrail/High', Medium: 'Handrail/Medium', Low: 'Handrail/Low', Read: 'Handrail/Read', Unread: 'Handrail/Unread' } as const;
export type LabelName = keyof typeof LABELS;

/** What is done with a message once it is filed. `rescued`: Google took it for spam, and it was flagged. */
export const DEEDS = ['High', 'Medium', 'Low', 'Read', 'Unread', 'rescued', 'binned', 'deleted'] as const;
export type Deed = (typeof DEEDS)[number];
export type Owed = Partial<Record<Deed, string[]>>;

export const MAILBOX = 'mailbox';
/** A week's history is what Gmail promises; a day's margin for messages that came late. */
const MARGIN_S = 86_400;
/** Tries, one a beat, after which people are shown that a message cannot be read. */
const TRIES_BEFORE_SAYING = 3;
/** More that cannot be read at once are no broken messages but a broken mailbox: reading stops there. */
export const MOST_UNREAD = 30;

/** Deeds that are still owed, and reading goes on: a stretch adds a hundred, and a property holds nine kilobytes. */
const MOST_OWED = 150;

const NEW: MailboxState = {
  ...{
    history: '',
    readTo: '',
    rescan: null,
    addresses: [],
    unread: {},
    labels: {},
    owed: {},
    owedSince: '',
    weeks: [],
    mayNotDelete: false,
    rulesAlone: '',
    day: '',
  },
};

/** @param rest what the script remembers, by name */
export function mailboxIn(rest: Readonly<Record<string, string>>): MailboxState {
  return mailboxFrom(rest[MAILBOX] ?? null);
}

export function mailboxFrom(kept: string | null): MailboxState {
  return kept === null ? NEW : { ...NEW, ...(JSON.parse(kept) as Partial<MailboxState>) };
}

/** Ids of messages that could not be read in several beats. */
export function unreadable({ unread }: Pick<MailboxState, 'unread'>): string[] {
  return Object.keys(unread).filter((id) => (unread[id]?.tries ?? 0) >= TRIES_BEFORE_SAYING);
}

/** The history is lost: everything since the last complete reading is looked at again. What is filed already is filed once. */
export function rescanFrom(state: MailboxState, history: string, now: string): MailboxState {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const after = Math.floor(Date.parse(state.readTo) / 1000) - MARGIN_S;
  return { ...state, rescan: { history, startedAt: now, after, before: seconds + MARGIN_S, skip: 0 } };
}

/**
 * A rescan after a stretch of it was read.
 * @param received when each of them came, milliseconds since 1970, newest first; of those that are still in the mailbox afterwards
 * @param oldest of all that were read, also of those that are deleted
 */
export function rescanAfter(rescan: Rescan, received: readonly number[], oldest: number): Rescan {
  const before = Math.floor(oldest / 1000) + 1;
  const inThatSecond = received.filter((time) => Math.floor(time / 1000) + 1 === before).length;
  return { ...rescan, before, skip: (before === rescan.before ? rescan.skip : 0) + inThatSecond };
}

/** What a stretch of reading led to. */
export interface Outcome {
  /** Messages that were read. */
  read: number;
  owed: Owed;
  /** Messages that could not be read, and those that could be at last or are gone. */
  failed: readonly string[];
  settled: readonly string[];
  /** Null when none was judged. */
  isRulesAlone: boolean | null;
}

export function afterStretch(state: MailboxState, { read, owed, failed, settled, isRulesAlone }: Outcome, week: string, now: string): MailboxState {
  const unread = Object.fromEntries(Object.entries(state.unread).filter(([id]) => !settled.includes(id)));
  for (const id of failed) unread[id] = { since: unread[id]?.since ?? now, tries: (unread[id]?.tries ?? 0) + 1 };
  const given = failed.filter((id) => unread[id]?.tries === TRIES_BEFORE_SAYING);
  const all = given.length > 0 ? { ...owed, Unread: given } : owed;
  const rulesAlone = isRulesAlone === null ? state.rulesAlone : isRulesAlone ? state.rulesAlone || now : '';
  return { ...state, unread, rulesAlone, owed: owedTogether(state.owed, all), weeks: addRead(state.weeks, week, read, (owed.deleted ?? []).length) };
}

function owedTogether(before: Owed, more: Owed): Owed {
  const deeds = DEEDS.map((deed) => [deed, [...new Set([...(before[deed] ?? []), ...(more[deed] ?? [])])]] as const);
  return Object.fromEntries(deeds.filter(([, ids]) => ids.length > 0));
}

/** Whether so much is owed that what more messages would add does not fit into the property any more. */
export function owesTooMuch({ owed }: Pick<MailboxState, 'owed'>): boolean {
  return Object.values(owed).reduce((sum, ids) => sum + ids.length, 0) > MOST_OWED;
}
