import { type Block, blockFrom } from './import-block.ts';
import { type FieldLine, fieldLine, hasBlanks, isBlankToFill } from './import-fields.ts';
import { type Line, rowText } from './import-lines.ts';
import type { Mark } from './import-marks.ts';
import { isContents, ROW, tableFrom } from './import-tables.ts';
import { beginsAPart, DANGLES, namesAnAgreement, undertakes, undertakesClearly } from './import-words.ts';

const LONGEST_HEADING = 110;
const LONGEST_TITLE_LINE = 60;
/** No paragraph is longer, in characters; it keeps the work in proportion to the document. */
const LONGEST_BLOCK = 20_000;
/** What a sentence has and a heading seldom. */
const PREDICATE = /\b(will|must|should|shall|is|are|was|were|has|have|may|can|covers?|helps?|sets? out|applies)\b/;
const WORDS_OF_A_SENTENCE = 7;

/** The lines put together again. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const widths = widthsOf(lines);
  const blocks: Block[] = [];
  let before: Line | null = null;
  let isApart = true;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.text === '' && line.mark === null) {
      isApart = true;
      continue;
    }
    const rows = rowsFrom(lines, at);
    if (rows.length > 0) {
      for (const block of tableFrom(rows)) blocks.push(block);
      at = lines.indexOf(rows[rows.length - 1] as Line, at);
    } else addLine(blocks, line, before, isApart, widths);
    before = lines[at] as Line;
    isApart = rows.length > 0;
  }
  return blocks.map(named);
}

/** A new block, or more of the last one. */
function addLine(blocks: Block[], line: Line, before: Line | null, isApart: boolean, widths: ReadonlyMap<Line, number>): void {
  const last = blocks[blocks.length - 1];
  const own = startOf(line, last);
  if (own.kind !== 'text' || !last || !before || !goesOn(last, own, isApart, breaksSoftly(before, line, widths))) blocks.push(own);
  else {
    // A bullet on a line of its own: its clause begins below it.
    if (last.text === '') last.from = own.from;
    last.text = joined(last.text, own.text);
    last.to = own.to;
  }
}

function startOf(line: Line, last: Block | undefined): Block {
  if (line.isHeading) return blockFrom(line, { kind: 'heading', isMarked: true });
  const fields = goesOnInSentence(line, last) ? null : fieldsOf(line);
  if (fields && (line.mark === null || hasBlanks(line.raw))) return blockFrom(line, { kind: 'fields', fields: fields.names, isBare: fields.isBare });
  if (line.mark === null) return blockFrom(line, { kind: isBlankToFill(line.raw) ? 'fields' : 'text' });
  return itemFrom(line, line.mark, last);
}

/** `… permission for the\nschool to give access to:` asks for nothing, though it begins and ends like a line to fill in. */
function goesOnInSentence(line: Line, last: Block | undefined): boolean {
  return (
    last !== undefined && (last.kind === 'text' || last.kind === 'item') && !hasBlanks(line.raw) && /^\p{Ll}/u.test(line.text) && isOpen(last.text.slice(-20))
  );
}

/** What a line asks for; a title with a colon in it asks for nothing. */
function fieldsOf(line: Line): FieldLine | null {
  return hasBlanks(line.raw) || !namesAnAgreement(line.text) ? fieldLine(rowText(line)) : null;
}

/** A number in the middle of a sentence begins no item: `version\n3. of the form`. */
function itemFrom(line: Line, mark: Mark, last: Block | undefined): Block {
  const continues = last !== undefined && isOpen(last.text.slice(-20)) && last.kind !== 'heading';
  const isNumberInSentence = mark.ordinal !== null && mark.ordinal !== 1 && continues && !follows(mark, last.mark) && /^\p{Ll}/u.test(line.text);
  if (isNumberInSentence) return blockFrom(line, { kind: 'text', mark: null, text: line.raw.trim() });
  const isDoubtful = continues && last.kind === 'item' && /^(and|or|but|which)\b/.test(line.text);
  return blockFrom(line, { kind: 'item', doubt: isDoubtful ? 'This may be the rest of the clause before it.' : '' });
}

function follows(mark: Mark, before: Mark | null): boolean {
  return before !== null && before.ordinal !== null && mark.ordinal === before.ordinal + 1;
}

/** Whether a line is more of the block before it. */
function goesOn(last: Block, line: Block, isApart: boolean, isSoft: boolean): boolean {
  if (last.kind === 'heading' || last.kind === 'fields' || last.kind === 'table' || last.text.length > LONGEST_BLOCK) return false;
  if (last.text === '') return !isApart;
  const end = last.text.slice(-20);
  const startsSmall = /^\p{Ll}/u.test(line.text);
  // A page break lies between: only what is plainly unfinished goes on.
  if (isApart) return (isOpen(end) && startsSmall && (last.kind === 'item' || last.text.length > 40)) || (last.kind === 'item' && line.text.startsWith('('));
  if (beginsAPart(line.text)) return false;
  if (DANGLES.test(end) || endsWithHyphen(end)) return true;
  if (startsSmall || /^[\p{N}_(,;]/u.test(line.text)) return isOpen(end) || last.kind === 'item' || line.text.startsWith('(');
  // Titles of several lines stay lines: each may be the one that names the agreement.
  if (last.kind === 'text' && last.text.length < LONGEST_TITLE_LINE && looksLikeHeading(last) && looksLikeHeading(line)) return false;
  if (!isSoft) return last.kind === 'item' && isOpen(end) && !looksLikeHeading(line) && !undertakes(line.text);
  // Sentences that each undertake something are clauses of their own; in a list they are not, because its clauses have bullets.
  return last.kind === 'item' || isOpen(end) || !undertakesClearly(line.text);
}

/** Without the sign that ends a sentence. */
function isOpen(text: string): boolean {
  return /[\p{L}\p{N},)’'"”–-]$/u.test(text);
}

function endsWithHyphen(text: string): boolean {
  return /\p{L}[-\u00ad]$/u.test(text);
}

/** Parts of words that keep their hyphen at a line's end. */
const KEEPS_HYPHEN =
  /\b(e|self|well|non|co|re|pre|anti|cyber|cross|multi|up|to|on|off|in|out|age|school|first|long|high|low|re|ex|vice|key|semi|video|web|home|face)-$/i;

function joined(before: string, after: string): string {
  const end = before.slice(-20);
  if (endsWithHyphen(end) && /^\p{Ll}/u.test(after)) return KEEPS_HYPHEN.test(end) ? before + after : before.slice(0, -1) + after;
  return before === '' ? after : `${before} ${after}`;
}

/** Short lines that stand alone are headings, unless they are sentences or head a table. */
function named(block: Block): Block {
  return block.kind === 'text' && block.mark !== ROW && looksLikeHeading(block) ? { ...block, kind: 'heading' } : block;
}

/** A line that may be a heading: short, begun with a capital, no sentence. */
function looksLikeHeading({ text }: Pick<Block, 'text'>): boolean {
  if (text.length > LONGEST_HEADING || !/^[\p{Lu}\p{N}\p{Lo}"“‘']/u.test(text) || /[.;,!…]$/.test(text) || !/\p{L}/u.test(text)) return false;
  if (undertakes(text) || hasBlanks(text)) return false;
  return !PREDICATE.test(text) || text.split(' ').length < WORDS_OF_A_SENTENCE;
}

/** Lines of cells that follow each other, each after an empty line where the first is; a single one is a table only with a tick or a page number. */
function rowsFrom(lines: readonly Line[], at: number): Line[] {
  const step = lines[at + 1]?.text === '' ? 2 : 1;
  const rows: Line[] = [];
  for (let next = at; (lines[next]?.cells?.length ?? 0) > 1 && lines[next]?.mark === null; next += step) rows.push(lines[next] as Line);
  return rows.length > 1 || rows.some((row) => isTickRow(row) || isContents(row)) ? rows : [];
}

function isTickRow(row: Line): boolean {
  return (row.cells ?? []).slice(1).some((cell) => /^([☐□✓✔✗✘]|\[[ xX]?\])$/u.test(cell)) && !fieldLine(rowText(row));
}

/** The widths to which the document's lines were broken, around each line; 0 where they were not. */
function widthsOf(lines: readonly Line[]): Map<Line, number> {
  const AROUND = 24;
  const widths = new Map<Line, number>();
  for (let start = 0; start < lines.length; start += AROUND) {
    const near = lines.slice(Math.max(0, start - AROUND), start + 2 * AROUND).filter((line) => line.text !== '' && line.cells === null);
    const lengths = near.map((line) => line.raw.trimEnd().length);
    const width = Math.max(0, ...lengths);
    const full = lengths.filter((length) => length >= width * 0.8).length;
    const isBroken = width >= 30 && width <= 150 && full >= 2 && full >= lengths.length * 0.25;
    for (const line of lines.slice(start, start + AROUND)) widths.set(line, isBroken ? width : 0);
  }
  return widths;
}

/** Whether a line ended only because the next word had no room in it. */
function breaksSoftly(line: Line, next: Line, widths: ReadonlyMap<Line, number>): boolean {
  const width = widths.get(line) ?? 0;
  const word = next.text.split(' ', 1)[0] ?? '';
  return width > 0 && line.raw.trimEnd().length + 1 + word.length >= width * 0.92;
}
