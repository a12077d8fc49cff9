import { type Context, Hono } from 'hono';
import { notFound } from '../refusal.ts';
import { page } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { mailPage } from './page.ts';
import { attachedFile } from './thread.ts';

/** Mail on the site, for the person who was chosen; parents without an account see what reaches them, too. */
export const mailPages = new Hono<SiteEnv>()
  .get('/mail/file/:message/:index', (c) => {
    const { workspace, person } = c.get('visit');
    const file = person && attachedFile({ mailbox: workspace.mail.mailbox(person.email) }, c.req.param('message'), Number(c.req.param('index')));
    if (!file) return notFound(c);
    // Never shown in place: whatever it says it is, it may have come from anywhere.
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  })
  .get('/mail', shown)
  .get('/mail/*', shown)
  .post('/mail/*', shown);

async function shown(c: Context<SiteEnv>) {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect(`/?next=${encodeURIComponent(visit.path)}`);
  const url = new URL(c.req.url);
  const posted = c.req.method === 'POST';
  const reply = mailPage(visit.workspace, {
    visitor: visit.person.email,
    path: url.pathname,
    method: posted ? 'POST' : 'GET',
    query: url.searchParams,
    fields: new URLSearchParams(posted ? await c.req.text() : ''),
  });
  if (reply.location !== undefined) return c.redirect(reply.location, 303);
  return c.html(page(visit, reply), reply.status === 200 ? 200 : reply.status === 404 ? 404 : 422);
}
