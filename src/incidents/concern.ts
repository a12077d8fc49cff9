import type { Kind } from '../school/roll.ts';

/** What somebody tells us and who is in it: the words of the field, as data. */

/** One role each: a person cannot be both harmed and witness in one concern (a trap of "victim plus linked pupils"). */
export const ROLES = ['affected', 'alleged', 'witness', 'other'] as const;
export type Role = (typeof ROLES)[number];

/** The old log books ask for it (B2); nobody has to say it. */
export const SEXES = ['', 'female', 'male'] as const;

export type Involvement = {
  /** Address on the roll; empty for somebody who is not on it. */
  email: string;
  /** As on the roll, or as typed. */
  name: string;
  className: string;
  role: Role;
  /** What the roll said of them when they were named; '' for somebody who is not on it. */
  kind: Kind | '';
  /** Year group as a number, Reception 0; null when the roll says none. */
  year: number | null;
  sex: (typeof SEXES)[number];
  initials: string;
  /** Adults on the roll whom a typed name may mean: the concern is kept from them as if it named them. */
  mayBe?: string[];
};

/** Addresses of everybody a concern names or may mean. */
export function addressesNamed(people: readonly Pick<Involvement, 'email' | 'mayBe'>[]): string[] {
  return people.flatMap((person) => (person.email === '' ? (person.mayBe ?? []) : [person.email]));
}

/** What the worry is about, as the reporter says it: the first thing that decides who gets it (B5, B18, B20). */
export const ABOUT = ['pupil', 'staff', 'low-level', 'head', 'dsl', 'data', 'misuse'] as const;
export type About = (typeof ABOUT)[number];

/** A document or picture that belongs to a case. It lies in the role account's Drive and is shown by the case page alone. */
export type Attachment = {
  /** Drive's id. */
  id: string;
  name: string;
  mimeType: string;
  /** Size. */
  bytes: number;
  /** SHA-256 of its bytes, in hex: what was handed over can be told from what was not. */
  sha256: string;
};

/** The part of a concern that was written down by the reporter. Times are ISO 8601, UTC. */
export type Account = {
  story: string;
  /** When it happened, as far as the reporter knows; empty when they do not. */
  happened: string;
  where: string;
  /** The device: which one, its serial number. */
  device: string;
  /** Address of a site, or the name of an app. */
  url: string;
  about: About;
  /** The type of incident the reporter chose, from `TYPES`; '' when none fitted. The DSL classifies. */
  typeHint: string;
  /** Somebody is in danger now. */
  danger: boolean;
  /** What has been done already. */
  done: string;
  toldDslInPerson: boolean;
};

export const LANE_IDS = ['dsl', 'staff', 'dsl-concern', 'head', 'low-level', 'data', 'misuse'] as const;
export type Lane = (typeof LANE_IDS)[number];

export const LANES: Record<Lane, { title: string; about: string }> = {
  dsl: { title: 'Safeguarding concerns', about: 'pupils' },
  staff: { title: 'Concerns about staff', about: 'a member of staff' },
  'dsl-concern': { title: 'Concerns about the DSL', about: 'the designated safeguarding lead' },
  head: { title: 'Concerns about the headteacher', about: 'the headteacher' },
  'low-level': { title: 'Low-level concerns about adults', about: 'a nagging doubt about an adult' },
  data: { title: 'Lost devices and data', about: 'a lost device or data' },
  misuse: { title: 'Complaints about misuse', about: 'misuse of devices or the internet' },
};

/** States a case may be in while it is worked on; the desk may set these. */
export const OPEN_STATES = ['new', 'open', 'waiting'] as const;
export type OpenState = (typeof OPEN_STATES)[number];
export const STATES = [...OPEN_STATES, 'closed'] as const;
export type State = (typeof STATES)[number];

export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the reporter may see of it: nothing but this (B1), a pupil in words for a child (D6). */
export function stateForReporter(state: State, forPupil: boolean): string {
  if (state === 'new') return forPupil ? 'we have got it' : 'received';
  if (state === 'closed') return forPupil ? 'finished' : 'closed';
  return forPupil ? 'somebody is looking at it' : 'being looked at';
}
