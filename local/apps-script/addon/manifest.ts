import { isUnder } from '../allow-list.ts';
import type { Manifest } from '../run.ts';

export type Host = 'calendar' | 'gmail';

interface Trigger {
  runFunction?: string;
  enabled?: boolean;
}

/** `addOns` of a manifest (docs/apps-script/manifest/addons.md), as far as Calendar and Gmail go. */
export interface AddOnManifest {
  common?: { name?: string; logoUrl?: string; homepageTrigger?: Trigger; openLinkUrlPrefixes?: string[]; useLocaleFromApp?: boolean };
  calendar?: { homepageTrigger?: Trigger; eventOpenTrigger?: Trigger; currentEventAccess?: 'METADATA' | 'READ' | 'WRITE' | 'READ_WRITE' };
  gmail?: { homepageTrigger?: Trigger; contextualTriggers?: { unconditional?: unknown; onTriggerFunction?: string }[] };
}

const auth = (name: string) => `https://www.googleapis.com/auth/${name}`;
/** Without this right an add-on is not there at all. */
export const EXECUTE: Record<Host, string> = { calendar: auth('calendar.addons.execute'), gmail: auth('gmail.addons.execute') };
const READ_EVENT = auth('calendar.addons.current.event.read');
const WRITE_EVENT = auth('calendar.addons.current.event.write');

export function addOnOf(manifest: Manifest): AddOnManifest {
  return (manifest.addOns ?? {}) as AddOnManifest;
}

/** What keeps Google from installing the add-on for a host, or null; "name" and "logoUrl" are required (docs/apps-script/manifest/addons.md). */
export function manifestFault(manifest: Manifest, host: Host): string | null {
  const { common, calendar } = addOnOf(manifest);
  if (!common?.name || !common.logoUrl) return 'The manifest needs addOns.common.name and addOns.common.logoUrl.';
  const scopes = manifest.oauthScopes;
  if (!scopes) return null;
  const access = host === 'calendar' ? (calendar?.currentEventAccess ?? '') : '';
  const needed = [EXECUTE[host], ...(access.includes('READ') ? [READ_EVENT] : []), ...(access.includes('WRITE') ? [WRITE_EVENT] : [])];
  const missing = needed.find((scope) => !scopes.includes(scope));
  return missing ? `The manifest needs the scope ${missing}.` : null;
}

/** The function that a host runs, or undefined when the add-on has none for that. A host's own homepage goes before the common one. */
export function functionFor(manifest: Manifest, host: Host, trigger: 'homepage' | 'eventOpen' | 'contextual'): string | undefined {
  const addOn = addOnOf(manifest);
  if (trigger === 'eventOpen') return addOn.calendar?.eventOpenTrigger?.runFunction;
  if (trigger === 'contextual') return addOn.gmail?.contextualTriggers?.find((each) => each.unconditional)?.onTriggerFunction;
  const own = addOn[host]?.homepageTrigger ?? addOn.common?.homepageTrigger;
  return own?.enabled === false ? undefined : own?.runFunction;
}

/** docs/apps-script/manifest/allowlist-url.md: links must begin with a listed prefix. While an add-on is being tested the list may be missing. */
export function strayLink(manifest: Manifest, json: unknown, installed: boolean): string | undefined {
  const prefixes = addOnOf(manifest).common?.openLinkUrlPrefixes;
  if (!prefixes && !installed) return undefined;
  return linksIn(json).find((url) => !(prefixes ?? []).some((prefix) => prefix === '*' || isUnder(url, prefix)));
}

function linksIn(json: unknown): string[] {
  if (json === null || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const link = (key === 'openLink' || key === 'link') && typeof value === 'object' ? (value as { url?: string } | null)?.url : undefined;
    return link ? [link] : linksIn(value);
  });
}
