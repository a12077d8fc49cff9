import { ApiError, NotModelled } from '../workspace/errors.ts';
import type { ApiRequest } from './api.ts';

export interface Received {
  body: unknown;
  media?: NonNullable<ApiRequest['media']>;
}

/**
 * Metadata and bytes of a request to an `/upload` path (docs/workspace/drive/api/guides/manage-uploads.md).
 * @throws ApiError 400 when the request cannot be read; NotModelled for resumable uploads
 */
export function readUpload(uploadType: string | null, contentType: string, bytes: Buffer): Received {
  if (uploadType === 'media') return { body: undefined, media: { mimeType: contentType || 'application/octet-stream', bytes } };
  if (uploadType !== 'multipart') throw new NotModelled(`uploadType=${uploadType ?? ''}`);
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  const [metadata, media, ...more] = boundary === undefined ? [] : partsOf(bytes, boundary);
  if (!metadata || !media || more.length > 0) throw new ApiError(400, 'Malformed multipart body.', 'INVALID_ARGUMENT', 'badContent');
  return { body: readJson(metadata.bytes), media };
}

/** @throws ApiError 400 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ApiError(400, 'Invalid JSON payload received.', 'INVALID_ARGUMENT', 'parseError');
  }
}

function partsOf(bytes: Buffer, boundary: string): { mimeType: string; bytes: Buffer }[] {
  // Latin-1 keeps every byte one character, so that places in the text are places in the bytes.
  const text = bytes.toString('latin1');
  const sections = text.split(new RegExp(`(?:^|\r?\n)--${boundary.replace(/[.*+?^$()|[\\]\\\\{}]/g, '\\$&')}(?:--)?[ \t]*(?:\r?\n|$)`)).slice(1, -1);
  return sections.map((section) => {
    const end = /\r?\n\r?\n/.exec(section);
    const headers = end ? section.slice(0, end.index) : section;
    const content = end ? section.slice(end.index + end[0].length) : '';
    const mimeType = /^content-type:\s*(.+)$/im.exec(headers)?.[1]?.trim() ?? 'application/octet-stream';
    return { mimeType, bytes: Buffer.from(content, 'latin1') };
  });
}
