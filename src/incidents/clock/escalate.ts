import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, readersFor } from '../case.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { chainFrom } from '../lanes.ts';
import type { IncidentSettings } from '../settings.ts';
import { caseEvent } from '../working/work-on.ts';
import { escalatedNotice } from './clock-mails.ts';
import { isUrgent } from './urgent.ts';

/** What one beat of the clock comes to: mails and what is noted of them are kept together or not at all. */
export interface Beat {
  events: NewEvent[];
  mails: OutgoingMail[];
}

/**
 * Urgent concerns that nobody has opened in the set time go to the next person, at any hour: one person a case and a beat (rule 3). All
 * readers of its lane had a mail when it was raised; then come those of the lanes above, never anybody it names.
 * @param now ISO 8601, UTC
 */
export function escalations(rows: readonly CaseRow[], school: School, settings: Pick<IncidentSettings, 'urgentMinutes'>, now: string): Beat {
  const due = rows.flatMap((row) => {
    const since = waitsSince(row);
    const to = since !== null && nextStepAt(since, row, settings) <= now ? nextPerson(row, school) : null;
    return to === null ? [] : [{ row, to }];
  });
  return {
    events: due.map(({ row, to }) => caseEvent('case escalated', row.reference, { to })),
    mails: due.map(({ row, to }) => escalatedNotice(row.reference, to, school)),
  };
}

/** From when the clock of rule 3 runs: until somebody who has it opens or closes it; anew when it is handed over. Null: it does not run. */
function waitsSince(row: CaseRow): string | null {
  return row.state !== 'closed' && isUrgent(row) ? row.unseenSince : null;
}

/** Each who gets it has the set time, too. */
function nextStepAt(since: string, { readers }: CaseRow, { urgentMinutes }: Pick<IncidentSettings, 'urgentMinutes'>): string {
  return new Date(Date.parse(since) + urgentMinutes * (readers.length + 1) * 60_000).toISOString();
}

/** Who is next: nobody whom it names, nobody who may read it already; null when there is nobody left. */
function nextPerson(row: Pick<CaseRow, 'lane' | 'named' | 'readers'>, school: School): string | null {
  const had = [...row.named, ...row.readers, ...readersFor(row, school)];
  return chainFrom(row.lane, school).find((person) => !had.includes(person)) ?? null;
}

/** The heartbeat's task `escalate`: one read when nothing is due. */
export function escalate(visit: Visit, memory: Memory): void {
  const { me, now, records, school } = visit;
  const settings = incidentSettings(memory);
  if (escalations(records.glance([caseTable]).rows(caseTable), school, settings, now).events.length === 0) return;
  records.decide({ key: `escalate-${Date.parse(now)}`, actor: me.email, reads: [caseTable] }, (view) => ({
    ...escalations(view.rows(caseTable), school, settings, now),
    answer: null,
  }));
}
