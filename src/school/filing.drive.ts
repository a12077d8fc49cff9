import { drive, FILE_KEY, idOf } from './files.drive.ts';

/**
 * Papers in folders. There may be thousands, so nothing remembers their ids: each is found by its key, and never made twice.
 */

/** What a paper or folder is found by and what people see. */
export interface Filed {
  key: string;
  name: string;
}

/** Names travel in the call's address, which has to stay short. */
const KEYS_A_CALL = 10;

/**
 * Where papers and folders stand that are not in the bin: one call for ten keys.
 * @returns ids by key; of two with the same key the older
 */
export function findFiled(keys: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let start = 0; start < keys.length; start += KEYS_A_CALL) {
    const terms = keys.slice(start, start + KEYS_A_CALL).map((key) => `appProperties has { key='${FILE_KEY}' and value='${key}' }`);
    const { files = [] } = drive().Files.list({
      q: `(${terms.join(' or ')}) and trashed = false and 'me' in owners`,
      fields: 'files(id,appProperties)',
      orderBy: 'createdTime',
      pageSize: 1_000,
    });
    for (const file of files) {
      const key = (file.appProperties as Record<string, string> | undefined)?.[FILE_KEY] ?? '';
      if (!found.has(key)) found.set(key, idOf(file));
    }
  }
  return found;
}

export function makeFolder(folder: Filed, parent: string): string {
  return idOf(drive().Files.create({ ...inFolder(folder, parent), mimeType: 'application/vnd.google-apps.folder' }));
}

/** Puts a paper into a folder under its own name. One call makes it with its key, so that it is found after a crash. */
export function putInto(parent: string, key: string, paper: GoogleAppsScript.Base.Blob): string {
  return idOf(drive().Files.create(inFolder({ key, name: paper.getName() ?? key }, parent), paper));
}

function inFolder({ key, name }: Filed, parent: string) {
  return { name, parents: [parent], appProperties: { [FILE_KEY]: key } };
}
