import vm from 'node:vm';
import type { ScriptFileData } from '../workspace/data.ts';
import { Boundary, type Realm } from './boundary.ts';
import { ScriptError } from './errors.ts';
import type { Run, ScriptScope } from './run.ts';
import type { Served } from './served.ts';
import { factsOf } from './syntax.ts';

/** A global name of Apps Script and what makes the object behind it, once a run and only when a script asks. */
export type Globals = Record<string, (run: Run) => Served>;

/**
 * Runs in the new context before the script: the virtual clock and seeded chance. What Apps Script's V8 lacks is not there to
 * begin with: a bare `vm` context has no `fetch`, timers, `URL`, `TextEncoder`, `crypto` or `process`.
 */
const PRELUDE = `(now, random) => {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => args.length === 0 ? Reflect.construct(target, [now()], newTarget) : Reflect.construct(target, args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => key === 'now' ? () => now() : Reflect.get(target, key),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: globalThis.Date, writable: true, configurable: true });
  Math.random = random;
  delete globalThis.console;
  // What the services are made of does not show in a script's own stack traces.
  const trace = (error, frames) => [error, ...frames.map(String).filter((frame) => /\\.gs:\\d+/.test(frame)).map((frame) => '    at ' + frame)].join('\\n');
  Object.defineProperty(Error, 'prepareStackTrace', { value: trace, writable: true, configurable: true });
  const accessors = new Proxy(Object.prototype, {
    get: (target, key, resource) => {
      const [, verb, first, rest] = (typeof key === 'string' && /^(get|set)([A-Z])(.*)$/.exec(key)) || [];
      if (verb === undefined) return Reflect.get(target, key, resource);
      const field = first.toLowerCase() + rest;
      return verb === 'get' ? () => resource[field] : (value) => { resource[field] = value; return resource; };
    },
  });
  return {
    array: (length) => new Array(length),
    object: () => ({}),
    resource: () => Object.create(accessors),
    date: (time) => new RealDate(time),
    error: (name, message, details) => {
      const known = { TypeError, RangeError, SyntaxError, ReferenceError };
      const error = new (known[name] ?? Error)(message);
      if (!known[name] && name !== 'Error') Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
      if (details !== undefined) error.details = details;
      return error;
    },
  };
}`;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const REAL_TIME_LIMIT_MS = 120_000;
/** What each file was last compiled from, and to: its text is a megabyte, and looking it up by that would cost more than running it. */
const compiled = new WeakMap<ScriptFileData, { source: string; script: vm.Script }>();

/** One fresh V8 context with a script's files loaded in it: nothing in it outlives the run. */
export class ScriptContext implements ScriptScope {
  readonly boundary: Boundary;
  private readonly context: vm.Context;
  /** Global names that were there before the script. */
  private readonly given: ReadonlySet<string>;

  constructor(
    private readonly run: Run,
    globals: Globals,
  ) {
    this.context = vm.createContext(Object.create(null), { codeGeneration: { strings: true, wasm: true }, microtaskMode: 'afterEvaluate' });
    const prelude = vm.runInContext(PRELUDE, this.context) as (now: () => number, random: () => number) => Realm;
    const realm = prelude(
      () => run.workspace.clock.now(),
      () => run.workspace.random(),
    );
    this.boundary = new Boundary(run, realm);
    run.scope = this;
    for (const [name, make] of Object.entries(globals)) this.define(name, make);
    this.given = new Set(vm.runInContext('Object.getOwnPropertyNames(globalThis)', this.context) as string[]);
  }

  /** Runs the top level of every file, in the project's order; they share one scope. */
  load(files: readonly ScriptFileData[]): void {
    for (const file of files) {
      if (file.type !== 'SERVER_JS') continue;
      this.compile(file).runInContext(this.context, { timeout: REAL_TIME_LIMIT_MS });
    }
  }

  /** Whether `name` (also dotted: `clock.beat`) is a function of the script's own: nobody runs `eval` or a service by name. */
  has(name: string): boolean {
    const parts = name.split('.');
    if (!parts.every((part) => IDENTIFIER.test(part)) || this.given.has(parts[0] ?? '')) return false;
    return vm.runInContext(`(() => { try { return typeof ${name} === 'function'; } catch { return false; } })()`, this.context) as boolean;
  }

  /** Calls a function of the script with host values and gives back a host value. */
  call(name: string, args: readonly unknown[]): unknown {
    const invoke = vm.runInContext(`(...args) => ${name}(...args)`, this.context) as (...args: unknown[]) => unknown;
    const own = args.map((arg) => this.boundary.toScript(arg));
    Object.defineProperty(this.context, '\u0000call', { value: () => invoke(...own), configurable: true });
    const result = vm.runInContext(`globalThis['\\u0000call']()`, this.context, { timeout: REAL_TIME_LIMIT_MS }) as unknown;
    if (result !== null && typeof result === 'object' && 'then' in result && typeof result.then === 'function') return this.settle(result);
    return this.boundary.fromScript(result);
  }

  runWith(expression: string, fileName: string, variables: ReadonlyMap<string, unknown>): unknown {
    const names = [...variables.keys()].filter((name) => IDENTIFIER.test(name));
    // On one line with the expression, so that its line numbers stay.
    const file: ScriptFileData = { name: fileName, type: 'SERVER_JS', source: `(function (${names.join(', ')}) { return ${expression}\n})` };
    const run = this.compile(file).runInContext(this.context, { timeout: REAL_TIME_LIMIT_MS }) as (...values: unknown[]) => unknown;
    return this.boundary.fromScript(run(...names.map((name) => variables.get(name))));
  }

  /** An async function's result: Apps Script has no event loop but runs what is already due. */
  private settle(promise: unknown): unknown {
    Object.defineProperty(this.context, '\u0000promise', { value: promise, configurable: true });
    const outcome = vm.runInContext(
      `(() => { const outcome = {}; globalThis['\\u0000promise'].then((value) => { outcome.value = value; }, (error) => { outcome.failed = true; outcome.error = error; }); return outcome; })()`,
      this.context,
      { timeout: REAL_TIME_LIMIT_MS },
    ) as { value?: unknown; failed?: boolean; error?: unknown };
    if (outcome.failed) throw outcome.error;
    return this.boundary.fromScript(outcome.value);
  }

  private define(name: string, make: (run: Run) => Served): void {
    let value: unknown;
    let made = false;
    Object.defineProperty(this.context, name, {
      configurable: true,
      enumerable: false,
      get: () => {
        if (!made) {
          made = true;
          value = this.boundary.toScript(make(this.run));
        }
        return value;
      },
      // A script may use the name for something of its own.
      set: (own) => Object.defineProperty(this.context, name, { value: own, writable: true, configurable: true, enumerable: true }),
    });
  }

  private compile(file: ScriptFileData): vm.Script {
    const known = compiled.get(file);
    if (known?.source === file.source) return known.script;
    const { mistake } = factsOf(file.source);
    if (mistake !== null) throw new ScriptError(`${mistake} file: ${file.name}.gs`, 'SyntaxError');
    const script = new vm.Script(file.source, { filename: `${file.name}.gs` });
    compiled.set(file, { source: file.source, script });
    return script;
  }
}
