import { MIME } from '../../workspace/drive.ts';
import { ApiError } from '../../workspace/errors.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { asDriveApp } from './refusals.ts';

/**
 * Ids of the files, or the folders, that a search in the terms of Drive API v2 finds.
 * @param within only children of this folder
 */
export function searched(run: Run, params: unknown, folders: boolean, method: string, within?: string): string[] {
  if (typeof params !== 'string') throw mismatch(method, [params]);
  try {
    return found(run, params, folders)
      .filter((file) => within === undefined || file.parents.includes(within))
      .map((file) => file.id);
  } catch (error) {
    if (error instanceof ApiError && error.reason === 'invalid') throw new ScriptError('Invalid argument: q');
    return asDriveApp(() => {
      throw error;
    });
  }
}

/** Everything in the account's Drive that fits: files, or folders. */
export function listed(run: Run, folders: boolean, q = ''): string[] {
  return found(run, q, folders).map((file) => file.id);
}

function found(run: Run, q: string, folders: boolean) {
  return run.workspace.drive.search(run.effective, { q, dialect: 'v2', app: run.script.id }).filter((file) => (file.mimeType === MIME.folder) === folders);
}
