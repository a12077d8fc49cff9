import type { PersonData } from './data.ts';
import type { Workspace } from './workspace.ts';

/** The directory: accounts and groups. */
export class People {
  constructor(private readonly workspace: Workspace) {}

  /** Adds an account of the school's domain unless told otherwise. */
  add(person: Pick<PersonData, 'email' | 'givenName' | 'familyName'> & Partial<PersonData>): PersonData {
    const email = person.email.toLowerCase();
    const added: PersonData = {
      hasAccount: true,
      domain: email.split('@')[1] ?? '',
      orgUnitPath: '/',
      isAdmin: false,
      suspended: false,
      title: '',
      aliases: [],
      ...person,
      email,
    };
    this.workspace.data.people[email] = added;
    return added;
  }

  find(email: string): PersonData | undefined {
    const wanted = email.toLowerCase();
    return this.workspace.data.people[wanted] ?? this.all().find((person) => person.aliases.includes(wanted));
  }

  all(): PersonData[] {
    return Object.values(this.workspace.data.people);
  }

  isInDomain(email: string): boolean {
    return email.toLowerCase().endsWith(`@${this.workspace.data.domain}`);
  }

  /** Whether `email` is in the group, through groups inside it too. */
  isMember(group: string, email: string, seen: string[] = []): boolean {
    const found = this.workspace.data.groups[group.toLowerCase()];
    if (!found || seen.includes(found.email)) return false;
    return found.members.some((member) => member.email === email.toLowerCase() || this.isMember(member.email, email, [...seen, found.email]));
  }
}
