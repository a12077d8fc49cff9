import { Refusal } from '../../school/refusal.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type AgreementSettings, faultIn, USUAL_SETTINGS } from './settings.ts';

/** The script property they are kept in, as JSON. */
const PROPERTY = 'agreements';

/** How the school asks and chases: what it has set, and the usual for everything else. */
export function settingsIn({ rest }: Pick<Memory, 'rest'>): AgreementSettings {
  return { ...USUAL_SETTINGS, ...(JSON.parse(rest[PROPERTY] ?? '{}') as Partial<AgreementSettings>) };
}

export function readAgreementSettings(_: Record<string, never>, __: Visit, memory: Memory): AgreementSettings {
  return settingsIn(memory);
}

/**
 * Keeps the settings for what is asked and chased from now on.
 * @throws Refusal when they contradict each other, naming the field
 */
export function saveAgreementSettings(settings: AgreementSettings): AgreementSettings {
  const fault = faultIn(settings);
  if (fault) throw new Refusal('settings-wrong', fault.message, fault.field);
  remember(PROPERTY, JSON.stringify(settings));
  return settings;
}
