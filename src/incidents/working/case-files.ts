import { hashOf, hashOfBytes } from '../../records/hash.ts';
import { findFiled } from '../../school/filing.drive.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { keepAttachment, readAttachment, removeForGood } from '../attachments.drive.ts';
import { bytesFrom } from '../bytes.script.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import type { Attachment } from '../concern.ts';
import { is } from '../events.ts';
import { cleanName, FILE_KINDS, isPicture, kindOfFile, LARGEST_FILE } from '../file-kinds.ts';
import { refusesPictures, WHY_NO_PICTURES } from '../reporting/pictures.ts';
import { attachmentsIn } from './see-case.ts';
import { type CaseAnswer, type CasePress, caseEvent, caseFor, workOn } from './work-on.ts';

export interface AddFile extends CasePress {
  name: string;
  /** Its bytes in base64. */
  data: string;
}

/**
 * Adds a document or screenshot to a case. The same kinds and sizes as a reporter's, and no picture where images of children may be
 * concerned (rule 8).
 */
export function addFile({ key, reference, name, data }: AddFile, visit: Visit, memory: Memory): CaseAnswer {
  const { me, school, records } = visit;
  const file = checkedFile(name, data);
  const standing = records.view([caseTable]).find(caseTable, reference);
  const isTaken = standing !== undefined && mayRead(standing, me, school) && standing.state !== 'closed' && takes(standing, file);
  const kept = isTaken ? keepOnce(reference, key, file, memory) : null;
  try {
    return workOn({ key, reference }, visit, (row) => {
      if (kept === null || !takes(row, file)) throw new Refusal('pictures-refused', WHY_NO_PICTURES, 'file');
      return { events: [caseEvent('case file added', reference, { file: kept })] };
    });
  } catch (error) {
    // It is in no journal, and perhaps a picture that nobody may keep.
    if (error instanceof Refusal && kept !== null) removeForGood(kept.id);
    throw error;
  }
}

interface CheckedFile {
  name: string;
  mimeType: string;
  bytes: number[];
}

function checkedFile(typedName: string, data: string): CheckedFile {
  const name = cleanName(typedName);
  const bytes = bytesFrom(data);
  if (bytes === null || bytes.length > LARGEST_FILE) throw new Refusal('file-too-large', `${name} is larger than ${LARGEST_FILE / 1e6} MB.`, 'file');
  const kind = kindOfFile(name, bytes);
  if (kind) return { name, mimeType: kind.mimeType, bytes };
  const taken = FILE_KINDS.map(({ title }) => title).join(', ');
  throw new Refusal(
    'file-not-taken',
    `${name || 'This file'} is none of the kinds that can be added, or is not what its name says. They are: ${taken}.`,
    'file',
  );
}

function takes({ types }: Pick<CaseRow, 'types'>, { mimeType }: CheckedFile): boolean {
  return !(isPicture(mimeType) && refusesPictures(types));
}

/** Puts the file into Drive, unless an earlier try with the same key has. */
function keepOnce(reference: string, press: string, { name, mimeType, bytes }: CheckedFile, memory: Memory): Attachment {
  const key = `case-file-${hashOf(`${reference} ${press}`).slice(0, 40)}`;
  const id = findFiled([key]).get(key);
  if (id !== undefined) return { id, name, mimeType, bytes: bytes.length, sha256: hashOfBytes(bytes) };
  return keepAttachment({ key, name, mimeType }, bytes, memory.files);
}

/** A file as a page saves or shows it. */
export interface FileContent {
  name: string;
  mimeType: string;
  base64: string;
}

/** One file of a case, for those who may read the case; what was made for somebody outside too. */
export function readFile({ reference, file }: { reference: string; file: string }, { me, school, records }: Visit): FileContent {
  caseFor(records.view([caseTable]), reference, me, school);
  const history = records.history(reference);
  const packs = history.flatMap((event) => (is(event, 'case information shared') && event.payload.pack ? [event.payload.pack] : []));
  const found = [...attachmentsIn(history).map((each) => each.file), ...packs].find(({ id }) => id === file);
  if (!found) throw new Refusal('no-such-file', 'This case has no such file.');
  return { name: found.name, mimeType: found.mimeType, base64: readAttachment(found) };
}
