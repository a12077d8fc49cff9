import { date, dateTime, json, number, text } from '../../records/fields.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import type { Projection } from '../../records/projection.ts';
import { table } from '../../records/table.ts';
import { is } from '../events.ts';

/** The journal's actions about reviews of the log (B15). To add one: name it here and teach a projection of this file. */
export type ReviewEvents = {
  /** Subject: the review's own reference. `cases`: those the reviewer had before them. */
  'review signed': { cases: string[]; signature: string; note: string };
  /** Subject `review`: those who review were told that it is due. */
  'review told': { due: string; day: string };
};

/** Whether an event is of that action, and has not been erased. */
export function isReview<Action extends keyof ReviewEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: ReviewEvents[Action] } {
  return event.action === action && event.payload !== null;
}

/** One row a review that somebody has signed. */
export const reviewTable = table('Reviews', () => ({
  reference: text().key(),
  reviewer: text(),
  signature: text(),
  signedAt: dateTime(),
  /** How many cases were before them. */
  cases: number(),
  note: text(),
}));

export const reviewProjection: Projection<typeof reviewTable.fields> = {
  table: reviewTable,
  keysOf: (event) => (event.action === 'review signed' ? [event.subject] : []),
  apply: (row, event) => {
    if (!isReview(event, 'review signed')) return row ?? null;
    const { cases, signature, note } = event.payload;
    return { reference: event.subject, reviewer: event.actor, signature, signedAt: event.at, cases: cases.length, note };
  },
};

/** When reviewers were last told that a review is due: one row a due day. */
export const reviewToldTable = table('ReviewsTold', () => ({ due: date().key(), day: date() }));

export const reviewToldProjection: Projection<typeof reviewToldTable.fields> = {
  table: reviewToldTable,
  keysOf: (event) => (isReview(event, 'review told') ? [event.payload.due] : []),
  apply: (row, event) => (isReview(event, 'review told') ? event.payload : (row ?? null)),
};

/** A reviewer's question about a case; an answer answers everything that is open. Times ISO, UTC. */
export type Question = { text: string; by: string; at: string; answer: string; answeredBy: string; answeredAt: string };

/** One row a case that was asked about: the reviewer, who may not open the case, reads questions and answers here. */
export const questionTable = table('Questions', () => ({ reference: text().key(), thread: json<Question[]>() }));

export const questionProjection: Projection<typeof questionTable.fields> = {
  table: questionTable,
  keysOf: ({ action, subject }) => (action === 'case question asked' || action === 'case question answered' ? [subject] : []),
  apply: (row, event) => {
    const { subject: reference, actor, at } = event;
    const thread = row?.thread ?? [];
    if (is(event, 'case question asked'))
      return { reference, thread: [...thread, { text: event.payload.text, by: actor, at, answer: '', answeredBy: '', answeredAt: '' }] };
    if (!is(event, 'case question answered')) return row ?? null;
    const { text: answer } = event.payload;
    return { reference, thread: thread.map((each) => (each.answeredAt === '' ? { ...each, answer, answeredBy: actor, answeredAt: at } : each)) };
  },
};
