import { type ApiMethod, Media } from '../rest/api.ts';
import { type Conditions, callConditionally } from '../rest/conditions.ts';
import { apiMethods } from '../rest/registry.ts';
import { ApiError } from '../workspace/errors.ts';
import { Blob } from './blob.ts';
import { ScriptError } from './errors.ts';
import type { Globals } from './realm.ts';
import { Resource } from './resource.ts';
import type { Run } from './run.ts';
import { Served } from './served.ts';

/** Advanced services as the editor offers them: the symbol a script uses, and the API's id prefix. */
export const ADVANCED_SERVICES = [
  { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4', prefix: 'sheets' },
  { userSymbol: 'Drive', serviceId: 'drive', version: 'v3', prefix: 'drive' },
  { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1', prefix: 'gmail' },
  { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3', prefix: 'calendar' },
  { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1', prefix: 'directory' },
  { userSymbol: 'Classroom', serviceId: 'classroom', version: 'v1', prefix: 'classroom' },
] as const;

/** The advanced services that the run's manifest enables, under the names it gives them. Others do not exist, as in Apps Script. */
export function advancedGlobals(run: Run): Globals {
  const globals: Globals = {};
  for (const enabled of run.manifest.dependencies?.enabledAdvancedServices ?? []) {
    const service = ADVANCED_SERVICES.find((each) => each.serviceId === enabled.serviceId);
    if (service) globals[enabled.userSymbol] = () => new AdvancedService(run, enabled.userSymbol, service.prefix);
  }
  return globals;
}

/** One node of `Gmail.Users.Drafts`: collections are fields, methods are made from the API's method list. */
class AdvancedService extends Served {
  readonly #run: Run;
  override readonly $latency: Record<string, number> = {};
  override readonly $methodScopes: Record<string, readonly string[]> = {};

  constructor(
    run: Run,
    readonly $name: string,
    prefix: string,
  ) {
    super();
    this.#run = run;
    for (const method of apiMethods) {
      if (!method.id.startsWith(`${prefix}.`) || method.preview) continue;
      const [next, ...rest] = method.id.slice(prefix.length + 1).split('.') as [string, ...string[]];
      if (rest.length > 0) this.#collection(next, prefix);
      else this.#method(next, method);
    }
  }

  /** `Sheets.newValueRange()` and its like make the object that a request is filled into. */
  override $byRule(name: string): (() => unknown) | undefined {
    return /^new[A-Z]/.test(name) && !this.$name.includes('.') ? () => new Resource() : undefined;
  }

  #collection(name: string, prefix: string): void {
    const symbol = name.charAt(0).toUpperCase() + name.slice(1);
    if (Object.hasOwn(this, symbol)) return;
    (this as unknown as Record<string, unknown>)[symbol] = new AdvancedService(this.#run, `${this.$name}.${symbol}`, `${prefix}.${name}`);
  }

  #method(name: string, method: ApiMethod): void {
    // `delete` is a reserved word to older scripts: Google calls it `remove`, and offers no other.
    const symbol = name === 'delete' ? 'remove' : name;
    this.$latency[symbol] = method.ms ?? 200;
    this.$methodScopes[symbol] = method.scopes;
    const prototype = Object.getPrototypeOf(this) as object;
    const own = prototype === AdvancedService.prototype ? Object.create(AdvancedService.prototype) : prototype;
    if (own !== prototype) Object.setPrototypeOf(this, own);
    Object.defineProperty(own, symbol, { configurable: true, value: (...args: unknown[]) => this.#call(method, args) });
  }

  /** Arguments in Google's order: the resource, the path's parameters, required query parameters, the uploaded blob, then the optional ones as an object, and request headers. */
  #call(method: ApiMethod, args: unknown[]): unknown {
    const rest = [...args];
    const body = method.body ? rest.shift() : undefined;
    const take = (name: string): string => {
      const value = rest.shift();
      if (value === undefined || value === null) throw new ScriptError(`Required parameter is missing: ${name}`);
      return String(value);
    };
    const path = Object.fromEntries([...method.path.matchAll(/\{\+?(\w+)\}/g)].map(([, name = '']) => [name, take(name)]));
    const required = Object.fromEntries((method.required ?? []).map((name) => [name, take(name)]));
    let media: { mimeType: string; bytes: Buffer } | undefined;
    if (method.media && rest.length > 0) {
      const blob = rest.shift() ?? null;
      if (blob !== null && !(blob instanceof Blob)) throw new ScriptError('The mediaData parameter only supports Blob types for upload.');
      if (blob !== null) media = { mimeType: blob.$contentType ?? 'application/octet-stream', bytes: blob.$bytes };
    }
    const query = { ...((rest.shift() ?? {}) as Record<string, unknown>), ...required };
    const headers = (rest.shift() ?? {}) as Conditions;
    if (rest.length > 0) throw new ScriptError(`Invalid number of arguments provided to ${method.id}: ${args.length}`);
    try {
      const { workspace, effective, scopes, script } = this.#run;
      const caller = { workspace, email: effective, scopes, app: script.id };
      const request = { path, query, body, ...(media ? { media } : {}) };
      const reading = apiMethods.find(({ id }) => id === method.id.replace(/\w+$/, 'get'));
      const answer = Object.keys(headers).length === 0 ? method.call(caller, request) : callConditionally(method, reading, caller, request, headers);
      this.#run.slow(Math.round(values(answer) / VALUES_A_MS));
      if (answer instanceof Media) return new Blob(this.#run, { bytes: answer.bytes, contentType: answer.mimeType, name: answer.name });
      return answer !== null && typeof answer === 'object' ? new Resource(structuredClone(answer)) : answer;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message, errors } = error.body().error;
      throw new ScriptError(`API call to ${method.id} failed with error: ${message}`, 'GoogleJsonResponseException', { code, message, errors });
    }
  }
}

/** A big answer is slower than a small one: a range of 20,000 cells takes about a tenth of a second more. */
const VALUES_A_MS = 200;

/** How many single values an answer holds. */
function values(answer: unknown): number {
  if (answer === null || typeof answer !== 'object' || answer instanceof Media) return 1;
  return Object.values(answer).reduce((sum: number, each) => sum + values(each), 0);
}
