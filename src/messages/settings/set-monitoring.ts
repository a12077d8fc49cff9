import type { NewEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type Monitoring, type MonitoringEvents, monitoringFrom, monitoringTable } from '../monitoring.ts';

/** What every change of monitoring brings with it. */
export interface MonitoringChange {
  key: IdempotencyKey;
  /** Why it is changed: stands in the journal. */
  why: string;
  /** `versionOf` when the page was made. */
  version: string;
}

/** The moment of the latest change; '' before the first. */
export function versionOf(view: RecordsView): string {
  const moments = view
    .rows(monitoringTable)
    .map(({ at }) => at)
    .sort();
  return moments[moments.length - 1] ?? '';
}

/**
 * Records parts of the monitoring as they are to be from now on, each with who and why; what is as it was is not recorded again.
 * @param change from what is set now
 * @throws Refusal when there is no reason, or somebody has changed something meanwhile
 */
export function setMonitoring({ key, why, version }: MonitoringChange, { me, records }: Visit, change: (now: Monitoring) => Partial<Monitoring>): null {
  if (why.trim() === '') throw new Refusal('why-missing', 'Write why: it stands in the history', 'why');
  return records.decide({ key, actor: me.email, reads: [monitoringTable] }, (view) => {
    if (versionOf(view) !== version)
      throw new Refusal('changed-meanwhile', 'Somebody has changed how mail is monitored meanwhile. Look at what stands here now, then press again.');
    const now = monitoringFrom(view.rows(monitoringTable));
    const events = Object.entries(change(now)).flatMap(([setting, value]): NewEvent[] => {
      if (JSON.stringify(value) === JSON.stringify(now[setting as keyof Monitoring])) return [];
      const payload: MonitoringEvents['monitoring set'] = { value, why: why.trim() };
      return [{ action: 'monitoring set', subject: setting, payload }];
    });
    return { events, answer: null };
  });
}
