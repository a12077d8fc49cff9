import type { FileData } from '../../workspace/data.ts';
import { fileNotFound } from '../../workspace/drive/refusals.ts';
import type { Caller } from '../api.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const of = (...names: string[]) => names.map((name) => AUTH + name);

/** The scopes each group of methods takes, from the pages under docs/workspace/drive/api/reference/rest/v3. */
export const SCOPES = {
  full: of('drive'),
  create: of('drive', 'drive.appdata', 'drive.file'),
  copy: of('drive', 'drive.appdata', 'drive.file', 'drive.photos.readonly'),
  update: of('drive', 'drive.appdata', 'drive.file', 'drive.metadata', 'drive.scripts'),
  read: of(
    'drive',
    'drive.appdata',
    'drive.file',
    'drive.meet.readonly',
    'drive.metadata',
    'drive.metadata.readonly',
    'drive.photos.readonly',
    'drive.readonly',
  ),
  download: of('drive', 'drive.file', 'drive.meet.readonly', 'drive.readonly'),
  share: of('drive', 'drive.file'),
  readSharing: of('drive', 'drive.file', 'drive.meet.readonly', 'drive.metadata', 'drive.metadata.readonly', 'drive.photos.readonly', 'drive.readonly'),
} as const;

/** Scopes that reach every file of the account; with none of them (`drive.file` alone) an app reaches what it made or was given. */
const EVERY_FILE = of('drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly');

export function inReach({ scopes, app }: Caller, file: FileData): boolean {
  return scopes.includes('*') || scopes.some((scope) => EVERY_FILE.includes(scope)) || file.apps.includes(app);
}

/** The file, when the account may read it and the app's scopes reach it. @throws ApiError 404 */
export function reachable(caller: Caller, id: string): FileData {
  const file = caller.workspace.drive.get(caller.email, id);
  if (!inReach(caller, file)) throw fileNotFound(id);
  return file;
}
