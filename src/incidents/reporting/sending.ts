import { IDEMPOTENCY_KEY, type Records } from '../../records/records.ts';
import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import { removeForGood } from '../attachments.drive.ts';
import type { Attachment } from '../concern.ts';
import { is } from '../events.ts';
import { isPicture } from '../file-kinds.ts';
import type { DraftContent, Writing } from './draft.ts';
import { attachmentFrom, changeDraft, type Draft, draftOf, makeAttachment, type Upload, uploadOf, uploadsOf } from './drafts.drive.ts';
import { whyNoPictures } from './pictures.ts';

/** What is sent from a draft. */
export interface FromDraft {
  /** Id of the draft; '' when nothing was kept. */
  draft: string;
  /** Ids of the files that go with it, as the page shows them. */
  files: readonly string[];
}

/**
 * Something on its way from a draft into the journal. The draft and its files stay as they are until the journal has it; then the files
 * that went with it are the concern's and everything else goes. Whatever fails in between, the heartbeat does.
 */
export interface Sending {
  draft: Draft | null;
  uploads: readonly Upload[];
}

/** Looks the draft and its files up. Without files it may fail: a concern never waits for its draft. */
export function sendingOf({ draft, files }: FromDraft, what: Writing, me: Pick<Person, 'email'>): Sending {
  const look = (): Sending => {
    const standing = draft === '' ? null : draftOf(me.email, what, draft);
    return { draft: standing, uploads: standing === null ? [] : files.flatMap((id) => uploadOf(standing.id, id) ?? []) };
  };
  return files.length > 0 ? look() : (quietly(look) ?? { draft: null, uploads: [] });
}

/** Notes in the draft that it is being sent with this key: when the concern is in the journal and the draft still there, it can be told. */
export function notePress({ draft }: Sending, key: string, content: DraftContent): void {
  if (draft !== null && !(draft.pressed && draft.key === key)) quietly(() => changeDraft(draft, key, true, content));
}

/**
 * The files, for the concern.
 * @throws Refusal when one that the page shows is not there any more
 */
export function filesOf({ uploads }: Sending, files: readonly string[]): Attachment[] {
  if (uploads.length < files.length)
    throw new Refusal('file-gone', 'A file that you added is not there any more. Remove it from the list, then add it again or send without it.', 'files');
  return uploads.map(attachmentFrom);
}

/**
 * Deletes pictures for good that may not be kept with what is sent.
 * @throws Refusal when there were any: whoever sends it must know
 */
export function refusePictures({ uploads }: Sending, me: Pick<Person, 'kind'>): void {
  const pictures = uploads.filter(({ mimeType }) => isPicture(mimeType));
  if (pictures.length === 0) return;
  for (const { id } of pictures) removeForGood(id);
  const names = pictures.map(({ name }) => name).join(', ');
  throw new Refusal('pictures-refused', `${whyNoPictures(me)} ${names} has been deleted for good. Nothing has been sent yet: press Send again.`, 'files');
}

/** When it is in the journal: its files are its own, and the draft goes. */
export function finishSending({ draft }: Sending, reference: string, records: Records): void {
  if (draft !== null) quietly(() => finish(draft.id, reference, records));
}

/** See `finishSending`. May be cut off anywhere and begun again: the draft goes last. */
export function finish(draft: string, reference: string, records: Records): void {
  const listed = uploadsOf(draft);
  const kept = filesIn(reference, records);
  // Drive's search may not know yet of a file that is a few seconds old.
  const unlisted = [...kept].filter((id) => !listed.some((upload) => upload.id === id)).flatMap((id) => uploadOf(draft, id) ?? []);
  for (const upload of [...listed, ...unlisted]) {
    if (kept.has(upload.id)) makeAttachment(upload);
    else removeForGood(upload.id);
  }
  removeForGood(draft);
}

/** The reference of what was sent with exactly this draft; null when it is not in the journal. */
export function sentAs({ key }: Pick<Draft, 'key'>, { by }: Pick<DraftContent, 'by'>, records: Records): string | null {
  if (!IDEMPOTENCY_KEY.test(key)) return null;
  // A decision that decides nothing writes nothing; for a key that was answered before, the answer comes again.
  const answer = records.decide<{ reference: string } | null>({ key, actor: by }, () => ({ events: [], answer: null }));
  return answer?.reference ?? null;
}

function filesIn(reference: string, records: Records): Set<string> {
  const events = records.history(reference);
  return new Set(events.flatMap((event) => (is(event, 'concern raised') || is(event, 'concern added to') ? event.payload.files.map(({ id }) => id) : [])));
}

/** @returns null when it failed: what is sent matters more than what is left behind */
export function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    console.warn(`a draft is left for the heartbeat: ${String((error as Error).message ?? error)}`);
    return null;
  }
}
