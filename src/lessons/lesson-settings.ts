import { dateTime, json, text } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import type { ConsiderationGroup } from './considerations.ts';
import { type MeetProfile, USUAL_PROFILE } from './meet/space.ts';

/** How the school wants its live lessons. Every part was set by a person, with a reason, and stands in the journal. */
export type LessonSettings = {
  /** Systems for live lessons that the school's leaders approved, as Calendar names them: `Google Meet`. */
  approvedSystems: string[];
  /** Between which hours of a school day, UK time, `HH:mm`; null when the school has set none. */
  hours: { from: string; to: string } | null;
  /** Live lessons a week and class before the page says that it is enough; 0 for no limit. */
  mostAWeek: number;
  profile: MeetProfile;
  /** When an administrator last went through Meet's settings for the whole school: `2026-09-07`; '' when nobody did. */
  auditedOn: string;
  /** Addresses of pupils with a plan (SEND, child protection, medical): the page says "look at the plan", never whose or why. */
  plans: string[];
  /** The school's own considerations. */
  own: { id: string; group: ConsiderationGroup; title: string; tick: string }[];
  /** Checks that this school's policy calls "never": a lesson must not start with one that is not fine. */
  nevers: string[];
  /** The ground rules and the way to ask for help that pupils see (D6), a sentence each. */
  groundRules: string[];
  askForHelp: string[];
};

export const USUAL_LESSON_SETTINGS: LessonSettings = {
  approvedSystems: ['Google Meet'],
  hours: null,
  mostAWeek: 1,
  profile: USUAL_PROFILE,
  auditedOn: '',
  plans: [],
  own: [],
  nevers: [],
  groundRules: [
    'Join with your school account, and only from the link your teacher gave you.',
    'Sit where you can work: not in your bedroom if you can help it. If you must, nobody should see your bed or private things.',
    'Be dressed as you would be for school. Point the camera at your face, not at other people in your home.',
    'Keep your microphone off until it is your turn. Put your hand up to speak.',
    'Be as kind as you are in class. The agreement you signed holds here too.',
    'Do not record, photograph or share the lesson, and do not pass the link on.',
  ],
  askForHelp: [
    'Put your hand up in the call and wait for your name.',
    'If you cannot be heard, write to your teacher in Classroom.',
    'If somebody or something worries you, leave the call. Tell a grown-up. Then report it with the button on this page.',
  ],
};

/** The journal's action about lesson settings; its subject is the setting's name. */
export type LessonSettingsEvents = { 'lesson setting set': { value: LessonSettings[keyof LessonSettings]; why: string } };

/** One row a setting that was changed. */
export const lessonSettingsTable = table('LessonSettings', () => ({
  setting: text().key(),
  value: json<LessonSettings[keyof LessonSettings]>(),
  why: text(),
  by: text(),
  at: dateTime(),
}));

export const lessonSettingsProjection: Projection<typeof lessonSettingsTable.fields> = {
  table: lessonSettingsTable,
  keysOf: ({ action, subject, payload }) => (action === 'lesson setting set' && payload !== null ? [subject] : []),
  apply: (_, { subject, actor, at, payload }: RecordedEvent) => ({
    setting: subject,
    by: actor,
    at,
    ...(payload as LessonSettingsEvents['lesson setting set']),
  }),
};

/** What is set, and the usual for everything else. */
export function lessonSettingsFrom(rows: readonly RowOf<typeof lessonSettingsTable>[]): LessonSettings {
  const set = Object.fromEntries(rows.map(({ setting, value }) => [setting, value]));
  return { ...USUAL_LESSON_SETTINGS, ...(set as Partial<LessonSettings>) };
}
