import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed, Served } from '../served.ts';

/** docs/apps-script/reference/cache/cache.md */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
/** A cache that grows beyond `ITEM_LIMIT` keeps the `ITEMS_KEPT` that expire last. */
const ITEM_LIMIT = 1_000;
const ITEMS_KEPT = 900;

/** docs/apps-script/reference/cache/cache-service.md */
export class CacheService extends LocalServed {
  readonly $name = 'CacheService';
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  getScriptCache(): Cache {
    return new Cache(this.#run, 'script ');
  }

  getUserCache(): Cache {
    return new Cache(this.#run, `user ${this.#run.effective} `);
  }

  getDocumentCache(): Cache | null {
    return this.#run.container === undefined ? null : new Cache(this.#run, `document ${this.#run.container} `);
  }
}

documented<CacheService, GoogleAppsScript.Cache.CacheService>(true);

class Cache extends Served {
  readonly $name = 'Cache';
  override readonly $latency = { get: 20, getAll: 30, put: 20, putAll: 40, remove: 20, removeAll: 30 };
  readonly #run: Run;
  /** Which of the script's caches this is: what its entries' names begin with. */
  readonly #prefix: string;

  constructor(run: Run, prefix: string) {
    super();
    this.#run = run;
    this.#prefix = prefix;
  }

  get(key: string): string | null {
    if (typeof key !== 'string') throw mismatch('Cache.get', [key]);
    return this.#find(key) ?? null;
  }

  getAll(keys: string[]): Record<string, string> {
    if (!Array.isArray(keys)) throw mismatch('Cache.getAll', [keys]);
    return Object.fromEntries(keys.map((key) => [key, this.#find(String(key))] as const).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  put(...args: unknown[]): void {
    const [key, value, seconds = DEFAULT_SECONDS] = args;
    if (typeof key !== 'string') throw mismatch('Cache.put', args);
    this.#write([[key, textOf('put', value, args)]], secondsOf('put', seconds, args));
  }

  putAll(...args: unknown[]): void {
    const [values, seconds = DEFAULT_SECONDS] = args;
    if (values === null || typeof values !== 'object') throw mismatch('Cache.putAll', args);
    this.#write(
      Object.entries(values).map(([key, value]) => [key, textOf('putAll', value, args)]),
      secondsOf('putAll', seconds, args),
    );
  }

  remove(key: string): void {
    if (typeof key !== 'string') throw mismatch('Cache.remove', [key]);
    delete this.#run.script.cache[this.#prefix + key];
  }

  removeAll(keys: string[]): void {
    if (!Array.isArray(keys)) throw mismatch('Cache.removeAll', [keys]);
    for (const key of keys) delete this.#run.script.cache[this.#prefix + String(key)];
  }

  #find(key: string): string | undefined {
    const found = this.#run.script.cache[this.#prefix + key];
    return found && found.expires > this.#run.workspace.clock.now() ? found.value : undefined;
  }

  #write(entries: [string, string][], seconds: number): void {
    for (const [key, value] of entries) {
      if (key.length > KEY_LIMIT) throw new ScriptError('Argument too large: key');
      if (Buffer.byteLength(value) > VALUE_LIMIT) throw new ScriptError('Argument too large: value');
    }
    const now = this.#run.workspace.clock.now();
    const all = this.#run.script.cache;
    for (const [key, value] of entries) all[this.#prefix + key] = { value, expires: now + seconds * 1000 };

    const mine = Object.entries(all).filter(([key]) => key.startsWith(this.#prefix));
    for (const [key, entry] of mine) if (entry.expires <= now) delete all[key];
    const live = mine.filter(([key]) => Object.hasOwn(all, key)).sort(([, a], [, b]) => b.expires - a.expires);
    if (live.length > ITEM_LIMIT) for (const [key] of live.slice(ITEMS_KEPT)) delete all[key];
  }
}

documented<Cache, GoogleAppsScript.Cache.Cache>(true);

function textOf(method: string, value: unknown, args: unknown[]): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw mismatch(`Cache.${method}`, args);
}

function secondsOf(method: string, seconds: unknown, args: unknown[]): number {
  if (typeof seconds !== 'number') throw mismatch(`Cache.${method}`, args);
  if (!(seconds >= 1 && seconds <= LONGEST_SECONDS)) throw new ScriptError('Invalid argument: expirationInSeconds');
  return seconds;
}
