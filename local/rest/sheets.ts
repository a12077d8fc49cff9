import type { ApiMethod, ApiRequest, Caller } from './api.ts';
import { applyFields, parseFields } from './fields.ts';
import { spreadsheetMethods } from './sheets/spreadsheet-methods.ts';
import { valueMethods } from './sheets/value-methods.ts';

/** An answer with only what `fields` asks for (docs/workspace/sheets/api/guides/field-masks.md: dots or slashes, and brackets). */
function masked(method: ApiMethod): ApiMethod {
  return {
    ...method,
    call: (caller: Caller, request: ApiRequest) => {
      const answer = method.call(caller, request);
      const { fields } = request.query;
      return fields === undefined ? answer : applyFields(answer, parseFields(String(fields).replaceAll('.', '/')));
    },
  };
}

/** The Google Sheets API, version 4. */
export const sheetsApi: ApiMethod[] = [...spreadsheetMethods, ...valueMethods].map(masked);
