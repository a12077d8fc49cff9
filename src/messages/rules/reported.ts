/** Whose words these are: a threat differs from the report of one, and both from a quotation. */
import type { Weigh } from './make.ts';

const SAYS =
  /\b(?:he|she|they|someone|somebody|people|everyone|mum|dad|sir|miss|\w+) (?:(?:keeps?|kept|is|was|are|were|has|have|just|always|then|even) )?(?:said|says|saying|told (?:me|us|him|her|them)|tells|telling|shouted|screamed|wrote|texted|messaged|posted|goes|was like|is like|threatened|called)\b.{0,60}$/;
const MINE = /\b(?:i|we) (?:said|told|say|tell|swear)\b.{0,30}$/;

/** Somebody tells what somebody else said. */
export const told: Weigh = ({ before }) => (SAYS.test(before) && !MINE.test(before) ? 'Somebody tells what somebody else said.' : '');

/** In quotation marks, and nobody is spoken to. */
export const quotation: Weigh = ({ isQuoted }) => (isQuoted ? 'It stands in quotation marks.' : '');
