/** Words that hardly a sentence of the language is without; few of them mean something in the other. `I` is English only as a capital. */
const ENGLISH =
  /\b(the|my|to|and|of|will|not|that|for|or|with|be|it|if|are|me|by|at|any|an|when|what|who|have|from|before|only|never|always|you|your|this|is|in|on)\b/g;
const ENGLISH_I = /(?:^|\s)I(?=\s)/g;
const WELSH = /\b(y|yr|yn|fy|ac|neu|ni|nid|ddim|bod|gan|gyda|wrth|heb|os|ein|eich|mi|rwy|rwyf|byddaf|fyddaf|wedi|ei|i'r|o'r|a'r|dim|mae|pan)\b/g;
const FEWEST_WORDS = 4;

/** `other`: a language of letters that is not English. Null when a text is too short to tell. */
export type Language = 'English' | 'Welsh' | 'other';

export function languageOf(text: string): Language | null {
  const words = text.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const small = text.toLowerCase();
  const share = (found: RegExpMatchArray | null) => (found?.length ?? 0) / words.length;
  const english = share(small.match(ENGLISH)) + share(text.match(ENGLISH_I));
  const welsh = share(small.match(WELSH));
  if (welsh > english && welsh >= 0.15) return 'Welsh';
  if (english >= 0.15) return 'English';
  return english === 0 && words.length >= 2 * FEWEST_WORDS ? 'other' : null;
}

/** As many in each language must there be before an agreement counts as one in two. */
const FEWEST_IN_EACH = 2;

/**
 * Statements of an agreement and its translation, told apart. What is too short to tell is in the language of what stands above it.
 * @returns a language for each, and the languages in the order they begin; one alone when the agreement is in one
 */
export function languagesOf(texts: readonly string[]): { each: Language[]; languages: Language[] } {
  const known = texts.map(languageOf);
  const count = (language: Language) => known.filter((each) => each === language).length;
  const languages = [...new Set(known.filter((each): each is Language => each !== null))].filter((each) => count(each) >= FEWEST_IN_EACH);
  let last = languages[0] ?? 'English';
  const each = known.map((language) => {
    if (language !== null && languages.includes(language)) last = language;
    return last;
  });
  return { each, languages: languages.length > 1 ? languages : [last] };
}
