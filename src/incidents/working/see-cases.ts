import type { RecordsView } from '../../records/records.ts';
import type { Person } from '../../school/person.ts';
import { fullName } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead, readersFor, standsOnDesk } from '../case.ts';
import { type Involvement, LANE_IDS, LANES, STATES, type State, stateForReporter } from '../concern.ts';
import { is } from '../events.ts';
import { readersOf } from '../lanes.ts';
import { caseFor } from './work-on.ts';

export interface CaseLine {
  reference: string;
  lane: string;
  state: State;
  owner: string;
  /** dd/MM/yyyy HH:mm */
  received: string;
  people: string;
}

/** Every case this person may read, new ones first, then the latest. */
export function listCases(_: Record<string, never>, { me, school, records, roll }: Visit): { lines: CaseLine[]; lanes: string[] } {
  const nameOf = namesFrom(roll);
  const lanes = LANE_IDS.filter((lane) => readersOf(lane, school).includes(me.email)).map((lane) => LANES[lane].title);
  const rows = records
    .view([caseTable])
    .rows(caseTable)
    .filter((row) => mayRead(row, me, school));
  const urgency = (row: CaseRow) => STATES.indexOf(row.state);
  rows.sort((a, b) => urgency(a) - urgency(b) || (a.received < b.received ? 1 : -1));
  return {
    lanes,
    lines: rows.map((row) => ({
      reference: row.reference,
      lane: LANES[row.lane].title,
      state: row.state,
      owner: nameOf(row.owner),
      received: ukTime(row.received),
      people: row.people,
    })),
  };
}

export interface TimelineEntry {
  /** dd/MM/yyyy HH:mm */
  at: string;
  who: string;
  /** What was done, in one line. */
  what: string;
  /** What was written, as it was typed. */
  said: string;
}

export interface CaseFile {
  reference: string;
  lane: string;
  state: State;
  owner: string;
  owners: { email: string; name: string }[];
  received: string;
  happened: string;
  where: string;
  done: string;
  toldDslInPerson: boolean;
  reporter: string;
  story: string;
  people: Pick<Involvement, 'email' | 'name' | 'className' | 'role'>[];
  timeline: TimelineEntry[];
  /** False when the case names a reader of the desk: then it is on this page only, and the page says why. */
  onDesk: boolean;
}

/** The whole case, for those who may read it. */
export function openCase({ reference }: { reference: string }, { me, school, records, roll }: Visit): CaseFile {
  const row = caseFor(records.view([caseTable]), reference, me, school);
  const history = records.history(reference);
  const nameOf = namesFrom(roll);
  const raised = history.find((event) => is(event, 'concern raised'));
  if (!raised || !is(raised, 'concern raised')) throw new Error(`the journal holds no beginning of ${reference}`);
  const { story, where, done, toldDslInPerson, happened, reporter, people } = raised.payload;
  return {
    reference,
    lane: LANES[row.lane].title,
    state: row.state,
    owner: row.owner,
    owners: readersFor(row, school).map((email) => ({ email, name: nameOf(email) })),
    received: ukTime(row.received),
    happened: ukTime(happened),
    where,
    done,
    toldDslInPerson,
    reporter: reporter.name,
    story,
    people: people.map(({ email, name, className, role }) => ({ email, name, className, role })),
    onDesk: standsOnDesk(row, school),
    timeline: history.map((event) => {
      const entry = { at: ukTime(event.at), who: nameOf(event.actor), said: '' };
      if (is(event, 'case state changed')) return { ...entry, what: `State set to ${event.payload.to}${event.payload.where === 'desk' ? ' on the desk' : ''}` };
      if (is(event, 'case owner changed')) return { ...entry, what: event.payload.to ? `Owner is now ${nameOf(event.payload.to)}` : 'No owner any more' };
      if (is(event, 'case note added')) return { ...entry, what: `Note${event.payload.where === 'desk' ? ' on the desk' : ''}`, said: event.payload.text };
      return { ...entry, what: 'Concern raised' };
    }),
  };
}

export interface MyConcern {
  reference: string;
  received: string;
  state: ReturnType<typeof stateForReporter>;
}

/** What a reporter sees of their own concerns: the state and nothing else (B1). */
export function myConcerns(view: RecordsView, me: Pick<Person, 'email'>): MyConcern[] {
  const mine = view.rows(caseTable).filter((row) => row.reporter === me.email);
  return mine.map((row) => ({ reference: row.reference, received: ukTime(row.received), state: stateForReporter(row.state) }));
}

function namesFrom(roll: Visit['roll']): (email: string) => string {
  const names = new Map(roll.map((entry) => [entry.email, fullName(entry)]));
  return (email) => names.get(email) ?? email;
}
