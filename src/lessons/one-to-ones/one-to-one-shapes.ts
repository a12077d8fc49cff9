import { boolean, object } from 'valibot';
import { day, key, text } from '../../school/shape-parts.ts';

/** What the doors about one-to-ones take. */

const pupil = text(320);
const words = text(2_000);
const name = text(200);

export const oneToOnesSeen = () => object({ pupil });
export const oneToOneAsked = () => object({ key, pupil, why: words, from: day, until: day, inEarshot: name });
const press = { key, reference: text(40), note: words };
export const oneToOneDecided = () => object({ ...press, approve: boolean(), from: day, until: day, inEarshot: name });
export const oneToOneEnded = () => object(press);
