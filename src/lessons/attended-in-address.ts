import { array, integer, maxLength, maxValue, minValue, number, picklist, pipe, safeParse, strictTuple, string } from 'valibot';
import type { Attended } from './lesson.ts';

/** So many names fit into an address beside the facts. */
export const MOST_ATTENDED = 80;
const MARK = '&attended=';
const KINDS = ['signed in', 'anonymous', 'telephone'] as const;
const LONGEST_NAME = 80;

/** A line each: name, place of the kind in `KINDS`, minutes. */
const lines = pipe(
  array(strictTuple([pipe(string(), maxLength(LONGEST_NAME)), picklist([0, 1, 2]), pipe(number(), integer(), minValue(0), maxValue(10_000))])),
  maxLength(MOST_ATTENDED),
);

/** Who was there, to stand behind the facts in an address's fragment; of more than `MOST_ATTENDED` the first. */
export function attendedInAddress(list: readonly Attended[]): string {
  const short = list.slice(0, MOST_ATTENDED).map(({ name, kind, minutes }) => [name.slice(0, LONGEST_NAME), KINDS.indexOf(kind), minutes]);
  return `${MARK}${encodeURIComponent(JSON.stringify(short))}`;
}

/**
 * Reads who was there from a fragment, still percent-encoded or not. Whoever opens the page could have written it.
 * @returns null when it says nothing, or nothing that can be read
 */
export function attendedFrom(fragment: string): Attended[] | null {
  const at = fragment.lastIndexOf(MARK);
  if (at < 0) return null;
  const packed = fragment.slice(at + MARK.length);
  try {
    const result = safeParse(lines, JSON.parse(packed.startsWith('[') ? packed : decodeURIComponent(packed)));
    return result.success ? result.output.map(([name, kind, minutes]) => ({ name, kind: KINDS[kind], minutes })) : null;
  } catch {
    return null;
  }
}

/** A fragment without who was there. */
export function withoutAttended(fragment: string): string {
  const at = fragment.lastIndexOf(MARK);
  return at < 0 ? fragment : fragment.slice(0, at);
}
