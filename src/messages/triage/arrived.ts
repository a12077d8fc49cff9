import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import type { Evidence, FlagRoute } from '../flag.ts';
import type { Category, MessageSeverity, Verdict } from '../message.ts';

/** Mail that no person wrote just then, or that the office wrote itself. */
export type Automatic = '' | 'automatic reply' | 'list' | 'bounce' | 'google' | 'ours';

/**
 * A message of the safeguarding mailbox as the office reads it: headers and text, nothing opened (C3, rule 8). Everything in it is a claim of
 * whoever sent it.
 */
export interface Arrived {
  /**
   * What is kept when it is flagged; `to` and `cc` are addresses in lower case. Of a message that a person sent on (`person`) it is the
   * message inside, as far as their mail shows it: its `messageId` is that of the mail that brought it, as are `gmailId`, `threadId` and `received`.
   */
  evidence: Evidence;
  /** Null for the office's own mail, which nobody has to look at. Automatic mail to the office is `rule`: scored, and filed only when it is flagged. */
  route: FlagRoute | null;
  automatic: Automatic;
  /** Whether a machine made it as a copy of a mail between others: not of one that reached the office by an alias or a blind copy. */
  isCopy: boolean;
  /** Which of the console's settings copied it, as far as it says: words that were found, or all mail of a unit. */
  copiedBy: '' | 'words' | 'journal';
  /** Who wrote the message: an address in lower case, '' when it does not say. Of one that was sent on: who wrote the one inside. */
  from: string;
  /** Everybody it went to as far as it says, lower case, each once, without the office itself. */
  to: string[];
  /** Who brought it to the office: the sender of the mail in the mailbox. Lower case; '' when it does not say. */
  by: string;
  /** What they wrote above a message that they sent on; '' otherwise. */
  remark: string;
  /** What the scorer is to look at: plain text as in the mail, quoted replies and signature included; the middle of a gigantic one left out. */
  text: string;
  /** Message-IDs that it answers, the nearest last, at most 50: what its conversation is known by beside Gmail's thread. */
  answers: string[];
  /** Every address it is from or to or names in its headers, lower case, each once: whole, even where the evidence names some only (B5). */
  addresses: string[];
  /** SHA-256 over sender, date and text: the same by whichever route it came. */
  fingerprint: string;
  /** Whether Google took it for spam. */
  isSpam: boolean;
}

/** A message that a person sent on, as far as the text of their mail shows it. Times are ISO 8601, UTC, or ''. */
export interface Reported {
  /** What the person wrote themselves. */
  remark: string;
  from: string;
  to: string[];
  date: string;
  subject: string;
  text: string;
}

/** A message that may have to be filed, with what the scorer said of it. */
export interface ToFile {
  arrived: Arrived;
  verdict: Verdict;
  /** The scorer's version. */
  scorer: string;
}

/** What became of a message: what the mailbox's labels go by. */
export type Filed = {
  gmailId: string;
  /** `filed`: it is a flag now, with a case or without. `known`: the same message was filed before, by this route or another. `none`: nothing to file. */
  outcome: 'filed' | 'known' | 'none';
  /** As filed, or as it was filed before; 0 and '' for `none`. */
  severity: MessageSeverity;
  category: Category | '';
};

/**
 * How triage hands messages over for filing (`file-flags.ts`): at most 20 at once, in the order in which they came; the answers are in the same
 * order. Called again with the same messages after a crash it files none twice.
 * @throws whatever the records throw: nothing of these was filed then, or all, and they are handed over again with the next beat
 */
export type FileFlags = (messages: readonly ToFile[], visit: Visit, memory: Memory) => Filed[];
