import type { ApiMethod } from './api.ts';
import { aboutMethods } from './drive/about.ts';
import { fileMethods } from './drive/files.ts';
import { listFiles } from './drive/listing.ts';
import { permissionMethods } from './drive/permissions.ts';

/** The Drive API v3 (docs/workspace/drive/api/reference/rest/v3.md). Shared drives, comments, changes and labels are not modelled. */
export const driveApi: ApiMethod[] = [listFiles, ...fileMethods, ...permissionMethods, ...aboutMethods];
