/**
 * A phrase as Google's own filters can look for it: words with single spaces between them, and `(this|or that)` where several will do.
 * Words hold letters, digits, apostrophes and hyphens; brackets do not stand in brackets. `don't` stands for `don’t` and `dont` too.
 */
export type Phrase = string;

type Part = string[];

const PART = /\([^()]*\)|[^\s()]+/g;

/** The phrase's places, each with what may stand there. */
function partsOf(phrase: Phrase): Part[] {
  return (phrase.match(PART) ?? []).map((part) => (part.startsWith('(') ? part.slice(1, -1).split('|') : [part]));
}

/** Every way in which it may be written, in lower case: with and without its apostrophes. */
export function waysToWrite(phrase: Phrase): string[] {
  const ways = partsOf(phrase).reduce<string[]>((before, part) => before.flatMap((start) => part.map((word) => `${start} ${word}`.trim())), ['']);
  return ways.flatMap((way) => (way.includes("'") ? [way, way.replace(/'/g, '')] : [way]));
}

/** Whether it is one word in every way: what the console's list of words takes. */
export function isOneWord(phrase: Phrase): boolean {
  return waysToWrite(phrase).every((way) => !/\s/.test(way));
}

/** What finds it in RE2, without its edges: any space between words, either apostrophe or none. */
export function phraseAsExpression(phrase: Phrase): string {
  return partsOf(phrase)
    .map((part) => part.map(wordsAsExpression))
    .map((part) => (part.length === 1 ? part[0] : `(?:${part.join('|')})`))
    .join('\\s+');
}

function wordsAsExpression(words: string): string {
  return words.replace(/\s+/g, '\\s+').replace(/'/g, "['’]?").replace(/-/g, '[- ]?');
}
