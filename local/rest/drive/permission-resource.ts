import type { PermissionData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What v3 gives of a permission when `fields` is not asked for (docs/workspace/drive/api/reference/rest/v3/permissions.md). */
export const DEFAULT_PERMISSION_FIELDS = 'kind,id,type,role';
export const PERMISSION_FIELDS = [
  ...['kind', 'id', 'type', 'role', 'emailAddress', 'domain', 'displayName', 'allowFileDiscovery', 'view', 'deleted', 'pendingOwner'],
  ...['permissionDetails', 'photoLink', 'expirationTime', 'inheritedPermissionsDisabled', 'teamDrivePermissionDetails'],
];

export function permissionResource(workspace: Workspace, permission: PermissionData): Record<string, unknown> {
  const { id, type, role, emailAddress, domain, view, allowFileDiscovery } = permission;
  const person = type === 'user' && emailAddress ? workspace.people.find(emailAddress) : undefined;
  const group = type === 'group' && emailAddress ? workspace.data.groups[emailAddress] : undefined;
  const displayName = person ? `${person.givenName} ${person.familyName}`.trim() : (group?.name ?? domain);
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress }),
    ...(domain === undefined ? {} : { domain }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(view === undefined ? {} : { view }),
    ...(type === 'domain' || type === 'anyone' ? { allowFileDiscovery: allowFileDiscovery ?? false } : { deleted: false, pendingOwner: false }),
  };
}
