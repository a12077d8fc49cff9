import type { BodyData, Decode } from './parts.ts';

/** Bytes of one text that are read: what comes behind is not looked at. */
const MOST_BYTES = 399_999;
/** Charsets whose bytes look like other text: what the mail says of them counts. */
const TELLS_ITSELF = /^(?:utf-?16|utf-?32|utf-?7|iso-2022|hz-)/i;

/**
 * Text of bytes as Gmail gives them. Gmail has been seen to give texts in UTF-8 whatever charset the mail names, so that is tried first: hardly any
 * text in another charset is UTF-8 by chance.
 */
export const decode: Decode = (data, charset) => {
  const bytes = bytesOf(data);
  if (TELLS_ITSELF.test(charset)) return inCharset(bytes, charset) ?? inUtf8(bytes);
  const text = inUtf8(bytes);
  // The last letter may be cut in two.
  return text.slice(0, -3).includes('\ufffd') && charset !== '' ? (inCharset(bytes, charset) ?? text) : text;
};

/** The advanced service gives numbers, where Google's JSON has base64url. */
function bytesOf(data: BodyData): number[] {
  if (typeof data !== 'string') return data.slice(0, MOST_BYTES);
  try {
    return Utilities.base64DecodeWebSafe(data.slice(0, (MOST_BYTES / 3) * 4));
  } catch {
    return [];
  }
}

function inUtf8(bytes: number[]): string {
  return Utilities.newBlob(bytes).getDataAsString();
}

/** Null for a charset that nobody knows. */
function inCharset(bytes: number[], charset: string): string | null {
  try {
    return Utilities.newBlob(bytes).getDataAsString(charset);
  } catch {
    return null;
  }
}
