import { drive, FILE_KEY, idOf } from '../../school/files.drive.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import { contentOf, ifThere, makeThere, removeForGood } from '../attachments.drive.ts';
import { blobOf, bytesOfText, textFrom } from '../bytes.script.ts';
import type { Attachment } from '../concern.ts';
import { type DraftContent, draftKey, type Writing } from './draft.ts';

/**
 * What people have begun to write, as files in the role account's Drive: one a writer, with their uploads. Their private properties say
 * what they are: `kind`; of a draft `key` (the press that would send exactly this), `pressed` and `revision`; of an upload `draft` and `sha256`.
 */
const KIND = { draft: 'draft', upload: 'upload', attachment: 'attachment' } as const;
const FIELDS = 'id,name,mimeType,size,createdTime,modifiedTime,appProperties';

type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

export interface Draft {
  id: string;
  /** When it was begun and last written, ISO 8601. */
  created: string;
  saved: string;
  /** Of the press that sends exactly what stands in it. */
  key: string;
  /** It was pressed: the concern may be in the journal. */
  pressed: boolean;
  /** Counts up with every change: two devices may write at the same draft. */
  revision: number;
}

export interface Upload extends Attachment {
  /** Id of the draft it belongs to. */
  draft: string;
  /** What it is found by. */
  key: string;
  /** When it was put there, ISO 8601. */
  created: string;
}

/** What somebody has begun, the latest first: usually one or none. */
export function draftsOf(writer: string, what: Writing): Draft[] {
  return list(`appProperties has { key='${FILE_KEY}' and value='${draftKey(writer, what)}' }`).flatMap((file) => draftIn(file) ?? []);
}

/** Somebody's draft by its id, if it is theirs and still there. */
export function draftOf(writer: string, what: Writing, id: string): Draft | null {
  const file = ifThere(() => drive().Files.get(id, { fields: FIELDS }));
  return file && propertiesOf(file)[FILE_KEY] === draftKey(writer, what) ? draftIn(file) : null;
}

/** Every draft and upload there is: for the heartbeat. */
export function everythingBegun(): { drafts: Draft[]; uploads: Upload[] } {
  const kind = (value: string) => `appProperties has { key='kind' and value='${value}' }`;
  const files = list(`(${kind(KIND.draft)} or ${kind(KIND.upload)})`);
  return { drafts: files.flatMap((file) => draftIn(file) ?? []), uploads: files.flatMap((file) => uploadIn(file) ?? []) };
}

export function isThere(id: string): boolean {
  return ifThere(() => drive().Files.get(id, { fields: 'id' })) !== null;
}

/** Files put to a draft, oldest first. */
export function uploadsOf(draft: string): Upload[] {
  return list(`appProperties has { key='draft' and value='${draft}' }`)
    .flatMap((file) => uploadIn(file) ?? [])
    .sort((a, b) => (a.created < b.created ? -1 : 1));
}

/** A file by its id, if it was put to this draft and still is there. */
export function uploadOf(draft: string, id: string): Upload | null {
  const file = ifThere(() => drive().Files.get(id, { fields: FIELDS }));
  const upload = file && uploadIn(file);
  return upload?.draft === draft ? upload : null;
}

/** @throws Refusal when it cannot be read: it is then of no use to anybody */
export function contentOfDraft(id: string): DraftContent | null {
  const bytes = contentOf(id);
  if (bytes === null) return null;
  try {
    return JSON.parse(textFrom(bytes)) as DraftContent;
  } catch {
    throw new Refusal('draft-unreadable', 'What you began to write cannot be read any more. Throw it away and begin again.');
  }
}

/** @returns its id */
export function makeDraft(writer: string, what: Writing, key: string, content: DraftContent, files: Memory['files']): string {
  const appProperties = { [FILE_KEY]: draftKey(writer, what), kind: KIND.draft, key, pressed: 'no', revision: '1' };
  return makeThere({ name: 'Draft', mimeType: 'text/plain', appProperties }, blobFor(content), files);
}

/** Writes a draft anew: text and properties in one call. */
export function changeDraft({ id, revision }: Draft, key: string, pressed: boolean, content: DraftContent): number {
  const appProperties = { key, pressed: pressed ? 'yes' : 'no', revision: String(revision + 1) };
  drive().Files.update({ mimeType: 'text/plain', appProperties }, id, blobFor(content));
  return revision + 1;
}

/** From now on this file is a concern's: it does not go when its draft goes, and nothing of it leads to the draft. */
export function makeAttachment({ id }: Pick<Upload, 'id'>): void {
  drive().Files.update({ appProperties: { kind: KIND.attachment, draft: 'sent' } }, id);
}

/** Deletes a draft and the files that were put to it, for good. The draft goes last: what is left is found by it. */
export function removeDraft(draft: string): void {
  for (const { id } of uploadsOf(draft)) removeForGood(id);
  removeForGood(draft);
}

/** What an upload's properties say of it besides its key. */
export function uploadProperties(draft: string): Record<string, string> {
  return { kind: KIND.upload, draft };
}

export function attachmentFrom({ id, name, mimeType, bytes, sha256 }: Upload): Attachment {
  return { id, name, mimeType, bytes, sha256 };
}

function list(which: string): DriveFile[] {
  const q = `${which} and trashed = false and 'me' in owners`;
  return drive().Files.list({ q, fields: `files(${FIELDS})`, orderBy: 'modifiedTime desc', pageSize: 1_000 }).files ?? [];
}

function draftIn(file: DriveFile): Draft | null {
  const { kind, key = '', pressed, revision } = propertiesOf(file);
  if (kind !== KIND.draft) return null;
  const { createdTime = '', modifiedTime = '' } = file;
  return { id: idOf(file), created: createdTime, saved: modifiedTime, key, pressed: pressed === 'yes', revision: Number(revision) };
}

function uploadIn(file: DriveFile): Upload | null {
  const { kind, draft = '', sha256 = '', [FILE_KEY]: key = '' } = propertiesOf(file);
  if (kind !== KIND.upload) return null;
  const { name = '', mimeType = '', size = '0', createdTime = '' } = file;
  return { id: idOf(file), name, mimeType, bytes: Number(size), sha256, draft, key, created: createdTime };
}

function propertiesOf({ appProperties }: DriveFile): Record<string, string> {
  return (appProperties as Record<string, string> | undefined) ?? {};
}

function blobFor(content: DraftContent): GoogleAppsScript.Base.Blob {
  return blobOf(bytesOfText(JSON.stringify(content)), 'text/plain', 'Draft');
}
