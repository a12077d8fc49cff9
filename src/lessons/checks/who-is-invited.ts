import { belongsToStaff, hasLeft, type RollEntry } from '../../school/roll.ts';
import type { Guest, LessonFacts } from '../lesson-facts.ts';

/** The guests of a lesson as the list of people knows them. Whoever declined is left out, except among adults and where nobody knows who it is. */
export interface Invited {
  /** Staff and supply staff, besides whoever teaches. */
  adults: { entry: RollEntry; answer: Guest['answer']; mayBeOrganizer: boolean }[];
  pupils: RollEntry[];
  /** Parents, governors, volunteers, visitors of the list. */
  others: RollEntry[];
  /** Addresses of the school that no person on the list has: groups, most likely. */
  unknown: string[];
  /** Not of the school's domain. */
  outside: string[];
  /** Whether these are all: not when guests are hidden, left out or bring others, or a group may hold more. */
  isComplete: boolean;
}

/**
 * @param teacher address of whoever teaches: no second adult
 * @param day UK day of the lesson: whoever has left by then is not known any more
 */
export function whoIsInvited(
  facts: Pick<LessonFacts, 'guests' | 'guestsLeftOut' | 'organizer' | 'event'>,
  roll: readonly RollEntry[],
  { teacher, domain, day }: { teacher: string; domain: string; day: string },
): Invited {
  const guests = (facts.guests ?? []).map((guest) => ({ ...guest, email: guest.email.toLowerCase() }));
  const known = new Map(roll.filter((entry) => !hasLeft(entry, day)).map((entry) => [entry.email, entry]));
  const invited: Invited = { adults: [], pupils: [], others: [], unknown: [], outside: [], isComplete: false };
  const seen = new Set([teacher]);
  for (const { email, answer, isResource } of guests) {
    if (isResource || seen.has(email)) continue;
    seen.add(email);
    const entry = known.get(email);
    if (entry && belongsToStaff(entry.kind) && entry.kind !== 'governor')
      invited.adults.push({ entry, answer, mayBeOrganizer: [email, ''].includes(facts.organizer) });
    else if (entry && answer === 'declined') continue;
    else if (entry?.kind === 'pupil') invited.pupils.push(entry);
    else if (entry) invited.others.push(entry);
    else if (email.endsWith(`@${domain.toLowerCase()}`)) invited.unknown.push(email);
    else invited.outside.push(email);
  }
  const isOpenEnded = facts.guests === null || facts.guestsLeftOut > 0 || facts.event?.anyoneCanAddSelf === true || guests.some(({ brings = 0 }) => brings > 0);
  return { ...invited, isComplete: !isOpenEnded && invited.unknown.length === 0 };
}

/** Whether the guests say which pupils come: then a class that is chosen brings no others. One pupil stays one pupil. */
export function knowsItsPupils(invited: Invited | null): boolean {
  return invited?.isComplete === true && invited.pupils.length > 0;
}
