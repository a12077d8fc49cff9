import type { FileData, PermissionData } from '../../workspace/data.ts';
import { addressOf } from '../../workspace/drive/addresses.ts';
import type { Drive, Role } from '../../workspace/drive.ts';
import { CONVERSION } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Enumeration, EnumValue, Served } from '../served.ts';
import type { DriveFolder } from './folder.ts';
import type { DriveItems } from './items.ts';
import type { FolderIterator } from './iterator.ts';
import { asDriveApp } from './refusals.ts';
import { DriveUser, emailIn } from './user.ts';

export const WRITE_SCOPES = ['https://www.googleapis.com/auth/drive'];
export const READ_SCOPES = ['https://www.googleapis.com/auth/drive.readonly', ...WRITE_SCOPES];

export const Access = new Enumeration('Access', ['ANYONE', 'ANYONE_WITH_LINK', 'DOMAIN', 'DOMAIN_WITH_LINK', 'PRIVATE']);
export const Permission = new Enumeration('Permission', ['VIEW', 'EDIT', 'COMMENT', 'OWNER', 'ORGANIZER', 'FILE_ORGANIZER', 'NONE']);

const PERMISSION_OF: Record<Role, string> = { reader: 'VIEW', commenter: 'COMMENT', writer: 'EDIT', owner: 'OWNER' };
const ROLE_OF: Record<string, Role> = { VIEW: 'reader', COMMENT: 'commenter', EDIT: 'writer' };

const READS = [
  ...['getId', 'getName', 'getDescription', 'getUrl', 'getDateCreated', 'getLastUpdated', 'getOwner', 'getEditors', 'getViewers', 'getAccess'],
  ...['getSharingAccess', 'getSharingPermission', 'isStarred', 'isTrashed', 'isShareableByEditors', 'getParents', 'getSize', 'getResourceKey'],
  ...['getSecurityUpdateEligible', 'getSecurityUpdateEnabled', 'getMimeType', 'getDownloadUrl', 'getThumbnail', 'getTargetResourceKey', 'getBlob', 'getAs'],
  ...['getTargetId', 'getTargetMimeType', 'getFiles', 'getFilesByName', 'getFilesByType', 'getFolders', 'getFoldersByName', 'searchFiles', 'searchFolders'],
];

/** What a File and a Folder have in common (docs/apps-script/reference/drive/file.md and folder.md). */
export abstract class DriveItem extends Served {
  override readonly $scopes = WRITE_SCOPES;
  override readonly $methodScopes = Object.fromEntries(READS.map((name) => [name, READ_SCOPES]));
  override readonly $latency = {
    getBlob: 300,
    getAs: CONVERSION.latency.getAs,
    makeCopy: 1500,
    createFile: 900,
    createFolder: 800,
    createShortcut: 800,
    setContent: 400,
    moveTo: 400,
    setTrashed: 300,
    addEditor: 500,
    addViewer: 500,
    addCommenter: 500,
    setSharing: 500,
    removeEditor: 400,
    removeViewer: 400,
    removeCommenter: 400,
    revokePermissions: 400,
    searchFiles: 200,
    searchFolders: 200,
  };
  readonly $run: Run;
  readonly $id: string;
  readonly $items: DriveItems;

  constructor(run: Run, id: string, items: DriveItems) {
    super();
    this.$run = run;
    this.$id = id;
    this.$items = items;
  }

  get $drive(): Drive {
    return this.$run.workspace.drive;
  }

  /** The file as it is now. @throws ScriptError when it is gone or no longer shared with the account */
  get $file(): FileData {
    return asDriveApp(() => this.$drive.get(this.$run.effective, this.$id));
  }

  /** Changes the file's own fields, which needs the right to edit. */
  $edit(change: (file: FileData) => void): this {
    asDriveApp(() => change(this.$drive.require(this.$run.effective, this.$id, 'writer')));
    return this;
  }

  getId(): string {
    return this.$file.id;
  }
  getName(): string {
    return this.$file.name;
  }
  setName(name: string): this {
    if (typeof name !== 'string') throw mismatch(`${this.$name}.setName`, [name]);
    asDriveApp(() => this.$drive.rename(this.$run.effective, this.$id, name));
    return this;
  }
  getDescription(): string | null {
    return this.$file.description || null;
  }
  setDescription(description: string): this {
    if (typeof description !== 'string') throw mismatch(`${this.$name}.setDescription`, [description]);
    return this.$edit((file) => {
      file.description = description;
    });
  }
  getUrl(): string {
    return `${addressOf(this.$file)}${this.$file.mimeType.startsWith('application/vnd.google-apps.folder') ? '' : '?usp=drivesdk'}`;
  }
  getDateCreated(): Date {
    return new Date(this.$file.createdTime);
  }
  getLastUpdated(): Date {
    return new Date(this.$file.modifiedTime);
  }
  getSize(): number {
    return Buffer.byteLength(this.$file.content ?? '', 'base64');
  }
  /** Link-shared items made since 2021 need no resource key. */
  getResourceKey(): string | null {
    void this.$file;
    return null;
  }
  getSecurityUpdateEligible(): boolean {
    void this.$file;
    return false;
  }
  getSecurityUpdateEnabled(): boolean {
    void this.$file;
    return false;
  }

  getParents(): FolderIterator {
    return this.$items.folders(this.$file.parents.filter((id) => this.$drive.mayRead(this.$run.effective, id)));
  }
  moveTo(destination: DriveFolder): this {
    if (!isFolder(destination)) throw mismatch(`${this.$name}.moveTo`, [destination]);
    asDriveApp(() => this.$drive.move(this.$run.effective, this.$id, destination.$id));
    return this;
  }

  isStarred(): boolean {
    return this.$file.starredBy.includes(this.$run.effective);
  }
  setStarred(starred: boolean): this {
    if (typeof starred !== 'boolean') throw mismatch(`${this.$name}.setStarred`, [starred]);
    asDriveApp(() => this.$drive.setStarred(this.$run.effective, this.$id, starred));
    return this;
  }
  isTrashed(): boolean {
    return this.$drive.isTrashed(this.$file);
  }
  setTrashed(trashed: boolean): this {
    if (typeof trashed !== 'boolean') throw mismatch(`${this.$name}.setTrashed`, [trashed]);
    asDriveApp(() => this.$drive.setTrashed(this.$run.effective, this.$id, trashed));
    return this;
  }
  isShareableByEditors(): boolean {
    return this.$file.writersCanShare;
  }
  setShareableByEditors(shareable: boolean): this {
    if (typeof shareable !== 'boolean') throw mismatch(`${this.$name}.setShareableByEditors`, [shareable]);
    asDriveApp(() => {
      this.$drive.require(this.$run.effective, this.$id, 'owner').writersCanShare = shareable;
    });
    return this;
  }

  getOwner(): DriveUser {
    return new DriveUser(this.$run, this.$file.owner);
  }
  setOwner(user: string | DriveUser): this {
    const emailAddress = emailIn(user, `${this.$name}.setOwner`);
    asDriveApp(() =>
      this.$drive.sharing.share(this.$run.effective, this.$id, { type: 'user', role: 'owner', emailAddress }, { notify: true, transferOwnership: true }),
    );
    return this;
  }
  getEditors(): DriveUser[] {
    return this.#usersWith(['writer']);
  }
  getViewers(): DriveUser[] {
    return this.#usersWith(['reader', 'commenter']);
  }
  addEditor(user: string | DriveUser): this {
    return this.$share(user, 'writer', 'addEditor');
  }
  addEditors(emailAddresses: string[]): this {
    for (const email of listIn(emailAddresses, `${this.$name}.addEditors`)) this.$share(email, 'writer', 'addEditors');
    return this;
  }
  addViewer(user: string | DriveUser): this {
    return this.$share(user, 'reader', 'addViewer');
  }
  addViewers(emailAddresses: string[]): this {
    for (const email of listIn(emailAddresses, `${this.$name}.addViewers`)) this.$share(email, 'reader', 'addViewers');
    return this;
  }
  removeEditor(user: string | DriveUser): this {
    return this.$unshare(user, 'removeEditor');
  }
  removeViewer(user: string | DriveUser): this {
    return this.$unshare(user, 'removeViewer');
  }
  revokePermissions(user: string | DriveUser): this {
    return this.$unshare(user, 'revokePermissions');
  }

  /** The permission given to the person by name; "Google Groups aren't supported". */
  getAccess(user: string | DriveUser): EnumValue {
    const email = emailIn(user, `${this.$name}.getAccess`);
    void this.$file;
    const own = this.$drive.permissionsOf(this.$id).find((each) => each.type === 'user' && each.view === undefined && each.emailAddress === email);
    return Permission.$of(own ? PERMISSION_OF[own.role] : 'NONE');
  }
  getSharingAccess(): EnumValue {
    const general = this.#general();
    if (!general) return Access.$of('PRIVATE');
    return Access.$of(`${general.type === 'anyone' ? 'ANYONE' : 'DOMAIN'}${general.allowFileDiscovery ? '' : '_WITH_LINK'}`);
  }
  getSharingPermission(): EnumValue {
    const general = this.#general();
    return Permission.$of(general ? PERMISSION_OF[general.role] : 'NONE');
  }
  /** docs/apps-script/reference/drive/permission.md: OWNER and the organizers' cannot be set, NONE only with ANYONE. */
  setSharing(accessType: EnumValue, permissionType: EnumValue): this {
    if (!isOf(accessType, Access) || !isOf(permissionType, Permission)) throw mismatch(`${this.$name}.setSharing`, [accessType, permissionType]);
    const access = accessType.name();
    const permission = permissionType.name();
    const role = ROLE_OF[permission];
    if (!role && !(permission === 'NONE' && access === 'ANYONE')) throw new ScriptError('Invalid argument: permissionType');
    asDriveApp(() => {
      const { effective, workspace } = this.$run;
      const { sharing } = this.$drive;
      if (!sharing.mayShare(effective, this.$file)) throw new ScriptError('Access denied: DriveApp.');
      if (role && access.startsWith('ANYONE')) sharing.requireAllowed('anyone');
      for (const old of this.$file.permissions.filter((each) => isGeneral(each))) sharing.unshare(effective, this.$id, old.id);
      if (access === 'PRIVATE' || !role) return;
      const allowFileDiscovery = !access.endsWith('_WITH_LINK');
      const who = access.startsWith('ANYONE') ? { type: 'anyone' as const } : { type: 'domain' as const, domain: workspace.data.domain };
      sharing.share(effective, this.$id, { ...who, role, allowFileDiscovery }, { notify: false });
    });
    return this;
  }

  override toString(): string {
    return this.$file.name;
  }

  /** Shares by name; Drive mails those whom a script adds. Somebody who may do more keeps it. */
  $share(user: unknown, role: Role, method: string): this {
    const emailAddress = emailIn(user, `${this.$name}.${method}`);
    const type = this.$run.workspace.data.groups[emailAddress] ? 'group' : 'user';
    asDriveApp(() => this.$drive.sharing.share(this.$run.effective, this.$id, { type, role, emailAddress }, { notify: true }));
    return this;
  }

  /** Takes a person's own permission away, whatever it is; what they have through a group, a folder or a link stays. */
  $unshare(user: unknown, method: string): this {
    const email = emailIn(user, `${this.$name}.${method}`);
    asDriveApp(() => {
      const own = this.$file.permissions.find((each) => each.emailAddress === email && each.view === undefined);
      if (own) this.$drive.sharing.unshare(this.$run.effective, this.$id, own.id);
      else if (!this.$drive.sharing.mayShare(this.$run.effective, this.$file)) throw new ScriptError('Access denied: DriveApp.');
    });
    return this;
  }

  /** Empty for those who may not edit. */
  #usersWith(roles: Role[]): DriveUser[] {
    void this.$file;
    const role = this.$drive.roleOf(this.$run.effective, this.$id);
    if (role !== 'owner' && role !== 'writer') return [];
    return this.$drive
      .permissionsOf(this.$id)
      .flatMap(({ role, view, emailAddress }) => (view === undefined && emailAddress && roles.includes(role) ? [new DriveUser(this.$run, emailAddress)] : []));
  }

  #general(): PermissionData | undefined {
    void this.$file;
    const general = this.$drive.permissionsOf(this.$id).filter(isGeneral);
    return general.find((each) => each.type === 'anyone') ?? general[0];
  }
}

export function isFolder(value: unknown): value is DriveFolder {
  return value instanceof DriveItem && value.$name === 'Folder';
}

function isGeneral({ type, view }: PermissionData): boolean {
  return view === undefined && (type === 'anyone' || type === 'domain');
}

function isOf(value: unknown, enumeration: Enumeration): value is EnumValue {
  return value instanceof EnumValue && enumeration.$values[value.name()] === value;
}

function listIn(value: unknown, method: string): string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) throw mismatch(method, [value]);
  return value;
}
