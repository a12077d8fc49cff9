/** A place in a message with the sentence around it. */
import type { Prepared } from '../scoring/prepared.ts';
import { quotationsIn } from '../scoring/quotations.ts';
import type { Met } from './pattern.ts';

export interface Place extends Met {
  message: Prepared;
  /** What was found, the whole sentence or sentences it stands in, and what comes before and after in them. */
  words: string;
  sentence: string;
  before: string;
  after: string;
  /** It stands in quotation marks, or its sentence does. */
  isQuoted: boolean;
}

/** Nobody's sentence is longer; a wall of words is looked at nearby. */
const NEARBY = 400;

const STARTS = new WeakMap<Prepared, readonly number[]>();

export function placeIn(message: Prepared, { from, to }: Met): Place {
  const { plain } = message;
  const ends = plain.lastIndexOf(' . ', from);
  const begin = Math.max(ends < 0 ? 0 : ends + 3, from - NEARBY);
  const stop = plain.indexOf(' .', to);
  const end = Math.min(stop < 0 ? plain.length : stop, to + NEARBY);
  return {
    message,
    from,
    to,
    words: plain.slice(from, to),
    sentence: plain.slice(begin, end),
    before: plain.slice(begin, from),
    after: plain.slice(to, end),
    isQuoted: quotedIn(message)(message.placeOf(from)) || (sentenceAt(message, from)?.isQuoted ?? false),
  };
}

const QUOTED = new WeakMap<Prepared, (position: number) => boolean>();

function quotedIn(message: Prepared): (position: number) => boolean {
  const known = QUOTED.get(message) ?? quotationsIn(message.written.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'"));
  QUOTED.set(message, known);
  return known;
}

function sentenceAt(message: Prepared, position: number): Prepared['sentences'][number] | undefined {
  const starts = startsOf(message);
  let at = 0;
  while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= position) at += 1;
  return message.sentences[at];
}

/** Where each sentence begins in `plain`. */
function startsOf(message: Prepared): readonly number[] {
  const known = STARTS.get(message);
  if (known !== undefined) return known;
  let length = 0;
  const starts = message.sentences.map(({ words }) => {
    const start = length;
    length += words.reduce((sum, { word }) => sum + word.length + 1, 2);
    return start;
  });
  STARTS.set(message, starts);
  return starts;
}
