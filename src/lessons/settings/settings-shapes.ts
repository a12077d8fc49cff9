import { array, boolean, literal, maxLength, nullable, object, picklist, pipe, variant } from 'valibot';
import { day, key, many, text } from '../../school/shape-parts.ts';
import { GROUPS } from '../considerations.ts';
import { ON_OFF, WHO_MAY } from '../meet/space.ts';
import { MAY_BE_NEVER } from './check-words.ts';

/** What `setLessonSetting` takes: one setting, as it was typed and chosen, with the reason and upon which state of things. */

const change = { key, why: text(2_000), version: text(40) };
const line = text(20);
const sentences = text(5_000);

export const lessonSettingSet = () =>
  variant('setting', [
    object({ ...change, setting: literal('approvedSystems'), systems: sentences }),
    object({ ...change, setting: literal('hours'), from: line, to: line }),
    object({ ...change, setting: literal('mostAWeek'), most: line }),
    object({
      ...{ ...change, setting: literal('profile'), accessType: picklist(['RESTRICTED', 'TRUSTED']) },
      ...{ chat: picklist(WHO_MAY), recording: nullable(picklist(ON_OFF)), attendance: boolean() },
    }),
    object({ ...change, setting: literal('auditedOn'), on: day }),
    object({ ...change, setting: literal('plans'), pupils: many(1_000, 320) }),
    object({
      ...{ ...change, setting: literal('own') },
      own: pipe(array(object({ id: text(40), group: picklist(GROUPS), title: text(100), tick: text(300) })), maxLength(100)),
    }),
    object({ ...change, setting: literal('nevers'), nevers: pipe(array(picklist(MAY_BE_NEVER)), maxLength(MAY_BE_NEVER.length)) }),
    object({ ...change, setting: literal('groundRules'), sentences }),
    object({ ...change, setting: literal('askForHelp'), sentences }),
  ]);
