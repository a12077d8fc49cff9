import { hashOf } from '../../records/hash.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukDay, ukHour } from '../../school/calendar.ts';
import { refreshPeople } from '../../school/refresh-people.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { agreementTable } from '../published.ts';
import { standingTable } from '../standings.ts';
import { settingsIn } from './agreement-settings.script.ts';
import {
  type ChangeEvents,
  changeEvents,
  changesBy,
  closingEvents,
  dueForJoiners,
  type HeldBack,
  type ListOfPeople,
  type PeopleChanges,
  type Standings,
} from './people-changes.ts';
import { roundTable } from './rounds.ts';

/** The UK hour from which the list of people is looked at: what other systems export at night is there. */
const FROM_HOUR = 5;
/** The property that holds the UK day for which all was done. */
const DONE_ON = 'people-day';
const TABLES = [agreementTable, roundTable, standingTable];

/**
 * The heartbeat's task `people`, once a UK day: the list of people is brought up to date, joiners are asked, movers' standings follow the list of people, leavers' close (A12),
 * guests' when their access ends (A4). What is left is worked out anew each time, so it may be cut off anywhere.
 */
export function followPeople(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const today = ukDay(visit.now);
  if (ukHour(visit.now) < FROM_HOUR || memory.rest[DONE_ON] === today) return;
  const { isDone, roll } = refreshPeople(memory, visit.now, mayGoOn);
  if (!isDone) return;
  const due = dueForJoiners(today, visit.school, settingsIn(memory).dueAfterDays);
  for (let part = 1; mayGoOn(); part += 1) {
    const changed = follow(roll === null ? visit : { ...visit, roll }, `people-${today}-${Date.parse(visit.now)}-${part}`, false, (changes) =>
      changeEvents(changes, due, subjectOf(today)),
    );
    if (changed > 0) continue;
    remember(DONE_ON, today);
    return;
  }
}

/**
 * Closes what the daily look at the list of people held back, because it would have closed a great part of the school at once: the
 * office has looked, and they have left.
 * @returns how many standings were closed
 */
export function confirmLeavers({ key }: { key: IdempotencyKey }, visit: Visit): { closed: number } {
  const own = `leavers-${hashOf(key).slice(0, 32)}`;
  let closed = 0;
  for (let part = 1; ; part += 1) {
    const some = follow(visit, `${own}-${part}`, true, ({ closings }) => closingEvents(closings, subjectOf(ukDay(visit.now))));
    if (some === 0) return { closed };
    closed += some;
  }
}

/** Who the daily look has not closed and why, for the office's page: empty when there is nothing to confirm. */
export function heldBackNow(view: RecordsView, list: ListOfPeople): HeldBack[] {
  return changesBy(standingsIn(view), list, false).heldBack;
}

/** Decides one part of the changes. @returns how many standings it has changed; 0 when nothing is left */
function follow({ me, school, records, roll, now }: Visit, key: string, isConfirmed: boolean, eventsOf: (changes: PeopleChanges) => ChangeEvents): number {
  return records.decide({ key, actor: me.email, reads: TABLES }, (view) => {
    const { events, count } = eventsOf(changesBy(standingsIn(view), { roll, school, today: ukDay(now) }, isConfirmed));
    return { events, answer: count };
  });
}

function subjectOf(today: string): string {
  return `people ${today}`;
}

function standingsIn(view: RecordsView): Standings {
  return { agreements: view.rows(agreementTable), rounds: view.rows(roundTable), standings: view.rows(standingTable) };
}
