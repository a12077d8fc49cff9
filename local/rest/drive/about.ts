import { MIME } from '../../workspace/drive.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiMethod } from '../api.ts';
import { applyFields, parseFields } from '../fields.ts';
import { readParameters } from '../parameters.ts';
import { exportTypesOf } from './export.ts';
import { headRevisionId, userResource } from './file-resource.ts';
import { reachable, SCOPES } from './scopes.ts';

export const aboutMethods: ApiMethod[] = [
  {
    id: 'drive.about.get',
    verb: 'GET',
    path: '/drive/v3/about',
    scopes: SCOPES.read,
    ms: 120,
    call({ workspace, email }, request) {
      readParameters(request.query, {});
      const { fields } = request.query;
      // docs/workspace/drive/api/guides/fields-parameter.md: `about` has no default fields.
      if (!fields) throw new ApiError(400, "The 'fields' parameter is required for this method.", 'INVALID_ARGUMENT', 'required');
      const about = {
        kind: 'drive#about',
        user: userResource(workspace, email, email),
        storageQuota: { usage: String(workspace.drive.storageUsed(email)), usageInDrive: String(workspace.drive.storageUsed(email)), usageInDriveTrash: '0' },
        canCreateDrives: false,
        exportFormats: Object.fromEntries([MIME.document, MIME.spreadsheet, MIME.script].map((type) => [type, exportTypesOf(type)])),
      };
      return applyFields(about, parseFields(String(fields)));
    },
  },
  {
    id: 'drive.revisions.list',
    verb: 'GET',
    path: '/drive/v3/files/{fileId}/revisions',
    scopes: SCOPES.read,
    ms: 200,
    call(caller, request) {
      readParameters(request.query, { pageSize: 'integer', pageToken: 'string' });
      const file = reachable(caller, request.path['fileId'] ?? '');
      caller.workspace.drive.require(caller.email, file.id, 'writer');
      const revision = {
        kind: 'drive#revision',
        id: headRevisionId(file),
        mimeType: file.mimeType,
        modifiedTime: new Date(file.modifiedTime).toISOString(),
        lastModifyingUser: userResource(caller.workspace, file.lastModifyingUser, caller.email),
        ...(file.content === undefined ? {} : { size: String(Buffer.byteLength(file.content, 'base64')) }),
      };
      const mask = parseFields(String(request.query['fields'] ?? 'kind,nextPageToken,revisions(kind,id,mimeType,modifiedTime)'));
      return applyFields({ kind: 'drive#revisionList', revisions: [revision] }, mask);
    },
  },
];
