/** A text cut into tokens, with their places, and where sentences end. */
import type { Folded } from './normal-letters.ts';

interface Token {
  text: string;
  /** Characters of the folded text. */
  from: number;
  to: number;
  /** A full stop, a question, a line follows. */
  endsSentence: boolean;
  isQuestion: boolean;
}

const LINK =
  /^[("'<[]*(?:https?:\/\/|www\.)|^[("'<[]*(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|uk|net|gl|ly|io|ru|info|co|me|tv|gg|edu|gov|xyz|app|link|site|online|top|club|shop|eu|ai|cc|example)(?:[/?#]\S*)?[)\]>"'.,!?;:]*$/;
const ADDRESS = /^\W*[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\W*$/;
const PIECE = /[a-z0-9\u00aa-\uffff£€][a-z0-9\u00aa-\uffff*@$!|+'#]{0,400}|[*@$!|+£€]{1,9}(?=[a-z0-9])[a-z0-9\u00aa-\uffff*@$!|+'#]{0,400}/g;
/** Nobody writes a word that is longer; a wall of letters is cut. */
const LONGEST = 60;
/** A line shorter than this was ended by its writer, not by a mail program. */
const FULL_LINE = 55;

/** Cuts a folded text into tokens. The work grows with the length only. */
export function tokensOf({ text }: Folded): Token[] {
  const tokens: Token[] = [];
  const chunks = /\S+/g;
  let lineFrom = 0;
  let before = 0;
  for (let chunk = chunks.exec(text); chunk !== null; chunk = chunks.exec(text)) {
    const gap = text.slice(before, Math.min(chunk.index, before + 200));
    if (gap.includes('\n')) {
      if (before - lineFrom < FULL_LINE || gap.indexOf('\n') !== gap.lastIndexOf('\n') || /^(?:[-*•]|\d+[.)])/.test(chunk[0])) endSentence(tokens, false);
      lineFrom = chunk.index;
    }
    addChunk(tokens, chunk[0], chunk.index);
    before = chunk.index + chunk[0].length;
  }
  return joined(tokens, text);
}

function addChunk(tokens: Token[], chunk: string, at: number): void {
  const whole = chunk.length <= 2000 && (LINK.test(chunk) ? 'link' : ADDRESS.test(chunk) ? 'mailaddress' : '');
  if (whole) {
    tokens.push({ text: whole, from: at, to: at + chunk.length, endsSentence: /[.!?]$/.test(chunk), isQuestion: false });
    return;
  }
  let end = 0;
  PIECE.lastIndex = 0;
  for (let piece = PIECE.exec(chunk); piece !== null; piece = PIECE.exec(chunk)) {
    const token = trimmed(piece[0], at + piece.index);
    const between = chunk.slice(end, piece.index);
    if (/[.!?;]/.test(between) && end > 0 && !/\d$/.test(chunk.slice(0, end)) && token.text.length > 1 && (tokens[tokens.length - 1]?.text.length ?? 0) > 1) {
      endSentence(tokens, between.includes('?'));
    }
    for (let from = 0; from < token.text.length; from += LONGEST) {
      const text = token.text.slice(from, from + LONGEST);
      tokens.push({ text, from: token.from + from, to: token.from + from + text.length, endsSentence: false, isQuestion: false });
    }
    end = token.from - at + token.text.length;
  }
  const tail = chunk.slice(end);
  if (/[.!?;]/.test(tail)) endSentence(tokens, tail.includes('?'));
}

/** Without marks that only stand around it: `*really*`, `stop!!`, `@jake`. Asterisks after letters hide others: `f***`. */
function trimmed(piece: string, from: number): { text: string; from: number } {
  const start = /^(?:[*!|+'#@]+)?/.exec(piece)?.[0].length ?? 0;
  const text = piece.slice(start);
  const hides = start === 0 && /[a-z]\*{2,}$/.test(text) && text.length <= 14;
  return { text: text.replace(hides ? /[!|+'#]+$/ : /[*!|+'#]+$/, ''), from: from + start };
}

function endSentence(tokens: readonly Token[], isQuestion: boolean): void {
  const last = tokens[tokens.length - 1];
  if (last === undefined) return;
  last.endsSentence = true;
  last.isQuestion ||= isQuestion;
}

/** Short words that are spelt out with spaces; longer ones are known by their length. */
const SPELT_WITH_SPACES = new Set('die kys kms sex gun ass fat gay you cut hit hoe'.split(' '));

/** `k.y.s`, `s t u p i d`: letters that stand alone in a row are one word. */
function joined(tokens: readonly Token[], text: string): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token !== undefined && token.text.length > 1) {
      result.push(token);
      at += 1;
      continue;
    }
    const run = lettersFrom(tokens, at, text);
    const [first] = run;
    const last = run[run.length - 1];
    if (first !== undefined && last !== undefined && isSpeltOut(run, text)) result.push({ ...last, text: lettersOf(run), from: first.from });
    else result.push(...tokens.slice(at, at + Math.max(1, run.length)));
    at += Math.max(1, run.length);
  }
  return result;
}

/** The letters that stand alone from here on, the same gap between them. */
function lettersFrom(tokens: readonly Token[], start: number, text: string): readonly Token[] {
  let end = start;
  for (; end < tokens.length && end - start < LONGEST; end += 1) {
    const token = tokens[end];
    if (token === undefined || token.text.length !== 1 || !/[a-z*@$!0-9]/.test(token.text)) break;
    if (end > start && (!/^[ ._*~/\\-]{1,3}$/.test(gapAfter(tokens, end - 1, text)) || gapAfter(tokens, end - 1, text) !== gapAfter(tokens, start, text)))
      break;
  }
  return tokens.slice(start, end);
}

function isSpeltOut(run: readonly Token[], text: string): boolean {
  const word = lettersOf(run);
  if (run.length < 3 || !/[a-z].*[a-z]/.test(word)) return false;
  const isTelling = run.length >= 4 && new Set(word.replace(/[uraiynbckox\d]/g, '')).size >= 2;
  return gapAfter(run, 0, text).trim() !== '' || SPELT_WITH_SPACES.has(word) || isTelling;
}

function lettersOf(run: readonly Token[]): string {
  return run.map((letter) => letter.text).join('');
}

function gapAfter(tokens: readonly Token[], at: number, text: string): string {
  return text.slice(tokens[at]?.to, tokens[at + 1]?.from);
}
