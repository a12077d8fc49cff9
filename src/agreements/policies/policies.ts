import { date, dateTime, number, text, yesOrNo } from '../../records/fields.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import { is } from '../events.ts';

/** One row a policy of the school, with the dates of its review (A14). */
export const policyTable = table('Policies', () => ({
  id: text().key(),
  /** Counts what was saved, so that nobody overwrites what they have not seen. */
  revision: number(),
  title: text(),
  /** As the school names it: `2.1`, `Autumn 2026`; ''. */
  version: text(),
  approvedOn: date().optional(),
  /** Which body of the governors, or whom; ''. */
  approvedBy: text(),
  /** School account of whoever sees to the review; ''. */
  owner: text(),
  /** Months from one approval to the next review; 0 where a day was set by hand. */
  everyMonths: number(),
  nextReview: date().optional(),
  /** Where it is published; ''. */
  address: text(),
  notes: text(),
  /** Not in use any more: nobody is reminded. */
  archived: yesOrNo(),
  /** The last reminder that went about the next review (see `reminderDue`). */
  reminded: date().optional(),
  savedAt: dateTime(),
  savedBy: text(),
}));
export type PolicyRow = RowOf<typeof policyTable>;

export const policyProjection: Projection<typeof policyTable.fields> = {
  table: policyTable,
  keysOf: (event) => {
    if (is(event, 'policy saved')) return [event.payload.policyId];
    return is(event, 'policies reminded') ? event.payload.policies.map(({ policyId }) => policyId) : [];
  },
  apply: (row, event, key) => {
    if (is(event, 'policy saved')) {
      const { policyId: id, title, version, approvedOn, approvedBy, owner, everyMonths, nextReview, address, notes, archived } = event.payload;
      return {
        ...{ id, title, version, approvedOn, approvedBy, owner, everyMonths, nextReview, address, notes, archived },
        revision: (row?.revision ?? 0) + 1,
        // Reminders begin anew with another day.
        reminded: row?.nextReview === nextReview ? row.reminded : null,
        ...{ savedAt: event.at, savedBy: event.actor },
      };
    }
    if (!row || !is(event, 'policies reminded')) return row ?? null;
    return { ...row, reminded: event.payload.policies.find(({ policyId }) => policyId === key)?.reminder ?? row.reminded };
  },
};
