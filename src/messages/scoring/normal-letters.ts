/** Letters as they are meant: look-alikes, styled and accented letters, invisible marks, and pictures that stand for words. */
import { wordsOfPictures } from './normal-pictures.ts';

/** A text in plain small letters, and where each of them stood. */
export interface Folded {
  text: string;
  /** Where a character of `text` began and ended in what was written. */
  from(position: number): number;
  to(position: number): number;
}

const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]/u;
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  х: 'x',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ı: 'i',
  ɩ: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ɑ: 'a',
  ɡ: 'g',
  ʀ: 'r',
  ꜱ: 's',
  ʏ: 'y',
  ᴋ: 'k',
  ɪ: 'i',
  ʟ: 'l',
  ᴇ: 'e',
  ᴅ: 'd',
  ᴀ: 'a',
  ɴ: 'n',
  ᴛ: 't',
  ᴏ: 'o',
  ᴜ: 'u',
  ʜ: 'h',
};
const OTHER_SCRIPT = /[\u0370-\u03ff\u0400-\u052f]/;
const MARKS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '…': '.',
  '–': ' ',
  '—': ' ',
  '•': '.',
  '\u2028': '\n',
  '\u2029': '\n',
};

/** Folds a text. Never throws, whatever the characters. */
export function fold(written: string): Folded {
  if (!/[^\0-\x7f]/.test(written)) return { text: written.toLowerCase(), from: (at) => at, to: (at) => at + 1 };
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of written) {
    const meant = letter <= '\x7f' ? letter.toLowerCase() : meantBy(letter, written, at);
    for (let unit = 0; unit < meant.length; unit += 1) {
      text.push(meant[unit] ?? '');
      from.push(at);
      to.push(at + letter.length);
    }
    at += letter.length;
  }
  return { text: text.join(''), from: (position) => from[position] ?? written.length, to: (position) => to[position] ?? written.length };
}

/** The plain characters that one written character beyond ASCII stands for. */
function meantBy(letter: string, written: string, at: number): string {
  if (INVISIBLE.test(letter)) return '';
  const picture = wordsOfPictures().get(letter);
  if (picture !== undefined) return ` ${picture} `;
  const mark = MARKS[letter];
  if (mark !== undefined) return mark;
  const small = letter.toLowerCase();
  const lookalike = LOOKALIKES[small];
  if (lookalike !== undefined) return OTHER_SCRIPT.test(small) && !amongLatin(written, at) ? small : lookalike;
  const plain = [...small.normalize('NFKD')]
    .filter((part) => !INVISIBLE.test(part))
    .join('')
    .toLowerCase();
  return /[\p{L}\p{N}£€]/u.test(plain) ? plain : ' ';
}

/** A word of Cyrillic or Greek is a word; one such letter within a Latin word is a disguise. */
function amongLatin(written: string, at: number): boolean {
  const before = /\S*$/.exec(written.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  const after = /^\S*/.exec(written.slice(at, at + 12))?.[0] ?? '';
  return /[a-z]/i.test(before + after);
}
