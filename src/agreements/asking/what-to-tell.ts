import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import { hasLeft } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import type { AgreementEvents } from '../events.ts';
import type { PolicyRow } from '../policies/policies.ts';
import { policyMessage, policyReminders } from '../policies/policy-reminders.ts';
import type { StandingRow } from '../standings.ts';
import { noAccessToTell } from './no-access.ts';
import { MOST_IN_AN_EVENT, partsOf } from './round.ts';
import type { AgreementSettings } from './settings.ts';
import { type AskedAgreement, accessEndingOn, digestsOn, escalationsOn, type Item, itemsOn, type Portion } from './telling.ts';
import { accessEndMessage, digestMessage, escalationMessage, type Message, mailsFrom, noAccessMessage, type TellingPlace } from './telling-mails.ts';

/** What people are told, and the events that say so. */
interface Told {
  events: NewEvent[];
  messages: Message[];
}

/** Everything that somebody may have to be told about, as it stands. */
export interface AllToTell {
  asked: readonly AskedAgreement[];
  policies: readonly PolicyRow[];
  place: TellingPlace;
  settings: AgreementSettings;
}

/**
 * What is to be told now: what concerns single people first, then as many of those who are asked and reminded as fit.
 * @param most about so much
 * @returns nothing when there is nothing (more) to tell today
 */
export function whatToTell(all: AllToTell, visit: Pick<Visit, 'school' | 'roll' | 'now'>, most: Portion): { events: NewEvent[]; mails: OutgoingMail[] } {
  const items = itemsOn(ukDay(visit.now), all.asked, all.settings, ukDay);
  const first = [passedOn(items, all, visit), accessEnding(all, visit), noAccess(all, visit), policiesDue(all, visit)];
  const readers = new Set(first.flatMap(({ messages }) => messages.map(({ to }) => to))).size;
  const parts = [...first, digests(items, all, visit, { ...most, mails: most.mails - readers })];
  return {
    events: parts.flatMap(({ events }) => events),
    mails: mailsFrom(
      parts.flatMap(({ messages }) => messages),
      all.place.school,
    ),
  };
}

type Now = Pick<Visit, 'school' | 'roll' | 'now'>;

/** One event a step: what two people were told about is told once. */
function digests(items: readonly Item[], { settings, place }: AllToTell, { now }: Now, most: Portion): Told {
  const found = digestsOn(ukDay(now), items, settings, ukDay, most);
  const keysByStep = new Map<number, Set<string>>();
  for (const { row, step } of found.flatMap((digest) => digest.items)) {
    if (step !== null) keysByStep.set(step, (keysByStep.get(step) ?? new Set()).add(row.key));
  }
  return {
    events: [...keysByStep].flatMap(([step, keys]) => partsOf([...keys], MOST_IN_AN_EVENT).map((standings) => noted('people told', { standings, step }))),
    messages: found.map((digest) => digestMessage(digest, place)),
  };
}

function passedOn(items: readonly Item[], { settings, place }: AllToTell, { school, roll, now }: Now): Told {
  const escalations = escalationsOn(ukDay(now), items, { roll, school }, settings, ukDay);
  return {
    events: escalations.flatMap(({ to, rows }) => partsOf(keysOf(rows), MOST_IN_AN_EVENT).map((standings) => noted('escalated', { standings, to }))),
    messages: escalations.map((escalation) => escalationMessage(escalation, place.school)),
  };
}

/** Whoever let a guest in is told, or the first who may, when they are not there any more. */
function accessEnding({ asked, settings, place }: AllToTell, { school, roll, now }: Now): Told {
  const today = ukDay(now);
  const here = new Set(roll.filter((entry) => !hasLeft(entry, today)).map(({ email }) => email));
  const rows = accessEndingOn(today, asked, settings);
  const byApprover = new Map<string, string[]>();
  for (const { approver, accessEnds } of rows) {
    const to = here.has(approver) ? approver : (school.approvers[0] ?? school.head);
    byApprover.set(to, [...(byApprover.get(to) ?? []), ...(accessEnds === null ? [] : [accessEnds])]);
  }
  return {
    events: rows.map(({ key, accessEnds }) => noted('access end told', { standings: [key], accessEnds: accessEnds ?? '' })),
    messages: [...byApprover].map(([to, ends]) => accessEndMessage(to, ends, place.school)),
  };
}

/** Those who may say "set this user up" are told, because the list is on a page of theirs. */
function noAccess({ asked, settings, place }: AllToTell, { school, now }: Now): Told {
  const found = noAccessToTell(ukDay(now), asked, settings);
  if (found === null) return { events: [], messages: [] };
  return {
    events: partsOf(keysOf(found.rows), MOST_IN_AN_EVENT).map((standings) => noted('no access told', { standings })),
    messages: school.approvers.map((to) => noAccessMessage(to, { ...found, afterDays: settings.starterDays }, place.school)),
  };
}

function policiesDue({ policies, place }: AllToTell, { school, roll, now }: Now): Told {
  const today = ukDay(now);
  const { reminded, readers } = policyReminders(policies, today, { roll, school });
  return {
    events: partsOf(reminded, MOST_IN_AN_EVENT).map((part) => noted('policies reminded', { policies: part })),
    messages: [...readers].map(([to, own]) => policyMessage(to, own, today, place.school)),
  };
}

function keysOf(rows: readonly StandingRow[]): string[] {
  return rows.map(({ key }) => key);
}

function noted<Action extends keyof AgreementEvents>(action: Action, payload: AgreementEvents[Action]): NewEvent {
  return { action, subject: 'telling', payload };
}
