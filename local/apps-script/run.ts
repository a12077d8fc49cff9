import type { ScriptData, ScriptFileData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { RunStopped, ScriptError } from './errors.ts';
import type { Fault } from './faults.ts';
import type { Served } from './served.ts';

export type RunKind = 'web app' | 'add-on' | 'trigger' | 'simple trigger' | 'editor' | 'bound menu';

export interface CallRecord {
  /** `Range.getValues`, `Gmail.Users.Drafts.create` */
  name: string;
  /** Modelled milliseconds. */
  ms: number;
}

export interface Manifest {
  timeZone: string;
  oauthScopes?: string[];
  webapp?: { executeAs: 'USER_DEPLOYING' | 'USER_ACCESSING'; access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS' };
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
  urlFetchWhitelist?: string[];
  addOns?: Record<string, unknown>;
  runtimeVersion?: string;
  exceptionLogging?: string;
}

const DEFAULT_LATENCY = 30;
/** docs/apps-script/guides/services/quotas.md: 6 minutes a run; docs/apps-script/add-ons/concepts: 30 seconds for an add-on's card. */
const TIME_LIMIT: Record<RunKind, number> = {
  'web app': 360_000,
  'add-on': 30_000,
  trigger: 360_000,
  'simple trigger': 30_000,
  editor: 360_000,
  'bound menu': 360_000,
};

export interface RunOptions {
  workspace: Workspace;
  script: ScriptData;
  files: ScriptFileData[];
  manifest: Manifest;
  kind: RunKind;
  version: number | 'HEAD';
  /** Who is at the keyboard as far as Google says so: '' where Google leaves it blank. */
  active: string;
  /** Whose rights the run has. */
  effective: string;
  /** Scopes that count in this run: those of the manifest that the effective user granted; `*` is every scope there is. */
  scopes: readonly string[];
  faults: Fault[];
  /** Runs a function of the same or another script right now; used for faults and by the services that call back. */
  container?: string;
}

/** The script's own context, for the services that run the script's code: HtmlService and its scriptlets. */
export interface ScriptScope {
  /**
   * Runs an expression among the script's own globals.
   * @param fileName what a stack trace calls it
   * @param variables names that only this code sees, with values of the script's own
   */
  runWith(expression: string, fileName: string, variables: ReadonlyMap<string, unknown>): unknown;
}

/** One execution: who it is, what it may do, what it has called and how long that took. */
export class Run {
  readonly calls: CallRecord[] = [];
  readonly log: string[] = [];
  readonly workspace: Workspace;
  readonly script: ScriptData;
  readonly files: ScriptFileData[];
  readonly manifest: Manifest;
  readonly kind: RunKind;
  /** Whether this is an add-on in the numbered version that people have, and not one under test. */
  readonly isInstalledAddOn: boolean;
  readonly active: string;
  readonly effective: string;
  readonly scopes: readonly string[];
  /** File id of the Sheet, Form or Doc the script is bound to. */
  readonly container: string | undefined;
  /** Things a service remembers for the length of the run (its cache of documents, the active spreadsheet …). */
  readonly memory = new Map<string, unknown>();
  /** What the visitor's browser calls itself, where there is one. */
  userAgent: string | null = null;
  private context: ScriptScope | null = null;
  /** Called when the run ends, whatever way: locks are given back here. */
  readonly atEnd: (() => void)[] = [];
  private readonly startedAt: number;
  private readonly faults: Fault[];
  private stopped: string | null = null;

  constructor(options: RunOptions) {
    this.workspace = options.workspace;
    this.script = options.script;
    this.files = options.files;
    this.manifest = options.manifest;
    this.kind = options.kind;
    this.isInstalledAddOn = options.kind === 'add-on' && options.version !== 'HEAD';
    this.active = options.active;
    this.effective = options.effective;
    this.scopes = options.scopes;
    this.container = options.container;
    this.faults = options.faults;
    this.startedAt = options.workspace.clock.now();
  }

  get scope(): ScriptScope {
    if (!this.context) throw new Error('the run has no context yet');
    return this.context;
  }

  set scope(context: ScriptScope) {
    this.context = context;
  }

  /** Modelled milliseconds since the run began. */
  get elapsed(): number {
    return this.workspace.clock.now() - this.startedAt;
  }

  /** Why the run was ended from outside, or null. Once set, every further call throws again. */
  get stopReason(): string | null {
    return this.stopped;
  }

  /** Ends the run: the time limit, or a fault plan. */
  stop(reason: string): never {
    this.stopped = reason;
    throw new RunStopped(reason);
  }

  /** Lets modelled time pass inside the run (a sleep, a slow call) and ends the run at its limit. */
  pass(ms: number): void {
    const left = TIME_LIMIT[this.kind] - this.elapsed;
    this.workspace.clock.pass(Math.min(ms, Math.max(0, left)));
    if (ms > left) this.stop('Exceeded maximum execution time');
  }

  /** Does `work` as one call of `object.method`: scope, fault plan, count and time. */
  call<T>(object: Served, method: string, work: () => T): T {
    if (this.stopped !== null) throw new RunStopped(this.stopped);
    this.requireScope(object, method);
    if (!object.$remote && !object.$remoteMethods.includes(method)) return work();

    const name = `${object.$name}.${method}`;
    this.calls.push({ name, ms: object.$latency[method] ?? DEFAULT_LATENCY });
    const fault = this.faults.find((each) => each.at === this.calls.length);
    if (fault?.kind === 'meanwhile') fault.run();
    if (fault?.kind === 'fails before') throw serviceFailed(name);
    if (fault?.kind === 'dies before') this.stop(`fault plan: died before ${name}`);
    const result = work();
    this.pass(object.$latency[method] ?? DEFAULT_LATENCY);
    if (fault?.kind === 'fails after') throw serviceFailed(name);
    if (fault?.kind === 'dies after') this.stop(`fault plan: died after ${name}`);
    return result;
  }

  /** Adds modelled time to the call that is under way: a big read is slower than a small one. */
  slow(ms: number): void {
    const current = this.calls.at(-1);
    if (current) current.ms += ms;
    this.pass(ms);
  }

  /** @throws what Google throws when a needed scope is not among the run's (docs/apps-script/concepts/scopes.md). */
  requireScope(object: Served, method: string): void {
    const anyOf = object.$methodScopes[method] ?? object.$scopes;
    if (anyOf.length === 0 || this.scopes.includes('*') || anyOf.some((scope) => this.scopes.includes(scope))) return;
    throw new ScriptError(`Specified permissions are not sufficient to call ${object.$name}.${method}. Required permissions: ${anyOf.join(' || ')}`);
  }
}

/** Apps Script's own words for a passing failure (docs/apps-script/guides/support/troubleshooting.md). */
function serviceFailed(name: string): ScriptError {
  return new ScriptError(`Service error: ${name.split('.')[0]}`);
}
