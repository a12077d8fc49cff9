/** A long message is heard in parts, each as long as messages are that the model has learnt from: what matters may stand in one of many. */
import type { Prepared, Sentence } from './prepared.ts';

/** Some sentences of a message. */
export interface Part {
  message: Prepared['message'];
  sentences: readonly Sentence[];
  /** Which of the message's words is the first. */
  start: number;
}

/** Words that are heard together. */
const TOGETHER = 100;

/** The parts of a message, in their order; at least one. */
export function partsOf({ message, sentences }: Prepared): Part[] {
  const parts: Part[] = [];
  let [start, end]: [number, number] = [0, 0];
  let some: Sentence[] = [];
  for (const sentence of sentences.flatMap(cut)) {
    if (end + sentence.words.length - start > TOGETHER && some.length > 0) {
      parts.push({ message, sentences: some, start });
      [start, some] = [end, []];
    }
    some.push(sentence);
    end += sentence.words.length;
  }
  return [...parts, { message, sentences: some, start }];
}

/** A sentence of more words than are heard together, cut where it must be. */
function cut(sentence: Sentence): Sentence[] {
  const many = Math.ceil(sentence.words.length / TOGETHER);
  if (many <= 1) return [sentence];
  return Array.from({ length: many }, (_, at) => ({ ...sentence, words: sentence.words.slice(at * TOGETHER, (at + 1) * TOGETHER) }));
}
