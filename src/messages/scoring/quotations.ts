/** What stands within quotation marks: somebody else's words, a title, a line of a play. */
const DOUBLE = /"[^"\n]{2,400}"/g;
const SINGLE = /(?<![a-z0-9])'(?=\S)[^\n]{2,300}?[a-z0-9.,!?]'(?![a-z0-9])/g;

/**
 * Tells of each character of a text whether it stands in quotation marks.
 * @param text with straight quotation marks
 */
export function quotationsIn(text: string): (position: number) => boolean {
  const quoted = new Uint8Array(/["']/.test(text) ? text.length : 0);
  for (const marks of [DOUBLE, SINGLE]) {
    for (const found of text.matchAll(marks)) quoted.fill(1, found.index, (found.index ?? 0) + found[0].length);
  }
  return (position) => quoted[position] === 1;
}
