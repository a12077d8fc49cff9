import type { ConsiderationId } from '../considerations.ts';
import type { CheckState, Finding, FoundBy } from '../finding.ts';

/** Every check there is, and the consideration it belongs to. A finding under another name does not compile. */
export const CHECKS = {
  'guests-in-school': 'consideration-1',
  'groups-known': 'consideration-1',
  'approved-system': 'consideration-2',
  'other-call-links': 'consideration-2',
  'who-comes-in': 'consideration-5',
  'link-copied': 'consideration-5',
  'host-controls': 'consideration-6',
  reactions: 'consideration-6',
  'settings-audited': 'consideration-6',
  plans: 'consideration-7',
  presenting: 'consideration-8',
  'second-adult': 'consideration-9',
  'how-often': 'consideration-10',
  hours: 'consideration-10',
  'attendance-report': 'consideration-11',
  chat: 'consideration-12',
  'one-to-one': 'consideration-13',
  'teacher-signed': 'consideration-14',
  'pupils-signed': 'consideration-14',
  recording: 'consideration-16',
  transcript: 'consideration-16',
  'event-on': 'consideration-19',
} as const satisfies Record<string, ConsiderationId>;
export type CheckId = keyof typeof CHECKS;

/** The consideration that a recorded check belongs to; undefined for one that there is no more. */
export function considerationOf(check: string): ConsiderationId | undefined {
  const all: Readonly<Record<string, ConsiderationId>> = CHECKS;
  return all[check];
}

/** The checks that one source makes, each as a short call. */
export function findingsBy(by: FoundBy) {
  const found = (check: CheckId, state: CheckState, words: string, mend = ''): Finding => ({ check, consideration: CHECKS[check], state, by, words, mend });
  return {
    fine: (check: CheckId, words: string) => found(check, 'fine', words),
    notFine: (check: CheckId, words: string, mend: string) => found(check, 'not fine', words, mend),
    never: (check: CheckId, words: string, mend: string) => found(check, 'never', words, mend),
    confirm: (check: CheckId, words: string, mend: string) => found(check, 'a person must confirm', words, mend),
    unknown: (check: CheckId, words: string, mend: string) => found(check, 'cannot verify', words, mend),
  };
}
