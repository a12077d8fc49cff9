import { fullName, type RollEntry, searchRoll } from './roll.ts';
import type { Visit } from './visit.ts';

export interface FoundPerson {
  email: string;
  name: string;
  /** Class of a pupil, job of an adult: tells namesakes apart. */
  detail: string;
}

/** People on the roll by the beginnings of their names, for staff who fill in a concern. */
export function findPeople({ text }: { text: string }, { roll }: Visit): FoundPerson[] {
  return searchRoll(roll, text).map(found);
}

/** Pupils by the beginnings of their names, for those who settle whom a parent meant. */
export function findPupils({ text }: { text: string }, { roll }: Visit): FoundPerson[] {
  return searchRoll(
    roll.filter(({ kind }) => kind === 'pupil'),
    text,
  ).map(found);
}

function found(entry: RollEntry): FoundPerson {
  return { email: entry.email, name: fullName(entry), detail: entry.className || entry.jobTitle || entry.kind };
}
