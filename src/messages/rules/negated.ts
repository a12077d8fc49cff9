/** What is denied, or only asked about, was not said. */
import type { Weigh } from './make.ts';

/** `not joking, I will`: denies the joke, not the deed. */
const DENIED =
  /\b(?:not|never|nor|nobody|no one|none|without|cannot|rather than|instead of)(?: (?!joking|lying|playing|kidding|care|messing|bothered|scared|even|only|just|sure|sorry|long|too|until|make)\w+){0,2} $/;
const SUPPOSED =
  /\b(?:if (?:i|he|she|they|someone|somebody|you) (?:ever )?(?:said|say|wrote)|what if|imagine if|as if|i thought you said|pretend(?:ing)?|would (?:never|not))\b.{0,20}$/;

/** `I would never hurt you`: the deed itself is denied. */
export const deniedWithin: Weigh = ({ words }) => (/\b(?:never|not)\b/.test(words) ? 'It is denied.' : '');

export const denied: Weigh = ({ before }) => (DENIED.test(before) ? 'It is denied.' : SUPPOSED.test(before) ? 'It is only supposed.' : '');
