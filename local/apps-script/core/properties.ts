import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed, Served } from '../served.ts';
import { javaText } from './format-string.ts';

/** docs/apps-script/guides/services/quotas.md: 9 KB a value, 500 KB a store. */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** docs/apps-script/reference/properties/properties-service.md */
export class PropertiesService extends LocalServed {
  readonly $name = 'PropertiesService';
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  getScriptProperties(): Properties {
    return new Properties(this.#run, this.#run.script.properties.script);
  }

  getUserProperties(): Properties {
    return new Properties(this.#run, userStore(this.#run));
  }

  getDocumentProperties(): Properties | null {
    return this.#run.container === undefined ? null : new Properties(this.#run, this.#run.script.properties.document);
  }
}

documented<PropertiesService, GoogleAppsScript.Properties.PropertiesService>(true);

/** docs/apps-script/reference/properties/properties.md */
class Properties extends Served {
  readonly $name: string;
  override readonly $latency = {
    getProperty: 40,
    getProperties: 50,
    getKeys: 50,
    setProperty: 80,
    setProperties: 100,
    deleteProperty: 70,
    deleteAllProperties: 80,
  };
  readonly #run: Run;
  readonly #store: Record<string, string>;

  constructor(run: Run, store: Record<string, string>, name = 'Properties') {
    super();
    this.$name = name;
    this.#run = run;
    this.#store = store;
  }

  getProperty(key: string): string | null {
    this.#use();
    return Object.hasOwn(this.#store, keyOf('getProperty', [key])) ? (this.#store[key] ?? null) : null;
  }

  getProperties(): Record<string, string> {
    this.#use();
    return { ...this.#store };
  }

  getKeys(): string[] {
    this.#use();
    return Object.keys(this.#store);
  }

  setProperty(...args: unknown[]): Properties {
    if (args.length !== 2) throw mismatch('Properties.setProperty', args);
    this.#replace({ ...this.#store, [keyOf('setProperty', args)]: this.#text(args[1]) });
    return this;
  }

  setProperties(...args: unknown[]): Properties {
    const [properties, deleteAllOthers = false] = args;
    if (properties === null || typeof properties !== 'object' || typeof deleteAllOthers !== 'boolean') throw mismatch('Properties.setProperties', args);
    const added = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, this.#text(value)]));
    this.#replace(deleteAllOthers ? added : { ...this.#store, ...added });
    return this;
  }

  deleteProperty(...args: unknown[]): Properties {
    const { [keyOf('deleteProperty', args)]: _, ...rest } = this.#store;
    this.#replace(rest);
    return this;
  }

  deleteAllProperties(): Properties {
    this.#replace({});
    return this;
  }

  /** Whatever is not a string becomes one (docs/apps-script/guides/properties.md, "Data format"). */
  #text(value: unknown): string {
    return javaText(value, this.#run.manifest.timeZone);
  }

  /** All or nothing: a store that would be too big stays as it was. */
  #replace(next: Record<string, string>): void {
    this.#use();
    let size = 0;
    for (const [key, value] of Object.entries(next)) {
      const bytes = Buffer.byteLength(value);
      if (bytes > VALUE_LIMIT) throw new ScriptError('Argument too large: value');
      size += bytes + Buffer.byteLength(key);
    }
    if (size > STORE_LIMIT) throw new ScriptError('You have exceeded the property storage quota. Please remove some properties and try again.');
    for (const key of Object.keys(this.#store)) if (!Object.hasOwn(next, key)) delete this.#store[key];
    Object.assign(this.#store, next);
  }

  #use(): void {
    if (!this.#run.workspace.quotas.use(this.#run.effective, 'properties read/write')) {
      throw new ScriptError('Service invoked too many times for one day: properties.');
    }
  }
}

documented<Properties, GoogleAppsScript.Properties.Properties>(true);

/** The deprecated globals that scripts of before 2013 still use (docs/apps-script/reference/properties.md). */
export function scriptProperties(run: Run): Served {
  return new Properties(run, run.script.properties.script, 'ScriptProperties');
}

export function userProperties(run: Run): Served {
  return new Properties(run, userStore(run), 'UserProperties');
}

/** User properties belong to the account whose rights the run has. */
function userStore({ script, effective }: Run): Record<string, string> {
  const store = script.properties.user[effective] ?? {};
  script.properties.user[effective] = store;
  return store;
}

function keyOf(method: string, args: unknown[]): string {
  const key = args[0];
  if (typeof key === 'number' || typeof key === 'boolean') return String(key);
  if (typeof key !== 'string') throw mismatch(`Properties.${method}`, args);
  return key;
}
