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
  const dropped = new Set<Line>();
  const rest = () => lines.filter((line) => line.text !== '' && !dropped.has(line));
  for (const line of pageNumbers(lines)) dropped.add(line);
  for (const line of countingHeaders(rest())) dropped.add(line);
  const edges = edgesOf(lines, dropped);
  for (const line of repeatedHeaders(rest(), edges)) dropped.add(line);
  return { lines: lines.filter((line) => !dropped.has(line)), dropped: lines.filter((line) => dropped.has(line)) };
}

/** `Page 3 of 12`; and numbers alone that stand apart or count the pages up. */
function pageNumbers(lines: readonly Line[]): Set<Line> {
  const written = lines.filter((line) => line.text !== '');
  const found = new Set(written.filter((line) => line.text.length < 40 && PAGE_NUMBER.test(line.raw.trim())));
  const bare = written.filter((line) => line.raw.length < 40 && BARE_NUMBER.test(line.raw));
  if (bare.length === 0) return found;
  const alone = new Set<Line>();
  lines.forEach((line, index) => {
    const isApart = (lines[index - 1]?.text ?? '') === '' || (lines[index + 1]?.text ?? '') === '' || lines[index + 1]?.startsPage === true;
    if (isApart) alone.add(line);
  });
  bare.forEach((line, index) => {
    const countsUp = [bare[index - 1], bare[index + 1]].some((other) => other && Math.abs(pageOf(other) - pageOf(line)) === 1 && isPageApart(other, line));
    if (alone.has(line) || countsUp) found.add(line);
  });
  return found;
}

function pageOf(line: Line): number {
  return Number(/\d+/.exec(line.raw)?.[0]);
}

function isPageApart(one: Line, other: Line): boolean {
  return Math.abs(one.number - other.number) >= 8;
}

/** Headers with the number of the page in them. */
function countingHeaders(written: readonly Line[]): Line[] {
  const counts = ({ raw }: Line) => /\bpage\b|\btudalen\b|\d+ ?(?:of|\/) ?\d+|\||\s{2,}\d+\s*$|^\d+\s{2,}/i.test(raw);
  const repeated = repeatsOf(written).filter(
    ({ key, lines }) => key.includes('#') && lines.every(counts) && new Set(lines.map(({ text }) => text)).size === lines.length,
  );
  return repeated.flatMap(({ lines }) => (namesAnAgreement(lines[0]?.text ?? '') ? lines.slice(1) : lines));
}

/** Lines that stand again and again at the edges of pages, or in the middle of a sentence. The first is kept: it may be the title. */
function repeatedHeaders(written: readonly Line[], edges: ReadonlySet<Line>): Line[] {
  const cut = new Set(written.filter((_, index) => cutsASentence(written, index)));
  return repeatsOf(written)
    .filter(({ lines }) => lines.filter((line) => edges.has(line)).length >= lines.length * 0.6 || lines.some((line) => cut.has(line)))
    .flatMap(({ lines }) => lines.slice(1));
}

/** What stands in the document so often, but for numbers in it, that it may be a header. */
function repeatsOf(written: readonly Line[]): { key: string; lines: Line[] }[] {
  const places = new Map<string, Line[]>();
  for (const line of written) {
    if (!mayBeHeader(line)) continue;
    const key = line.text.toLowerCase().replace(/\d+/g, '#');
    const known = places.get(key);
    if (known) known.push(line);
    else places.set(key, [line]);
  }
  return [...places].map(([key, lines]) => ({ key, lines })).filter(({ lines }) => lines.length >= FEWEST_REPEATS);
}

/** Statements, lines to fill in and tables are repeated for other reasons, and so is what goes on with a sentence. */
function mayBeHeader(line: Line): boolean {
  return (
    line.mark === null &&
    !/^\p{Ll}/u.test(line.text) &&
    line.text.length <= LONGEST_HEADER &&
    (line.cells === null || line.cells.length <= 3) &&
    !undertakes(line.text) &&
    !fieldLine(line.raw)
  );
}

/** The lines at the top or bottom of a page, as form feeds and page numbers tell. */
function edgesOf(lines: readonly Line[], numbers: ReadonlySet<Line>): Set<Line> {
  const edges = new Set<Line>();
  const written = lines.filter((line) => line.text !== '');
  written.forEach((line, index) => {
    const isBreak = (line.startsPage && index > 0) || numbers.has(line);
    if (isBreak) for (const near of written.slice(Math.max(0, index - EDGE), index + EDGE + 1)) edges.add(near);
  });
  return edges;
}

function cutsASentence(written: readonly Line[], index: number): boolean {
  const before = written[index - 1]?.text ?? '';
  const after = written[index + 1];
  return before.length > 20 && /[\p{L},-]$/u.test(before) && after?.mark === null && /^\p{Ll}/u.test(after.text);
}
