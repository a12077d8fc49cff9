/** What somebody tells us and who is in it: the words of the field, as data. */

/** One role each: a person cannot be both harmed and witness in one concern (a trap of "victim plus linked pupils"). */
export const ROLES = ['affected', 'alleged', 'witness', 'other'] as const;
export type Role = (typeof ROLES)[number];

export type Involvement = {
  /** Address on the roll; empty for somebody who is not on it. */
  email: string;
  /** As on the roll, or as typed. */
  name: string;
  className: string;
  role: Role;
  /** Adults on the roll whom a typed name may mean: the concern is kept from them as if it named them. */
  mayBe?: string[];
};

/** Addresses of everybody a concern names or may mean. */
export function addressesNamed(people: readonly Pick<Involvement, 'email' | 'mayBe'>[]): string[] {
  return people.flatMap((person) => (person.email === '' ? (person.mayBe ?? []) : [person.email]));
}

/** The part of a concern that was written down by the reporter. Times are ISO 8601, UTC. */
export type Account = {
  story: string;
  /** When it happened, as far as the reporter knows; empty when they do not. */
  happened: string;
  where: string;
  /** What has been done already. */
  done: string;
  toldDslInPerson: boolean;
};

export type Lane = 'dsl' | 'staff' | 'dsl-concern' | 'head';

export const LANES: Record<Lane, { title: string; about: string }> = {
  dsl: { title: 'Safeguarding concerns', about: 'pupils' },
  staff: { title: 'Concerns about staff', about: 'a member of staff' },
  'dsl-concern': { title: 'Concerns about the DSL', about: 'the designated safeguarding lead' },
  head: { title: 'Concerns about the headteacher', about: 'the headteacher' },
};

/** States a case may be in while it is worked on; the desk may set these. */
export const OPEN_STATES = ['new', 'open', 'waiting'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** What the reporter may see of it: nothing but this. */
export function stateForReporter(state: OpenState): 'received' | 'being looked at' {
  return state === 'new' ? 'received' : 'being looked at';
}
