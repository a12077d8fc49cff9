import type { FileData } from '../../workspace/data.ts';
import { downloadAddressOf } from '../../workspace/drive/addresses.ts';
import { NotModelled } from '../../workspace/errors.ts';
import { Blob } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import type { DriveFolder } from './folder.ts';
import { DriveItem, isFolder } from './item.ts';
import { asDriveApp } from './refusals.ts';
import type { DriveUser } from './user.ts';

const MAX_CONTENT_BYTES = 10 * 1024 * 1024;

/** A file in Drive; a folder's id gives one too. */
export class DriveFile extends DriveItem {
  readonly $name = 'File';

  getMimeType(): string {
    return this.$file.mimeType;
  }
  getDownloadUrl(): string | null {
    return this.$file.content === undefined ? null : downloadAddressOf(this.$file);
  }
  /** No thumbnails are made here. */
  getThumbnail(): Blob | null {
    void this.$file;
    return null;
  }
  getBlob(): Blob {
    const { content, mimeType, name } = this.$file;
    // Google turns its own types into PDF.
    if (content === undefined) throw new NotModelled(`File.getBlob of ${mimeType}`);
    return new Blob(this.$run, { bytes: Buffer.from(content, 'base64'), contentType: mimeType, name });
  }
  getAs(contentType: string): Blob {
    if (typeof contentType !== 'string') throw mismatch('File.getAs', [contentType]);
    if (this.$file.content === undefined) throw new NotModelled(`File.getAs("${contentType}") of ${this.$file.mimeType}`);
    return this.getBlob().getAs(contentType);
  }
  setContent(content: string): this {
    if (typeof content !== 'string') throw mismatch('File.setContent', [content]);
    if (Buffer.byteLength(content) > MAX_CONTENT_BYTES) throw new ScriptError('The content is larger than 10 MB.');
    asDriveApp(() => {
      const file = this.$drive.requireContent(this.$run.effective, this.$id);
      if (file.content === undefined) throw new NotModelled(`File.setContent of ${file.mimeType}`);
      file.content = Buffer.from(content, 'utf8').toString('base64');
      this.$drive.touch(file, this.$run.effective);
    });
    return this;
  }

  getTargetId(): string | null {
    return this.$file.shortcutTarget ?? null;
  }
  getTargetMimeType(): string | null {
    const target = this.$file.shortcutTarget;
    return target === undefined ? null : (this.$drive.find(target)?.mimeType ?? null);
  }
  getTargetResourceKey(): string | null {
    void this.$file;
    return null;
  }

  /** `makeCopy()`, `makeCopy(destination)`, `makeCopy(name)`, `makeCopy(name, destination)` */
  makeCopy(...args: [] | [DriveFolder | string] | [string, DriveFolder]): DriveFile {
    const [first, second] = args;
    const name = typeof first === 'string' ? first : undefined;
    const destination = name === undefined ? first : second;
    const fits = args.length <= (name === undefined ? 1 : 2) && (destination === undefined ? args.length < 2 : isFolder(destination));
    if (!fits) throw mismatch('File.makeCopy', args);
    const changes: Partial<FileData> = name === undefined ? {} : { name };
    const folderId = isFolder(destination) ? destination.$id : undefined;
    return this.$items.file(asDriveApp(() => this.$drive.copy(this.$run.effective, this.$id, changes, folderId)).id);
  }

  addCommenter(user: string | DriveUser): this {
    return this.$share(user, 'commenter', 'addCommenter');
  }
  addCommenters(emailAddresses: string[]): this {
    if (!Array.isArray(emailAddresses)) throw mismatch('File.addCommenters', [emailAddresses]);
    for (const email of emailAddresses) this.$share(email, 'commenter', 'addCommenters');
    return this;
  }
  removeCommenter(user: string | DriveUser): this {
    return this.$unshare(user, 'removeCommenter');
  }
}

documented<DriveFile, GoogleAppsScript.Drive.File>(true);
