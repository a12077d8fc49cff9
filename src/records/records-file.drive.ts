import { RESTORE_FILE, RecordsMissing } from './errors.ts';
import { codeOf } from './patience.script.ts';

const NAME = 'Handrail records';
const MIME_TYPE = 'application/vnd.google-apps.spreadsheet';
const KEY = 'handrail';
const VALUE = 'records';
/** While they are written anew, in a file beside. */
const SUCCESSOR = 'records being written anew';
const JOB = 'job';

/**
 * The id of the records spreadsheet: the one that carries our key, or a new one when none was ever made. There is never a second.
 * @throws RecordsMissing when it lies in the bin, or when there are several
 */
export function findOrMakeFile(): string {
  const found = files().list({ q: `appProperties has { key='${KEY}' and value='${VALUE}' } and 'me' in owners`, fields: 'files(id,trashed)' }).files ?? [];
  const [only, another] = found;
  if (another)
    throw new RecordsMissing(
      `There are ${found.length} files that say they are Handrail's records.`,
      'Please keep the one Handrail used, and delete the copies for good.',
    );
  if (only) {
    if (only.trashed) throw inTheBin();
    return idOf(only);
  }
  // One call makes the file with its key: if this run ends right after it, the next one finds the file.
  return idOf(files().create({ name: NAME, mimeType: MIME_TYPE, appProperties: { [KEY]: VALUE }, writersCanShare: false }));
}

/**
 * The id of the spreadsheet in which a job writes the records anew, made when there is none. What other jobs have left half done goes
 * for good: it holds what the records hold.
 * @param job says what is left out, so that no job goes on in the file of another
 * @param inUse the records themselves, which may have been such a file and not yet be called otherwise
 */
export function findOrMakeSuccessor(job: string, inUse: string): string {
  const q = `appProperties has { key='${KEY}' and value='${SUCCESSOR}' } and 'me' in owners`;
  const standing = (files().list({ q, fields: 'files(id,appProperties,trashed)' }).files ?? []).filter(({ id }) => id !== inUse);
  const [mine, ...others] = [...standing].sort((one, other) => Number(isFor(job, other)) - Number(isFor(job, one)));
  const found = mine && isFor(job, mine) ? mine : undefined;
  for (const each of found ? others : standing) deleteForGood(idOf(each));
  const appProperties = { [KEY]: SUCCESSOR, [JOB]: job };
  return idOf(found ?? files().create({ name: `${NAME} (being written anew)`, mimeType: MIME_TYPE, appProperties, writersCanShare: false }));
}

function isFor(job: string, { appProperties, trashed }: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File): boolean {
  return trashed !== true && (appProperties as Record<string, string> | undefined)?.[JOB] === job;
}

/** From now on this spreadsheet is the one that is found as the records. */
export function nameRecordsFile(id: string): void {
  files().update({ name: NAME, trashed: false, appProperties: { [KEY]: VALUE } }, id);
}

/**
 * Deletes a file past the bin, with all its versions (docs/workspace/drive/api/reference/rest/v3/files/delete). One that is gone
 * already is no fault.
 */
export function deleteForGood(id: string): void {
  try {
    files().remove(id);
  } catch (error) {
    if (codeOf(error) !== 404) throw error;
  }
}

/** @throws RecordsMissing when the file is gone, or lies in the bin: it could still be written to there, and be gone in thirty days */
export function checkNotInBin(id: string): void {
  let trashed: boolean | undefined;
  try {
    trashed = files().get(id, { fields: 'trashed' }).trashed;
  } catch (error) {
    if (codeOf(error) === 404) throw new RecordsMissing(`The file "${NAME}" is gone.`, RESTORE_FILE);
    throw error;
  }
  if (trashed) throw inTheBin();
}

function inTheBin(): RecordsMissing {
  return new RecordsMissing(
    `The file "${NAME}" is in the bin.`,
    'Please restore it from the bin of the safeguarding account’s Drive, then come back to this page.',
  );
}

function idOf(file: { id?: string | undefined }): string {
  if (!file.id) throw new Error('Drive gave a file without an id');
  return file.id;
}

function files(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  if (typeof Drive === 'undefined') throw new RecordsMissing('The advanced Drive service is not enabled in this script.', 'Please deploy Handrail again.');
  return Drive.Files;
}
