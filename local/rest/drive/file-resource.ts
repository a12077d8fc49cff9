import { createHash } from 'node:crypto';
import type { FileData } from '../../workspace/data.ts';
import { addressOf, downloadAddressOf } from '../../workspace/drive/addresses.ts';
import { mayCopy } from '../../workspace/drive/copying.ts';
import { permissionIdOf } from '../../workspace/drive/sharing.ts';
import { MIME, RANK } from '../../workspace/drive.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Caller } from '../api.ts';
import { applyFields, type FieldMask, invalidSelection } from '../fields.ts';
import { exportTypesOf } from './export.ts';
import { permissionResource } from './permission-resource.ts';

type Asked = Caller & { includePublished: boolean };

/** Each field of a File in the Drive API v3 (docs/workspace/drive/api/reference/rest/v3/files.md); undefined leaves it out. */
const FIELDS: Record<string, (file: FileData, asked: Asked) => unknown> = {
  kind: () => 'drive#file',
  id: (file) => file.id,
  name: (file) => file.name,
  mimeType: (file) => file.mimeType,
  description: (file) => file.description || undefined,
  starred: (file, { email }) => file.starredBy.includes(email),
  trashed: (file, { workspace }) => workspace.drive.isTrashed(file),
  explicitlyTrashed: (file) => file.trashed,
  parents: (file, { workspace, email }) => filled(file.parents.filter((id) => workspace.drive.mayRead(email, id))),
  properties: (file) => filledObject(file.properties),
  appProperties: (file, { app }) => filledObject(file.appProperties[app] ?? {}),
  spaces: () => ['drive'],
  webViewLink: (file) => `${addressOf(file)}?usp=drivesdk`,
  webContentLink: (file) => (file.content === undefined ? undefined : downloadAddressOf(file)),
  createdTime: (file) => new Date(file.createdTime).toISOString(),
  modifiedTime: (file) => new Date(file.modifiedTime).toISOString(),
  owners: (file, { workspace, email }) => [userResource(workspace, file.owner, email)],
  lastModifyingUser: (file, { workspace, email }) => userResource(workspace, file.lastModifyingUser, email),
  ownedByMe: (file, { email }) => file.owner === email,
  shared: (file, { workspace }) => workspace.drive.permissionsOf(file.id).some((each) => each.view === undefined && each.role !== 'owner'),
  capabilities,
  viewersCanCopyContent: (file) => !file.copyRequiresWriterPermission,
  copyRequiresWriterPermission: (file) => file.copyRequiresWriterPermission,
  writersCanShare: (file) => file.writersCanShare,
  permissions: (file, asked) => visiblePermissions(file, asked)?.map((each) => permissionResource(asked.workspace, each)),
  permissionIds: (file, asked) => visiblePermissions(file, asked)?.map((each) => each.id),
  size: (file) => (file.content === undefined ? undefined : String(bytesIn(file).length)),
  quotaBytesUsed: (file) => String(bytesIn(file).length),
  md5Checksum: (file) => checksum(file, 'md5'),
  sha1Checksum: (file) => checksum(file, 'sha1'),
  sha256Checksum: (file) => checksum(file, 'sha256'),
  originalFilename: (file) => (file.content === undefined ? undefined : file.name),
  fileExtension: (file) => extension(file, /\.([^.]+)$/),
  fullFileExtension: (file) => extension(file, /\.(.+)$/),
  headRevisionId: (file) => (file.content === undefined ? undefined : headRevisionId(file)),
  isAppAuthorized: (file, { app }) => file.apps.includes(app),
  exportLinks: (file) => {
    const types = exportTypesOf(file.mimeType);
    return types.length === 0
      ? undefined
      : Object.fromEntries(types.map((type) => [type, `https://www.googleapis.com/drive/v3/files/${file.id}/export?mimeType=${encodeURIComponent(type)}`]));
  },
  shortcutDetails: (file, { workspace }) =>
    file.shortcutTarget === undefined ? undefined : { targetId: file.shortcutTarget, targetMimeType: workspace.drive.find(file.shortcutTarget)?.mimeType },
  contentRestrictions: (file) => (file.contentRestrictions?.readOnly ? [{ ...file.contentRestrictions, type: 'globalContentRestriction' }] : undefined),
  downloadRestrictions: (file) => (file.downloadRestrictions ? { itemDownloadRestriction: file.downloadRestrictions } : undefined),
  inheritedPermissionsDisabled: (file) => (file.mimeType === MIME.folder ? (file.inheritedPermissionsDisabled ?? false) : undefined),
};

/** Fields that Google has and this Workspace has not; asking for one by name is refused, `*` goes without. */
const UNMODELLED = [
  'driveId contentHints viewedByMe thumbnailLink iconLink sharingUser hasThumbnail folderColorRgb modifiedByMe modifiedByMeTime viewedByMeTime sharedWithMeTime',
  'version teamDriveId hasAugmentedPermissions trashingUser thumbnailVersion trashedTime imageMediaMetadata videoMediaMetadata resourceKey linkShareMetadata labelInfo',
].flatMap((line) => line.split(' '));

/** What v3 gives when `fields` is not asked for (…/guides/fields-parameter.md). */
export const DEFAULT_FILE_FIELDS = 'kind,id,name,mimeType';

/**
 * A file as the API shows it to the caller, only the fields of the mask.
 * @throws ApiError 400 for a field that no file has
 */
export function fileResource(caller: Caller, file: FileData, mask: FieldMask, includePublished: boolean): Record<string, unknown> {
  const asked = { ...caller, includePublished };
  const shown: Record<string, unknown> = {};
  for (const name of mask.has('*') ? new Set([...Object.keys(FIELDS), ...mask.keys()]) : mask.keys()) {
    if (name === '*') continue;
    const read = FIELDS[name];
    if (!read && UNMODELLED.includes(name)) throw new NotModelled(`the field ${name} of a Drive file`);
    if (!read) throw invalidSelection(name);
    const value = read(file, asked);
    if (value !== undefined) shown[name] = applyFields(value, mask.get(name) ?? null);
  }
  return shown;
}

export function userResource(workspace: Workspace, email: string, caller: string): Record<string, unknown> {
  const person = workspace.people.find(email);
  return {
    kind: 'drive#user',
    displayName: person ? `${person.givenName} ${person.familyName}`.trim() : email.split('@')[0],
    me: email === caller,
    permissionId: permissionIdOf({ type: 'user', emailAddress: email }),
    emailAddress: email,
  };
}

/** One revision is kept, the newest. Its id changes when the content does. */
export function headRevisionId(file: FileData): string {
  return createHash('sha256').update(`${file.id} ${file.modifiedTime}`).digest('base64url').slice(0, 40);
}

/** "Only available if the requesting user can share the file"; those of the published form only when asked for. */
function visiblePermissions(file: FileData, { workspace, email, includePublished }: Asked) {
  if (!workspace.drive.sharing.mayShare(email, file)) return undefined;
  return workspace.drive.permissionsOf(file.id).filter((each) => includePublished || each.view !== 'published');
}

function capabilities(file: FileData, { workspace, email }: Asked): Record<string, boolean> {
  const { drive } = workspace;
  const rank = RANK[drive.roleOf(email, file.id) ?? 'reader'];
  const writer = rank >= RANK.writer;
  const owner = rank === RANK.owner;
  const folder = file.mimeType === MIME.folder;
  const locked = file.contentRestrictions?.readOnly ?? false;
  const copyable = !folder && mayCopy(workspace, email, file);
  return {
    canAddChildren: folder && writer,
    canComment: rank >= RANK.commenter && !locked,
    canCopy: copyable,
    canDelete: owner,
    canDownload: copyable,
    canEdit: writer && !locked,
    canListChildren: folder,
    canModifyContent: writer && !locked,
    canModifyEditorContentRestriction: writer && !folder,
    canModifyOwnerContentRestriction: owner && !folder,
    canMoveItemWithinDrive: writer,
    canReadRevisions: writer && !folder,
    canRemoveChildren: folder && writer,
    canRemoveContentRestriction: locked && (owner || (writer && !file.contentRestrictions?.ownerRestricted)),
    canRename: writer && !locked,
    canShare: drive.sharing.mayShare(email, file),
    canTrash: owner,
    canUntrash: owner,
  };
}

function bytesIn(file: FileData): Buffer {
  return Buffer.from(file.content ?? '', 'base64');
}

function checksum(file: FileData, algorithm: string): string | undefined {
  return file.content === undefined ? undefined : createHash(algorithm).update(bytesIn(file)).digest('hex');
}

function extension(file: FileData, pattern: RegExp): string | undefined {
  return file.content === undefined ? undefined : (pattern.exec(file.name)?.[1] ?? '');
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function filledObject<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
