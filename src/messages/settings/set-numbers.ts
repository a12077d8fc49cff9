import { Refusal } from '../../school/refusal.ts';
import { numberTyped } from '../../school/typed.ts';
import type { Visit } from '../../school/visit.ts';
import type { Monitoring } from '../monitoring.ts';
import { type MonitoringChange, setMonitoring } from './set-monitoring.ts';

/** How easily each category flags. No threshold silences a direct threat or somebody telling of harm. */
export function setThresholds({ thresholds, ...change }: MonitoringChange & Pick<Monitoring, 'thresholds'>, visit: Visit): null {
  return setMonitoring(change, visit, () => ({ thresholds }));
}

/** Numbers as they were typed. */
export type SetNumbers = MonitoringChange & Record<'hour' | 'day' | 'floor' | 'keepHarmlessDays', string>;

/** Caps of alerts, the floor of a rule, and how long harmless copies are kept. @throws Refusal for what cannot be */
export function setNumbers({ hour, day, floor, keepHarmlessDays, ...change }: SetNumbers, visit: Visit): null {
  const alerts = {
    hour: numberTyped(hour, 'hour', 'mails an hour', 1, 60),
    day: numberTyped(day, 'day', 'mails a day', 1, 500),
  };
  if (alerts.day < alerts.hour) throw new Refusal('day-below-hour', 'Enter at least as many mails a day as an hour', 'day');
  const numbers = {
    floor: numberTyped(floor, 'floor', 'the floor', 0, 90),
    keepHarmlessDays: numberTyped(keepHarmlessDays, 'keepHarmlessDays', 'the days', 1, 365),
  };
  return setMonitoring(change, visit, () => ({ alerts, ...numbers }));
}

export type SetHouseRules = MonitoringChange & {
  /** As typed; domains separated by blanks, commas or lines. */
  visibleRecipients: string;
  permittedDomains: string;
};

/** House rules of the school (C5, C6). @throws Refusal for a domain that is none */
export function setHouseRules({ visibleRecipients, permittedDomains, ...change }: SetHouseRules, visit: Visit): null {
  const domains = domainsIn(permittedDomains);
  const wrong = domains.find((domain) => !/^([a-z0-9](-*[a-z0-9])*\.)+[a-z]{2,}$/.test(domain));
  if (wrong !== undefined) throw new Refusal('no-such-domain', `“${wrong}” is no domain like example.org`, 'permittedDomains');
  const house = { visibleRecipients: numberTyped(visibleRecipients, 'visibleRecipients', 'the recipients', 2, 500), permittedDomains: domains };
  return setMonitoring(change, visit, () => ({ house }));
}

function domainsIn(typed: string): string[] {
  const parts = typed.toLowerCase().split(/[\s,;]+/);
  return [...new Set(parts.map((part) => part.replace(/^.*@/, '')).filter((part) => part !== ''))];
}
