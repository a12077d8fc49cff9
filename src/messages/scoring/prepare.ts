/** A message made ready for rules and model: what was written told apart from what was quoted, and words as they are meant. */
import type { MessageToScore } from '../message.ts';
import { textOfHtml } from './html.ts';
import { wordsOf } from './normal.ts';
import { inContext } from './normal-context.ts';
import { fold } from './normal-letters.ts';
import { tokensOf } from './prepare-tokens.ts';
import type { Prepared, Sentence, Word } from './prepared.ts';
import { quotationsIn } from './quotations.ts';
import { partsOf } from './quotes.ts';

/** Characters read of a message, from its beginning and its end: nobody writes a longer one to somebody. */
const READ = { html: 400_000, beginning: 45_000, end: 15_000 };

/** Prepares a message. Never throws; a gigantic one is read at its beginning and its end. */
export function prepare(message: MessageToScore): Prepared {
  const text = message.isHtml ? textOfHtml(message.text.slice(0, READ.html)) : bounded(message.text);
  const parts = partsOf(bounded(text));
  const isReply = /^\s*(?:re|fwd?|aw|sv)\s*:/i.test(message.subject);
  const subject = message.subject.slice(0, 500).trim();
  const written = [isReply ? '' : subject, parts.written].filter((part) => part !== '').join('\n\n');
  return { message, written, quoted: parts.quoted, signature: parts.signature, ...read(written) };
}

/** The same message as if its quoted part had been written: what somebody passed on without a word of their own. */
export function preparedQuotation(prepared: Prepared): Prepared {
  return { ...prepared, written: prepared.quoted, quoted: '', ...read(prepared.quoted) };
}

function bounded(text: string): string {
  return text.length <= READ.beginning + READ.end ? text : `${text.slice(0, READ.beginning)}\n\n${text.slice(-READ.end)}`;
}

function read(written: string): Pick<Prepared, 'words' | 'sentences' | 'plain' | 'placeOf'> {
  const folded = fold(written);
  const quotations = quotationsIn(folded.text);
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  const plain: string[] = [];
  /** Where each word begins in `plain`. */
  const begins: number[] = [];
  let length = 0;
  let sentence: Word[] = [];
  let quoted = 0;
  const end = (isQuestion: boolean): void => {
    if (sentence.length === 0) return;
    sentences.push({ words: sentence, isQuestion, isQuoted: quoted > sentence.length / 2 });
    plain.push('.');
    length += 2;
    sentence = [];
    quoted = 0;
  };
  for (const token of inContext(tokensOf(folded).map((each) => ({ ...each, words: wordsOf(each.text) })))) {
    for (const meant of token.words) {
      const word = { word: meant, from: folded.from(token.from), to: folded.to(token.to - 1) };
      words.push(word);
      sentence.push(word);
      plain.push(meant);
      begins.push(length);
      length += meant.length + 1;
      if (quotations(token.from)) quoted += 1;
    }
    if (token.endsSentence) end(token.isQuestion);
  }
  end(false);
  return { words, sentences, plain: plain.join(' '), placeOf: (position) => placeIn(words, begins, position) };
}

/** The written place of a character of `plain`: within its word, or at the end of the word before a space. */
function placeIn(words: readonly Word[], begins: readonly number[], position: number): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const word = words[low];
  if (word === undefined) return 0;
  const within = position - (begins[low] ?? 0);
  return within >= word.word.length ? word.to : Math.min(word.from + Math.max(0, within), word.to);
}
