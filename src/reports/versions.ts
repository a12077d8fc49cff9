import { type CaseRow, mayRead } from '../incidents/case.ts';
import type { Lane } from '../incidents/concern.ts';
import type { Person } from '../school/person.ts';
import type { Post, School } from '../school/school.ts';

export const VERSION_IDS = ['slt', 'governors', 'local authority'] as const;
export type VersionId = (typeof VERSION_IDS)[number];

export const VERSIONS: Readonly<Record<VersionId, { title: string; hidesSmall: boolean }>> = {
  slt: { title: 'Senior leaders: every number', hidesSmall: false },
  governors: { title: 'Governors: small numbers hidden', hidesSmall: true },
  'local authority': { title: 'Local authority: small numbers hidden', hidesSmall: true },
};

const LEADERS: ReadonlySet<Post> = new Set<Post>(['head', 'dsl', 'deputy', 'slt']);
const GOVERNORS: ReadonlySet<Post> = new Set<Post>(['chair', 'clerk']);

/** The versions somebody may have, the usual one first. */
export function versionsFor({ posts }: Pick<Person, 'posts'>): VersionId[] {
  if (posts.some((post) => LEADERS.has(post))) return [...VERSION_IDS];
  return posts.some((post) => GOVERNORS.has(post)) ? ['governors'] : [];
}

/** Lanes that are counted for whoever may have a report; those about adults are counted for their own readers alone (B5). */
const COUNTED_LANES: ReadonlySet<Lane> = new Set<Lane>(['dsl', 'misuse', 'data']);

/**
 * Which cases a version counts. Senior leaders' own: what does not name whoever reads it. The others are handed on, so they are the same
 * whoever makes them: they leave out every case that names anybody who might have one.
 */
export function isCounted(row: Pick<CaseRow, 'lane' | 'named' | 'readers'>, version: VersionId, me: Pick<Person, 'email'>, school: School): boolean {
  if (!VERSIONS[version].hidesSmall) return !row.named.includes(me.email) && (COUNTED_LANES.has(row.lane) || mayRead(row, me, school));
  return COUNTED_LANES.has(row.lane) && !row.named.some((email) => holdsAReport(email, school));
}

function holdsAReport(email: string, { head, dsl, deputies, slt, chair, clerk }: School): boolean {
  return [head, dsl, ...deputies, ...slt, chair, clerk].includes(email);
}
