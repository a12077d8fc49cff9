import { ukDate, ukDay } from '../../school/calendar.ts';
import type { Visit } from '../../school/visit.ts';
import { modeOn, monitoringFrom, monitoringTable } from '../monitoring.ts';

/**
 * The journal stops by itself when the decision behind it lapses: that is recorded as every change of monitoring is, and those who answer for it are
 * told, because the console goes on copying until somebody switches that off.
 */
export function stopLapsedJournal({ records, now, school }: Pick<Visit, 'records' | 'now' | 'school'>): void {
  const today = ukDay(now);
  if (!isLapsed(records.view([monitoringTable]).rows(monitoringTable), today)) return;
  records.decide({ key: `journal-lapsed-${today}`, actor: 'heartbeat', reads: [monitoringTable] }, (view) => {
    const rows = view.rows(monitoringTable);
    if (!isLapsed(rows, today)) return { events: [], answer: null };
    const { journal } = monitoringFrom(rows);
    const why = journal ? `The decision of ${ukDate(journal.decidedOn)} held until ${ukDate(journal.until)}.` : 'There is no decision that it could stand on.';
    return {
      events: [{ action: 'monitoring set', subject: 'mode', payload: { value: 'sieve', why } }],
      mails: [
        {
          to: [...new Set([school.head, school.dsl, ...school.technicians])],
          subject: 'Handrail: all mail of a unit is no longer read',
          body: [
            'The decision to look at all mail of some units has lapsed, so Handrail has stopped doing so. Copies that still come are deleted unread.',
            '',
            'A Workspace administrator should now switch off the routing setting that makes these copies. To go on, record a new decision here:',
            '',
            `${school.address}?page=monitoring`,
          ].join('\n'),
        },
      ],
      answer: null,
    };
  });
}

function isLapsed(rows: Parameters<typeof monitoringFrom>[0], today: string): boolean {
  const monitoring = monitoringFrom(rows);
  return monitoring.mode === 'journal' && modeOn(today, monitoring) !== 'journal';
}
