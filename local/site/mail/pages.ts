import { type Context, Hono } from 'hono';
import { answered } from '../page-reply.ts';
import { notFound } from '../refusal.ts';
import type { SiteEnv } from '../visit.ts';
import { mailPage } from './page.ts';
import { attachedFile } from './thread.ts';

/** Mail on the site, for the person who was chosen; parents without an account see what reaches them, too. */
export const mailPages = new Hono<SiteEnv>()
  .get('/mail/file/:message/:index', (c) => {
    const { workspace, person } = c.get('visit');
    const file = person && attachedFile({ mailbox: workspace.mail.mailbox(person.email) }, c.req.param('message'), Number(c.req.param('index')));
    if (!file) return notFound(c);
    // Never shown in place: whatever it says it is, it may have come from anywhere. A PDF opens in a viewer that keeps it from the site.
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.isPdf ? 'application/pdf' : 'application/octet-stream',
      'content-disposition': `${file.isPdf ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
    });
  })
  .get('/mail', shown)
  .get('/mail/*', shown)
  .post('/mail/*', shown);

async function shown(c: Context<SiteEnv>) {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect(`/?next=${encodeURIComponent(visit.path)}`);
  return answered(c, visit.person.email, mailPage);
}
