/** Names as sequences of words, to be found in texts however they are written. */

/** A word of a text: letters, or digits, and where they stand. Signs of writing without spaces stand alone. */
export interface Word {
  /** Without capitals, accents and invisible letters. */
  plain: string;
  start: number;
  /** The first place after it. */
  end: number;
  /** Nothing but capitals. */
  isCapitals: boolean;
}

/** Writing that puts no spaces between words: a name may stand inside a run of letters. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Soft hyphens, joiners, marks of direction: they show nothing and could split a name. */
const INVISIBLE = '\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}${INVISIBLE}])`;
const WORDS = new RegExp(`[${UNSPACED}][\\p{M}]*|${LETTER}+|\\p{Nd}+`, 'gu');
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'gu');

/** Letters that differ from a plain one by more than a mark. */
const FOLDED: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't' };

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORDS)].flatMap((match) => {
    const [found] = match;
    const plain = plainly(found);
    const isCapitals = found === found.toUpperCase() && found !== found.toLowerCase();
    return plain === '' ? [] : [{ plain, start: match.index, end: match.index + found.length, isCapitals }];
  });
}

function plainly(word: string): string {
  const bare = word.replace(INVISIBLES, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(bare, (letter) => FOLDED[letter] ?? letter).join('');
}

/** Somebody as texts may name them. */
export interface Named {
  /** As on the roll, or as typed. */
  name: string;
  /** '' when there is none. */
  email: string;
}

/** Words that belong to no name, however people are described: a word on its own that says nobody. */
const NOBODYS = new Set(
  (
    'a an and at by for from he her his in is it me my no of on or our she so the their they to us was we who with ' +
    'mr mrs ms miss mx dr sir madam lady lord prof professor rev master ' +
    'mum mother mummy dad father daddy parent parents carer brother sister sibling friend friends boy girl child pupil student teacher ' +
    'aunt uncle cousin gran grandma grandad nan son daughter man woman male female person somebody someone anybody nobody unknown ' +
    'class year school head de da del der di du el la le van von bin ibn al'
  ).split(' '),
);

/** Sequences of plain words by which somebody may be named; their initials apart, because those are words of their own. */
export interface Patterns {
  names: string[][];
  initials: string[][];
}

/**
 * Every way in which a name may stand in a text: whole, family name first, its parts alone, joined together, with an initial.
 * @example patternsOf({ name: 'Ann Lee', email: '' }).names // [['ann', 'lee'], ['lee', 'ann'], ['ann'], ['lee'], ['annlee'], …]
 */
export function patternsOf({ name, email }: Named): Patterns {
  const parts = partsOf(name);
  const whole = parts.flat();
  const [given = [], family = []] = [parts[0], parts.length > 1 ? parts[parts.length - 1] : []];
  const initial = [...(given[0] ?? '')].slice(0, 1);
  const alone = parts.flatMap(stretchesOf).flatMap((words) => [words, [words.join('')]]);
  const together = [whole, [whole.join('')], [...family, ...given], [[...family, ...given].join('')], [...given, ...family], [[...given, ...family].join('')]];
  const byInitial = [[...initial, ...family], [[...initial, ...family].join('')], [...family, ...initial], [...given, ...[...(family[0] ?? '')].slice(0, 1)]];
  const shortened = family.length === 0 ? [] : byInitial;
  // An address of one word may be `office@…`.
  const local = wordsIn(email.split('@')[0] ?? '').map(({ plain }) => plain);
  const address = local.length > 1 ? [local] : [];
  const letters = parts.filter(isSomebody).flatMap(([first = '']) => [...first].slice(0, 1));
  const ends = [letters[0], letters[letters.length - 1]].flatMap((letter) => letter ?? []);
  return {
    names: unique([...alone.filter(isSomebody), ...[...together, ...shortened, ...address].filter((words) => words.some((word) => isSomebody([word])))]),
    initials: letters.length < 2 ? [] : unique([letters, [letters.join('')], ends, [ends.join('')]]),
  };
}

/**
 * The same for whose name stays: only what is made of the name's own words, so that it never keeps somebody else's.
 * @example ownPatternsOf({ name: 'Ann Lee', email: '' }).names // [['ann'], ['lee'], ['ann', 'lee'], ['lee', 'ann'], …]
 */
export function ownPatternsOf(person: Named): Patterns {
  const { names, initials } = patternsOf(person);
  const own = new Set(partsOf(person.name).flat());
  return { names: names.filter((words) => words.every((word) => own.has(word) || [...word].length === 1)), initials };
}

function partsOf(name: string): string[][] {
  const parts = name.normalize('NFC').split(/[\s,;/()[\]"“”]+/u);
  return parts.map((part) => wordsIn(part).map(({ plain }) => plain)).filter((words) => words.length > 0);
}

/** `o`, `brien`, `o brien` of "O'Brien"; the words of one part are few. */
function stretchesOf(words: readonly string[]): string[][] {
  return words.flatMap((_, from) => words.slice(from).map((_word, more) => words.slice(from, from + more + 1)));
}

/** A letter alone, a number or a word like "mum" names nobody. */
function isSomebody(words: readonly string[]): boolean {
  return words.join('').length > 1 && words.some((word) => !NOBODYS.has(word) && !/^\p{Nd}+$/u.test(word));
}

function unique(sequences: readonly string[][]): string[][] {
  return [...new Map(sequences.filter((words) => words.length > 0).map((words) => [words.join(' '), words])).values()];
}
