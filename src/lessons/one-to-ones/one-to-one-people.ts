import { ukDate } from '../../school/calendar.ts';
import type { Person } from '../../school/person.ts';
import { fullName, hasLeft, type RollEntry, wordsOf } from '../../school/roll.ts';
import { postsOf, type School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import type { OneToOneRow } from '../one-to-one.ts';

/** Senior leaders, who approve one-to-ones beforehand (D3). */
export function approvesOneToOnes({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.some((post) => post === 'head' || post === 'slt');
}

/** Whoever sees every request, with the pupil's name, and may end an approval: senior leaders and the DSL team. Everybody else sees their own. */
export function seesOneToOnes(me: Pick<Person, 'posts'>): boolean {
  return approvesOneToOnes(me) || me.posts.includes('dsl') || me.posts.includes('deputy');
}

/** Who may approve it: never the adult who asked. */
export function approversFor({ head, slt }: Pick<School, 'head' | 'slt'>, adult: string): string[] {
  return [...new Set([head, ...slt])].filter((each) => each !== adult);
}

/**
 * Whether somebody is the adult within earshot, however their whole name was typed: `Pritchard, Ms Gwen`. A family name alone may be another's.
 * @param name as the list of people has it
 */
export function isNamed(name: string, typed: string): boolean {
  const typedWords = wordsOf(typed.replace(/[^\p{L}\p{N}'’-]/gu, ' '));
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => typedWords.includes(word));
}

/** Why two people cannot have a one-to-one. */
interface PeopleFault {
  message: string;
  /** The input that mends it: an earlier last day. */
  field?: 'until';
}

/**
 * Why a one-to-one of these two cannot go on until its last day; null when it can. Whoever holds a post need not be on the list.
 * @param until ISO day
 */
export function peopleFault(
  { adult, pupil }: Pick<OneToOneRow, 'adult' | 'pupil'>,
  until: string,
  { roll, school }: Pick<Visit, 'roll' | 'school'>,
): PeopleFault | null {
  const child = roll.find(({ email }) => email === pupil);
  const teacher = roll.find(({ email }) => email === adult);
  if (child?.kind !== 'pupil') return { message: 'This pupil is not on the list of people any more' };
  if (!teacher && postsOf(adult, school).length === 0) return { message: 'Whoever asked is not on the list of people any more' };
  const leaver = [child, teacher].find((entry): entry is RollEntry => entry !== undefined && hasLeft(entry, until));
  return leaver ? { message: `${fullName(leaver)} leaves on ${ukDate(leaver.leaves)}: it cannot last longer than that`, field: 'until' } : null;
}
