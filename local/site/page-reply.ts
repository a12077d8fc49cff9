import type { Context } from 'hono';
import type { Workspace } from '../workspace/workspace.ts';
import { type PageParts, page } from './shell.ts';
import type { SiteEnv } from './visit.ts';

export interface PageRequest {
  /** Whose page it is: an account, or for mail also the private address of somebody without one. */
  visitor: string;
  path: string;
  method: 'GET' | 'POST';
  query: URLSearchParams;
  /** The body of a POST. */
  fields: URLSearchParams;
}

/** A page for the site's shell, or with `location` a place to go on to (303). */
export interface PageReply extends PageParts {
  status: number;
  location?: string;
}

/** Answers a browser's request by what `make` makes of it. */
export async function answered(c: Context<SiteEnv>, visitor: string, make: (workspace: Workspace, request: PageRequest) => PageReply) {
  const visit = c.get('visit');
  const url = new URL(c.req.url);
  const posted = c.req.method === 'POST';
  const reply = make(visit.workspace, {
    visitor,
    path: url.pathname,
    method: posted ? 'POST' : 'GET',
    query: url.searchParams,
    fields: new URLSearchParams(posted ? await c.req.text() : ''),
  });
  if (reply.location !== undefined) return c.redirect(reply.location, 303);
  return c.html(page(visit, reply), reply.status === 200 ? 200 : reply.status === 404 ? 404 : 422);
}
