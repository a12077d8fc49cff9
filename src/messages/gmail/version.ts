import { hashOfWords } from '../flag.ts';

const LENGTH = 8;

/** A short name of some texts that changes when any of them does: what Google is told carries it, so that people see whether it is the newest. */
export function fingerprintOf(texts: readonly string[]): string {
  return hashOfWords(texts.join('\n')).slice(0, LENGTH);
}
