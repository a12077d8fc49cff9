/** What stands within quotation marks: somebody else's words, a title, a line of a play. */
const DOUBLE = /"[^"\n]{2,400}"/g;
const SINGLE = /(?<![a-z0-9])'(?=\S)[^\n]{2,300}?[a-z0-9.,!?]'(?![a-z0-9])/g;

/** Tells of a character of a folded text whether it is quoted. Ask in the text's order. */
export function quotationsIn(text: string): (position: number) => boolean {
  const stretches = [...placesOf(DOUBLE, text), ...placesOf(SINGLE, text)].sort((one, other) => one.from - other.from);
  let at = 0;
  return (position) => {
    while (at < stretches.length && (stretches[at]?.to ?? 0) <= position) at += 1;
    return (stretches[at]?.from ?? Number.POSITIVE_INFINITY) <= position;
  };
}

function placesOf(marks: RegExp, text: string): { from: number; to: number }[] {
  return [...text.matchAll(marks)].map((found) => ({ from: found.index ?? 0, to: (found.index ?? 0) + found[0].length }));
}
