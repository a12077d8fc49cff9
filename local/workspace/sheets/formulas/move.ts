import { type Corner, mapReferences, type Reference, replaceReferences, sheetPrefix, writeCorner } from './tokens.ts';

export type Axis = 'row' | 'column';

/** A formula as it stands when copied so many rows down and columns across: references without `$` go along. */
export function copied(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const first = slid(reference.first, rows, columns);
    const last = reference.isRange ? slid(reference.last, rows, columns) : first;
    return first && last ? { ...reference, first, last } : null;
  });
}

function slid(corner: Corner, rows: number, columns: number): Corner | null {
  const next = { ...corner };
  if (next.row !== undefined && !next.fixedRow) next.row += rows;
  if (next.column !== undefined && !next.fixedColumn) next.column += columns;
  return (next.row ?? 0) < 0 || (next.column ?? 0) < 0 ? null : next;
}

/**
 * Where a stretch of lines lies after `count` lines were put in at `at` (or taken out, when `count` is negative).
 * Ends are exclusive. Null when the whole stretch was taken out.
 */
export function shifted(start: number, end: number, at: number, count: number): [number, number] | null {
  if (count >= 0) return [start >= at ? start + count : start, end > at ? end + count : end];
  const gone = (line: number) => (line <= at ? line : Math.max(at, line + count));
  const next: [number, number] = [gone(start), gone(end)];
  return next[0] === next[1] ? null : next;
}

/** A formula after lines were put in or taken out of the sheet called `changed`; `own` is the sheet the formula stands on. */
export function afterLines(formula: string, own: string, changed: string, axis: Axis, at: number, count: number): string {
  return mapReferences(formula, (reference) => ((reference.sheetName ?? own) === changed ? moved(reference, axis, at, count) : reference));
}

function moved(reference: Reference, axis: Axis, at: number, count: number): Reference | null {
  const start = reference.first[axis];
  const end = reference.last[axis];
  if (start === undefined) return reference;
  if (end === undefined) {
    const open = shifted(start, Number.MAX_SAFE_INTEGER / 2, at, count);
    return open && { ...reference, first: { ...reference.first, [axis]: open[0] } };
  }
  const next = shifted(Math.min(start, end), Math.max(start, end) + 1, at, count);
  return next && { ...reference, first: { ...reference.first, [axis]: next[0] }, last: { ...reference.last, [axis]: next[1] - 1 } };
}

/** A formula after a sheet got another name. */
export function afterRename(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) => (reference.sheetName === from ? { ...reference, sheetName: to } : reference));
}

const OFFSETS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\bR(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_(])/gu;

/** `=R[0]C[-3]` as it reads in A1 notation in the cell at `row`, `column` (both zero-based). */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(OFFSETS, (whole, rowPart: string | undefined, columnPart: string | undefined) => {
    if (whole.startsWith('"') || whole.startsWith("'")) return whole;
    const [atRow, fixedRow] = resolved(rowPart, row);
    const [atColumn, fixedColumn] = resolved(columnPart, column);
    if (atRow < 0 || atColumn < 0) return '#REF!';
    return writeCorner({ row: atRow, column: atColumn, fixedRow, fixedColumn });
  });
}

function resolved(part: string | undefined, from: number): [number, boolean] {
  if (part === undefined) return [from, false];
  return part.startsWith('[') ? [from + Number(part.slice(1, -1)), false] : [Number(part) - 1, true];
}

/** The A1 formula of the cell at `row`, `column` in R1C1 notation. */
export function toR1C1(formula: string, row: number, column: number): string {
  const corner = (each: Corner) =>
    `${each.row === undefined ? '' : `R${each.fixedRow ? each.row + 1 : `[${each.row - row}]`}`}${
      each.column === undefined ? '' : `C${each.fixedColumn ? each.column + 1 : `[${each.column - column}]`}`
    }`;
  return replaceReferences(formula, (each) => `${sheetPrefix(each)}${corner(each.first)}${each.isRange ? `:${corner(each.last)}` : ''}`);
}
