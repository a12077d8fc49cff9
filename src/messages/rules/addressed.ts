/** Who is spoken to and of: the same words weigh more when they are aimed at somebody. */
import { once } from '../../records/once.ts';
import type { Weigh } from './make.ts';
import { isMet, pattern } from './pattern.ts';

const myself = once(() =>
  ['(i|me|myself) ~3 (an|a|so|such|am|being|feel|was) $', '(make|makes|made) me (look|feel)', '(i|me) am (so|such|a|an|just|really|literally)? ~1 $'].map(
    pattern,
  ),
);
const THING =
  /\b(?:homework|maths|test|exam|game|laptop|printer|weather|bus|song|film|mondays?|computer|wifi|essay|question|phone|traffic|cold|mock|revision|league|umbrella)\b/;

/** Said of oneself, or of a thing: unkind to nobody. */
export const ofNobodyElse: Weigh = ({ before, words, after }) =>
  isMet(myself(), before) ? 'It is said of the writer.' : /\b(?:you|your|u)\b/.test(words) || !THING.test(`${words} ${after}`) ? '' : 'It is said of a thing.';
