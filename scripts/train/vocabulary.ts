/** Which words there are: those that the ear for stretches knows, and other common ones. */
import { bytesOfHashes, hashesFrom, hashOf } from '../../src/messages/scoring/hashes.ts';
import { knownFrom } from '../../src/messages/scoring/model.ts';
import type { Known } from '../../src/messages/scoring/respelt.ts';
import { numbersOf, type Weights } from '../../src/messages/scoring/weights-text.ts';

/** The numbers of the ear for stretches, and beside them the common words that it does not know, as the weights' file keeps them. */
export function withCommonWords(stretches: Weights, common: string): Weights {
  const learnt = new Set(hashesFrom(numbersOf(stretches, 'net words')));
  const others = new Set(
    common
      .split('\n')
      .filter((word) => word !== '')
      .map(hashOf)
      .filter((hash) => !learnt.has(hash)),
  );
  return { words: bytesOfHashes([...others].sort((one, other) => one - other)), ...stretches };
}

export function knownIn(weights: Weights): Known {
  return knownFrom(numbersOf(weights, 'words'), numbersOf(weights, 'net words'));
}
