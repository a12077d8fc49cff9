import { type Named, ownPatternsOf, type Patterns, patternsOf, type Word, wordsIn } from './names.ts';

/** A stretch of a text that is blacked out. */
export interface Mark {
  start: number;
  /** The first place after it. */
  end: number;
}

/** What stands for a name: it does not say how long it was. */
export const BLOCK = '\u2588\u2588\u2588\u2588';

export interface People {
  /** Whose names stay. */
  own: readonly Named[];
  /** Whose names go. */
  others: readonly Named[];
  /** Whose names go when they stand there whole: of these too many are words like any other. */
  distant?: readonly Named[];
  /** Words a person added by hand. */
  added?: readonly string[];
}

/** Finds stretches to black out in texts; made once for many texts. */
export type Finder = (text: string) => Mark[];

/** Between the words of one name: spaces, one line's end, an apostrophe, hyphen, dot, comma or underscore. */
const BETWEEN = /^[\s.,_'’‘`´ʼ‐‑–-]{0,4}$/u;
const POSSESSIVE = /^['’‘`´ʼ]s?(?![\p{L}\p{N}])/iu;
/** Of a mail address, before and after its sign. */
const LOCAL = /[\p{L}\p{N}\p{M}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}\p{M}.-]/u;

/**
 * Finds others' names in texts (B21): whole, their parts alone, initials and mail addresses; in any capitals, with or without accents, never
 * inside other words. A part that is the person's own name too stays where it stands alone. Nicknames and relations ("her brother") cannot be
 * known: a person looks for those.
 */
export function finder({ own, others, distant = [], added = [] }: People): Finder {
  const mine = sequencesOf(own.map(ownPatternsOf));
  const theirs = sequencesOf(others.map(patternsOf));
  const far = new Sequences(distant.map(({ name }) => wordsIn(name).map(({ plain }) => plain)).filter(({ length }) => length > 1));
  const byHand = new Sequences(added.map((each) => wordsIn(each.normalize('NFC')).map(({ plain }) => plain)));
  const myAddresses = new Set(own.map(({ email }) => email.toLowerCase()));

  /** What begins at a word: what was added by hand counts first, then the longer of the names, the person's own when they are as long. */
  const findAt = (text: string, words: readonly Word[], at: number): { length: number; isTheirs: boolean } => {
    const [forced, ours, named] = [byHand.longestAt(text, words, at), mine.names.longestAt(text, words, at), theirs.names.longestAt(text, words, at)];
    const theirLength = Math.max(forced, named, far.longestAt(text, words, at));
    if (theirLength > 0 || ours > 0) return forced > 0 || theirLength > ours ? { length: theirLength, isTheirs: true } : { length: ours, isTheirs: false };
    const initials = theirs.initials.longestAt(text, words, at, isWrittenAsInitials);
    const myInitials = mine.initials.longestAt(text, words, at, isWrittenAsInitials);
    return { length: Math.max(initials, myInitials), isTheirs: initials > myInitials };
  };

  return (text) => {
    const words = wordsIn(text);
    const addresses = addressesIn(text).map((each) => ({ ...each, isMine: myAddresses.has(text.slice(each.start, each.end).toLowerCase()) }));
    const isInMyAddress = ({ start, end }: Mark) => addresses.some((each) => each.isMine && each.start <= start && end <= each.end);
    const marks: Mark[] = addresses.filter(({ isMine }) => !isMine).map(({ start, end }) => ({ start, end }));
    for (let at = 0; at < words.length; ) {
      const found = findAt(text, words, at);
      if (found.isTheirs) {
        const mark = spanOf(text, words, at, found.length);
        if (!isInMyAddress(mark)) marks.push(mark);
      }
      at += Math.max(1, found.length);
    }
    return merged(marks);
  };
}

/** The text with blocks where marks are. */
export function blackedOut(text: string, marks: readonly Mark[]): string {
  return piecesOf(text, marks)
    .map(({ said, isMarked }) => (isMarked ? BLOCK : said))
    .join('');
}

export interface Piece {
  said: string;
  isMarked: boolean;
  start: number;
}

/** A text cut at its marks. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of merged(marks)) {
    if (start > at) pieces.push({ said: text.slice(at, start), isMarked: false, start: at });
    pieces.push({ said: text.slice(start, end), isMarked: true, start });
    at = end;
  }
  if (at < text.length) pieces.push({ said: text.slice(at), isMarked: false, start: at });
  return pieces;
}

/** Mail addresses in a text, without a dot that ends a sentence. */
function addressesIn(text: string): Mark[] {
  const found: Mark[] = [];
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    let [start, end] = [sign, sign + 1];
    while (start > 0 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    while (end < text.length && DOMAIN.test(text.charAt(end))) end += 1;
    while (/[.-]/.test(text.charAt(end - 1))) end -= 1;
    if (start < sign && text.slice(sign, end).includes('.')) found.push({ start, end });
  }
  return found;
}

/** "AK", "A.K." and "A K" are initials; "is" and "a k" are not. */
function isWrittenAsInitials(text: string, words: readonly Word[]): boolean {
  return words.every(({ isCapitals }) => isCapitals) || (words.length > 1 && words.every(({ end }) => text.charAt(end) === '.'));
}

function sequencesOf(all: readonly Patterns[]): { names: Sequences; initials: Sequences } {
  return { names: new Sequences(all.flatMap(({ names }) => names)), initials: new Sequences(all.flatMap(({ initials }) => initials)) };
}

/** Sequences of plain words, by their first one. */
class Sequences {
  private readonly byFirst = new Map<string, string[][]>();

  constructor(sequences: readonly string[][]) {
    for (const sequence of sequences) {
      const [first] = sequence;
      if (first !== undefined) this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), sequence]);
    }
  }

  /** How many words the longest sequence has that begins at a word of the text; 0 for none. */
  longestAt(text: string, words: readonly Word[], at: number, isMeant: (text: string, words: readonly Word[]) => boolean = () => true): number {
    const lengths = (this.byFirst.get(words[at]?.plain ?? '') ?? []).flatMap((sequence) => {
      const found = words.slice(at, at + sequence.length);
      const fits =
        found.length === sequence.length &&
        found.every(({ plain, start }, index) => {
          const before = found[index - 1];
          return plain === sequence[index] && (before === undefined || BETWEEN.test(text.slice(before.end, start)));
        });
      return fits && isMeant(text, found) ? [sequence.length] : [];
    });
    return Math.max(0, ...lengths);
  }
}

/** Words with what belongs to the last of them: `'s`, the dot of an initial. */
function spanOf(text: string, words: readonly Word[], at: number, length: number): Mark {
  const [first, last] = [words[at], words[at + length - 1]];
  const end = last?.end ?? 0;
  const [possessive = ''] = POSSESSIVE.exec(text.slice(end, end + 3)) ?? [];
  return { start: first?.start ?? 0, end: end + possessive.length };
}

function merged(marks: readonly Mark[]): Mark[] {
  const sorted = marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Mark[] = [];
  for (const mark of sorted) {
    const last = result[result.length - 1];
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}
