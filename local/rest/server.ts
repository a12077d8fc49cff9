import { type Context, Hono } from 'hono';
import { ApiError, NotModelled } from '../workspace/errors.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Media } from './api.ts';
import { dispatch, isAnswered } from './dispatch.ts';
import { exchange, tokenInfo, userInfo } from './identity.ts';
import { type Received, readJson, readUpload } from './upload.ts';

/** The OAuth client that programs over HTTP count as. */
const CLIENT = 'client.apps.googleusercontent.com';

/**
 * Google's REST APIs over the local Workspace, all on one base address with Google's own paths, so that Google's client
 * libraries and clasp can talk to it. A bearer token is `local:ADDRESS:SCOPE,SCOPE`.
 * @param base the path it is mounted at, without a slash at the end
 */
export function restApp(workspace: Workspace, base = ''): Hono {
  const app = new Hono();
  app.onError((error, context) => refusal(error, context));
  app.notFound((context) => context.json(new ApiError(404, `Not Found: ${context.req.path}`, 'NOT_FOUND', 'notFound').body(), 404));

  app.post(`${base}/token`, async (context) => {
    const { status, body } = exchange(workspace, new URLSearchParams(await context.req.text()));
    return context.json(body, status as 200);
  });
  for (const version of ['v1', 'v2', 'v3']) {
    app.get(`${base}/oauth2/${version}/userinfo`, (context) => context.json(userInfo(workspace, context.req.header('authorization') ?? '')));
  }
  app.on(['GET', 'POST'], [`${base}/tokeninfo`, `${base}/oauth2/v2/tokeninfo`], async (context) => {
    const form = context.req.method === 'POST' ? new URLSearchParams(await context.req.text()) : new URLSearchParams();
    return context.json(tokenInfo(workspace, form.get('access_token') ?? context.req.query('access_token') ?? ''));
  });
  app.all(`${base}/batch/*`, () => {
    throw new NotModelled('batch requests');
  });
  app.all(`${base}/*`, (context) => answer(workspace, context, base));
  return app;
}

async function answer(workspace: Workspace, context: Context, base: string): Promise<Response> {
  const url = new URL(context.req.url);
  url.pathname = url.pathname.slice(base.length);
  const uploading = url.pathname.startsWith('/upload/');
  if (uploading) url.pathname = url.pathname.slice('/upload'.length);
  const verb = context.req.method;
  if (!isAnswered(verb, url.pathname)) return context.notFound();

  const bytes = Buffer.from(await context.req.arrayBuffer());
  const received: Received = uploading
    ? readUpload(url.searchParams.get('uploadType'), context.req.header('content-type') ?? '', bytes)
    : { body: readJson(bytes) };
  const authorization = context.req.header('authorization') ?? '';
  const result = dispatch(workspace, { verb, url, authorization, visibilities: context.req.header('x-goog-visibilities'), app: CLIENT, ...received });
  if (result === undefined) return context.body(null, 204);
  if (result instanceof Media) return context.body(new Uint8Array(result.bytes), 200, { 'content-type': result.mimeType });
  return context.json(result as object);
}

function refusal(error: Error, context: Context): Response {
  if (error instanceof ApiError) return context.json(error.body(), error.code as 400);
  const code = error instanceof NotModelled ? 501 : 500;
  return context.json({ error: { code, message: error.message, status: code === 501 ? 'UNIMPLEMENTED' : 'INTERNAL' } }, code);
}
