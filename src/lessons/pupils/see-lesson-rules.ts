import { classKey } from '../../agreements/asking/members.ts';
import { belongsToStaff } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { lessonSettingsFrom, lessonSettingsTable } from '../lesson-settings.ts';
import { classNamed } from './class-named.ts';
import { keptRules, type PupilRules } from './kept-rules.script.ts';

/** What pupils see before a live lesson (D6): sentences, in the school's order. */
export interface LessonRules extends PupilRules {
  /** `3A`; '' when the address names no class of the school, or one that the pupil is not in. */
  className: string;
  /** Whether to show the way to the checks page, which is for teachers. */
  forTeachers: boolean;
}

/**
 * The page that pupils open where they join (D6). It reads and changes nothing.
 * @param asked the words in the page's address that should name a class: anybody may have written them
 */
export function seeLessonRules(asked: { className: string }, { me, records, roll }: Visit): LessonRules {
  const rules = keptRules(() => {
    const { groundRules, askForHelp } = lessonSettingsFrom(records.view([lessonSettingsTable]).rows(lessonSettingsTable));
    return { groundRules, askForHelp };
  });
  const className = classNamed(asked.className, roll);
  // A post that is used again in another class of Classroom keeps its address.
  const isOthers = me.kind === 'pupil' && !roll.some((entry) => entry.email === me.email && classKey(entry.className) === classKey(className));
  return { ...rules, className: isOthers ? '' : className, forTeachers: belongsToStaff(me.kind) || me.posts.length > 0 };
}
