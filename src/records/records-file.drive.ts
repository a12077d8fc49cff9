import { RESTORE_FILE, RecordsMissing } from './errors.ts';
import { codeOf } from './patience.script.ts';

const NAME = 'Handrail records';
const KEY = 'handrail';
const VALUE = 'records';

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
  return idOf(files().create({ name: NAME, mimeType: 'application/vnd.google-apps.spreadsheet', appProperties: { [KEY]: VALUE }, writersCanShare: false }));
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
