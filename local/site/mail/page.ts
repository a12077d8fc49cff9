import type { Workspace } from '../../workspace/workspace.ts';
import { isForPanels } from '../cards/panel.ts';
import type { PageReply, PageRequest } from '../page-reply.ts';
import { composePage, takeLetter } from './compose.ts';
import type { Desk } from './desk.ts';
import { listPage } from './list.ts';
import { changeThread, missing, threadPage } from './thread.ts';

/** A person's mail: the list (`/mail`), a conversation (`/mail/thread/ID`) and writing (`/mail/compose`). */
export function mailPage(workspace: Workspace, request: PageRequest): PageReply {
  const desk: Desk = { ...request, workspace, mailbox: workspace.mail.mailbox(request.visitor) };
  const posted = request.method === 'POST' && !isForPanels(request.fields);
  const [, , place = '', id = ''] = request.path.split('/');
  if (place === '' && !posted) return listPage(desk);
  if (place === 'compose') return posted ? takeLetter(desk) : composePage(desk);
  if (place === 'thread') return posted ? changeThread(desk, id) : threadPage(desk, id);
  return missing(desk);
}
