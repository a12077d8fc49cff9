import { ukDate, ukDay } from '../../school/calendar.ts';
import type { FoundPerson } from '../../school/find-people.ts';
import { fullName, hasLeft, nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type OneToOneRow, oneToOneTable } from '../one-to-one.ts';
import { firstDayLeft, isPast, overlapping } from './one-to-one-days.ts';
import { approvesOneToOnes, peopleFault, seesOneToOnes } from './one-to-one-people.ts';

/** Where a request stands today. `not decided in time`: its last day came first; `over`: what was approved has run out. */
export type OneToOneStanding = 'waits' | 'not decided in time' | 'approved' | 'over' | 'refused' | 'ended';

export interface OneToOneLine {
  reference: string;
  standing: OneToOneStanding;
  adult: string;
  pupil: string;
  /** The pupil's class; ''. */
  className: string;
  why: string;
  /** dd/MM/yyyy. */
  from: string;
  until: string;
  inEarshot: string;
  note: string;
  /** What happened, oldest first: `07/09/2026 09:00 Sam Okafor asked for it`. */
  steps: string[];
  /** Others for this pupil on some of the same days, in a sentence each. */
  sameDays: string[];
  /** Why it can no longer take place: somebody left; ''. */
  fault: string;
  /** What this person may do with it now. */
  may: ('decide' | 'take back' | 'end')[];
  /** What the form of whoever approves begins with: the days that are left, dd/MM/yyyy. */
  proposed: { from: string; until: string };
}

export interface OneToOnes {
  lines: OneToOneLine[];
  /** False: this person sees only what they asked for themselves. */
  isWhole: boolean;
  /** How many there are besides: the oldest. */
  more: number;
  /** The pupil whom the address names, when there is one; for the form. */
  wanted: FoundPerson | null;
  /** dd/MM/yyyy, for the form. */
  today: string;
}

/** So many lines a page shows. */
const MOST_LINES = 200;
const RANK: Record<OneToOneStanding, number> = { waits: 0, approved: 1, 'not decided in time': 2, over: 2, refused: 2, ended: 2 };

/** One-to-ones that were asked for: what waits first, a pupil's together, then what holds, then the latest (D3). */
export function seeOneToOnes({ pupil }: { pupil: string }, visit: Visit): OneToOnes {
  const { me, now, records, roll } = visit;
  const today = ukDay(now);
  const isWhole = seesOneToOnes(me);
  const rows = records
    .view([oneToOneTable])
    .rows(oneToOneTable)
    .filter((row) => isWhole || row.adult === me.email)
    .sort((a, b) => inOrder(a, b, today));
  const child = roll.find(({ email, kind }) => email === pupil && kind === 'pupil');
  return {
    ...{ isWhole, today: ukDate(today), more: Math.max(0, rows.length - MOST_LINES) },
    wanted: child && !hasLeft(child, today) ? { email: child.email, name: fullName(child), detail: child.className } : null,
    lines: rows.slice(0, MOST_LINES).map((row) => lineFor(row, rows, visit)),
  };
}

function inOrder(a: OneToOneRow, b: OneToOneRow, today: string): number {
  const rank = RANK[standingOf(a, today)] - RANK[standingOf(b, today)];
  if (rank !== 0) return rank;
  if (RANK[standingOf(a, today)] === 2) return a.askedAt < b.askedAt ? 1 : -1;
  return `${a.pupil} ${a.from}` < `${b.pupil} ${b.from}` ? -1 : 1;
}

function standingOf({ state, until }: OneToOneRow, today: string): OneToOneStanding {
  if (state === 'asked') return isPast({ until }, today) ? 'not decided in time' : 'waits';
  return state === 'approved' && isPast({ until }, today) ? 'over' : state;
}

function lineFor(row: OneToOneRow, rows: readonly OneToOneRow[], visit: Visit): OneToOneLine {
  const { now, roll } = visit;
  const today = ukDay(now);
  const standing = standingOf(row, today);
  const holds = standing === 'waits' || standing === 'approved';
  return {
    ...{ reference: row.reference, standing, why: row.why, inEarshot: row.inEarshot, note: row.note },
    ...{ adult: nameOn(roll, row.adult), pupil: nameOn(roll, row.pupil), className: roll.find(({ email }) => email === row.pupil)?.className ?? '' },
    ...{ from: ukDate(row.from), until: ukDate(row.until) },
    steps: stepsOf(row, (email) => nameOn(roll, email)),
    sameDays: holds ? overlapping(row, rows, today).map((other) => otherWords(other, visit)) : [],
    fault: (holds && peopleFault(row, row.until, visit)?.message) || '',
    may: possible(row, standing, visit),
    proposed: { from: ukDate(firstDayLeft(row, today)), until: ukDate(row.until) },
  };
}

function otherWords({ adult, from, until, state, reference }: OneToOneRow, { roll }: Visit): string {
  const what = state === 'approved' ? 'has an approval' : 'asks as well';
  return `${nameOn(roll, adult)} ${what} from ${ukDate(from)} to ${ukDate(until)} (${reference}).`;
}

function possible(row: OneToOneRow, standing: OneToOneStanding, { me }: Visit): OneToOneLine['may'] {
  const isMine = row.adult === me.email;
  if (standing === 'waits') return [...(approvesOneToOnes(me) && !isMine ? (['decide'] as const) : []), ...(isMine ? (['take back'] as const) : [])];
  return standing === 'approved' && (isMine || seesOneToOnes(me)) ? ['end'] : [];
}

const SETTLED_WORDS: Record<Exclude<OneToOneRow['state'], 'asked'>, string> = { approved: 'approved it', refused: 'refused it', ended: 'ended it' };

function stepsOf(row: OneToOneRow, nameOf: (email: string) => string): string[] {
  const asked = `${ukTime(row.askedAt)} ${nameOf(row.adult)} asked for it`;
  return row.state === 'asked' || row.at === null ? [asked] : [asked, `${ukTime(row.at)} ${nameOf(row.by)} ${SETTLED_WORDS[row.state]}`];
}
