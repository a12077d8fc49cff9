/**
 * What travels between a page and its script (docs/apps-script/guides/html/reference/run.md, "myFunction(...)"). Both sides use
 * this, the page in the browser and the script here.
 */

/** A file of a form, as the page sends it. */
export interface FormFile {
  name: string;
  type: string;
  /** base64 */
  data: string;
}

/** A form element as the only argument: its fields by name, several values of one name as an array. */
export type FormFields = Record<string, string | string[] | { file: FormFile }>;

/**
 * A copy of a value as it arrives on the other side: `undefined` in arrays becomes null, in objects it is left out.
 * @throws TypeError naming the place of a `Date`, a function, a service object or anything else that may not travel
 */
export function transfer(value: unknown, place = '0', around: readonly object[] = []): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no other numbers.
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || around.includes(value)) throw illegal(place);
  const inside = [...around, value];
  if (Array.isArray(value)) return value.map((item, index) => transfer(item, String(index), inside));
  if (!isPlain(value)) throw illegal(place);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, transfer(item, key, inside)]),
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function illegal(place: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${place}`);
}
