import type { CellView, SheetView } from '../../sheet/view.ts';

/** A cell with its style and dropdown in it, where the server sends their numbers. */
export interface Cell extends Omit<CellView, 'style' | 'choices'> {
  css?: string;
  list?: string[];
}

export interface GridRow {
  /** One-based, as people count rows. */
  number: number;
  cells: (Cell | null)[];
}

/** Puts styles and dropdowns into the cells of a row that came from the server. */
export function cellsOf(row: readonly (CellView | null)[] | null | undefined, { styles, choices }: Pick<SheetView, 'styles' | 'choices'>): (Cell | null)[] {
  return (row ?? []).map((cell) => {
    if (!cell) return null;
    const { style, choices: list, ...rest } = cell;
    const made: Cell = rest;
    if (style !== undefined && styles[style] !== undefined) made.css = styles[style];
    if (list !== undefined && choices[list] !== undefined) made.list = choices[list];
    return made;
  });
}

/** The style properties that a cell may carry: cleared before a cell is drawn anew. */
const STYLED = ['background', 'color', 'font-weight', 'font-style', 'font-size', 'text-decoration', 'text-align', 'white-space'];

/** Draws a cell's content into its place. */
export function draw(place: HTMLElement, cell: Cell | null | undefined): HTMLElement | Text {
  for (const property of STYLED) place.style.removeProperty(property);
  // The arrow keys go from cell to cell: the Tab key need not stop at each.
  place.removeAttribute('tabindex');
  if (cell?.css) place.style.cssText += `;${cell.css}`;
  place.classList.toggle('has-note', cell?.note !== undefined);
  place.classList.toggle('has-choices', cell?.list !== undefined);
  place.title = cell?.note ?? '';
  if (cell?.checkbox) {
    const ticked = cell.text === 'TRUE';
    return Object.assign(document.createElement('span'), { textContent: ticked ? '☑' : '☐', role: 'img', ariaLabel: ticked ? 'ticked' : 'not ticked' });
  }
  if (cell?.link === undefined) return document.createTextNode(cell?.text ?? '');
  const link = Object.assign(document.createElement('a'), { href: cell.link, textContent: cell.text });
  return cell.link.startsWith('/') ? link : Object.assign(link, { target: '_blank', rel: 'noopener' });
}

/** Order for sorting: numbers before words; empty cells come last whichever way round, as in Sheets. */
export function compare(a: Cell | null | undefined, b: Cell | null | undefined, direction: string): number {
  const blank = Number(!a?.text) - Number(!b?.text);
  if (blank !== 0) return direction === 'asc' ? blank : -blank;
  if (a?.number !== undefined && b?.number !== undefined) return a.number - b.number;
  if (a?.number !== undefined || b?.number !== undefined) return a?.number === undefined ? 1 : -1;
  return (a?.text ?? '').localeCompare(b?.text ?? '');
}

/** What the editor opens with. */
export function inputOf(cell: Cell | null | undefined): string {
  return cell?.input ?? cell?.text ?? '';
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
