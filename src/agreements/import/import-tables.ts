import { type Block, blockFrom } from './import-block.ts';
import { fieldLine, isBlankToFill } from './import-fields.ts';
import { type Line, rowText } from './import-lines.ts';
import type { Mark } from './import-marks.ts';
import { undertakes } from './import-words.ts';

const TICK = /^([☐☑☒□✓✔✗✘xXyYnN]|\[[ xX]?\]|yes|no|n\/a|[\s☐□([]*yes[\s/|,☐□()[\]]*(?:or\s+)?no[\s☐□)\]]*)?$/iu;
const CHOICE = /^(yes|no|i (do not |don['’]t )?(consent|agree|give permission)|ydw|nac ydw|ie|na)$/i;
const NUMBER = /^(\d{1,2}|[a-z]|[ivx]{1,4})[.)]?$/i;
/** More columns of ticks than these are a grid, not a list of statements. */
const MOST_TICK_COLUMNS = 2;
const MOST_COLUMNS = 12;
/** The mark of what stands in a table. */
export const ROW: Mark = { kind: 'row', ordinal: null };
const LONGEST_TOPIC = 40;
const LONGEST_HEADING = 25;

/**
 * A table's rows as blocks: statements with their ticks become items, lines to fill in stay what they are, a text in two columns is given one
 * column after the other; of any other table it is only known that it stands there.
 */
export function tableFrom(rows: readonly Line[]): Block[] {
  if (rows.every(isContents)) return [];
  const fields = fieldsFrom(rows);
  if (fields.length > 0) return fields;
  const columns = columnsOf(rows);
  const below = (cells: readonly string[]) => (cells.length > 1 ? cells.slice(1) : cells);
  const isTicks = (cells: readonly string[]) => below(cells).every((cell) => TICK.test(cell));
  const texts = columns.filter((cells) => !isTicks(cells) && !below(cells).every((cell) => NUMBER.test(cell)));
  const ticks = columns.filter(isTicks).length;
  const [text, second, ...more] = texts;
  if (text === undefined || more.length > 0 || ticks > MOST_TICK_COLUMNS) return [otherTable(rows)];
  if (second) return twoColumns(rows, text, second);
  return ticks > 0 ? tickTable(rows, text, columns) : statements(rows, text, false);
}

/** `Staff agreement<TAB>29`: a line of a table of contents. */
export function isContents({ cells }: Line): boolean {
  return cells?.length === 2 && /^\d{1,3}$/.test(cells[1] ?? '');
}

/** Lines to fill in, when the table consists of nothing else. */
function fieldsFrom(rows: readonly Line[]): Block[] {
  const lines = rows.map((row) => fieldLine(rowText(row)));
  const isForm = rows.every((row, index) => lines[index] || isBlankToFill(row.raw) || row.text === '');
  if (!isForm) return [];
  return rows.flatMap((row, index) => (lines[index] ? [blockFrom(row, { kind: 'fields', fields: lines[index].names, isBare: lines[index].isBare })] : []));
}

/** None when there are more than any list of statements has. */
function columnsOf(rows: readonly Line[]): string[][] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells?.length ?? 0), 0);
  if (width > MOST_COLUMNS) return [];
  return Array.from({ length: width }, (_, index) => rows.map(({ cells }) => cells?.[index] ?? ''));
}

function otherTable(rows: readonly Line[]): Block {
  return blockFrom(rows[0] as Line, { kind: 'table', to: rows[rows.length - 1]?.number ?? 0, text: `${rows.length}` });
}

/** The first row is a heading when its ticks are words or when it alone has one. */
function tickTable(rows: readonly Line[], texts: readonly string[], columns: readonly string[][]): Block[] {
  const others = columns.filter((cells) => cells !== texts);
  const first = others.map((cells) => cells[0] ?? '');
  const hasHead = first.some((cell, index) => cell !== '' && (!TICK.test(cell) || (others[index] ?? []).slice(1).every((below) => below !== cell)));
  const isChoice = first.filter((cell) => CHOICE.test(cell)).length > 1 || others.some((cells) => cells.some((cell) => /\byes\b.*\bno\b/i.test(cell)));
  return statements(
    hasHead ? rows.slice(1) : rows,
    hasHead ? texts.slice(1) : texts,
    isChoice,
    hasHead ? [blockFrom(rows[0] as Line, { kind: 'text', mark: ROW, text: texts[0] as string })] : [],
  );
}

function statements(rows: readonly Line[], texts: readonly string[], isChoice: boolean, before: Block[] = []): Block[] {
  const items = rows.flatMap((row, index) => (texts[index] ? [blockFrom(row, { kind: 'item', mark: ROW, text: texts[index] as string, isChoice })] : []));
  return [...before.filter(({ text }) => text !== ''), ...items];
}

/** A topic and its statement belong together; two texts side by side do not. */
function twoColumns(rows: readonly Line[], left: readonly string[], right: readonly string[]): Block[] {
  const start = hasHeadings(left, right) ? 1 : 0;
  const [body, ones, others] = [rows.slice(start), left.slice(start), right.slice(start)];
  const isTopic = ones.every((cell) => cell.length <= LONGEST_TOPIC && !undertakes(cell));
  if (isTopic)
    return statements(
      body,
      ones.map((topic, index) => [topic, others[index]].filter((cell) => cell !== '').join(': ')),
      false,
    );
  return [...statements(body, ones, false), ...statements(body, others, false)];
}

/** The cells of the first row are far shorter than those below them. */
function hasHeadings(left: readonly string[], right: readonly string[]): boolean {
  const isHeading = (cells: readonly string[]) => (cells[0] ?? '').length <= LONGEST_HEADING && !/[.!?]$/.test(cells[0] ?? '') && !undertakes(cells[0] ?? '');
  return left.length > 2 && isHeading(left) && isHeading(right) && right.slice(1).every((cell) => cell.length > LONGEST_HEADING);
}
