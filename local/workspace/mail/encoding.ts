/**
 * The encodings a message travels in. Text on the wire is a "binary" string: one character is one byte, as in `MessageData.raw`.
 */

const WIRE_LINE = 76;
/** 45 bytes are 60 characters of base64: with `=?UTF-8?B??=` around them they stay below the 75 that RFC 2047 allows a word. */
const WORD_BYTES = 45;

export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

/** Text for a header: as it is when plain ASCII, otherwise as encoded words (RFC 2047). */
export function encodeWords(text: string): string {
  if (isAscii(text)) return text;
  const words: string[] = [];
  let chunk = '';
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > WORD_BYTES) {
      words.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** A header's text as people read it; what cannot be decoded stays as it was sent. Bare UTF-8 bytes are read as such (RFC 6532). */
export function decodeWords(wire: string): string {
  const joined = wire.replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1');
  const decoded = joined.replace(/(?:=\?[^?\s]+\?[bq]\?[^?]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi)];
    let text = '';
    // Neighbouring words of one charset are joined before decoding: some senders cut a character in two.
    for (let index = 0; index < words.length; ) {
      const charset = words[index]?.[1] ?? 'utf-8';
      const bytes: Buffer[] = [];
      for (; index < words.length && words[index]?.[1]?.toLowerCase() === charset.toLowerCase(); index += 1) {
        const [, , encoding = 'b', body = ''] = words[index] ?? [];
        bytes.push(encoding.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : decodeQuotedPrintable(body.replace(/_/g, ' ')));
      }
      text += decodeCharset(Buffer.concat(bytes), charset);
    }
    return text;
  });
  return isAscii(joined) ? decoded : decodeCharset(Buffer.from(decoded, 'latin1'), 'utf-8');
}

/** Bytes as text; an unknown charset is read as UTF-8, and bytes that fit nothing become U+FFFD. */
export function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/** Base64 in lines of 76. */
export function base64Lines(bytes: Buffer): string {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
}

export function decodeQuotedPrintable(wire: string): Buffer {
  const joined = wire.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Text as UTF-8 in quoted-printable; line ends become CRLF. */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => softBreaks(quoteBytes(line)))
    .join('\r\n');
}

function quoteBytes(line: string): string[] {
  const bytes = Buffer.from(line);
  return Array.from(bytes, (byte, index) => {
    const blank = byte === 0x20 || byte === 0x09;
    const plain = (byte > 0x20 && byte < 0x7f && byte !== 0x3d) || (blank && index < bytes.length - 1);
    return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function softBreaks(units: string[]): string {
  let out = '';
  let length = 0;
  for (const unit of units) {
    if (length + unit.length > WIRE_LINE - 1) {
      out += '=\r\n';
      length = 0;
    }
    out += unit;
    length += unit.length;
  }
  return out;
}
