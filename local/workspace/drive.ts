import type { FileData, PermissionData } from './data.ts';
import { copyFile } from './drive/copying.ts';
import { MIME, RANK, type Role } from './drive/kinds.ts';
import { fileNotFound, insufficientPermissions, invalid } from './drive/refusals.ts';
import { type SearchOptions, search } from './drive/search.ts';
import { permissionIdOf, Sharing } from './drive/sharing.ts';
import { ApiError } from './errors.ts';
import type { Workspace } from './workspace.ts';

export { MIME, RANK, type Role };

/** docs/workspace/drive/api/guides/folder.md: a My Drive cannot hold more than 100 levels of folders. */
const MAX_DEPTH = 100;

/**
 * Files, folders and who may do what with them. What changes something takes the account that asks (`who`) and throws
 * Drive's own `ApiError` when it may not; the plain lookups (`find`, `roleOf`, `create`) ask nobody.
 */
export class Drive {
  readonly sharing: Sharing;

  constructor(private readonly workspace: Workspace) {
    this.sharing = new Sharing(workspace, this);
  }

  /** Creates a file owned by `owner` in `parent` (their root folder unless said). */
  create(file: Pick<FileData, 'name' | 'mimeType'> & Partial<FileData>, owner: string, parent?: string): FileData {
    return this.add({ parents: [parent ?? this.rootOf(owner).id], ...file }, owner);
  }

  /** "My Drive" of an account, made when first asked for. */
  rootOf(owner: string): FileData {
    const found = Object.values(this.workspace.data.files).find((file) => file.owner === owner && this.isRoot(file));
    return found ?? this.add({ id: this.workspace.newId(19), name: 'My Drive', mimeType: MIME.folder, parents: [] }, owner);
  }

  isRoot(file: FileData): boolean {
    return file.mimeType === MIME.folder && file.parents.length === 0 && file.name === 'My Drive';
  }

  find(id: string): FileData | undefined {
    return this.workspace.data.files[id];
  }

  /** The file, when `who` may at least read it; `root` is their own root folder. @throws ApiError 404 as well when it exists but is not theirs to see. */
  get(who: string, id: string): FileData {
    const file = id === 'root' ? this.rootOf(who) : this.find(id);
    if (!file || !this.mayRead(who, file.id)) throw fileNotFound(id);
    return file;
  }

  /** The file, when `who` has at least `role` on it. @throws ApiError 404 or 403 */
  require(who: string, id: string, role: Role): FileData {
    const file = this.get(who, id);
    const has = this.roleOf(who, file.id);
    if (has === null || RANK[has] < RANK[role]) throw insufficientPermissions(id);
    return file;
  }

  /** The file, when `who` may change its content and name. @throws ApiError also for a content restriction, whoever asks */
  requireContent(who: string, id: string): FileData {
    const file = this.require(who, id, 'writer');
    if (file.contentRestrictions?.readOnly) {
      throw new ApiError(403, 'The file is read-only because of a content restriction.', 'PERMISSION_DENIED', 'contentRestricted');
    }
    return file;
  }

  /**
   * What `email` may do with the file, or null when they may not even see it. Permissions come down from folders;
   * a published form's `published` view gives no access to its file.
   */
  roleOf(email: string, id: string): Role | null {
    let best: Role | null = null;
    for (const permission of this.permissionsOf(id)) {
      if (permission.view === undefined && this.covers(permission, email) && (best === null || RANK[permission.role] > RANK[best])) best = permission.role;
    }
    return best;
  }

  /**
   * Every permission that counts for the file, its own and those that come down from folders; one a grantee and view, the
   * highest (docs/workspace/drive/api/guides/manage-sharing.md "How permissions work").
   */
  permissionsOf(id: string): (PermissionData & { inherited: boolean })[] {
    const found = new Map<string, PermissionData & { inherited: boolean }>();
    let inherited = false;
    for (let file = this.find(id); file; file = file.parents[0] ? this.find(file.parents[0]) : undefined) {
      for (const permission of file.permissions) {
        if (inherited && permission.view !== undefined) continue;
        // The owner of a folder does not by that own the files in it, but may edit them.
        const role = inherited && permission.role === 'owner' ? 'writer' : permission.role;
        const key = `${permission.id} ${permission.view ?? ''}`;
        const known = found.get(key);
        if (!known || RANK[role] > RANK[known.role]) found.set(key, { ...permission, role, inherited });
      }
      if (file.inheritedPermissionsDisabled) break;
      inherited = true;
    }
    return [...found.values()];
  }

  mayRead(email: string, id: string): boolean {
    return this.roleOf(email, id) !== null;
  }

  /** Whether `email` may change the content: nobody may while a content restriction makes it read-only. */
  mayWrite(email: string, id: string): boolean {
    const role = this.roleOf(email, id);
    return (role === 'owner' || role === 'writer') && !this.find(id)?.contentRestrictions?.readOnly;
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

  /** In the bin, itself or with a folder above it. */
  isTrashed(file: FileData): boolean {
    for (let each: FileData | undefined = file; each; each = each.parents[0] ? this.find(each.parents[0]) : undefined) if (each.trashed) return true;
    return false;
  }

  childrenOf(folderId: string): FileData[] {
    return Object.values(this.workspace.data.files).filter((file) => file.parents[0] === folderId);
  }

  search(who: string, options: SearchOptions): FileData[] {
    return search(this.workspace, who, options);
  }

  /** Notes that `who` changed the file now. */
  touch(file: FileData, who: string): void {
    file.modifiedTime = this.workspace.clock.now();
    file.lastModifyingUser = who;
  }

  rename(who: string, id: string, name: string): FileData {
    const file = this.requireContent(who, id);
    if (this.isRoot(file)) throw insufficientPermissions(id);
    file.name = name;
    const titled = this.workspace.data.scripts[file.id];
    if (titled) titled.title = name;
    this.touch(file, who);
    return file;
  }

  /** Puts the file into another folder, the only one it then has. Its sharing stays; what came down from the old folder goes. */
  move(who: string, id: string, folderId: string): FileData {
    const file = this.get(who, id);
    const from = file.parents[0];
    const allowed = file.owner === who || (from !== undefined && this.mayWrite(who, from) && RANK[this.roleOf(who, file.id) ?? 'reader'] >= RANK.writer);
    if (!allowed || this.isRoot(file)) throw insufficientPermissions(id);
    const folder = this.requireFolder(who, folderId);
    let depth = 0;
    for (let above: FileData | undefined = folder; above; above = above.parents[0] ? this.find(above.parents[0]) : undefined) {
      if (above.id === file.id) throw invalid('A folder cannot be put into itself or into a folder within it.');
      depth += 1;
    }
    if (depth > MAX_DEPTH) {
      throw new ApiError(
        403,
        `Your My Drive can't contain more than ${MAX_DEPTH} levels of folders.`,
        'PERMISSION_DENIED',
        'myDriveHierarchyDepthLimitExceeded',
      );
    }
    file.parents = [folder.id];
    return file;
  }

  /** The folder, when `who` may put something into it. @throws ApiError */
  requireFolder(who: string, id: string): FileData {
    const folder = this.require(who, id, 'writer');
    if (folder.mimeType !== MIME.folder) throw new ApiError(403, 'The specified parent is not a folder.', 'PERMISSION_DENIED', 'parentNotAFolder');
    return folder;
  }

  /** Only the owner may bin a file or take it out again (docs/workspace/drive/api/reference/rest/v3/files.md `trashed`). */
  setTrashed(who: string, id: string, trashed: boolean): FileData {
    const file = this.require(who, id, 'owner');
    if (this.isRoot(file)) throw insufficientPermissions(id);
    file.trashed = trashed;
    return file;
  }

  /** Deletes for good, the owner only; with a folder goes everything in it that the same account owns (…/files/delete.md). */
  remove(who: string, id: string): void {
    const file = this.require(who, id, 'owner');
    if (this.isRoot(file)) throw insufficientPermissions(id);
    this.erase(file);
  }

  emptyTrash(who: string): void {
    for (const file of Object.values(this.workspace.data.files)) if (file.trashed && file.owner === who && this.find(file.id)) this.erase(file);
  }

  /** A copy owned by `who`. @throws ApiError when the file may not be copied by them */
  copy(who: string, id: string, changes: Partial<FileData> = {}, folderId?: string): FileData {
    return copyFile(this.workspace, who, this.get(who, id), changes, folderId);
  }

  setStarred(who: string, id: string, starred: boolean): FileData {
    const file = this.get(who, id);
    file.starredBy = file.starredBy.filter((each) => each !== who);
    if (starred) file.starredBy.push(who);
    return file;
  }

  /** Bytes that the account's own uploads take; Google's own types take none. */
  storageUsed(owner: string): number {
    return Object.values(this.workspace.data.files)
      .filter((file) => file.owner === owner)
      .reduce((sum, file) => sum + Buffer.byteLength(file.content ?? '', 'base64'), 0);
  }

  private add(file: Pick<FileData, 'name' | 'mimeType' | 'parents'> & Partial<FileData>, owner: string): FileData {
    const now = this.workspace.clock.now();
    const created: FileData = {
      id: this.workspace.newId(44),
      description: '',
      permissions: [{ id: permissionIdOf({ type: 'user', emailAddress: owner }), type: 'user', role: 'owner', emailAddress: owner }],
      trashed: false,
      starredBy: [],
      createdTime: now,
      modifiedTime: now,
      lastModifyingUser: owner,
      appProperties: {},
      properties: {},
      apps: [],
      writersCanShare: true,
      copyRequiresWriterPermission: false,
      ...file,
      owner,
    };
    this.workspace.data.files[created.id] = created;
    return created;
  }

  private erase(file: FileData): void {
    for (const child of this.childrenOf(file.id)) {
      if (child.owner === file.owner) this.erase(child);
      else child.parents = [this.rootOf(child.owner).id];
    }
    const { files, spreadsheets, documents, forms, scripts } = this.workspace.data;
    for (const script of Object.values(scripts)) if (script.container === file.id) delete scripts[script.id];
    delete files[file.id];
    delete spreadsheets[file.id];
    delete documents[file.id];
    delete forms[file.id];
    delete scripts[file.id];
  }
}
