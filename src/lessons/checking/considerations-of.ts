import { CONSIDERATIONS, type Consideration, LIST_VERSION } from '../considerations.ts';
import type { LessonSettings } from '../lesson-settings.ts';

/** The considerations on file and the school's own after them (D1). A person alone answers for the school's own, each time anew. */
export function considerationsOf({ own }: Pick<LessonSettings, 'own'>): Consideration[] {
  return [
    ...CONSIDERATIONS,
    ...own.map(({ id, group, title, tick }): Consideration => {
      return { id: `own-${id.replace(/^own-/, '')}`, source: 0, since: LIST_VERSION, group, title, tick, byHand: tick, offered: false };
    }),
  ];
}
