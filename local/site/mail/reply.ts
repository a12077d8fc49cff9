import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { PageParts } from '../shell.ts';

export interface MailRequest {
  /** Whose mail it is: an account, or the private address of somebody without one. */
  visitor: string;
  /** `/mail`, `/mail/thread/ID`, `/mail/compose` */
  path: string;
  method: 'GET' | 'POST';
  query: URLSearchParams;
  /** The body of a POST. */
  fields: URLSearchParams;
}

/** A page for the site's shell, or with `location` a place to go on to (303). */
export interface MailReply extends PageParts {
  status: number;
  location?: string;
}

/** What every mail page works with. */
export interface Desk extends MailRequest {
  workspace: Workspace;
  mailbox: Mailbox;
}
