import { createHash, createHmac, createSign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Blob, blobIn, bytesOf, encode } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, Enumeration, EnumValue, LocalServed } from '../served.ts';
import { parseCsv } from './csv.ts';
import { formatDate, parseDate } from './date-format.ts';
import { formatString } from './format-string.ts';
import { unzip, zip } from './zip.ts';

const CHARSETS = new Enumeration('Charset', ['US_ASCII', 'UTF_8']);
const DIGESTS = new Enumeration('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const MACS = new Enumeration('MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);
const RSAS = new Enumeration('RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);

/** docs/apps-script/reference/utilities/utilities.md: the longest sleep is five minutes. */
const LONGEST_SLEEP_MS = 300_000;

export class Utilities extends LocalServed {
  readonly $name = 'Utilities';
  readonly Charset = CHARSETS;
  readonly DigestAlgorithm = DIGESTS;
  readonly MacAlgorithm = MACS;
  readonly RsaAlgorithm = RSAS;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  base64Encode(...args: unknown[]): string {
    return dataOf('base64Encode', args, args[0], args[1]).toString('base64');
  }

  base64EncodeWebSafe(...args: unknown[]): string {
    return webSafe(dataOf('base64EncodeWebSafe', args, args[0], args[1]).toString('base64'));
  }

  /** The charset is that of the encoded text itself, which base 64 keeps to ASCII: it changes nothing. */
  base64Decode(...args: unknown[]): number[] {
    return signed(decoded('base64Decode', args, /^[A-Za-z0-9+/]*={0,2}$/));
  }

  base64DecodeWebSafe(...args: unknown[]): number[] {
    return signed(decoded('base64DecodeWebSafe', args, /^[A-Za-z0-9_-]*={0,2}$/));
  }

  computeDigest(...args: unknown[]): number[] {
    const [algorithm, value, charset] = args;
    if (!isOf(algorithm, DIGESTS)) throw mismatch('Utilities.computeDigest', args);
    if (algorithm === DIGESTS.$values['MD2']) throw new ScriptError('Invalid argument: algorithm');
    return signed(
      createHash(hashName(algorithm))
        .update(dataOf('computeDigest', args, value, charset))
        .digest(),
    );
  }

  computeHmacSha256Signature(...args: unknown[]): number[] {
    const [value, key, charset] = args;
    return this.#hmac('computeHmacSha256Signature', args, 'sha256', value, key, charset);
  }

  computeHmacSignature(...args: unknown[]): number[] {
    const [algorithm, value, key, charset] = args;
    if (!isOf(algorithm, MACS)) throw mismatch('Utilities.computeHmacSignature', args);
    return this.#hmac('computeHmacSignature', args, hashName(algorithm), value, key, charset);
  }

  computeRsaSha1Signature(...args: unknown[]): number[] {
    return this.#rsa('computeRsaSha1Signature', args, 'RSA-SHA1', args[0], args[1], args[2]);
  }

  computeRsaSha256Signature(...args: unknown[]): number[] {
    return this.#rsa('computeRsaSha256Signature', args, 'RSA-SHA256', args[0], args[1], args[2]);
  }

  computeRsaSignature(...args: unknown[]): number[] {
    const [algorithm, value, key, charset] = args;
    if (!isOf(algorithm, RSAS)) throw mismatch('Utilities.computeRsaSignature', args);
    return this.#rsa('computeRsaSignature', args, algorithm.$name === 'RSA_SHA_1' ? 'RSA-SHA1' : 'RSA-SHA256', value, key, charset);
  }

  formatDate(...args: unknown[]): string {
    const [date, zone, pattern] = args;
    if (!(date instanceof Date) || typeof zone !== 'string' || typeof pattern !== 'string') throw mismatch('Utilities.formatDate', args);
    if (Number.isNaN(date.getTime())) throw new ScriptError('Invalid argument: date. Should be of type: Date');
    return formatDate(date.getTime(), zone, pattern);
  }

  parseDate(...args: unknown[]): Date {
    const [text, zone, pattern] = args;
    if (typeof text !== 'string' || typeof zone !== 'string' || typeof pattern !== 'string') throw mismatch('Utilities.parseDate', args);
    return new Date(parseDate(text, zone, pattern));
  }

  formatString(template: string, ...args: unknown[]): string {
    if (typeof template !== 'string') throw mismatch('Utilities.formatString', [template, ...args]);
    return formatString(template, args);
  }

  /** Seeded by the Workspace's count of ids, so that a repeated run gets the same ones. */
  getUuid(): string {
    const hex = this.#run.workspace.newId(29, '0123456789abcdef') + this.#run.workspace.newId(3, '0123456789abcdef');
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  sleep(milliseconds: number): void {
    if (typeof milliseconds !== 'number') throw mismatch('Utilities.sleep', [milliseconds]);
    if (!(milliseconds >= 0 && milliseconds <= LONGEST_SLEEP_MS)) throw new ScriptError('Invalid argument: milliseconds');
    this.#run.pass(milliseconds);
  }

  parseCsv(...args: unknown[]): string[][] {
    const [csv, delimiter] = args;
    if (typeof csv !== 'string' || (args.length > 1 && (typeof delimiter !== 'string' || delimiter.length !== 1))) throw mismatch('Utilities.parseCsv', args);
    return parseCsv(csv, delimiter as string | undefined);
  }

  newBlob(...args: unknown[]): Blob {
    const [data, contentType, name] = args;
    if (!isOptionalText(contentType) || !isOptionalText(name)) throw mismatch('Utilities.newBlob', args);
    const isText = typeof data === 'string';
    const bytes = isText ? Buffer.from(data, 'utf8') : bytesOf(data, 'Utilities.newBlob');
    return new Blob(this.#run, { bytes, contentType: contentType ?? (isText ? 'text/plain' : null), name: name ?? null });
  }

  zip(...args: unknown[]): Blob {
    const [blobs, name] = args;
    if (!Array.isArray(blobs) || !isOptionalText(name)) throw mismatch('Utilities.zip', args);
    const entries = blobs.map((each: unknown) => {
      const blob = blobIn(each);
      if (!blob) throw mismatch('Utilities.zip', args);
      if (blob.$fileName === null) throw new ScriptError('Blob object must have non-null name for this operation.');
      return { name: blob.$fileName, bytes: blob.$bytes };
    });
    const names = new Set(entries.map((entry) => entry.name));
    if (names.size < entries.length) throw new ScriptError(`Duplicate file name in zip`);
    return new Blob(this.#run, { bytes: zip(entries), contentType: 'application/zip', name: name ?? 'archive.zip' });
  }

  unzip(source: unknown): Blob[] {
    const blob = blobIn(source);
    if (!blob) throw mismatch('Utilities.unzip', [source]);
    return unpacked(() => unzip(blob.$bytes)).map((entry) =>
      new Blob(this.#run, { bytes: entry.bytes, contentType: null, name: entry.name }).setContentTypeFromExtension(),
    );
  }

  gzip(...args: unknown[]): Blob {
    const [source, name] = args;
    const blob = blobIn(source);
    if (!blob || !isOptionalText(name)) throw mismatch('Utilities.gzip', args);
    return new Blob(this.#run, { bytes: gzipSync(blob.$bytes), contentType: 'application/x-gzip', name: name ?? 'archive.gz' });
  }

  ungzip(source: unknown): Blob {
    const blob = blobIn(source);
    if (!blob) throw mismatch('Utilities.ungzip', [source]);
    // Google wants its own type on what it is to unpack.
    if (blob.$contentType !== 'application/x-gzip') throw new ScriptError('Could not decompress gzip.');
    return new Blob(this.#run, { bytes: unpacked(() => gunzipSync(blob.$bytes)), contentType: null, name: blob.$fileName?.replace(/\.gz$/, '') ?? null });
  }

  jsonParse(text: string): unknown {
    if (typeof text !== 'string') throw mismatch('Utilities.jsonParse', [text]);
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  #hmac(method: string, args: unknown[], hash: string, value: unknown, key: unknown, charset: unknown): number[] {
    if (typeof value !== typeof key) throw mismatch(`Utilities.${method}`, args);
    return signed(
      createHmac(hash, dataOf(method, args, key, charset))
        .update(dataOf(method, args, value, charset))
        .digest(),
    );
  }

  #rsa(method: string, args: unknown[], hash: string, value: unknown, key: unknown, charset: unknown): number[] {
    if (typeof value !== 'string' || typeof key !== 'string') throw mismatch(`Utilities.${method}`, args);
    try {
      return signed(
        createSign(hash)
          .update(dataOf(method, args, value, charset))
          .sign(key),
      );
    } catch {
      throw new ScriptError('Invalid argument: key');
    }
  }
}

documented<Utilities, GoogleAppsScript.Utilities.Utilities>(true);

/**
 * A `String` or `Byte[]` argument as bytes. Google does not say which charset it takes when none is named; here it is UTF-8,
 * which agrees with US-ASCII on all that a script can rely on.
 */
function dataOf(method: string, args: unknown[], value: unknown, charset: unknown): Buffer {
  if (charset !== undefined && (!isOf(charset, CHARSETS) || typeof value !== 'string')) throw mismatch(`Utilities.${method}`, args);
  if (typeof value !== 'string') return bytesOf(value, `Utilities.${method}`);
  return encode(value, charset === CHARSETS.$values['US_ASCII'] ? 'US-ASCII' : 'UTF-8');
}

function decoded(method: string, args: unknown[], alphabet: RegExp): Buffer {
  const [text, charset] = args;
  if (typeof text !== 'string' || (charset !== undefined && !isOf(charset, CHARSETS))) throw mismatch(`Utilities.${method}`, args);
  const clean = text.replace(/[\r\n]/g, '');
  if (!alphabet.test(clean)) throw new ScriptError('Could not decode string.');
  return Buffer.from(clean, 'base64');
}

function webSafe(text: string): string {
  return text.replace(/\+/g, '-').replace(/\//g, '_');
}

/** Bytes that are no archive make Node complain in words of its own. */
function unpacked<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new ScriptError('Invalid argument');
  }
}

/** Apps Script's bytes are Java's: -128 to 127. */
function signed(bytes: Buffer): number[] {
  return Array.from(bytes, (byte) => (byte << 24) >> 24);
}

function isOf(value: unknown, enumeration: Enumeration): value is EnumValue {
  return value instanceof EnumValue && enumeration.$values[value.$name] === value;
}

function isOptionalText(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

/** `SHA_256` and `HMAC_SHA_256` as Node names them. */
function hashName(algorithm: EnumValue): string {
  return algorithm.$name.replace('HMAC_', '').replace('_', '').toLowerCase();
}
