import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { removeForGood } from '../attachments.drive.ts';
import { attachmentsIn } from '../working/see-case.ts';
import { isForgotten } from './draft.ts';
import { contentOfDraft, type Draft, everythingBegun, isThere, makeAttachment, removeDraft, type Upload } from './drafts.drive.ts';
import { finish, sentAs } from './sending.ts';

/** What a file of a case has in the place of a draft. */
const REFERENCE = /^C-/;
/** A file whose draft is not there may be on its way: hours. */
const STRAY_AFTER = 24;

/**
 * The heartbeat's task `drafts`, once an hour: what was sent and could not be tidied up goes, its files become the concern's; what nobody
 * has touched for a month goes; files that belong to nothing go. All of it for good.
 */
export function clearDrafts({ records, now }: Visit, _: Memory, mayGoOn: () => boolean): void {
  if (new Date(now).getUTCMinutes() >= 5) return;
  const { drafts, uploads } = everythingBegun();
  for (const draft of drafts) {
    if (!mayGoOn()) return;
    const sent = draft.pressed ? referenceOf(draft) : null;
    if (sent !== null) finish(draft.id, sent, records);
    else if (isForgotten(draft.saved, now)) removeDraft(draft.id);
  }
  for (const upload of uploads) {
    if (!mayGoOn()) return;
    if (isOfCase(upload)) makeAttachment(upload);
    else if (isStray(upload)) removeForGood(upload.id);
  }

  function referenceOf(draft: Draft): string | null {
    const content = contentOfDraft(draft.id);
    return content && sentAs(draft, content, records);
  }

  /** A file that a reader added to a case, and that could not be tidied up. */
  function isOfCase({ draft, id }: Upload): boolean {
    return REFERENCE.test(draft) && attachmentsIn(records.history(draft)).some(({ file }) => file.id === id);
  }

  function isStray({ draft, created }: Upload): boolean {
    const isOld = Date.parse(now) - Date.parse(created) > STRAY_AFTER * 3_600_000;
    return isOld && !drafts.some(({ id }) => id === draft) && !isThere(draft);
  }
}
