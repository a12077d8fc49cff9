import { belongsToStaff, hasLeft, type RollEntry } from '../../school/roll.ts';
import type { Guest, LessonFacts } from '../lesson-facts.ts';

/** The guests of a lesson as the list of people knows them. Whoever declined is left out, except among adults. */
export interface Invited {
  /** Staff and supply staff, besides whoever teaches. */
  adults: { entry: RollEntry; answer: Guest['answer'] }[];
  pupils: RollEntry[];
  /** Parents, governors, volunteers, visitors of the list. */
  others: RollEntry[];
  /** Addresses of the school that no person on the list has: groups, most likely. */
  unknown: string[];
  /** Not of the school's domain. */
  outside: string[];
  /** Whether these are all: guests are hidden, left out, or a group may hold more. */
  isComplete: boolean;
}

/**
 * @param teacher address of whoever teaches: no second adult
 * @param today ISO day in the UK: whoever has left by then is not known any more
 */
export function whoIsInvited(
  { guests, guestsLeftOut }: Pick<LessonFacts, 'guests' | 'guestsLeftOut'>,
  roll: readonly RollEntry[],
  { teacher, domain, today }: { teacher: string; domain: string; today: string },
): Invited {
  const known = new Map(roll.filter((entry) => !hasLeft(entry, today)).map((entry) => [entry.email, entry]));
  const invited: Invited = { adults: [], pupils: [], others: [], unknown: [], outside: [], isComplete: guests !== null && guestsLeftOut === 0 };
  const seen = new Set([teacher]);
  for (const { email, answer, isResource } of guests ?? []) {
    if (isResource || seen.has(email)) continue;
    seen.add(email);
    const entry = known.get(email);
    if (entry && belongsToStaff(entry.kind) && entry.kind !== 'governor') invited.adults.push({ entry, answer });
    else if (answer === 'declined') continue;
    else if (entry?.kind === 'pupil') invited.pupils.push(entry);
    else if (entry) invited.others.push(entry);
    else if (email.endsWith(`@${domain}`)) invited.unknown.push(email);
    else invited.outside.push(email);
  }
  return { ...invited, isComplete: invited.isComplete && invited.unknown.length === 0 };
}
