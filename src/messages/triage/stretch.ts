import { codeOf, isDailyLimit } from '../../records/patience.script.ts';
import { isMissingRight } from '../../school/account.script.ts';
import type { Judged } from './judge.ts';
import { changesSince, historyNow, listedIn } from './mailbox.mail.ts';
import { type MailboxState, rescanAfter, rescanFrom } from './mailbox.ts';

/** The next messages to read, and where reading stands once so many of them are read. */
export interface Stretch {
  ids: readonly string[];
  /** Nothing follows these. */
  isLast: boolean;
  /**
   * @param done so many of `ids` need not be read again
   * @param kept those of them that were read and stay in the mailbox
   * @param read those that were read
   */
  after(done: number, read: readonly Judged[], kept: readonly Judged[]): MailboxState;
}

/** Messages that are read before what they led to is written down. */
const STRETCH = 100;

/** What follows where the mailbox was read last: by its history, or when that is lost by a list of everything since. */
export function nextStretch(state: MailboxState, now: string): Stretch {
  if (state.rescan !== null) return stretchOfRescan({ ...state, rescan: state.rescan });
  const found = changesSince(state.history);
  if (found === null) return nextStretch(rescanFrom(state, historyNow(), now), now);
  const { changes, isLast, history } = found;
  const ids = [...new Set(changes.flatMap(({ added }) => added))].filter((id) => state.unread[id] === undefined);
  const end = isLast ? history : (changes[changes.length - 1]?.id ?? state.history);
  return {
    ids,
    isLast,
    after(done) {
      if (done === ids.length) return { ...state, history: end, readTo: isLast ? now : state.readTo };
      const open = new Set(ids.slice(done));
      const next = changes.findIndex(({ added }) => added.some((id) => open.has(id)));
      return { ...state, history: changes[next - 1]?.id ?? state.history };
    },
  };
}

function stretchOfRescan(state: MailboxState & { rescan: NonNullable<MailboxState['rescan']> }): Stretch {
  const { rescan } = state;
  const listed = listedIn(rescan, STRETCH);
  const isLast = listed.length < STRETCH;
  const ids = listed.filter((id) => state.unread[id] === undefined);
  return {
    ids,
    isLast: false,
    after(done, read, kept) {
      if (done === ids.length && isLast) return { ...state, rescan: null, history: rescan.history, readTo: rescan.startedAt };
      const oldest = Math.min(...timesOf(read));
      return Number.isFinite(oldest) ? { ...state, rescan: rescanAfter(rescan, timesOf(kept), oldest) } : state;
    },
  };
}

function timesOf(judged: readonly Judged[]): number[] {
  return judged.map(({ arrived }) => Date.parse(arrived.evidence.received)).filter((time) => !Number.isNaN(time));
}

/** What came of reading messages one after the other. */
export interface ReadMessages {
  judged: Judged[];
  /** Of the ids that were given so many need not be read again with this stretch. */
  done: number;
  /** Could not be read. */
  failed: string[];
  /** Are not there any more. */
  gone: string[];
  /** Gmail answers no more for now: nothing more is read in this beat. */
  trouble: unknown;
}

/** A message that cannot be read is set aside and stops nothing; when two in a row cannot, it is hardly the messages' fault. */
export function readMessages(ids: readonly string[], read: (id: string) => Judged | null, mayGoOn: () => boolean): ReadMessages {
  const result: ReadMessages = { judged: [], done: 0, failed: [], gone: [], trouble: null };
  let inARow = 0;
  for (const id of ids) {
    if (!mayGoOn() || inARow === 2) break;
    try {
      const judged = read(id);
      if (judged) result.judged.push(judged);
      else result.gone.push(id);
      inARow = 0;
    } catch (error) {
      if (saysTooMuch(error)) return { ...result, trouble: error };
      result.failed.push(id);
      result.trouble = error;
      inARow += 1;
    }
    result.done += 1;
  }
  return inARow === 2 ? result : { ...result, trouble: null };
}

/** Whether Gmail says that there were too many calls, or that it may not be asked at all: that is no message's fault. */
function saysTooMuch(error: unknown): boolean {
  const code = codeOf(error);
  return code === 429 || code === 403 || code === 401 || isDailyLimit(error) || isMissingRight(error);
}
