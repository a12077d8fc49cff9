import { fullName, hasLeft, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { phaseOf } from './members.ts';

/** Something in the list of people that keeps an agreement from somebody: for the office to put right. */
export interface PeopleProblem {
  what: string;
  /** Names, with what helps to find them. */
  who: string[];
}

/**
 * What the list of people does not say and agreements need.
 * @param today ISO day in the UK
 */
export function peopleProblems(roll: readonly RollEntry[], school: Pick<School, 'domain'>, today: string): PeopleProblem[] {
  const here = roll.filter((entry) => !hasLeft(entry, today));
  const pupils = here.filter(({ kind }) => kind === 'pupil');
  const known = new Set(roll.filter(({ kind }) => kind === 'pupil').map(({ email }) => email));
  const withParent = new Set(here.flatMap(({ children }) => children));
  const problems: PeopleProblem[] = [
    {
      what: 'Pupils whose year is not known: no pupils’ agreement can be asked of them. Add a column "year" to the list',
      who: pupils.filter((entry) => phaseOf(entry) === null).map((entry) => nameWith(entry, entry.className)),
    },
    {
      what: 'Pupils without a parent on the list: nobody can be asked to sign for them',
      who: pupils.filter(({ email }) => !withParent.has(email)).map((entry) => nameWith(entry, entry.className)),
    },
    {
      what: `Staff without an account ending in @${school.domain}: they cannot open the form for staff`,
      who: here.filter(({ kind, email }) => kind === 'staff' && !email.endsWith(`@${school.domain}`)).map((entry) => nameWith(entry, entry.email)),
    },
    {
      what: 'Parents of children who are not on the list',
      who: here.filter(({ children }) => children.some((child) => !known.has(child))).map((entry) => nameWith(entry, strangersIn(entry, known))),
    },
  ];
  return problems.filter(({ who }) => who.length > 0);
}

function strangersIn({ children }: RollEntry, known: ReadonlySet<string>): string {
  return children.filter((child) => !known.has(child)).join(', ');
}

function nameWith(entry: RollEntry, help: string): string {
  return help === '' ? fullName(entry) : `${fullName(entry)} (${help})`;
}
