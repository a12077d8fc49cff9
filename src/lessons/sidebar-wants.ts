import { array, boolean, type GenericSchema, maxLength, nullable, object, picklist, pipe, regex, safeParse, string } from 'valibot';
import { type LessonSettings, USUAL_LESSON_SETTINGS } from './lesson-settings.ts';
import { ON_OFF, WHO_MAY } from './meet/space.ts';

/** What of the school's settings the sidebar has to know; it cannot ask the office, so it is built with it. */
export type SidebarWants = Pick<LessonSettings, 'profile' | 'approvedSystems' | 'hours'>;

const time = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const shape = (): GenericSchema<unknown, SidebarWants> =>
  object({
    profile: object({
      ...{ accessType: picklist(['RESTRICTED', 'TRUSTED']), chat: picklist(WHO_MAY), recording: nullable(picklist(ON_OFF)), attendance: boolean() },
    }),
    approvedSystems: pipe(array(pipe(string(), maxLength(100))), maxLength(20)),
    hours: nullable(object({ from: time, to: time })),
  });

/** Those settings as one line, for whoever builds the sidebar. */
export function wantsText({ profile, approvedSystems, hours }: SidebarWants): string {
  // The line stands between apostrophes on a command line.
  return JSON.stringify({ profile, approvedSystems, hours }).replace(/'/g, '\\u0027');
}

/** Reads that line. Null when it is none. */
export function wantsIn(text: string): SidebarWants | null {
  try {
    const result = safeParse(shape(), JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** The usual settings: only invited people, hosts only. For a sidebar that was not told others. */
export const USUAL_WANTS: SidebarWants = {
  profile: USUAL_LESSON_SETTINGS.profile,
  approvedSystems: USUAL_LESSON_SETTINGS.approvedSystems,
  hours: USUAL_LESSON_SETTINGS.hours,
};
