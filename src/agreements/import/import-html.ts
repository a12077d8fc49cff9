/**
 * HTML as lines of text that `findAgreements` reads: headings with `#`, items with their bullets or numbers, rows of tables with tabs. Made for
 * what mammoth makes of Word documents and for pages saved as HTML; tags it does not know are left out, and nothing in them is ever run.
 */

export interface HtmlLine {
  text: string;
  /** How many line ends stand before it in the HTML. */
  line: number;
}

/**
 * The document as plain text.
 * @param html of a whole document or a part; anything else comes out as the text it is
 */
export function documentText(html: string): string {
  const own = html
    .replace(/<sup><a [^<>]*id="[^"<>]*(?:foot|end)note-ref[^<>]*>[^<>]*<\/a><\/sup>/g, '')
    .replace(/<ol><li id="[^"<>]*(?:foot|end)note-[\s\S]*$/, '');
  return htmlLines(own)
    .map(({ text }) => text)
    .join('\n');
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>/g;
const UNSEEN = /^(script|style|head|template|noscript)$/;
const BLOCKS =
  /^(p|div|section|article|header|footer|main|form|fieldset|blockquote|pre|dl|dt|dd|figure|figcaption|address|center|hr|tbody|thead|tfoot|body|html)$/;
const HEADING = /^h[1-6]$/;

/** Lines being collected: of the document, or of one cell of a table. */
class Collection {
  readonly lines: HtmlLine[] = [];
  private text = '';
  private start = '';
  private begins = 0;

  add(text: string, line: number): void {
    if (this.text.trim() === '') this.begins = line;
    this.text += text;
  }

  /** Ends the line. What is in no block of its own stands apart from what follows. */
  end(isApart: boolean): void {
    const text = this.text.trimEnd().replace(/^ +/, '');
    if (text.trim() !== '') {
      this.lines.push({ text: this.start + text, line: this.begins });
      this.start = this.start.replace(/\S/g, ' ');
    }
    this.text = '';
    if (isApart && this.lines.length > 0 && this.lines[this.lines.length - 1]?.text !== '') this.lines.push({ text: '', line: this.begins });
  }

  /** The lines without empty ones at the beginning and end. */
  trimmed(): HtmlLine[] {
    const written = this.lines.flatMap(({ text }, index) => (text === '' ? [] : [index]));
    return this.lines.slice(written[0] ?? 0, (written[written.length - 1] ?? -1) + 1);
  }

  /** What the next line begins with: a bullet, a heading's mark. */
  startWith(mark: string): void {
    this.start = mark;
  }
}

/** @returns the lines with where each began */
export function htmlLines(html: string): HtmlLine[] {
  const reader = new HtmlReader();
  let from = 0;
  for (const tag of html.matchAll(TAG)) {
    reader.text(html.slice(from, tag.index));
    from = (tag.index as number) + tag[0].length;
    reader.tag(tag[0], (tag[2] ?? '').toLowerCase(), tag[3] ?? '');
  }
  reader.text(html.slice(from));
  return reader.end();
}

type Cell = HtmlLine[];

/** Takes texts and tags one after the other, balanced or not. */
class HtmlReader {
  /** The document's lines, and above them those of every cell that is open. */
  private readonly collections = [new Collection()];
  /** Rows of the tables that are open. */
  private readonly tables: Cell[][][] = [];
  private readonly lists: { isNumbered: boolean; count: number }[] = [];
  /** Of a script or style that is being passed over. */
  private unseen = '';
  private line = 0;

  text(text: string): void {
    if (this.unseen === '' && text !== '') this.here().add(decoded(unbroken(text)), this.line + leadingLineEnds(text));
    this.line += lineEnds(text);
  }

  tag(whole: string, name: string, attributes: string): void {
    const isEnd = whole.startsWith('</');
    if (this.unseen !== '') {
      if (isEnd && name === this.unseen) this.unseen = '';
    } else if (isEnd) this.close(name);
    else this.open(name, attributes);
    this.line += lineEnds(whole);
  }

  end(): HtmlLine[] {
    while (this.tables.length > 0) this.close('table');
    this.here().end(false);
    return this.here().lines;
  }

  private here(): Collection {
    return this.collections[this.collections.length - 1] as Collection;
  }

  private open(name: string, attributes: string): void {
    if (UNSEEN.test(name)) this.unseen = name;
    else if (name === 'table') {
      this.here().end(true);
      this.tables.push([]);
    } else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell();
    else if (name === 'ul' || name === 'ol') {
      this.here().end(this.lists.length === 0);
      this.lists.push({ isNumbered: name === 'ol', count: 0 });
    } else if (name === 'li') this.begin(bulletOf(this.lists), false);
    else if (HEADING.test(name)) this.begin('# ', true);
    else if (name === 'br') this.here().end(false);
    else if (name === 'input') this.here().add(/type=["']?(checkbox|radio)/i.test(attributes) ? '☐ ' : '____', this.line);
    else if (BLOCKS.test(name)) this.here().end(this.lists.length === 0);
  }

  private close(name: string): void {
    if (name === 'td' || name === 'th' || name === 'tr') this.closeCell();
    else if (name === 'table') this.closeTable();
    else if (name === 'ul' || name === 'ol') {
      this.lists.pop();
      this.begin('', this.lists.length === 0);
    } else if (name === 'li') this.begin('', false);
    else if (HEADING.test(name)) this.begin('', true);
    else if (BLOCKS.test(name)) this.here().end(this.lists.length === 0);
  }

  /** Ends what stands before; what comes next begins with a bullet or a heading's mark. */
  private begin(mark: string, isApart: boolean): void {
    this.here().end(isApart);
    this.here().startWith(mark);
  }

  private openRow(): void {
    this.closeCell();
    this.tables[this.tables.length - 1]?.push([]);
  }

  private openCell(): void {
    const rows = this.tables[this.tables.length - 1];
    if (!rows) return;
    this.closeCell();
    if (rows.length === 0) rows.push([]);
    this.collections.push(new Collection());
  }

  private closeCell(): void {
    const rows = this.tables[this.tables.length - 1];
    if (!rows || this.collections.length <= this.tables.length) return;
    this.here().end(false);
    rows[rows.length - 1]?.push((this.collections.pop() as Collection).trimmed());
  }

  private closeTable(): void {
    this.closeCell();
    const rows = this.tables.pop();
    if (!rows) return;
    for (const row of [...tableLines(rows), { text: '', line: this.line }]) this.here().lines.push(row);
  }
}

function bulletOf(lists: { isNumbered: boolean; count: number }[]): string {
  const list = lists[lists.length - 1] ?? { isNumbered: false, count: 0 };
  list.count += 1;
  return `${'  '.repeat(Math.min(8, Math.max(0, lists.length - 1)))}${list.isNumbered ? `${list.count}.` : '•'} `;
}

/** Side by side. */
const MOST_TEXTS = 6;

/**
 * A table that only lays out (one cell, or whole texts side by side) is its cells one after the other, columns before rows; any other is a
 * line for each row.
 */
function tableLines(rows: readonly Cell[][]): HtmlLine[] {
  const holdsTexts = (cell: Cell) => cell.filter(({ text }) => text !== '').length > 2 || cell.some(({ text }) => /^\s*(•|\d+\.|#) /.test(text));
  const apart = (cells: readonly Cell[]) => cells.flatMap((cell) => (cell.length > 0 ? [...cell, { text: '', line: cell[0]?.line ?? 0 }] : []));
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width <= MOST_TEXTS && rows.some((cells) => cells.filter(holdsTexts).length > 1)) {
    return apart(Array.from({ length: width }, (_, column) => rows.map((cells) => cells[column] ?? [])).flat());
  }
  return rows.flatMap((cells) => {
    if (cells.length === 1 || cells.some(holdsTexts)) return apart(cells);
    const text = cells
      .map((cell) =>
        cell
          .map(({ text: part }) => part.trim().replace(/\t/g, ' '))
          .filter((part) => part !== '')
          .join(' '),
      )
      .join('\t');
    return text.trim() === '' ? [] : [{ text, line: cells.find((cell) => cell.length > 0)?.[0]?.line ?? 0 }];
  });
}

/** Line ends in HTML are spaces; tabs elsewhere are those of the document. */
function unbroken(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines
    .map((line, index) => (index > 0 ? (index < lines.length - 1 ? line.trim() : line.trimStart()) : lines.length > 1 ? line.trimEnd() : line))
    .join(' ');
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}

function leadingLineEnds(text: string): number {
  return lineEnds(text.slice(0, text.length - text.trimStart().length));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  copy: '©',
  check: '✓',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  eacute: 'é',
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}
