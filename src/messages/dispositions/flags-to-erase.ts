import { leftoverTable } from '../../incidents/keeping/leftovers.ts';
import { erasureTable } from '../../records/erasures.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukDay } from '../../school/calendar.ts';
import { addDays } from '../../school/days.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type FlagRow, flagTable } from '../flag.ts';
import { flagDeciders } from './erase-flags.ts';
import { type FlagLine, flagLine, mayBeErased } from './flag-line.ts';
import { seesFlag } from './flags-seen.ts';

/** A flag as those lists have it: what it said is fetched when it is opened. */
export type BriefFlag = Omit<FlagLine, 'words'>;

/** What one press asked to be erased and waits for its second person. */
export interface FlagErasure {
  flags: string[];
  /** Those of them that this person may read; the others they may decide without. */
  lines: BriefFlag[];
  why: string;
  askedBy: string;
  /** `dd/MM/yyyy HH:mm` */
  askedAt: string;
  /** I asked for it: somebody else approves it. */
  isMine: boolean;
}

export interface FlagsToErase {
  erasures: FlagErasure[];
  /** Settled more than a year ago, without a case, nothing asked for: the first of them, and how many there are. Nothing goes by itself (rule 15). */
  old: BriefFlag[];
  oldTotal: number;
  /** Erased messages of which the mailbox's copies are in its bin, because Handrail may not delete them for good. */
  inBin: number;
}

/** One press asks for so many. */
const A_PRESS = 50;
const OLD_DAYS = 365;
/** Gmail empties its bin after so many. */
const BIN_DAYS = 30;

/** Tables that `flagsToErase` looks at besides those of flags. */
export const TO_ERASE = [leftoverTable] as const;

/** @param mine flags that this person may see */
export function flagsToErase(mine: readonly FlagRow[], view: RecordsView, visit: Visit): FlagsToErase {
  const line = (row: FlagRow) => flagLine(row, view, visit.roll);
  const before = addDays(ukDay(visit.now), -OLD_DAYS);
  const old = mine.filter((row) => mayBeErased(row, view) && ukDay(row.disposedAt ?? visit.now) < before);
  old.sort((a, b) => ((a.disposedAt ?? '') < (b.disposedAt ?? '') ? -1 : 1));
  return { erasures: erasuresFor(visit, view), old: old.slice(0, A_PRESS).map(line), oldTotal: old.length, inBin: inBin(visit, view) };
}

function erasuresFor(visit: Visit, view: RecordsView): FlagErasure[] {
  const { me, school, roll } = visit;
  const presses = new Map<string, FlagErasure>();
  for (const { subject, state, why, askedBy, askedAt } of view.rows(erasureTable)) {
    const row = view.find(flagTable, subject);
    if (state !== 'asked' || !row || !flagDeciders(row, school).includes(me.email)) continue;
    const press = [askedBy, askedAt, why].join('\n');
    const known = presses.get(press) ?? {
      ...{ flags: [], lines: [], why, askedBy: nameOn(roll, askedBy), askedAt: ukTime(askedAt), isMine: askedBy === me.email },
    };
    const lines = seesFlag(row, view, visit) ? [...known.lines, flagLine(row, view, roll)] : known.lines;
    presses.set(press, { ...known, flags: [...known.flags, subject], lines });
  }
  return [...presses.values()];
}

function inBin({ me, now }: Visit, view: RecordsView): number {
  const since = addDays(ukDay(now), -BIN_DAYS);
  const isThere = (moment: string | null) => moment !== null && ukDay(moment) >= since;
  return view
    .rows(leftoverTable)
    .filter(({ lanes, readers, items, mailsRemoved }) => lanes.length === 0 && items.length > 0 && readers.includes(me.email) && isThere(mailsRemoved)).length;
}
