import { choice, date, dateTime, list, text } from '../../records/fields.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import { is, type RoundWhy } from '../events.ts';

const WHY = ['first', 'year', 'new version'] as const satisfies readonly RoundWhy[];

/** One row a round: some agreements asked of everybody they are for. */
export const roundTable = table('Rounds', () => ({
  id: text().key(),
  why: choice(WHY),
  agreements: list(),
  due: date(),
  startedAt: dateTime(),
  startedBy: text(),
  /** Empty as long as people are still being asked. */
  finishedAt: dateTime().optional(),
}));
export type RoundRow = RowOf<typeof roundTable>;

export const roundProjection: Projection<typeof roundTable.fields> = {
  table: roundTable,
  keysOf: (event) => (is(event, 'round started') || is(event, 'round finished') ? [event.payload.roundId] : []),
  apply: (row, event) => {
    if (is(event, 'round started')) {
      const { roundId, why, agreements, due } = event.payload;
      return { id: roundId, why, agreements, due, startedAt: event.at, startedBy: event.actor, finishedAt: null };
    }
    return row && is(event, 'round finished') ? { ...row, finishedAt: event.at } : (row ?? null);
  },
};
