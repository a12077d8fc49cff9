import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { jsPDF } from 'jspdf';

export interface Face {
  /** In points. */
  size: number;
  bold: boolean;
  italic: boolean;
}

type Style = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic';

const FAMILY = 'LiberationSans';
/** Marks that forms and signature sheets are full of, and that the font does not draw. */
const STANDS_FOR: Readonly<Record<string, string>> = { '☐': '[ ]', '☑': '[x]', '☒': '[x]', '✓': '√', '✔': '√', '✗': '×', '✘': '×' };
/** Spaces of every width but none, and what has no width at all. */
const SPACES = /[\u2000-\u200a\u202f\u205f\u3000]/g;
const UNSEEN = /\u00ad|[\u200b-\u200f\u2028-\u202e]|\u2060|\ufe0e|\ufe0f|\ufeff/g;

/**
 * Liberation Sans, embedded: Latin, Greek and Cyrillic. It comes with pdfjs-dist under the SIL Open Font License 1.1, which
 * lets a document carry it.
 */
export class Letters {
  private readonly loaded = new Set<Style>();
  private readonly drawable: Set<number>;

  constructor(private readonly pdf: jsPDF) {
    this.use({ size: 12, bold: false, italic: false });
    const { metadata } = pdf.getFont() as unknown as { metadata: { cmap: { unicode: { codeMap: Record<string, number> } } } };
    this.drawable = new Set(Object.keys(metadata.cmap.unicode.codeMap).map(Number));
  }

  /** The text in letters that there are. What the font has no letter for shows as its number: `[U+0986]`. */
  readable(text: string): string {
    const plain = text.normalize('NFC').replace(SPACES, ' ').replace(UNSEEN, '');
    return Array.from(plain, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (letter === '\n' || this.drawable.has(code)) return letter;
      return STANDS_FOR[letter] ?? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    }).join('');
  }

  /** In points. */
  width(text: string, face: Face): number {
    this.use(face);
    return this.pdf.getTextWidth(text);
  }

  /** @param y of the baseline */
  write(text: string, face: Face, x: number, y: number): void {
    this.use(face);
    this.pdf.text(text, x, y);
  }

  private use({ size, bold, italic }: Face): void {
    const style: Style = bold ? (italic ? 'BoldItalic' : 'Bold') : italic ? 'Italic' : 'Regular';
    if (!this.loaded.has(style)) {
      this.loaded.add(style);
      this.pdf.addFileToVFS(`${style}.ttf`, fontFile(style));
      this.pdf.addFont(`${style}.ttf`, FAMILY, style, undefined, 'Identity-H');
    }
    this.pdf.setFont(FAMILY, style);
    this.pdf.setFontSize(size);
  }
}

const files = new Map<Style, string>();

function fontFile(style: Style): string {
  const known = files.get(style);
  if (known !== undefined) return known;
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const file = readFileSync(join(home, 'standard_fonts', `LiberationSans-${style}.ttf`)).toString('base64');
  files.set(style, file);
  return file;
}
