import { choice, date, dateTime, list, text } from '../../records/fields.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';

/** What somebody tells of the filter, or asks of it (B12). */
export const KINDS = ['failure', 'unblock', 'block'] as const;
export type FilterKind = (typeof KINDS)[number];

/**
 * Where a change stands. A failure is to be blocked at once, so nobody has to approve it. `ended`: the time of an opened address is over, the
 * block is to be put back; `blocked again`: somebody has seen that it is.
 */
export const FILTER_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'done', 'ended', 'blocked again'] as const;
export type FilterState = (typeof FILTER_STATES)[number];

/** The journal's actions about the filter; their subject is the change's reference. To add one: name it here and teach `filterProjection`. */
export type FilterEvents = {
  'filter change asked': { kind: FilterKind; address: string; why: string; forWhom: string; until: string | null };
  /** `until` may be earlier than what was asked for. */
  'filter change approved': { until: string | null; note: string };
  'filter change refused': { note: string };
  'filter change withdrawn': { note: string };
  /** The technician has carried it out. */
  'filter change done': { note: string };
  /** The last day is over: what was opened counts as closed again. */
  'filter change ended': Record<string, never>;
  'filter block restored': { note: string };
  /** Technicians and whoever approved were told on that day that the block is still to be put back. */
  'filter change told': { day: string };
};

/** Whether an event is of that action, and has not been erased. */
function isFilter<Action extends keyof FilterEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: FilterEvents[Action] } {
  return event.action === action && event.payload !== null;
}

/** One row a change: the log of changes is this table, with the history of each in the journal. */
export const filterTable = table('FilterChanges', () => ({
  reference: text().key(),
  kind: choice(KINDS),
  state: choice(FILTER_STATES),
  /** The address, site or app. */
  address: text(),
  why: text(),
  /** For which class, lesson or person. */
  forWhom: text(),
  asker: text(),
  askedAt: dateTime(),
  /** The last day on which an opened address stays open; null for anything that is not opened. */
  until: date().optional(),
  approver: text(),
  decidedAt: dateTime().optional(),
  doneBy: text(),
  doneAt: dateTime().optional(),
  endedAt: dateTime().optional(),
  restoredBy: text(),
  restoredAt: dateTime().optional(),
  /** What was said at each step, oldest first. */
  notes: list(),
  /** The day somebody was last told that the block is to be put back; '' when nobody was. */
  told: text(),
}));
export type FilterRow = RowOf<typeof filterTable>;

export const filterProjection: Projection<typeof filterTable.fields> = {
  table: filterTable,
  keysOf: ({ action, subject }) => (action.startsWith('filter ') ? [subject] : []),
  apply: (row, event) => {
    if (isFilter(event, 'filter change asked')) return asked(event);
    if (!row || event.payload === null) return row ?? null;
    if (isFilter(event, 'filter change told')) return { ...row, told: event.payload.day };
    const { note = '' } = event.payload as { note?: string };
    return changed({ ...row, notes: note === '' ? row.notes : [...row.notes, note] }, event);
  },
};

function asked(event: RecordedEvent & { payload: FilterEvents['filter change asked'] }): FilterRow {
  const { kind, address, why, forWhom, until } = event.payload;
  return {
    ...{
      reference: event.subject,
      kind,
      state: kind === 'failure' ? 'approved' : 'asked',
      address,
      why,
      forWhom,
      until,
      asker: event.actor,
      askedAt: event.at,
    },
    ...{ approver: '', decidedAt: null, doneBy: '', doneAt: null, endedAt: null, restoredBy: '', restoredAt: null, notes: [], told: '' },
  };
}

function changed(row: FilterRow, event: RecordedEvent): FilterRow {
  const { actor, at } = event;
  if (isFilter(event, 'filter change approved')) return { ...row, state: 'approved', approver: actor, decidedAt: at, until: event.payload.until };
  if (isFilter(event, 'filter change refused')) return { ...row, state: 'refused', approver: actor, decidedAt: at };
  if (isFilter(event, 'filter change withdrawn')) return { ...row, state: 'withdrawn', decidedAt: at };
  if (isFilter(event, 'filter change done')) return { ...row, state: 'done', doneBy: actor, doneAt: at };
  // Even when nobody has noted that it was carried out: somebody may have done it all the same.
  if (isFilter(event, 'filter change ended')) return { ...row, state: 'ended', endedAt: at };
  if (isFilter(event, 'filter block restored')) return { ...row, state: 'blocked again', restoredBy: actor, restoredAt: at };
  return row;
}
