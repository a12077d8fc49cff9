import { array, integer, maxLength, maxValue, minLength, minValue, number, object, optional, picklist, pipe } from 'valibot';
import { day, key, line, text } from '../school/shape-parts.ts';
import { DISPOSITIONS, ROUTES } from './flag.ts';
import { CATEGORIES, type Category } from './message.ts';
import { GROUPS, MODES, THRESHOLDS, TOLD_OF } from './monitoring.ts';

/** What the doors about messages take, with the longest that is kept; lengths in characters. Each is made when its door is used. */

const flag = text(40);
/** An id of a rule. */
const rule = text(100);

export const flagFilter = () =>
  object({
    state: optional(picklist(['', 'waiting', 'settled'])),
    category: optional(picklist(['', ...CATEGORIES])),
    severity: optional(picklist([0, 1, 2, 3])),
    route: optional(picklist(['', ...ROUTES])),
    rule: optional(rule),
    from: optional(pipe(number(), integer(), minValue(0), maxValue(1_000_000))),
  });
const someFlags = pipe(array(flag), minLength(1), maxLength(50));
export const flagsErased = () => object({ key, flags: someFlags });
export const flagsAsked = () => object({ key, flags: someFlags, why: text(2_000) });
export const oneFlag = () => object({ flag });
export const flagDisposed = () => object({ key, flag, disposition: picklist(DISPOSITIONS), was: picklist(DISPOSITIONS) });

/** A change of how mail is monitored: with its reason, and upon which state of things. */
const words = text(2_000);
const change = { key, why: words, version: text(40) };
const numeral = text(20);
export const modeSet = () => object({ ...change, mode: picklist(MODES) });
export const journalDecided = () => object({ ...change, dpia: line, decidedBy: line, decidedOn: day, until: day, units: words, told: words });
export const groupTold = () => object({ key, version: change.version, group: picklist(GROUPS), on: day, how: words, of: picklist(TOLD_OF) });
export const ruleMuted = () => object({ ...change, rule, until: day });
export const muteEnded = () => object({ ...change, rule });
export const ownRuleAdded = () => object({ ...change, phrases: text(5_000), category: picklist(CATEGORIES), severity: picklist([1, 2, 3]) });
export const ownRuleRemoved = () => object({ ...change, id: text(40) });
const threshold = picklist(THRESHOLDS);
const thresholds = Object.fromEntries(CATEGORIES.map((category) => [category, threshold])) as Record<Category, typeof threshold>;
export const thresholdsSet = () => object({ ...change, thresholds: object(thresholds) });
export const numbersSet = () => object({ ...change, hour: numeral, day: numeral, floor: numeral, keepHarmlessDays: numeral });
export const houseRulesSet = () => object({ ...change, visibleRecipients: numeral, permittedDomains: text(5_000) });
