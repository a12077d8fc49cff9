import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { callServer, visitWebApp, type WebAppAnswer } from '../apps-script/web-app.ts';
import { authorizationNeeded } from './consent.ts';
import { FRAME_PATH, FRAME_POLICY, frameDocument, framePage } from './script-frame.ts';
import { bare, page, underTheBar } from './shell.ts';
import type { SiteEnv } from './visit.ts';

const ADDRESS = '/macros/s/:deployment/:mode{exec|dev}';
/** The page around the frame: only the site itself may answer it, and only the frame is in it. */
const HOST_POLICY = "default-src 'self'; script-src 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-src 'self'";

/** Web apps at the path they have at script.google.com, for the person who is chosen. */
export const scriptPages = new Hono<SiteEnv>()
  .get(FRAME_PATH, (c) => c.html(frameDocument(), 200, { 'content-security-policy': `${FRAME_POLICY}; frame-ancestors 'self'` }))
  .post('/macros/s/:deployment/call', async (c) => {
    const { fn, args, form } = await c.req.json<Pick<Parameters<typeof callServer>[1], 'fn' | 'args' | 'form'>>();
    const { workspace, account } = c.get('visit');
    const { result: _, ...answer } = callServer(workspace, {
      deploymentId: c.req.param('deployment'),
      visitor: account,
      fn,
      ...(args ? { args } : {}),
      ...(form ? { form } : {}),
    });
    return c.json(answer);
  })
  .get(ADDRESS, (c) => visit(c, 'GET'))
  .get(`${ADDRESS}/*`, (c) => visit(c, 'GET'))
  .post(ADDRESS, (c) => visit(c, 'POST'))
  .post(`${ADDRESS}/*`, (c) => visit(c, 'POST'));

async function visit(c: Context<SiteEnv>, method: 'GET' | 'POST'): Promise<Response> {
  const { workspace, account } = c.get('visit');
  const { pathname, search } = new URL(c.req.url);
  const [, , , deploymentId = '', , ...rest] = pathname.split('/');
  const answer = visitWebApp(workspace, {
    deploymentId,
    visitor: account,
    method,
    query: search.slice(1),
    pathInfo: rest.join('/'),
    userAgent: c.req.header('user-agent') ?? '',
    ...(method === 'POST' ? { body: { type: c.req.header('content-type') ?? 'text/plain', contents: await c.req.text() } } : {}),
  });
  return shown(c, answer, deploymentId);
}

async function shown(c: Context<SiteEnv>, answer: WebAppAnswer, deploymentId: string): Promise<Response> {
  if (answer.kind === 'content') {
    const disposition: Record<string, string> = answer.downloadAs === null ? {} : { 'content-disposition': `attachment; filename="${answer.downloadAs}"` };
    return c.body(answer.content, 200, { 'content-type': `${answer.contentType}; charset=utf-8`, ...disposition });
  }
  const framed = c.req.header('sec-fetch-dest') === 'iframe';
  if (answer.kind === 'refused' && answer.consent) {
    const parts = { title: 'Authorisation needed', main: authorizationNeeded(c, deploymentId, answer.consent) };
    return c.html(framed ? bare(parts) : page(c.get('visit'), parts), answer.status, { 'content-security-policy': `${HOST_POLICY}; frame-ancestors *` });
  }
  if (answer.kind === 'refused') {
    const there = encodeURIComponent(c.get('visit').path);
    return c.html(
      page(c.get('visit'), {
        title: 'App',
        main: html`<h1>This app does not open</h1><p>${answer.message}</p><p><a class="button" href="/?next=${there}">Be someone else</a></p>`,
      }),
      answer.status,
      { 'content-security-policy': `${HOST_POLICY}; frame-ancestors 'none'` },
    );
  }
  const document = await framePage({ ...answer, callUrl: `/macros/s/${deploymentId}/call` });
  // Every page of the site is of one host; of Google's own, none frames a web app. So what is not for all is for nobody.
  const ancestors = answer.frameOptions === 'ALLOWALL' ? '*' : "'none'";
  return c.html(framed ? document : underTheBar(c.get('visit'), document), 200, { 'content-security-policy': `${HOST_POLICY}; frame-ancestors ${ancestors}` });
}
