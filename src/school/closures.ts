import { type Closure, daysBetween, isoDayFrom, ukDate } from './calendar.ts';

/** One closure a line: first day, last day when there are several, and what it is. */
const LINE = /^(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)(?:\s*(?:to|until|-|–)\s*(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d))?[\s:,]*(.*)$/i;
/** Days. No holiday is longer: more is a slip in the year. */
const LONGEST = 100;

/** Closures as they were typed, and the lines that cannot be read, numbered from 1, with the reason. */
export interface TypedClosures {
  closures: Closure[];
  faults: { line: number; message: string }[];
}

/**
 * Reads the days the school is closed from the settings' box: one a line.
 * @example closuresIn('26/10/2026 to 30/10/2026 Half term').closures // [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }]
 */
export function closuresIn(text: string): TypedClosures {
  const found: TypedClosures = { closures: [], faults: [] };
  text.split(/\r?\n/).forEach((typed, index) => {
    if (typed.trim() === '') return;
    const closure = closureIn(typed.trim());
    if (typeof closure === 'string') found.faults.push({ line: index + 1, message: closure });
    else found.closures.push(closure);
  });
  found.closures.sort((a, b) => (a.from < b.from ? -1 : 1));
  return found;
}

/** Closures as the settings' box shows them: `closuresIn` reads the same again. */
export function closuresAsText(closures: readonly Closure[]): string {
  return closures.map(({ from, to, name }) => `${ukDate(from)}${to === from ? '' : ` to ${ukDate(to)}`} ${name}`.trim()).join('\n');
}

/** A closure, or a sentence that says why the line is none. */
function closureIn(line: string): Closure | string {
  const [, first = '', last = first, name = ''] = LINE.exec(line) ?? [];
  const [from, to] = [isoDayFrom(first), isoDayFrom(last)];
  if (from === null || to === null) return 'it must begin with days like 26/10/2026 to 30/10/2026';
  if (to < from) return 'its last day comes before its first';
  return daysBetween(from, to) > LONGEST ? 'no holiday is that long: look at the years' : { from, to, name };
}
