import { Refusal } from '../school/refusal.ts';
import { type Memory, remember } from '../school/settings.script.ts';
import type { Visit } from '../school/visit.ts';
import { type IncidentSettings, USUAL_INCIDENT_SETTINGS } from './settings.ts';
import { incidentFaultIn } from './settings-words.ts';

/** The script property they are kept in, as JSON. */
const PROPERTY = 'incidents';

/** How the school works its cases: what it has set, and the usual for everything else. */
export function incidentSettings({ rest }: Pick<Memory, 'rest'>): IncidentSettings {
  return { ...USUAL_INCIDENT_SETTINGS, ...(JSON.parse(rest[PROPERTY] ?? '{}') as Partial<IncidentSettings>) };
}

export function readIncidentSettings(_: Record<string, never>, __: Visit, memory: Memory): IncidentSettings {
  return incidentSettings(memory);
}

/**
 * Keeps the settings; they hold for everything from now on.
 * @throws Refusal when one cannot be, naming the field
 */
export function saveIncidentSettings(settings: IncidentSettings): IncidentSettings {
  const fault = incidentFaultIn(settings);
  if (fault) throw new Refusal('settings-wrong', fault.message, fault.field);
  remember(PROPERTY, JSON.stringify(settings));
  return settings;
}
