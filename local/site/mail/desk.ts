import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { PageRequest } from '../page-reply.ts';

/** What every mail page works with. */
export interface Desk extends PageRequest {
  workspace: Workspace;
  mailbox: Mailbox;
}
