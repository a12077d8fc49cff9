import type { MessageData } from '../data.ts';
import { decodeCharset, decodeQuotedPrintable, decodeWords } from './encoding.ts';
import { type Header, headerOf, parseHeaders, parseParameters } from './headers.ts';
import { htmlToText, textToHtml } from './text.ts';

/** One node of a message's structure, named as the Gmail API names it (docs/workspace/gmail/api/reference/rest/v1/users.messages.md). */
export interface Part {
  /** '' for the message itself, then '0', '1', '1.0' … */
  partId: string;
  mimeType: string;
  filename: string;
  /** Values decoded. */
  headers: Header[];
  /** Decoded content of a leaf. */
  body: Buffer;
  charset: string;
  parts: Part[];
}

export interface ParsedMessage {
  root: Part;
  /** What a reader without HTML sees; made from the HTML when the message has no plain text. */
  text: string;
  /** What a reader with HTML sees; made from the text when there is no HTML. */
  html: string;
  hasHtml: boolean;
  /** Attachments and inline images. */
  files: Part[];
}

const parsed = new WeakMap<MessageData, ParsedMessage>();

/** The structure of a stored message; read once, because a stored message never changes. */
export function contentOf(message: MessageData): ParsedMessage {
  let content = parsed.get(message);
  if (!content) {
    content = parseMessage(message.raw);
    parsed.set(message, content);
  }
  return content;
}

/** @param raw a whole RFC 5322 message as a binary string. Never throws: what is broken is read as text. */
export function parseMessage(raw: string): ParsedMessage {
  const root = parsePart(raw, '', 0);
  const leaves = leavesOf(root);
  const files = leaves.filter(isFile);
  const plain = leaves.find((part) => part.mimeType === 'text/plain' && !isFile(part));
  const html = leaves.find((part) => part.mimeType === 'text/html' && !isFile(part));
  const htmlText = html ? decodeCharset(html.body, html.charset) : undefined;
  const plainText = plain ? decodeCharset(plain.body, plain.charset) : undefined;
  return {
    root,
    text: plainText ?? (htmlText === undefined ? '' : htmlToText(htmlText)),
    html: htmlText ?? textToHtml(plainText ?? ''),
    hasHtml: html !== undefined,
    files,
  };
}

/** Whether a file is shown inside the text (`cid:`) and not beside it. */
export function isInline(part: Part): boolean {
  const disposition = headerOf(part.headers, 'Content-Disposition');
  return parseParameters(disposition).value === 'inline' || (disposition === '' && headerOf(part.headers, 'Content-ID') !== '');
}

export function contentIdOf(part: Part): string {
  return headerOf(part.headers, 'Content-ID').replace(/^<|>$/g, '');
}

/** A header of the message, decoded; '' when it has none. */
export function headerIn(message: MessageData, name: string): string {
  return headerOf(contentOf(message).root.headers, name);
}

export function leavesOf(part: Part): Part[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

function isFile(part: Part): boolean {
  const disposition = parseParameters(headerOf(part.headers, 'Content-Disposition')).value;
  return part.partId !== '' && (part.filename !== '' || disposition === 'attachment' || !part.mimeType.startsWith('text/'));
}

/** Deeper nesting than any mail program makes is read as text. */
const DEEPEST = 20;

function parsePart(raw: string, partId: string, depth: number): Part {
  const [head, body] = splitHead(raw);
  const wire = parseHeaders(head);
  const type = parseParameters(headerOf(wire, 'Content-Type'));
  const disposition = parseParameters(headerOf(wire, 'Content-Disposition'));
  const part: Part = {
    partId,
    mimeType: type.value || 'text/plain',
    filename: disposition.parameters['filename'] ?? type.parameters['name'] ?? '',
    headers: wire.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    body: Buffer.alloc(0),
    charset: type.parameters['charset'] ?? 'utf-8',
    parts: [],
  };
  const boundary = type.parameters['boundary'];
  if (part.mimeType.startsWith('multipart/') && boundary && depth < DEEPEST) {
    part.parts = splitParts(body, boundary).map((piece, index) => parsePart(piece, partId === '' ? String(index) : `${partId}.${index}`, depth + 1));
  } else part.body = decodeBody(body, headerOf(wire, 'Content-Transfer-Encoding'));
  return part;
}

function splitHead(raw: string): [string, string] {
  // A part without headers begins with the empty line.
  if (/^\r?\n/.test(raw)) return ['', raw.replace(/^\r?\n/, '')];
  const gap = /\r?\n\r?\n/.exec(raw);
  return gap ? [raw.slice(0, gap.index), raw.slice(gap.index + gap[0].length)] : [raw, ''];
}

function splitParts(body: string, boundary: string): string[] {
  const pieces: string[] = [];
  const marker = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
  let start = -1;
  for (const match of body.matchAll(marker)) {
    if (start >= 0) pieces.push(body.slice(start, match.index).replace(/^\r?\n/, ''));
    if (match[1]) return pieces;
    start = match.index + match[0].length;
  }
  if (start >= 0) pieces.push(body.slice(start).replace(/^\r?\n/, ''));
  return pieces;
}

function decodeBody(body: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return Buffer.from(body, 'latin1');
  }
}
