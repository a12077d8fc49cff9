import { ukDate, ukDay } from '../../school/calendar.ts';
import { fullName, hasLeft } from '../../school/roll.ts';
import { latestChanges, type PartChanged, versionOf } from '../../school/set-with-reason.ts';
import type { Visit } from '../../school/visit.ts';
import { type LessonSettings, lessonSettingsTable } from '../lesson-settings.ts';
import { wantsText } from '../sidebar-wants.ts';
import { keptLessonSettings } from './set-lesson-setting.ts';

/** A pupil whose lessons say "look at the plan". */
export interface PupilWithPlan {
  email: string;
  name: string;
  /** Their class; '' when they have left. */
  className: string;
  isGone: boolean;
}

export interface LessonSettingsPage {
  settings: Omit<LessonSettings, 'plans' | 'auditedOn'>;
  plans: PupilWithPlan[];
  /** dd/MM/yyyy; '' when nobody has. */
  auditedOn: string;
  /** dd/MM/yyyy. */
  today: string;
  /** For the next change. */
  version: string;
  /** Whoever opens the page may. */
  mayChange: boolean;
  changes: PartChanged[];
  /** What a technician runs so that the sidebar knows what is set. */
  command: string;
}

/** How the school wants its live lessons, for those who set it. */
export function readLessonSettings(_: Record<string, never>, { records, roll, now }: Visit): LessonSettingsPage {
  const today = ukDay(now);
  const view = records.view([lessonSettingsTable]);
  const { plans, auditedOn, ...settings } = keptLessonSettings.settingsIn(view);
  const people = new Map(roll.map((entry) => [entry.email, entry]));
  return {
    ...{ settings, version: versionOf(keptLessonSettings, view), mayChange: true },
    ...{ today: ukDate(today), auditedOn: auditedOn === '' ? '' : ukDate(auditedOn) },
    plans: plans.map((email) => {
      const entry = people.get(email);
      return {
        email,
        name: entry ? fullName(entry) : email,
        className: entry?.className ?? '',
        isGone: entry === undefined || hasLeft(entry, today),
      };
    }),
    changes: latestChanges(view.rows(lessonSettingsTable), roll),
    command: `npm run deploy -- sidebar --lessons '${wantsText(settings)}'`,
  };
}
