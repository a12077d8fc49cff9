import type { Changes } from './projection.ts';
import { appendRows, removeRows, type SheetRequest, writeRows } from './sheet-requests.ts';
import { type Contents, decode, decodeKeys, encode, type Fields, isHeadingOf, type Row, type Table } from './table.ts';

/** A table's sheet as it was read: all of its rows, or only where each key stands. */
export class LoadedTable<F extends Fields = Fields> {
  private constructor(
    readonly table: Table<F>,
    readonly headings: string[],
    private readonly numbers: ReadonlyMap<string, number>,
    private readonly known: Map<string, Row<F>>,
    readonly isWhole: boolean,
  ) {}

  /** @throws RecordsDamaged */
  static whole<F extends Fields>(table: Table<F>, values: readonly (readonly unknown[])[]): LoadedTable<F> {
    const { headings, rows }: Contents<F> = decode(table, values);
    const numbers = new Map([...rows].map(([key, { number }]) => [key, number]));
    return new LoadedTable(table, headings, numbers, new Map([...rows].map(([key, { row }]) => [key, row])), true);
  }

  /** @throws RecordsDamaged */
  static keys<F extends Fields>(table: Table<F>, headings: readonly unknown[], firstColumn: readonly unknown[]): LoadedTable<F> {
    const found = decodeKeys(table, headings, firstColumn);
    return new LoadedTable(table, found.headings, found.numbers, new Map(), false);
  }

  rows(): Row<F>[] {
    return [...this.known.values()];
  }

  /** Keys of every row, read or not. */
  keys(): string[] {
    return [...this.numbers.keys()];
  }

  has(key: string): boolean {
    return this.numbers.has(key);
  }

  find(key: string): Row<F> | undefined {
    return this.known.get(key);
  }

  /** Numbers of the rows that have one of the keys and were not read. */
  unread(keys: Iterable<string>): number[] {
    return [...new Set(keys)].filter((key) => !this.known.has(key)).flatMap((key) => this.numbers.get(key) ?? []);
  }

  /** Takes in rows read later. */
  learn(rows: readonly (readonly unknown[])[]): void {
    for (const [key, { row }] of decode(this.table, [this.headings, ...rows]).rows) this.known.set(key, row);
  }

  /** What makes the sheet show the changes. */
  requestsFor(changes: Changes<F>): SheetRequest[] {
    const updates: SheetRequest[] = [];
    const added: string[][] = [];
    const removed: number[] = [];
    for (const [key, row] of changes) {
      const number = this.numbers.get(key);
      if (row === null) {
        if (number !== undefined) removed.push(number);
      } else if (number === undefined) added.push(encode(this.table, row, this.headings));
      else updates.push(...this.update(number, row));
    }
    return [...updates, ...appendRows(this.table.name, added), ...removeRows(this.table.name, removed)];
  }

  /** Only our own columns: what somebody keeps in a column between them stays. */
  private update(number: number, row: Row<F>): SheetRequest[] {
    const ours = this.headings.map((heading) => this.table.columns.some((column) => isHeadingOf(column, heading)));
    const cells = encode(this.table, row, this.headings);
    const requests: SheetRequest[] = [];
    for (let start = 0; start < cells.length; start += 1) {
      if (!ours[start]) continue;
      let end = start;
      while (ours[end]) end += 1;
      requests.push(writeRows(this.table.name, number, [cells.slice(start, end)], start));
      start = end;
    }
    return requests;
  }
}
