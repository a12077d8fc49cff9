import type { MessageToScore } from '../message.ts';

/** A word as it was written and as it is meant: `kys`, `k.y.s`, `kyyys` and `KYS` mean the same. */
export interface Word {
  /** Lower case; spelling tricks, leetspeak, repeated letters and spaced letters undone; text speak spelt out. */
  word: string;
  /** Where it stands in `written`: characters from, to. */
  from: number;
  to: number;
}

/** A stretch of words up to a full stop, a question, a line. */
export interface Sentence {
  words: readonly Word[];
  isQuestion: boolean;
  /** Said in quotation marks, or about a text, a play, a lesson: weighs less. */
  isQuoted: boolean;
}

/** A message as rules and model look at it. */
export interface Prepared {
  message: MessageToScore;
  /** The subject and what the sender wrote, as plain text, in the sender's spelling. */
  written: string;
  /** What was quoted from an earlier message or forwarded: counts less. */
  quoted: string;
  signature: string;
  words: readonly Word[];
  sentences: readonly Sentence[];
  /** The words of `written`, once more as one string with single spaces and `.` between sentences: what patterns run over. */
  plain: string;
  /** Where a character of `plain` stands in `written`. */
  placeOf(position: number): number;
}
