import type { FileData } from '../../workspace/data.ts';
import { badRequest, invalid } from '../../workspace/drive/refusals.ts';
import { MIME } from '../../workspace/drive.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { ApiMethod, Caller } from '../api.ts';
import { type FieldMask, invalidSelection, parseFields } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { DEFAULT_FILE_FIELDS, fileResource } from './file-resource.ts';
import { inReach, SCOPES } from './scopes.ts';

const LIST_FIELDS = ['kind', 'incompleteSearch', 'nextPageToken', 'files'];

export const listFiles: ApiMethod = {
  id: 'drive.files.list',
  verb: 'GET',
  path: '/drive/v3/files',
  scopes: SCOPES.read,
  ms: 300,
  call(caller, request) {
    const query = readParameters(request.query, {
      q: 'string',
      pageSize: 'integer',
      pageToken: 'string',
      orderBy: 'string',
      spaces: 'string',
      corpora: 'string',
      includePermissionsForView: 'string',
      supportsAllDrives: 'boolean',
      supportsTeamDrives: 'boolean',
      includeItemsFromAllDrives: 'boolean',
      includeTeamDriveItems: 'boolean',
      corpus: 'unmodelled',
      driveId: 'unmodelled',
      teamDriveId: 'unmodelled',
      includeLabels: 'unmodelled',
    });
    const { pageSize = 100, corpora = 'user', spaces = 'drive' } = query;
    if (pageSize < 1 || pageSize > 1000) throw badRequest(`Invalid value '${pageSize}'. Values must be within the range: [1, 1000]`);
    if (corpora !== 'user') throw new NotModelled(`the corpora ${corpora}`);
    if (spaces !== 'drive') throw new NotModelled(`the Drive space ${spaces}`);
    const found = caller.workspace.drive.search(caller.email, { q: query.q ?? '', app: caller.app }).filter((file) => inReach(caller, file));
    const ordered = query.orderBy === undefined ? found : sorted(caller, found, query.orderBy);
    const page = pageOf(ordered, pageSize, query.pageToken);

    const mask = parseFields(String(request.query['fields'] ?? `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FILE_FIELDS})`));
    for (const name of mask.keys()) if (name !== '*' && !LIST_FIELDS.includes(name)) throw invalidSelection(name);
    const wants = (name: string) => mask.has(name) || mask.has('*');
    const fileMask: FieldMask = mask.get('files') ?? new Map([['*', null]]);
    return {
      ...(wants('kind') ? { kind: 'drive#fileList' } : {}),
      ...(wants('incompleteSearch') ? { incompleteSearch: false } : {}),
      ...(wants('nextPageToken') && page.nextPageToken !== undefined ? { nextPageToken: page.nextPageToken } : {}),
      ...(wants('files') ? { files: page.items.map((file) => fileResource(caller, file, fileMask, query.includePermissionsForView === 'published')) } : {}),
    };
  },
};

type Key = (file: FileData, caller: Caller) => string | number;
const KEYS: Record<string, Key> = {
  createdTime: (file) => file.createdTime,
  modifiedTime: (file) => file.modifiedTime,
  recency: (file) => Math.max(file.createdTime, file.modifiedTime),
  name: (file) => file.name.toLowerCase(),
  name_natural: (file) => file.name.toLowerCase(),
  folder: (file) => (file.mimeType === MIME.folder ? 0 : 1),
  starred: (file, { email }) => (file.starredBy.includes(email) ? 0 : 1),
  quotaBytesUsed: (file) => file.content?.length ?? 0,
};
const UNMODELLED_KEYS = ['modifiedByMeTime', 'sharedWithMeTime', 'viewedByMeTime'];

/** `folder,modifiedTime desc,name` */
function sorted(caller: Caller, files: FileData[], orderBy: string): FileData[] {
  const orders = orderBy.split(',').map((part) => {
    const [name = '', direction, ...more] = part.trim().split(/\s+/);
    if (UNMODELLED_KEYS.includes(name)) throw new NotModelled(`ordering by ${name}`);
    const key = KEYS[name];
    if (!key || more.length > 0 || (direction !== undefined && direction !== 'desc')) throw invalid(`Invalid Value: orderBy ${part}`);
    return { key, numeric: name === 'name_natural', sign: direction === 'desc' ? -1 : 1 };
  });
  return [...files].sort((a, b) => {
    for (const { key, numeric, sign } of orders) {
      const [left, right] = [key(a, caller), key(b, caller)];
      const difference = typeof left === 'number' ? left - Number(right) : left.localeCompare(String(right), 'en', { numeric });
      if (difference !== 0) return difference * sign;
    }
    return 0;
  });
}
