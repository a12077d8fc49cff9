import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { asApiError } from './access.ts';
import { type Json, objectAt, objectsAt } from './json.ts';
import { arrangeRequests } from './requests/arrange.ts';
import { cellRequests } from './requests/cells.ts';
import { lineRequests } from './requests/lines.ts';
import { objectRequests } from './requests/objects.ts';
import { protectionRequests } from './requests/protections.ts';
import type { Batch, RequestHandler } from './requests/request.ts';
import { sheetRequests } from './requests/sheets.ts';

const HANDLERS: Readonly<Record<string, RequestHandler>> = Object.assign(
  Object.create(null) as Record<string, RequestHandler>,
  sheetRequests,
  cellRequests,
  lineRequests,
  arrangeRequests,
  protectionRequests,
  objectRequests,
);

/** Requests that Google has and this Workspace lacks; any other name is a mistake (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/request.md). */
const GOOGLES = [
  'addDataSource',
  'addDimensionGroup',
  'addSlicer',
  'addTable',
  'autoFill',
  'cancelDataSourceRefresh',
  'createDeveloperMetadata',
  'deleteBanding',
  'deleteDataSource',
  'deleteDeveloperMetadata',
  'deleteDimensionGroup',
  'deleteDuplicates',
  'deleteEmbeddedObject',
  'deleteTable',
  'duplicateFilterView',
  'moveDimension',
  'pasteData',
  'randomizeRange',
  'refreshDataSource',
  'textToColumns',
  'trimWhitespace',
  'updateBanding',
  'updateChartSpec',
  'updateConditionalFormatRule',
  'updateDataSource',
  'updateDeveloperMetadata',
  'updateDimensionGroup',
  'updateEmbeddedObjectBorder',
  'updateEmbeddedObjectPosition',
  'updateNamedRange',
  'updateSlicerSpec',
  'updateTable',
];

/** Does the requests of a batch in turn. The caller undoes everything when one fails. @returns their replies. @throws ApiError */
export function runBatch(batch: Batch, requests: unknown): Json[] {
  const list = objectsAt(requests, 'requests');
  if (list.length === 0) throw new ApiError(400, 'Must specify at least one request.');
  const replies = list.map((request, index) => {
    const names = Object.keys(request);
    const [name] = names;
    if (name === undefined || names.length > 1) throw new ApiError(400, `Invalid requests[${index}]: No request set.`);
    const handler = HANDLERS[name];
    if (!handler) {
      if (GOOGLES.includes(name)) throw new NotModelled(`the request ${name} of spreadsheets.batchUpdate`);
      throw new ApiError(400, `Invalid JSON payload received. Unknown name "${name}" at 'requests[${index}]': Cannot find field.`);
    }
    try {
      return handler(batch, objectAt(request[name], `requests[${index}].${name}`));
    } catch (error) {
      throw asApiError(error, `Invalid requests[${index}].${name}: `);
    }
  });
  batch.caller.workspace.sheets.changed(batch.spreadsheet);
  return replies;
}
