import { ApiError, NotModelled } from '../workspace/errors.ts';

type Kind = 'string' | 'integer' | 'boolean' | 'strings' | 'unmodelled';
type Value<K extends Kind> = K extends 'integer'
  ? number
  : K extends 'boolean'
    ? boolean
    : K extends 'strings'
      ? string[]
      : K extends 'unmodelled'
        ? never
        : string;

/** Parameters that every Google API takes (https://cloud.google.com/apis/docs/system-parameters); the server sees to them. */
const SYSTEM = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'uploadType', 'access_token', 'oauth_token'];

/**
 * A method's query parameters by their declared kinds, whether they came as text (REST) or as values (an advanced service).
 * What Google has and this Workspace has not is declared `unmodelled` and refused only when it asks for something.
 * @throws ApiError 400 for a name the method does not have, or a value of another kind
 */
export function readParameters<S extends Record<string, Kind>>(query: Record<string, unknown>, kinds: S): { [N in keyof S]?: Value<S[N]> } {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const kind = kinds[name];
    if (kind === undefined) {
      if (SYSTEM.includes(name)) continue;
      throw new ApiError(
        400,
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      );
    }
    if (kind === 'unmodelled') {
      if (value !== false && value !== 'false' && value !== '') throw new NotModelled(`the parameter ${name}=${String(value)}`);
      continue;
    }
    read[name] = convert(name, value, kind);
  }
  return read as { [N in keyof S]?: Value<S[N]> };
}

function convert(name: string, value: unknown, kind: Exclude<Kind, 'unmodelled'>): unknown {
  if (kind === 'strings') return (Array.isArray(value) ? value : [value]).map(String);
  const text = String(value);
  if (kind === 'string') return text;
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (kind === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  throw new ApiError(400, `Invalid value at '${name}' (${kind === 'boolean' ? 'TYPE_BOOL' : 'TYPE_INT32'}), "${text}"`);
}
