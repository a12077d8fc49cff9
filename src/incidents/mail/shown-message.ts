import type { RecordedEvent } from '../../records/journal.ts';
import { ukTime } from '../../school/uk-time.ts';
import { type FlaggedMessage, type FlagRoute, type MailFacts, messagesIn } from './evidence.ts';

/** What a case page shows of one message: its headers as they claim, what it carried by name, and why it was flagged (C3). */
export interface ShownMessage {
  flag: string;
  /** How it came, in words. */
  how: string;
  from: string;
  /** That it is not proven who sent it; '' where nothing speaks against it. */
  proof: string;
  to: string;
  cc: string;
  /** What the mail says, and when Gmail received it: dd/MM/yyyy HH:mm; '' where nothing says. */
  date: string;
  received: string;
  subject: string;
  /** '' where the story or an addition holds it. */
  text: string;
  textHash: string;
  messageId: string;
  /** `homework.pdf (application/pdf, 12 KB)`: nobody opened it. */
  attachments: string[];
  /** What it may be, and how grave: `threat, high`; `nothing found in it, medium` where only whoever brought it stands behind it. */
  flaggedAs: string;
  scorer: string;
  /** `rule`: what it looks for, with its id and version. */
  reasons: { rule: string; words: string; against: string }[];
}

const ROUTE_TOLD: Record<FlagRoute, string> = {
  rule: 'found by Handrail in the school’s mail; nobody reported it',
  person: 'sent on by a person',
  'written to us': 'written to the safeguarding mailbox',
};

const SEVERITIES = { 1: 'low', 2: 'medium', 3: 'high' } as const;

export function shownMessages(history: readonly RecordedEvent[]): ShownMessage[] {
  return messagesIn(history).map(({ payload }) => shownMessage(payload));
}

/** Said wherever a message is shown whose sender Google did not prove. */
export const UNPROVEN =
  'The sender’s address is not proven: Google found nothing that shows who sent this. Anybody can write somebody’s address there. Before you take it for theirs, ask them in person, not by answering the mail.';

/** Where a case came from, in words; the reporter where it did not come by mail. */
export function originWords(mail: MailFacts | undefined, reporter: string): string {
  if (mail === undefined) return reporter;
  if (reporter === '') return ROUTE_TOLD.rule;
  const who = mail.isUnproven ? `in the name of ${reporter} (the sender’s address is not proven)` : reporter;
  return `${who}, ${ROUTE_TOLD[mail.route]}`;
}

function shownMessage({ flag, route, category, severity, reasons, scorer, evidence }: FlaggedMessage): ShownMessage {
  const { from, to, cc, date, received, subject, text, textHash, messageId, attachments, isUnproven } = evidence;
  return {
    ...{
      flag,
      how: ROUTE_TOLD[route],
      from,
      proof: isUnproven ? UNPROVEN : '',
      to: to.join(', '),
      cc: cc.join(', '),
      date: ukTime(date),
      received: ukTime(received),
    },
    ...{ subject, text, textHash, messageId, scorer, flaggedAs: `${reasons.length === 0 ? 'nothing found in it' : category}, ${SEVERITIES[severity]}` },
    attachments: attachments.map(({ name, mimeType, bytes }) => `${name || 'without a name'} (${mimeType}, ${Math.max(1, Math.round(bytes / 1000))} KB)`),
    reasons: reasons.map(({ rule, what, version, words, against }) => ({ rule: `${what.replace(/\.$/, '')} (${rule}, version ${version})`, words, against })),
  };
}

type Rows = [label: string, value: string][];

/** The message as text with a label a line, for papers: without its words, which the story or an addition holds, unless nothing else does. */
export function messageRows(message: ShownMessage): Rows {
  return [...headerRows(message), ...evidenceRows(message)];
}

/** What it says of itself, and what is in it. */
export function headerRows({ how, from, proof, to, cc, date, received, subject, text, attachments }: ShownMessage): Rows {
  return said([
    ['How it came', how],
    ['From, as it says', from],
    ['Sender', proof],
    ['To', to],
    ['Cc', cc],
    ['Date it claims', date],
    ['Received', received],
    ['Subject', subject],
    ['Text', text],
    ['Attachments, by name alone', attachments.join('\n')],
  ]);
}

/** Why it was flagged, and what shows later that its text is still the same. */
export function evidenceRows({ textHash, reasons, scorer }: ShownMessage): Rows {
  const why = reasons.map(({ rule, words, against }) => [rule, words, against && `against it: ${against}`].filter((part) => part !== '').join(': '));
  return said([
    ['Why it was flagged', why.join('\n')],
    ['Flagged by', scorer],
    ['SHA-256 of the text', textHash],
  ]);
}

function said(rows: Rows): Rows {
  return rows.filter(([, value]) => value !== '');
}
