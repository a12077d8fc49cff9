import type { ComponentChildren } from 'preact';
import { ChangeForm, type SettingsPart } from '../../pages/change-form.tsx';
import { call } from '../../pages/server.ts';
import type { SmallForm } from '../../pages/small-form.tsx';
import type { LessonSettingsPage } from './read-lesson-settings.ts';
import type { LessonSettingSet } from './set-lesson-setting.ts';

/** What each part of the page is given. */
export type LessonPart = SettingsPart<LessonSettingsPage>;

/** One setting as it stands in the form. */
type Wanted = LessonSettingSet extends infer Request ? (Request extends LessonSettingSet ? Omit<Request, 'key' | 'why' | 'version'> : never) : never;

/** The form for one setting. Its inputs' ids begin with the setting's name. */
export function SettingForm({
  page,
  onDone,
  wanted,
  said,
  button = 'Set',
  id = wanted.setting,
  whyHint,
  afterwards,
  children,
}: LessonPart & {
  wanted: Wanted;
  /** What is said once it is recorded. */
  said: string;
  button?: string;
  /** Where one setting has several forms. */
  id?: string;
  whyHint?: string;
  /** Empties what was typed to be added. */
  afterwards?: () => void;
  children?: (form: SmallForm) => ComponentChildren;
}) {
  return (
    <ChangeForm
      {...{ page, onDone, id, button, said, content: wanted, whyHint }}
      change={async (change) => {
        await call('setLessonSetting', { ...change, ...wanted } as LessonSettingSet);
        afterwards?.();
      }}
    >
      {children}
    </ChangeForm>
  );
}

/** What is said after a change that the sidebar does not learn of by itself. */
export const FOR_TECHNICIAN = 'The sidebar learns of it when the technician has run the line below.';
