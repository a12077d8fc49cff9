import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import type { LessonRow } from '../lesson.ts';

/** Those who answer for live lessons see every one: senior leaders, the head, the safeguarding team, the coordinator. */
export function seesEveryLesson({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.some((post) => post === 'slt' || post === 'head' || post === 'dsl' || post === 'deputy' || post === 'coordinator');
}

/** Others see what they taught, recorded or were an adult in. */
export function maySeeLesson(
  { teacher, adults, recordedBy }: Pick<LessonRow, 'teacher' | 'adults' | 'recordedBy'>,
  me: Pick<Person, 'email' | 'posts'>,
): boolean {
  return teacher === me.email || recordedBy === me.email || adults.includes(me.email) || seesEveryLesson(me);
}

/**
 * A lesson that this person may see.
 * @throws Refusal `no-such-lesson`, in the same words whether it is others' or there is none
 */
export function lessonSeen(row: LessonRow | undefined, reference: string, me: Pick<Person, 'email' | 'posts'>): LessonRow {
  if (row && maySeeLesson(row, me)) return row;
  throw new Refusal('no-such-lesson', `There is no lesson ${reference} that you may see.`);
}
