import type { Block, Run } from './blocks.ts';
import type { Letters } from './letters.ts';
import type { Strip } from './paper.ts';

const LINE_HEIGHT = 1.25;
const ASCENT = 0.95;

interface Piece extends Run {
  width: number;
}

/** Lines of text, broken at spaces; a word that is longer than a line is broken where the line ends. */
export function textStrips(block: Extract<Block, { kind: 'text' }>, width: number, letters: Letters): Strip[] {
  const lines = linesOf(block.runs, width, letters);
  return lines.map((line, index) => {
    const size = Math.max(...line.map((piece) => piece.size));
    const ink = line.reduce((sum, piece) => sum + piece.width, 0);
    const shift = { left: 0, center: (width - ink) / 2, right: width - ink }[block.align];
    const marker = index === 0 ? block.marker : undefined;
    const [first] = line;
    return {
      kind: 'ink',
      height: size * LINE_HEIGHT,
      draw: (x, y) => {
        const baseline = y + size * ASCENT;
        if (marker !== undefined && first) {
          const face = { ...first, bold: false, italic: false };
          letters.write(marker, face, x - letters.width(marker, face) - size / 2, baseline);
        }
        let at = x + shift;
        for (const piece of line) {
          if (piece.text.trim() !== '') letters.write(piece.text, piece, at, baseline);
          at += piece.width;
        }
      },
    };
  });
}

/** How wide the text would like to be, and how narrow it can be without breaking a word. */
export function extentOf(block: Extract<Block, { kind: 'text' }>, letters: Letters): { widest: number; narrowest: number } {
  const words = wordsOf(block.runs, letters).filter((word): word is Piece[] => word !== 'new line');
  const lines = linesOf(block.runs, Number.POSITIVE_INFINITY, letters);
  return { widest: Math.max(0, ...lines.map(widthOf)), narrowest: Math.max(0, ...words.map(widthOf)) };
}

/** Each line has at least one piece, if only an empty one. */
function linesOf(runs: readonly Run[], width: number, letters: Letters): Piece[][] {
  const [first] = runs;
  if (!first) return [];
  const nothing: Piece = { ...first, text: '', width: 0 };
  const lines: Piece[][] = [[nothing]];
  let used = 0;
  const begin = (): void => {
    lines.push([nothing]);
    used = 0;
  };
  const put = (pieces: readonly Piece[]): void => {
    lines.at(-1)?.push(...pieces);
    used += widthOf(pieces);
  };
  for (const word of wordsOf(runs, letters)) {
    if (word === 'new line') begin();
    else if (used + widthOf(word) <= width) put(word);
    else if (isSpace(word)) begin();
    else {
      if (used > 0) begin();
      for (const part of widthOf(word) <= width ? [word] : broken(word, width, letters)) {
        if (used > 0) begin();
        put(part);
      }
    }
  }
  return lines;
}

/** Words and the spaces between them, in order; a word may be of several pieces (`<b>some</b>thing`). */
function wordsOf(runs: readonly Run[], letters: Letters): (Piece[] | 'new line')[] {
  const words: (Piece[] | 'new line')[] = [];
  for (const run of runs) {
    for (const text of letters.readable(run.text).match(/\n|[ \t]+|[^ \t\n]+/g) ?? []) {
      const piece = { ...run, text, width: letters.width(text, run) };
      const last = words.at(-1);
      if (text === '\n') words.push('new line');
      else if (last !== undefined && last !== 'new line' && !isSpace(last) && text.trim() !== '') last.push(piece);
      else words.push([piece]);
    }
  }
  return words;
}

/** A word in parts, each no wider than a line, and of one letter at least. */
function broken(word: readonly Piece[], width: number, letters: Letters): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of word) {
    for (const letter of piece.text) {
      const last = parts.at(-1) ?? [];
      const wide = letters.width(letter, piece);
      const open = last.at(-1);
      if (widthOf(last) + wide > width && last.length > 0) parts.push([{ ...piece, text: letter, width: wide }]);
      else if (open && open.bold === piece.bold && open.italic === piece.italic && open.size === piece.size) {
        open.text += letter;
        open.width += wide;
      } else last.push({ ...piece, text: letter, width: wide });
    }
  }
  return parts;
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

function isSpace(word: readonly Piece[]): boolean {
  return word[0]?.text.trim() === '';
}
