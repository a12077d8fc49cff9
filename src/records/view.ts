import type { ChainHead } from './journal.ts';
import type { LoadedTable } from './loaded-table.ts';
import type { RecordsView } from './records.ts';
import type { Fields, Table } from './table.ts';

/** Loaded tables as a decision or a page may look at them. */
export function viewOf(tables: readonly LoadedTable[], { sequence, hash }: ChainHead): RecordsView {
  const loaded = <F extends Fields>(table: Table<F>): LoadedTable<F> => {
    const found = tables.find((each) => each.isWhole && (each.table as Table) === (table as Table));
    if (!found) throw new RangeError(`"${table.name}" was not read: name it among the tables to read`);
    return found as unknown as LoadedTable<F>;
  };
  return { sequence, hash, rows: (table) => loaded(table).rows(), find: (table, key) => loaded(table).find(key) };
}
