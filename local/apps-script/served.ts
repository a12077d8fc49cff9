/**
 * The base of every object that a script can hold: `SpreadsheetApp`, a `Range`, a `Form`, a `CardBuilder` …
 *
 * What a script sees of it: its methods, and those own fields that hold another Served object (`SpreadsheetApp.BorderStyle`,
 * `Gmail.Users`). What it does not see: names that begin with `$` (shared between the classes of a service), `#private`
 * ones, and fields that hold data. A name that is missing throws "not in the local Workspace: Range.foo" (see `boundary.ts`).
 */
export abstract class Served {
  /** The name scripts know it by; `toString()` gives it, as in Apps Script. */
  abstract readonly $name: string;
  /**
   * True when a call travels to Google: it is counted, takes modelled time and can be made to fail. False for what happens
   * inside the script (builders, `Utilities`, enumerations).
   */
  readonly $remote: boolean = true;
  /** Methods that travel to Google though the object lives in the script: a conversion. */
  readonly $remoteMethods: readonly string[] = [];
  /** Any one of these lets the script call this object's methods; empty means no scope is needed. */
  readonly $scopes: readonly string[] = [];
  /** Scopes of single methods that differ from the rest: any one of the listed. */
  readonly $methodScopes: Readonly<Record<string, readonly string[]>> = {};
  /** Modelled milliseconds of single methods; others take `DEFAULT_LATENCY`. */
  readonly $latency: Readonly<Record<string, number>> = {};

  /** Set on the few objects that scripts may put properties on (`template.rows = …`); on others that is an error. */
  readonly $properties?: ScriptProperties;

  /** Methods that are there by a rule and not by name (`Sheets.newValueRange`). They happen in the script: nothing is counted. */
  $byRule(_name: string): ((...args: unknown[]) => unknown) | undefined {
    return undefined;
  }

  toString(): string {
    return this.$name;
  }
}

/** Properties that a script sets on a service object. The values are the script's own and do not cross the boundary; a Served object does. */
export interface ScriptProperties {
  has(key: string): boolean;
  get(key: string): unknown;
  set(key: string, value: unknown): unknown;
}

/** An object that lives in the script itself: its calls are free. */
export abstract class LocalServed extends Served {
  override readonly $remote = false;
}

/** One value of an enumeration. Within a run the same value is the same object, so `===` and `switch` work. */
export class EnumValue extends LocalServed {
  constructor(
    readonly $name: string,
    readonly $ordinal: number,
    readonly $enumeration: string,
  ) {
    super();
  }
  name(): string {
    return this.$name;
  }
  ordinal(): number {
    return this.$ordinal;
  }
  compareTo(other: EnumValue): number {
    return this.$ordinal - other.$ordinal;
  }
  equals(other: unknown): boolean {
    return other === this;
  }
  toJSON(): string {
    return this.$name;
  }
}

export class Enumeration extends LocalServed {
  readonly $values: Readonly<Record<string, EnumValue>>;
  constructor(
    readonly $name: string,
    names: readonly string[],
  ) {
    super();
    const values: Record<string, EnumValue> = {};
    names.forEach((name, index) => {
      values[name] = new EnumValue(name, index, $name);
    });
    this.$values = values;
    Object.assign(this, values);
  }
  /** The value called `name`; throws when there is none, because a service must not invent one. */
  $of(name: string): EnumValue {
    const found = this.$values[name];
    if (!found) throw new Error(`${this.$name} has no value ${name}`);
    return found;
  }
}

/**
 * Checked by the compiler, free at run time: every public name of our class `Ours` stands in Google's interface `Googles`.
 * `documented<Range, GoogleAppsScript.Spreadsheet.Range>(true)` fails to compile, naming the stray method, when one does not.
 */
export function documented<Ours, Googles>(
  _: [Exclude<keyof Ours, keyof Googles | `$${string}` | 'toString'>] extends [never] ? true : Exclude<keyof Ours, keyof Googles | `$${string}` | 'toString'>,
): void {}
