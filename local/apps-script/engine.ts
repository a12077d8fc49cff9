import type { ScriptData, ScriptFileData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { EVERY_SCOPE } from './authorization.ts';
import { RunStopped, ScriptError } from './errors.ts';
import type { Fault } from './faults.ts';
import { globalsFor } from './globals.ts';
import { manifestOf } from './manifest.ts';
import { ScriptContext } from './realm.ts';
import { type CallRecord, Run, type RunKind } from './run.ts';
import { inZone } from './script-zone.ts';
import { scriptStack } from './stack.ts';

export interface RunRequest {
  scriptId: string;
  /** A version number, or HEAD: the newest saved code. */
  version?: number | 'HEAD';
  kind: RunKind;
  /** Address of the person at the keyboard as far as Google tells the script; '' where it tells nothing. */
  active: string;
  /** Whose rights the run has. */
  effective: string;
  /** A function's name, also dotted (`clock.beat`). */
  fn: string;
  /** Host values, or what makes them once the run is there: service objects belong to a run. */
  args?: readonly unknown[] | ((run: Run) => readonly unknown[]);
  faults?: Fault[];
  /** Gets the run before it starts: for tests that look inside. */
  onStart?: (run: Run, context: ScriptContext) => void;
}

export interface RunError {
  name: string;
  message: string;
  stack?: string | undefined;
}

export interface RunResult {
  ok: boolean;
  value?: unknown;
  error?: RunError;
  /** Remote service calls in order. */
  calls: CallRecord[];
  /** Modelled milliseconds. */
  ms: number;
  log: string[];
  /** What the run used of the effective account's daily quotas. */
  quota: Record<string, number>;
}

/** docs/apps-script/guides/services/quotas.md: simultaneous executions per user. */
const SIMULTANEOUS_RUNS = 30;
/** docs/apps-script/guides/triggers.md, "Restrictions". */
const SIMPLE_TRIGGER_SCOPES = ['spreadsheets.currentonly', 'forms.currentonly', 'documents.currentonly', 'userinfo.email'].map(
  (scope) => `https://www.googleapis.com/auth/${scope}`,
);
/** Runs under way, innermost last. Runs overlap here only by nesting (a fault plan's `meanwhile`). */
const running = new WeakMap<Workspace, Run[]>();

type RunObserver = (request: RunRequest, result: RunResult) => void;
const observers = new WeakMap<Workspace, RunObserver[]>();

/** Has `observer` told of every run of the Workspace when it has ended. */
export function observeRuns(workspace: Workspace, observer: RunObserver): void {
  observers.set(workspace, [...(observers.get(workspace) ?? []), observer]);
}

/** Runs one function of a script project in a fresh context, as Apps Script would. Never throws: failures are results. */
export function execute(workspace: Workspace, request: RunRequest): RunResult {
  const result = runToTheEnd(workspace, request);
  for (const observer of observers.get(workspace) ?? []) observer(request, result);
  return result;
}

function runToTheEnd(workspace: Workspace, request: RunRequest): RunResult {
  const script = workspace.data.scripts[request.scriptId];
  if (!script) return failed('Exception', `Requested entity was not found: script ${request.scriptId}`);
  const files = filesOf(script, request.version ?? 'HEAD');
  if (!files) return failed('Exception', `Script version ${request.version} was not found`);
  const manifest = manifestOf(files);

  const others = running.get(workspace) ?? [];
  running.set(workspace, others);
  if (others.filter((each) => each.effective === request.effective).length >= SIMULTANEOUS_RUNS) {
    return failed('Exception', 'There are too many scripts running simultaneously for this Google user account.');
  }

  const granted = script.grants[request.effective] ?? [];
  const run = new Run({
    workspace,
    script,
    files,
    manifest,
    kind: request.kind,
    version: request.version ?? 'HEAD',
    active: request.active,
    effective: request.effective,
    scopes: scopesOf(request.kind, manifest.oauthScopes, granted),
    faults: request.faults ?? [],
    ...(script.container === undefined ? {} : { container: script.container }),
  });
  const before = workspace.quotas.used(request.effective);
  others.push(run);
  let outcome: { value: unknown } | { error: RunError };
  try {
    outcome = { value: inZone(manifest.timeZone, () => call(run, request)) };
    if (run.stopReason !== null) outcome = { error: { name: 'Exception', message: run.stopReason } };
  } catch (error) {
    outcome = { error: describe(error, run) };
  } finally {
    for (const finish of run.atEnd) finish();
    others.splice(others.indexOf(run), 1);
  }
  const after = workspace.quotas.used(request.effective);
  const quota = Object.fromEntries(
    Object.entries(after)
      .map(([name, used]) => [name, used - (before[name] ?? 0)] as const)
      .filter(([name, used]) => used !== 0 && !name.endsWith(' minute')),
  );
  const facts = { calls: run.calls, ms: run.elapsed, log: run.log, quota };
  return 'error' in outcome ? { ok: false, error: outcome.error, ...facts } : { ok: true, value: outcome.value, ...facts };
}

function call(run: Run, request: RunRequest): unknown {
  const context = new ScriptContext(run, globalsFor(run));
  request.onStart?.(run, context);
  context.load(run.files);
  if (!context.has(request.fn)) throw new ScriptError(`Script function not found: ${request.fn}`);
  return context.call(request.fn, typeof request.args === 'function' ? request.args(run) : (request.args ?? []));
}

/** What a run may do: what the manifest lists, as far as the person has granted it. A simple trigger asks nobody and reaches its own file only. */
function scopesOf(kind: RunKind, listed: readonly string[] | undefined, granted: readonly string[]): readonly string[] {
  if (kind === 'simple trigger') return SIMPLE_TRIGGER_SCOPES;
  if (!listed) return granted;
  return granted.includes(EVERY_SCOPE) ? listed : listed.filter((scope) => granted.includes(scope));
}

/** The files of a version, or of HEAD. */
export function filesOf(script: ScriptData, version: number | 'HEAD'): ScriptFileData[] | undefined {
  return version === 'HEAD' ? script.files : script.versions.find((each) => each.versionNumber === version)?.files;
}

function describe(error: unknown, run: Run): RunError {
  if (run.stopReason !== null || error instanceof RunStopped) return { name: 'Exception', message: run.stopReason ?? String((error as Error).message) };
  if (error !== null && typeof error === 'object' && 'message' in error) {
    const { name, message, stack, code } = error as { name?: string; message: string; stack?: string; code?: string };
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return { name: 'Exception', message: 'Exceeded maximum execution time' };
    return { name: String(name ?? 'Error'), message: String(message), stack: stack === undefined ? undefined : scriptStack(stack) };
  }
  return { name: 'Error', message: String(error) };
}

function failed(name: string, message: string): RunResult {
  return { ok: false, error: { name, message }, calls: [], ms: 0, log: [], quota: {} };
}
