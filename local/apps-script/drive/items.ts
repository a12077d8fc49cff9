import type { DriveFile } from './file.ts';
import type { DriveFolder } from './folder.ts';
import type { FileIterator, FolderIterator } from './iterator.ts';

/** Makes a run's objects for Drive ids: files give folders and folders give files, and neither module needs the other. */
export interface DriveItems {
  file(id: string): DriveFile;
  folder(id: string): DriveFolder;
  files(ids: string[]): FileIterator;
  folders(ids: string[]): FolderIterator;
}
