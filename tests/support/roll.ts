import type { RollEntry } from '../../src/school/roll.ts';

/** Somebody on a list of people, of whom only what matters is said. */
export function onTheRoll(person: Partial<RollEntry> & Pick<RollEntry, 'email'>): RollEntry {
  const unsaid = { givenName: '', familyName: '', kind: 'staff', className: '', jobTitle: '', children: [], year: '', lineManager: '', leaves: '' } as const;
  return { ...unsaid, children: [], ...person };
}

/** The same by address and name. */
export function named(email: string, givenName: string, familyName: string, rest: Partial<RollEntry> = {}): RollEntry {
  return onTheRoll({ email, givenName, familyName, ...rest });
}
