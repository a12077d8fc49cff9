import { choice, dateTime, list, text } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import type { Person } from '../school/person.ts';
import type { School } from '../school/school.ts';
import { type Account, addressesNamed, type Involvement, type Lane, OPEN_STATES, type OpenState } from './concern.ts';
import { readersLeft, readersOf } from './lanes.ts';

/** The journal's actions about a case. To add one: name it here, say what its payload is, and teach `caseProjection` what it changes. */
export type CaseEvents = {
  'concern raised': Account & { lane: Lane; people: (Involvement & { initials: string })[]; reporter: { email: string; name: string } };
  'case state changed': { from: OpenState; to: OpenState; where: 'page' | 'desk' };
  'case owner changed': { from: string; to: string; where: 'page' | 'desk' };
  'case note added': { text: string; where: 'page' | 'desk' };
};

/** A desk shows the beginning of a long note; all of it is in the history. Characters. */
const LONGEST_DESK_NOTE = 10_000;

/** One row a case: what lists and desks need. The story is in the journal and on the case page alone. */
export const caseTable = table('Cases', {
  reference: text().key(),
  lane: text(),
  state: choice(OPEN_STATES),
  owner: text(),
  received: dateTime(),
  happened: dateTime().optional(),
  /** Initials and class, for the desk. */
  people: text(),
  /** Addresses of everybody it names: they lose sight of it. */
  named: list(),
  reporter: text(),
  /** The latest note typed on the desk. */
  deskNote: text(),
});
export type CaseRow = RowOf<typeof caseTable>;

export const caseProjection: Projection<typeof caseTable.fields> = {
  table: caseTable,
  keysOf: (event) => (event.action === 'concern raised' || event.action.startsWith('case ') ? [event.subject] : []),
  apply: (row, event) => {
    if (is(event, 'concern raised')) return rowOf(event);
    if (!row) return null;
    if (is(event, 'case state changed')) return { ...row, state: event.payload.to };
    if (is(event, 'case owner changed')) return { ...row, owner: event.payload.to };
    if (is(event, 'case note added') && event.payload.where === 'desk') return { ...row, deskNote: event.payload.text.slice(0, LONGEST_DESK_NOTE) };
    return row;
  },
};

/** Whether an event is of that action; its payload is then known. */
export function is<Action extends keyof CaseEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: CaseEvents[Action] } {
  return event.action === action;
}

/** Whether somebody may read a case: a reader of its lane whom it does not name (B5), or of the lane above when posts changed and it names them all now. */
export function mayRead(row: Pick<CaseRow, 'lane' | 'named'>, person: Pick<Person, 'email'>, school: School): boolean {
  return readersLeft(row.lane as Lane, row.named, school)?.readers.includes(person.email) ?? false;
}

/** Whether a case stands on its lane's desk: only when everybody who can open the desk may read it. */
export function standsOnDesk(row: Pick<CaseRow, 'lane' | 'named'>, school: School): boolean {
  return readersOf(row.lane as Lane, school).every((reader) => !row.named.includes(reader));
}

function rowOf(event: RecordedEvent & { payload: CaseEvents['concern raised'] }): CaseRow {
  const { lane, people, happened, reporter } = event.payload;
  return {
    reference: event.subject,
    lane,
    state: 'new',
    owner: '',
    received: event.at,
    happened: happened === '' ? null : happened,
    people: people.map((person) => person.initials).join(', '),
    named: addressesNamed(people),
    reporter: reporter.email,
    deskNote: '',
  };
}
