import type { LessonSettings } from '../lesson-settings.ts';

/** What pupils are shown of the school's lesson settings. */
export type PupilRules = Pick<LessonSettings, 'groundRules' | 'askForHelp'>;

const KEY = 'lesson-rules';
/** As long as the roll: what the school changes is seen after that, even if forgetting failed. */
const KEPT_SECONDS = 6 * 60;

/**
 * The rules as they were kept last, or read and kept. A whole class opens the page at once, and Google gives the role account 60 reads of
 * Sheets a minute for the whole school (docs/workspace/sheets/api/limits).
 */
export function keptRules(read: () => PupilRules): PupilRules {
  const kept = quietly(() => CacheService.getScriptCache().get(KEY));
  if (kept) return JSON.parse(kept) as PupilRules;
  const rules = read();
  quietly(() => CacheService.getScriptCache().put(KEY, JSON.stringify(rules), KEPT_SECONDS));
  return rules;
}

/** For whoever changed them. */
export function forgetRules(): void {
  quietly(() => CacheService.getScriptCache().remove(KEY));
}

/** A cache that does not answer is an empty one. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
