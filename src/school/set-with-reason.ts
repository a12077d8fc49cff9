import type { NewEvent } from '../records/journal.ts';
import type { RecordsView } from '../records/records.ts';
import type { Table } from '../records/table.ts';
import { Refusal } from './refusal.ts';
import { nameOn, type RollEntry } from './roll.ts';
import { ukTime } from './uk-time.ts';
import type { IdempotencyKey, Visit } from './visit.ts';

/** What every change of settings that are kept part by part brings with it. */
export interface SettingsChange {
  key: IdempotencyKey;
  /** Why it is changed: stands in the journal. */
  why: string;
  /** `versionOf` when the page was made. */
  version: string;
}

/** Settings of which each part was set by a person, with a reason, and stands in the journal: their table has a row a part. */
export interface KeptSettings<Settings extends object> {
  table: Table;
  /** The journal's action for a part that is set; its subject is the part's name, and it says `{ value, why }`. */
  action: string;
  /** What is set, and the usual for everything else. */
  settingsIn(view: RecordsView): Settings;
  /** When each part was last changed. */
  momentsIn(view: RecordsView): string[];
  /** What somebody is told who looked at a page made before the latest change. */
  changedMeanwhile: string;
}

/** The moment of the latest change; '' before the first. */
export function versionOf<Settings extends object>({ momentsIn }: Pick<KeptSettings<Settings>, 'momentsIn'>, view: RecordsView): string {
  return momentsIn(view).sort().pop() ?? '';
}

/**
 * Records parts of the settings as they are to be from now on, each with who and why; what is as it was is not recorded again.
 * @param change from what is set now
 * @throws Refusal when there is no reason, or somebody has changed something meanwhile
 */
export function setWithReason<Settings extends object>(
  kept: KeptSettings<Settings>,
  { key, why, version }: SettingsChange,
  { me, records }: Pick<Visit, 'me' | 'records'>,
  change: (now: Settings) => Partial<Settings>,
): null {
  if (why.trim() === '') throw new Refusal('why-missing', 'Write why: it stands in the history', 'why');
  return records.decide({ key, actor: me.email, reads: [kept.table] }, (view) => {
    if (versionOf(kept, view) !== version) throw new Refusal('changed-meanwhile', kept.changedMeanwhile);
    const now = kept.settingsIn(view);
    const events = Object.entries(change(now)).flatMap(([setting, value]): NewEvent[] => {
      if (JSON.stringify(value) === JSON.stringify(now[setting as keyof Settings])) return [];
      return [{ action: kept.action, subject: setting, payload: { value, why: why.trim() } as NewEvent['payload'] }];
    });
    return { events, answer: null };
  });
}

/** The latest change of one part. */
export interface PartChanged {
  setting: string;
  who: string;
  /** dd/MM/yyyy HH:mm. */
  at: string;
  why: string;
}

/** The latest change of each part that was changed, newest first. What Handrail changed by itself is said to be by Handrail. */
export function latestChanges(rows: readonly { setting: string; by: string; at: string; why: string }[], roll: readonly RollEntry[]): PartChanged[] {
  return [...rows]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ setting, by, at, why }) => ({ setting, who: by.includes('@') ? nameOn(roll, by) : 'Handrail', at: ukTime(at), why }));
}
