import { type CaseRow, caseTable, mayRead } from '../../incidents/case.ts';
import { ifItDoesNotOpen } from '../../incidents/notices.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type Monitoring, monitoringFrom, monitoringTable } from '../monitoring.ts';
import { type AlertEvents, type AlertRow, alertTable } from './alerts.ts';

/** What is held back waits so long for more, so that one mail can speak of all of it. */
const WAIT_MS = 30 * 60_000;
/** Mails about several come no closer than this; and than that, once somebody has had as many mails as a day may bring. */
const APART_MS = 60 * 60_000;
const APART_AFTER_ENOUGH_MS = 4 * 60 * 60_000;

/** One mail for each who has had enough single ones, about all that waits and that they may still read (B5). */
function gatheredAlerts(
  rows: readonly AlertRow[],
  cases: ReadonlyMap<string, CaseRow>,
  { day }: Monitoring['alerts'],
  now: string,
  school: School,
): { to: string[]; mails: OutgoingMail[] } {
  const due = rows.filter((row) => isDue(row, day, now));
  const mails = due.flatMap(({ person, waiting }) => {
    const count = waiting.filter((reference) => {
      const row = cases.get(reference);
      return row !== undefined && row.state !== 'closed' && mayRead(row, { email: person }, school);
    }).length;
    return count === 0 ? [] : [severalMail(person, count, school)];
  });
  return { to: due.map(({ person }) => person), mails };
}

function isDue({ waitingSince, gathered, mailed }: AlertRow, day: number, now: string): boolean {
  if (waitingSince === null) return false;
  const ago = (at: string) => Date.parse(now) - Date.parse(at);
  const apart = mailed.filter((at) => ago(at) < 24 * APART_MS).length < day ? APART_MS : APART_AFTER_ENOUGH_MS;
  return ago(waitingSince) >= WAIT_MS && (gathered === null || ago(gathered) >= apart);
}

/** The heartbeat's task: one read when nothing waits. */
export function tellOfSeveral({ me, now, records, school }: Visit): void {
  const first = records.glance([alertTable, monitoringTable]);
  const { alerts } = monitoringFrom(first.rows(monitoringTable));
  if (!first.rows(alertTable).some((row) => isDue(row, alerts.day, now))) return;
  records.decide({ key: `alerts-${Date.parse(now)}`, actor: me.email, reads: [alertTable, caseTable] }, (view) => {
    const cases = new Map(view.rows(caseTable).map((row) => [row.reference, row]));
    const { to, mails } = gatheredAlerts(view.rows(alertTable), cases, alerts, now, school);
    const event = { action: 'alerts gathered', subject: 'alerts', payload: { to } satisfies AlertEvents['alerts gathered'] };
    return { events: to.length === 0 ? [] : [event], mails, answer: null };
  });
}

function severalMail(person: string, count: number, school: School): OutgoingMail {
  return {
    to: [person],
    subject: count === 1 ? 'Handrail: a new concern is waiting for you' : 'Handrail: several concerns are waiting for you',
    body: [
      `${count === 1 ? 'One concern waits' : `${count} concerns wait`} for you that you have had no mail of its own about: there were many at once. Whatever could not wait has come by itself.`,
      '',
      `${school.address}?page=cases`,
      '',
      ifItDoesNotOpen([person], school),
    ].join('\n'),
  };
}
