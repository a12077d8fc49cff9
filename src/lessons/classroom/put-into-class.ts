import { aloneWithin } from '../../records/lock.script.ts';
import { codeOf, isPassing, messageOf } from '../../records/patience.script.ts';
import { anyRulesAddress, type Course, materialFor } from './material.ts';
import { courseWith, createMaterial, deleteMaterial, materialsWith, type Posted } from './materials.group.ts';
import { whyNot } from './why-not.ts';

/** A card has 30 seconds in all. */
const PATIENCE_MS = 8_000;

/** What became of a press. `why`: in words for a teacher; ''. */
export interface InClass {
  outcome: 'posted' | 'there already' | 'a draft' | 'taken out' | 'not there' | 'not done' | 'not known';
  /** Where it is seen in Classroom; ''. */
  address: string;
  why: string;
}

/**
 * Posts the rules page and the way to report a worry into a class (D6), as the teacher at the keyboard. A second press finds what the first
 * one posted, whatever became of its answer.
 */
export function putIntoClass(course: Pick<Course, 'id' | 'name'>, office: string): InClass {
  return answering(() => {
    const there = standing(course.id, office);
    if (there) return { outcome: there.isDraft ? 'a draft' : 'there already', address: there.address, why: '' };
    try {
      return { outcome: 'posted', address: createMaterial(course.id, materialFor(office, course)).address, why: '' };
    } catch (error) {
      // A call that failed may have had its effect.
      const posted = isPassing(error) ? standing(course.id, office) : undefined;
      if (!posted) throw error;
      return { outcome: 'posted', address: posted.address, why: '' };
    }
  });
}

/** Takes it out again: the way back from `putIntoClass`. */
export function takeOutOfClass(courseId: string, office: string): InClass {
  return answering(() => {
    const all = materialsWith(courseId, anyRulesAddress(office));
    for (const { id } of all) deleteMaterial(courseId, id);
    return { outcome: all.length > 0 ? 'taken out' : 'not there', address: '', why: '' };
  });
}

/** The class, or why Google does not say. */
export function courseOrWhy(id: string): Course | string {
  return tried(() => courseWith(id));
}

/** Asks Google, or says in words for a teacher why it did not answer. */
export function tried<Value>(ask: () => Value): Value | string {
  try {
    return ask();
  } catch (error) {
    return whyNot(codeOf(error) ?? 0, messageOf(error));
  }
}

/** What is seen by pupils before what is not. */
function standing(courseId: string, office: string): Posted | undefined {
  const all = materialsWith(courseId, anyRulesAddress(office));
  return all.find(({ isDraft }) => !isDraft) ?? all[0];
}

/** One press at a time: two at once would each find nothing and post. */
function answering(work: () => InClass): InClass {
  try {
    return aloneWithin(PATIENCE_MS, work) ?? { outcome: 'not done', address: '', why: 'Somebody else is posting just now. Try again in a minute.' };
  } catch (error) {
    const why = whyNot(codeOf(error) ?? 0, messageOf(error));
    return { outcome: isPassing(error) ? 'not known' : 'not done', address: '', why };
  }
}
