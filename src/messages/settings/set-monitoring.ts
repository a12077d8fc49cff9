import { type KeptSettings, type SettingsChange, setWithReason } from '../../school/set-with-reason.ts';
import type { Visit } from '../../school/visit.ts';
import { type Monitoring, type MonitoringEvents, monitoringFrom, monitoringTable } from '../monitoring.ts';

/** What every change of monitoring brings with it. */
export type MonitoringChange = SettingsChange;

const action: keyof MonitoringEvents = 'monitoring set';

export const keptMonitoring: KeptSettings<Monitoring> = {
  ...{ table: monitoringTable, action },
  settingsIn: (view) => monitoringFrom(view.rows(monitoringTable)),
  momentsIn: (view) => view.rows(monitoringTable).map(({ at }) => at),
  changedMeanwhile: 'Somebody has changed how mail is monitored meanwhile. Look at what stands here now, then press again.',
};

/**
 * Records parts of the monitoring as they are to be from now on, each with who and why; what is as it was is not recorded again.
 * @param change from what is set now
 * @throws Refusal when there is no reason, or somebody has changed something meanwhile
 */
export function setMonitoring(request: MonitoringChange, visit: Visit, change: (now: Monitoring) => Partial<Monitoring>): null {
  return setWithReason(keptMonitoring, request, visit, change);
}
