import { hashOfBytes } from '../../records/hash.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import { findFiled } from '../../school/filing.drive.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { keepAttachment, readAttachment, removeForGood } from '../attachments.drive.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import { type CheckedFile, checkedFile } from '../checked-file.ts';
import type { Attachment } from '../concern.ts';
import { is } from '../events.ts';
import { uploadKey } from '../reporting/draft.ts';
import { makeAttachment, uploadProperties } from '../reporting/drafts.drive.ts';
import { refusesPictures, WHY_NO_PICTURES } from '../reporting/pictures.ts';
import { quietly } from '../reporting/sending.ts';
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
  const file = checkedFile(name, data, 'file');
  const standing = records.view([caseTable]).find(caseTable, reference);
  const mine = standing !== undefined && mayRead(standing, me, school) && standing.state !== 'closed' ? standing : null;
  const story = mine && file.isPicture ? storyIn(records.history(reference)) : '';
  const kept = mine && takes(mine, file, story) ? keepOnce(reference, key, file, memory) : null;
  try {
    const answer = workOn({ key, reference }, visit, (row) => {
      if (kept === null || !takes(row, file, story)) throw new Refusal('pictures-refused', WHY_NO_PICTURES.staff, 'file');
      return { events: [caseEvent('case file added', reference, { file: kept })] };
    });
    if (kept !== null) quietly(() => makeAttachment(kept));
    return answer;
  } catch (error) {
    // It is in no journal, and perhaps a picture that nobody may keep.
    if (error instanceof Refusal && kept !== null) removeForGood(kept.id);
    throw error;
  }
}

/** Until it is classified, what the reporter wrote says as well what a case may be about. */
function takes({ types, severity }: Pick<CaseRow, 'types' | 'severity'>, { isPicture }: CheckedFile, story: string): boolean {
  return !(isPicture && refusesPictures(types, severity === '' ? story : ''));
}

function storyIn(history: readonly RecordedEvent[]): string {
  return history.flatMap((event) => (is(event, 'concern raised') ? [event.payload.story] : [])).join();
}

/** Puts the file into Drive, unless an earlier try with the same key has. Until the journal has it, it belongs to nothing (`clearDrafts`). */
function keepOnce(reference: string, press: string, { name, mimeType, bytes }: CheckedFile, memory: Memory): Attachment {
  const key = uploadKey(reference, press);
  const id = findFiled([key]).get(key);
  if (id !== undefined) return { id, name, mimeType, bytes: bytes.length, sha256: hashOfBytes(bytes) };
  return keepAttachment({ key, name, mimeType, properties: uploadProperties(reference) }, bytes, memory.files);
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
