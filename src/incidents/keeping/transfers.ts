import type { Json } from '../../records/canonical.ts';
import { date, dateTime, list, number, text } from '../../records/fields.ts';
import type { NewEvent, RecordedEvent } from '../../records/journal.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import type { IsoDate } from '../../school/calendar.ts';

/** The journal's actions about a pupil's file that goes to the next school (B21, rule 5); their subject is `transfer-REF`. The log keeps the cases. */
export type TransferEvents = {
  /** `known`: the day the school knew that the pupil moves; `due` counts from it. */
  'transfer started': { pupil: string; name: string; school: string; contact: string; known: IsoDate; due: IsoDate };
  'transfer pack made': { cases: string[]; lifted: number; added: number; leftOut: number };
  'transfer sent': { on: IsoDate; how: string; toWhom: string; prevent: string };
  'transfer chased': { note: string };
  'transfer received': { on: IsoDate; who: string };
  /** The pupil stays after all, or it was started by mistake. */
  'transfer stopped': { why: string };
};

/** One row a transfer. */
export const transferTable = table('Transfers', () => ({
  subject: text().key(),
  pupil: text(),
  name: text(),
  school: text(),
  contact: text(),
  known: date(),
  due: date(),
  packMade: dateTime().optional(),
  /** Cases that were in the packs. */
  cases: list(),
  sent: date().optional(),
  how: text(),
  toWhom: text(),
  /** What was decided about telling of Prevent or Channel early (rule 18). */
  prevent: text(),
  received: date().optional(),
  receivedBy: text(),
  chased: number(),
  lastChased: dateTime().optional(),
  /** Why it was stopped; ''. */
  stopped: text(),
}));
export type TransferRow = RowOf<typeof transferTable>;

export const transferProjection: Projection<typeof transferTable.fields> = {
  table: transferTable,
  keysOf: ({ action, subject }) => (action.startsWith('transfer ') ? [subject] : []),
  apply: (row, event) => {
    if (isTransfer(event, 'transfer started')) {
      const { pupil, name, school, contact, known, due } = event.payload;
      const notSent = { packMade: null, cases: [], sent: null, how: '', toWhom: '', prevent: '' };
      const nothingYet = { ...notSent, received: null, receivedBy: '', chased: 0, lastChased: null, stopped: '' };
      return { subject: event.subject, pupil, name, school, contact, known, due, ...nothingYet };
    }
    if (!row) return null;
    if (isTransfer(event, 'transfer pack made')) {
      return { ...row, packMade: event.at, cases: [...new Set([...row.cases, ...event.payload.cases])] };
    }
    if (isTransfer(event, 'transfer sent')) {
      const { on, how, toWhom, prevent } = event.payload;
      return { ...row, sent: on, how, toWhom, prevent };
    }
    if (isTransfer(event, 'transfer chased')) return { ...row, chased: row.chased + 1, lastChased: event.at };
    if (isTransfer(event, 'transfer received')) return { ...row, received: event.payload.on, receivedBy: event.payload.who };
    return isTransfer(event, 'transfer stopped') ? { ...row, stopped: event.payload.why } : row;
  },
};

/** @param reference as `newReference` makes them */
export function transferSubject(reference: string): string {
  return `transfer-${reference.replace(/^C-/, '')}`;
}

export function transferEvent<Action extends keyof TransferEvents>(action: Action, subject: string, payload: TransferEvents[Action]): NewEvent {
  return { action, subject, payload: payload as Json };
}

function isTransfer<Action extends keyof TransferEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: TransferEvents[Action] } {
  return event.action === action && event.payload !== null;
}
