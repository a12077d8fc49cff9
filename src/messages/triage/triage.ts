import { RecordsBusy } from '../../records/errors.ts';
import { isPassing, messageOf } from '../../records/patience.script.ts';
import { ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { monitoringFrom, monitoringTable } from '../monitoring.ts';
import { weekOf } from './counts.ts';
import { binOldCopies, payOwed } from './deeds.mail.ts';
import { stopLapsedJournal } from './journal.ts';
import { historyNow, ownAddresses } from './mailbox.mail.ts';
import { keepMailbox, keptMailbox } from './mailbox.script.ts';
import { afterStretch, type MailboxState, MOST_UNREAD, type Owed, owesTooMuch } from './mailbox.ts';
import { type Reader, readerFor, type TriageParts } from './reader.ts';
import { nextStretch, type ReadMessages } from './stretch.ts';

/** Messages a beat: the other tasks of a beat must have their turn. */
const MOST_A_BEAT = 300;
/** Messages that could not be read, tried again in one beat. */
const MOST_AGAIN = 10;
/** Tries of one message, one a beat, before it is tried once an hour only. */
const EAGER_TRIES = 12;
/** With nothing new, how far was read is noted once in so long. */
const IDLE_MS = 86_400_000;

/**
 * Reads what is new in the safeguarding mailbox and files it. The place up to which it has read moves only after everything before it is filed, so
 * a run that is cut off reads a stretch again, and filing knows what it has filed. One call a message, and one for a mailbox with nothing new.
 */
export function triage(parts: TriageParts): (visit: Visit, memory: Memory, mayGoOn: () => boolean) => void {
  return (visit, memory, mayGoOn) => {
    if (memory.files['records'] === undefined) return;
    try {
      aRound(parts, visit, memory, mayGoOn);
    } catch (error) {
      if (!isPassing(error) && !(error instanceof RecordsBusy)) throw error;
      console.warn(`mail waits for the next beat: ${messageOf(error)}`);
    }
  };
}

function aRound(parts: TriageParts, visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const state = keptMailbox();
  if (state.history === '') {
    startMailbox(visit.now);
    return;
  }
  const reader = readerFor(parts, state.addresses, visit, memory);
  // What Gmail did not do the last time is tried once new mail is read.
  const wasOwing = state.owedSince !== '';
  const begun = wasOwing ? state : payOwed(state, visit.now);
  const filed = readWhatIsNew(readAgain(begun, reader, mayGoOn), reader, mayGoOn);
  const read = wasOwing ? payOwed(filed, visit.now) : filed;
  const done = read.day === ukDay(visit.now) || !mayGoOn() ? read : onceADay(read, visit, mayGoOn);
  if (isWorthKeeping(state, done)) keepMailbox(done);
}

/** From now on: what came before Handrail looked is not read. */
export function startMailbox(now: string): void {
  keepMailbox({ ...keptMailbox(), history: historyNow(), readTo: now, day: ukDay(now), addresses: ownAddresses() });
}

/** Everything new, stretch by stretch, as far as this beat goes. Each stretch is kept once it is filed. */
function readWhatIsNew(start: MailboxState, reader: Reader, mayGoOn: () => boolean): MailboxState {
  let state = start;
  for (let left = MOST_A_BEAT; left > 0 && mayGoOn() && !owesTooMuch(state); ) {
    if (Object.keys(state.unread).length >= MOST_UNREAD) throw new Error('Gmail gives the office none of the messages in its mailbox');
    const stretch = nextStretch(state, reader.now);
    const result = reader.read(stretch.ids.slice(0, left), mayGoOn);
    const { kept, ...filed } = reader.file(result);
    const moved = stretch.after(result.done, result.judged, kept);
    if (result.done > 0) state = paidAndKept(moved, { ...result, ...filed }, reader.now);
    else if (stretch.ids.length === 0) state = moved;
    if (result.trouble !== null) throw result.trouble;
    if (result.done === 0 ? stretch.ids.length > 0 || stretch.isLast : stretch.isLast && result.done === stretch.ids.length) return state;
    left -= result.done;
  }
  return state;
}

/** Those that could not be read before: every beat at first, then once an hour. */
function readAgain(state: MailboxState, reader: Reader, mayGoOn: () => boolean): MailboxState {
  const isHourly = new Date(reader.now).getUTCMinutes() < 5;
  const ids = Object.keys(state.unread).filter((id) => isHourly || (state.unread[id]?.tries ?? 0) < EAGER_TRIES);
  if (ids.length === 0) return state;
  const result = reader.read(ids.slice(0, MOST_AGAIN), mayGoOn);
  return paidAndKept(state, { ...result, ...reader.file(result) }, reader.now);
}

/** First it is written down what is owed and counted, then it is done: a run that ends in between is gone on with. */
function paidAndKept(state: MailboxState, result: ReadMessages & { owed: Owed; isRulesAlone: boolean | null }, now: string): MailboxState {
  const { judged, gone, failed, owed, isRulesAlone } = result;
  const settled = [...gone, ...judged.map(({ arrived }) => arrived.evidence.gmailId).filter((id) => !failed.includes(id))];
  const next = afterStretch(state, { read: settled.length - gone.length, owed, failed, settled, isRulesAlone }, weekOf(now), now);
  keepMailbox(next);
  return next.owedSince === '' ? payOwed(next, now) : next;
}

function onceADay(state: MailboxState, visit: Visit, mayGoOn: () => boolean): MailboxState {
  stopLapsedJournal(visit);
  const { keepHarmlessDays } = monitoringFrom(visit.records.view([monitoringTable]).rows(monitoringTable));
  binOldCopies(state, Math.floor(Date.parse(visit.now) / 1000) - keepHarmlessDays * 86_400, mayGoOn);
  return { ...state, day: ukDay(visit.now), addresses: ownAddresses() };
}

/** A mailbox in which nothing happened costs one look and nothing else. */
function isWorthKeeping(before: MailboxState, after: MailboxState): boolean {
  const { readTo, ...rest } = before;
  const isSame = JSON.stringify({ ...after, readTo: '' }) === JSON.stringify({ ...rest, readTo: '' });
  return !isSame || Date.parse(after.readTo) - Date.parse(readTo) > IDLE_MS;
}
