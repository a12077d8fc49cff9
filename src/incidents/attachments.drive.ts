import { hashOfBytes } from '../records/hash.ts';
import { drive, ensureFile, FILE_KEY, idOf, type KeptFile } from '../school/files.drive.ts';
import { Refusal } from '../school/refusal.ts';
import type { Memory } from '../school/settings.script.ts';
import { base64From, blobOf, bytesOfText } from './bytes.script.ts';
import type { Attachment } from './concern.ts';

/**
 * Files that belong to cases, and what people have begun to write. They lie in the role account's Drive, shared with nobody, and leave it
 * through a door alone.
 */
export function attachmentsFolder(files: Memory['files']): KeptFile {
  return { key: 'attachments', name: 'Files of concerns', kind: 'folder', ...(files['folder'] ? { folder: files['folder'] } : {}) };
}

/** What a file is, besides its bytes. */
export interface NewAttachment {
  /** Stands in its private properties: the same key is the same file. */
  key: string;
  name: string;
  mimeType: string;
  /** More private properties; name and value together 124 bytes at most (docs/workspace/drive/api/guides/properties.md). */
  properties?: Record<string, string>;
}

/** Puts a file there. One call makes it with its key, so that it is found after a crash. */
export function keepAttachment({ key, name, mimeType, properties = {} }: NewAttachment, bytes: readonly number[], files: Memory['files']): Attachment {
  const sha256 = hashOfBytes(bytes);
  const appProperties = { [FILE_KEY]: key, ...properties, sha256 };
  const id = makeThere({ name, mimeType, appProperties }, blobOf(bytes, mimeType, name), files);
  return { id, name, mimeType, bytes: bytes.length, sha256 };
}

/** Makes a file in the folder, and the folder first where there is none. */
export function makeThere(file: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File, content: GoogleAppsScript.Base.Blob, files: Memory['files']): string {
  const folder = attachmentsFolder(files);
  return idOf(drive().Files.create({ ...file, parents: [ensureFile(folder, files[folder.key])] }, content));
}

/**
 * The bytes of a case's file, in base64, if they are still those that were put there.
 * @throws Refusal when the file is gone, or comes out of Drive other than it went in
 */
export function readAttachment(file: Attachment): string {
  const bytes = contentOf(file.id);
  if (bytes === null) throw new Refusal('file-gone', `${file.name} is not in the role account’s Drive any more.`);
  if (hashOfBytes(bytes) !== file.sha256)
    throw new Refusal(
      'file-changed',
      `Google Drive gives ${file.name} back other than it was put there. The role account can look at it in its Drive, in the folder “${attachmentsFolder({}).name}”.`,
    );
  return base64From(bytes);
}

/**
 * A file's content. Google documents that it is the body of the answer (docs/workspace/drive/api/reference/rest/v3/files/get.md) and not
 * what the advanced service makes of it: it may come as a blob or as text.
 * @returns null when the file was deleted
 */
export function contentOf(id: string): number[] | null {
  return ifThere(() => {
    const content: unknown = drive().Files.get(id, { alt: 'media' });
    return typeof content === 'string' ? bytesOfText(content) : (content as GoogleAppsScript.Base.Blob).getBytes();
  });
}

/** Deletes a file for good: it is in no bin. One that is gone already is gone. */
export function removeForGood(id: string): void {
  ifThere(() => drive().Files.remove(id));
}

/** What `look` finds; null when Drive says that there is no such file. */
export function ifThere<Found>(look: () => Found): Found | null {
  try {
    return look();
  } catch (error) {
    if (/not found/i.test(String((error as Error).message))) return null;
    throw error;
  }
}
