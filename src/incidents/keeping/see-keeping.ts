import type { RecordsView } from '../../records/records.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead } from '../case.ts';
import { LANES, type State } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { IncidentSettings } from '../settings.ts';
import { outcomeTitle } from '../working/outcomes.ts';
import { titlesOf } from '../working/timeline.ts';
import { caseFor } from '../working/work-on.ts';
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
}

export interface Keeping {
  /** Due for review, longest first. */
  due: KeptCase[];
  held: KeptCase[];
  /** The next to come up, and how many more there are. */
  next: KeptCase[];
  more: number;
  /** The case that was asked for; null when none was. */
  asked: KeptCase | null;
  years: Pick<IncidentSettings, 'pupilYears' | 'adultYears'>;
}

const NEXT_SHOWN = 10;

/**
 * What is kept, how long, and why (B21): of the cases this reader may read.
 * @param reference of a case to look at besides; '' for none
 * @throws Refusal `no-such-case`
 */
export function seeKeeping({ reference }: { reference: string }, visit: Visit, memory: Memory): Keeping {
  const { me, school, now } = visit;
  const settings = incidentSettings(memory);
  const view = visit.records.view([caseTable]);
  const asked = reference === '' ? null : keptCase(caseFor(view, reference, me, school), settings, now);
  return { ...listsOf(view, visit, settings), asked, years: { pupilYears: settings.pupilYears, adultYears: settings.adultYears } };
}

function listsOf(view: RecordsView, { me, school, now }: Visit, settings: IncidentSettings): Pick<Keeping, 'due' | 'held' | 'next' | 'more'> {
  const rows = view.rows(caseTable).filter((row) => mayRead(row, me, school));
  const sorted = rows
    .map((row) => ({ row, day: retentionOf(row, settings).due ?? '' }))
    .filter(({ day }) => day !== '')
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const later = sorted.filter(({ day }) => day > ukDay(now));
  const shown = ({ row }: { row: CaseRow }) => keptCase(row, settings, now);
  return {
    due: sorted.filter(({ day }) => day <= ukDay(now)).map(shown),
    held: rows.filter(({ held }) => held).map((row) => shown({ row })),
    next: later.slice(0, NEXT_SHOWN).map(shown),
    more: Math.max(0, later.length - NEXT_SHOWN),
  };
}

function keptCase(row: CaseRow, settings: IncidentSettings, now: string): KeptCase {
  const retention = retentionOf(row, settings);
  return {
    ...{ reference: row.reference, lane: LANES[row.lane].title, people: row.people, state: row.state, outcome: outcomeTitle(row.outcome), held: row.held },
    types: titlesOf(row.types),
    closed: row.closed === null ? '' : ukDate(ukDay(row.closed)),
    isDue: isDue(retention, ukDay(now)),
    due: retention.due === null ? '' : ukDate(retention.due),
    why: retention.why,
  };
}
