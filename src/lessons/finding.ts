import type { ConsiderationId } from './considerations.ts';

/**
 * What is known about one point of a lesson. Never `fine` without knowledge: what Google or the office could not be asked is
 * `cannot verify`, and what only a person can see is `a person must confirm`. `never` is not fine, and the lesson must not start with it.
 */
export const STATES = ['fine', 'not fine', 'never', 'a person must confirm', 'cannot verify'] as const;
export type CheckState = (typeof STATES)[number];

/** Who found it out: the sidebar, from Google, as the teacher (the office cannot know that it is true), or the office itself. */
export const SOURCES = ['sidebar', 'office'] as const;
export type FoundBy = (typeof SOURCES)[number];

/** One thing that was looked at. */
export interface Finding {
  /** A stable name: `guests-in-school`. One of `CHECKS`. */
  check: string;
  consideration: ConsiderationId;
  state: CheckState;
  by: FoundBy;
  /** One plain sentence: what is so. */
  words: string;
  /** How to mend it, or how to check it by hand; one action; '' when it is fine. */
  mend: string;
}
