import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { keepAttachment, removeForGood } from '../attachments.drive.ts';
import { caseTable } from '../case.ts';
import { checkedFile } from '../checked-file.ts';
import type { Attachment } from '../concern.ts';
import { MOST_FILES } from '../file-kinds.ts';
import { uploadKey, type Writing } from './draft.ts';
import { draftOf, uploadOf, uploadProperties, uploadsOf } from './drafts.drive.ts';
import { myConcern } from './my-concerns.ts';
import { refusesPictures, whyNoPictures } from './pictures.ts';

export interface UploadFile {
  what: Writing;
  /** Id of the draft it is put to. */
  draft: string;
  /** The page's own for this file: a repeated upload is the same file. */
  key: IdempotencyKey;
  name: string;
  /** Its bytes in base64. */
  data: string;
  /** What the concern is about as far as it is written: whether pictures may be kept at all. */
  typeHint: string;
  story: string;
}

export type Uploaded = Pick<Attachment, 'id' | 'name' | 'mimeType' | 'bytes'>;

/**
 * Puts a document or screenshot to a draft.
 * @throws Refusal when the file is too large or of another kind, when there are too many, and for any picture where images of children may be concerned
 */
export function uploadFile(request: UploadFile, visit: Visit, memory: Memory): Uploaded {
  const { name, mimeType, isPicture, bytes } = checkedFile(request.name, request.data, 'files');
  if (isPicture && takesNoPictures(request, visit)) throw new Refusal('pictures-refused', whyNoPictures(visit.me), 'files');

  const draft = draftOrRefuse(visit, request);
  const there = uploadsOf(draft);
  const key = uploadKey(draft, request.key);
  const file = there.find((upload) => upload.key === key);
  if (file) return shown(file);
  if (there.length >= MOST_FILES) throw new Refusal('too-many-files', `There can be ${MOST_FILES} files. Remove one first.`, 'files');
  return shown(keepAttachment({ key, name, mimeType, properties: uploadProperties(draft) }, bytes, memory.files));
}

/** Deletes a file that was put to a draft, for good. */
export function removeUpload({ what, draft, file }: { what: Writing; draft: string; file: string }, visit: Visit): Record<string, never> {
  const upload = uploadOf(draftOrRefuse(visit, { what, draft }), file);
  if (upload) removeForGood(upload.id);
  return {};
}

function takesNoPictures({ what, typeHint, story }: UploadFile, { me, records }: Visit): boolean {
  const types = what === '' ? [] : myConcern(records.view([caseTable]), what, me).types;
  return refusesPictures([...types, typeHint], story);
}

function draftOrRefuse({ me }: Visit, { what, draft }: { what: Writing; draft: string }): string {
  const standing = draftOf(me.email, what, draft);
  if (standing) return standing.id;
  throw new Refusal('draft-gone', 'This draft was sent or thrown away, on another device or in another window.', 'files');
}

function shown({ id, name, mimeType, bytes }: Uploaded): Uploaded {
  return { id, name, mimeType, bytes };
}
