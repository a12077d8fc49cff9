import type { Person } from '../../school/person.ts';
import type { Post } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import type { Lane } from '../concern.ts';

/**
 * Who reviews what stands in a lane (B15: headteacher, senior leaders or chair of governors). Concerns about adults are the chair's to review,
 * because the headteacher works them; one about the headteacher is worked by the chair, and reviewed by nobody in school.
 */
const REVIEWERS: Record<Lane, readonly Post[]> = {
  dsl: ['head', 'slt', 'chair'],
  misuse: ['head', 'slt', 'chair'],
  data: ['slt', 'chair'],
  staff: ['chair'],
  'dsl-concern': ['chair'],
  'low-level': ['chair'],
  head: [],
};

/** Whether somebody reviews the log at all. */
export function isReviewer({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.some((post) => post === 'head' || post === 'slt' || post === 'chair');
}

/** Whether a case may stand before a reviewer, as a line without names: never one that names them (B5). */
export function mayReview(row: Pick<CaseRow, 'lane' | 'named'>, me: Pick<Person, 'email' | 'posts'>): boolean {
  return me.posts.some((post) => REVIEWERS[row.lane].includes(post)) && !row.named.includes(me.email);
}

/** Whether a case belongs in the next review: it is open, or was closed since the last time somebody looked. */
export function isToReview({ state, reviewed, closed }: Pick<CaseRow, 'state' | 'reviewed' | 'closed'>): boolean {
  return state !== 'closed' || reviewed === null || (closed !== null && closed > reviewed);
}

/** The cases before a reviewer, oldest first. */
export function casesToReview(rows: readonly CaseRow[], me: Pick<Person, 'email' | 'posts'>): CaseRow[] {
  return rows.filter((row) => mayReview(row, me) && isToReview(row)).sort((a, b) => (a.received < b.received ? -1 : 1));
}
