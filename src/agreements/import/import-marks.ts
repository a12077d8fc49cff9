/** What stands before an item of a list. */
export interface Mark {
  /** `•`, `o`, `1`, `a`, `i` …: marks of one list are of one kind. */
  kind: string;
  /** Of numbered items: 3 for `2.3`. */
  ordinal: number | null;
}

/** Marks that are nothing else; Word's own are letters of a private alphabet. */
const BULLET = /^[•●▪■◆◇◦‣⁃∙○□☐☑➢➤➔➨▶►▸❖❑❒✦★✓✔\ue000-\uf8ff]\s*/u;
/** Marks that also stand in sentences: only before a space. */
const DASH = /^[-–—*+>·]\s+/;
const LETTER_O = /^o\s+(?=\S)/;
const NUMBER = /^(?:\((\d{1,2})\)|(\d{1,2})[.)])(?:\s+|$)|^(\d{1,2}) (?=(?:I|We)\b)/;
const SECTION_NUMBER = /^(?:\d{1,2}\.){1,3}(\d{1,2})[.)]?\s+/;
const ROMAN = /^\(?([ivx]{1,7}|[IVX]{1,7})[.)](?:\s+|$)/;
const ALPHABET = /^(?:\(([a-zA-Z])\)|([a-z])[.)]|([A-Z])\))(?:\s+|$)/;
const TICK_BOX = /^\[[ xX]?\]\s+/;
const EMOJI = /^(?:(?![©®™])\p{Extended_Pictographic}[\ufe0f\u200d]*)+\s+/u;
const MOST_MARKS = 4;
/** All marks before a text: `- ➤ `, `• (a) `. The first decides of what kind the list is. */
export function markOf(text: string): { mark: Mark | null; rest: string } {
  let mark: Mark | null = null;
  let rest = text;
  for (let count = 0; count < MOST_MARKS; count += 1) {
    const found = oneMark(rest, mark === null);
    if (!found) break;
    mark = mark ?? found.mark;
    rest = rest.slice(found.length);
  }
  return { mark, rest };
}

function oneMark(text: string, isFirst: boolean): { mark: Mark; length: number } | null {
  const simple = BULLET.exec(text) ?? DASH.exec(text) ?? LETTER_O.exec(text) ?? TICK_BOX.exec(text) ?? (isFirst ? EMOJI.exec(text) : null);
  if (simple) return { mark: { kind: simple[0].trim().charAt(0), ordinal: null }, length: simple[0].length };
  if (isFirst && /^[-–—*]\s*$/.test(text)) return { mark: { kind: text.charAt(0), ordinal: null }, length: text.length };
  const number = NUMBER.exec(text);
  if (number) return { mark: { kind: '1', ordinal: Number(number[1] ?? number[2] ?? number[3]) }, length: number[0].length };
  const section = SECTION_NUMBER.exec(text);
  if (section) return { mark: { kind: '1.1', ordinal: Number(section[1]) }, length: section[0].length };
  const roman = ROMAN.exec(text);
  if (roman) return { mark: { kind: 'i', ordinal: romanValue(roman[1] as string) }, length: roman[0].length };
  const letter = ALPHABET.exec(text);
  if (!letter) return null;
  const name = (letter[1] ?? letter[2] ?? letter[3] ?? '').toLowerCase();
  return { mark: { kind: 'a', ordinal: name.charCodeAt(0) - 96 }, length: letter[0].length };
}

function romanValue(numeral: string): number {
  const values = Array.from(numeral.toLowerCase(), (letter) => ({ i: 1, v: 5, x: 10 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** How many lines an item may have before the next number follows. */
const LONGEST_ITEM = 12;
const FEWEST_NUMBERS = 3;

interface Marked {
  text: string;
  mark: Mark | null;
  cells: string[] | null;
}

/** `1 The visitor …`, `2 The visitor …`: numbers without a dot are marks where they count up from one. */
export function withBareNumbers<L extends Marked>(lines: readonly L[]): L[] {
  const result = [...lines];
  let run: number[] = [];
  const settle = () => {
    if (run.length < FEWEST_NUMBERS) return;
    run.forEach((at, index) => {
      const line = result[at] as L;
      result[at] = { ...line, mark: { kind: '1', ordinal: index + 1 }, text: line.text.replace(/^\d+ /, '') };
    });
  };
  lines.forEach(({ text, mark, cells }, at) => {
    const number = mark === null && cells === null ? Number(/^(\d{1,2}) (?=\p{Lu})/u.exec(text)?.[1] ?? 0) : 0;
    if (number === 0) return;
    if (number === run.length + 1 && at - (run[run.length - 1] ?? at) <= LONGEST_ITEM) run.push(at);
    else {
      settle();
      run = number === 1 ? [at] : [];
    }
  });
  settle();
  return result;
}
