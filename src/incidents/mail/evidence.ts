import type { RecordedEvent } from '../../records/journal.ts';

/** How a message came: found by a rule, sent on by a person, or written to the safeguarding mailbox itself. */
export const ROUTES = ['rule', 'person', 'written to us'] as const;
export type FlagRoute = (typeof ROUTES)[number];

/** Named, weighed and typed, never opened, copied or stored (C3, rule 8). */
export type AttachmentNamed = { name: string; mimeType: string; bytes: number };

/** What is kept of a message (C3). Times are ISO 8601, UTC; '' where the mail does not say. */
export type Evidence = {
  /** The sender's claim: it can be forged or missing. */
  messageId: string;
  /** Gmail's ids in the safeguarding mailbox: where the message itself stays. */
  gmailId: string;
  threadId: string;
  from: string;
  to: string[];
  cc: string[];
  /** What the mail says. */
  date: string;
  /** When Gmail received it. */
  received: string;
  subject: string;
  /** What was written, as plain text. '' where the case's own story or an addition holds it. */
  text: string;
  /** SHA-256 of that text, in hex. */
  textHash: string;
  attachments: AttachmentNamed[];
  /** Google looked and found no proof that the mail in the mailbox is from whom it says: anybody may have sent it. */
  isUnproven?: true;
};

/** Where a case came from, when that was a message. */
export type MailOrigin = {
  route: FlagRoute;
  /** What the message is about: one of the categories of messages. */
  category: string;
  /** 3: somebody must act today; 2: the same day; 1: a note. The highest of its messages. */
  severity: 1 | 2 | 3;
  /** The flag of the mail that brought it. */
  flag: string;
  /** See `Evidence`. */
  isUnproven?: true;
};

/** Somebody who sent a message on that was known already, and which of the mailbox's messages did it: `gmailId`, when it is no flag of its own. */
export type SentOn = { email: string; name: string; isPupil: boolean; flag: string; gmailId?: string };

/** What a further message brings to a case besides its words, for the rules to look at. */
export type FurtherMail = {
  /** The type of incident it is proposed as; '' when the DSL is to say. */
  typeHint: string;
  /** Somebody may be in danger now. */
  danger: boolean;
  /** Somebody brought it, and nothing proves that it was they. */
  isUnproven: boolean;
  /** A pupil wrote or brought it who tells of something. */
  pupilTells: boolean;
};

/** What the rules of a case look at: no name, no word of a message. */
export type MailFacts = Omit<MailOrigin, 'flag'> & {
  /** A message that must be acted on today has come since a person said how serious the case is. */
  isGraverSince?: true;
  /** So was one of its further messages: see `FurtherMail`. */
  isFurtherUnproven?: true;
  pupilTellsFurther?: true;
  /** Addresses of those who sent one of its messages on, besides the reporter. */
  reporters: string[];
  /** Flags of the mails that brought its messages by themselves or once more: each is entered once. */
  brought: string[];
};

/** A flagged message as a case shows it. */
export type FlaggedMessage = {
  flag: string;
  reference: string;
  route: FlagRoute;
  category: string;
  severity: 1 | 2 | 3;
  /** `what`: what the rule looked for, in words as they were then. */
  reasons: { rule: string; what: string; version: number; words: string; against: string }[];
  scorer: string;
  evidence: Evidence;
};

/** Further copies of a message that is known: where they lie in the mailbox, and whom they went to that the others did not. */
export type SeenAgain = {
  flag: string;
  /** Gmail's ids: erasing its case takes these copies too. */
  gmailIds: string[];
  /** Addresses, as long as the message has not gone to many. */
  to: string[];
  /** Of those of the school's whom these copies bring in: they do not see it any more (B5). */
  named: string[];
};

/** Whether an event says that a message belongs to a case, and has not been erased. */
export function isMessage(event: RecordedEvent): event is RecordedEvent & { payload: FlaggedMessage } {
  return isFlagged(event) && event.payload.reference !== '';
}

function isFlagged(event: RecordedEvent): event is RecordedEvent & { payload: FlaggedMessage } {
  return event.action === 'message flagged' && event.payload !== null;
}

function isSeenAgain(event: RecordedEvent): event is RecordedEvent & { payload: SeenAgain } {
  return event.action === 'message seen again' && event.payload !== null;
}

/** The messages of a case, each once: one that was only noted at first was entered again when it joined. Each with everybody whom a copy went to. */
export function messagesIn(history: readonly RecordedEvent[]): (RecordedEvent & { payload: FlaggedMessage })[] {
  const byFlag = new Map(history.filter(isFlagged).map((event) => [event.payload.flag, event]));
  const again = history.filter(isSeenAgain);
  return [...byFlag.values()].map((event) => {
    const payload: FlaggedMessage = event.payload;
    const further = again.flatMap((each) => (each.payload.flag === payload.flag ? each.payload.to : []));
    const evidence = { ...payload.evidence, to: [...new Set([...payload.evidence.to, ...further])] };
    return { ...event, payload: { ...payload, evidence } };
  });
}

/** Gmail's ids of further copies of its messages in the safeguarding mailbox. */
export function copiesIn(history: readonly RecordedEvent[]): string[] {
  return history.filter(isSeenAgain).flatMap(({ payload }) => payload.gmailIds);
}

/**
 * Flags of a case's messages: what was kept of one that was only noted at first, before it joined, stands under its own name and goes with the case.
 */
export function flagsNotedIn(history: readonly RecordedEvent[]): string[] {
  return messagesIn(history).map(({ payload }) => payload.flag);
}

/** Met with support and with nothing else: somebody tells of harm or of despair, and nobody is said to have done it. */
export function isForSupport({ mail, people }: { mail?: MailFacts; people: readonly { role: string }[] }): boolean {
  const tells = mail?.category === 'self-harm' || mail?.category === 'disclosure';
  return tells && !people.some(({ role }) => role === 'alleged');
}
