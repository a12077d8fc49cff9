import { type ErasureRow, erasureTable, isErasing } from '../../records/erasures.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import { nameOn } from '../../school/roll.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import { LANES, type State } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { IncidentSettings } from '../settings.ts';
import { outcomeTitle } from '../working/outcomes.ts';
import { titlesOf } from '../working/timeline.ts';
import { caseFor } from '../working/work-on.ts';
import { decidersFor, ELSEWHERE, elsewhereOf } from './erase-case.ts';
import { copiesElsewhere, leftoverTable } from './leftovers.ts';
import { isDue, retentionOf } from './retention.ts';

/** A case as the page about keeping shows it. Days are `dd/MM/yyyy`. */
export interface KeptCase {
  reference: string;
  lane: string;
  /** Initials and class. */
  people: string;
  types: string[];
  state: State;
  outcome: string;
  closed: string;
  held: boolean;
  isDue: boolean;
  /** The day on which its retention is reviewed; '' for never. */
  due: string;
  why: string;
  /** How its erasure stands, in words; '' when nobody has asked for it. */
  erasure: string;
  /** Its erasure has been asked for or approved: nothing else is decided about it meanwhile. */
  isErasing: boolean;
}

/** An erasure that waits for its second person. */
export interface WaitingErasure {
  reference: string;
  why: string;
  askedBy: string;
  /** `dd/MM/yyyy HH:mm` */
  askedAt: string;
  /** I asked for it: somebody else approves it. */
  isMine: boolean;
  /** Null for whoever may approve it without reading it. */
  case: KeptCase | null;
}

/** Copies of an erased case that a person has to see to. */
export interface Leftover {
  reference: string;
  items: { id: string; what: string; settled: string }[];
}

export interface Keeping {
  /** Due for review, longest first. */
  due: KeptCase[];
  held: KeptCase[];
  /** The next to come up, and how many more there are. */
  next: KeptCase[];
  more: number;
  /** The case that was asked for, with where else it lies; null when none was. */
  asked: { kept: KeptCase; copies: string[] } | null;
  waiting: WaitingErasure[];
  leftovers: Leftover[];
  years: Pick<IncidentSettings, 'pupilYears' | 'adultYears'>;
}

const NEXT_SHOWN = 10;

/**
 * What is kept, how long, and why (B21): of the cases this reader may read.
 * @param reference of a case to look at besides; '' for none
 * @throws Refusal `no-such-case`
 */
export function seeKeeping({ reference }: { reference: string }, visit: Visit, memory: Memory): Keeping {
  const { me, school, records } = visit;
  const settings = incidentSettings(memory);
  const view = records.view([caseTable, erasureTable, leftoverTable, ...(reference === '' ? [] : ELSEWHERE)]);
  const show = (row: CaseRow) => keptCase(row, view, settings, visit.now);
  const rows = view.rows(caseTable).filter((row) => mayRead(row, me, school));
  return {
    asked:
      reference === ''
        ? null
        : {
            kept: show(caseFor(view, reference, me, school)),
            copies: copiesElsewhere(elsewhereOf(reference, view, visit)).map(({ what }) => what),
          },
    ...listsOf(rows, show, settings, ukDay(visit.now)),
    waiting: waitingFor(visit, view, show),
    leftovers: leftoversOf(visit, view),
    years: { pupilYears: settings.pupilYears, adultYears: settings.adultYears },
  };
}

function listsOf(
  rows: readonly CaseRow[],
  show: (row: CaseRow) => KeptCase,
  settings: IncidentSettings,
  today: string,
): Pick<Keeping, 'due' | 'held' | 'next' | 'more'> {
  const dated = rows
    .map((row) => ({ row, day: retentionOf(row, settings).due ?? '' }))
    .filter(({ day }) => day !== '')
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const later = dated.filter(({ day }) => day > today);
  return {
    due: dated.filter(({ day }) => day <= today).map(({ row }) => show(row)),
    held: rows.filter(({ held }) => held).map(show),
    next: later.slice(0, NEXT_SHOWN).map(({ row }) => show(row)),
    more: Math.max(0, later.length - NEXT_SHOWN),
  };
}

/** Erasures that this person asked for or may decide. Whoever may decide without reading the case sees why it was asked, and no more. */
function waitingFor({ me, school, roll }: Visit, view: RecordsView, show: (row: CaseRow) => KeptCase): WaitingErasure[] {
  return view.rows(erasureTable).flatMap(({ state, subject, why, askedBy, askedAt }) => {
    const row = view.find(caseTable, subject);
    if (state !== 'asked' || !row || !decidersFor(row, school).includes(me.email)) return [];
    const asked = { reference: subject, why, askedBy: nameOn(roll, askedBy), askedAt: ukTime(askedAt), isMine: askedBy === me.email };
    return [{ ...asked, case: mayRead(row, me, school) ? show(row) : null }];
  });
}

function leftoversOf({ me, roll }: Visit, view: RecordsView): Leftover[] {
  return view
    .rows(leftoverTable)
    .filter(
      ({ lanes, removed, readers, items }) => lanes.length > 0 && removed !== null && readers.includes(me.email) && items.some(({ settled }) => settled === ''),
    )
    .map(({ reference, items }) => ({ reference, items: items.map(({ id, what, settled }) => ({ id, what, settled: settledWords(settled, roll) })) }));
}

/** @param settled address and moment, as the row keeps them */
function settledWords(settled: string, roll: Visit['roll']): string {
  const [email = '', at = ''] = settled.split(' ');
  return settled === '' ? '' : `${nameOn(roll, email)}, ${ukTime(at)}`;
}

function keptCase(row: CaseRow, view: RecordsView, settings: IncidentSettings, now: string): KeptCase {
  const retention = retentionOf(row, settings);
  const erasure = view.find(erasureTable, row.reference);
  return {
    ...{ reference: row.reference, lane: LANES[row.lane].title, people: row.people, state: row.state, outcome: outcomeTitle(row.outcome), held: row.held },
    types: titlesOf(row.types),
    closed: row.closed === null ? '' : ukDate(ukDay(row.closed)),
    isDue: isDue(retention, ukDay(now)),
    due: retention.due === null ? '' : ukDate(retention.due),
    why: retention.why,
    erasure: erasure === undefined ? '' : erasureWords(erasure),
    isErasing: isErasing(erasure),
  };
}

/** How an erasure stands, in words; '' when it is done. */
export function erasureWords({ state, refusal }: Pick<ErasureRow, 'state' | 'refusal'>): string {
  if (state === 'asked') return 'Its erasure has been asked for and waits for a second person.';
  if (state === 'approved') return 'Two people have decided to erase it: it is being erased.';
  return state === 'refused' ? `Its erasure was asked for and refused: ${refusal}` : '';
}
