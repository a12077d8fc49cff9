import type { Json } from '../../records/canonical.ts';
import { date, dateTime, json, list, text } from '../../records/fields.ts';
import type { NewEvent, RecordedEvent } from '../../records/journal.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import type { IsoDate } from '../../school/calendar.ts';

/** The journal's actions about somebody who asks what is recorded about them (B21); their subject is `subject-access-REF`. */
export type AccessEvents = {
  /** `person`: address on the roll, '' for somebody who is not on it. `askedBy`: who asked, for a child perhaps a parent. */
  'subject access asked': { person: string; name: string; askedBy: string; received: IsoDate; due: IsoDate };
  'subject access extended': { until: IsoDate; why: string };
  /** Somebody made the part of it that they may read. */
  'subject access part made': { cases: string[]; lifted: number; added: number; leftOut: number };
  'subject access answered': { on: IsoDate; how: string };
};

/** One row a request. */
export const requestTable = table('Requests', () => ({
  subject: text().key(),
  person: text(),
  name: text(),
  askedBy: text(),
  received: date(),
  due: date(),
  /** Why more time was taken; ''. */
  extended: text(),
  /** Who has made their part, with the moment. */
  parts: json<{ by: string; at: string }[]>(),
  /** Cases that were in the parts: whoever erases one knows where else it lies. */
  cases: list(),
  answered: date().optional(),
  how: text(),
  recorded: dateTime(),
  recordedBy: text(),
}));
export type RequestRow = RowOf<typeof requestTable>;

const BEGINNING = 'subject-access-';

export const requestProjection: Projection<typeof requestTable.fields> = {
  table: requestTable,
  keysOf: ({ action, subject }) => (action.startsWith('subject access ') ? [subject] : []),
  apply: (row, event) => {
    if (isAccess(event, 'subject access asked')) {
      const { person, name, askedBy, received, due } = event.payload;
      const nothingYet = { extended: '', parts: [], cases: [], answered: null, how: '' };
      return { subject: event.subject, person, name, askedBy, received, due, ...nothingYet, recorded: event.at, recordedBy: event.actor };
    }
    if (!row) return null;
    if (isAccess(event, 'subject access extended')) return { ...row, due: event.payload.until, extended: event.payload.why };
    if (isAccess(event, 'subject access part made')) {
      const parts = [...row.parts.filter(({ by }) => by !== event.actor), { by: event.actor, at: event.at }];
      return { ...row, parts, cases: [...new Set([...row.cases, ...event.payload.cases])] };
    }
    if (isAccess(event, 'subject access answered')) return { ...row, answered: event.payload.on, how: event.payload.how };
    return row;
  },
};

/** @param reference as `newReference` makes them */
export function requestSubject(reference: string): string {
  return `${BEGINNING}${reference.replace(/^C-/, '')}`;
}

export function accessEvent<Action extends keyof AccessEvents>(action: Action, subject: string, payload: AccessEvents[Action]): NewEvent {
  return { action, subject, payload: payload as Json };
}

function isAccess<Action extends keyof AccessEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: AccessEvents[Action] } {
  return event.action === action && event.payload !== null;
}
