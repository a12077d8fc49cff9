import type { RecordedEvent } from './journal.ts';
import { type Fields, keyOf, type Row, type Table } from './table.ts';

/** A view of the journal: which row of which table an event changes, and how. It can be thrown away and made again at any time. */
export interface Projection<F extends Fields = Fields> {
  readonly table: Table<F>;
  /** Keys of the rows that the event changes; none when it has nothing to say here. */
  keysOf(event: RecordedEvent): readonly string[];
  /** The row after the event, or null to take it away. The same event on the same row always gives the same row. */
  apply(row: Row<F> | undefined, event: RecordedEvent, key: string): Row<F> | null;
}

/** What events did to a table: key → the new row, or null for a row that goes. */
export type Changes<F extends Fields> = Map<string, Row<F> | null>;

/**
 * Folds events into the rows they change.
 * @param before finds a row as it was before the events
 * @throws RangeError when a projection gives a row another key than the one it was asked for
 */
export function changesBy<F extends Fields>(
  projection: Projection<F>,
  events: Iterable<RecordedEvent>,
  before: (key: string) => Row<F> | undefined,
): Changes<F> {
  const changes: Changes<F> = new Map();
  for (const event of events) {
    for (const key of projection.keysOf(event)) {
      const row = changes.has(key) ? (changes.get(key) ?? undefined) : before(key);
      const after = projection.apply(row, event, key);
      if (after && keyOf(projection.table, after) !== key) throw new RangeError(`The view "${projection.table.name}" gave "${key}" another key`);
      changes.set(key, after);
    }
  }
  return changes;
}
