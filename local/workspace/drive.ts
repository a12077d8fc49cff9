import type { FileData, PermissionData } from './data.ts';
import type { Workspace } from './workspace.ts';

export const MIME = {
  folder: 'application/vnd.google-apps.folder',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
  script: 'application/vnd.google-apps.script',
  shortcut: 'application/vnd.google-apps.shortcut',
} as const;

export type Role = PermissionData['role'];
const RANK: Record<Role, number> = { reader: 1, commenter: 2, writer: 3, owner: 4 };

/** Files, folders and who may do what with them. */
export class Drive {
  constructor(private readonly workspace: Workspace) {}

  /** Creates a file owned by `owner` in `parent` (their root folder unless said). */
  create(file: Pick<FileData, 'name' | 'mimeType'> & Partial<FileData>, owner: string, parent?: string): FileData {
    const now = this.workspace.clock.now();
    const created: FileData = {
      id: this.workspace.newId(44),
      description: '',
      parents: [parent ?? this.rootOf(owner).id],
      permissions: [{ id: this.workspace.newId(20, '0123456789'), type: 'user', role: 'owner', emailAddress: owner }],
      trashed: false,
      starred: false,
      createdTime: now,
      modifiedTime: now,
      lastModifyingUser: owner,
      appProperties: {},
      properties: {},
      writersCanShare: true,
      copyRequiresWriterPermission: false,
      ...file,
      owner,
    };
    this.workspace.data.files[created.id] = created;
    return created;
  }

  /** "My Drive" of an account, made when first asked for. */
  rootOf(owner: string): FileData {
    const found = Object.values(this.workspace.data.files).find(
      (file) => file.owner === owner && file.mimeType === MIME.folder && file.parents.length === 0 && file.name === 'My Drive',
    );
    if (found) return found;
    const now = this.workspace.clock.now();
    const root: FileData = {
      id: this.workspace.newId(19),
      name: 'My Drive',
      mimeType: MIME.folder,
      description: '',
      parents: [],
      owner,
      permissions: [{ id: this.workspace.newId(20, '0123456789'), type: 'user', role: 'owner', emailAddress: owner }],
      trashed: false,
      starred: false,
      createdTime: now,
      modifiedTime: now,
      lastModifyingUser: owner,
      appProperties: {},
      properties: {},
      writersCanShare: true,
      copyRequiresWriterPermission: false,
    };
    this.workspace.data.files[root.id] = root;
    return root;
  }

  find(id: string): FileData | undefined {
    return this.workspace.data.files[id];
  }

  /**
   * What `email` may do with the file, or null when they may not even see it. Permissions come down from folders;
   * a published form's `published` view gives no access to its file.
   */
  roleOf(email: string, id: string): Role | null {
    let best: Role | null = null;
    for (let file = this.find(id), inherited = false; file; file = file.parents[0] ? this.find(file.parents[0]) : undefined, inherited = true) {
      for (const permission of file.permissions) {
        if (permission.view === 'published') continue;
        // The owner of a folder does not by that own the files in it, but may edit them.
        const role = inherited && permission.role === 'owner' ? 'writer' : permission.role;
        if (this.covers(permission, email) && (best === null || RANK[role] > RANK[best])) best = role;
      }
      if (file.inheritedPermissionsDisabled) break;
    }
    return best;
  }

  mayRead(email: string, id: string): boolean {
    return this.roleOf(email, id) !== null;
  }

  mayWrite(email: string, id: string): boolean {
    const role = this.roleOf(email, id);
    return role === 'owner' || role === 'writer';
  }

  /** Whether a permission reaches the account; '' is somebody who is not signed in. */
  covers(permission: PermissionData, email: string): boolean {
    const person = email.toLowerCase();
    if (permission.type === 'anyone') return true;
    if (person === '') return false;
    if (permission.type === 'domain') return person.endsWith(`@${permission.domain}`);
    const named = permission.emailAddress?.toLowerCase() ?? '';
    return permission.type === 'group' ? this.workspace.people.isMember(named, person) : named === person;
  }
}
