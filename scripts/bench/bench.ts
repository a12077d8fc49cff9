/** One line of a table: what stands in each column, by the column's heading. */
export type Row = Record<string, string | number>;

/** Something that is measured and printed as a table. Add it to the list in `scripts/bench.ts`. */
export interface Bench {
  title: string;
  run(): Promise<Row[]>;
}
