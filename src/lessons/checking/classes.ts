import { classKey } from '../../agreements/asking/members.ts';
import { classesTaughtBy } from '../../agreements/classes/class-people.ts';
import type { RollEntry } from '../../school/roll.ts';
import { classNamed } from '../pupils/class-named.ts';

/** Classes that a lesson may be for. */
export type Classes = { own: string[]; others: string[] };

/** Every class that has pupils, those that somebody teaches or helps in first. */
export function classesFor(email: string, here: readonly RollEntry[]): Classes {
  const named = new Map(here.filter(({ kind, className }) => kind === 'pupil' && className !== '').map(({ className }) => [classKey(className), className]));
  const mine = new Set(here.filter((entry) => entry.email === email).flatMap((entry) => classesTaughtBy(entry).map(classKey)));
  const all = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    own: all.filter(([key]) => mine.has(key)).map(([, name]) => name),
    others: all.filter(([key]) => !mine.has(key)).map(([, name]) => name),
  };
}

/** The class that some words name, as the list of people spells it; '' when no class with pupils is meant. */
export function classCalled(words: string, { own, others }: Classes, here: readonly RollEntry[]): string {
  const key = classKey(classNamed(words, here));
  return [...own, ...others].find((each) => classKey(each) === key) ?? '';
}
