/** Bytes as pages send them, as rules look at them, and as Drive takes them. */

/**
 * @returns -128 to 127, as Apps Script has bytes; null for what is no base64
 */
export function bytesFrom(base64: string): number[] | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  return Utilities.base64Decode(base64);
}

export function base64From(bytes: readonly number[]): string {
  return Utilities.base64Encode([...bytes]);
}

export function blobOf(bytes: readonly number[], mimeType: string, name: string): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob([...bytes], mimeType, name);
}

/** In UTF-8. */
export function bytesOfText(text: string): number[] {
  return Utilities.newBlob(text).getBytes();
}

export function textFrom(utf8: readonly number[]): string {
  return Utilities.newBlob([...utf8]).getDataAsString();
}
