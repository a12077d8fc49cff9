import type { School } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import type { ProtocolFacts, Source } from '../protocols/protocol.ts';
import type { IncidentSettings } from '../settings.ts';
import type { AgencyId } from './agencies.ts';

/** What a rule looks at: the case, its answers, the school's days and people, and the moment. */
export interface RuleFacts extends ProtocolFacts {
  school: School;
  /** ISO 8601, UTC. */
  now: string;
  settings: Pick<IncidentSettings, 'dutyToReport'>;
}

/** One rule: what it wants done, when it wants it, and where it is written. */
export interface TaskRule {
  /** The task's id in every case: never renamed, never used again for something else. */
  id: string;
  what: string | ((facts: RuleFacts) => string);
  /** Who does it: a place in school, never a person whom the case names. */
  who(row: CaseRow, school: School): string;
  /** By when, ISO 8601; '' when there is no time. */
  due(facts: RuleFacts): string;
  /** Why in this case; '' when it wants nothing of this one. */
  why(facts: RuleFacts): string;
  source: Source;
  agency?: AgencyId;
  /** Closing does not wait for it. */
  optional?: true;
}

/** Reasons as one sentence: each stands by itself. */
export function because(...reasons: readonly string[]): string {
  return reasons.filter((reason) => reason !== '').join('; ');
}

/** A reason when something is so. */
export function when(isSo: boolean, reason: string): string {
  return isSo ? reason : '';
}
