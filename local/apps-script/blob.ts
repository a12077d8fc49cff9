import { NotModelled } from '../workspace/errors.ts';
import { extensionOf, mimeTypeOf } from '../workspace/mime.ts';
import { pdfOf } from '../workspace/pdf/pdf.ts';
import { mismatch, ScriptError } from './errors.ts';
import type { Run } from './run.ts';
import { documented, LocalServed, Served } from './served.ts';

export interface BlobParts {
  bytes: Buffer;
  contentType: string | null;
  name: string | null;
}

/** What every `getAs` costs: a conversion is done by Google, not in the script. */
export const CONVERSION = { methods: ['getAs'], latency: { getAs: 1_200 } } as const;

/** Bytes with a name and a type, as scripts pass them between services (docs/apps-script/reference/base/blob.md). */
export class Blob extends LocalServed {
  readonly $name: string = 'Blob';
  override readonly $remoteMethods: readonly string[] = CONVERSION.methods;
  override readonly $latency = CONVERSION.latency;
  readonly $run: Run;
  $bytes: Buffer;
  $contentType: string | null;
  $fileName: string | null;

  constructor(run: Run, parts: BlobParts) {
    super();
    this.$run = run;
    this.$bytes = parts.bytes;
    this.$contentType = parts.contentType;
    this.$fileName = parts.name;
  }

  copyBlob(): Blob {
    return new Blob(this.$run, { bytes: Buffer.from(this.$bytes), contentType: this.$contentType, name: this.$fileName });
  }

  getBlob(): Blob {
    return this;
  }

  /**
   * A copy of the new type, under its extension. PDFs are made of HTML only; of text, pictures and office files Google makes them
   * too, and pictures of other pictures. Nothing else is offered.
   */
  getAs(contentType: string): Blob {
    if (typeof contentType !== 'string') throw mismatch('Blob.getAs', [contentType]);
    return new Blob(this.$run, { bytes: this.#converted(contentType), contentType, name: withExtension(this.$fileName, contentType) });
  }

  #converted(contentType: string): Buffer {
    if (contentType === this.$contentType) return Buffer.from(this.$bytes);
    const { quotas, clock } = this.$run.workspace;
    if (contentType === 'application/pdf' && /^text\/html\b/.test(this.$contentType ?? '')) {
      if (!quotas.use(this.$run.effective, 'files converted')) throw new ScriptError('Service invoked too many times for one day: conversion.');
      return pdfOf(this.getDataAsString(), clock.now());
    }
    if (contentType === 'application/pdf' || contentType.startsWith('image/')) throw new NotModelled(`Blob.getAs("${contentType}") of ${this.$contentType}`);
    throw new ScriptError(`Converting from ${this.$contentType} to ${contentType} is not supported.`);
  }

  getBytes(): number[] {
    return Array.from(this.$bytes, (byte) => (byte << 24) >> 24);
  }

  getContentType(): string | null {
    return this.$contentType;
  }

  getDataAsString(charset?: string): string {
    return decode(this.$bytes, charset ?? 'UTF-8');
  }

  getName(): string | null {
    return this.$fileName;
  }

  isGoogleType(): boolean {
    return this.$contentType?.startsWith('application/vnd.google-apps.') ?? false;
  }

  setBytes(data: number[]): Blob {
    this.$bytes = bytesOf(data, 'Blob.setBytes');
    return this;
  }

  setContentType(contentType: string | null): Blob {
    if (contentType !== null && typeof contentType !== 'string') throw mismatch('Blob.setContentType', [contentType]);
    this.$contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): Blob {
    this.$contentType = mimeTypeOf(this.$fileName ?? '');
    return this;
  }

  setDataFromString(text: string, charset?: string): Blob {
    if (typeof text !== 'string') throw mismatch('Blob.setDataFromString', charset === undefined ? [text] : [text, charset]);
    this.$bytes = encode(text, charset ?? 'UTF-8');
    return this;
  }

  setName(name: string): Blob {
    if (typeof name !== 'string') throw mismatch('Blob.setName', [name]);
    this.$fileName = name;
    return this;
  }

  getAllBlobs(): Blob[] {
    return [this];
  }
}

documented<Blob, GoogleAppsScript.Base.Blob>(true);

/** The blob in a `BlobSource` (a Blob, or anything that has `getBlob`), or undefined when the value is none. */
export function blobIn(value: unknown): Blob | undefined {
  if (value instanceof Blob) return value;
  if (!(value instanceof Served) || !('getBlob' in value) || typeof value.getBlob !== 'function') return undefined;
  const blob: unknown = value.getBlob();
  return blob instanceof Blob ? blob : undefined;
}

/** Bytes from a script's `Byte[]`; both signed and unsigned numbers are in use. */
export function bytesOf(data: unknown, method: string): Buffer {
  if (!Array.isArray(data) || !data.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255)) throw mismatch(method, [data]);
  return Buffer.from(data.map((byte: number) => byte & 0xff));
}

/** @param charset as Java names it: UTF-8, US-ASCII, ISO-8859-1, UTF-16, UTF-16LE, UTF-16BE, windows-1252 … */
export function decode(bytes: Buffer, charset: string): string {
  try {
    // ignoreBOM keeps a byte order mark in the text, as Java does for UTF-8.
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw unsupported(charset);
  }
}

export function encode(text: string, charset: string): Buffer {
  switch (charset.toUpperCase().replace(/_/g, '-')) {
    case 'UTF-8':
    case 'UTF8':
      return Buffer.from(text, 'utf8');
    case 'US-ASCII':
    case 'ASCII':
      return Buffer.from(unencodableAsQuestionMark(text, 0x7f), 'latin1');
    case 'ISO-8859-1':
    case 'LATIN1':
      return Buffer.from(unencodableAsQuestionMark(text, 0xff), 'latin1');
    case 'UTF-16LE':
      return Buffer.from(text, 'utf16le');
    case 'UTF-16BE':
      return Buffer.from(text, 'utf16le').swap16();
    case 'UTF-16':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      throw unsupported(charset);
  }
}

function unencodableAsQuestionMark(text: string, last: number): string {
  return Array.from(text, (character) => ((character.codePointAt(0) ?? 0) > last ? '?' : character)).join('');
}

function unsupported(charset: string): ScriptError {
  return new ScriptError(`Invalid argument: ${charset}`);
}

function withExtension(name: string | null, contentType: string): string | null {
  const extension = extensionOf(contentType);
  if (name === null || extension === null) return name;
  const dot = name.lastIndexOf('.');
  return `${dot >= 0 ? name.slice(0, dot) : name}.${extension}`;
}
