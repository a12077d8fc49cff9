import { Media } from '../../rest/api.ts';
import { dispatch } from '../../rest/dispatch.ts';
import { ApiError } from '../../workspace/errors.ts';
import { isUnder } from '../allow-list.ts';
import { Blob, blobIn, bytesOf, CONVERSION, decode } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed, Served } from '../served.ts';

/** docs/apps-script/reference/url-fetch/url-fetch-app.md */
const URL_LIMIT = 2_082;
/** docs/apps-script/guides/services/quotas.md */
const BODY_LIMIT = 50 * 1024 * 1024;
const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const SHOWN_OF_A_FAILURE = 500;

interface FetchRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  contentType: string;
  payload: Buffer;
  mute: boolean;
}

/**
 * Nothing leaves the process: Google's own API hosts are answered by the local REST face, and every other host is unknown to DNS.
 */
export class UrlFetchApp extends Served {
  readonly $name = 'UrlFetchApp';
  override readonly $scopes = ['https://www.googleapis.com/auth/script.external_request'];
  override readonly $latency = { fetch: 300, fetchAll: 400, getRequest: 1 };
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  fetch(...args: unknown[]): HTTPResponse {
    if (typeof args[0] !== 'string') throw mismatch('UrlFetchApp.fetch', args);
    return this.#send(this.#request('fetch', args));
  }

  fetchAll(requests: unknown): HTTPResponse[] {
    if (!Array.isArray(requests)) throw mismatch('UrlFetchApp.fetchAll', [requests]);
    const prepared = requests.map((each: unknown) =>
      this.#request('fetchAll', typeof each === 'string' ? [each] : [(each as { url?: unknown } | null)?.url, each]),
    );
    return prepared.map((request) => this.#send(request));
  }

  getRequest(...args: unknown[]): Record<string, unknown> {
    const request = this.#request('getRequest', args);
    return {
      url: request.url,
      method: request.method,
      contentType: request.contentType,
      payload: request.payload.toString('utf8'),
      headers: request.headers,
    };
  }

  #request(method: string, args: unknown[]): FetchRequest {
    const [url, params = {}] = args;
    if (typeof url !== 'string' || params === null || typeof params !== 'object') throw mismatch(`UrlFetchApp.${method}`, args);
    if (url.length > URL_LIMIT) throw new ScriptError('Limit Exceeded: URLFetch URL Length.');
    const options = params as Record<string, unknown>;
    const verb = String(options['method'] ?? 'get').toLowerCase();
    if (!METHODS.includes(verb)) throw new ScriptError(`Attribute provided with invalid value: method`);
    const headers = Object.fromEntries(Object.entries((options['headers'] ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)]));
    const { payload, contentType } = bodyOf(options['payload'], options['contentType'] ?? headers['Content-Type']);
    if (payload.length > BODY_LIMIT) throw new ScriptError('Limit Exceeded: URLFetch POST Size.');
    return { url, method: verb, headers, contentType, payload, mute: options['muteHttpExceptions'] === true };
  }

  #send(request: FetchRequest): HTTPResponse {
    const url = this.#allowed(request.url);
    if (!this.#run.workspace.quotas.use(this.#run.effective, 'url fetch calls')) {
      throw new ScriptError('Service invoked too many times for one day: urlfetch.');
    }
    const header = (wanted: string) => Object.entries(request.headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
    const heard = { authorization: header('authorization') ?? '', visibilities: header('x-goog-visibilities') };
    const text = request.payload.toString('utf8');
    let response: HTTPResponse;
    try {
      const body = text === '' ? undefined : json(text, request.contentType);
      const answer = dispatch(this.#run.workspace, { verb: request.method.toUpperCase(), url, ...heard, body, app: this.#run.script.id });
      response = new HTTPResponse(this.#run, answer === undefined ? 204 : 200, answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      response = new HTTPResponse(this.#run, error.code, error.body());
    }
    const code = response.getResponseCode();
    if (code < 400 || request.mute) return response;
    const shown = response.getContentText().slice(0, SHOWN_OF_A_FAILURE);
    throw new ScriptError(
      `Request failed for ${url.origin} returned code ${code}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
    );
  }

  #allowed(address: string): URL {
    let url: URL;
    try {
      url = new URL(address.includes('://') ? address : `http://${address}`);
    } catch {
      throw new ScriptError(`Invalid argument: ${address}`);
    }
    // docs/apps-script/manifest/allowlist-url.md: "optional when you install a test deployment, but […] required when you create a versioned deployment".
    const list = this.#run.manifest.urlFetchWhitelist ?? (this.#run.isInstalledAddOn ? [] : undefined);
    if (list && !list.some((prefix) => isUnder(url.href, prefix))) {
      throw new ScriptError(`UrlFetch calls to ${address} are not permitted by the manifest's urlFetchWhitelist.`);
    }
    if (url.hostname !== 'googleapis.com' && !url.hostname.endsWith('.googleapis.com')) throw new ScriptError(`DNS error: ${address}`);
    return url;
  }
}

documented<UrlFetchApp, GoogleAppsScript.URL_Fetch.UrlFetchApp>(true);

/** docs/apps-script/reference/url-fetch/http-response.md */
class HTTPResponse extends LocalServed {
  readonly $name = 'HTTPResponse';
  override readonly $remoteMethods = CONVERSION.methods;
  override readonly $latency = CONVERSION.latency;
  readonly #run: Run;
  readonly #code: number;
  readonly #body: Buffer;
  readonly #type: string;

  constructor(run: Run, code: number, answer: unknown) {
    super();
    this.#run = run;
    this.#code = code;
    this.#type = answer instanceof Media ? answer.mimeType : 'application/json';
    this.#body = answer instanceof Media ? answer.bytes : Buffer.from(answer === undefined ? '' : JSON.stringify(answer, null, 2));
  }

  getResponseCode(): number {
    return this.#code;
  }

  getContentText(charset?: string): string {
    return decode(this.#body, charset ?? 'UTF-8');
  }

  /** Its text, so that `JSON.parse(response)` does. */
  override toString(): string {
    return this.getContentText();
  }

  getContent(): number[] {
    return this.getBlob().getBytes();
  }

  getBlob(): Blob {
    return new Blob(this.#run, { bytes: Buffer.from(this.#body), contentType: this.#type, name: null });
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getHeaders(): Record<string, string> {
    return { 'Content-Type': this.#type };
  }

  getAllHeaders(): Record<string, string> {
    return this.getHeaders();
  }
}

documented<HTTPResponse, GoogleAppsScript.URL_Fetch.HTTPResponse>(true);

/** A string or bytes go as they are; an object is a form (docs/apps-script/reference/url-fetch/url-fetch-app.md, `payload`). */
function bodyOf(payload: unknown, contentType: unknown): { payload: Buffer; contentType: string } {
  const type = contentType === undefined ? undefined : String(contentType);
  const form = type ?? 'application/x-www-form-urlencoded';
  if (payload === undefined || payload === null) return { payload: Buffer.alloc(0), contentType: form };
  if (typeof payload === 'string') return { payload: Buffer.from(payload, 'utf8'), contentType: form };
  const blob = blobIn(payload);
  if (blob) return { payload: blob.$bytes, contentType: type ?? blob.$contentType ?? 'application/octet-stream' };
  if (Array.isArray(payload)) return { payload: bytesOf(payload, 'UrlFetchApp.fetch'), contentType: form };
  const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return { payload: Buffer.from(new URLSearchParams(fields).toString()), contentType: form };
}

/** Google's APIs read a body as JSON only when it is said to be: Apps Script calls it a form unless told otherwise. @throws ApiError 400 */
function json(text: string, contentType: string): unknown {
  try {
    if (/^application\/json\b/i.test(contentType)) return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'Invalid JSON payload received.');
  }
  throw new ApiError(400, `Invalid JSON payload received. Unknown name ${JSON.stringify(text.slice(0, 40))}: Cannot bind query parameter.`);
}
