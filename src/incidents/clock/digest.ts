import type { OutgoingMail } from '../../records/outbox.ts';
import { addDays, isSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import { weekdayOf } from '../../school/days.ts';
import type { School } from '../../school/school.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import { LANE_IDS } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { readersOf } from '../lanes.ts';
import type { IncidentSettings } from '../settings.ts';
import { digestMail, type WeekCounts } from './clock-mails.ts';
import { REMINDING_HOURS } from './reminders.ts';

/** The script property that holds the moment up to which the last digest counted. */
const COUNTED_TO = 'digest-counted-to';

/**
 * The Monday of the week whose digest should go by now: on the set day, or the next on which the school is open. Null before that.
 * @param now ISO 8601, UTC
 */
export function weekOfDigest(now: string, { digestDay }: Pick<IncidentSettings, 'digestDay'>, school: School): string | null {
  const today = ukDay(now);
  const weekday = weekdayOf(today);
  const isTime = weekday >= digestDay && isSchoolDay(today, school) && ukHour(now) >= REMINDING_HOURS.from;
  return isTime ? addDays(today, 1 - weekday) : null;
}

/**
 * One mail for each who reads a lane, of what they may read alone: what names somebody is not even counted for them (rule 21). Whoever has
 * nothing to read gets none.
 * @param since the moment from which something is new
 */
export function digests(rows: readonly CaseRow[], school: School, since: string, now: string): OutgoingMail[] {
  const readers = new Set(LANE_IDS.flatMap((lane) => readersOf(lane, school)));
  return [...readers].flatMap((person) => {
    const counts = countsOf(
      rows.filter((row) => mayRead(row, { email: person }, school)),
      since,
      now,
    );
    return Object.values(counts).some((count) => count > 0) ? [digestMail(person, counts, school)] : [];
  });
}

function countsOf(rows: readonly CaseRow[], since: string, now: string): WeekCounts {
  const open = rows.filter(({ state }) => state !== 'closed');
  return {
    raised: rows.filter(({ received }) => received > since && received <= now).length,
    closed: rows.filter(({ closed }) => closed !== null && closed > since && closed <= now).length,
    open: open.length,
    overdue: open.filter(({ nextDue }) => nextDue !== null && nextDue < now).length,
    high: open.filter(({ severity }) => severity === 'high').length,
  };
}

/** The heartbeat's task `digest`: once a week. The key is the week's, so that it goes once however often it is tried. */
export function sendDigest({ me, now, records, school }: Visit, memory: Memory): void {
  const week = weekOfDigest(now, incidentSettings(memory), school);
  const countedTo = memory.rest[COUNTED_TO] ?? '';
  if (week === null || (countedTo !== '' && ukDay(countedTo) >= week)) return;
  const since = countedTo || new Date(Date.parse(now) - 7 * 86_400_000).toISOString();
  const upTo = records.decide<string>({ key: `digest-of-${week}`, actor: me.email, reads: [caseTable] }, (view) => {
    const mails = digests(view.rows(caseTable), school, since, now);
    const event = { action: 'digest sent', subject: `digest-${week}`, payload: { since, to: mails.flatMap(({ to }) => [...to]) } };
    return { events: mails.length === 0 ? [] : [event], mails, answer: now };
  });
  remember(COUNTED_TO, upTo);
}
