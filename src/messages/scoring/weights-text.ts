/** The weights' file: named arrays of numbers in one text of letters and digits, which no HTML and no repository changes. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Characters a line of the file. */
const LINE = 16_000;

export type Weights = Readonly<Record<string, Float32Array | Int8Array | Uint8Array>>;

/** What stands at the file's beginning: each array's name, kind and number of bytes, in their order. */
type Contents = [name: string, kind: 'f32' | 'i8' | 'u8', bytes: number][];

/**
 * Reads a weights' file.
 * @throws Error when the text is not one, or not whole
 */
export function weightsFrom(text: string): Weights {
  const bytes = bytesOf(text);
  const length = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0, true);
  if (length === 0 || 4 + length > bytes.length) throw new Error('These are no weights.');
  const contents = JSON.parse(String.fromCharCode(...bytes.subarray(4, 4 + length))) as Contents;
  const weights: Record<string, Weights[string]> = {};
  let at = 4 + length;
  for (const [name, kind, size] of contents) {
    if (at + size > bytes.length) throw new Error('The weights are not whole.');
    const part = bytes.buffer.slice(at, at + size);
    weights[name] = kind === 'f32' ? new Float32Array(part) : kind === 'i8' ? new Int8Array(part) : new Uint8Array(part);
    at += size;
  }
  return weights;
}

/**
 * One of the arrays.
 * @throws Error when there is none of that name
 */
export function numbersOf(weights: Weights, name: string): Weights[string] {
  const found = weights[name];
  if (found === undefined) throw new Error(`The weights hold no ${name}.`);
  return found;
}

/** The file's text for these weights: what `weightsFrom` reads. */
export function textOfWeights(weights: Weights): string {
  const contents: Contents = Object.entries(weights).map(([name, part]) => [
    name,
    part instanceof Float32Array ? 'f32' : part instanceof Int8Array ? 'i8' : 'u8',
    part.byteLength,
  ]);
  const head = JSON.stringify(contents);
  const bytes = new Uint8Array(4 + head.length + contents.reduce((sum, [, , size]) => sum + size, 0));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  for (let at = 0; at < head.length; at += 1) bytes[4 + at] = head.charCodeAt(at);
  let at = 4 + head.length;
  for (const part of Object.values(weights)) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return lettersOf(bytes);
}

function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128).fill(255);
  for (let at = 0; at < LETTERS.length; at += 1) values[LETTERS.charCodeAt(at)] = at;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? 255;
    if (value === 255) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = held >> bits;
    length += 1;
  }
  return bytes.slice(0, length);
}

function lettersOf(bytes: Uint8Array): string {
  let text = '';
  let line = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const four = [18, 12, 6, 0].map((shift) => LETTERS.charAt((three >> shift) & 63)).join('');
    line += four.slice(0, Math.min(4, bytes.length - at + 1));
    if (line.length < LINE) continue;
    text += `${line}\n`;
    line = '';
  }
  return line === '' ? text : `${text}${line}\n`;
}
