import { ApiError } from '../../workspace/errors.ts';
import { ScriptError } from '../errors.ts';

const NOT_FOUND = 'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** Does `work` and says Drive's refusals in DriveApp's words. */
export function asDriveApp<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 404) throw new ScriptError(NOT_FOUND);
    if (error.reason === 'insufficientFilePermissions' || error.reason === 'contentRestricted') throw new ScriptError('Access denied: DriveApp.');
    throw new ScriptError(error.message);
  }
}
