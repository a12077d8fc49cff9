import type { CaseRow } from '../../incidents/case.ts';
import { caseAddress, ifItDoesNotOpen, newConcernNotice } from '../../incidents/notices.ts';
import { dateTime, list, text } from '../../records/fields.ts';
import type { NewEvent, RecordedEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import type { School } from '../../school/school.ts';
import type { Monitoring } from '../monitoring.ts';

/** The journal's actions about alerts for medium flags; high ones are no matter of counting. */
export type AlertEvents = {
  /** The subject is the case: `to` were mailed about it at once, `held` have had enough mails and get one about several. */
  'alerts given': { to: string[]; held: string[] };
  /** These were told in one mail of all that was held back; the subject is `alerts`. */
  'alerts gathered': { to: string[] };
};

/** One row a person who had alerts. */
export const alertTable = table('Alerts', () => ({
  person: text().key(),
  /** When they were mailed, in the last day. */
  mailed: list(),
  /** Cases they were not mailed about yet. */
  waiting: list(),
  /** Since when something waits, and when they were last told of several at once. */
  waitingSince: dateTime().optional(),
  gathered: dateTime().optional(),
}));
export type AlertRow = RowOf<typeof alertTable>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A cell holds only so much: whoever is told of two thousand cases need not know whether there are more. */
const MOST_WAITING = 2_000;

export const alertProjection: Projection<typeof alertTable.fields> = {
  table: alertTable,
  keysOf: (event) =>
    isAlert(event, 'alerts given') ? [...event.payload.to, ...event.payload.held] : isAlert(event, 'alerts gathered') ? event.payload.to : [],
  apply: (row, event, person) => {
    const before = row ?? { person, mailed: [], waiting: [], waitingSince: null, gathered: null };
    const recent = before.mailed.filter((at) => Date.parse(event.at) - Date.parse(at) < DAY_MS);
    if (isAlert(event, 'alerts gathered')) return { ...before, mailed: [...recent, event.at], waiting: [], waitingSince: null, gathered: event.at };
    if (!isAlert(event, 'alerts given')) return row ?? null;
    if (event.payload.to.includes(person)) return { ...before, mailed: [...recent, event.at] };
    return { ...before, waiting: [...new Set([...before.waiting, event.subject])].slice(-MOST_WAITING), waitingSince: before.waitingSince ?? event.at };
  },
};

function isAlert<Action extends keyof AlertEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: AlertEvents[Action] } {
  return event.action === action && event.payload !== null;
}

/** Something about a case that its readers are to be told. */
export interface Notice {
  row: CaseRow;
  readers: readonly string[];
  /** It goes at once, whatever else went (rule 3). */
  isUrgent: boolean;
  isNew: boolean;
}

/**
 * The mails for what one filing led to. High ones always go, one mail for all of them that the same people read; the others one each, until their
 * reader has had as many in an hour or a day as the school has set: then they are held for one mail about several.
 */
export function alertsFor(
  notices: readonly Notice[],
  rows: readonly AlertRow[],
  { hour, day }: Monitoring['alerts'],
  now: string,
  school: School,
): { events: NewEvent[]; mails: OutgoingMail[] } {
  const known = new Map(rows.map((row) => [row.person, row]));
  const events: NewEvent[] = [];
  const mails: OutgoingMail[] = urgentMails(
    notices.filter(({ isUrgent }) => isUrgent),
    school,
  );
  for (const notice of notices.filter(({ isUrgent }) => !isUrgent)) {
    const mayGo = (person: string) => {
      const mailed = known.get(person)?.mailed ?? [];
      const since = (ms: number) => mailed.filter((at) => Date.parse(now) - Date.parse(at) < ms).length;
      return since(HOUR_MS) < hour && since(DAY_MS) < day && (known.get(person)?.waiting ?? []).length === 0;
    };
    const to = notice.readers.filter(mayGo);
    const held = notice.readers.filter((person) => !mayGo(person));
    const event = { action: 'alerts given', subject: notice.row.reference, payload: { to, held } satisfies AlertEvents['alerts given'] };
    for (const person of notice.readers) {
      const after = alertProjection.apply(known.get(person), { ...event, sequence: 0, at: now, actor: 'nobody yet' }, person);
      if (after) known.set(person, after);
    }
    events.push(event);
    if (to.length > 0) mails.push(noticeOf({ ...notice, readers: to }, school));
  }
  return { events, mails };
}

function urgentMails(notices: readonly Notice[], school: School): OutgoingMail[] {
  const byReaders = new Map<string, Notice[]>();
  for (const notice of notices) byReaders.set(notice.readers.join(' '), [...(byReaders.get(notice.readers.join(' ')) ?? []), notice]);
  return [...byReaders.values()].flatMap((all) => {
    const each = all.filter(({ row }, index) => all.findIndex((other) => other.row.reference === row.reference) === index);
    const [first] = each;
    if (first === undefined || each.length === 1) return first ? [noticeOf(first, school)] : [];
    return [severalUrgent(each, school)];
  });
}

function noticeOf({ row, readers, isNew, isUrgent }: Notice, school: School): OutgoingMail {
  if (isNew) return newConcernNotice(row, readers, school);
  return {
    to: [...readers],
    subject: isUrgent ? 'Handrail: something urgent was added to a concern' : 'Handrail: something was added to a concern',
    body: [
      `Something was added to a concern${isUrgent ? ' that should not wait' : ''}. Open it here, signed in with your school account and no other:`,
      '',
      caseAddress(row.reference, school),
      '',
      ifItDoesNotOpen(readers, school),
    ].join('\n'),
  };
}

function severalUrgent(notices: readonly Notice[], school: School): OutgoingMail {
  const readers = notices[0]?.readers ?? [];
  return {
    to: [...readers],
    subject: `Handrail: ${notices.length} urgent concerns are waiting for you`,
    body: [
      `There are ${notices.length} concerns that should not wait. Open each of them here, signed in with your school account and no other:`,
      '',
      ...notices.map(({ row }) => caseAddress(row.reference, school)),
      '',
      ifItDoesNotOpen(readers, school),
    ].join('\n'),
  };
}
