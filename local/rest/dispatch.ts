import { ApiError, NotModelled } from '../workspace/errors.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiMethod, type ApiRequest, type Caller, Media } from './api.ts';
import { apiMethods } from './registry.ts';

/** A request to one of Google's APIs, whichever way it came. */
export interface ApiCall {
  verb: string;
  url: URL;
  /** The `Authorization` header, or ''. */
  authorization: string;
  body: unknown;
  media?: ApiRequest['media'];
  /** The `X-Goog-Visibilities` header, if there is one. */
  visibilities?: string | undefined;
  /** The script project or OAuth client that asks. */
  app: string;
}

/**
 * Answers a REST call over the local Workspace: JSON data, `Media`, or undefined for an empty answer.
 * @throws ApiError as the API would answer; NotModelled when no method stands at the path
 */
export function dispatch(workspace: Workspace, call: ApiCall): unknown {
  const found = methodAt(call.verb, call.url.pathname);
  if (!found || !standsAt(found.method, call.url.hostname)) throw new NotModelled(`${call.verb} ${call.url.hostname}${call.url.pathname}`);
  const caller = callerOf(workspace, call);
  if (found.method.preview && !seesPreview(workspace, call, found.method.preview)) throw new ApiError(404, 'Method not found.');
  const allowed = caller.scopes.includes('*') || found.method.scopes.length === 0 || found.method.scopes.some((scope) => caller.scopes.includes(scope));
  if (!allowed) throw new ApiError(403, 'Request had insufficient authentication scopes.');
  const missing = found.method.required?.find((name) => !call.url.searchParams.has(name));
  if (missing !== undefined) throw new ApiError(400, `Required parameter: ${missing}`, 'INVALID_ARGUMENT', 'required');
  const request = { path: found.path, query: queryOf(call.url.searchParams), body: call.body, ...(call.media ? { media: call.media } : {}) };
  const answer = found.method.call(caller, request);
  // What travels is JSON: in it bytes are base64url.
  return answer instanceof Media || answer === undefined ? answer : JSON.parse(JSON.stringify(answer));
}

/** Over HTTP all APIs are on one address of this machine's; a script names Google's. */
function standsAt({ host }: ApiMethod, hostname: string): boolean {
  return host === undefined || host === hostname || !hostname.endsWith('googleapis.com');
}

/** Tokens are of the form `local:ADDRESS:SCOPE,SCOPE`, as `ScriptApp.getOAuthToken()` makes them. */
function callerOf(workspace: Workspace, { authorization, app }: ApiCall): Caller {
  const match = /^Bearer local:([^:]+):(.*)$/i.exec(authorization);
  const email = match?.[1]?.toLowerCase() ?? '';
  if (!match || !workspace.people.find(email)?.hasAccount) {
    throw new ApiError(
      401,
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    );
  }
  return { workspace, email, scopes: (match[2] ?? '').split(',').filter(Boolean), app };
}

/**
 * Methods in preview are there for enrolled projects only, and for them when a request bears the label and names the version
 * (docs/workspace/classroom/reference/preview.md).
 */
function seesPreview(workspace: Workspace, { app, url, visibilities }: ApiCall, version: string): boolean {
  const enrolled = workspace.data.classroom?.previewProjects.includes(app) ?? false;
  return enrolled && visibilities === 'DEVELOPER_PREVIEW' && url.searchParams.get('previewVersion') === version;
}

/** Whether some API has a method at the path. */
export function isAnswered(verb: string, path: string): boolean {
  return methodAt(verb, path) !== undefined;
}

/** The method whose path fits, the one with the fewest parameters first: `drafts/send` before `drafts/{id}`. */
function methodAt(verb: string, path: string): { method: ApiMethod; path: Record<string, string> } | undefined {
  const fits = apiMethods
    .filter((method) => method.verb === verb)
    .map((method) => ({ method, match: patternOf(method.path).exec(path) }))
    .filter((each) => each.match !== null)
    .sort((a, b) => Object.keys(a.match?.groups ?? {}).length - Object.keys(b.match?.groups ?? {}).length);
  const best = fits[0];
  if (!best) return undefined;
  const groups = Object.entries(best.match?.groups ?? {});
  return { method: best.method, path: Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)])) };
}

const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const source = template
    .split(/(\{\+?\w+\})/)
    .map((part) => {
      const name = /^\{(\+?)(\w+)\}$/.exec(part);
      return name ? `(?<${name[2]}>${name[1] ? '.+' : '[^/]+?'})` : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(template, pattern);
  return pattern;
}

/** A parameter that is given more than once becomes an array. */
function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return query;
}
