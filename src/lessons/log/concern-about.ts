import { prefilledFragment } from '../../incidents/reporting/prefilled.ts';
import type { SeenLesson } from './see-lesson.ts';

/** What the report page is opened with: the lesson, and who of it is meant. */
export function concernAbout({ what, starts, className, reference, begins }: SeenLesson, story: string, people: { email: string; name: string }[]): string {
  const where = `In a live lesson: ${what}${className === '' ? '' : `, ${className}`}, ${starts} (${reference})`;
  return prefilledFragment({ story, happened: begins, where, people, lesson: reference });
}
