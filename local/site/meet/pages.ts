import { Hono } from 'hono';
import { answered } from '../page-reply.ts';
import type { SiteEnv } from '../visit.ts';
import { meetPage } from './page.ts';

/** Meet on the site, for whoever was chosen: with an account or without. */
export const meetPages = new Hono<SiteEnv>()
  .get('/meet/:code', (c) => answered(c, c.get('visit').person?.email ?? '', meetPage))
  .post('/meet/:code', (c) => answered(c, c.get('visit').person?.email ?? '', meetPage));
