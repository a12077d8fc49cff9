import { agreementTable } from '../../agreements/published.ts';
import { caseTable } from '../../incidents/case.ts';
import { concernedIn } from '../../incidents/lanes.ts';
import type { RecordsView } from '../../records/records.ts';
import { addDays, ukDate, ukDay } from '../../school/calendar.ts';
import { latestChanges, type PartChanged, versionOf } from '../../school/set-with-reason.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { FLAG_TABLES } from '../dispositions/flags-seen.ts';
import { mayBeMuted, ruleWords } from '../dispositions/rule-words.ts';
import { type FlagRow, flagTable } from '../flag.ts';
import type { Category } from '../message.ts';
import { GROUPS, type Group, type Mode, type Monitoring, type Mute, modeOn, monitoringFrom, monitoringTable, type ToldOf } from '../monitoring.ts';
import { RULES } from '../rules/all.ts';
import { MODEL } from '../scoring/score.ts';
import { type WeekCount, weeksInNumbers } from '../triage/counts.ts';
import { mailboxIn } from '../triage/mailbox.ts';
import { type AgreementSays, agreementsThatSay } from './agreements-say.ts';
import { type MailboxHealth, mailboxHealth } from './mailbox-health.ts';
import { LONGEST_MUTE } from './mute-rule.ts';
import { noticeFor } from './notices.ts';
import { keptMonitoring } from './set-monitoring.ts';

/** When and how a group was told (C1). */
export interface GroupTold {
  group: Group;
  /** dd/MM/yyyy; '' for one that was not. */
  on: string;
  how: string;
  /** What they were told of; '' for a group that was not told. */
  of: ToldOf | '';
  /** Whether they know of what is looked at today. */
  isEnough: boolean;
  /** Texts to tell them with: before something begins, not after. */
  notices: Record<ToldOf, string>;
  agreements: AgreementSays[];
}

export interface MonitoringPage {
  monitoring: Monitoring;
  /** For the next change. */
  version: string;
  /** Whether I may change anything. */
  mayChange: boolean;
  /** The mode that holds today: a journal lapses with its decision. */
  modeToday: Mode;
  /** The decision's last day, dd/MM/yyyy, and whether it is over; null without a decision. */
  decision: { decidedOn: string; until: string; isOver: boolean } | null;
  told: GroupTold[];
  /** Mutes that hold, with the rule in words and the day as dd/MM/yyyy. */
  mutes: (Mute & { words: string })[];
  /** Rules that may be muted, with what they are about; '' for the second voice, which listens for everything. */
  rules: { id: string; words: string; category: Category | '' }[];
  /** The furthest day of a mute, dd/MM/yyyy. */
  furthestMute: string;
  mailbox: MailboxHealth;
  /** Newest first; `week` is its Monday, dd/MM/yyyy. */
  weeks: { week: string; read: number; deleted: number; flagged: number }[];
  /** The latest changes, newest first: who, when, what and why. */
  changes: PartChanged[];
}

/** How mail is monitored, for those who answer for it and those who look after it. */
export function readMonitoring(_: Record<string, never>, visit: Visit, memory: Memory): MonitoringPage {
  const { me, records, roll, now } = visit;
  const today = ukDay(now);
  const view = records.view([monitoringTable, agreementTable, ...FLAG_TABLES]);
  const rows = view.rows(monitoringTable);
  const monitoring = monitoringFrom(rows);
  const { journal, mutes, own, told } = monitoring;
  const modeToday = modeOn(today, monitoring);
  const mailbox = mailboxIn(memory.rest);
  return {
    ...{ monitoring, version: versionOf(keptMonitoring, view), modeToday, mayChange: me.posts.includes('dsl') || me.posts.includes('head') },
    decision: journal && { decidedOn: ukDate(journal.decidedOn), until: ukDate(journal.until), isOver: journal.until < today },
    told: GROUPS.map((group) => ({
      ...toldOf(group, told[group], modeToday),
      agreements: agreementsThatSay(group, view.rows(agreementTable)),
    })),
    mutes: mutes.filter(({ until }) => until >= today).map((mute) => ({ ...mute, until: ukDate(mute.until), words: ruleWords(mute.rule, own) })),
    rules: [...RULES, { id: MODEL, category: '' as const }]
      .filter(({ id }) => mayBeMuted(id))
      .map(({ id, category }) => ({ id, category, words: ruleWords(id, own) })),
    ...{ furthestMute: ukDate(addDays(today, LONGEST_MUTE)), mailbox: mailboxHealth(mailbox, now) },
    weeks: weeksFor(mailbox.weeks, view, visit),
    changes: latestChanges(rows, roll),
  };
}

function toldOf(group: Group, told: Monitoring['told'][Group], mode: Mode): Omit<GroupTold, 'agreements'> {
  const of = told === null ? '' : (told.of ?? 'sieve');
  const isEnough = of === 'journal' || (of === 'sieve' && mode !== 'journal');
  const notices = { sieve: noticeFor(group, 'sieve'), journal: noticeFor(group, 'journal') };
  return { group, on: told === null ? '' : ukDate(told.on), how: told?.how ?? '', of, isEnough, notices };
}

/** A message that somebody does not see flagged is not among those read either: what was read, less what was deleted, would tell of it (B5). */
function weeksFor(weeks: readonly WeekCount[], view: RecordsView, visit: Visit): MonitoringPage['weeks'] {
  const all = weeksInNumbers(weeks, view.rows(flagTable));
  return weeksInNumbers(weeks, countedFor(view, visit)).map(({ week, read, deleted, flagged }, index) => {
    const mine = sum(Object.values(flagged).flat());
    const hidden = sum(Object.values(all[index]?.flagged ?? {}).flat()) - mine;
    return { week: ukDate(week), read: Math.max(deleted + mine, read - hidden), deleted, flagged: mine };
  });
}

/** Nobody learns from a number about a flag that is about them, be it only since its case names them (B5). */
function countedFor(view: RecordsView, { me, school }: Visit): FlagRow[] {
  return view.rows(flagTable).filter(({ named, lane, reference }) => {
    const itsCase = reference === '' ? undefined : view.find(caseTable, reference);
    return ![...named, ...(itsCase?.named ?? []), ...concernedIn(itsCase?.lane ?? lane, school)].includes(me.email);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
