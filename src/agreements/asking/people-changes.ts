import type { NewEvent } from '../../records/journal.ts';
import { addDays, schoolDayFrom } from '../../school/calendar.ts';
import { hasLeft, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { type Audience, SIGNING } from '../audience.ts';
import type { AgreementEvents, StandingName } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import { isInForce } from '../standing.ts';
import { isGuest, type StandingRow, standingsByAgreement, stateNow } from '../standings.ts';
import { type Member, membersOf, phaseOf } from './members.ts';
import { type Asking, askingEvents, isRunning, MOST_IN_AN_EVENT, wayToAsk } from './round.ts';
import type { RoundRow } from './rounds.ts';

/** Why the list of people closes a standing. Whoever is on it again in the first two cases is asked again. */
const CLOSED_BECAUSE = { left: 'left', moved: 'in another group now', accessEnded: 'access ended', retired: 'agreement retired' } as const;

/** A great part of the school would be closed at once: perhaps the list is not whole. */
export interface HeldBack {
  /** The audience, for people: `Staff`, `Pupils`. */
  kind: string;
  leaving: number;
  of: number;
}

/** What the list of people changes today. */
export interface PeopleChanges {
  /** Joiners, and those who moved into another group. */
  asks: Asking[];
  moves: StandingName[];
  closings: { standing: string; why: string }[];
  /** What is not closed until the office has confirmed it (`confirmLeavers`); then `closings` holds nobody because of the list. */
  heldBack: HeldBack[];
}

export interface Standings {
  agreements: readonly AgreementRow[];
  rounds: readonly RoundRow[];
  standings: readonly StandingRow[];
}

export interface ListOfPeople {
  roll: readonly RollEntry[];
  school: School;
  /** ISO day in the UK. */
  today: string;
}

/** More than this share of a kind's people, and more than so many of them: nobody believes it unasked. */
const GREAT_PART = 1 / 5;
const MANY = 10;
/** All of a kind at once are too many, however few. */
const FEW = 2;

/**
 * Compares standings with the list of people: joiners are asked, movers' standings follow, leavers' close (A12), guests' close when their
 * access ends (A4), those of a retired agreement too.
 * @param isConfirmed the office says that those who are gone from the list have left
 */
export function changesBy({ agreements, rounds, standings }: Standings, list: ListOfPeople, isConfirmed: boolean): PeopleChanges {
  const byAgreement = standingsByAgreement(standings);
  const here = new Map(list.roll.filter((entry) => !hasLeft(entry, list.today)).map((entry) => [entry.email, entry]));
  const running = new Set(rounds.filter(isRunning).flatMap((round) => round.agreements));
  const all = agreements.map((agreement) => {
    const members = new Map(membersOf(agreement, list.roll, list.school, list.today).map((member) => [member.person, member]));
    const rows = byAgreement.get(agreement.id) ?? new Map<string, StandingRow>();
    const open = [...rows.values()].filter(({ state }) => state !== 'closed');
    return {
      agreement,
      // A round asks its own.
      asks: agreement.asks && !running.has(agreement.id) ? joiners(agreement, members, rows, list.today) : [],
      moves: open.flatMap((row) => movedTo(row, members.get(row.person))),
      closings: open.flatMap((row) => {
        const why = closingOf(row, agreement, members, here, list.today);
        return why === null ? [] : [{ row, why }];
      }),
      open,
    };
  });
  const heldBack = isConfirmed ? [] : heldBackOf(all);
  const isHeld = (why: string) => heldBack.length > 0 && (why === CLOSED_BECAUSE.left || why === CLOSED_BECAUSE.moved);
  return {
    asks: all.flatMap(({ asks }) => asks),
    moves: all.flatMap(({ moves }) => moves),
    closings: all.flatMap(({ closings }) => closings.filter(({ why }) => !isHeld(why)).map(({ row, why }) => ({ standing: row.key, why }))),
    heldBack,
  };
}

function joiners(agreement: AgreementRow, members: ReadonlyMap<string, Member>, rows: ReadonlyMap<string, StandingRow>, today: string): Asking[] {
  return [...members.values()].flatMap(({ person, name, group }): Asking[] => {
    const row = rows.get(person);
    const way = row ? wayForJoiner(row, agreement, today) : { before: null };
    return way === null ? [] : [{ agreement, before: way.before, person: { person, name, group } }];
  });
}

/** Somebody who has come back, or whom no round has reached since the text was changed. */
function wayForJoiner(row: StandingRow, agreement: AgreementRow, today: string): ReturnType<typeof wayToAsk> {
  if (row.accessEnds !== null && row.accessEnds < today) return null;
  const state = stateNow(row, agreement);
  const hasReturned = state === 'closed' && (row.note === CLOSED_BECAUSE.left || row.note === CLOSED_BECAUSE.moved);
  return hasReturned || state === 'not asked' || state === 'superseded' || state === 'expired' ? wayToAsk(row, agreement, null) : null;
}

function movedTo(row: StandingRow, member: Member | undefined): StandingName[] {
  if (!member || (row.listed && row.name === member.name && row.group === member.group)) return [];
  const { agreementId, person } = row;
  return [{ agreementId, person, name: member.name, group: member.group }];
}

/** Why a standing is over, or null. What the list does not say closes nothing. */
function closingOf(
  row: StandingRow,
  agreement: AgreementRow,
  members: ReadonlyMap<string, Member>,
  here: ReadonlyMap<string, RollEntry>,
  today: string,
): string | null {
  if (agreement.retired) return CLOSED_BECAUSE.retired;
  if (row.accessEnds !== null && row.accessEnds < today && isInForce(row.state)) return CLOSED_BECAUSE.accessEnded;
  if (members.has(row.person) || !row.listed || isGuest(row)) return null;
  const entry = here.get(row.person);
  if (!entry) return CLOSED_BECAUSE.left;
  return entry.kind === 'pupil' && !saysEnough(entry, agreement) ? null : CLOSED_BECAUSE.moved;
}

/** Whether the list says what makes a pupil one of those an agreement is for. */
function saysEnough(entry: RollEntry, { className }: AgreementRow): boolean {
  return className === '' ? phaseOf(entry) !== null : entry.className !== '';
}

type Looked = { agreement: AgreementRow; open: StandingRow[]; closings: { row: StandingRow; why: string }[] }[];

function heldBackOf(all: Looked): HeldBack[] {
  const kinds = [...new Set(all.map(({ agreement }) => kindOf(agreement.audience)))];
  return kinds.flatMap((kind) => {
    const own = all.filter(({ agreement }) => !agreement.retired && kindOf(agreement.audience) === kind);
    const people = new Set(own.flatMap(({ open }) => open.filter(({ listed }) => listed).map(({ person }) => person)));
    const left = new Set(
      own.flatMap(({ closings }) =>
        closings.filter(({ why }) => why === CLOSED_BECAUSE.left || (why === CLOSED_BECAUSE.moved && kind !== PUPILS)).map(({ row }) => row.person),
      ),
    );
    const isGreat = (left.size > MANY && left.size > people.size * GREAT_PART) || (left.size > FEW && left.size === people.size);
    return isGreat ? [{ kind, leaving: left.size, of: people.size }] : [];
  });
}

/** They move up every September; staff who are all of another kind one morning are a slip in the list. */
const PUPILS = 'Pupils';

function kindOf(audience: Audience): string {
  if (audience === 'technician') return SIGNING.staff.name;
  return SIGNING[audience].told === 'class teacher' || SIGNING[audience].told === 'parents' ? PUPILS : SIGNING[audience].name;
}

/** By when somebody who joins today should have signed: a day on which the school is open. */
export function dueForJoiners(today: string, school: School, dueAfterDays: number): string {
  return schoolDayFrom(addDays(today, dueAfterDays), school);
}

/** A part of the changes, as many as fit into one decision. */
export interface ChangeEvents {
  events: NewEvent[];
  /** Standings they change; 0 when nothing is left. */
  count: number;
}

export function changeEvents({ asks, moves, closings }: PeopleChanges, due: string, subject: string): ChangeEvents {
  const asked = asks.slice(0, MOST_IN_AN_EVENT);
  const payload: AgreementEvents['people moved'] = { standings: moves.slice(0, MOST_IN_AN_EVENT) };
  const moved: NewEvent[] = moves.length === 0 ? [] : [{ action: 'people moved', subject, payload }];
  const closed = closingEvents(closings, subject);
  return {
    events: [...askingEvents(asked, { roundId: '', due, subject }), ...moved, ...closed.events],
    count: asked.length + payload.standings.length + closed.count,
  };
}

export function closingEvents(closings: PeopleChanges['closings'], subject: string): ChangeEvents {
  const [first] = closings;
  if (!first) return { events: [], count: 0 };
  const alike = closings.filter(({ why }) => why === first.why).slice(0, MOST_IN_AN_EVENT);
  const payload: AgreementEvents['standings closed'] = { standings: alike.map(({ standing }) => standing), why: first.why };
  return { events: [{ action: 'standings closed', subject, payload }], count: alike.length };
}
