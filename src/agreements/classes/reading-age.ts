/** An e that is written at the end of a word and not spoken: use, rules, asked; but not in table, pages, wanted. What stands before it is kept. */
const SILENT_END = /([^laeiouy]|[aeiouy]l)e$|([^laeiouyscgxzh]|[aeiouy]l)es$|([^tdaeiouy])ed$/;

/**
 * How hard English is to read, as a US school grade after Flesch and Kincaid; the reading age is about five years more.
 * Syllables are counted by rule, so it is meant for texts; for a single sentence it is a hint.
 * @param passages each may hold several sentences; its end ends a sentence, full stop or not
 */
export function readingGrade(passages: readonly string[]): number {
  const sentences = passages
    .flatMap((passage) => passage.split(/[.!?]+(?=\s|[”)]|$)/))
    .map(wordsIn)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** How many syllables a word is likely to have: its groups of vowels. */
export function syllablesIn(word: string): number {
  return Math.max(
    1,
    word
      .toLowerCase()
      .replace(SILENT_END, '$1$2$3')
      .match(/[aeiouy]+/g)?.length ?? 0,
  );
}

function wordsIn(text: string): string[] {
  return text.replace(/[’']/g, '').match(/[a-z]+/gi) ?? [];
}
