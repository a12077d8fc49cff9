import { sha256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of ASCII text, in lower-case hex. ASCII only, so that no charset can come between two implementations.
 * @throws RangeError when the text holds anything else
 */
export function hashOf(ascii: string): string {
  const bytes = new Uint8Array(ascii.length);
  for (let index = 0; index < ascii.length; index += 1) {
    const unit = ascii.charCodeAt(index);
    if (unit > 0x7f) throw new RangeError('Only ASCII text can be hashed: make it canonical first');
    bytes[index] = unit;
  }
  return hexOf(sha256(bytes));
}

/**
 * SHA-256 of a file, in lower-case hex.
 * @param bytes 0 to 255, or -128 to 127 as Apps Script's blobs have them
 */
export function hashOfBytes(bytes: readonly number[]): string {
  return hexOf(sha256(Uint8Array.from(bytes)));
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
