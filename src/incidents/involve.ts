import { Refusal } from '../school/refusal.ts';
import { fullName, initialsOf, type RollEntry, yearGroupOf } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { type About, addressesNamed, type Involvement, type Role } from './concern.ts';
import { adultsMeant } from './typed-name.ts';

/** A person as a page names them. */
export interface Named {
  /** Address on the roll; '' for somebody who is not on it. */
  email: string;
  name: string;
  /** '' when no role has been chosen. */
  role: Role | '';
  sex?: Involvement['sex'];
}

/**
 * Names and classes come from the roll, not from the page; somebody who is not on it stands as typed.
 * @param already who was named before: they stay as they were then, also when the roll no longer knows them
 * @throws Refusal naming the input that is wrong
 */
export function involve(people: readonly Named[], roll: readonly RollEntry[], school: School, already: readonly Involvement[] = []): Involvement[] {
  const seen = new Set<string>();
  return people.map((person, index) => {
    const { role, sex = '' } = person;
    if (role === '') throw new Refusal('role-missing', `Choose a role for ${person.name || 'each person'}`, `role-${index}`);
    const email = person.email.toLowerCase();
    const entry = roll.find((each) => each.email === email);
    const standing = already.find((each) => each.email === email && (email !== '' || each.name === person.name.trim()));
    if (email !== '' && !entry && !standing)
      throw new Refusal('not-on-roll', `${person.name || person.email} is not on the school's roll: type the name instead`, `person-${index}`);
    if (email === '' && person.name.trim() === '') throw new Refusal('name-missing', 'Type the name of each person, or remove the row', `person-${index}`);
    const known = standing ?? (entry && asOnRoll(entry));
    if (email !== '' && known) {
      if (seen.has(email)) throw new Refusal('named-twice', `${known.name} is named twice: give each person one role`, `person-${index}`);
      seen.add(email);
    }
    if (known) return { ...known, role, sex };
    const [givenName = '', ...rest] = person.name.trim().split(/\s+/);
    const familyName = rest[rest.length - 1] ?? '';
    const mayBe = adultsMeant(person.name, roll, school);
    const initials = initialsOf({ givenName, familyName, className: '' });
    return { email: '', name: person.name.trim(), className: '', role, kind: '', year: null, sex, mayBe, initials };
  });
}

/**
 * Whoever the reporter says it is about is named by that alone: they lose sight of it for good, whatever post they hold later (B5).
 * @param people whom the reporter named; one of them stays in the role that was chosen
 */
export function withSubject(people: readonly Involvement[], about: About, roll: readonly RollEntry[], school: School): Involvement[] {
  const email = about === 'head' ? school.head : about === 'dsl' ? school.dsl : '';
  if (email === '' || addressesNamed(people).includes(email)) return [...people];
  const entry = roll.find((each) => each.email === email);
  const known = entry ? asOnRoll(entry) : { email, name: email, className: '', kind: 'staff' as const, year: null, initials: '' };
  return [...people, { ...known, role: 'alleged', sex: '' }];
}

function asOnRoll(entry: RollEntry): Omit<Involvement, 'role' | 'sex'> {
  const { email, className, kind } = entry;
  return { email, name: fullName(entry), className, kind, year: yearGroupOf(entry), initials: initialsOf(entry) };
}
