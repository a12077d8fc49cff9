import { ApiError } from '../workspace/errors.ts';

/** A `fields` mask: name → what is wanted inside it; `null` is everything. */
export type FieldMask = Map<string, FieldMask | null>;

/**
 * Reads a mask such as `nextPageToken,files(id,owners/emailAddress)` (docs/workspace/drive/api/guides/fields-parameter.md).
 * @throws ApiError 400 when it cannot be read
 */
export function parseFields(text: string): FieldMask {
  const tokens = text.match(/[^\s(),/]+|[(),/]/g) ?? [];
  let at = 0;
  const takes = (sign: string): boolean => {
    if (tokens[at] !== sign) return false;
    at += 1;
    return true;
  };
  const list = (): FieldMask => {
    const mask: FieldMask = new Map();
    do path(mask);
    while (takes(','));
    return mask;
  };
  const path = (mask: FieldMask): void => {
    const name = tokens[at];
    if (name === undefined || /^[(),/]$/.test(name)) throw invalidSelection(text);
    at += 1;
    let inner: FieldMask | null = null;
    if (takes('/')) {
      inner = new Map();
      path(inner);
    } else if (takes('(')) {
      inner = list();
      if (!takes(')')) throw invalidSelection(text);
    }
    merge(mask, name, inner);
  };
  const mask = list();
  if (at < tokens.length) throw invalidSelection(text);
  return mask;
}

function merge(mask: FieldMask, name: string, inner: FieldMask | null): void {
  const known = mask.get(name);
  if (known === undefined || inner === null) mask.set(name, inner);
  else if (known !== null) for (const [each, within] of inner) merge(known, each, within);
}

/** What a mask leaves of an answer; of an array, what it leaves of each element. */
export function applyFields(value: unknown, mask: FieldMask | null): unknown {
  if (mask === null || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => applyFields(item, mask));
  const all = mask.get('*');
  const left: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const inner = mask.has(name) ? mask.get(name) : all;
    if (inner !== undefined && item !== undefined) left[name] = applyFields(item, inner);
  }
  return left;
}

export function invalidSelection(field: string): ApiError {
  return new ApiError(400, `Invalid field selection ${field}`, 'INVALID_ARGUMENT', 'invalidParameter');
}
