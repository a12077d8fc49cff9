import { types } from 'node:util';
import { NotModelled } from '../workspace/errors.ts';
import { RunStopped, ScriptError } from './errors.ts';
import { Resource } from './resource.ts';
import type { Run } from './run.ts';
import { Enumeration, Served } from './served.ts';

/** Constructors of the script's own realm: arrays, objects, dates and errors that cross the boundary are made of these. */
export interface Realm {
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  /** An object with a getter and a setter for any field. */
  resource(): Record<string, unknown>;
  date(time: number): Date;
  error(name: string, message: string, details: unknown): Error;
}

/**
 * Stands between the services (host objects) and the script. Every value that crosses is translated, every call is counted
 * by the run, and whatever a service lacks is refused by name.
 */
export class Boundary {
  private readonly proxies = new WeakMap<Served, object>();
  private readonly targets = new WeakMap<object, Served>();

  constructor(
    private readonly run: Run,
    private readonly realm: Realm,
  ) {}

  /** A host value as the script may hold it. */
  toScript(value: unknown, makeObject: () => Record<string, unknown> = this.realm.object): unknown {
    if (value instanceof Resource) return this.toScript(value.data, this.realm.resource);
    if (value instanceof Served) return this.proxyOf(value);
    if (value === null || typeof value !== 'object') return typeof value === 'function' ? this.functionFor(value as (...args: unknown[]) => unknown) : value;
    if (types.isDate(value)) return this.realm.date(value.getTime());
    // Apps Script's bytes are signed numbers.
    if (types.isUint8Array(value)) return this.toScript(Array.from(value, (byte) => (byte << 24) >> 24));
    if (Array.isArray(value)) {
      const copy = this.realm.array(value.length);
      for (let index = 0; index < value.length; index += 1) copy[index] = this.toScript(value[index], makeObject);
      return copy;
    }
    const copy = makeObject();
    for (const key of Object.keys(value)) copy[key] = this.toScript((value as Record<string, unknown>)[key], makeObject);
    return copy;
  }

  /** A script's value as the services may hold it. */
  fromScript(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const target = this.targets.get(value);
    if (target) return target;
    if (types.isDate(value)) return new Date(value.getTime());
    if (Array.isArray(value)) return Array.from(value, (item) => this.fromScript(item));
    if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
    if (types.isNativeError(value)) {
      const error = new ScriptError(String(value.message), String(value.name));
      if (value.stack) error.stack = value.stack;
      return error;
    }
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) copy[key] = this.fromScript((value as Record<string, unknown>)[key]);
    return copy;
  }

  private functionFor(fn: (...args: unknown[]) => unknown): unknown {
    return (...args: unknown[]) => this.toScript(fn(...args.map((arg) => this.fromScript(arg))));
  }

  private proxyOf(target: Served): object {
    const known = this.proxies.get(target);
    if (known) return known;
    const methods = new Map<string, unknown>();
    const proxy = new Proxy(target, {
      get: (_, key) => (typeof key === 'symbol' ? undefined : this.read(target, key, methods)),
      has: (_, key) => typeof key === 'string' && (visible(target, key) || (target.$properties?.has(key) ?? false)),
      ownKeys: () => ownVisible(target),
      getOwnPropertyDescriptor: (_, key) =>
        typeof key === 'string' && ownVisible(target).includes(key)
          ? { configurable: true, enumerable: true, value: this.read(target, key, methods) }
          : undefined,
      set: (_, key, value) => {
        if (target.$properties && typeof key === 'string') {
          target.$properties.set(key, value);
          return true;
        }
        throw this.errorFor(new ScriptError(`Cannot add property ${String(key)}, object is not extensible`, 'TypeError'));
      },
      getPrototypeOf: () => null,
    });
    this.proxies.set(target, proxy);
    this.targets.set(proxy, target);
    return proxy;
  }

  private read(target: Served, key: string, methods: Map<string, unknown>): unknown {
    if (target.$properties?.has(key)) {
      const own = target.$properties.get(key);
      return own instanceof Served ? this.proxyOf(own) : own;
    }
    // `await` and JSON.stringify look for these on anything; their absence is an answer, not a mistake.
    if (
      (key === 'then' || key === 'toJSON' || key === 'constructor' || key === 'valueOf' || key === 'inspect') &&
      !(key in Object.getPrototypeOf(target) && key === 'toJSON')
    )
      return undefined;
    if (!visible(target, key)) {
      const ruled = target.$byRule(key);
      if (ruled) return this.functionFor(ruled);
      if (target instanceof Enumeration || target.$properties) return undefined;
      throw this.errorFor(new NotModelled(`${target.$name}.${key}`));
    }
    const value = (target as unknown as Record<string, unknown>)[key];
    if (typeof value !== 'function') return this.toScript(value);
    let method = methods.get(key);
    if (!method) {
      method = (...args: unknown[]) => this.invoke(target, key, value as (...args: unknown[]) => unknown, args);
      methods.set(key, method);
    }
    return method;
  }

  private invoke(target: Served, key: string, method: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    try {
      const own = args.map((arg) => this.fromScript(arg));
      if (key === 'toString') return Reflect.apply(method, target, own);
      return this.toScript(this.run.call(target, key, () => Reflect.apply(method, target, own)));
    } catch (error) {
      throw this.errorFor(error);
    }
  }

  /** An error as the script catches it. A stopped run stays a host error, so that nothing in the script mistakes it for its own. */
  errorFor(error: unknown): unknown {
    if (error instanceof RunStopped) return error;
    if (error instanceof ScriptError) return this.realm.error(error.name, error.message, error.details);
    if (error instanceof NotModelled) return this.realm.error('Error', error.message, undefined);
    return error;
  }
}

function visible(target: Served, key: string): boolean {
  if (key.startsWith('$')) return false;
  if (Object.hasOwn(target, key)) return (target as unknown as Record<string, unknown>)[key] instanceof Served;
  for (let prototype = Object.getPrototypeOf(target); prototype && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    if (Object.hasOwn(prototype, key) && key !== 'constructor') return true;
  }
  return false;
}

function ownVisible(target: Served): string[] {
  return Object.keys(target).filter((key) => visible(target, key));
}
