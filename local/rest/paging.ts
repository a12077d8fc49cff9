import { ApiError } from '../workspace/errors.ts';

/**
 * One page of a list. The token is opaque to clients, as Google's are; it says where the next page begins.
 * @throws ApiError 400 for a token that is none of ours
 */
export function pageOf<T>(items: readonly T[], size: number, token: string | undefined): { items: T[]; nextPageToken?: string } {
  const start = token === undefined || token === '' ? 0 : startIn(token);
  const end = start + size;
  return { items: items.slice(start, end), ...(end < items.length ? { nextPageToken: Buffer.from(`page:${end}`).toString('base64url') } : {}) };
}

function startIn(token: string): number {
  const start = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('latin1'))?.[1];
  if (start === undefined) throw new ApiError(400, 'Invalid Value', 'INVALID_ARGUMENT', 'invalid');
  return Number(start);
}
