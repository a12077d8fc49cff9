import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where the page has it, in points; `y` grows upwards. */
interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Columns are counted in letters somewhat narrower than the page's, so that what stands below each other stays so. */
const NARROW = 0.8;
/** A gap wider than this many letters parts columns; a narrower one words. */
const WIDE_GAP = 3;
/** Lines further apart than this many line heights have an empty line between them. */
const APART = 1.7;

/**
 * The text of a PDF in lines as they stand on its pages: indented, columns apart, an empty line between paragraphs, a form feed before each page.
 * @throws what pdfjs throws when the bytes are no PDF, or one with a password
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, useSystemFonts: false });
  try {
    const pdf = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(pageText(items.flatMap((item) => ('str' in item && item.str !== '' ? [pieceFrom(item)] : []))));
    }
    return pages.join('\n\f');
  } finally {
    await loading.destroy();
  }
}

function pieceFrom({ str, transform, width, height }: { str: string; transform: number[]; width: number; height: number }): Piece {
  return { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height };
}

function pageText(pieces: readonly Piece[]): string {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  const letter = typical(written.filter(({ text }) => text.length > 3).map(({ text, width }) => width / text.length)) || 5;
  const left = Math.min(...written.map(({ x }) => x));
  const lines = linesOf(written);
  const gap = typical(lines.slice(1).map((line, index) => (lines[index] as PageLine).y - line.y));
  return lines
    .flatMap((line, index) => {
      const above = lines[index - 1];
      const isApart = above !== undefined && above.y - line.y > gap * APART;
      return [...(isApart ? [''] : []), lineText(line, left, letter)];
    })
    .join('\n');
}

interface PageLine {
  y: number;
  pieces: Piece[];
}

/** From the top down; pieces of one line need not stand exactly on it. */
function linesOf(pieces: readonly Piece[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const piece of [...pieces].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const last = lines[lines.length - 1];
    if (last && last.y - piece.y < Math.max(2, piece.height * 0.5)) last.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines;
}

function lineText({ pieces }: PageLine, left: number, letter: number): string {
  let text = '';
  let end = left;
  for (const piece of [...pieces].sort((one, other) => one.x - other.x)) {
    const gap = (piece.x - end) / letter;
    const column = Math.round((piece.x - left) / (letter * NARROW));
    if (text.trim() === '') text = ' '.repeat(Math.max(0, column));
    else if (gap > WIDE_GAP) text = `${text.trimEnd()}   `.padEnd(column);
    else if (gap > 0.2 && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trimEnd();
}

/** The middle one of some numbers; 0 of none. */
function typical(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
