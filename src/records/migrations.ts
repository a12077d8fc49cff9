import { headingsOf, isHeadingOf, type Table } from './table.ts';

/** What a sheet's first row should become, so that this version of Handrail can work with it. */
export interface Migration {
  /** Old headings replaced by today's; columns that are not ours stay; new columns that may be empty stand at the right. */
  headings: string[];
  /** Columns that were added empty. A view with such columns is made anew from the journal. */
  added: string[];
  /** Columns that must not be empty and are missing. */
  lost: string[];
}

/** @param found the first row as it stands, from this version or an earlier one */
export function migrate(table: Table, found: readonly string[]): Migration {
  const headings = found.map((heading) => table.columns.find((column) => isHeadingOf(column, heading))?.heading ?? heading);
  const missing = table.columns.filter((column) => !headings.includes(column.heading));
  const added = missing.filter(({ field }) => field.isOptional).map(({ heading }) => heading);
  const lost = missing.filter(({ field }) => !field.isOptional).map(({ heading }) => heading);
  return { headings: [...headings, ...added], added, lost };
}

/** Whether a view has to be made anew: a column is missing, or the key no longer comes first. */
export function mustRemake(table: Table, { headings, added, lost }: Migration): boolean {
  return added.length + lost.length > 0 || headings[0] !== headingsOf(table)[0];
}
