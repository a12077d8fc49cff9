/** Which words there are: common ones, and those of the messages that the model learns from. */
import { bytesOfHashes, hashOf } from '../../src/messages/scoring/hashes.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import type { Example } from './examples.ts';

/** As the weights' file keeps them. */
export type Vocabulary = { words: Uint8Array; learnt: Uint8Array };

/** A word of fewer messages may be a slip itself. */
const LEAST = 4;

/** @param common one word a line, the commonest first */
export function vocabularyOf(examples: readonly Example[], common: string): Vocabulary {
  const counts = new Map<string, number>();
  for (const { message } of examples) {
    for (const word of new Set(prepare(message).words.map(({ word }) => word))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const learnt = [...counts].filter(([, count]) => count >= LEAST).map(([word]) => word);
  return { words: bytesOf(common.split('\n').filter((word) => word !== '')), learnt: bytesOf(learnt) };
}

function bytesOf(words: readonly string[]): Uint8Array {
  return bytesOfHashes([...new Set(words.map(hashOf))].sort((one, other) => one - other));
}
