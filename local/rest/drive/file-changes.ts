import type { FileData } from '../../workspace/data.ts';
import { badRequest, insufficientPermissions } from '../../workspace/drive/refusals.ts';
import { MIME } from '../../workspace/drive.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import type { Caller } from '../api.ts';

/** docs/workspace/drive/api/guides/properties.md "Limits" */
const MAX_PROPERTY_BYTES = 124;
const MAX_PROPERTIES = 30;

const WRITABLE = [
  ...['name', 'description', 'starred', 'properties', 'appProperties', 'writersCanShare', 'copyRequiresWriterPermission', 'viewersCanCopyContent'],
  ...['createdTime', 'modifiedTime', 'contentRestrictions', 'downloadRestrictions', 'inheritedPermissionsDisabled', 'mimeType', 'trashed'],
];
/** Writable in Google, not modelled here. */
const UNMODELLED = ['contentHints', 'folderColorRgb', 'viewedByMeTime', 'originalFilename', 'thumbnailVersion', 'linkShareMetadata', 'labelInfo'];
const OUTPUT_ONLY = [
  ...[
    'kind',
    'size',
    'owners',
    'permissions',
    'permissionIds',
    'shared',
    'ownedByMe',
    'capabilities',
    'webViewLink',
    'webContentLink',
    'lastModifyingUser',
    'version',
  ],
  ...[
    'md5Checksum',
    'sha1Checksum',
    'sha256Checksum',
    'headRevisionId',
    'quotaBytesUsed',
    'spaces',
    'exportLinks',
    'explicitlyTrashed',
    'fileExtension',
    'fullFileExtension',
  ],
];

/** The request's File, checked: what may not be written, or is not known, is refused. `also` names fields that only this method takes. */
export function readBody(body: unknown, also: readonly string[]): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw badRequest('The request body is not a File.');
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  for (const name of Object.keys(given)) {
    if (WRITABLE.includes(name) || also.includes(name)) continue;
    if (name === 'parents') {
      throw notWritable('The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.');
    }
    if (UNMODELLED.includes(name)) throw new NotModelled(`writing ${name} of a Drive file`);
    if (OUTPUT_ONLY.includes(name) || name === 'id') throw notWritable('The resource body includes fields which are not directly writable.');
    throw badRequest(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
  }
  return given;
}

/**
 * Applies a File's fields to a file that the caller may edit; each field by the right it needs.
 * @throws ApiError
 */
export function applyBody(caller: Caller, file: FileData, body: Record<string, unknown>): void {
  const { drive } = caller.workspace;
  const { email } = caller;
  const text = (name: string): string => {
    const value = body[name];
    if (typeof value !== 'string') throw badRequest(`Invalid value for: ${name}`);
    return value;
  };
  const yes = (name: string): boolean => {
    const value = body[name];
    if (typeof value !== 'boolean') throw badRequest(`Invalid value for: ${name}`);
    return value;
  };
  const time = (name: string): number => {
    const value = Date.parse(text(name));
    if (Number.isNaN(value)) throw badRequest(`Invalid value for: ${name}`);
    return value;
  };
  if ('contentRestrictions' in body) restrict(email, file, body['contentRestrictions'], drive.roleOf(email, file.id) === 'owner');
  if ('name' in body && body['name'] !== file.name) drive.rename(email, file.id, text('name'));
  if ('description' in body) file.description = text('description');
  if ('starred' in body) drive.setStarred(email, file.id, yes('starred'));
  if ('properties' in body) file.properties = merged(file.properties, body['properties']);
  if ('appProperties' in body) file.appProperties[caller.app] = merged(file.appProperties[caller.app] ?? {}, body['appProperties']);
  if ('writersCanShare' in body) {
    drive.require(email, file.id, 'owner');
    file.writersCanShare = yes('writersCanShare');
  }
  if ('copyRequiresWriterPermission' in body) file.copyRequiresWriterPermission = yes('copyRequiresWriterPermission');
  if ('viewersCanCopyContent' in body) file.copyRequiresWriterPermission = !yes('viewersCanCopyContent');
  if ('downloadRestrictions' in body) {
    drive.require(email, file.id, 'owner');
    file.downloadRestrictions = downloadRestriction(body['downloadRestrictions']);
  }
  if ('inheritedPermissionsDisabled' in body) {
    if (file.mimeType !== MIME.folder) throw badRequest('Only folders can have inherited permissions disabled.');
    drive.require(email, file.id, 'owner');
    file.inheritedPermissionsDisabled = yes('inheritedPermissionsDisabled');
  }
  if ('trashed' in body) drive.setTrashed(email, file.id, yes('trashed'));
  if ('createdTime' in body) file.createdTime = time('createdTime');
  if ('modifiedTime' in body) file.modifiedTime = time('modifiedTime');
}

/** docs/workspace/drive/api/guides/content-restrictions.md: one restriction a file; an owner's is changed by the owner only. */
function restrict(email: string, file: FileData, value: unknown, isOwner: boolean): void {
  const wanted = Array.isArray(value) && value.length === 1 ? (value[0] as Record<string, unknown>) : undefined;
  if (!wanted || typeof wanted['readOnly'] !== 'boolean') throw badRequest('contentRestrictions takes one restriction with readOnly.');
  const { readOnly, ownerRestricted = false, reason, ...rest } = wanted;
  if (Object.keys(rest).length > 0) throw notWritable('The resource body includes fields which are not directly writable.');
  if ([MIME.form, MIME.folder, MIME.shortcut].some((type) => type === file.mimeType)) throw badRequest('This file type cannot have a content restriction.');
  if (!isOwner && (file.contentRestrictions?.ownerRestricted || ownerRestricted)) throw insufficientPermissions(file.id);
  if (readOnly) file.contentRestrictions = { readOnly: true, ownerRestricted: ownerRestricted === true, ...(typeof reason === 'string' ? { reason } : {}) };
  else delete file.contentRestrictions;
  file.lastModifyingUser = email;
}

function downloadRestriction(value: unknown): { restrictedForReaders: boolean; restrictedForWriters: boolean } {
  const item = (value as { itemDownloadRestriction?: Record<string, unknown> } | null)?.itemDownloadRestriction;
  if (!item) throw badRequest('downloadRestrictions takes an itemDownloadRestriction.');
  const restrictedForWriters = item['restrictedForWriters'] === true;
  // "If true, download is also restricted for readers."
  return { restrictedForReaders: restrictedForWriters || item['restrictedForReaders'] === true, restrictedForWriters };
}

/** New values over old; null clears. @throws ApiError 403 beyond the documented limits */
function merged(old: Record<string, string>, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw badRequest('Invalid value for: properties');
  const next = { ...old };
  for (const [key, item] of Object.entries(value)) {
    if (item === null) delete next[key];
    else next[key] = String(item);
    if (Buffer.byteLength(key + (next[key] ?? '')) > MAX_PROPERTY_BYTES) {
      throw new ApiError(403, `The property "${key}" is longer than ${MAX_PROPERTY_BYTES} bytes.`, 'PERMISSION_DENIED', 'propertyTooLong');
    }
  }
  if (Object.keys(next).length > MAX_PROPERTIES) {
    throw new ApiError(403, `A file can have at most ${MAX_PROPERTIES} properties from one app.`, 'PERMISSION_DENIED', 'tooManyProperties');
  }
  return next;
}

function notWritable(message: string): ApiError {
  return new ApiError(403, message, 'PERMISSION_DENIED', 'fieldNotWritable');
}
