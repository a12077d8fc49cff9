import type { Workspace } from '../workspace/workspace.ts';
import { TextOutput } from './core/content.ts';
import { execute, type RunResult } from './engine.ts';
import type { Fault } from './faults.ts';
import { HtmlOutput } from './html/output.ts';
import type { Run } from './run.ts';
import { admit, type Refusal } from './web-app/deployment.ts';
import { formArgument } from './web-app/form.ts';
import { clientFunctions } from './web-app/functions.ts';
import { type FormFields, transfer } from './web-app/transfer.ts';

export interface WebAppVisit {
  deploymentId: string;
  /** The account that is signed in, '' for none. */
  visitor: string;
  method?: 'GET' | 'POST';
  /** What stands after `?` in the address, without it. */
  query?: string;
  /** What stands after `/exec/` or `/dev/` in the address. */
  pathInfo?: string;
  /** Of a POST. */
  body?: { type: string; contents: string };
  userAgent?: string;
}

export type WebAppAnswer =
  | {
      kind: 'html';
      status: 200;
      html: string;
      title: string;
      metaTags: { name: string; content: string }[];
      faviconUrl: string | null;
      frameOptions: 'ALLOWALL' | 'DEFAULT';
      /** Names that `google.script.run` has on this page. */
      functions: string[];
      /** A standalone script's page may send its reader elsewhere on a click; a bound script's may not. */
      standalone: boolean;
      result: RunResult;
    }
  | { kind: 'content'; status: 200; content: string; contentType: string; downloadAs: string | null; result: RunResult }
  | ({ kind: 'refused'; result?: RunResult } & Refusal);

/** docs/apps-script/guides/web.md, "Request parameters". */
const RESERVED = ['c', 'sid'];

/** A visit to a web app: runs `doGet` or `doPost` for the visitor and gives what the browser gets. */
export function visitWebApp(workspace: Workspace, visit: WebAppVisit): WebAppAnswer {
  const parameters = parametersOf(visit);
  if (RESERVED.some((name) => Object.hasOwn(parameters, name))) {
    return { kind: 'refused', status: 405, reason: 'reserved name', message: 'Sorry, the file you have requested does not exist.' };
  }
  const admission = admit(workspace, visit.deploymentId, visit.visitor);
  if ('reason' in admission) return { kind: 'refused', ...admission };
  const { script, version, files, active, effective } = admission;
  const result = execute(workspace, {
    scriptId: script.id,
    version,
    kind: 'web app',
    active,
    effective,
    fn: visit.method === 'POST' ? 'doPost' : 'doGet',
    args: [eventOf(visit, parameters)],
    onStart: (run) => {
      run.userAgent = visit.userAgent ?? null;
    },
  });
  if (!result.ok) return scriptError(result, `${result.error?.name}: ${result.error?.message}`);
  const output = result.value;
  if (output instanceof TextOutput) {
    return { kind: 'content', status: 200, content: output.$content, contentType: output.$contentType, downloadAs: output.$downloadAs, result };
  }
  if (!(output instanceof HtmlOutput)) return scriptError(result, 'The script completed but did not return anything that a browser can be given.');
  return {
    kind: 'html',
    status: 200,
    html: output.getContent(),
    title: output.getTitle() ?? '',
    metaTags: output.getMetaTags().map((tag) => ({ name: tag.getName(), content: tag.getContent() })),
    faviconUrl: output.getFaviconUrl(),
    frameOptions: output.$frameOptions,
    functions: clientFunctions(files),
    standalone: script.container === undefined,
    result,
  };
}

export interface ServerCall {
  deploymentId: string;
  visitor: string;
  fn: string;
  /** Values of the page, or `form` for a form element as the only argument. */
  args?: readonly unknown[];
  form?: FormFields;
  /** What is to go wrong in the run. */
  faults?: Fault[];
}

/** Only the message of an error reaches the page. */
export type ServerAnswer = { ok: true; value: unknown; result: RunResult } | { ok: false; message: string; result?: RunResult };

/** A call by `google.script.run` from a page of the web app (docs/apps-script/guides/html/reference/run.md). */
export function callServer(workspace: Workspace, call: ServerCall): ServerAnswer {
  const admission = admit(workspace, call.deploymentId, call.visitor);
  if ('reason' in admission) return { ok: false, message: admission.message };
  const { script, version, files, active, effective } = admission;
  if (!clientFunctions(files).includes(call.fn)) return { ok: false, message: `Script function not found: ${call.fn}` };
  let args: unknown[] | ((run: Run) => unknown[]);
  const { form } = call;
  try {
    args = form ? (run) => [formArgument(run, form)] : (call.args ?? []).map((arg, index) => transfer(arg, String(index)));
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
  const result = execute(workspace, { scriptId: script.id, version, kind: 'web app', active, effective, fn: call.fn, args, faults: call.faults ?? [] });
  if (!result.ok) return { ok: false, message: result.error?.message ?? '', result };
  try {
    return { ok: true, value: transfer(result.value), result };
  } catch (error) {
    return { ok: false, message: (error as Error).message, result };
  }
}

/** Every value of every name, from the query and, in a POST, from a form's body. */
function parametersOf({ query = '', method, body }: WebAppVisit): Record<string, string[]> {
  const form = method === 'POST' && body && /^application\/x-www-form-urlencoded/i.test(body.type) ? body.contents : '';
  const all: Record<string, string[]> = {};
  for (const [name, value] of [...new URLSearchParams(query), ...new URLSearchParams(form)]) {
    all[name] = [...(Object.hasOwn(all, name) ? (all[name] ?? []) : []), value];
  }
  return all;
}

/** docs/apps-script/guides/web.md, "Request parameters". */
function eventOf(visit: WebAppVisit, parameters: Record<string, string[]>): Record<string, unknown> {
  const { query, pathInfo, body } = visit;
  const length = visit.method === 'POST' ? Buffer.byteLength(body?.contents ?? '') : -1;
  return {
    queryString: query === undefined || query === '' ? null : query,
    parameter: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0]])),
    contextPath: '',
    parameters,
    contentLength: length,
    ...(pathInfo === undefined || pathInfo === '' ? {} : { pathInfo }),
    ...(visit.method === 'POST' && body ? { postData: { contents: body.contents, length, name: 'postData', type: body.type } } : {}),
  };
}

function scriptError(result: RunResult, message: string): WebAppAnswer {
  return { kind: 'refused', status: 500, reason: 'script error', message, result };
}
