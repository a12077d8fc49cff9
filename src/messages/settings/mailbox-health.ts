import { ukTime } from '../../school/uk-time.ts';
import { type MailboxState, MOST_UNREAD, unreadable } from '../triage/mailbox.ts';

/** How the safeguarding mailbox is doing. */
export interface MailboxHealth {
  /**
   * `never`: not read yet; `late`: not read for more than a day; `in part`: some messages cannot be read; `again`: everything of late is looked at again;
   * `stopped`: so many cannot be read that none is; `rules alone`: without the scorer's second voice;
   * `owing`: Gmail does not label or delete what is read.
   */
  state: 'never' | 'late' | 'stopped' | 'in part' | 'rules alone' | 'owing' | 'again' | 'well';
  /** Up to when everything is read, dd/MM/yyyy HH:mm; ''. */
  readTo: string;
  /** Since when messages could not be read, dd/MM/yyyy HH:mm, one each. */
  unread: string[];
  /** Google does not let harmless copies be deleted for good. */
  mayNotDelete: boolean;
}

/** A mailbox with nothing new notes once a day how far it was read. */
const LATE_MS = 26 * 3_600_000;
/** What Gmail does not do in one beat it mostly does in the next. */
const OWING_MS = 30 * 60_000;

export function mailboxHealth(mailbox: MailboxState, now: string): MailboxHealth {
  const { history, readTo, rescan, mayNotDelete, rulesAlone, owedSince } = mailbox;
  const unread = unreadable(mailbox).map((id) => ukTime(mailbox.unread[id]?.since ?? ''));
  return { state: stateOf(), readTo: ukTime(readTo), unread, mayNotDelete };

  function stateOf(): MailboxHealth['state'] {
    if (history === '') return 'never';
    if (Date.parse(now) - Date.parse(readTo) > LATE_MS) return 'late';
    if (Object.keys(mailbox.unread).length >= MOST_UNREAD) return 'stopped';
    if (unread.length > 0) return 'in part';
    if (rulesAlone !== '') return 'rules alone';
    if (owedSince !== '' && Date.parse(now) - Date.parse(owedSince) > OWING_MS) return 'owing';
    return rescan === null ? 'well' : 'again';
  }
}
