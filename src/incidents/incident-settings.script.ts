import type { Memory } from '../school/settings.script.ts';
import { type IncidentSettings, USUAL_INCIDENT_SETTINGS } from './settings.ts';

/** The script property they are kept in, as JSON. */
const PROPERTY = 'incidents';

/** How the school works its cases: what it has set, and the usual for everything else. */
export function incidentSettings({ rest }: Pick<Memory, 'rest'>): IncidentSettings {
  return { ...USUAL_INCIDENT_SETTINGS, ...(JSON.parse(rest[PROPERTY] ?? '{}') as Partial<IncidentSettings>) };
}
