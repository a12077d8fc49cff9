import { dateTime, json, text } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { CATEGORIES, type Category, type MessageSeverity } from './message.ts';

/** How mail reaches the office: not at all, what the console's words find, or all of what was chosen. */
export const MODES = ['off', 'sieve', 'journal'] as const;
export type Mode = (typeof MODES)[number];

/** What people are told of: that mail in which words are found is looked at, or that all mail of chosen accounts is. */
export const TOLD_OF = ['sieve', 'journal'] as const;
export type ToldOf = (typeof TOLD_OF)[number];

/** Who must know that mail is monitored (C1). */
export const GROUPS = ['pupils', 'staff', 'parents', 'guests'] as const;
export type Group = (typeof GROUPS)[number];

/** The decision without which all mail of a unit is not read: it lapses by itself. Days are `2026-09-07`. */
export type JournalDecision = {
  /** Reference of the data-protection impact assessment. */
  dpia: string;
  /** Who decided: a name and a post. */
  decidedBy: string;
  decidedOn: string;
  /** The last day on which it holds. */
  until: string;
  /** Organisational units whose mail is copied, in words. */
  units: string;
  /** Who was told, and how. */
  told: string;
};

/** A rule that does not flag for a while. */
export type Mute = { rule: string; why: string; until: string };

/** A rule of the school's own: any of these words or phrases. */
export type OwnRule = { id: string; phrases: string[]; category: Category; severity: Exclude<MessageSeverity, 0>; why: string; owner: string };

/** How much it takes to flag: usual, or more or less easily. A mute or a threshold silences no direct threat and no disclosure. */
export const THRESHOLDS = ['sooner', 'usual', 'later'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** How the school's mail is monitored. Every part was set by a person, with a reason, and stands in the journal. */
export type Monitoring = {
  mode: Mode;
  journal: JournalDecision | null;
  mutes: Mute[];
  own: OwnRule[];
  thresholds: Record<Category, Threshold>;
  /** When each group was told, of what, how, and by whom; null for a group that was not. Told of all mail is told of some; nothing said means some. */
  told: Record<Group, { on: string; how: string; of?: ToldOf } | null>;
  /** Mails at once for medium flags: at most so many an hour and a day; the rest come in one mail. High ones always go. */
  alerts: { hour: number; day: number };
  /** House rules of the school (C5, C6). */
  house: { visibleRecipients: number; permittedDomains: string[] };
  /** A rule of whose settled flags a smaller share was real is proposed for change. Percent. */
  floor: number;
  /** Harmless copies in the safeguarding mailbox are put into its bin after so many days. */
  keepHarmlessDays: number;
};

export const USUAL_MONITORING: Monitoring = {
  mode: 'off',
  journal: null,
  mutes: [],
  own: [],
  thresholds: Object.fromEntries(CATEGORIES.map((category) => [category, 'usual'])) as Record<Category, Threshold>,
  told: { pupils: null, staff: null, parents: null, guests: null },
  alerts: { hour: 4, day: 12 },
  house: { visibleRecipients: 20, permittedDomains: [] },
  floor: 20,
  keepHarmlessDays: 30,
};

/** The journal's action about monitoring; its subject is the setting's name. */
export type MonitoringEvents = { 'monitoring set': { value: Monitoring[keyof Monitoring]; why: string } };

/** One row a setting that was changed. */
export const monitoringTable = table('Monitoring', () => ({
  setting: text().key(),
  value: json<Monitoring[keyof Monitoring]>(),
  why: text(),
  by: text(),
  at: dateTime(),
}));

export const monitoringProjection: Projection<typeof monitoringTable.fields> = {
  table: monitoringTable,
  keysOf: ({ action, subject, payload }) => (action === 'monitoring set' && payload !== null ? [subject] : []),
  apply: (_, { subject, actor, at, payload }: RecordedEvent) => ({ setting: subject, by: actor, at, ...(payload as MonitoringEvents['monitoring set']) }),
};

/** What is set, and the usual for everything else. */
export function monitoringFrom(rows: readonly RowOf<typeof monitoringTable>[]): Monitoring {
  const set = Object.fromEntries(rows.map(({ setting, value }) => [setting, value]));
  return { ...USUAL_MONITORING, ...(set as Partial<Monitoring>) };
}

/** The mode that holds on a day: a journal without a decision that still stands is no journal. */
export function modeOn(day: string, { mode, journal }: Pick<Monitoring, 'mode' | 'journal'>): Mode {
  return mode === 'journal' && (journal === null || journal.until < day) ? 'sieve' : mode;
}
