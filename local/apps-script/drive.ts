import { MIME } from '../workspace/drive.ts';
import { createIn, createShortcutIn } from './drive/creating.ts';
import { DriveFile } from './drive/file.ts';
import { DriveFolder } from './drive/folder.ts';
import { Access, Permission, READ_SCOPES, WRITE_SCOPES } from './drive/item.ts';
import type { DriveItems } from './drive/items.ts';
import { FileIterator, FolderIterator, idsIn } from './drive/iterator.ts';
import { asDriveApp } from './drive/refusals.ts';
import { listed, searched } from './drive/searching.ts';
import { mismatch, ScriptError } from './errors.ts';
import { MimeType } from './mime-type.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, Served } from './served.ts';

const READS = [
  ...['getFileById', 'getFiles', 'getFilesByName', 'getFilesByType', 'getFolderById', 'getFolders', 'getFoldersByName', 'getRootFolder', 'getStorageLimit'],
  ...['getStorageUsed', 'getTrashedFiles', 'getTrashedFolders', 'searchFiles', 'searchFolders', 'continueFileIterator', 'continueFolderIterator'],
];
/** An education domain pools its storage; one account is shown this much. */
const STORAGE_LIMIT_BYTES = 100 * 1024 ** 3;

/** docs/apps-script/reference/drive/drive-app.md */
class DriveApp extends Served {
  readonly $name = 'DriveApp';
  override readonly $scopes = WRITE_SCOPES;
  override readonly $methodScopes = Object.fromEntries(READS.map((name) => [name, READ_SCOPES]));
  override readonly $latency = {
    getFileById: 150,
    getFolderById: 150,
    getRootFolder: 120,
    createFile: 900,
    createFolder: 800,
    createShortcut: 800,
    searchFiles: 200,
    searchFolders: 200,
  };
  readonly Access = Access;
  readonly Permission = Permission;
  readonly #run: Run;
  readonly #items: DriveItems;

  constructor(run: Run) {
    super();
    this.#run = run;
    this.#items = {
      file: (id) => new DriveFile(run, id, this.#items),
      folder: (id) => new DriveFolder(run, id, this.#items),
      files: (ids) => new FileIterator(run, ids, this.#items.file),
      folders: (ids) => new FolderIterator(run, ids, this.#items.folder),
    };
  }

  /** A list of one string passes for the string: `getFileById(url.match(…))` is how much published code has it. */
  getFileById(wanted: string | [string]): DriveFile {
    const id = Array.isArray(wanted) && wanted.length === 1 ? wanted[0] : wanted;
    if (typeof id !== 'string') throw mismatch('DriveApp.getFileById', [wanted]);
    return this.#items.file(asDriveApp(() => this.#run.workspace.drive.get(this.#run.effective, id)).id);
  }
  getFolderById(id: string): DriveFolder {
    if (typeof id !== 'string') throw mismatch('DriveApp.getFolderById', [id]);
    const folder = asDriveApp(() => this.#run.workspace.drive.get(this.#run.effective, id));
    if (folder.mimeType !== MIME.folder) throw new ScriptError('Unexpected error while getting the method or property getFolderById on object DriveApp.');
    return this.#items.folder(folder.id);
  }
  getRootFolder(): DriveFolder {
    return this.#items.folder(this.#root());
  }

  createFile(...args: unknown[]): DriveFile {
    return this.#items.file(createIn(this.#run, this.#root(), args, 'DriveApp.createFile'));
  }
  createFolder(name: string): DriveFolder {
    if (typeof name !== 'string') throw mismatch('DriveApp.createFolder', [name]);
    return this.#items.folder(this.#run.workspace.drive.create({ name, mimeType: MIME.folder }, this.#run.effective).id);
  }
  createShortcut(targetId: string): DriveFile {
    return this.#items.file(createShortcutIn(this.#run, this.#root(), targetId, 'DriveApp.createShortcut'));
  }

  /** All files of the account's Drive, those in the bin too. */
  getFiles(): FileIterator {
    return this.#items.files(listed(this.#run, false));
  }
  getFilesByName(name: string): FileIterator {
    if (typeof name !== 'string') throw mismatch('DriveApp.getFilesByName', [name]);
    return this.#items.files(listed(this.#run, false, `title = '${escaped(name)}'`));
  }
  getFilesByType(mimeType: string): FileIterator {
    if (typeof mimeType !== 'string') throw mismatch('DriveApp.getFilesByType', [mimeType]);
    return this.#items.files(listed(this.#run, false, `mimeType = '${escaped(mimeType)}'`));
  }
  getFolders(): FolderIterator {
    return this.#items.folders(listed(this.#run, true));
  }
  getFoldersByName(name: string): FolderIterator {
    if (typeof name !== 'string') throw mismatch('DriveApp.getFoldersByName', [name]);
    return this.#items.folders(listed(this.#run, true, `title = '${escaped(name)}'`));
  }
  getTrashedFiles(): FileIterator {
    return this.#items.files(listed(this.#run, false, 'trashed = true'));
  }
  getTrashedFolders(): FolderIterator {
    return this.#items.folders(listed(this.#run, true, 'trashed = true'));
  }
  searchFiles(params: string): FileIterator {
    return this.#items.files(searched(this.#run, params, false, 'DriveApp.searchFiles'));
  }
  searchFolders(params: string): FolderIterator {
    return this.#items.folders(searched(this.#run, params, true, 'DriveApp.searchFolders'));
  }
  continueFileIterator(continuationToken: string): FileIterator {
    return this.#items.files(idsIn(this.#run, continuationToken, 'FileIterator'));
  }
  continueFolderIterator(continuationToken: string): FolderIterator {
    return this.#items.folders(idsIn(this.#run, continuationToken, 'FolderIterator'));
  }

  getStorageLimit(): number {
    return STORAGE_LIMIT_BYTES;
  }
  getStorageUsed(): number {
    return this.#run.workspace.drive.storageUsed(this.#run.effective);
  }

  /** Deprecated in Google as well: the root folder's own methods. */
  addFile(child: DriveFile): DriveFolder {
    return this.getRootFolder().addFile(child);
  }
  addFolder(child: DriveFolder): DriveFolder {
    return this.getRootFolder().addFolder(child);
  }
  removeFile(child: DriveFile): DriveFolder {
    return this.getRootFolder().removeFile(child);
  }
  removeFolder(child: DriveFolder): DriveFolder {
    return this.getRootFolder().removeFolder(child);
  }

  #root(): string {
    return this.#run.workspace.drive.rootOf(this.#run.effective).id;
  }
}

documented<DriveApp, GoogleAppsScript.Drive.DriveApp>(true);

function escaped(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}

export const driveGlobals: Globals = { DriveApp: (run) => new DriveApp(run), MimeType: () => new MimeType() };
