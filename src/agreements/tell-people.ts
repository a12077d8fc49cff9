import type { NewEvent } from '../records/journal.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import type { RecordsView } from '../records/records.ts';
import { isSchoolDay, ukDay, ukHour } from '../school/calendar.ts';
import type { Visit } from '../school/visit.ts';
import type { AgreementEvents } from './events.ts';
import { codeFor, personalLink } from './family.ts';
import { TELLING_HOURS } from './mail-days.ts';
import { membersOf } from './members.ts';
import { agreementTable, formTable } from './published.ts';
import type { AgreementSettings } from './settings.ts';
import { type StandingRow, standingsByAgreement, standingTable } from './standings.ts';
import { type AskedAgreement, accessEndingOn, type Digest, digestsOn, escalationsOn, itemsOn } from './telling.ts';
import { accessEndMail, digestMail, escalationMail, type TellingPlace } from './telling-mails.ts';

/** Recipients in one decision: their mails and what is noted about them are kept together or not at all. */
const MOST_AT_ONCE = 60;

/** Whether it is a time at which people are told: a day the school is open, in its hours (A15). */
export function isTellingTime({ school, now }: Pick<Visit, 'school' | 'now'>): boolean {
  const hour = ukHour(now);
  return isSchoolDay(ukDay(now), school) && hour >= TELLING_HOURS.from && hour < TELLING_HOURS.to;
}

/**
 * Tells one part of those who are to be told, and passes on what was told in vain. Mails and the events that say they went are one
 * decision, so nobody is told twice or forgotten.
 * @param part tells the parts of one beat apart
 * @returns whether everybody has been told
 */
export function tellNextPart(part: number, visit: Visit, settings: AgreementSettings, secret: string): boolean {
  const { me, records, now } = visit;
  const request = { key: `telling-${Date.parse(now)}-${part}`, actor: me.email, reads: [agreementTable, formTable, standingTable] };
  return records.decide(request, (view) => {
    const asked = askedAgreements(view, visit, settings);
    const { events, mails } = tellingOf(asked, placeOf(view, visit, secret), visit, settings);
    return { events, mails, answer: mails.length < MOST_AT_ONCE };
  });
}

/** Whether anything is to be told: one read, nothing written. */
export function isAnythingToTell(visit: Visit, settings: AgreementSettings): boolean {
  const view = visit.records.view([agreementTable, formTable, standingTable]);
  return tellingOf(askedAgreements(view, visit, settings), placeOf(view, visit, ''), visit, settings).mails.length > 0;
}

function tellingOf(
  asked: readonly AskedAgreement[],
  place: TellingPlace,
  { school, roll, now }: Visit,
  settings: AgreementSettings,
): { events: NewEvent[]; mails: OutgoingMail[] } {
  const today = ukDay(now);
  const items = itemsOn(today, asked, settings, ukDay);
  const digests = digestsOn(today, items, settings, ukDay, MOST_AT_ONCE);
  const escalations = escalationsOn(today, items, { roll, school }, settings, ukDay);
  const ending = accessEndingOn(today, asked, settings);
  const byApprover = new Map<string, StandingRow[]>();
  for (const row of ending) {
    const to = roll.some(({ email }) => email === row.approver) ? row.approver : (school.approvers[0] ?? school.head);
    byApprover.set(to, [...(byApprover.get(to) ?? []), row]);
  }
  return {
    events: [
      ...toldEvents(digests),
      ...escalations.map(({ to, rows }): NewEvent => {
        const payload: AgreementEvents['escalated'] = { standings: rows.map(({ key }) => key), to };
        return { action: 'escalated', subject: 'agreements', payload };
      }),
      ...ending.map((row): NewEvent => {
        const payload: AgreementEvents['access end told'] = { standings: [row.key], accessEnds: row.accessEnds ?? '' };
        return { action: 'access end told', subject: 'agreements', payload };
      }),
    ],
    mails: [
      ...digests.map((digest) => digestMail(digest, place)),
      ...escalations.map((escalation) => escalationMail(escalation, school)),
      ...[...byApprover].map(([to, rows]) =>
        accessEndMail(
          to,
          rows.flatMap(({ accessEnds }) => accessEnds ?? []),
          school,
        ),
      ),
    ],
  };
}

/** One event a step, about everything that was told at that step; what two people were told about is told once. */
function toldEvents(digests: readonly Digest[]): NewEvent[] {
  const keysByStep = new Map<number, Set<string>>();
  for (const { row, step } of digests.flatMap(({ items }) => items)) {
    if (step !== null) keysByStep.set(step, (keysByStep.get(step) ?? new Set()).add(row.key));
  }
  return [...keysByStep].map(([step, keys]): NewEvent => {
    const payload: AgreementEvents['people told'] = { standings: [...keys], step };
    return { action: 'people told', subject: 'agreements', payload };
  });
}

function askedAgreements(view: RecordsView, { roll, school, now }: Visit, settings: AgreementSettings): AskedAgreement[] {
  const rows = standingsByAgreement(view.rows(standingTable));
  return view
    .rows(agreementTable)
    .filter(({ asks, retired }) => asks && !retired)
    .map((agreement) => ({
      agreement,
      members: new Map(membersOf(agreement, roll, school, ukDay(now), settings).map((member) => [member.person, member])),
      standings: [...(rows.get(agreement.id)?.values() ?? [])],
    }));
}

function placeOf(view: RecordsView, { school }: Visit, secret: string): TellingPlace {
  return { school, forms: view.rows(formTable), personalLink: (form, parent) => personalLink(form, codeFor(secret, parent)) };
}
