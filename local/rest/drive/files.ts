import { createHash } from 'node:crypto';
import type { FileData } from '../../workspace/data.ts';
import { mayCopy } from '../../workspace/drive/copying.ts';
import { badRequest, insufficientPermissions } from '../../workspace/drive/refusals.ts';
import { MIME } from '../../workspace/drive.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { mimeTypeOf } from '../../workspace/mime.ts';
import { type ApiMethod, type ApiRequest, type Caller, Media } from '../api.ts';
import { parseFields } from '../fields.ts';
import { readParameters } from '../parameters.ts';
import { createGoogleFile } from './contents.ts';
import { exportFile } from './export.ts';
import { applyBody, readBody } from './file-changes.ts';
import { DEFAULT_FILE_FIELDS, fileResource } from './file-resource.ts';
import { reachable, SCOPES } from './scopes.ts';

/** Shared drives do not exist here, so saying that one copes with them changes nothing; labels and pinned revisions are not modelled. */
const COMMON = {
  supportsAllDrives: 'boolean',
  supportsTeamDrives: 'boolean',
  enforceSingleParent: 'boolean',
  includePermissionsForView: 'string',
  includeLabels: 'unmodelled',
} as const;
const UPLOADING = { ...COMMON, keepRevisionForever: 'unmodelled', ocrLanguage: 'unmodelled', useContentAsIndexableText: 'unmodelled' } as const;

export const fileMethods: ApiMethod[] = [
  {
    id: 'drive.files.create',
    verb: 'POST',
    path: '/drive/v3/files',
    scopes: SCOPES.create,
    body: true,
    media: true,
    ms: 1100,
    call(caller, request) {
      const query = readParameters(request.query, { ...UPLOADING, ignoreDefaultVisibility: 'boolean' });
      const body = readBody(request.body, ['id', 'parents', 'shortcutDetails']);
      return shown(caller, create(caller, body, request.media), request, query.includePermissionsForView);
    },
  },
  {
    id: 'drive.files.get',
    verb: 'GET',
    path: '/drive/v3/files/{fileId}',
    scopes: SCOPES.read,
    ms: 150,
    call(caller, request) {
      const query = readParameters(request.query, { ...COMMON, acknowledgeAbuse: 'boolean' });
      const file = reachable(caller, pathId(request));
      if (request.query['alt'] === 'media') return download(caller, file);
      return shown(caller, file, request, query.includePermissionsForView);
    },
  },
  {
    id: 'drive.files.update',
    verb: 'PATCH',
    path: '/drive/v3/files/{fileId}',
    scopes: SCOPES.update,
    body: true,
    media: true,
    ms: 300,
    call(caller, request) {
      const query = readParameters(request.query, { ...UPLOADING, addParents: 'string', removeParents: 'string' });
      const file = reachable(caller, pathId(request));
      const { email, workspace } = caller;
      const body = readBody(request.body, []);
      // One's own star needs no right to edit.
      if (Object.keys(body).some((name) => name !== 'starred') || request.media) workspace.drive.require(email, file.id, 'writer');
      if ('mimeType' in body && body['mimeType'] !== file.mimeType && !request.media)
        throw badRequest('The MIME type cannot be changed without a new revision.');
      if (request.media) upload(caller, file, request.media, body['mimeType']);
      reparent(caller, file, query.addParents, query.removeParents);
      applyBody(caller, file, body);
      if ((Object.keys(body).length > 0 || request.media) && !('modifiedTime' in body)) workspace.drive.touch(file, email);
      return shown(caller, file, request, query.includePermissionsForView);
    },
  },
  {
    id: 'drive.files.copy',
    verb: 'POST',
    path: '/drive/v3/files/{fileId}/copy',
    scopes: SCOPES.copy,
    body: true,
    ms: 1500,
    call(caller, request) {
      const query = readParameters(request.query, { ...UPLOADING, ignoreDefaultVisibility: 'boolean' });
      const { parents, ...body } = readBody(request.body, ['parents']);
      if ('mimeType' in body) throw new NotModelled('Drive.Files.copy with a conversion');
      const file = reachable(caller, pathId(request));
      const copy = caller.workspace.drive.copy(caller.email, file.id, { apps: [caller.app] }, parentIn(parents));
      applyBody(caller, copy, body);
      return shown(caller, copy, request, query.includePermissionsForView);
    },
  },
  {
    id: 'drive.files.delete',
    verb: 'DELETE',
    path: '/drive/v3/files/{fileId}',
    scopes: SCOPES.create,
    ms: 300,
    call(caller, request) {
      readParameters(request.query, COMMON);
      caller.workspace.drive.remove(caller.email, reachable(caller, pathId(request)).id);
    },
  },
  {
    id: 'drive.files.emptyTrash',
    verb: 'DELETE',
    path: '/drive/v3/files/trash',
    scopes: SCOPES.full,
    call(caller, request) {
      readParameters(request.query, { enforceSingleParent: 'boolean', driveId: 'unmodelled' });
      caller.workspace.drive.emptyTrash(caller.email);
    },
  },
  {
    id: 'drive.files.export',
    verb: 'GET',
    path: '/drive/v3/files/{fileId}/export',
    scopes: SCOPES.download,
    required: ['mimeType'],
    ms: 800,
    call(caller, request) {
      const { mimeType = '' } = readParameters(request.query, { mimeType: 'string' });
      const file = reachable(caller, pathId(request));
      if (!mayCopy(caller.workspace, caller.email, file)) throw notDownloadable();
      return new Media(mimeType, exportFile(caller.workspace, file, mimeType), file.name);
    },
  },
  {
    id: 'drive.files.generateIds',
    verb: 'GET',
    path: '/drive/v3/files/generateIds',
    scopes: SCOPES.create,
    call(caller, request) {
      const { count = 10, space = 'drive', type = 'files' } = readParameters(request.query, { count: 'integer', space: 'string', type: 'string' });
      if (space !== 'drive') throw new NotModelled(`the Drive space ${space}`);
      if (count < 1 || count > 1000) throw badRequest('Invalid value for: count');
      if (type !== 'files' && type !== 'shortcuts') throw badRequest('Invalid value for: type');
      return { kind: 'drive#generatedIds', space, ids: Array.from({ length: count }, () => signed(caller.workspace.newId(38))) };
    },
  },
];

/** The id in the path, `root` being the caller's own root folder. */
function pathId(request: ApiRequest): string {
  return request.path['fileId'] ?? '';
}

function shown(caller: Caller, file: FileData, request: ApiRequest, view: string | undefined): Record<string, unknown> {
  if (view !== undefined && view !== 'published') throw badRequest('Only the view "published" is supported.');
  return fileResource(caller, file, parseFields(String(request.query['fields'] ?? DEFAULT_FILE_FIELDS)), view === 'published');
}

function create(caller: Caller, body: Record<string, unknown>, media: ApiRequest['media']): FileData {
  const { workspace, email, app } = caller;
  const { parents, id, mimeType, shortcutDetails, ...rest } = body;
  const name = typeof rest['name'] === 'string' ? rest['name'] : 'Untitled';
  const type = typeof mimeType === 'string' ? mimeType : (media?.mimeType ?? mimeTypeOf(name) ?? 'application/octet-stream');
  const parent = parentIn(parents);
  const folder = parent === undefined ? undefined : workspace.drive.requireFolder(email, parent);
  const google = type.startsWith('application/vnd.google-apps.');
  if (id !== undefined) checkNewId(caller, id, google && type !== MIME.folder);
  if (google && media) throw new NotModelled(`importing ${media.mimeType} as ${type}`);
  const file = google
    ? createGoogleFile(workspace, email, type, name, shortcutTargetIn(caller, type, shortcutDetails))
    : workspace.drive.create({ name, mimeType: type, content: '' }, email);
  if (typeof id === 'string') renumber(caller, file, id);
  file.parents = [folder?.id ?? workspace.drive.rootOf(email).id];
  file.apps = [app];
  if (media) file.content = media.bytes.toString('base64');
  applyBody(caller, file, rest);
  return file;
}

/** Ids made by `generateIds` carry a check of their own, so that an invented one is told apart. */
function signed(base: string): string {
  return base + createHash('sha256').update(base).digest('base64url').slice(0, 6);
}

/** docs/workspace/drive/api/guides/create-file.md: not for Google's own types but folders; a used id is a conflict. */
function checkNewId(caller: Caller, id: unknown, googleType: boolean): void {
  if (typeof id !== 'string' || googleType || id !== signed(id.slice(0, -6))) {
    throw new ApiError(400, 'The provided file ID is not usable.', 'INVALID_ARGUMENT', 'fileIdInvalid');
  }
  if (caller.workspace.drive.find(id)) throw new ApiError(409, 'A file already exists with the provided ID.', 'ALREADY_EXISTS', 'fileIdInUse');
}

function renumber(caller: Caller, file: FileData, id: string): void {
  delete caller.workspace.data.files[file.id];
  file.id = id;
  caller.workspace.data.files[id] = file;
}

function shortcutTargetIn(caller: Caller, type: string, details: unknown): string | undefined {
  if (type !== MIME.shortcut) return undefined;
  const target = (details as { targetId?: unknown } | undefined)?.targetId;
  if (typeof target !== 'string') throw badRequest('A shortcut needs shortcutDetails.targetId.');
  return caller.workspace.drive.get(caller.email, target).id;
}

function parentIn(parents: unknown): string | undefined {
  if (parents === undefined) return undefined;
  if (!Array.isArray(parents) || parents.some((each) => typeof each !== 'string')) throw badRequest('Invalid value for: parents');
  if (parents.length > 1) throw new ApiError(400, 'A file can have one parent only.', 'INVALID_ARGUMENT', 'multipleParentsNotSupported');
  return parents[0] as string | undefined;
}

function upload(caller: Caller, file: FileData, media: NonNullable<ApiRequest['media']>, mimeType: unknown): void {
  if (file.mimeType.startsWith('application/vnd.google-apps.')) throw new NotModelled(`uploading ${media.mimeType} into ${file.mimeType}`);
  caller.workspace.drive.requireContent(caller.email, file.id);
  file.content = media.bytes.toString('base64');
  file.mimeType = typeof mimeType === 'string' ? mimeType : media.mimeType;
}

/** A file has one parent, so adding one means taking the other away in the same request. */
function reparent(caller: Caller, file: FileData, add: string | undefined, remove: string | undefined): void {
  const { drive } = caller.workspace;
  const removed = remove?.split(',').map((id) => (id === 'root' ? drive.rootOf(caller.email).id : id)) ?? [];
  for (const id of removed) if (!file.parents.includes(id)) throw badRequest(`The file is not in the folder ${id}.`);
  if (add === undefined) {
    if (removed.length > 0) drive.move(caller.email, file.id, drive.rootOf(file.owner).id);
    return;
  }
  const added = add.split(',').map((id) => (id === 'root' ? drive.rootOf(caller.email).id : id));
  if (added.length > 1 || (removed.length === 0 && !file.parents.includes(added[0] ?? ''))) {
    throw new ApiError(403, 'Increasing the number of parents is not allowed', 'PERMISSION_DENIED', 'cannotAddParent');
  }
  if (added[0] !== undefined) drive.move(caller.email, file.id, added[0]);
}

function download(caller: Caller, file: FileData): Media {
  if (file.content === undefined) {
    throw new ApiError(
      403,
      'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
      'PERMISSION_DENIED',
      'fileNotDownloadable',
    );
  }
  if (caller.scopes.every((scope) => scope.includes('drive.metadata'))) throw insufficientPermissions(file.id);
  if (!mayCopy(caller.workspace, caller.email, file)) throw notDownloadable();
  return new Media(file.mimeType, Buffer.from(file.content, 'base64'), file.name);
}

function notDownloadable(): ApiError {
  return new ApiError(403, 'This file cannot be downloaded by the user.', 'PERMISSION_DENIED', 'cannotDownloadFile');
}
