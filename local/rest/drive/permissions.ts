import type { PermissionData } from '../../workspace/data.ts';
import { badRequest, insufficientPermissions } from '../../workspace/drive/refusals.ts';
import type { Grant } from '../../workspace/drive/sharing.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { applyFields, type FieldMask, invalidSelection, parseFields } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { DEFAULT_PERMISSION_FIELDS, PERMISSION_FIELDS, permissionResource } from './permission-resource.ts';
import { reachable, SCOPES } from './scopes.ts';

const COMMON = { supportsAllDrives: 'boolean', supportsTeamDrives: 'boolean', useDomainAdminAccess: 'unmodelled' } as const;
const ROLES = ['owner', 'writer', 'commenter', 'reader'];
const TYPES = ['user', 'group', 'domain', 'anyone'];

export const permissionMethods: ApiMethod[] = [
  {
    id: 'drive.permissions.create',
    verb: 'POST',
    path: '/drive/v3/files/{fileId}/permissions',
    scopes: SCOPES.share,
    body: true,
    ms: 400,
    call(caller, request) {
      const query = readParameters(request.query, {
        ...COMMON,
        sendNotificationEmail: 'boolean',
        emailMessage: 'string',
        transferOwnership: 'boolean',
        moveToNewOwnersRoot: 'boolean',
        enforceSingleParent: 'boolean',
        enforceExpansiveAccess: 'boolean',
      });
      const file = reachable(caller, request.path['fileId'] ?? '');
      const grant = grantIn(request.body);
      const named = grant.type === 'user' || grant.type === 'group';
      if (!named && query.sendNotificationEmail === true) throw badRequest('Notification mails go to users and groups only.');
      if (grant.role === 'owner' && query.sendNotificationEmail === false)
        throw badRequest('The notification email cannot be disabled for an ownership transfer.');
      const permission = caller.workspace.drive.sharing.share(caller.email, file.id, grant, {
        notify: named && (query.sendNotificationEmail ?? true),
        ...(query.emailMessage === undefined ? {} : { message: query.emailMessage }),
        transferOwnership: query.transferOwnership ?? false,
        moveToNewOwnersRoot: query.moveToNewOwnersRoot ?? false,
      });
      return shown(caller, permission, request);
    },
  },
  {
    id: 'drive.permissions.list',
    verb: 'GET',
    path: '/drive/v3/files/{fileId}/permissions',
    scopes: SCOPES.readSharing,
    ms: 150,
    call(caller, request) {
      const query = readParameters(request.query, { ...COMMON, pageSize: 'integer', pageToken: 'string', includePermissionsForView: 'string' });
      const all = permissionsFor(caller, request).filter((each) => query.includePermissionsForView === 'published' || each.view !== 'published');
      const page = pageOf(all, query.pageSize ?? all.length, query.pageToken);
      const mask = parseFields(String(request.query['fields'] ?? `kind,nextPageToken,permissions(${DEFAULT_PERMISSION_FIELDS})`));
      checkMask(mask, ['kind', 'nextPageToken', 'permissions']);
      if (mask.get('permissions')) checkMask(mask.get('permissions') ?? new Map(), PERMISSION_FIELDS);
      const permissions = page.items.map((each) => permissionResource(caller.workspace, each));
      return applyFields({ kind: 'drive#permissionList', nextPageToken: page.nextPageToken, permissions }, mask);
    },
  },
  {
    id: 'drive.permissions.get',
    verb: 'GET',
    path: '/drive/v3/files/{fileId}/permissions/{permissionId}',
    scopes: SCOPES.readSharing,
    ms: 120,
    call(caller, request) {
      readParameters(request.query, COMMON);
      const { permissionId = '' } = request.path;
      const permission = permissionsFor(caller, request).find((each) => each.id === permissionId);
      if (!permission) throw new ApiError(404, `Permission not found: ${permissionId}.`, 'NOT_FOUND', 'notFound');
      return shown(caller, permission, request);
    },
  },
  {
    id: 'drive.permissions.update',
    verb: 'PATCH',
    path: '/drive/v3/files/{fileId}/permissions/{permissionId}',
    scopes: SCOPES.share,
    body: true,
    ms: 300,
    call(caller, request) {
      const query = readParameters(request.query, {
        ...COMMON,
        transferOwnership: 'boolean',
        removeExpiration: 'unmodelled',
        enforceExpansiveAccess: 'boolean',
      });
      const file = reachable(caller, request.path['fileId'] ?? '');
      const body = (request.body ?? {}) as Record<string, unknown>;
      const { role, ...rest } = body;
      if (Object.keys(rest).length > 0)
        throw new ApiError(403, 'The resource body includes fields which are not directly writable.', 'PERMISSION_DENIED', 'fieldNotWritable');
      if (!isOneOf<PermissionData['role']>(role, ROLES)) throw badRequest('The permission role field is required.');
      const permission = caller.workspace.drive.sharing.setRole(
        caller.email,
        file.id,
        request.path['permissionId'] ?? '',
        role,
        query.transferOwnership ?? false,
      );
      return shown(caller, permission, request);
    },
  },
  {
    id: 'drive.permissions.delete',
    verb: 'DELETE',
    path: '/drive/v3/files/{fileId}/permissions/{permissionId}',
    scopes: SCOPES.share,
    ms: 300,
    call(caller, request) {
      readParameters(request.query, { ...COMMON, enforceExpansiveAccess: 'boolean' });
      const file = reachable(caller, request.path['fileId'] ?? '');
      caller.workspace.drive.sharing.unshare(caller.email, file.id, request.path['permissionId'] ?? '');
    },
  },
];

/** docs/workspace/drive/api/guides/ref-roles.md: detailed permissions are for those who may edit. */
function permissionsFor(caller: Caller, request: ApiRequest): PermissionData[] {
  const file = reachable(caller, request.path['fileId'] ?? '');
  const role = caller.workspace.drive.roleOf(caller.email, file.id);
  if (role !== 'owner' && role !== 'writer') throw insufficientPermissions(file.id);
  return caller.workspace.drive.permissionsOf(file.id);
}

function grantIn(body: unknown): Grant {
  const { type, role, emailAddress, domain, allowFileDiscovery, view, ...rest } = (body ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0) throw badRequest(`The permission fields ${Object.keys(rest).join(', ')} cannot be set.`);
  if (!isOneOf<PermissionData['type']>(type, TYPES)) throw badRequest('The permission type field is required.');
  if (!isOneOf<PermissionData['role']>(role, ROLES)) throw badRequest('The permission role field is required.');
  if (view !== undefined && view !== 'published') throw badRequest('Only the view "published" is supported.');
  return {
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress: String(emailAddress) }),
    ...(domain === undefined ? {} : { domain: String(domain) }),
    ...(allowFileDiscovery === undefined ? {} : { allowFileDiscovery: allowFileDiscovery === true }),
    ...(view === undefined ? {} : { view }),
  };
}

function isOneOf<T extends string>(value: unknown, known: readonly string[]): value is T {
  return typeof value === 'string' && known.includes(value);
}

function shown(caller: Caller, permission: PermissionData, request: ApiRequest): unknown {
  const mask = parseFields(String(request.query['fields'] ?? DEFAULT_PERMISSION_FIELDS));
  checkMask(mask, PERMISSION_FIELDS);
  return applyFields(permissionResource(caller.workspace, permission), mask);
}

function checkMask(mask: FieldMask, known: readonly string[]): void {
  for (const name of mask.keys()) if (name !== '*' && !known.includes(name)) throw invalidSelection(name);
}
