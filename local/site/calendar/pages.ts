import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { answered } from '../page-reply.ts';
import { page } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { calendarPage } from './page.ts';

/** The calendar on the site, for the account that was chosen. */
export const calendarPages = new Hono<SiteEnv>().get('/calendar', shown).post('/calendar', shown).get('/calendar/*', shown).post('/calendar/*', shown);

async function shown(c: Context<SiteEnv>) {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect(`/?next=${encodeURIComponent(visit.path)}`);
  if (visit.account === '') {
    return c.html(
      page(visit, { title: 'No calendar', main: html`<h1>No calendar</h1><p>${visit.person.email} is not a school account: it has no calendar here.</p>` }),
      403,
    );
  }
  return answered(c, visit.account, calendarPage);
}
