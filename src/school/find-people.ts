import { fullName, searchRoll } from './roll.ts';
import type { Visit } from './visit.ts';

export interface FoundPerson {
  email: string;
  name: string;
  /** Class of a pupil, job of an adult: tells namesakes apart. */
  detail: string;
}

/** People on the roll by the beginnings of their names, for staff who fill in a concern. */
export function findPeople({ text }: { text: string }, { roll }: Visit): FoundPerson[] {
  return searchRoll(roll, text).map((entry) => ({ email: entry.email, name: fullName(entry), detail: entry.className || entry.jobTitle || entry.kind }));
}
