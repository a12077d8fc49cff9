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
