import { choice, date, dateTime, text } from '../records/fields.ts';
import type { Projection } from '../records/projection.ts';
import { saying } from '../records/said.ts';
import { type RowOf, table } from '../records/table.ts';

/** A live lesson of one adult with one pupil (D3), asked for by the adult and approved by a senior leader beforehand. Days are `2026-09-07`. */
export type OneToOneAsked = {
  adult: string;
  pupil: string;
  why: string;
  from: string;
  until: string;
  /** Which adult is within earshot of the pupil or in the call: a name. */
  inEarshot: string;
};

/** The journal's actions about one-to-ones; their subject is the request's reference. */
export type OneToOneEvents = {
  'one-to-one asked': OneToOneAsked;
  'one-to-one approved': { from: string; until: string; inEarshot: string; note: string };
  'one-to-one refused': { note: string };
  /** The approver or the adult ends it early. */
  'one-to-one ended': { note: string };
};

const ONE_TO_ONE_STATES = ['asked', 'approved', 'refused', 'ended'] as const;

export const oneToOneTable = table('OneToOnes', () => ({
  reference: text().key(),
  state: choice(ONE_TO_ONE_STATES),
  adult: text(),
  pupil: text(),
  why: text(),
  from: date(),
  until: date(),
  inEarshot: text(),
  note: text(),
  askedAt: dateTime(),
  /** Who approved, refused or ended it; never the adult who asked approves it. */
  by: text(),
  at: dateTime().optional(),
}));
export type OneToOneRow = RowOf<typeof oneToOneTable>;

const said = saying<OneToOneEvents>();

export const oneToOneProjection: Projection<typeof oneToOneTable.fields> = {
  table: oneToOneTable,
  keysOf: ({ action, subject }) => (action.startsWith('one-to-one ') ? [subject] : []),
  apply: (row, event) => {
    const asked = said(event, 'one-to-one asked');
    if (asked) return { reference: event.subject, state: 'asked', ...asked, note: '', askedAt: event.at, by: '', at: null };
    if (!row) return null;
    const settled = { ...row, by: event.actor, at: event.at };
    const approved = said(event, 'one-to-one approved');
    if (approved) return { ...settled, state: 'approved', ...approved };
    const refused = said(event, 'one-to-one refused');
    if (refused) return { ...settled, state: 'refused', ...refused };
    const ended = said(event, 'one-to-one ended');
    return ended ? { ...settled, state: 'ended', ...ended } : row;
  },
};

/** The approval that a one-to-one of these two has on a day. */
export function approvalOn(day: string, rows: readonly OneToOneRow[], adult: string, pupil: string): OneToOneRow | undefined {
  return rows.find((row) => row.state === 'approved' && row.adult === adult && row.pupil === pupil && row.from <= day && day <= row.until);
}
