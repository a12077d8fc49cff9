import { RecordsDamaged } from './errors.ts';
import type { Field } from './fields.ts';
import { once } from './once.ts';

export type Fields = Readonly<Record<string, Field<unknown>>>;
type ValueOf<F> = F extends { read(text: string): infer T } ? T : never;
/** One row as a typed object. */
export type Row<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };
export type RowOf<T> = T extends Table<infer F> ? Row<F> : never;

export interface Column {
  /** The property that holds it in a row. */
  readonly name: string;
  /** What stands above it in the sheet. */
  readonly heading: string;
  readonly field: Field<unknown>;
}

/** A sheet described once: headings, widths, choices, what may be edited, and how its rows are written and read. */
export interface Table<F extends Fields = Fields> {
  /** The sheet's name. */
  readonly name: string;
  readonly fields: F;
  /** The key's column comes first. */
  readonly columns: readonly Column[];
  readonly key: Column;
}

/**
 * @param describe is asked when the table is first used
 * @throws RangeError then, when it has not exactly one key, in its first column
 * @example
 * const caseTable = table('Cases', () => ({
 *   reference: text().key(),
 *   state: choice(['new', 'open', 'waiting', 'closed']).editable(),
 *   nextDue: dateTime().optional(),
 * }));
 */
export function table<const F extends Fields>(name: string, describe: () => F): Table<F> {
  const described = once(() => layOut(name, describe()));
  return {
    name,
    get fields() {
      return described().fields;
    },
    get columns() {
      return described().columns;
    },
    get key() {
      return described().key;
    },
  };
}

function layOut<F extends Fields>(name: string, fields: F): Pick<Table<F>, 'fields' | 'columns' | 'key'> {
  const columns = Object.keys(fields).map((property): Column => {
    const field = fields[property] as Field<unknown>;
    return { name: property, heading: field.heading ?? inWords(property), field };
  });
  const keys = columns.filter((column) => column.field.isKey);
  const key = keys[0];
  if (!key || keys.length > 1 || columns[0] !== key) throw new RangeError(`The first column of "${name}", and no other, must be its key`);
  return { fields, columns, key };
}

export function keyOf<F extends Fields>(table: Table<F>, row: Row<F>): string {
  return table.key.field.write(row[table.key.name as keyof F]);
}

/** The literal texts of a row, in the order of `headings`; a heading that the table does not know stays empty. */
export function encode<F extends Fields>(table: Table<F>, row: Row<F>, headings: readonly string[] = headingsOf(table)): string[] {
  return headings.map((heading) => {
    const column = table.columns.find((each) => isHeadingOf(each, heading));
    return column ? column.field.write(row[column.name as keyof F]) : '';
  });
}

export function headingsOf(table: Table): string[] {
  return table.columns.map((column) => column.heading);
}

export interface PlacedRow<F extends Fields> {
  /** The row's number in the sheet, from 1; its headings are row 1. */
  number: number;
  row: Row<F>;
}

/** What a sheet holds: its headings as they stand, and its rows by key. */
export interface Contents<F extends Fields> {
  headings: string[];
  rows: Map<string, PlacedRow<F>>;
}

/**
 * Reads a whole sheet by its headings, in whatever order the columns stand.
 * @param values the sheet's cells, headings first; rows that are empty are passed over
 * @throws RecordsDamaged naming the column, and the row when there is one
 */
export function decode<F extends Fields>(table: Table<F>, values: readonly (readonly unknown[])[]): Contents<F> {
  const headings = headingsIn(values);
  const places = table.columns.map((column) => ({ column, at: placeOf(table, column, headings) }));
  const rows = new Map<string, PlacedRow<F>>();
  values.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => asText(cell) === '')) return;
    const number = index + 1;
    const row: Record<string, unknown> = {};
    for (const { column, at } of places) row[column.name] = readCell(table, column, cells[at], number);
    const key = keyOf(table, row as Row<F>);
    const earlier = rows.get(key);
    if (earlier) throw new RecordsDamaged(table.name, `rows ${earlier.number} and ${number} have the same "${table.key.heading}"`);
    rows.set(key, { number, row: row as Row<F> });
  });
  return { headings, rows };
}

/** Where each key of a sheet stands, from its first column alone. */
export function decodeKeys(table: Table, headings: readonly unknown[], firstColumn: readonly unknown[]): { headings: string[]; numbers: Map<string, number> } {
  const found = headingsIn([headings]);
  for (const column of table.columns) placeOf(table, column, found);
  if (!isHeadingOf(table.key, found[0] ?? '')) throw new RecordsDamaged(table.name, `the first column is no longer "${table.key.heading}"`);
  const numbers = new Map<string, number>();
  firstColumn.forEach((cell, index) => {
    if (index > 0 && asText(cell) !== '') numbers.set(asText(cell), index + 1);
  });
  return { headings: found, numbers };
}

export function isHeadingOf(column: Column, heading: string): boolean {
  return heading === column.heading || column.field.formerly.includes(heading);
}

function placeOf(table: Table, column: Column, headings: readonly string[]): number {
  const at = headings.findIndex((heading) => isHeadingOf(column, heading));
  if (at < 0) throw new RecordsDamaged(table.name, `the column "${column.heading}" is missing or was renamed`);
  return at;
}

function readCell(table: Table, column: Column, cell: unknown, number: number): unknown {
  try {
    return column.field.read(asText(cell));
  } catch {
    // Not what stands there: whoever opens a page is told this, also somebody whom the row names.
    throw new RecordsDamaged(table.name, `row ${number} has a wrong "${column.heading}"`);
  }
}

function headingsIn(values: readonly (readonly unknown[])[]): string[] {
  return (values[0] ?? []).map((heading) => asText(heading).trim());
}

function asText(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** @example inWords('nextDue') // 'Next due' */
function inWords(property: string): string {
  const words = property.replace(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
