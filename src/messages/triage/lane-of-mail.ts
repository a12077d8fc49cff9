import { type About, addressesNamed, type Involvement, type Lane } from '../../incidents/concern.ts';
import { laneFor, readersLeft } from '../../incidents/lanes.ts';
import type { School } from '../../school/school.ts';
import { accountOf, type MailPeople, type Register } from './people-in-mail.ts';

/** Where a message goes, who may read it there, and whom it names. */
export interface MailRoute {
  lane: Lane;
  /** Never empty. */
  readers: string[];
  people: Involvement[];
  about: About;
}

/**
 * The lane of a message (B5): by its subject, as any concern's; one that is from somebody of the DSL team or names them goes up, whatever
 * their part in it. A message that names everybody who could read it must be read all the same: then those whom its words name count no more,
 * then those whom it went to, who have it already.
 */
export function routeOfMail({ sender, recipients, named }: MailPeople, register: Register): MailRoute {
  const { school } = register;
  for (const people of [[...sender, ...recipients, ...named], [...sender, ...recipients], sender, []]) {
    const lane = raised(
      laneFor('pupil', people, school, (email) => register.byEmail.get(accountOf(email, register))?.kind),
      people,
      school,
    );
    const route = readersLeft(lane, addressesNamed(people), school);
    if (route) return { lane: route.lane, readers: route.readers, people, about: aboutOf(route.lane, people, school) };
  }
  throw new RangeError('A school has somebody who reads its concerns');
}

/** Up, when somebody of the DSL team is named in any role: the team's desk is not for what is about one of them. */
function raised(lane: Lane, people: readonly Involvement[], school: School): Lane {
  const named = addressesNamed(people);
  if (lane !== 'dsl' && lane !== 'staff') return lane;
  if (named.includes(school.dsl)) return school.dsl === school.head ? 'head' : 'dsl-concern';
  return school.deputies.some((deputy) => named.includes(deputy)) ? 'staff' : lane;
}

/** What it is about: an adult only when one is said to have done something. */
function aboutOf(lane: Lane, people: readonly Involvement[], school: School): About {
  const alleged = addressesNamed(people.filter(({ role }) => role === 'alleged'));
  if (alleged.includes(school.head)) return 'head';
  if (alleged.includes(school.dsl)) return 'dsl';
  const isTyped = people.some(({ role, mayBe = [] }) => role === 'alleged' && mayBe.length > 0);
  return lane === 'staff' && isTyped ? 'staff' : 'pupil';
}

/** How high a lane stands: what goes up never comes down by a further message. */
const HEIGHT: Record<Lane, number> = { dsl: 0, misuse: 0, data: 0, staff: 1, 'low-level': 1, 'dsl-concern': 1, head: 2 };

/** Whether a message may stand in a case of that lane: nobody whom it names reads it there, and it is not one that should have gone higher. */
export function fitsLane(route: Pick<MailRoute, 'lane' | 'people'>, lane: Lane, readers: readonly string[]): boolean {
  const named = addressesNamed(route.people);
  return (lane === route.lane || HEIGHT[lane] > HEIGHT[route.lane]) && !readers.some((reader) => named.includes(reader));
}
