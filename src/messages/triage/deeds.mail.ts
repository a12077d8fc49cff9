import { codeOf, messageOf } from '../../records/patience.script.ts';
import { isMissingRight } from '../../school/account.script.ts';
import { deleteForGood, ensureLabels, labelledBefore, relabel } from './mailbox.mail.ts';
import { DEEDS, type Deed, LABELS, type LabelName, type MailboxState } from './mailbox.ts';

/**
 * Does in the mailbox what is owed to messages that are filed: labels, out of spam, into the bin, away for good. Doing it again changes nothing.
 * @returns the state without what was owed; it is not kept yet
 */
export function payOwed(state: MailboxState): MailboxState {
  const deeds = DEEDS.filter((deed) => (state.owed[deed] ?? []).length > 0);
  if (deeds.length === 0) return state;
  const paid = deeds.some(isLabel) ? withLabels(state) : { ...state };
  for (const deed of deeds) {
    const ids = state.owed[deed] ?? [];
    if (isLabel(deed)) labelAs(deed, ids, paid);
    else if (deed === 'rescued') relabel(ids, ['INBOX'], ['SPAM']);
    else paid.mayNotDelete = !deleted(ids);
  }
  return { ...paid, owed: {} };
}

/**
 * Puts harmless copies into the bin that have been kept long enough; Gmail empties it after thirty days.
 * @param before seconds since 1970
 */
export function binOldCopies(state: MailboxState, before: number, mayGoOn: () => boolean): void {
  if (state.labels.Read === undefined) return;
  while (mayGoOn()) {
    const old = labelledBefore(state.labels.Read, before);
    if (old.length === 0) return;
    relabel(old, ['TRASH'], ['INBOX']);
  }
}

function isLabel(deed: Deed): deed is LabelName {
  return deed in LABELS;
}

function withLabels(state: MailboxState): MailboxState & { labels: Record<LabelName, string> } {
  const { High, Medium, Low, Read, Unread } = state.labels;
  const known = High && Medium && Low && Read && Unread;
  return { ...state, labels: known ? { High, Medium, Low, Read, Unread } : ensureLabels() };
}

/** A label that somebody deleted is made again. What Gmail will not label stays without: a label must not keep mail from being read. */
function labelAs(deed: LabelName, ids: readonly string[], state: MailboxState): void {
  for (const isLast of [false, true]) {
    try {
      relabel(ids, [state.labels[deed] ?? ''], deed === 'Unread' ? [] : [state.labels.Unread ?? '']);
      return;
    } catch (error) {
      if (codeOf(error) !== 400) throw error;
      if (isLast) console.warn(`messages stay without their label: ${messageOf(error)}`);
      else state.labels = ensureLabels();
    }
  }
}

/** False when the role account has not allowed Handrail to delete for good: the bin, which is emptied after thirty days, is all there is then. */
export function deleted(ids: readonly string[]): boolean {
  try {
    deleteForGood(ids);
    return true;
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    relabel(ids, ['TRASH'], ['INBOX']);
    return false;
  }
}
