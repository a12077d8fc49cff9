import type { NewEvent } from '../../records/journal.ts';
import type { AgreementEvents, AskedPerson } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import { after, isInForce } from '../standing.ts';
import { type StandingRow, stateNow } from '../standings.ts';
import type { Member } from './members.ts';
import type { RoundRow } from './rounds.ts';

/** People an event names: its payload stays far below what one may hold. */
export const MOST_IN_AN_EVENT = 300;

/** What makes an earlier signature count no more, so that its signer can be asked again. */
export type Before = AgreementEvents['people asked']['before'];

/** Somebody who is to be asked, and how. */
export interface Asking {
  agreement: Pick<AgreementRow, 'id' | 'version'>;
  before: Before;
  person: AskedPerson;
}

type Standing = Pick<StandingRow, 'state' | 'version' | 'askedAt' | 'signedAt' | 'accessEnds'>;
type Text = Pick<AgreementRow, 'id' | 'version' | 'countsFrom'>;

/** Agreements that are asked of everybody they are for. */
export function isRunning(round: Pick<RoundRow, 'finishedAt'>): boolean {
  return round.finishedAt === null;
}

/**
 * Those of an agreement's members whom a round has still to ask. Whoever was asked, or has signed, since it began is not asked by it
 * again; nor is a guest whose access is over.
 * @param standings by person
 */
export function stillToAsk(
  round: Pick<RoundRow, 'why' | 'startedAt'>,
  agreement: Text,
  members: readonly Member[],
  standings: ReadonlyMap<string, Standing>,
  today: string,
): Asking[] {
  return members.flatMap(({ person, name, group }) => {
    const how = howAsked(round, agreement, standings.get(person), today);
    return how === null ? [] : [{ agreement, before: how.before, person: { person, name, group } }];
  });
}

function howAsked(round: Pick<RoundRow, 'why' | 'startedAt'>, agreement: Text, row: Standing | undefined, today: string): { before: Before } | null {
  if (!row) return { before: null };
  if (row.accessEnds !== null && row.accessEnds < today) return null;
  if (row.askedAt !== null && row.askedAt >= round.startedAt) return null;
  const state = stateNow(row, agreement);
  const isSettled = isInForce(state) || state === 'awaiting approval';
  const signedSince = row.signedAt !== null && row.signedAt >= round.startedAt;
  if (isSettled && (signedSince || round.why !== 'year')) return null;
  return wayToAsk(row, agreement, round.why === 'year' ? 'expire' : null);
}

/**
 * How somebody can be asked anew.
 * @param before what the asking itself makes of an earlier signature
 * @returns null when asking changes nothing: who has signed and waits for approval is not asked
 */
export function wayToAsk(row: Pick<StandingRow, 'state' | 'version'>, agreement: Pick<Text, 'countsFrom'>, before: Before): { before: Before } | null {
  // Another text is in force since: what was signed under the one before is superseded, whatever people are asked for.
  const way = stateNow(row, agreement) === row.state ? before : 'supersede';
  const freed = way === null ? row.state : (after(row.state, way, true) ?? row.state);
  return after(freed, 'ask', true) === null ? null : { before: way };
}

/**
 * The next part of a round, and its end when nobody is left.
 * @param most people to ask at most
 */
export function nextPart(
  round: RoundRow,
  asked: readonly { agreement: AgreementRow; members: readonly Member[]; standings: ReadonlyMap<string, Standing> }[],
  today: string,
  most: number,
): { events: NewEvent[]; isDone: boolean } {
  const all = asked.flatMap(({ agreement, members, standings }) => stillToAsk(round, agreement, members, standings, today));
  const events = askingEvents(all.slice(0, most), { roundId: round.id, due: round.due, subject: round.id });
  const isDone = all.length <= most;
  return { events: isDone ? [...events, roundFinished(round.id)] : events, isDone };
}

/** The events that ask people: one an agreement and way of asking, of at most 300 people. */
export function askingEvents(all: readonly Asking[], { roundId, due, subject }: { roundId: string; due: string; subject: string }): NewEvent[] {
  const alike = new Map<string, Asking[]>();
  for (const each of all) {
    const key = JSON.stringify([each.agreement.id, each.before]);
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  return [...alike.values()].flatMap((group) =>
    partsOf(group, MOST_IN_AN_EVENT).map((part): NewEvent => {
      const [{ agreement, before }] = part;
      const payload: AgreementEvents['people asked'] = {
        ...{ agreementId: agreement.id, version: agreement.version, roundId, before, due },
        people: part.map(({ person }) => person),
      };
      return { action: 'people asked', subject, payload };
    }),
  );
}

/** The event that starts a round: of the office's, or with a new version. */
export function roundStarted(payload: AgreementEvents['round started']): NewEvent {
  return { action: 'round started', subject: payload.roundId, payload };
}

function roundFinished(roundId: string): NewEvent {
  const payload: AgreementEvents['round finished'] = { roundId };
  return { action: 'round finished', subject: roundId, payload };
}

/** A list in parts of at most `most`, none of them empty. */
export function partsOf<T>(items: readonly T[], most: number): [T, ...T[]][] {
  const parts: [T, ...T[]][] = [];
  for (let start = 0; start < items.length; start += most) {
    const [first, ...others] = items.slice(start, start + most);
    if (first !== undefined) parts.push([first, ...others]);
  }
  return parts;
}
