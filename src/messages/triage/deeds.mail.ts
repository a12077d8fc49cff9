import { codeOf, isPassing, messageOf } from '../../records/patience.script.ts';
import { isMissingRight } from '../../school/account.script.ts';
import { deleteForGood, ensureLabels, labelledBefore, relabel } from './mailbox.mail.ts';
import { DEEDS, type Deed, LABELS, type LabelName, type MailboxState } from './mailbox.ts';

/**
 * Does in the mailbox what is owed to messages that are filed: labels, out of spam, into the bin, away for good. Doing it again changes nothing.
 * What Gmail does not do stays owed: it keeps no mail from being read.
 * @returns the state with what is owed still; it is not kept yet
 */
export function payOwed(state: MailboxState, now: string): MailboxState {
  const paid: MailboxState = { ...state, owed: {}, owedSince: '' };
  let isBusy = false;
  const isDone = (deed: Deed, ids: readonly string[]) => {
    if (isBusy) return false;
    try {
      pay(deed, ids, paid);
      return true;
    } catch (error) {
      console.warn(`Gmail does not do what is owed (${deed}): ${messageOf(error)}`);
      isBusy = isPassing(error);
      return false;
    }
  };
  for (const deed of DEEDS) {
    const ids = state.owed[deed] ?? [];
    if (ids.length === 0 || isDone(deed, ids)) continue;
    paid.owed = { ...paid.owed, [deed]: ids };
    paid.owedSince = state.owedSince || now;
  }
  return paid;
}

/** @throws what Gmail says */
function pay(deed: Deed, ids: readonly string[], state: MailboxState): void {
  if (isLabel(deed)) labelAs(deed, ids, withLabels(state));
  else if (deed === 'rescued') relabel(ids, ['INBOX'], ['SPAM']);
  else state.mayNotDelete = !deleted(ids);
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

function withLabels(state: MailboxState): MailboxState {
  if (Object.keys(LABELS).some((name) => !state.labels[name as LabelName])) state.labels = ensureLabels();
  return state;
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
