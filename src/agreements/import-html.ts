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

  /** What the next line begins with: a bullet, a heading's mark. */
  startWith(mark: string): void {
    this.start = mark;
  }
}

/** @returns the lines with where each began */
export function htmlLines(html: string): HtmlLine[] {
  const collections = [new Collection()];
  const tables: HtmlLine[][][][] = [];
  const lists: { isNumbered: boolean; count: number }[] = [];
  let unseen = '';
  let line = 0;
  let from = 0;
  const here = () => collections[collections.length - 1] as Collection;

  const addText = (text: string) => {
    if (unseen === '' && text !== '') here().add(decoded(unbroken(text)), line + leadingLineEnds(text));
    line += lineEnds(text);
  };
  const closeCell = () => {
    if (collections.length <= tables.length) return;
    here().end(false);
    const cell = (collections.pop() as Collection).lines.filter(({ text }) => text !== '');
    const rows = tables[tables.length - 1];
    rows?.[rows.length - 1]?.push(cell);
  };
  const open = (name: string, attributes: string) => {
    if (UNSEEN.test(name)) unseen = name;
    else if (name === 'table') {
      here().end(true);
      tables.push([]);
    } else if (name === 'tr' && tables.length > 0) {
      closeCell();
      tables[tables.length - 1]?.push([]);
    } else if ((name === 'td' || name === 'th') && tables.length > 0) {
      closeCell();
      if (tables[tables.length - 1]?.length === 0) tables[tables.length - 1]?.push([]);
      collections.push(new Collection());
    } else if (name === 'ul' || name === 'ol') {
      here().end(lists.length === 0);
      lists.push({ isNumbered: name === 'ol', count: 0 });
    } else if (name === 'li') {
      here().end(false);
      here().startWith(bulletOf(lists));
    } else if (HEADING.test(name)) {
      here().end(true);
      here().startWith('# ');
    } else if (name === 'br') here().end(false);
    else if (name === 'input') here().add(/type=["']?(checkbox|radio)/i.test(attributes) ? '☐ ' : '____', line);
    else if (BLOCKS.test(name)) here().end(lists.length === 0);
  };
  const close = (name: string) => {
    if (name === 'td' || name === 'th' || name === 'tr') closeCell();
    else if (name === 'table' && tables.length > 0) {
      closeCell();
      const rows = tables.pop() ?? [];
      for (const row of [...tableLines(rows), { text: '', line }]) here().lines.push(row);
    } else if (name === 'ul' || name === 'ol') {
      here().end(lists.length <= 1);
      lists.pop();
      here().startWith('');
    } else if (name === 'li') {
      here().end(false);
      here().startWith('');
    } else if (HEADING.test(name)) {
      here().end(true);
      here().startWith('');
    } else if (BLOCKS.test(name)) here().end(lists.length === 0 && collections.length === 1);
  };

  for (const tag of html.matchAll(TAG)) {
    addText(html.slice(from, tag.index));
    from = (tag.index as number) + tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    if (unseen !== '') {
      if (tag[1] === '/' && name === unseen) unseen = '';
    } else if (tag[1] === '/') close(name);
    else if (name !== '') open(name, tag[3] ?? '');
    line += lineEnds(tag[0]);
  }
  addText(html.slice(from));
  while (tables.length > 0) close('table');
  here().end(false);
  return here().lines;
}

function bulletOf(lists: { isNumbered: boolean; count: number }[]): string {
  const list = lists[lists.length - 1] ?? { isNumbered: false, count: 0 };
  list.count += 1;
  return `${'  '.repeat(Math.max(0, lists.length - 1))}${list.isNumbered ? `${list.count}.` : '•'} `;
}

/**
 * A table that only lays out (one cell, or whole texts side by side) is its cells one after the other, columns before rows; any other is a
 * line for each row.
 */
function tableLines(rows: HtmlLine[][][]): HtmlLine[] {
  const holdsTexts = (cell: HtmlLine[]) => cell.length > 2 || cell.some(({ text }) => /^\s*(•|\d+\.|#) /.test(text));
  const apart = (cells: HtmlLine[][]) => cells.flatMap((cell) => (cell.length > 0 ? [...cell, { text: '', line: cell[0]?.line ?? 0 }] : []));
  if (rows.some((cells) => cells.filter(holdsTexts).length > 1)) {
    const width = Math.max(...rows.map((cells) => cells.length));
    return apart(Array.from({ length: width }, (_, column) => rows.map((cells) => cells[column] ?? [])).flat());
  }
  return rows.flatMap((cells) => {
    if (cells.length === 1 || cells.some(holdsTexts)) return apart(cells);
    const text = cells.map((cell) => cell.map((part) => part.text.trim().replace(/\t/g, ' ')).join(' ')).join('\t');
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
