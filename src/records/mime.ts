/** A file that a mail carries. */
export interface Attachment {
  /** As the reader sees it: `Staff agreement.pdf`. */
  name: string;
  /** `application/pdf` */
  contentType: string;
  /** 0 to 255, or -128 to 127 as Apps Script's blobs have them. */
  bytes: readonly number[];
}

/** A plain-text mail as it leaves Handrail. */
export interface PlainMail {
  /** Lets an abandoned draft be known again; stands in the header `X-Handrail-Mail`. */
  id: string;
  to: readonly string[];
  subject: string;
  body: string;
  attachment?: Attachment | null;
}

export const MAIL_HEADER = 'X-Handrail-Mail';

/** Bytes; far below what Google takes (docs/apps-script/guides/services/quotas.md), and as much as a script can well turn into text. */
const LARGEST_ATTACHMENT = 5_000_000;

/** Never in a part: base64 has no "_". */
const BOUNDARY = '=_handrail_part';

/**
 * The whole message (RFC 5322), in ASCII with CRLF line ends: text in UTF-8 as base64, the subject in encoded words where it must be.
 * @throws RangeError for an address or id that could smuggle in a header of its own, or an attachment that is too large
 */
export function mimeOf({ id, to, subject, body, attachment = null }: PlainMail): string {
  if (!/^[\w.-]+$/.test(id)) throw new RangeError('A mail id may hold letters, digits, dots, dashes and underscores only');
  if (to.length === 0) throw new RangeError('A mail needs somebody to go to');
  const headers = [
    `To: ${to.map(address).join(',\r\n ')}`,
    `Subject: ${encodedWords(subject.replace(/\s+/g, ' ').trim())}`,
    `${MAIL_HEADER}: ${id}`,
    // Out-of-office replies stay away from what no person wrote (RFC 3834).
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
  ];
  const text = part(['Content-Type: text/plain; charset=UTF-8'], utf8(body.replace(/\r\n?|\n/g, '\r\n')));
  return `${headers.join('\r\n')}\r\n${attachment === null ? text : together(text, filePart(attachment))}`;
}

/** Headers and content of a part (RFC 2045); of a message, what comes after its own headers. */
function part(headers: readonly string[], content: readonly number[]): string {
  const lines = base64(content).match(/.{1,76}/g) ?? [];
  return `${headers.join('\r\n')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines.join('\r\n')}\r\n`;
}

/** RFC 2046, section 5.1. */
function together(...parts: readonly string[]): string {
  const inner = parts.map((each) => `--${BOUNDARY}\r\n${each}`).join('');
  return `Content-Type: multipart/mixed; boundary="${BOUNDARY}"\r\n\r\n${inner}--${BOUNDARY}--\r\n`;
}

function filePart({ name, contentType, bytes }: Attachment): string {
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(contentType)) throw new RangeError(`${JSON.stringify(contentType.slice(0, 80))} is not a type of file`);
  if (bytes.length > LARGEST_ATTACHMENT) {
    throw new RangeError(`The attachment has ${(bytes.length / 1e6).toFixed(1)} MB: a mail can carry ${LARGEST_ATTACHMENT / 1e6} MB`);
  }
  return part([`Content-Type: ${contentType}`, `Content-Disposition: attachment;\r\n ${fileName(name)}`], bytes);
}

/** What no file system takes in a name becomes a dash; what is not plain ASCII, or long, travels as RFC 2231 says. */
function fileName(name: string): string {
  const clean = name.replace(/[\p{Cc}/\\]+/gu, '-');
  if (clean === '') throw new RangeError('An attachment needs a name');
  if (/^[\w .,()-]{1,60}$/.test(clean)) return `filename="${clean}"`;
  const encoded = utf8(clean).map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const pieces: string[] = [];
  for (let start = 0; start < encoded.length; start += 18) pieces.push(encoded.slice(start, start + 18).join(''));
  return pieces.map((piece, index) => `filename*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}`).join(';\r\n ');
}

/** The message as the Gmail API takes it: base64 in the alphabet for addresses. */
export function rawOf(mail: PlainMail): string {
  return base64(utf8(mimeOf(mail)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** Whether a mail can be sent to it at all; says nothing about whether it exists. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(text) && /^[\x21-\x7e]{3,254}$/.test(text);
}

function address(text: string): string {
  if (!isAddress(text)) throw new RangeError(`${JSON.stringify(text.slice(0, 80))} is not an e-mail address`);
  return text;
}

/** RFC 2047: no line above 76 characters, the first with its "Subject: " as well, and no character cut in two. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?')) return text;
  const words: number[][] = [[]];
  for (const character of text) {
    const bytes = utf8(character);
    const last = words[words.length - 1] as number[];
    if (last.length + bytes.length > 36) words.push(bytes);
    else last.push(...bytes);
  }
  return words.map((bytes) => `=?UTF-8?B?${base64(bytes)}?=`).join('\r\n ');
}

/** UTF-8 bytes; half a surrogate pair becomes U+FFFD. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0;
    const point = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @param bytes signed or not: the lower eight bits count */
function base64(bytes: readonly number[]): string {
  const digit = (group: number, shift: number) => ALPHABET.charAt((group >> shift) & 63);
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    text += digit(group, 18) + digit(group, 12) + digit(group, 6) + digit(group, 0);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}

function byteAt(bytes: readonly number[], at: number): number {
  return (bytes[at] ?? 0) & 255;
}
