import { fieldLine } from './import-fields.ts';
import type { Line } from './import-lines.ts';
import { namesAnAgreement, undertakes } from './import-words.ts';

export interface WithoutPageHeaders {
  lines: Line[];
  /** Headers, footers and page numbers that were taken out, in order. */
  dropped: Line[];
}

const PAGE_NUMBER = /^\W*(?:page|tudalen|p\.)\s*\d{1,3}(?:\s*(?:of|o|\/)\s*\d{1,3})?\W*$|^\d{1,3}\s*(?:of|\/|\|)\s*(?:\d{1,3}|p\s?a\s?g\s?e)$/i;
const BARE_NUMBER = /^[-–—\s]*\d{1,3}[-–—\s]*$/;
const LONGEST_HEADER = 120;
/** As often as this a line must stand in a document before it can be a header. */
const FEWEST_REPEATS = 3;
/** Lines from the top or bottom of a page in which headers and footers stand. */
const EDGE = 3;

/** Takes out what a PDF repeats on every page, so that what it cut in two comes together again. */
export function withoutPageHeaders(lines: readonly Line[]): WithoutPageHeaders {
  const written = lines.filter((line) => line.text !== '');
  const numbers = pageNumbers(lines, written);
  const headers = repeatedHeaders(written, numbers);
  const isDropped = (line: Line) => numbers.has(line) || headers.has(line);
  return { lines: lines.filter((line) => !isDropped(line)), dropped: written.filter(isDropped) };
}

/** `Page 3 of 12`; and numbers alone that stand apart or count the pages up. */
function pageNumbers(lines: readonly Line[], written: readonly Line[]): Set<Line> {
  const found = new Set(written.filter((line) => line.text.length < 40 && PAGE_NUMBER.test(line.raw.trim())));
  const bare = written.filter((line) => line.raw.length < 40 && BARE_NUMBER.test(line.raw));
  if (bare.length === 0) return found;
  const alone = new Set<Line>();
  lines.forEach((line, index) => {
    const isApart = (lines[index - 1]?.text ?? '') === '' || (lines[index + 1]?.text ?? '') === '' || lines[index + 1]?.startsPage === true;
    if (isApart) alone.add(line);
  });
  bare.forEach((line, index) => {
    const countsUp = [bare[index - 1], bare[index + 1]].some((other) => other && Math.abs(valueOf(other) - valueOf(line)) === 1 && isPageApart(other, line));
    if (alone.has(line) || countsUp) found.add(line);
  });
  return found;
}

function valueOf(line: Line): number {
  return Number(/\d+/.exec(line.raw)?.[0]);
}

function isPageApart(one: Line, other: Line): boolean {
  return Math.abs(one.number - other.number) >= 8;
}

/**
 * Lines that stand in the document again and again, but for numbers in them, at the edges of pages: beside page numbers, at page breaks,
 * or in the middle of a sentence. The first is kept where it is the title.
 */
function repeatedHeaders(written: readonly Line[], numbers: ReadonlySet<Line>): Set<Line> {
  const places = new Map<string, number[]>();
  written.forEach((line, index) => {
    if (numbers.has(line) || !mayBeHeader(line)) return;
    const key = line.text.toLowerCase().replace(/\d+/g, '#');
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  const found = new Set<Line>();
  const edges = pageEdges(written, numbers);
  for (const [key, indices] of places) {
    const first = written[indices[0] as number] as Line;
    if (indices.length < FEWEST_REPEATS || !isPageApart(first, written[indices[1] as number] as Line)) continue;
    const countsPages = /#/.test(key) && new Set(indices.map((index) => written[index]?.text)).size === indices.length;
    const atEdges = indices.filter((index) => edges.has(index)).length;
    const cuts = indices.filter((index) => cutsASentence(written, index)).length;
    if (!countsPages && atEdges < indices.length * 0.6 && cuts === 0) continue;
    const isTitle = !countsPages || namesAnAgreement(first.text);
    for (const index of isTitle ? indices.slice(1) : indices) found.add(written[index] as Line);
  }
  return found;
}

/** Statements, lines to fill in and tables are repeated for other reasons. */
function mayBeHeader(line: Line): boolean {
  return (
    line.mark === null &&
    line.text.length <= LONGEST_HEADER &&
    (line.cells === null || line.cells.length <= 3) &&
    !undertakes(line.text) &&
    !fieldLine(line.raw)
  );
}

/** Indices of the lines at the top or bottom of a page, as form feeds and page numbers tell. */
function pageEdges(written: readonly Line[], numbers: ReadonlySet<Line>): Set<number> {
  const edges = new Set<number>();
  written.forEach((line, index) => {
    const isBreak = (line.startsPage && index > 0) || numbers.has(line);
    if (isBreak) for (let near = index - EDGE; near <= index + EDGE; near += 1) edges.add(near);
  });
  return edges;
}

function cutsASentence(written: readonly Line[], index: number): boolean {
  const before = written[index - 1]?.text ?? '';
  const after = written[index + 1];
  return before.length > 20 && /[\p{L},-]$/u.test(before) && after?.mark === null && /^\p{Ll}/u.test(after.text);
}
