import type { Block, Cell } from './blocks.ts';
import type { Paper, Strip } from './paper.ts';
import { extentOf } from './text.ts';

const PADDING = 4;

/**
 * A grid with lines around every cell. A row goes to the next page as a whole, unless it is longer than a page.
 * @param fill lays out what is in a cell
 */
export function tableStrips(
  rows: readonly (readonly Cell[])[],
  width: number,
  paper: Paper,
  fill: (blocks: readonly Block[], width: number, paper: Paper) => Strip[],
): Strip[] {
  const columns = columnWidths(rows, width, paper);
  return rows.flatMap((row) => {
    let column = 0;
    const cells = row.map((cell) => {
      const left = sum(columns.slice(0, column));
      const wide = sum(columns.slice(column, column + cell.columns));
      column += cell.columns;
      return { left, wide, strips: fill(cell.blocks, wide - 2 * PADDING, paper).filter(({ kind }) => kind !== 'new page') };
    });
    return rowStrips(cells, paper);
  });
}

interface PlacedCell {
  left: number;
  wide: number;
  strips: Strip[];
}

function rowStrips(cells: readonly PlacedCell[], paper: Paper): Strip[] {
  const room = paper.height - 2 * PADDING;
  const rest = cells.map((cell) => ({ ...cell, strips: trimmed(cell.strips) }));
  const strips: Strip[] = [];
  do {
    const now = rest.map((cell) => ({ ...cell, strips: cell.strips.splice(0, fitting(cell.strips, room)) }));
    const height = Math.max(paper.letters.width('n', { size: 12, bold: false, italic: false }), ...now.map((cell) => heightOf(cell.strips))) + 2 * PADDING;
    strips.push({
      kind: 'ink',
      height,
      draw: (x, y) => {
        for (const { left, wide, strips: content } of now) {
          paper.pdf.setLineWidth(0.5).rect(x + left, y, wide, height);
          let down = y + PADDING;
          for (const strip of content) {
            strip.draw(x + left + PADDING, down);
            down += strip.height;
          }
        }
      },
    });
  } while (rest.some((cell) => cell.strips.length > 0));
  return strips;
}

/** No gaps at the edges of a cell. */
function trimmed(strips: readonly Strip[]): Strip[] {
  const inked = strips.map(({ kind }) => kind === 'ink');
  return strips.slice(inked.indexOf(true) === -1 ? strips.length : inked.indexOf(true), inked.lastIndexOf(true) + 1);
}

/** How many of the strips have room, one at least. */
function fitting(strips: readonly Strip[], room: number): number {
  let used = 0;
  const first = strips.findIndex((strip) => {
    used += strip.height;
    return used > room;
  });
  return first === -1 ? strips.length : Math.max(1, first);
}

/** Columns get what their text would like, or share what there is by how much more than their longest word they would like. */
function columnWidths(rows: readonly (readonly Cell[])[], width: number, paper: Paper): number[] {
  const count = Math.max(0, ...rows.map((row) => sum(row.map((cell) => cell.columns))));
  const widest = new Array<number>(count).fill(2 * PADDING);
  const narrowest = new Array<number>(count).fill(2 * PADDING);
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      for (let each = column; each < column + cell.columns; each += 1) {
        const extent = contentExtent(cell.blocks, paper);
        widest[each] = Math.max(widest[each] ?? 0, extent.widest / cell.columns + 2 * PADDING);
        narrowest[each] = Math.max(narrowest[each] ?? 0, extent.narrowest / cell.columns + 2 * PADDING);
      }
      column += cell.columns;
    }
  }
  const most = sum(widest);
  if (most <= width) return widest.map((each) => (each * width) / most);
  // A word that is too long for its column is broken: it takes nothing from the others.
  const words = narrowest.map((each) => Math.min(each, width / count));
  const least = sum(words);
  return words.map((each, index) => each + ((width - least) * ((widest[index] ?? 0) - each)) / (most - least));
}

function contentExtent(blocks: readonly Block[], paper: Paper): { widest: number; narrowest: number } {
  const extents = blocks.map((block) => {
    if (block.kind === 'text') {
      const { widest, narrowest } = extentOf(block, paper.letters);
      return { widest: widest + block.indent, narrowest: narrowest + block.indent };
    }
    if (block.kind === 'picture') return { widest: block.width ?? 0, narrowest: 0 };
    return { widest: 0, narrowest: 0 };
  });
  return { widest: Math.max(0, ...extents.map((each) => each.widest)), narrowest: Math.max(0, ...extents.map((each) => each.narrowest)) };
}

function heightOf(strips: readonly Strip[]): number {
  return sum(strips.map((strip) => strip.height));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
