import type { WordRule } from './word-rule.ts';
import { WORDS_OF_HARM } from './words-of-harm.ts';
import { WORDS_OF_HURT } from './words-of-hurt.ts';

/** Everything that Google's own rules look for, grouped as the console's settings are. */
export const WORDS: readonly WordRule[] = [...WORDS_OF_HARM, ...WORDS_OF_HURT];
