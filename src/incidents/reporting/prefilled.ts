import { array, check, type GenericSchema, literal, maxLength, object, pipe, regex, safeParse, union } from 'valibot';
import { text } from '../../school/shape-parts.ts';
import type { DraftText } from './draft.ts';

const MARK = 'about=';

/** What another page knows already of what is to be reported. */
export type Prefilled = Pick<DraftText, 'story' | 'happened' | 'where'> & {
  /** People that it may be about; their roles are for the reporter to choose. */
  people: { email: string; name: string }[];
  /** Reference of the lesson in which it happened (D5); ''. */
  lesson: string;
};

/** ISO 8601, UTC; ''. */
const happened = pipe(
  text(40),
  check((said) => said === '' || !Number.isNaN(Date.parse(said))),
);
const prefilled: GenericSchema<unknown, Prefilled> = object({
  ...{ story: text(2_000), happened, where: text(300) },
  people: pipe(array(object({ email: text(320), name: text(300) })), maxLength(30)),
  lesson: union([literal(''), pipe(text(20), regex(/^L-[2-9A-Z]{6}$/))]),
});

/** As the fragment of the report page's address: a fragment goes to no server, and no filter logs it. */
export function prefilledFragment(about: Prefilled): string {
  return MARK + encodeURIComponent(JSON.stringify({ ...about, story: cut(about.story, 2_000), where: cut(about.where, 300) }));
}

/** Never in the middle of a character, which no address can hold. */
function cut(words: string, most: number): string {
  return words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Reads what the report page was opened with.
 * @param fragment what stands behind `#`, still percent-encoded or not
 * @returns null when there is nothing, or nothing that can be read: then the page is empty
 */
export function prefilledFrom(fragment: string): Prefilled | null {
  const said = fragment.replace(/^#/, '');
  if (!said.startsWith(MARK)) return null;
  const packed = said.slice(MARK.length);
  try {
    const result = safeParse(prefilled, JSON.parse(packed.startsWith('{') ? packed : decodeURIComponent(packed)));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
