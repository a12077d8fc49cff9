export interface MessageData {
  id: string;
  threadId: string;
  /** INBOX, SENT, DRAFT, TRASH, SPAM, UNREAD, STARRED, IMPORTANT or a user label's id. */
  labelIds: string[];
  internalDate: number;
  historyId: number;
  /** The whole message as it travels (RFC 5322), CRLF line ends; bytes as a latin-1 ("binary") string. */
  raw: string;
}

/** docs/workspace/gmail/api/reference/rest/v1/users.settings.filters.md */
export interface FilterCriteria {
  from?: string;
  to?: string;
  subject?: string;
  query?: string;
  negatedQuery?: string;
  hasAttachment?: boolean;
  excludeChats?: boolean;
  /** Bytes of the whole message. */
  size?: number;
  sizeComparison?: 'smaller' | 'larger' | 'unspecified';
}

export interface FilterAction {
  addLabelIds?: string[];
  removeLabelIds?: string[];
  forward?: string;
}

export interface MailboxData {
  email: string;
  messages: Record<string, MessageData>;
  /** draft id → message id */
  drafts: Record<string, string>;
  labels: {
    id: string;
    name: string;
    type: 'system' | 'user';
    labelListVisibility?: string;
    messageListVisibility?: string;
    color?: { textColor: string; backgroundColor: string };
  }[];
  filters: { id: string; criteria: FilterCriteria; action: FilterAction }[];
  /** docs/workspace/gmail/api/reference/rest/v1/AutoForwarding.md; not there while nothing is forwarded. */
  autoForwarding?: { enabled: boolean; emailAddress: string; disposition: 'leaveInInbox' | 'archive' | 'trash' | 'markRead' };
  forwardingAddresses: { forwardingEmail: string; verificationStatus: 'accepted' | 'pending' }[];
  history: {
    id: number;
    time: number;
    kind: 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';
    messageId: string;
    threadId: string;
    labelIds: string[];
  }[];
  historyId: number;
}

/** Which way a mail goes, seen from the people for whom a setting is: support.google.com/a/answer/1346934 and /2685650. */
export type Direction = 'inbound' | 'outbound' | 'internal sending' | 'internal receiving';

/** Where a setting looks for its words. */
export type Place = 'full headers' | 'subject' | 'sender header' | 'recipients header' | 'body' | 'headers + body';

/**
 * A setting of the admin console that copies mail: content compliance (expressions), objectionable content (words), routing (neither: all mail).
 * Mail itself is never held here.
 */
export interface RoutingSettingData {
  name: string;
  /** Holds for the people of this unit and of those below it. */
  orgUnitPath: string;
  affects: Direction[];
  /** RE2, as typed into the console. None, and no words: all mail. */
  expressions: { place: Place; pattern: string }[];
  /** Objectionable words: whole words of the subject or the text, in any case. */
  words: string[];
  match: 'any' | 'all';
  /** "Also deliver to". */
  alsoDeliverTo: string[];
  /** "Add X-Gm-Original-To header". */
  addOriginalTo: boolean;
  /** "Add custom headers", by name. */
  customHeaders: Record<string, string>;
  isOff?: boolean;
}
