import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { removeForGood } from '../attachments.drive.ts';
import type { Attachment } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { DraftContent, DraftText, Writing } from './draft.ts';
import { changeDraft, contentOfDraft, type Draft, draftOf, draftsOf, makeDraft, removeDraft, uploadsOf } from './drafts.drive.ts';
import { reporterOf } from './nameless.ts';
import { finish, quietly, sentAs } from './sending.ts';

export interface SaveDraft {
  what: Writing;
  /** Id of the draft the page writes at; '' before it has been kept for the first time. */
  draft: string;
  /** The revision the page has seen; 0 for none. */
  was: number;
  /** Of the press that would send exactly this: the same words have the same key. */
  key: IdempotencyKey;
  text: DraftText;
}

export type Saved = { draft: string; revision: number };

/**
 * Keeps what somebody has begun to write: for them alone, until it is sent or thrown away.
 * @throws Refusal `draft-gone` when it was sent or thrown away elsewhere, `draft-elsewhere` when it was changed there
 */
export function saveDraft(request: SaveDraft, visit: Visit, memory: Memory): Saved {
  const { what, draft, was, key, text } = request;
  const { me } = visit;
  const content: DraftContent = { text, by: reporterOf(text.nameless, me, incidentSettings(memory)).actor };
  const standing = draft === '' ? (draftsOf(me.email, what)[0] ?? null) : draftOf(me.email, what, draft);
  if (standing === null) {
    if (draft === '') {
      const made = makeDraft(me.email, what, key, content, memory.files);
      if (isFirst(made, draftsOf(me.email, what))) return { draft: made, revision: 1 };
      removeForGood(made);
      return saveDraft(request, visit, memory);
    }
    throw new Refusal('draft-gone', 'This draft was sent or thrown away, on another device or in another window. What you typed here is still on this page.');
  }
  // Kept already: the answer did not arrive.
  if (standing.key === key) return { draft: standing.id, revision: standing.revision };
  if (standing.revision !== was) {
    throw new Refusal(
      'draft-elsewhere',
      `You have also written at this on another device or in another window, last at ${ukTime(standing.saved)}. Choose which of the two to go on with.`,
    );
  }
  return { draft: standing.id, revision: changeDraft(standing, key, false, content) };
}

/** Two windows may begin in the same moment: both see it the same way, and one draft stays. */
function isFirst(made: string, drafts: readonly Draft[]): boolean {
  const [first] = [...drafts].sort((a, b) => (a.created + a.id < b.created + b.id ? -1 : 1));
  return first === undefined || first.id === made;
}

export interface StandingDraft {
  id: string;
  revision: number;
  /** dd/MM/yyyy HH:mm */
  saved: string;
  text: DraftText;
  files: Pick<Attachment, 'id' | 'name' | 'mimeType' | 'bytes'>[];
}

/** What was found of something begun. */
export interface FoundDraft {
  /** It has been sent after all: the answer had not arrived. '' when it has not. */
  sent: string;
  /** Null when there is none. */
  draft: StandingDraft | null;
}

/** What the writer has begun and not sent. Nobody else can ask for it: it is found by who asks. */
export function readDraft({ what }: { what: Writing }, { me, records }: Visit): FoundDraft {
  for (const draft of draftsOf(me.email, what)) {
    const content = contentOfDraft(draft.id);
    if (content === null) continue;
    const sent = sentAs(draft, content, records);
    if (sent !== null) {
      quietly(() => finish(draft.id, sent, records));
      return { sent, draft: null };
    }
    const files = uploadsOf(draft.id).map(({ id, name, mimeType, bytes }) => ({ id, name, mimeType, bytes }));
    return { sent: '', draft: { id: draft.id, revision: draft.revision, saved: ukTime(draft.saved), text: content.text, files } };
  }
  return { sent: '', draft: null };
}

/** Throws away what somebody has begun, with its files, for good. What has been sent after all stays sent. */
export function forgetDraft({ what }: { what: Writing }, { me, records }: Visit): { sent: string } {
  let sent = '';
  for (const draft of draftsOf(me.email, what)) {
    const content = draft.pressed ? contentOfDraft(draft.id) : null;
    const reference = content && sentAs(draft, content, records);
    if (reference === null) removeDraft(draft.id);
    else finish(draft.id, reference, records);
    sent = reference ?? sent;
  }
  return { sent };
}

/** When somebody last wrote at something they have not sent, as people read it; '' when there is nothing, or Drive does not say. */
export function begunAt(me: Visit['me'], what: Writing): string {
  const drafts: Draft[] = quietly(() => draftsOf(me.email, what)) ?? [];
  return ukTime(drafts[0]?.saved ?? '');
}
