/** A plain-text mail as it leaves Handrail. */
export interface PlainMail {
  /** Lets an abandoned draft be known again; stands in the header `X-Handrail-Mail`. */
  id: string;
  to: readonly string[];
  subject: string;
  body: string;
}

export const MAIL_HEADER = 'X-Handrail-Mail';

/**
 * The whole message (RFC 5322), in ASCII with CRLF line ends: text in UTF-8 as base64, the subject in encoded words where it must be.
 * @throws RangeError for an address or id that could smuggle in a header of its own
 */
export function mimeOf({ id, to, subject, body }: PlainMail): string {
  if (!/^[\w.-]+$/.test(id)) throw new RangeError('A mail id may hold letters, digits, dots, dashes and underscores only');
  if (to.length === 0) throw new RangeError('A mail needs somebody to go to');
  const headers = [
    `To: ${to.map(address).join(',\r\n ')}`,
    `Subject: ${encodedWords(subject.replace(/\s+/g, ' ').trim())}`,
    `${MAIL_HEADER}: ${id}`,
    // Out-of-office replies stay away from what no person wrote (RFC 3834).
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
  ];
  const lines = base64(utf8(body.replace(/\r\n?|\n/g, '\r\n'))).match(/.{1,76}/g) ?? [];
  return `${headers.join('\r\n')}\r\n\r\n${lines.join('\r\n')}\r\n`;
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

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number) => ALPHABET.charAt((group >> shift) & 63);
    text += digit(18) + digit(12) + (second === undefined ? '=' : digit(6)) + (third === undefined ? '=' : digit(0));
  }
  return text;
}
