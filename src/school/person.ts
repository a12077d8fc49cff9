import { fullName, type Kind, type RollEntry } from './roll.ts';
import { type Post, postsOf, type School } from './school.ts';

/** Somebody who is there: signed in, as Google says, with what the roll and the settings know of them. */
export interface Person {
  email: string;
  name: string;
  /** From the roll; an account that is not on the roll is a visitor. */
  kind: Kind;
  posts: Post[];
}

/** Puts together what is known of an account of the school's domain. */
export function personFor(email: string, school: School, roll: readonly RollEntry[]): Person {
  const entry = roll.find((each) => each.email === email);
  const posts = postsOf(email, school);
  return { email, name: entry ? fullName(entry) : email, kind: entry?.kind ?? (posts.length > 0 ? 'staff' : 'visitor'), posts };
}

/** Those who keep the register of agreements: the office, whoever approves, and the headteacher. */
export function keepsRegister({ posts }: Pick<Person, 'posts'>): boolean {
  return posts.some((post) => post === 'office' || post === 'approver' || post === 'head');
}

/** Those who keep the list of policies with their reviews: the same, and the governors' clerk. */
export function keepsPolicies(me: Pick<Person, 'posts'>): boolean {
  return keepsRegister(me) || me.posts.includes('clerk');
}
