import { Hono } from 'hono';
import { listenForEvents } from '../apps-script/triggers.ts';
import { restApp } from '../rest/server.ts';
import { ApiError } from '../workspace/errors.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assets } from './assets.ts';
import { calendarPages } from './calendar/pages.ts';
import { chooser, localPath, personOf } from './chooser.ts';
import { classroomPages } from './classroom/pages.ts';
import { consentPages } from './consent.ts';
import { drivePages } from './drive/pages.ts';
import { formPages } from './forms/pages.ts';
import { home } from './home.ts';
import { mailPages } from './mail/pages.ts';
import { meetPages } from './meet/pages.ts';
import { notFound } from './refusal.ts';
import { runsPages } from './runs.ts';
import { scriptPages } from './script-pages.ts';
import { sheetPages } from './sheet/pages.ts';
import { type RunningClock, STEPS, type Step } from './time.ts';
import type { SiteEnv } from './visit.ts';

/** Nothing is fetched from another host; pages of scripts bring their own policy. */
const POLICY = "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'self'";

/** Where Google's REST APIs stand: `http://127.0.0.1:8787/google/drive/v3/files`. */
const REST = '/google';

/** The whole local site over one Workspace, which it makes listen for triggers. `clock` is brought up to date before each request. */
export function siteApp(workspace: Workspace, clock: RunningClock): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  listenForEvents(workspace);
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.use(async (c, next) => {
    clock.catchUp();
    const person = personOf(workspace, c);
    const url = new URL(c.req.url);
    c.set('visit', { workspace, person, account: person?.hasAccount && !person.suspended ? person.email : '', path: url.pathname + url.search });
    await next();
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', POLICY);
    c.res.headers.set('cache-control', 'no-store');
  });
  app.post('/clock', async (c) => {
    const form = await c.req.formData();
    const by = String(form.get('by'));
    if (!(by in STEPS)) return c.text('The clock moves on by an hour, a day or a week.', 400);
    await clock.moveOn(by as Step);
    return c.redirect(localPath(String(form.get('back') ?? '')) || '/home', 303);
  });
  for (const part of [
    assets,
    chooser,
    home,
    drivePages,
    sheetPages,
    mailPages,
    formPages,
    consentPages,
    scriptPages,
    runsPages(workspace),
    calendarPages,
    meetPages,
    classroomPages,
  ])
    app.route('/', part);
  const rest = restApp(workspace, REST);
  app.all(`${REST}/*`, (c) => rest.fetch(c.req.raw));
  app.notFound(notFound);
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.text(error.message, error.code === 404 ? 404 : error.code === 403 ? 403 : 400);
    console.error(error);
    return c.text(`The local school failed at this: ${error.message}`, 500);
  });
  return app;
}
