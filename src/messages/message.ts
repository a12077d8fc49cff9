/** What a message is to the scorer, and what the scorer says of it: the words of the field, as data. */

/** What a flagged message is about. `disclosure`: somebody tells of harm; it is met with support, never with behaviour points. */
export const CATEGORIES = ['bullying', 'hate', 'threat', 'sexual', 'nudes', 'self-harm', 'radicalisation', 'drugs', 'scam', 'disclosure'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Who writes, or is written to, as far as the roll knows; '' when nobody can say. `group`: several people at once. */
export const PARTIES = ['', 'pupil', 'staff', 'parent', 'outside', 'group'] as const;
export type Party = (typeof PARTIES)[number];

/** 3: somebody must act today; 2: to be looked at the same day; 1: a note in the weekly list; 0: not flagged. */
export type MessageSeverity = 0 | 1 | 2 | 3;

/** What the scorer looks at. `text` may be plain or HTML, with quoted replies and a signature in it. */
export interface MessageToScore {
  subject: string;
  text: string;
  isHtml?: boolean;
  from: Party;
  to: Party;
  /** ISO 8601, UTC; '' when it is not known. */
  sentAt: string;
  /** First and family names of pupils the school knows: whoever is named is somebody real. */
  names?: readonly string[];
}

/** Why a message is flagged, in words a person can check. */
export interface Reason {
  /** A rule's id; `model` for the second voice, `own:<id>` for a rule of the school's. */
  rule: string;
  version: number;
  category: Category;
  severity: Exclude<MessageSeverity, 0>;
  /** The words it stands on, as they were written, with a little around them. */
  words: string;
  /** What speaks against it, in plain words; '' when nothing does. */
  against: string;
}

export interface Verdict {
  flag: boolean;
  /** '' when it is not flagged. */
  category: Category | '';
  severity: MessageSeverity;
  /** Strongest first. Also given for a message that is not flagged, when something nearly was: a rehearsal shows them. */
  reasons: Reason[];
}
