import { RecordsMissing } from '../../records/errors.ts';
import { codeOf, patiently } from '../../records/patience.script.ts';
import { LABELS, type LabelName, type Rescan } from './mailbox.ts';

type Message = GoogleAppsScript.Gmail.Schema.Message;

/** Something in the mailbox changed. */
export interface Change {
  /** Gmail's id of the change: the history can be read on from here. */
  id: string;
  /** Messages that came with it, without those that the office wrote. */
  added: string[];
}

export interface Changes {
  changes: Change[];
  /** Nothing follows these. */
  isLast: boolean;
  /** Where the history goes on when it was read to its end. */
  history: string;
}

/** Gmail's own labels of what is nobody's message to the office. */
const OWN = ['SENT', 'DRAFT', 'CHAT'];
/** Changes that are asked for at once: about as many as are read in a go. */
const CHANGES = 100;
/** Pages on which nothing of the kind asked for stands, before the rest waits for the next beat. */
const MOST_PAGES = 20;
/** What a list gives at most (users.messages/list). */
const LONGEST_LIST = 500;

/** The newest point of the mailbox's history. */
export function historyNow(): string {
  const { historyId } = patiently(() => users().getProfile('me'));
  if (!historyId) throw new Error('Gmail does not say how far its history goes');
  return historyId;
}

/** The addresses that mail to this mailbox may name, lower case. */
export function ownAddresses(): string[] {
  const known = patiently(() => users().Settings.SendAs.list('me')).sendAs ?? [];
  return known.flatMap(({ sendAsEmail }) => (sendAsEmail ? [sendAsEmail.toLowerCase()] : []));
}

/**
 * What came since that point, oldest first; one call, mostly.
 * @returns null when Gmail keeps no history from there any more (docs/workspace/gmail/api/guides/sync)
 */
export function changesSince(history: string): Changes | null {
  let pageToken: string | undefined;
  for (let page = 1; ; page += 1) {
    const options = { startHistoryId: history, historyTypes: ['messageAdded'], maxResults: CHANGES, ...(pageToken ? { pageToken } : {}) };
    const answer = unlessGone(() => patiently(() => users().History.list('me', options)));
    if (answer === null) return null;
    const changes = (answer.history ?? []).map(({ id = '', messagesAdded = [] }) => ({
      id,
      added: messagesAdded.flatMap(({ message }) => (message?.id && !isOwn(message.labelIds) ? [message.id] : [])),
    }));
    pageToken = answer.nextPageToken || undefined;
    if (changes.length > 0 || pageToken === undefined || page === MOST_PAGES) {
      return { changes, isLast: pageToken === undefined, history: answer.historyId ?? history };
    }
  }
}

/**
 * Ids of what a rescan has still to read, newest first: some of them, spam included. What lies in the bin is left there: it was put there for good
 * reason, and may be what was erased.
 */
export function listedIn({ after, before, skip }: Rescan, most: number): string[] {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const options = {
      q: `after:${after} before:${before} -in:sent -in:drafts -in:chats -in:trash`,
      includeSpamTrash: true,
      maxResults: Math.min(LONGEST_LIST, skip + most),
      ...(pageToken ? { pageToken } : {}),
    };
    const answer = patiently(() => messages().list('me', options));
    ids.push(...(answer.messages ?? []).flatMap(({ id }) => id ?? []));
    pageToken = answer.nextPageToken || undefined;
  } while (ids.length <= skip && pageToken !== undefined);
  return ids.slice(skip, skip + most);
}

/** A message with its texts, and the names of what hangs on it: one call. Null when it is not there any more. */
export function messageWhole(id: string): Message | null {
  return unlessGone(() => patiently(() => messages().get('me', id, { format: 'full' })));
}

/** The labels' ids, those that are missing made: at most once in a mailbox's life. */
export function ensureLabels(): Record<LabelName, string> {
  const standing = labels();
  const idOf = (name: string) => idIn(standing, name) ?? makeLabel(name);
  return { High: idOf(LABELS.High), Medium: idOf(LABELS.Medium), Low: idOf(LABELS.Low), Read: idOf(LABELS.Read), Unread: idOf(LABELS.Unread) };
}

/** Puts labels on messages, takes labels from them: one call, of which a thousand messages may be the subject. Those that are gone are passed over. */
export function relabel(ids: readonly string[], add: readonly string[], remove: readonly string[] = []): void {
  const labels = { addLabelIds: [...add], removeLabelIds: [...remove] };
  const all = unlessGone(() => patiently(() => messages().batchModify({ ids: [...ids], ...labels }, 'me')) ?? {});
  if (all === null) for (const id of ids) unlessGone(() => patiently(() => messages().modify(labels, 'me', id)));
}

/** Deletes messages at once and for good, at most a thousand. @throws when the role account has not allowed that: it is a right of its own */
export function deleteForGood(ids: readonly string[]): void {
  patiently(() => messages().batchDelete({ ids: [...ids] }, 'me'));
}

/** At most 500 messages with a label that came before a moment (seconds since 1970) and are not in the bin. */
export function labelledBefore(labelId: string, before: number): string[] {
  const answer = patiently(() => messages().list('me', { labelIds: [labelId], q: `before:${before}`, maxResults: LONGEST_LIST }));
  return (answer.messages ?? []).flatMap(({ id }) => id ?? []);
}

/** Whether Gmail sends all that comes on to somebody else: nobody but the office reads this mailbox. */
export function forwardsEverything(): boolean {
  return patiently(() => users().Settings.getAutoForwarding('me')).enabled === true;
}

function labels(): GoogleAppsScript.Gmail.Schema.Label[] {
  return patiently(() => users().Labels.list('me')).labels ?? [];
}

function idIn(standing: readonly GoogleAppsScript.Gmail.Schema.Label[], name: string): string | undefined {
  return standing.find((label) => label.name?.toLowerCase() === name.toLowerCase())?.id;
}

/** Gmail says 409 of a label that is there: a call that seemed to fail has made it. */
function makeLabel(name: string): string {
  const made = patiently(() => {
    try {
      return users().Labels.create({ name }, 'me').id;
    } catch (error) {
      if (codeOf(error) !== 409) throw error;
      return idIn(labels(), name);
    }
  });
  if (!made) throw new Error('Gmail made a label and did not say which');
  return made;
}

function isOwn(labelIds: readonly string[] = []): boolean {
  return labelIds.some((label) => OWN.includes(label));
}

function unlessGone<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) === 404) return null;
    throw error;
  }
}

function users(): GoogleAppsScript.Gmail.Collection.UsersCollection {
  if (typeof Gmail === 'undefined') throw new RecordsMissing('The advanced Gmail service is not enabled in this script.', 'Please deploy Handrail again.');
  return Gmail.Users;
}

function messages(): GoogleAppsScript.Gmail.Collection.Users.MessagesCollection {
  return users().Messages;
}
