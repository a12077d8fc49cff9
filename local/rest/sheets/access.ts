import type { SpreadsheetData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { SheetRefusal } from '../../workspace/sheets/refusal.ts';
import type { Caller } from '../api.ts';
import { inReach } from '../drive/scopes.ts';

const CODES: Record<SheetRefusal['kind'], number> = { 'not found': 404, permission: 403, protected: 400, invalid: 400, 'too large': 400, 'bad request': 400 };

/** A refusal as the API says it; `prefix` names the request of a batch (`Invalid requests[0].addSheet: `). */
export function asApiError(error: unknown, prefix = ''): unknown {
  if (error instanceof SheetRefusal) return new ApiError(CODES[error.kind], `${CODES[error.kind] === 400 ? prefix : ''}${error.message}`);
  if (error instanceof ApiError && error.code === 400 && prefix !== '') return new ApiError(400, `${prefix}${error.message}`);
  return error;
}

/** Counts a call against the caller's minute (docs/workspace/sheets/api/limits.md). @throws ApiError 429 */
export function useQuota(caller: Caller, kind: 'Read' | 'Write'): void {
  if (caller.workspace.quotas.useMinute(caller.email, kind === 'Read' ? 'sheets reads' : 'sheets writes')) return;
  throw new ApiError(
    429,
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:000000000000'.`,
  );
}

/** Does `work` with a spreadsheet the caller may read. @throws ApiError */
export function reading<T>(caller: Caller, id: string, work: (spreadsheet: SpreadsheetData) => T): T {
  useQuota(caller, 'Read');
  try {
    checkReach(caller, id);
    return work(caller.workspace.sheets.open(caller.email, id));
  } catch (error) {
    throw asApiError(error);
  }
}

/** Does `work` with a spreadsheet the caller may change: all of it or, when it throws, nothing. @throws ApiError */
export function writing<T>(caller: Caller, id: string, work: (spreadsheet: SpreadsheetData) => T): T {
  useQuota(caller, 'Write');
  const { sheets } = caller.workspace;
  let restore = () => {};
  try {
    checkReach(caller, id);
    const spreadsheet = sheets.openToEdit(caller.email, id);
    restore = sheets.remember(spreadsheet);
    const result = work(spreadsheet);
    sheets.touch(spreadsheet, caller.email);
    return result;
  } catch (error) {
    restore();
    throw asApiError(error);
  }
}

const EVERY_SPREADSHEET = ['spreadsheets', 'spreadsheets.readonly'].map((name) => `https://www.googleapis.com/auth/${name}`);

/** With `drive.file` alone an app reaches what it made or was given (docs/workspace/sheets/api/scopes.md). */
function checkReach(caller: Caller, id: string): void {
  const file = caller.workspace.drive.find(id);
  if (!file || caller.scopes.some((scope) => EVERY_SPREADSHEET.includes(scope)) || inReach(caller, file)) return;
  throw new SheetRefusal('not found', 'Requested entity was not found.');
}
