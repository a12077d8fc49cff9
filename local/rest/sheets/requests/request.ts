import type { SheetData, SpreadsheetData } from '../../../workspace/data.ts';
import { wholeBox } from '../../../workspace/sheets/a1.ts';
import { blockingProtection, blockingSheetProtection } from '../../../workspace/sheets/protection.ts';
import { PROTECTED, SheetRefusal } from '../../../workspace/sheets/refusal.ts';
import type { Caller } from '../../api.ts';
import type { Json } from '../json.ts';

/** What a request of a batch works on. */
export interface Batch {
  caller: Caller;
  spreadsheet: SpreadsheetData;
}

/** One kind of request in `spreadsheets.batchUpdate`: does it and gives its reply, {} when it has none. @throws ApiError, SheetRefusal */
export type RequestHandler = (batch: Batch, request: Json) => Json;

/** @throws SheetRefusal when a protection keeps the caller from changing the sheet as such */
export function checkSheetProtection({ caller, spreadsheet }: Batch, sheet: SheetData): void {
  if (blockingSheetProtection(caller.workspace, spreadsheet, sheet, caller.email)) throw new SheetRefusal('protected', PROTECTED);
}

/** @throws SheetRefusal when anything on the sheet is protected from the caller: for what moves or removes whole sheets and lines */
export function checkWholeSheet({ caller, spreadsheet }: Batch, sheet: SheetData): void {
  if (blockingProtection(caller.workspace, spreadsheet, sheet, wholeBox(sheet), caller.email)) throw new SheetRefusal('protected', PROTECTED);
}
