import { colorFrom } from '../../rest/sheets/styles.ts';
import type { CellData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { displayOf } from '../../workspace/sheets/display.ts';
import { conditionalFormat, rowsInView } from '../../workspace/sheets/filtering.ts';
import { typed } from '../../workspace/sheets/input.ts';
import { choicesOf } from '../../workspace/sheets/validation.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';

/** A sheet as the grid in the browser draws it. Rows and columns count from zero; empty cells and rows are null. */
export interface SheetView {
  id: number;
  rowCount: number;
  columnCount: number;
  /** Of the rows that are not hidden. */
  frozenRows: number;
  frozenColumns: number;
  hiddenRows: number[];
  hiddenColumns: number[];
  /** Widths in pixels of columns that have one of their own. */
  widths: Record<number, number>;
  rows: (RowView | null)[];
  /** CSS declarations; cells name them by position. */
  styles: string[];
  /** What dropdowns offer; cells name them by position. */
  choices: string[][];
  /** Filter views that a person may choose. */
  views: { id: number; title: string }[];
  /** The rows that the chosen filter view leaves to be seen, in its order; null when none is chosen. */
  order: number[] | null;
}

export type RowView = (CellView | null)[];

export interface CellView {
  /** What is seen. */
  text: string;
  /** What the editor opens with, when that is not what is seen: a formula, a number in full. */
  input?: string;
  /** For sorting, when the cell holds a number. */
  number?: number;
  style?: number;
  note?: string;
  /** Where a link leads on the local site. */
  link?: string;
  choices?: number;
  checkbox?: true;
}

/** The rows that an edit changed, by their index, with the styles and dropdowns that their cells name. */
export interface RowsChanged extends Pick<SheetView, 'styles' | 'choices'> {
  rows: Record<number, RowView | null>;
  /** See `/stamp`: how new the sheet now is. */
  stamp: string;
}

/**
 * One sheet of a spreadsheet, for someone whose right to read it was checked.
 * @param viewId the filter view that was chosen; none when there is no such view any more
 */
export function viewOf(workspace: Workspace, spreadsheet: SpreadsheetData, sheet: SheetData, viewId?: number): SheetView {
  const drawing = new Drawing(workspace, spreadsheet, sheet);
  const rows = sheet.rows.map((_, index) => drawing.row(index));
  const chosen = sheet.filterViews.find((each) => each.id === viewId);
  const filtering = { views: sheet.filterViews.map(({ id, title }) => ({ id, title })), order: chosen ? rowsInView(sheet, chosen) : null };
  const { id, rowCount, columnCount, frozenColumns, hiddenRows, hiddenColumns, columnWidths: widths } = sheet;
  const frozenRows = sheet.frozenRows - hiddenRows.filter((row) => row < sheet.frozenRows).length;
  return { id, rowCount, columnCount, frozenRows, frozenColumns, hiddenRows, hiddenColumns, widths, rows, ...filtering, ...drawing.shared() };
}

/** The rows that are not those of `before`: rows are never changed in place, so another row is another object. */
export function changesSince(before: SheetData['rows'], workspace: Workspace, spreadsheet: SpreadsheetData, sheet: SheetData): Omit<RowsChanged, 'stamp'> {
  const drawing = new Drawing(workspace, spreadsheet, sheet);
  const rows: RowsChanged['rows'] = {};
  for (let index = 0; index < Math.max(before.length, sheet.rows.length); index += 1) {
    if (sheet.rows[index] !== before[index]) rows[index] = drawing.row(index);
  }
  return { rows, ...drawing.shared() };
}

type Place = Parameters<typeof choicesOf>[1];

/** Rows as the browser draws them, with what their cells share collected beside. */
class Drawing {
  readonly #styles = new Numbered<string>((style) => style);
  readonly #choices = new Numbered<string[]>((list) => list.join('\n'));
  readonly #place: Place;
  readonly #sheet: SheetData;

  constructor(workspace: Workspace, spreadsheet: SpreadsheetData, sheet: SheetData) {
    this.#place = { spreadsheet, sheet, now: workspace.clock.now() };
    this.#sheet = sheet;
  }

  row(index: number): RowView | null {
    const cells = this.#sheet.rows[index]?.map((cell, column) => {
      if (!cell) return null;
      const format = conditionalFormat(this.#sheet, index, column, cell);
      return cellView(format ? withFormat(cell, format) : cell, this.#place, this.#styles, this.#choices);
    });
    if (cells === undefined) return null;
    return cells.some((cell) => cell !== null) ? cells : null;
  }

  shared(): Pick<SheetView, 'styles' | 'choices'> {
    return { styles: this.#styles.all, choices: this.#choices.all };
  }
}

/** A cell as it looks while a conditional format applies to it. */
function withFormat(cell: CellData, format: Record<string, unknown>): CellData {
  const text = (format['textFormat'] ?? {}) as Record<string, unknown>;
  const looks: Partial<CellData> = {
    background: colorFrom(format['backgroundColor'], format['backgroundColorStyle']),
    fontColor: colorFrom(text['foregroundColor'], text['foregroundColorStyle']),
    fontWeight: text['bold'] === true ? 'bold' : undefined,
    fontStyle: text['italic'] === true ? 'italic' : undefined,
    fontLine: text['strikethrough'] === true ? 'line-through' : undefined,
  };
  return { ...cell, ...Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)) };
}

function cellView(cell: CellData, place: Place, styles: Numbered<string>, choices: Numbered<string[]>): CellView | null {
  const view: CellView = { text: displayOf(cell) };
  const input = inputOf(cell, view.text, place);
  if (input !== view.text) view.input = input;
  if (typeof cell.v === 'number') view.number = cell.v;
  if (cell.note) view.note = cell.note;
  const link = linkOf(cell);
  if (link !== undefined) view.link = localLink(link);
  const style = styleOf(cell);
  if (style !== '') view.style = styles.numberOf(style);
  if (cell.validation?.criteria === 'CHECKBOX') view.checkbox = true;
  const list = cell.validation ? choicesOf(cell.validation, place) : null;
  if (list) view.choices = choices.numberOf(list);
  return view.text === '' && Object.keys(view).length === 1 ? null : view;
}

/** What typing would have made this cell: text that would be read as something else gets its apostrophe back. */
function inputOf(cell: CellData, shown: string, { spreadsheet, now }: Place): string {
  if (cell.spill) return '';
  if (cell.f !== undefined) return cell.f;
  if (typeof cell.v === 'number') return cell.numberFormat === undefined ? String(cell.v) : shown;
  if (typeof cell.v !== 'string') return shown;
  const read = typed(cell.v, { locale: spreadsheet.locale, now }, cell.numberFormat);
  return read.f === undefined && read.v === cell.v ? cell.v : `'${cell.v}`;
}

function linkOf(cell: CellData): string | undefined {
  const run = cell.runs?.find((each) => each.style.link !== undefined);
  const formula = /^=HYPERLINK\(\s*"([^"]+)"/i.exec(cell.f ?? '')?.[1];
  // Sheets makes a link of a cell that is one whole address.
  const typed = typeof cell.v === 'string' && /^https?:\/\/\S+$/.test(cell.v) ? cell.v : undefined;
  const link = cell.link ?? run?.style.link ?? formula ?? typed;
  return link !== undefined && /^(https?:|mailto:)/i.test(link) ? link : undefined;
}

const ALIGNED: Record<string, string> = { left: 'left', center: 'center', right: 'right', normal: 'left' };

function styleOf(cell: CellData): string {
  const parts: string[] = [];
  if (cell.background) parts.push(`background:${colour(cell.background)}`);
  if (cell.fontColor) parts.push(`color:${colour(cell.fontColor)}`);
  if (cell.fontWeight === 'bold') parts.push('font-weight:700');
  if (cell.fontStyle === 'italic') parts.push('font-style:italic');
  if (cell.fontSize) parts.push(`font-size:${cell.fontSize}pt`);
  if (cell.fontLine && cell.fontLine !== 'none') parts.push(`text-decoration:${cell.fontLine === 'line-through' ? 'line-through' : 'underline'}`);
  const align = ALIGNED[cell.horizontalAlignment ?? ''] ?? (typeof cell.v === 'number' ? 'right' : typeof cell.v === 'boolean' ? 'center' : '');
  if (align && align !== 'left') parts.push(`text-align:${align}`);
  if (cell.wrap === 'WRAP') parts.push('white-space:normal');
  return parts.join(';');
}

/** Colours are `#rrggbb` or a name; anything else would be no colour and could be other CSS. */
function colour(value: string): string {
  return /^(#[0-9a-f]{3,8}|[a-z]+)$/i.test(value) ? value : 'inherit';
}

/** Things that many cells share, by number. */
class Numbered<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  constructor(private readonly keyOf: (item: T) => string) {}

  numberOf(item: T): number {
    const key = this.keyOf(item);
    let number = this.#known.get(key);
    if (number === undefined) {
      number = this.all.push(item) - 1;
      this.#known.set(key, number);
    }
    return number;
  }
}
