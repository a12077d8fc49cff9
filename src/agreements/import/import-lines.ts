import { columnsApart, type NumberedText } from './import-columns.ts';
import { htmlLines } from './import-html.ts';
import { type Mark, markOf, withBareNumbers } from './import-marks.ts';

/** A line of the document, told apart from the marks that only lay it out. */
export interface Line {
  /** 1-based, as an editor shows it. Several lines have the same number where the document separates them by other signs than line ends. */
  number: number;
  /** As it stands, but for bold and italics. */
  raw: string;
  /** Without its bullet, one space between words; cells of a table separated by tabs. */
  text: string;
  mark: Mark | null;
  /** Columns before the bullet. */
  indent: number;
  /** Marked as a heading: `## …`, or underlined with `====`. */
  isHeading: boolean;
  /** Of a line in a table; null elsewhere. */
  cells: string[] | null;
  /** First of a page. */
  startsPage: boolean;
}

/** In characters: a longer line is text and nothing else. */
const LONGEST_LAID_OUT = 2_000;

/** Bold, which may go over several lines; italics and underlining, only where a pair of marks stands in the line; what Markdown escapes. */
const EMPHASIS: readonly [RegExp, string][] = [
  [/\*\*/g, ''],
  [/(?<![\w_])__(?=\p{L})([^_]{1,400})(?<=\S)__(?![\w_])/gu, '$1'],
  [/(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?![\w*])/g, '$1'],
  [/<(u|b|i|em|strong|sup|sub|mark|small)>([^<>]*)<\/\1>/gi, '$2'],
  [/\\([_*.#>|-])/g, '$1'],
];

/** The document's lines, in order, empty ones too. */
export function linesOf(document: string): Line[] {
  const lines: Line[] = [];
  let startsPage = true;
  for (const { text, number } of columnsApart(withTables(numbered(document)))) {
    for (const part of text.split(/[\u2028\u2029\u0085\v]|(?=\f)/).flatMap(uncrowded)) {
      if (part.startsWith('\f')) startsPage = true;
      const raw = part.replace(/^\f/, '');
      const last = lines[lines.length - 1];
      const isShort = raw.length < LONGEST_LAID_OUT;
      const line = lineFrom(isShort && isRule(raw) ? '' : raw, number, startsPage);
      if (last && isUnderline(raw) && isPlain(last)) last.isHeading = true;
      else if (!isShort || !isTableBorder(raw)) lines.push(line);
      if (line.text !== '') startsPage = false;
    }
  }
  return withBareNumbers(lines);
}

const BULLET_WITHIN = /\s(?=[•●▪■◆➢➤►▶]\s)/;
const FEWEST_WITHIN = 3;

/** A line into which several items, and the lines to sign, have run together. */
function uncrowded(text: string): string[] {
  const items = text.split(BULLET_WITHIN);
  if (items.length <= FEWEST_WITHIN) return [text];
  return items.flatMap((item) => item.split(/\s(?=(?:print |full )?(?:name|signature|signed|date|job title|class)\b[^:_.]{0,30}:?\s*(?:_{2,}|\.{4,}))/i));
}

function numbered(document: string): NumberedText[] {
  return (
    document
      .replace(/^\ufeff/, '')
      .split('\u0000')
      .join('')
      .replace(/[\u200b\ufeff]|\u00ad(?=\S)/g, '')
      // Letters that a PDF draws as one: `ﬁ`.
      .replace(/[\ufb00-\ufb06]/g, (letters) => letters.normalize('NFKC'))
      .split(/\r\n|\r|\n/)
      .map((text, index) => ({ text, number: index + 1 }))
  );
}

/** A line of a table with its cells apart, whatever stood between them. */
export function rowText(line: Line): string {
  return line.cells ? line.cells.join('\t') : line.raw;
}

/** HTML tables, as Markdown may hold them, become lines of cells; other HTML stays the text it is. */
function withTables(lines: NumberedText[]): NumberedText[] {
  const result: NumberedText[] = [];
  const ends = lines.flatMap(({ text }, index) => (/<\/table\s*>/i.test(text) ? [index] : []));
  let nextEnd = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedText;
    while ((ends[nextEnd] ?? lines.length) < at) nextEnd += 1;
    const end = ends[nextEnd];
    if (end === undefined || !/^\s*<table\b[^<>]*>/i.test(line.text)) {
      result.push(line);
      continue;
    }
    const table = lines.slice(at, end + 1);
    // The numbers of its rows: how many line ends stand before them.
    for (const row of htmlLines(table.map(({ text }) => text).join('\n'))) result.push({ text: row.text, number: line.number + row.line });
    at = end;
  }
  return result;
}

function lineFrom(raw: string, number: number, startsPage: boolean): Line {
  const isText = raw.length > LONGEST_LAID_OUT;
  const heading = isText ? null : /^\s{0,3}#{1,6}\s+(.*?)[\s#]*$/.exec(raw);
  const plain = withoutEmphasis(heading ? (heading[1] as string) : raw);
  const indent = /^\s*/.exec(plain)?.[0].replace(/\t/g, '    ').length ?? 0;
  const { mark, rest } = heading ? { mark: null, rest: plain } : markOf(plain.replace(/^\s+/, ''));
  const cells = cellsOf(isText ? rest : tickApart(rest), mark !== null);
  // A tab before the first word stands for an empty cell where more cells follow.
  if (cells && mark === null && /^ *\t/.test(plain)) cells.unshift('');
  return {
    number,
    raw: plain,
    text: (cells ?? [rest]).map(squeezed).join('\t').trim(),
    mark,
    indent,
    isHeading: heading !== null,
    cells: cells?.map(squeezed) ?? null,
    startsPage,
  };
}

function withoutEmphasis(raw: string): string {
  return EMPHASIS.reduce((text, [mark, instead]) => text.replace(mark, instead), raw).replace(/\u00a0/g, ' ');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `clause<TAB>✓`, `| clause | ☐ |`. */
function cellsOf(text: string, isItem: boolean): string[] | null {
  if (/^\|.*\|\s*$/.test(text)) return text.trim().slice(1, -1).split('|');
  return text.includes('\t') && !(isItem && !text.trim().includes('\t')) ? text.split('\t') : null;
}

/** Spaces do as a tab where only a tick box stands behind them. */
function tickApart(text: string): string {
  return text.replace(/ {3,}(?=(?:[☐□✓✔✗✘]|\[[ xX]?\])\s*$)/u, '\t');
}

function isUnderline(raw: string): boolean {
  return /^\s*(={3,}|-{3,})\s*$/.test(raw);
}

function isPlain(line: Line): boolean {
  return line.text !== '' && line.mark === null && line.cells === null && line.text.length <= 110 && !/[.:;_]$/.test(line.text);
}

/** A line drawn across the page. */
function isRule(raw: string): boolean {
  return /^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*={3,}\s*$/.test(raw);
}

/** What only draws a table: `|---|:-:|`. */
function isTableBorder(raw: string): boolean {
  return /^\s*\|?\s*:?-+:?\s*(?:[|\t]\s*:?-+:?\s*)+\|?\s*$/.test(raw);
}
