import { createHash } from 'node:crypto';
import type { FileData, PermissionData } from '../data.ts';
import type { Drive } from '../drive.ts';
import { ApiError } from '../errors.ts';
import { compose } from '../mail/compose.ts';
import type { Workspace } from '../workspace.ts';
import { addressOf } from './addresses.ts';
import { MIME, RANK, type Role } from './kinds.ts';
import { badRequest, insufficientPermissions, invalidSharing } from './refusals.ts';

export type Grant = Omit<PermissionData, 'id'>;

export interface ShareOptions {
  /** Mail the person or the group about it. */
  notify: boolean;
  message?: string;
  /** Acknowledges that the present owner becomes a writer; needed for the role `owner`. */
  transferOwnership?: boolean;
  moveToNewOwnersRoot?: boolean;
}

/** Who is let in, by whom (docs/workspace/drive/api/guides/manage-sharing.md). */
export class Sharing {
  constructor(
    private readonly workspace: Workspace,
    private readonly drive: Drive,
  ) {}

  /** Whether `who` may change the sharing: an owner always, a writer unless the owner took that away (`writersCanShare`). */
  mayShare(who: string, file: FileData): boolean {
    const role = this.drive.roleOf(who, file.id);
    return role === 'owner' || (role === 'writer' && file.writersCanShare);
  }

  /** docs/workspace/drive/api/guides/handle-errors.md, "The ACL change isn't allowed for this user". @throws ApiError when the domain's settings forbid it */
  requireAllowed(type: Grant['type']): void {
    if (type === 'anyone' && this.workspace.data.linkSharingOff) throw invalidSharing('ACL change not allowed.');
  }

  /** Grants at least `grant.role`; a grantee who already has more keeps it. @throws ApiError */
  share(who: string, id: string, grant: Grant, options: ShareOptions): PermissionData {
    const file = this.requireShare(who, id);
    this.checkGrant(file, grant, options);
    if (grant.role === 'owner') return this.transfer(who, file, grant, options);
    const wanted: PermissionData = { ...grant, id: permissionIdOf(grant) };
    if (wanted.emailAddress) wanted.emailAddress = wanted.emailAddress.toLowerCase();
    const existing = file.permissions.find((each) => each.id === wanted.id && each.view === wanted.view);
    if (!existing) file.permissions.push(wanted);
    else if (RANK[wanted.role] > RANK[existing.role]) existing.role = wanted.role;
    if (options.notify) this.notify(who, file, wanted, options.message);
    return existing ?? wanted;
  }

  /** Sets another role on a permission of the file itself. @throws ApiError */
  setRole(who: string, id: string, permissionId: string, role: Role, transferOwnership = false): PermissionData {
    const file = this.requireShare(who, id);
    const permission = this.own(file, permissionId);
    if (role === 'owner') return this.transfer(who, file, permission, { notify: true, transferOwnership });
    if (permission.role === 'owner') throw insufficientPermissions(id);
    permission.role = role;
    return permission;
  }

  /**
   * Takes a permission away. Anyone may take away their own; an inherited one goes only where it comes from.
   * @throws ApiError 404 when there is no such permission, 403 for the owner's
   */
  unshare(who: string, id: string, permissionId: string): void {
    const file = this.drive.get(who, id);
    if (permissionId !== permissionIdOf({ type: 'user', emailAddress: who })) this.requireShare(who, id);
    const permission = this.own(file, permissionId);
    if (permission.role === 'owner') throw insufficientPermissions(id);
    file.permissions = file.permissions.filter((each) => each !== permission);
  }

  private requireShare(who: string, id: string): FileData {
    const file = this.drive.get(who, id);
    if (!this.mayShare(who, file)) throw insufficientPermissions(id);
    return file;
  }

  private own(file: FileData, permissionId: string): PermissionData {
    const permission = file.permissions.find((each) => each.id === permissionId);
    if (permission) return permission;
    if (this.drive.permissionsOf(file.id).some((each) => each.id === permissionId)) {
      throw new ApiError(
        403,
        'Inherited permissions can only be changed on the folder they come from.',
        'PERMISSION_DENIED',
        'cannotModifyInheritedPermission',
      );
    }
    throw new ApiError(404, `Permission not found: ${permissionId}.`, 'NOT_FOUND', 'notFound');
  }

  private checkGrant(file: FileData, grant: Grant, options: ShareOptions): void {
    const named = grant.type === 'user' || grant.type === 'group';
    if (named && !grant.emailAddress) throw badRequest('The emailAddress field is required for permissions of type user or group.');
    if (!named && grant.emailAddress) throw badRequest('The emailAddress field is only valid for permissions of type user or group.');
    if ((grant.type === 'domain') !== (grant.domain !== undefined))
      throw badRequest('The domain field is required for, and only valid for, permissions of type domain.');
    if (named && grant.allowFileDiscovery !== undefined) throw badRequest('allowFileDiscovery is only applicable for permissions of type domain or anyone.');
    if (grant.view !== undefined && (grant.role !== 'reader' || file.mimeType !== MIME.form))
      throw badRequest('The published view takes readers of a form only.');
    if (grant.role === 'commenter' && file.mimeType === MIME.form) throw badRequest('Forms have no commenters.');
    this.requireAllowed(grant.type);
    if (grant.emailAddress) this.checkGrantee(grant.type, grant.emailAddress.toLowerCase(), options.notify);
  }

  /** An address of the school's own domain must exist; one without a Google account can only be invited by mail. */
  private checkGrantee(type: Grant['type'], email: string, notify: boolean): void {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw badRequest(`The specified emailAddress is invalid or not applicable for the given permission type.`);
    const { people, data } = this.workspace;
    const exists = type === 'group' ? data.groups[email] !== undefined : people.find(email) !== undefined || data.groups[email] !== undefined;
    if (!exists && people.isInDomain(email)) throw invalidSharing(`${email} is not an account of this organisation.`);
    if (people.find(email)?.hasAccount === false && !notify) {
      throw invalidSharing(
        `You are trying to invite ${email}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient.`,
      );
    }
  }

  /** docs/workspace/drive/api/guides/transfer-file.md: within the organisation, by the owner, knowingly. */
  private transfer(who: string, file: FileData, grant: Grant, options: ShareOptions): PermissionData {
    if (file.owner !== who) throw insufficientPermissions(file.id);
    if (grant.type !== 'user' || !grant.emailAddress) throw badRequest('Only a user can own a file.');
    if (!options.transferOwnership) {
      throw new ApiError(403, "The transferOwnership parameter must be enabled when the permission role is 'owner'.", 'PERMISSION_DENIED', 'forbidden');
    }
    const heir = grant.emailAddress.toLowerCase();
    if (!this.workspace.people.isInDomain(heir)) throw invalidSharing('Ownership can only be transferred to another user in the same organization.');
    for (const permission of file.permissions) if (permission.role === 'owner') permission.role = 'writer';
    file.permissions = file.permissions.filter((each) => each.emailAddress !== heir);
    const permission: PermissionData = { id: permissionIdOf(grant), type: 'user', role: 'owner', emailAddress: heir };
    file.permissions.push(permission);
    file.owner = heir;
    if (options.moveToNewOwnersRoot) file.parents = [this.drive.rootOf(heir).id];
    if (options.notify) this.notify(who, file, permission, options.message);
    return permission;
  }

  /** The mail Drive sends for the person who shares; an address that cannot take it does not undo the sharing. */
  private notify(who: string, file: FileData, { emailAddress, role }: PermissionData, message?: string): void {
    if (!emailAddress) return;
    const { mail } = this.workspace;
    const { name } = mail.identity(who);
    const deed = role === 'owner' ? 'own' : role === 'writer' ? 'edit' : role === 'commenter' ? 'comment on' : 'view';
    const text = `${name || who} (${who}) has invited you to ${deed} the following:\n\n${file.name}\n${addressOf(file)}\n${message ? `\n${message}\n` : ''}`;
    const from = { name: `${name || who} (via Google Drive)`, address: 'drive-shares-noreply@google.com' };
    mail.receive(compose({ from, to: emailAddress, replyTo: who, subject: `Shared with you: "${file.name}"`, text }));
  }
}

/** The id of a grantee's permission: the same on every file. */
export function permissionIdOf(grant: Pick<PermissionData, 'type' | 'emailAddress' | 'domain' | 'allowFileDiscovery'>): string {
  if (grant.type === 'anyone') return grant.allowFileDiscovery ? 'anyone' : 'anyoneWithLink';
  const digest = createHash('sha256')
    .update((grant.emailAddress ?? grant.domain ?? '').toLowerCase())
    .digest();
  const digits = (digest.readBigUInt64BE() % 10n ** 19n).toString().padStart(20, '0');
  return grant.type === 'domain' ? `${digits}k` : digits;
}
