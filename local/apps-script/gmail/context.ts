import type { MessageData } from '../../workspace/data.ts';
import { MailError } from '../../workspace/mail/errors.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Served } from '../served.ts';
import type { GmailDraft } from './draft.ts';
import type { GmailLabel } from './label.ts';
import type { GmailMessage } from './message.ts';
import type { GmailThread } from './thread.ts';

export const FULL = 'https://mail.google.com/';
/** docs/workspace/add-ons/concepts/workspace-scopes.md, "Gmail": all of them want the current message's token. */
const ADDONS = 'https://www.googleapis.com/auth/gmail.addons.current';
export const READ_OPEN = `${ADDONS}.message.readonly`;
export const READ_ON_ACTION = `${ADDONS}.message.action`;
export const READ_METADATA = `${ADDONS}.message.metadata`;
export const COMPOSE_OPEN = `${ADDONS}.action.compose`;

/** What the Gmail objects of a run share: whose mailbox it is, and how to make one another. */
export interface GmailContext {
  readonly run: Run;
  /** The effective user's mailbox; counts as one of the day's reads and writes. @throws ScriptError when they are used up */
  mailbox(): Mailbox;
  /** Refuses a message other than the open one (and its thread) when the run may only see that. */
  requireAccess(message: MessageData): void;
  /** Refuses when the run has an add-on's scope only and no token for the open message. */
  requireToken(): void;
  message(id: string): GmailMessage;
  thread(id: string): GmailThread;
  draft(id: string): GmailDraft;
  label(id: string): GmailLabel;
}

/** Reads, writes and sending at the pace of Google's servers. */
export abstract class GmailServed extends Served {
  override readonly $scopes: readonly string[] = [FULL];
  readonly $context: GmailContext;

  constructor(context: GmailContext) {
    super();
    this.$context = context;
  }
}

/** What Apps Script says when the mailbox refuses. */
function inScriptWords(error: unknown): unknown {
  if (!(error instanceof MailError)) return error;
  switch (error.problem) {
    case 'daily limit':
      return new ScriptError('Service invoked too many times for one day: email.');
    case 'no recipient':
      return new ScriptError('Failed to send email: no recipient');
    case 'bad address':
      return new ScriptError(`Invalid email: ${error.subject}`);
    case 'too large':
      return new ScriptError('Limit exceeded: Email Total Attachments Size.');
    case 'label exists':
      return new ScriptError(`Invalid argument: ${error.subject}`);
    case 'not found':
      return new ScriptError('Gmail operation not allowed.');
  }
}

/** Does something with a mailbox and puts its refusals in Apps Script's words. */
export function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inScriptWords(error);
  }
}
