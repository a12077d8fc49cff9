import { SOURCES } from '../protocols/sources.ts';
import { DEFAULT_GRIDS } from './default-grids.ts';
import { GOES_TO, type Grid, type GridColumn, type GridRow, MEANINGS } from './grid.ts';

/**
 * A grid as a tab of the Sheet. Row 1: what is done. Row 2: who a column goes to. Row 3: what a tick in it means. From row 4: a number,
 * the incident, the marks. The first two columns are the number and the incident.
 */
export const HEADING_ROWS = 3;
export const LEADING_COLUMNS = 2;
const HEADINGS = [
  ['No.', 'Incident'],
  ['', 'Goes to'],
  ['', 'A tick means'],
] as const;

/** Beyond these it is not a grid any more but a slip: something was pasted into the wrong Sheet. */
const LONGEST = 300;
const MOST_COLUMNS = 24;
const MOST_ROWS = 200;
const TICKS = new Set(['✓', '✔', '√', 'x', 'yes', 'true', 'tick']);

/** The cells of a tab, row by row. */
export function cellsOf({ columns, rows }: Pick<Grid, 'columns' | 'rows'>): string[][] {
  const heads = [columns.map(({ what }) => what), columns.map(({ goesTo }) => goesTo), columns.map(({ means }) => means)];
  return [...heads.map((head, place) => [...(HEADINGS[place] ?? []), ...head]), ...rows.map(({ id, incident, marks }) => [id, incident, ...marks])];
}

/** What a tab holds: a grid, or what is wrong with it, in words that name the tab, the row and the column. */
export type TabRead = { grid: Grid; problems?: undefined } | { grid?: undefined; problems: string[] };

/**
 * Reads a tab, as people have left it. Nothing is guessed: a mark that means nothing is a problem, not an empty cell.
 * @param id what cases know the grid by
 */
export function readTab(id: string, title: string, cells: readonly (readonly string[])[]): TabRead {
  const problems: string[] = [];
  const at = (row: number, column: number) => (cells[row]?.[column] ?? '').trim();
  const wrong = (row: number, column: number, words: string) => problems.push(`Tab “${title}”, row ${row + 1}, column ${letter(column)}: ${words}`);

  const width = Math.max(0, ...cells.map((row) => row.reduce((last, text, place) => (text.trim() === '' ? last : place + 1), 0)));
  if (width > MOST_COLUMNS || cells.length > MOST_ROWS)
    return { problems: [`Tab “${title}”: it is too large for a grid. At most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns are read.`] };
  const columns: GridColumn[] = [];
  for (let column = LEADING_COLUMNS; column < width; column += 1) {
    const [what, goesTo, means] = [at(0, column), wordIn(GOES_TO, at(1, column)), wordIn(MEANINGS, at(2, column))];
    if (what === '') wrong(0, column, 'write what is done, or empty the whole column.');
    if (!goesTo) wrong(1, column, `“${at(1, column)}” is none of: ${GOES_TO.join('; ')}.`);
    if (!means) wrong(2, column, `“${at(2, column)}” is neither “must” nor “may”.`);
    columns.push({ what: what.slice(0, LONGEST), goesTo: goesTo ?? 'the person', means: means ?? 'may' });
  }
  if (columns.length === 0) problems.push(`Tab “${title}”: there is nothing to do in it. Row 1 says what is done, from column C on.`);

  const rows: GridRow[] = [];
  const suits = DEFAULT_GRIDS.find((grid) => grid.id === id)?.rows ?? [];
  cells.forEach((texts, row) => {
    if (row < HEADING_ROWS || texts.every((text) => text.trim() === '')) return;
    const [number, incident] = [at(row, 0), at(row, 1)];
    if (!/^[1-9]\d{0,3}$/.test(number)) wrong(row, 0, 'give the row a number that no other row has. It stays with the row for good.');
    else if (rows.some((each) => each.id === number)) wrong(row, 0, `the number ${number} is there twice.`);
    if (incident === '') wrong(row, 1, 'write what happened, or empty the whole row.');
    const marks = columns.map(({ goesTo }, place) => {
      const mark = markIn(at(row, place + LEADING_COLUMNS), goesTo === 'LADO (L), police (P)');
      if (mark === null) wrong(row, place + LEADING_COLUMNS, markWords(at(row, place + LEADING_COLUMNS), goesTo === 'LADO (L), police (P)'));
      return mark ?? '';
    });
    const types = suits.find((each) => each.incident === incident)?.types ?? [];
    rows.push({ id: number, incident: incident.slice(0, LONGEST), marks, types });
  });
  if (rows.length === 0) problems.push(`Tab “${title}”: there are no incidents in it. They begin in row ${HEADING_ROWS + 1}.`);
  if (problems.length > 0) return { problems };
  return { grid: { id, title, columns, rows, source: sourceOf(id, { columns, rows }) } };
}

/** A grid that the school has changed is the school's own. */
function sourceOf(id: string, grid: Pick<Grid, 'columns' | 'rows'>): Grid['source'] {
  const standard = DEFAULT_GRIDS.find((each) => each.id === id);
  if (standard && JSON.stringify(cellsOf(standard)) === JSON.stringify(cellsOf(grid))) return standard.source;
  return standard ? { from: `The school’s own grid, begun from: ${standard.source.from}`, grade: 'P' } : SOURCES.ownGrid;
}

function wordIn<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word.toLowerCase() === text.toLowerCase());
}

/** The mark a cell means; null when it means none. */
function markIn(text: string, isForLado: boolean): string | null {
  if (text === '') return '';
  if (!isForLado) return TICKS.has(text.toLowerCase()) ? '✓' : null;
  const letters = text.toUpperCase().replace(/[\s,;/&+]/g, '');
  return letters === 'L' || letters === 'P' ? letters : letters === 'LP' || letters === 'PL' ? 'L,P' : null;
}

function markWords(text: string, isForLado: boolean): string {
  return isForLado
    ? `“${text}” means nothing here. Write L for the LADO, P for the police, L,P for both, or leave it empty.`
    : `“${text}” means nothing here. Write ✓ or leave it empty.`;
}

/** @example letter(2) // 'C' */
function letter(column: number): string {
  const first = Math.floor(column / 26);
  return `${first > 0 ? String.fromCharCode(64 + first) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
