import type { FileData } from '../../workspace/data.ts';
import { MIME } from '../../workspace/drive.ts';
import { mismatch } from '../errors.ts';
import { documented } from '../served.ts';
import { createIn, createShortcutIn } from './creating.ts';
import { DriveFile } from './file.ts';
import { DriveItem, isFolder } from './item.ts';
import type { FileIterator, FolderIterator } from './iterator.ts';
import { asDriveApp } from './refusals.ts';
import { searched } from './searching.ts';

/** A folder in Drive (docs/apps-script/reference/drive/folder.md). What lies in the bin is still among a folder's children: `isTrashed` tells. */
export class DriveFolder extends DriveItem {
  readonly $name = 'Folder';

  createFile(...args: unknown[]): DriveFile {
    return this.$items.file(createIn(this.$run, this.$id, args, 'Folder.createFile'));
  }
  createFolder(name: string): DriveFolder {
    if (typeof name !== 'string') throw mismatch('Folder.createFolder', [name]);
    const { effective } = this.$run;
    const folder = asDriveApp(() => this.$drive.create({ name, mimeType: MIME.folder }, effective, this.$drive.requireFolder(effective, this.$id).id));
    return this.$items.folder(folder.id);
  }
  createShortcut(targetId: string): DriveFile {
    return this.$items.file(createShortcutIn(this.$run, this.$id, targetId, 'Folder.createShortcut'));
  }

  getFiles(): FileIterator {
    return this.$items.files(this.#children(false));
  }
  getFilesByName(name: string): FileIterator {
    if (typeof name !== 'string') throw mismatch('Folder.getFilesByName', [name]);
    return this.$items.files(this.#children(false, (file) => file.name === name));
  }
  getFilesByType(mimeType: string): FileIterator {
    if (typeof mimeType !== 'string') throw mismatch('Folder.getFilesByType', [mimeType]);
    return this.$items.files(this.#children(false, (file) => file.mimeType === mimeType));
  }
  getFolders(): FolderIterator {
    return this.$items.folders(this.#children(true));
  }
  getFoldersByName(name: string): FolderIterator {
    if (typeof name !== 'string') throw mismatch('Folder.getFoldersByName', [name]);
    return this.$items.folders(this.#children(true, (file) => file.name === name));
  }
  /** Among the folder's own children. */
  searchFiles(params: string): FileIterator {
    return this.$items.files(searched(this.$run, params, false, 'Folder.searchFiles', this.$file.id));
  }
  searchFolders(params: string): FolderIterator {
    return this.$items.folders(searched(this.$run, params, true, 'Folder.searchFolders', this.$file.id));
  }

  /** From when a file could have several parents: now it moves, since it has one. */
  addFile(child: DriveFile): this {
    if (!(child instanceof DriveFile)) throw mismatch('Folder.addFile', [child]);
    child.moveTo(this);
    return this;
  }
  addFolder(child: DriveFolder): this {
    if (!isFolder(child)) throw mismatch('Folder.addFolder', [child]);
    child.moveTo(this);
    return this;
  }
  removeFile(child: DriveFile): this {
    if (!(child instanceof DriveFile)) throw mismatch('Folder.removeFile', [child]);
    return this.#remove(child);
  }
  removeFolder(child: DriveFolder): this {
    if (!isFolder(child)) throw mismatch('Folder.removeFolder', [child]);
    return this.#remove(child);
  }

  /** A child that is taken out of its only folder goes to its owner's root; one that is elsewhere already stays there. */
  #remove(child: DriveItem): this {
    if (child.$file.parents.includes(this.$file.id)) {
      asDriveApp(() => this.$drive.move(this.$run.effective, child.$id, this.$drive.rootOf(child.$file.owner).id));
    }
    return this;
  }

  #children(folders: boolean, fits: (file: FileData) => boolean = () => true): string[] {
    return this.$drive
      .childrenOf(this.$file.id)
      .filter((file) => (file.mimeType === MIME.folder) === folders && fits(file) && this.$drive.mayRead(this.$run.effective, file.id))
      .map((file) => file.id);
  }
}

documented<DriveFolder, GoogleAppsScript.Drive.Folder>(true);
