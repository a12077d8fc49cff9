import type { AttachmentNamed } from '../flag.ts';
import { textOfHtml } from '../scoring/html.ts';

type Part = GoogleAppsScript.Gmail.Schema.MessagePart;

/** A part's bytes: numbers in Apps Script, base64url text in Google's JSON. */
export type BodyData = readonly number[] | string;

/** Makes text of a part's bytes. What cannot be read in that charset is read as well as can be: it never throws. */
export type Decode = (data: BodyData, charset: string) => string;

/** What a message says, and what hangs on it. */
export interface Content {
  text: string;
  attachments: AttachmentNamed[];
  /** Gmail keeps a very long text as if it were an attachment, which is not fetched. */
  isIncomplete: boolean;
}

/** Deeper nesting than any mail program makes is not followed. */
const DEEPEST = 20;
/** More attachments than anybody needs the names of. */
const MOST_ATTACHMENTS = 100;
const LONGEST_NAME = 200;

/**
 * The text of a message as its reader sees it, from the parts that Gmail tells apart. HTML is used where there is no plain text, or where the plain
 * text is a stub beside it. Attachments are named, never fetched (rule 8).
 */
export function contentOf(payload: Part | undefined, decode: Decode): Content {
  const content: Content = { text: '', attachments: [], isIncomplete: false };
  content.text = payload ? textOf(payload, decode, content, 0) : '';
  return content;
}

function textOf(part: Part, decode: Decode, content: Content, depth: number): string {
  if (depth > DEEPEST) return '';
  if (isFile(part)) name(part, content);
  const children = part.parts ?? [];
  if (children.length > 0) {
    const texts = children.map((child) => ({ isHtml: isHtml(child), text: textOf(child, decode, content, depth + 1) }));
    return typeOf(part) === 'multipart/alternative'
      ? bestOf(texts)
      : texts
          .map(({ text }) => text)
          .filter(isSaid)
          .join('\n\n');
  }
  if (isFile(part) || !typeOf(part).startsWith('text/')) return '';
  const data = part.body?.data as BodyData | undefined;
  if (data === undefined || data.length === 0) {
    if (part.body?.attachmentId) content.isIncomplete = true;
    return '';
  }
  const text = decode(data, charsetOf(part));
  return isHtml(part) ? textOfHtml(text) : text;
}

/**
 * Of one text in several forms: the plain one, with whatever the HTML says besides, because that is what people see and a sender can make them differ;
 * the HTML alone where the plain text is a stub.
 */
function bestOf(texts: readonly { isHtml: boolean; text: string }[]): string {
  const joined = (ofHtml: boolean) =>
    texts
      .filter(({ isHtml, text }) => isHtml === ofHtml && isSaid(text))
      .map(({ text }) => text)
      .join('\n\n');
  const [plain, html] = [joined(false), joined(true)];
  if (lengthOf(html) > 2 * lengthOf(plain) + 200 || plain === '') return html;
  const besides = saidBesides(html, plain);
  return isSaid(besides) ? `${plain}\n\n${besides}` : plain;
}

/** Lines of HTML that do not stand in the plain text. However it is broken, and without what stands for a link or a picture. */
function saidBesides(html: string, plain: string): string {
  const said = lettersOf(plain);
  const lines = html.split('\n');
  return lines.filter((line, index) => index >= MOST_COMPARED || !said.includes(lettersOf(line))).join('\n');
}

/** Lines that are looked for in the other text: there are no more in what people write. */
const MOST_COMPARED = 1_000;

function lettersOf(text: string): string {
  return text
    .replace(/\bhttps?:\/\/[^\s<>()[\]]+|\[(?:image|cid):[^\]\n]{0,200}\]/gi, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** HTML, or a group whose text is made from HTML: `multipart/related` around it. */
function isHtml(part: Part): boolean {
  return typeOf(part) === 'text/html' || (typeOf(part) === 'multipart/related' && (part.parts ?? []).some(isHtml));
}

function isFile(part: Part): boolean {
  return (part.filename ?? '') !== '' || /^\s*attachment/i.test(headerOf(part, 'Content-Disposition')) || typeOf(part) === 'message/rfc822';
}

function name(part: Part, content: Content): void {
  if (content.attachments.length >= MOST_ATTACHMENTS) return;
  content.attachments.push({
    name: oneLine(part.filename ?? '').slice(0, LONGEST_NAME),
    mimeType: typeOf(part).slice(0, LONGEST_NAME),
    bytes: part.body?.size ?? 0,
  });
}

function typeOf(part: Part): string {
  return (part.mimeType || 'text/plain').toLowerCase();
}

/** What the part says its letters are; '' when it does not. */
function charsetOf(part: Part): string {
  return /;\s*charset\s*=\s*"?([^\s";]{1,40})/i.exec(headerOf(part, 'Content-Type'))?.[1] ?? '';
}

function headerOf(part: Part, name: string): string {
  return part.headers?.find((header) => header.name?.toLowerCase() === name.toLowerCase())?.value ?? '';
}

/** What came in a header or a name, without what would break a line or turn its direction. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
