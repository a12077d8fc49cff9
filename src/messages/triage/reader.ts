import { RecordsError } from '../../records/errors.ts';
import { isPassing } from '../../records/patience.script.ts';
import { ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CopiedMail, noticeBreaches } from '../house/notice-breaches.ts';
import type { MessageToScore, Verdict } from '../message.ts';
import { type Mode, type Monitoring, modeOn, monitoringFrom, monitoringTable } from '../monitoring.ts';
import type { Filed, FileFlags, Reported, ToFile } from './arrived.ts';
import { arrivedFrom } from './arrived-from.ts';
import { decode } from './decode.script.ts';
import { deedsFor, forFiling, isScored, type Judged } from './judge.ts';
import { messageWhole } from './mailbox.mail.ts';
import type { Owed } from './mailbox.ts';
import { type Parties, partiesOf, toScore } from './parties.ts';
import { type ReadMessages, readMessages } from './stretch.ts';

/** Says of messages what the scorer thinks, all by the same settings. */
export interface Scorer {
  version: string;
  /** The second voice could not be had: most of what holds no bad word is missed. */
  isRulesAlone?: boolean;
  verdict(message: MessageToScore): Verdict;
}

/** What triage works with. */
export interface TriageParts {
  /** Asked for once a round, when there is something to score. */
  scorer(monitoring: Monitoring, now: string): Scorer;
  file: FileFlags;
  reported(subject: string, text: string): Reported | null;
}

/** Reads and files messages in one round. What it needs besides is looked up when the first message is there. */
export interface Reader {
  now: string;
  read(ids: readonly string[], mayGoOn: () => boolean): ReadMessages;
  /**
   * Files what is to be filed; what cannot be is added to `failed`.
   * @returns what is to be done in the mailbox, those of the messages that stay in it, and whether the rules alone judged them; null when nothing was
   */
  file(read: ReadMessages): { owed: Owed; kept: Judged[]; isRulesAlone: boolean | null };
}

/** What `FileFlags` takes. */
const MOST_FILED = 20;

/** @param addresses the mailbox's own, besides the account's */
export function readerFor(parts: TriageParts, addresses: readonly string[], visit: Visit, memory: Memory): Reader {
  let known: { monitoring: Monitoring; mode: Mode; scorer: Scorer; parties: Parties } | null = null;
  const look = () => {
    const monitoring = monitoringFrom(visit.records.view([monitoringTable]).rows(monitoringTable));
    const mode = modeOn(ukDay(visit.now), monitoring);
    known ??= { monitoring, mode, scorer: parts.scorer(monitoring, visit.now), parties: partiesOf(visit.roll, visit.school) };
    return known;
  };
  const context = { ours: [visit.school.roleAccount, ...addresses], decode, reported: parts.reported };
  const judge = (id: string): Judged | null => {
    const message = messageWhole(id);
    if (message === null) return null;
    const arrived = arrivedFrom(message, context);
    const { mode, scorer, parties } = known ?? look();
    return { arrived, verdict: isScored(arrived, mode) ? scorer.verdict(toScore(arrived, parties)) : null };
  };
  return {
    now: visit.now,
    read: (ids, mayGoOn) => readMessages(ids, judge, mayGoOn),
    file(read) {
      if (read.judged.length === 0) return { owed: {}, kept: [], isRulesAlone: null };
      const { monitoring, mode, scorer, parties } = known ?? look();
      const { filed, failed } = fileAll(forFiling(read.judged, scorer.version), (some) => parts.file(some, visit, memory));
      read.failed.push(...failed);
      const settled = read.judged.filter(({ arrived }) => !failed.includes(arrived.evidence.gmailId));
      noticeBreaches(copiedMails(settled), parties.partyOf, monitoring.house, visit);
      const isRulesAlone = scorer.isRulesAlone === true;
      // What only half the scorer has taken for harmless is kept for as long as the school keeps such mail.
      const owed = deedsFor(settled, filed, isRulesAlone && mode === 'journal' ? 'sieve' : mode);
      return { owed, kept: settled.filter(({ arrived }) => !(owed.deleted ?? []).includes(arrived.evidence.gmailId)), isRulesAlone };
    },
  };
}

/** Copies of mail between others, which house rules are about. */
function copiedMails(judged: readonly Judged[]): CopiedMail[] {
  return judged
    .filter(({ arrived, verdict }) => arrived.isCopy && verdict !== null)
    .map(({ arrived: { fingerprint, from, to, text, evidence } }) => {
      const visible = evidence.to.length + evidence.cc.length;
      return { fingerprint, from, to, visible, subject: evidence.subject, text, sent: evidence.received };
    });
}

/** A message that cannot be filed for what it holds must not keep others from being filed. */
function fileAll(messages: readonly ToFile[], file: (some: readonly ToFile[]) => Filed[]): { filed: Map<string, Filed>; failed: string[] } {
  const filed = new Map<string, Filed>();
  const failed: string[] = [];
  const attempt = (some: readonly ToFile[]): void => {
    try {
      for (const each of file(some)) filed.set(each.gmailId, each);
    } catch (error) {
      if (isOfTheRecords(error)) throw error;
      if (some.length > 1) for (const each of some) attempt([each]);
      else failed.push(...some.map(({ arrived }) => arrived.evidence.gmailId));
    }
  };
  for (let at = 0; at < messages.length; at += MOST_FILED) attempt(messages.slice(at, at + MOST_FILED));
  return { filed, failed };
}

/** Nothing can be filed just now, whatever it is. */
function isOfTheRecords(error: unknown): boolean {
  return isPassing(error) || (error instanceof RecordsError && error.code !== 'too long');
}
