import type { Json } from '../../records/canonical.ts';
import { erasureTable } from '../../records/erasures.ts';
import { dateTime, json, list, text } from '../../records/fields.ts';
import type { NewEvent, RecordedEvent } from '../../records/journal.ts';
import type { SentMail } from '../../records/outbox.ts';
import type { Projection } from '../../records/projection.ts';
import type { RecordsView } from '../../records/records.ts';
import { type RowOf, table } from '../../records/table.ts';
import { type IsoDate, ukDate, ukDay } from '../../school/calendar.ts';
import { caseTable } from '../case.ts';
import type { Attachment, Lane } from '../concern.ts';
import { is } from '../events.ts';
import { copiesIn, messagesIn } from '../mail/evidence.ts';

/** A copy that Handrail cannot reach: a person deletes it, or asks whoever has it. */
export type ByHandItem = { id: string; what: string; settled: string };

/**
 * The journal's actions about what an erased case, or a flag without one, leaves behind (B21); their subject is `leftovers-REFERENCE`, with the
 * flag's id for the reference. They are written before it is erased, because nobody can say afterwards; they name nobody and repeat nothing of it.
 */
export type LeftoverEvents = {
  /** `files`: Drive's ids. `mails`: Gmail's ids of its messages in the safeguarding mailbox. `readers`: who sees to the rest. */
  'leftovers named': { files: string[]; lanes: Lane[]; items: { id: string; what: string }[]; readers: string[]; mails?: string[] };
  /** Files and desks are gone for good. */
  'leftovers removed': Record<string, never>;
  /** The mailbox's copies are gone for good, or in its bin when Handrail may not do more. */
  'leftovers of mail removed': { forGood: boolean };
  /** Somebody has seen to one of the others. */
  'leftover settled': { id: string };
};

/** One row an erased case, or a flag without a case: such a one was on no desk, and has no lanes. */
export const leftoverTable = table('Leftovers', () => ({
  reference: text().key(),
  files: list(),
  lanes: list(),
  items: json<ByHandItem[]>(),
  readers: list(),
  removed: dateTime().optional(),
  mails: list(),
  mailsRemoved: dateTime().optional(),
}));
export type LeftoverRow = RowOf<typeof leftoverTable>;

/** Tables that `isErased` looks at. */
export const ERASED = [leftoverTable, erasureTable, caseTable] as const;

/** Whether what was decided about it is done: leftovers are named before anybody has approved it. */
export function isErased({ reference }: Pick<LeftoverRow, 'reference'>, view: RecordsView): boolean {
  return view.find(erasureTable, reference)?.state === 'done' && !view.find(caseTable, reference);
}

const BEGINNING = 'leftovers-';

export const leftoverProjection: Projection<typeof leftoverTable.fields> = {
  table: leftoverTable,
  keysOf: ({ action, subject }) => (action.startsWith('leftover') ? [subject.slice(BEGINNING.length)] : []),
  apply: (row, event, reference) => {
    if (isLeftover(event, 'leftovers named')) {
      const { files, lanes, items, readers, mails = [] } = event.payload;
      return { reference, files, lanes, items: items.map((item) => ({ ...item, settled: '' })), readers, removed: null, mails, mailsRemoved: null };
    }
    if (!row) return null;
    if (isLeftover(event, 'leftovers removed')) return { ...row, removed: event.at };
    if (isLeftover(event, 'leftovers of mail removed'))
      return { ...row, mailsRemoved: event.at, items: event.payload.forGood ? row.items : [...row.items, IN_THE_BIN] };
    if (!isLeftover(event, 'leftover settled')) return row;
    const { id } = event.payload;
    return { ...row, items: row.items.map((item) => (item.id === id ? { ...item, settled: `${event.actor} ${event.at}` } : item)) };
  },
};

export function leftoverEvent<Action extends keyof LeftoverEvents>(action: Action, reference: string, payload: LeftoverEvents[Action]): NewEvent {
  return { action, subject: `${BEGINNING}${reference}`, payload: payload as Json };
}

/** What is left to do by hand when Handrail may not delete mail for good. */
const IN_THE_BIN: ByHandItem = {
  ...{ id: 'mail', settled: '' },
  what: 'Its messages are in the bin of the safeguarding mailbox, which Gmail empties after 30 days: sign in there and empty it, if that is too long.',
};

/** Where else a case may lie. */
export interface Elsewhere {
  history: readonly RecordedEvent[];
  sent: readonly SentMail[];
  /** Days on which packs and parts with the case in them were made, with what they were. */
  packs: readonly { what: string; subject: string }[];
  /** Gmail's ids of its messages in the safeguarding mailbox. */
  mails: readonly string[];
}

/** The mailbox's copies of the messages in a history, all of them: also of those that were only noted before they joined, and of mails that sent them on. */
export function mailsOf(history: readonly RecordedEvent[]): string[] {
  const again = history.flatMap((event) => (is(event, 'concern added to') ? (event.payload.sentOn?.gmailId ?? []) : []));
  return [...messagesIn(history).map(({ payload }) => payload.evidence.gmailId), ...again, ...copiesIn(history)];
}

/** Ids of the files that belong to a case, packs among them. */
export function filesOf(history: readonly RecordedEvent[]): string[] {
  const files = history.flatMap((event): Attachment[] => {
    if (is(event, 'concern raised') || is(event, 'concern added to')) return event.payload.files;
    if (is(event, 'case file added')) return [event.payload.file];
    return is(event, 'case information shared') && event.payload.pack ? [event.payload.pack] : [];
  });
  return [...new Set(files.map(({ id }) => id))];
}

/** The copies that a person has to see to, in words that repeat nothing of the case. */
export function copiesElsewhere({ history, sent, packs, mails: messages }: Elsewhere): { id: string; what: string }[] {
  const events = new Set(history.map(({ sequence }) => sequence));
  const mails = new Map<string, IsoDate[]>();
  for (const { to, subject, at } of sent.filter(({ event }) => events.has(event))) {
    const about = `“${subject}” to ${to.join(', ')}`;
    mails.set(about, [...(mails.get(about) ?? []), ukDay(at)].sort());
  }
  const shares = history.flatMap((event) => (is(event, 'case information shared') && event.payload.shared ? [dayOf(event.payload.at || event.at)] : []));
  const referrals = history.flatMap((event) => (is(event, 'case decision recorded') && event.payload.referred ? [dayOf(event.payload.at || event.at)] : []));
  const all = [
    ...[...mails].map(([about, days]) => `Mail ${about}, ${spanOf(days)}: delete it there, and among the sent mails of the role account.`),
    ...[...new Set(shares)].map((day) => `Information given to somebody outside on ${day}: ask them what they keep.`),
    ...[...new Set(referrals)].map((day) => `A referral made on ${day}: ask the agency what it keeps.`),
    ...packs.map(({ what, subject }) => `${what} (${subject}): ask whoever has it, and delete your own copy.`),
    ...messageCopies(messages.length),
    'Printed pages and saved PDFs of it: destroy them.',
  ];
  return all.map((what, index) => ({ id: `${index + 1}`, what }));
}

function messageCopies(count: number): string[] {
  if (count === 0) return [];
  const own = count === 1 ? 'The copy of its message' : `The copies of its ${count} messages`;
  return [
    `${own} in the safeguarding mailbox: Handrail deletes it for good, or puts it into the bin there if the school has not allowed more, and says so here.`,
    'The messages themselves, with those who sent and got them, and in Google Vault if the school keeps one: ask an administrator.',
  ];
}

function dayOf(moment: string): string {
  return ukDate(ukDay(moment));
}

function spanOf(days: readonly IsoDate[]): string {
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  return days.length === 1 ? ukDate(first) : `${days.length} times from ${ukDate(first)} to ${ukDate(last)}`;
}

function isLeftover<Action extends keyof LeftoverEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: LeftoverEvents[Action] } {
  return event.action === action && event.payload !== null;
}
