import { Refusal } from '../school/refusal.ts';
import { bytesFrom } from './bytes.script.ts';
import { cleanName, FILE_KINDS, kindOfFile, LARGEST_FILE } from './file-kinds.ts';

/** A file that somebody sends, once it is known what it is. */
export interface CheckedFile {
  name: string;
  mimeType: string;
  isPicture: boolean;
  /** -128 to 127, as Apps Script has them. */
  bytes: number[];
}

/**
 * Looks at a file as a page sends it.
 * @param data its bytes in base64
 * @param field the input it is chosen in
 * @throws Refusal when it is too large, or none of the kinds that are taken
 */
export function checkedFile(typedName: string, data: string, field: string): CheckedFile {
  const name = cleanName(typedName);
  const bytes = bytesFrom(data);
  const kind = bytes && kindOfFile(name, bytes);
  if (bytes === null || bytes.length > LARGEST_FILE) throw new Refusal('file-too-large', `${name} is larger than ${LARGEST_FILE / 1e6} MB.`, field);
  if (kind) return { name, mimeType: kind.mimeType, isPicture: kind.isPicture === true, bytes };
  const taken = FILE_KINDS.map(({ title }) => title).join(', ');
  throw new Refusal(
    'file-not-taken',
    `${name || 'This file'} is none of the kinds that can be added, or is not what its name says. They are: ${taken}.`,
    field,
  );
}
