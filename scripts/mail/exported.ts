/** A message out of an export, before it is scored. */
export interface ExportedMessage {
  /** The line's own id, the mail's Message-ID or, without one, where it stands: `pupils.mbox#17`. */
  id: string;
  /** As the export says it: addresses in lower case, or words like `pupil`. */
  from: string;
  to: string[];
  /** How many addresses everybody can see in it: To and Cc. */
  visible: number;
  subject: string;
  text: string;
  isHtml: boolean;
  /** ISO 8601, UTC; '' when it does not say. */
  sentAt: string;
  /** What could not be read of it, in words; '' when everything was. */
  trouble: string;
}

/** Something in an export that is no message at all: it is told, and the rest goes on. */
export interface Unreadable {
  id: string;
  unreadable: string;
}
