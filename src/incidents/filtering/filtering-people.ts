import type { Person } from '../../school/person.ts';
import type { School } from '../../school/school.ts';

/** Senior leaders, who approve changes of the filter (rulings: SLT approves, a technician carries out). */
export function approvesFilter({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.some((post) => post === 'head' || post === 'slt' || post === 'dsl');
}

/** Whoever carries changes out. */
function carriesOutFilter({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.includes('technician');
}

/** Whoever sees the whole log of changes; everybody else on the staff sees what they asked for themselves. */
export function seesFilterLog(me: Pick<Person, 'posts'>): boolean {
  return approvesFilter(me) || carriesOutFilter(me) || me.posts.includes('deputy') || me.posts.includes('coordinator');
}

/** Who is told that something waits for approval: not whoever asked. */
export function approversOf({ head, dsl, slt }: School, asker: string): string[] {
  return [...new Set([head, dsl, ...slt])].filter((each) => each !== asker);
}
