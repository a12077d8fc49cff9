import type { Context } from 'hono';
import { html } from 'hono/html';
import { page } from './shell.ts';
import type { SiteEnv } from './visit.ts';

/** What Drive shows to somebody whom a file was not shared with: it does not say whether there is such a file. */
export function needAccess(c: Context<SiteEnv>) {
  const visit = c.get('visit');
  const who = visit.account === '' ? 'You are not signed in to a school account.' : `You are signed in as ${visit.account}.`;
  return c.html(
    page(visit, {
      title: 'You need access',
      main: html`<h1>You need access</h1>
<p>This has not been shared with you, or it is not there any more. Ask its owner for access, or be somebody who has it.</p>
<p class="quiet">${who}</p>
<p><a class="button" href="/?next=${encodeURIComponent(visit.path)}">Be someone else</a></p>`,
    }),
    403,
  );
}

export function notFound(c: Context<SiteEnv>) {
  return c.html(
    page(c.get('visit'), {
      title: 'Not here',
      main: html`<h1>There is no such page here</h1><p>The address may be mistyped. <a href="/home">Home</a> lists what you can open.</p>`,
    }),
    404,
  );
}
