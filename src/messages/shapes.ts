import { integer, maxValue, minValue, number, object, optional, picklist, pipe } from 'valibot';
import { key, text } from '../school/shape-parts.ts';
import { DISPOSITIONS, ROUTES } from './flag.ts';
import { CATEGORIES } from './message.ts';

/** What the doors about messages take, with the longest that is kept; lengths in characters. */

const flag = text(40);
/** An id of a rule. */
const rule = text(100);

export const flagFilter = object({
  state: optional(picklist(['', 'waiting', 'settled'])),
  category: optional(picklist(['', ...CATEGORIES])),
  severity: optional(picklist([0, 1, 2, 3])),
  route: optional(picklist(['', ...ROUTES])),
  rule: optional(rule),
  from: optional(pipe(number(), integer(), minValue(0), maxValue(1_000_000))),
});
export const oneFlag = object({ flag });
export const flagDisposed = object({ key, flag, disposition: picklist(DISPOSITIONS), was: picklist(DISPOSITIONS) });
