import type { MessageData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { headerOf } from '../../workspace/mail/headers.ts';
import { contentOf, leavesOf, type Part } from '../../workspace/mail/parse.ts';
import { snippetOf } from '../../workspace/mail/text.ts';
import type { Caller } from '../api.ts';
import { invalid, readsContent } from './common.ts';

/** A field of type "bytes": base64url over HTTP, a byte array in an advanced service. */
export class Bytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this).toString('base64url');
  }
}

/** Bytes that a client sent: base64url (or base64) text, or a script's byte array. */
function bytesFrom(value: unknown): Buffer {
  if (Array.isArray(value) && value.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255))
    return Buffer.from(value.map((byte: number) => byte & 0xff));
  if (typeof value === 'string' && /^[\w+/-]*={0,2}$/.test(value)) return Buffer.from(value, 'base64');
  throw invalid('Invalid value for ByteString');
}

/** The uploaded message, or the body's `raw`, as a binary string. */
export function rawFrom(raw: unknown, media: { bytes: Buffer } | undefined): string {
  const bytes = media?.bytes ?? (raw === undefined || raw === null ? Buffer.alloc(0) : bytesFrom(raw));
  if (bytes.length === 0) throw invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  return bytes.toString('latin1');
}

/** A message in the format asked for (docs/workspace/gmail/api/reference/rest/v1/Format.md). */
export function messageResource(message: MessageData, query: { format?: string; metadataHeaders?: string[] }, caller: Caller): Record<string, unknown> {
  const format = (query.format ?? 'full').toLowerCase();
  if (!['minimal', 'full', 'raw', 'metadata'].includes(format)) throw invalid(`Invalid value at 'format': "${query.format}"`);
  if ((format === 'full' || format === 'raw') && !readsContent(caller)) {
    throw new ApiError(403, `Metadata scope doesn't allow format ${format.toUpperCase()}`, 'PERMISSION_DENIED', 'forbidden');
  }
  const content = contentOf(message);
  const resource: Record<string, unknown> = {
    id: message.id,
    threadId: message.threadId,
    labelIds: [...message.labelIds],
    snippet: snippetOf(content.text),
    sizeEstimate: message.raw.length,
    historyId: String(message.historyId),
    internalDate: String(message.internalDate),
  };
  if (format === 'raw') resource['raw'] = new Bytes(Buffer.from(message.raw, 'latin1'));
  if (format === 'full') resource['payload'] = partResource(message, content.root);
  if (format === 'metadata') {
    const wanted = (query.metadataHeaders ?? []).map((name) => name.toLowerCase());
    const headers = content.root.headers.filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
    resource['payload'] = { mimeType: content.root.mimeType, headers };
  }
  return resource;
}

/** What lists and changes answer with. */
export function messageReference(message: MessageData, withLabels = false): Record<string, unknown> {
  return { id: message.id, threadId: message.threadId, ...(withLabels ? { labelIds: [...message.labelIds] } : {}) };
}

function partResource(message: MessageData, part: Part): Record<string, unknown> {
  const asFile = part.filename !== '' || headerOf(part.headers, 'Content-Disposition').toLowerCase().startsWith('attachment');
  const content = asFile ? { attachmentId: attachmentId(message, part) } : { data: new Bytes(part.body) };
  return {
    partId: part.partId,
    mimeType: part.mimeType,
    filename: part.filename,
    headers: part.headers,
    body: part.parts.length > 0 || part.body.length === 0 ? { size: 0 } : { size: part.body.length, ...content },
    ...(part.parts.length > 0 ? { parts: part.parts.map((each) => partResource(message, each)) } : {}),
  };
}

function attachmentId(message: MessageData, part: Part): string {
  return `ANGjdJ${Buffer.from(`${message.id}/${part.partId}`).toString('base64url')}`;
}

export function attachmentOf(message: MessageData, id: string): Part | undefined {
  return leavesOf(contentOf(message).root).find((part) => attachmentId(message, part) === id);
}
