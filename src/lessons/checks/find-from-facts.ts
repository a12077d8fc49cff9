import type { Finding } from '../finding.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import type { LessonSettings } from '../lesson-settings.ts';
import { findInEvent } from './event-checks.ts';
import { findInMeet } from './meet-checks.ts';

/** What the school wants that the sidebar needs to know. */
export type Wanted = { domain: string } & Pick<LessonSettings, 'profile' | 'approvedSystems' | 'hours'>;

/** Everything that follows from what the sidebar found in Google. The card shows it, and the office finds the same again from the same facts. */
export function findFromFacts(facts: LessonFacts, wanted: Wanted): Finding[] {
  return [...findInEvent(facts, wanted), ...findInMeet(facts, wanted.profile)];
}
