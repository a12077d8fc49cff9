import type { ApiMethod } from './api.ts';
import { groupMethods } from './directory/groups.ts';
import { userMethods } from './directory/users.ts';

/** The Admin SDK's Directory API (docs/workspace/admin/directory/reference/rest/v1). Not here: devices, roles, schemas, making groups. */
export const directoryApi: ApiMethod[] = [...userMethods, ...groupMethods];
