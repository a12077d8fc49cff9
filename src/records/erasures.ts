import { choice, dateTime, json, text } from './fields.ts';
import type { JournalEntry, RecordedEvent } from './journal.ts';
import type { Projection } from './projection.ts';
import { type RowOf, table } from './table.ts';

/**
 * Erasing what was recorded (B21): somebody asks, somebody else approves, then the records are written anew without the payloads of
 * those events (`rewriting.sheet.ts`). These events themselves stay: they name numbers and reasons, never what was erased.
 */
export interface ErasureEvents {
  'erasure asked': { events: readonly number[]; why: string };
  'erasure approved': { events: readonly number[] };
  'erasure refused': { why: string };
  'erasure done': { events: readonly number[] };
}

const APPROVED = 'erasure approved' satisfies keyof ErasureEvents;

/** So many numbers fit a cell of the view with room to spare. */
export const MOST_ERASED_AT_ONCE = 4_000;

/** One row a subject whose erasure was ever asked for: the latest time. */
export const erasureTable = table('Erasures', () => ({
  subject: text().key(),
  state: choice(['asked', 'approved', 'refused', 'done']),
  /** Sequence numbers. */
  events: json<readonly number[]>(),
  why: text(),
  askedBy: text(),
  askedAt: dateTime(),
  /** Who approved or refused it. */
  decidedBy: text(),
  decidedAt: dateTime().optional(),
  /** Why it was refused. */
  refusal: text(),
  doneAt: dateTime().optional(),
}));
export type ErasureRow = RowOf<typeof erasureTable>;

/** Asked for or approved: nothing else is decided about it meanwhile. */
export function isErasing(row: Pick<ErasureRow, 'state'> | undefined): boolean {
  return row?.state === 'asked' || row?.state === 'approved';
}

export const erasureProjection: Projection<typeof erasureTable.fields> = {
  table: erasureTable,
  keysOf: (event) => (isOfErasure(event) ? [event.subject] : []),
  apply: (row, event) => {
    if (isErasure(event, 'erasure asked')) {
      const { events, why } = event.payload;
      return {
        ...{ subject: event.subject, state: 'asked', events, why, askedBy: event.actor, askedAt: event.at },
        ...{ decidedBy: '', decidedAt: null, refusal: '', doneAt: null },
      };
    }
    if (!row) return null;
    if (isErasure(event, 'erasure done')) return { ...row, state: 'done', doneAt: event.at };
    const decided = { decidedBy: event.actor, decidedAt: event.at };
    if (isErasure(event, 'erasure approved')) return { ...row, ...decided, state: 'approved' };
    return isErasure(event, 'erasure refused') ? { ...row, ...decided, state: 'refused', refusal: event.payload.why } : row;
  },
};

/** Whether an event is about an erasure: such events are never erased with their subject. */
export function isOfErasure({ action }: Pick<RecordedEvent, 'action'>): boolean {
  return action.startsWith('erasure ');
}

/** The numbers that an entry of the journal says were to be erased; none for any other entry. */
export function eventsApproved({ action, payload }: JournalEntry): readonly number[] {
  if (action !== APPROVED) return [];
  const [, numbers = ''] = /"events":\[([\d,]*)\]/.exec(payload) ?? [];
  return numbers === '' ? [] : numbers.split(',').map(Number);
}

function isErasure<Action extends keyof ErasureEvents>(
  event: RecordedEvent,
  action: Action,
): event is RecordedEvent & { action: Action; payload: ErasureEvents[Action] } {
  return event.action === action;
}
