import { ApiError } from '../../workspace/errors.ts';

export type Json = Record<string, unknown>;

/** A JSON object, {} when absent. @throws ApiError 400 when it is something else */
export function objectAt(value: unknown, at: string): Json {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new ApiError(400, `Invalid value at '${at}'`);
  return value as Json;
}

/** A list of JSON objects, [] when absent; one object counts as a list of one, as Google's reader takes it. @throws ApiError 400 */
export function objectsAt(value: unknown, at: string): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [objectAt(value, at)];
  return value.map((item, index) => objectAt(item, `${at}[${index}]`));
}

/** @throws ApiError 400 as Google answers to a name that its message type lacks */
export function onlyKnown(value: Json, names: readonly string[], at: string): void {
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new ApiError(400, `Invalid JSON payload received. Unknown name "${name}" at '${at}': Cannot find field.`);
  }
}

/** What stands at a dotted path. */
export function dig(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner !== null && typeof inner === 'object' ? (inner as Json)[name] : undefined), value);
}

/** An object without its undefined fields. */
export function compact<T extends Json>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

/** The object, or undefined when nothing is in it: Google leaves empty messages out. */
export function unlessEmpty(value: Json): Json | undefined {
  const left = compact(value);
  return Object.keys(left).length === 0 ? undefined : left;
}
