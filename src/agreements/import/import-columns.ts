/** A line as it stands in the document, with its number. */
export interface NumberedText {
  text: string;
  /** 1-based. */
  number: number;
}

/** Fewer lines than these side by side are lines to fill in, or a small table. */
const FEWEST_LINES = 5;
/** Shorter than this on average, what stands at the right are ticks, numbers or names. */
const SHORTEST_PROSE = 18;
const SHORTEST_PROSE_WORDS = 3;
/** How far behind its bullet the right column's text may go on. */
const DEEPEST_INDENT = 8;

/**
 * Two columns of text side by side, as a PDF's layout gives them, one below the other: the left one first. So that an agreement and its
 * translation beside it are not read across.
 */
export function columnsApart(lines: readonly NumberedText[]): NumberedText[] {
  const result: NumberedText[] = [];
  for (let at = 0; at < lines.length; ) {
    const gutter = gutterOf(lines[at]?.text ?? '');
    const run = gutter === null ? null : runFrom(lines, at, gutter);
    const block = lines.slice(at, run?.end ?? at + 1);
    if (gutter !== null && run?.isText) {
      for (const { text, number } of block) result.push({ text: text.slice(0, gutter).trimEnd(), number });
      result.push({ text: '', number: lines[at]?.number ?? 0 });
      for (const { text, number } of block) result.push({ text: text.slice(gutter), number });
    } else for (const line of block) result.push(line);
    at += block.length;
  }
  return result;
}

/** The lines from here on that leave the columns before the gutter free; text when there are enough of them with prose on both sides. */
function runFrom(lines: readonly NumberedText[], at: number, gutter: number): { end: number; isText: boolean } {
  let end = at + 1;
  const right: string[] = [];
  let both = 0;
  for (let next = at; next < lines.length; next += 1) {
    const { text } = lines[next] as NumberedText;
    if (text.trim() === '') continue;
    const isFree = text.slice(gutter - 2, gutter).trim() === '';
    const isNear = text.slice(gutter).search(/\S/) <= DEEPEST_INDENT;
    if (!isFree || !isNear) break;
    const beside = text.slice(gutter).trim();
    // What stands at the left alone, apart from the columns, is below both.
    if (beside !== '' || end === next) end = next + 1;
    if (beside === '') continue;
    right.push(beside);
    if (text.slice(0, gutter).trim() !== '') both += 1;
  }
  const isProse = right.join('').length >= right.length * SHORTEST_PROSE && right.join(' ').split(/\s+/).length >= right.length * SHORTEST_PROSE_WORDS;
  return { end, isText: right.length >= FEWEST_LINES && both >= FEWEST_LINES - 1 && isProse };
}

/** Where the right column begins in a line that has two. */
function gutterOf(line: string): number | null {
  if (line.length > 400) return null;
  const gap = /\S {3,}(?=\S)/.exec(line);
  return gap && gap.index > 8 ? gap.index + gap[0].length : null;
}
